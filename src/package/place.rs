//! Where a value stands in a text of JSON, which its reader does not tell of what it has read.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::Problem;

/// The byte at which the value stands that a JSON pointer leads to, as `/resources/0/name`; of what is not there, that of
/// what it would be in.
fn offset(text: &str, pointer: &str) -> usize {
    let Ok(mut found) = serde_json::from_slice::<&RawValue>(text.as_bytes()) else { return 0 };
    for step in pointer.split('/').skip(1) {
        let Some(next) = inner(found, step) else { break };
        found = next;
    }
    found.get().as_ptr().addr() - text.as_ptr().addr()
}

/// The value itself, as it is written.
pub(super) fn raw<'t>(text: &'t str, pointer: &str) -> Option<&'t RawValue> {
    pointer.split('/').skip(1).try_fold(serde_json::from_slice(text.as_bytes()).ok()?, inner)
}

/// A problem with the value to which a pointer leads in the text of a file.
pub(super) fn problem((file, text): (&str, &str), pointer: &str, message: String) -> Problem {
    Problem::behind(file, &text[..offset(text, pointer)], message)
}

fn inner<'t>(value: &'t RawValue, step: &str) -> Option<&'t RawValue> {
    if value.get().starts_with('[') {
        return serde_json::from_slice::<Vec<&RawValue>>(value.get().as_bytes())
            .ok()?
            .get(step.parse::<usize>().ok()?)
            .copied();
    }
    serde_json::from_slice::<BTreeMap<String, &RawValue>>(value.get().as_bytes())
        .ok()?
        .get(&step.replace("~1", "/").replace("~0", "~"))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn a_value_is_found_by_the_way_to_it() {
        let text = "{\"a\": [1, {\"\\u00e5\": 2}],\n \"b\": \"x\"}";
        for (pointer, found) in [("", "{"), ("/a/0", "1"), ("/a/1/å", "2}]"), ("/b", "\"x\"}"), ("/a/9/c", "[1,")] {
            assert!(text[offset(text, pointer)..].starts_with(found), "{pointer}");
        }
        assert_eq!(offset("{", "/a"), 0);
    }
}
