//! Checking one value: its type, its bounds and what it is equal to.

use std::cmp::Ordering;

use regex_lite::{Regex, RegexBuilder};

use crate::package::descriptor::Constraints;
use crate::package::guess::otherwise;
use crate::package::{Date, DateError, Decimal, Field, FieldType, boolean};
use crate::words::words;

/// A pattern as it is matched, against a whole text; nothing where it is no expression, or one so large that matching
/// it would take for ever.
pub(super) fn expression(pattern: &str) -> Option<Regex> {
    let compiled = |pattern: &str| RegexBuilder::new(pattern).size_limit(100_000).build().ok();
    // By itself first: within a group, what closes it and opens another would pass as an expression.
    compiled(pattern)?;
    compiled(&format!("^(?:{pattern})$"))
}

/// The items of a list; of any other cell the one value that it is.
pub(super) fn items<'t>(field: &Field, text: &'t str) -> Vec<&'t str> {
    if field.field_type == FieldType::List { text.split(field.delimiter).collect() } else { vec![text] }
}

/// How a text is no value of this type, if it is none.
pub(super) fn wrong_type(field_type: FieldType, text: &str) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match field_type {
        FieldType::String | FieldType::List => true,
        FieldType::Integer => digits(text.strip_prefix(['-', '+']).unwrap_or(text)),
        FieldType::Number => is_number(text),
        FieldType::Year => text.len() == 4 && digits(text),
        FieldType::Date => match Date::parse(text) {
            Ok(_) => true,
            Err(DateError::Form) => false,
            Err(error) => return Some(words().no_date(text, &error.to_string())),
        },
        FieldType::Boolean => boolean(text).is_some(),
    };
    (!fits).then(|| {
        let written = otherwise::of_number(field_type, text).map(|property| words().written_so(property));
        words().wrong_type(text, field_type.name()) + &written.unwrap_or_default()
    })
}

/// How a text is no day, month or year, if its column is of such and it is none.
pub(super) fn wrong_date(field: &Field, text: &str) -> Option<String> {
    let error = Date::span(text).err().filter(|_| field.dates)?;
    Some(match error {
        DateError::Form => words().wrong_type(text, FieldType::Date.name()),
        _ => words().no_date(text, &error.to_string()),
    })
}

/// Whether it is a number, and one that a question can be asked about.
fn is_number(text: &str) -> bool {
    Decimal::parse(text)
        .is_some_and(|number| number.special_name().is_some() || text.parse::<f64>().is_ok_and(f64::is_finite))
}

/// A value as it is told from others: not by how it is written.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Value {
    /// Text, and whatever is not of its column's type.
    Text(Vec<u8>),
    /// A number or a year.
    Number(Decimal),
    /// A date.
    Date(Date),
    /// A boolean.
    Boolean(bool),
}

impl Value {
    /// The value that a cell, or an item of it, has as one of this type.
    pub(super) fn new(field_type: FieldType, raw: &[u8]) -> Self {
        let typed = std::str::from_utf8(raw).ok().and_then(|text| match field_type {
            FieldType::Integer | FieldType::Number | FieldType::Year => Decimal::parse(text).map(Self::Number),
            FieldType::Date => Date::parse(text).ok().map(Self::Date),
            FieldType::Boolean => boolean(text).map(Self::Boolean),
            FieldType::String | FieldType::List => None,
        });
        typed.unwrap_or_else(|| Self::Text(raw.to_vec()))
    }

    /// Which of two values of an ordered type is the larger.
    fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(own), Self::Number(other)) => Some(own.cmp(other)),
            (Self::Date(own), Self::Date(other)) => Some(own.cmp(other)),
            _ => None,
        }
    }
}

/// Which of two texts is the larger value of this type; nothing where that has no order.
pub(super) fn compared(field_type: FieldType, text: &str, other: &str) -> Option<Ordering> {
    let [own, other] = [text, other].map(|text| Value::new(field_type, text.as_bytes()));
    own.order(&other)
}

/// Whether values of this type are smaller and larger than each other here.
pub(super) fn is_ordered(field_type: FieldType) -> bool {
    field_type.is_numeric() || field_type == FieldType::Date
}

