//! Checking one value: its type and its bounds.

use regex_lite::{Regex, RegexBuilder};

use crate::exit::quoted;
use crate::package::{Field, FieldType, boolean};

/// A pattern as it is matched, against a whole text; nothing where it is no expression, or one so large that matching
/// it would take for ever.
pub fn expression(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(100_000).build().ok()
}

/// What a value of this type must look like, where the text does not.
pub fn wrong_type(field_type: FieldType, text: &str) -> Option<&'static str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (fits, expected) = match field_type {
        FieldType::String | FieldType::List => (true, ""),
        FieldType::Integer => (digits(text.strip_prefix(['-', '+']).unwrap_or(text)), "a whole number"),
        FieldType::Number => (text.parse::<f64>().is_ok_and(f64::is_finite), "a number"),
        FieldType::Year => (text.len() == 4 && digits(text), "a year of four digits"),
        FieldType::Date => (is_date(text), "a date like 2009-11-17"),
        FieldType::Boolean => (boolean(text).is_some(), "true or false"),
    };
    (!fits).then_some(expected)
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// What is wrong with the size of a number; of text, only dates have an order here.
pub fn out_of_bounds(field: &Field, text: &str) -> Option<String> {
    let bound = |value: &serde_json::Value| value.as_f64().or_else(|| value.as_str()?.parse().ok());
    let (low, high) = (field.constraints.minimum.as_ref(), field.constraints.maximum.as_ref());
    if field.field_type == FieldType::Date {
        let text_of = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        if let Some(low) = low.and_then(text_of).filter(|low| text < low.as_str()) {
            return Some(format!("{} is before {low}", quoted(text)));
        }
        let high = high.and_then(text_of).filter(|high| text > high.as_str())?;
        return Some(format!("{} is after {high}", quoted(text)));
    }
    let number: f64 = field.field_type.is_numeric().then(|| text.parse().ok()).flatten()?;
    if let Some(low) = low.and_then(bound).filter(|low| number < *low) {
        return Some(format!("{} is less than {low}", quoted(text)));
    }
    let high = high.and_then(bound).filter(|high| number > *high)?;
    Some(format!("{} is more than {high}", quoted(text)))
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_days_of_the_calendar() {
        for (text, date) in [
            ("2009-11-17", true),
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("2009-11-31", false),
            ("2009-13-01", false),
            ("2009-11", false),
            ("2009-1-7", false),
        ] {
            assert_eq!(is_date(text), date, "{text}");
        }
    }
}
