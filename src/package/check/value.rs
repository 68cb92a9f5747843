//! Checking one value: its type, its bounds and what it is equal to.

mod json;

use std::cmp::Ordering;

use regex_lite::{Regex, RegexBuilder};

use super::text_type::TextType;
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

/// As what a value is told from others: a type that questions know, and what its text is to be, if that is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Kind {
    pub field_type: FieldType,
    pub text_type: Option<TextType>,
}

impl From<FieldType> for Kind {
    fn from(field_type: FieldType) -> Self {
        Self { field_type, text_type: None }
    }
}

/// A value as it is told from others: not by how it is written.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Value {
    /// Text, and whatever is not of its column's type.
    Text(Vec<u8>),
    /// A number or a year, an instant or a duration.
    Number(Decimal),
    /// A date and a time that may be anywhere, and so none that is told with its offset.
    Anywhere(Decimal),
    /// A date.
    Date(Date),
    /// A boolean.
    Boolean(bool),
}

impl Value {
    /// The value that a cell, or an item of it, has as one of this type.
    pub(super) fn new(kind: Kind, raw: &[u8]) -> Self {
        let typed = std::str::from_utf8(raw).ok().and_then(|text| match kind.field_type {
            FieldType::Integer | FieldType::Number | FieldType::Year => Decimal::parse(text).map(Self::Number),
            FieldType::Date => Date::parse(text).ok().map(Self::Date),
            FieldType::Boolean => boolean(text).map(Self::Boolean),
            FieldType::String | FieldType::List => Self::of_text(kind.text_type?, text),
        });
        typed.unwrap_or_else(|| Self::Text(raw.to_vec()))
    }

    /// The value that a text has which is of this type.
    fn of_text(text_type: TextType, text: &str) -> Option<Self> {
        if text_type.is_json() {
            return json::canonical(text).map(|text| Self::Text(text.into_bytes()));
        }
        let size = text_type.size(text)?;
        Some(if text_type.is_anywhere(text) { Self::Anywhere(size) } else { Self::Number(size) })
    }

    /// Which of two values of an ordered type is the larger.
    fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(own) | Self::Anywhere(own), Self::Number(other) | Self::Anywhere(other)) => {
                Some(own.cmp(other))
            }
            (Self::Date(own), Self::Date(other)) => Some(own.cmp(other)),
            _ => None,
        }
    }
}

/// Which of two texts is the larger value of this kind; nothing where that has no order.
pub(super) fn compared(kind: Kind, text: &str, other: &str) -> Option<Ordering> {
    let [own, other] = [text, other].map(|text| Value::new(kind, text.as_bytes()));
    own.order(&other)
}

/// Whether values of this type are smaller and larger than each other here.
pub(super) fn is_ordered(kind: Kind) -> bool {
    let field_type = kind.field_type;
    field_type.is_numeric() || field_type == FieldType::Date || kind.text_type.is_some_and(TextType::is_ordered)
}

/// What is wrong with the size of a number or with the time of a date.
pub(super) fn out_of_bounds(field: &Field, kind: Kind, text: &str) -> Option<String> {
    let Constraints { minimum, maximum, .. } = &field.constraints;
    let order = |bound: &String| compared(kind, text, bound);
    let is_date = !kind.field_type.is_numeric();
    if let Some(low) = minimum.as_ref().filter(|low| order(low) == Some(Ordering::Less)) {
        return Some(words().below(text, low, is_date));
    }
    let high = maximum.as_ref().filter(|high| order(high) == Some(Ordering::Greater))?;
    Some(words().above(text, high, is_date))
}

#[cfg(test)]
mod tests {
    use super::{Kind, TextType, Value, expression, out_of_bounds, wrong_type};
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

    fn are_one(kind: Kind, one: &str, other: &str) -> bool {
        Value::new(kind, one.as_bytes()) == Value::new(kind, other.as_bytes())
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
            assert_eq!(are_one(kind.into(), one, other), same, "{kind:?} {one} {other}");
        }
    }

    #[test]
    fn values_of_types_of_text_are_told_apart_by_what_they_mean() {
        for (text_type, one, other, same) in [
            (TextType::Datetime, "2020-01-01T01:00:00+01:00", "2020-01-01T00:00:00.000Z", true),
            (TextType::Datetime, "2020-01-01T01:00:00+01:00", "2020-01-01T01:00:00Z", false),
            // What is told without its offset may be another instant.
            (TextType::Datetime, "2020-01-01T00:00:00", "2020-01-01T00:00:00Z", false),
            (TextType::Datetime, "2020-01-01T24:00:00", "2020-01-02T00:00:00", true),
            (TextType::Duration, "PT60M", "PT1H", true),
            (TextType::Duration, "P1Y", "P12M", true),
            (TextType::Duration, "P1D", "P1M", false),
            (TextType::Array, "[1, 2]", "[1,2.0]", true),
            (TextType::Array, "[1,2]", "[2,1]", false),
            (TextType::Object, r#"{"a": 1, "b": {"c": "å"}}"#, r#"{"b":{"c":"\u00e5"},"a":1}"#, true),
            (TextType::Object, r#"{"a": 1}"#, r#"{"a": "1"}"#, false),
            (TextType::GeopointArray, "[12.50, 56.9]", "[12.5,56.90]", true),
            (TextType::Email, "a@b.se", "A@b.se", false),
        ] {
            let kind = Kind { field_type: FieldType::String, text_type: Some(text_type) };
            assert_eq!(are_one(kind, one, other), same, "{text_type:?} {one} {other}");
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
            let field = field(kind, bounds);
            let wrong = out_of_bounds(&field, field.field_type.into(), text);
            assert_eq!(wrong, Some(format!("`{text}` is {message}")), "{kind}");
        }
        let bounded = field("integer", r#""minimum": 9007199254740993, "maximum": 9007199254740993"#);
        assert_eq!(out_of_bounds(&bounded, FieldType::Integer.into(), "9007199254740993"), None);
    }

    #[test]
    fn an_expression_is_one_by_itself() {
        assert!(expression("a|b").is_some_and(|regex| regex.is_match("b") && !regex.is_match("ab")));
        for pattern in ["a)|(b", "(", "a)(?:b", "[", "*"] {
            assert!(expression(pattern).is_none(), "{pattern}");
        }
    }
}