/// What is wrong with the size of a number or with the time of a date.
pub(super) fn out_of_bounds(field: &Field, text: &str) -> Option<String> {
    let Constraints { minimum, maximum, .. } = &field.constraints;
    let order = |bound: &String| compared(field.field_type, text, bound);
    let is_date = field.field_type == FieldType::Date;
    if let Some(low) = minimum.as_ref().filter(|low| order(low) == Some(Ordering::Less)) {
        return Some(words().below(text, low, is_date));
    }
    let high = maximum.as_ref().filter(|high| order(high) == Some(Ordering::Greater))?;
    Some(words().above(text, high, is_date))
}

#[cfg(test)]
mod tests {
    use super::{Value, expression, out_of_bounds, wrong_type};
    use crate::package::{Field, FieldType};

    #[test]
    fn a_value_is_of_its_type_or_not() {
        for (kind, sound, unsound) in [
            (FieldType::Integer, &["0", "-7", "+07", "9007199254740993"][..], &["", "-", "1.0", "1e3", "x"][..]),
            (
                FieldType::Number,
                &["0", "-.5", "5.", "1e3", "NaN", "INF", "-INF", "nan", "inf"],
                &["", "x", "1,5", "+INF", "-NaN", "infinity", "1e999", "1e-99999999999999999999"],
            ),
            (FieldType::Year, &["0999", "2009"], &["999", "20090", "-200", "+209"]),
            (FieldType::Date, &["2024-02-29"], &["2023-02-29", "2009-11", "2009-011-7", "2009-11-1x"]),
            (FieldType::Boolean, &["true", "0"], &["yes", ""]),
            (FieldType::String, &["", "x"], &[]),
        ] {
            for text in sound {
                assert_eq!(wrong_type(kind, text), None, "{kind:?} {text}");
            }
            for text in unsound {
                assert!(wrong_type(kind, text).is_some(), "{kind:?} {text}");
            }
        }
    }

    #[test]
    fn values_are_told_apart_by_what_they_are() {
        for (kind, one, other, same) in [
            (FieldType::Integer, "9007199254740992", "9007199254740993", false),
            (FieldType::Integer, "01", "1", true),
            (FieldType::Year, "0999", "999", true),
            (FieldType::Number, "1.50", "15e-1", true),
            (FieldType::Number, "0.1", "0.10000000000000000001", false),
            (FieldType::Boolean, "TRUE", "1", true),
            (FieldType::Boolean, "true", "0", false),
            (FieldType::String, "01", "1", false),
            (FieldType::Integer, "x", "y", false),
        ] {
            let same_value = Value::new(kind, one.as_bytes()) == Value::new(kind, other.as_bytes());
            assert_eq!(same_value, same, "{kind:?} {one} {other}");
        }
    }

    #[test]
    fn bounds_hold_to_the_last_digit() {
        let field = |kind: &str, bounds: &str| -> Field {
            let text = format!(r#"{{"name": "x", "type": "{kind}", "constraints": {{{bounds}}}}}"#);
            serde_json::from_str(&text).expect("a field")
        };
        for (kind, bounds, text, message) in [
            ("integer", r#""maximum": 9007199254740992"#, "9007199254740993", "more than 9007199254740992"),
            ("integer", r#""minimum": -9007199254740992"#, "-9007199254740993", "less than -9007199254740992"),
            (
                "integer",
                r#""minimum": 123456789012345678901234567891"#,
                "123456789012345678901234567890",
                "less than 123456789012345678901234567891",
            ),
            ("number", r#""maximum": "0.3""#, "0.30000000000000000001", "more than 0.3"),
            ("year", r#""minimum": 2001"#, "1999", "less than 2001"),
            ("date", r#""minimum": "2001-01-01""#, "2000-12-31", "before 2001-01-01"),
            ("date", r#""maximum": "2001-01-01""#, "2001-01-02", "after 2001-01-01"),
        ] {
            assert_eq!(out_of_bounds(&field(kind, bounds), text), Some(format!("`{text}` is {message}")), "{kind}");
        }
        let bounded = field("integer", r#""minimum": 9007199254740993, "maximum": 9007199254740993"#);
        assert_eq!(out_of_bounds(&bounded, "9007199254740993"), None);
    }

    #[test]
    fn an_expression_is_one_by_itself() {
        assert!(expression("a|b").is_some_and(|regex| regex.is_match("b") && !regex.is_match("ab")));
        for pattern in ["a)|(b", "(", "a)(?:b", "[", "*"] {
            assert!(expression(pattern).is_none(), "{pattern}");
        }
    }
}
