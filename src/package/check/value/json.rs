//! JSON in the one way of writing that all ways of writing it have in common: two texts are one value where it is the same.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::package::Decimal;

/// The value in that way; nothing where the text is no JSON.
///
/// Numbers are read as they are written: those of the reader of JSON have not all of their digits.
pub(super) fn canonical(text: &str) -> Option<String> {
    // Of what lies too deep, the reader makes no value; what it leaves raw may lie as deep as it likes.
    let _: Value = serde_json::from_slice(text.as_bytes()).ok()?;
    let mut made = String::new();
    add(text.trim(), &mut made)?;
    Some(made)
}

fn add(text: &str, made: &mut String) -> Option<()> {
    match text.bytes().next()? {
        b'[' => {
            made.push('[');
            for item in serde_json::from_slice::<Vec<&RawValue>>(text.as_bytes()).ok()? {
                add(item.get(), made)?;
                made.push(',');
            }
            made.push(']');
        }
        b'{' => {
            made.push('{');
            // By name, since members have no order.
            for (name, member) in serde_json::from_slice::<BTreeMap<String, &RawValue>>(text.as_bytes()).ok()? {
                made.push_str(&Value::from(name).to_string());
                made.push(':');
                add(member.get(), made)?;
                made.push(',');
            }
            made.push('}');
        }
        b'"' => made.push_str(&serde_json::from_slice::<Value>(text.as_bytes()).ok()?.to_string()),
        b't' | b'f' | b'n' => made.push_str(text),
        _ => made.push_str(&Decimal::canonical(text)?),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn a_value_is_written_in_one_way() {
        let text = r#" {"b" : [1.50, -0, 1e2, true , null, ""], "a":{ } , "\u00e5": 9007199254740993} "#;
        let made = r#"{"a":{},"b":[0.15e1,0,100,true,null,"",],"å":9007199254740993,}"#;
        assert_eq!(canonical(text).as_deref(), Some(made));
        assert_eq!(canonical("[1,"), None);
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(canonical(&nested(100)).is_some() && canonical(&nested(1_000_000)).is_none());
    }
}
