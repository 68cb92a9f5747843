//! Numbers and years: a value, a list, a range open at either end.

use std::cmp::Ordering;

use anyhow::Result;

use crate::error;
use crate::package::{Decimal, Field, FieldType};

/// Ranges of numbers, each end included.
#[derive(Debug, PartialEq)]
pub(super) struct Ranges(Vec<(End, End)>);

/// An end of a range.
#[derive(Debug, PartialEq)]
struct End {
    /// Its size, rounded; infinite where the range is open.
    size: f64,
    /// What was typed, which decides where a cell is rounded to the same.
    exact: Option<Decimal>,
}

impl Ranges {
    /// Reads `2009`, `2009,2013`, `3.5..`, `..2012`, `2009..2013` and lists of these.
    pub(super) fn parse(typed: &[String], field: &Field) -> Result<Self> {
        let parts = typed.iter().flat_map(|typed| typed.split(','));
        parts.map(|part| range(part, field)).collect::<Result<_>>().map(Self)
    }

    /// Each range: its low end and its high end.
    pub(super) fn iter(&self) -> impl Iterator<Item = (f64, f64)> {
        self.0.iter().map(|(low, high)| (low.size, high.size))
    }

    /// Whether a cell holds a number within one of the ranges.
    pub(super) fn hold(&self, raw: &[u8]) -> Result<bool, &'static str> {
        let text = std::str::from_utf8(raw).map_err(|_| "a number")?;
        let number = text.parse::<f64>().map_err(|_| "a number")?;
        Ok(self.0.iter().any(|(low, high)| {
            let [low, high] = [low, high].map(|end| end.compared_to(number, text));
            low.is_some_and(Ordering::is_le) && high.is_some_and(Ordering::is_ge)
        }))
    }
}

impl End {
    /// Whether it is less or more than the number of a cell; rounding keeps the order, but may make one number of two.
    fn compared_to(&self, rounded: f64, text: &str) -> Option<Ordering> {
        match (self.size.partial_cmp(&rounded)?, &self.exact) {
            (Ordering::Equal, Some(exact)) => Some(exact.cmp(&Decimal::parse(text)?)),
            (order, _) => Some(order),
        }
    }
}

fn range(part: &str, field: &Field) -> Result<(End, End)> {
    let Some((low, high)) = part.split_once("..") else {
        return Ok((number(part, part, field)?, number(part, part, field)?));
    };
    if low.trim().is_empty() && high.trim().is_empty() {
        return Err(refuse(part, field, "has no end").into());
    }
    let end = |text: &str, open: f64| match text.trim() {
        "" => Ok(End { size: open, exact: None }),
        text => number(text, part, field),
    };
    let (from, to) = (end(low, f64::NEG_INFINITY)?, end(high, f64::INFINITY)?);
    if from.exact.as_ref().zip(to.exact.as_ref()).is_some_and(|(from, to)| from > to) {
        let meant = format!("{}..{}", high.trim(), low.trim());
        return Err(error::backwards(&super::flag(field), part, &meant).into());
    }
    Ok((from, to))
}

/// Spaces within a number, as Swedish writes thousands, are taken out.
fn number(text: &str, part: &str, field: &Field) -> Result<End> {
    let digits: String = text.split_whitespace().collect();
    let size = digits.parse::<f64>().ok().filter(|size| size.is_finite());
    let exact = Decimal::parse(&digits).filter(|exact| field.field_type == FieldType::Number || exact.is_whole());
    let end = size.zip(exact).map(|(size, exact)| End { size, exact: Some(exact) });
    end.ok_or_else(|| {
        let what = match field.field_type {
            FieldType::Year => "a year",
            FieldType::Integer => "a whole number",
            _ => "a number",
        };
        refuse(part, field, &format!("is not {what}, a list of them or a range")).into()
    })
}

fn refuse(part: &str, field: &Field, problem: &str) -> error::Refusal {
    error::bad_value(&super::flag(field), part, &format!("{problem}; allowed are {}", example(field)))
}

