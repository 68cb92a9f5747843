//! Numbers and years: a value, a list, a range open at either end.

use anyhow::Result;

use crate::exit::{quoted, usage};
use crate::package::{Field, FieldType};

/// Ranges of numbers, each end included.
#[derive(Debug, PartialEq)]
pub struct Ranges(Vec<(f64, f64)>);

impl Ranges {
    /// Reads `2009`, `2009,2013`, `3.5..`, `..2012`, `2009..2013` and lists of these.
    pub fn parse(typed: &[String], field: &Field) -> Result<Self> {
        let parts = typed.iter().flat_map(|typed| typed.split(','));
        parts.map(|part| range(part, field)).collect::<Result<_>>().map(Self)
    }

    /// Each range: its low end and its high end.
    pub fn iter(&self) -> impl Iterator<Item = &(f64, f64)> {
        self.0.iter()
    }

    /// Whether a cell holds a number within one of the ranges.
    pub fn hold(&self, raw: &[u8]) -> Result<bool, &'static str> {
        let number = std::str::from_utf8(raw).ok().and_then(|text| text.parse::<f64>().ok()).ok_or("a number")?;
        Ok(self.0.iter().any(|&(low, high)| low <= number && number <= high))
    }
}

fn range(part: &str, field: &Field) -> Result<(f64, f64)> {
    let Some((low, high)) = part.split_once("..") else {
        return number(part, part, field).map(|number| (number, number));
    };
    if low.trim().is_empty() && high.trim().is_empty() {
        return Err(usage(format!("--{}: {} has no end; allowed are {}", field.name, quoted(part), example(field))));
    }
    let end = |text: &str, open: f64| if text.trim().is_empty() { Ok(open) } else { number(text, part, field) };
    let (from, to) = (end(low, f64::NEG_INFINITY)?, end(high, f64::INFINITY)?);
    if from > to {
        return Err(usage(format!(
            "--{}: the range {} runs backwards; did you mean {}..{}?",
            field.name,
            quoted(part),
            high.trim(),
            low.trim()
        )));
    }
    Ok((from, to))
}

/// Spaces within a number, as Swedish writes thousands, are taken out.
fn number(text: &str, part: &str, field: &Field) -> Result<f64> {
    let digits: String = text.split_whitespace().collect();
    let whole = field.field_type != FieldType::Number;
    let number = digits.parse::<f64>().ok().filter(|number| number.is_finite() && (!whole || number.fract() == 0.0));
    number.ok_or_else(|| {
        let what = match field.field_type {
            FieldType::Year => "a year",
            FieldType::Integer => "a whole number",
            _ => "a number",
        };
        usage(format!(
            "--{}: {} is not {what}, a list of them or a range; allowed are {}",
            field.name,
            quoted(part),
            example(field)
        ))
    })
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
            assert_eq!(parse(typed, "number").expect(typed), Ranges(ranges), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["", "x", "2013..2009", "..", "2009,", "nan", "inf", "1..2..3", "2009-2013", "1e999"] {
            assert!(parse(typed, "number").is_err(), "{typed:?}");
        }
        assert!(parse("2009.5", "year").is_err());
    }

    #[test]
    fn ends_belong_to_the_range() {
        let ranges = parse("2009..2013", "year").expect("a range");
        for (raw, held) in [("2008", false), ("2009", true), ("2013", true), ("2014", false)] {
            assert_eq!(ranges.hold(raw.as_bytes()), Ok(held), "{raw}");
        }
        assert!(ranges.hold(b"about 2009").is_err());
    }
}