fn example(field: &Field) -> &'static str {
    match field.field_type {
        FieldType::Year => "2009 or 2009,2013 or 2009..2013 or 2009.. or ..2013",
        _ => "70 or 70,100 or 70..100 or 70.. or ..100",
    }
}

#[cfg(test)]
mod tests {
    use super::Ranges;
    use crate::query::filter::test_field;

    fn parse(typed: &str, kind: &str) -> anyhow::Result<Ranges> {
        Ranges::parse(&[typed.to_owned()], &test_field(kind))
    }

    #[test]
    fn values_lists_and_ranges() {
        let open = (f64::NEG_INFINITY, f64::INFINITY);
        for (typed, ranges) in [
            ("2009", vec![(2009.0, 2009.0)]),
            ("2009,2013", vec![(2009.0, 2009.0), (2013.0, 2013.0)]),
            ("2009..2013", vec![(2009.0, 2013.0)]),
            ("2009..2009", vec![(2009.0, 2009.0)]),
            ("..2012", vec![(open.0, 2012.0)]),
            ("3.5..", vec![(3.5, open.1)]),
            ("30 000,650\u{a0}000\u{a0}000", vec![(30_000.0, 30_000.0), (650_000_000.0, 650_000_000.0)]),
            ("..2003,2011..", vec![(open.0, 2003.0), (2011.0, open.1)]),
        ] {
            assert_eq!(parse(typed, "number").expect(typed).iter().collect::<Vec<_>>(), ranges, "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["", "x", "2013..2009", "..", "2009,", "nan", "inf", "1..2..3", "2009-2013", "1e999"] {
            assert!(parse(typed, "number").is_err(), "{typed:?}");
        }
        assert!(parse("2009.5", "year").is_err() && parse("9007199254740992.5", "integer").is_err());
        assert!(parse("9007199254740993..9007199254740992", "integer").is_err());
    }

    #[test]
    fn a_refusal_says_what_is_allowed() {
        let numbers = "allowed are 70 or 70,100 or 70..100 or 70.. or ..100";
        let years = "allowed are 2009 or 2009,2013 or 2009..2013 or 2009.. or ..2013";
        for (kind, typed, message) in [
            ("number", "x", format!("--x: `x` is not a number, a list of them or a range; {numbers}")),
            ("integer", "1.5", format!("--x: `1.5` is not a whole number, a list of them or a range; {numbers}")),
            ("year", "x", format!("--x: `x` is not a year, a list of them or a range; {years}")),
            ("year", "..", format!("--x: `..` has no end; {years}")),
            ("year", "2013..2009", "--x: the range `2013..2009` runs backwards; did you mean 2009..2013?".to_owned()),
        ] {
            assert_eq!(parse(typed, kind).expect_err(typed).to_string(), message);
        }
    }

    #[test]
    fn ends_belong_to_the_range() {
        let ranges = parse("2009..2013", "year").expect("a range");
        for (raw, held) in [("2008", false), ("2009", true), ("2013", true), ("2014", false)] {
            assert_eq!(ranges.hold(raw.as_bytes()), Ok(held), "{raw}");
        }
        assert!(ranges.hold(b"about 2009").is_err() && ranges.hold(b"\xff").is_err());
    }

    #[test]
    fn numbers_are_told_apart_to_the_last_digit() {
        for (typed, raw, held) in [
            ("9007199254740993", "9007199254740993", true),
            ("9007199254740993", "9007199254740992", false),
            ("..9007199254740992", "9007199254740993", false),
            ("9007199254740993..", "9007199254740992", false),
            ("9007199254740993..", "9007199254740994", true),
            ("1.5", "01.50", true),
            ("0", "-0", true),
        ] {
            assert_eq!(parse(typed, "number").expect(typed).hold(raw.as_bytes()), Ok(held), "{typed} {raw}");
        }
    }
}
