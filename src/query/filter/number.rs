//! Numbers and years: a value, a list, a range open at either end, a comparison.

use std::cmp::Ordering;
use std::ops::Bound;

use anyhow::Result;

use super::Flag;
use super::range::{self, Range};
use crate::error;
use crate::package::{Decimal, FieldType, rounded};
use crate::words::words;

/// Ranges of numbers.
#[derive(Debug, PartialEq)]
pub(super) struct Ranges(Vec<Range<Number>>);

/// A number that was typed.
#[derive(Clone, Debug, PartialEq)]
struct Number {
    /// Its size, rounded.
    size: f64,
    /// The number itself, which decides where a cell is rounded to the same.
    exact: Decimal,
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.exact.partial_cmp(&other.exact)
    }
}

impl Ranges {
    /// Reads `2009`, `3.5..`, `..2012`, `2009..2013`, `>=3` and several of these.
    pub(super) fn parse<'t>(typed: impl Iterator<Item = &'t str>, flag: Flag) -> Result<Self> {
        typed.map(|part| range(part, flag)).collect::<Result<_>>().map(Self)
    }

    /// Each range: its low end and its high end.
    pub(super) fn iter(&self) -> impl Iterator<Item = Range<f64>> {
        let size = |end: &Bound<Number>| end.as_ref().map(|number| number.size);
        self.0.iter().map(move |(low, high)| (size(low), size(high)))
    }

    /// Whether a cell holds a number within one of the ranges.
    pub(super) fn hold(&self, raw: &[u8]) -> Result<bool, &'static str> {
        let number = rounded(raw).ok_or_else(|| words().cell_is_no_number())?;
        let is_within = |end: &Bound<Number>, beyond: Ordering| match end {
            Bound::Unbounded => true,
            Bound::Included(end) => end.compared_to(number, raw).is_some_and(|order| order != beyond),
            Bound::Excluded(end) => end.compared_to(number, raw) == Some(beyond.reverse()),
        };
        Ok(self.0.iter().any(|(low, high)| is_within(low, Ordering::Greater) && is_within(high, Ordering::Less)))
    }
}

impl Number {
    /// Whether it is less or more than the number of a cell; rounding keeps the order, but may make one number of two.
    fn compared_to(&self, rounded: f64, raw: &[u8]) -> Option<Ordering> {
        match self.size.partial_cmp(&rounded) {
            Some(Ordering::Equal) => Some(self.exact.cmp(&Decimal::parse(std::str::from_utf8(raw).ok()?)?)),
            // What is not a number is neither less nor more than any.
            None => (self.size.is_nan() && rounded.is_nan()).then_some(Ordering::Equal),
            order => order,
        }
    }

    /// Reads a number; a year has four digits.
    fn parse(text: &str, field_type: FieldType) -> Option<Self> {
        if field_type == FieldType::Year && !is_year(text) {
            return None;
        }
        let digits = ungrouped(text)?;
        let exact = Decimal::parse(&digits).filter(|exact| field_type == FieldType::Number || exact.is_whole())?;
        let size = digits.parse::<f64>().ok().filter(|size| size.is_finite() || exact.special_name().is_some())?;
        Some(Self { size, exact })
    }
}

fn range(part: &str, flag: Flag) -> Result<Range<Number>> {
    let field_type = flag.field.field_type;
    if let Some(refusal) = with_comma(part, flag).filter(|_| field_type == FieldType::Number) {
        return Err(refusal.into());
    }
    let refuse =
        |problem: &str| error::bad_value(&flag.name(), part, &words().with_examples(problem, examples(field_type)));
    let read = |text: &str| {
        let number = Number::parse(text, field_type).ok_or_else(|| {
            refuse(match field_type {
                FieldType::Year => words().is_no_year(),
                FieldType::Integer => words().is_no_integer(),
                _ => words().is_no_number(),
            })
        })?;
        Ok((number.clone(), number))
    };
    let ends = part.split_once("..").or_else(|| years(part).filter(|_| field_type == FieldType::Year));
    range::read(part, flag, ends, read, || refuse(words().has_no_end()))
}

/// The years of `2009-2013`. Of other numbers `-` may be the sign, and of dates it is part.
fn years(part: &str) -> Option<(&str, &str)> {
    let (low, high) = part.split_once(['-', '–'])?;
    (is_year(low.trim()) && is_year(high.trim())).then_some((low, high))
}

/// Whether a text is a year as data writes it.
pub fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text less the spaces between groups of three digits, as Swedish writes thousands; nothing where a space parts
/// anything else.
fn ungrouped(text: &str) -> Option<String> {
    if !text.contains(char::is_whitespace) {
        return Some(text.to_owned());
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.strip_prefix(['-', '+']).unwrap_or(whole).split(char::is_whitespace);
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    let grouped = first && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    (grouped && !fraction.contains(char::is_whitespace)).then(|| text.split_whitespace().collect())
}

/// The refusal of a comma, if what was typed is a number with one. A decimal comma and one between two numbers look alike,
/// so that neither is guessed.
fn with_comma(part: &str, flag: Flag) -> Option<error::Refusal> {
    let numbers: Vec<&str> = part.split(',').map(str::trim).collect();
    if numbers.len() == 1 || numbers.iter().any(|number| number.is_empty()) {
        return None;
    }
    let reads = |part: &str| range(part, flag).is_ok();
    let name = flag.name();
    let with_point = Some(numbers.join(".")).filter(|point| reads(point));
    let several = numbers.iter().all(|number| reads(number)).then(|| {
        let flags: Vec<String> = numbers.iter().map(|number| error::as_typed(&name, number)).collect();
        flags.join(" ")
    });
    let meant: Vec<String> = [with_point, several].into_iter().flatten().collect();
    (!meant.is_empty()).then(|| error::with_comma(&name, part, &meant))
}

fn examples(field_type: FieldType) -> &'static [&'static str] {
    match field_type {
        FieldType::Year => &["2009", "2009,2013", "2009..2013", "2009..", "'<2013'", "latest"],
        FieldType::Integer => &["70", "70,100", "70..100", "70..", "'<100'", "latest"],
        _ => &["70", "3.5", "70..100", "70..", "'<100'", "latest"],
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Bound::{Excluded, Included, Unbounded};

    use super::Ranges;
    use crate::query::filter::{Flag, parts, test_field};

    fn parse(typed: &str, kind: &str) -> anyhow::Result<Ranges> {
        let field = test_field(kind);
        Ranges::parse(parts(&[typed.to_owned()], &field), Flag::of(&field))
    }

    #[test]
    fn values_lists_and_ranges() {
        let one = |number: f64| (Included(number), Included(number));
        let between = |low: f64, high: f64| (Included(low), Included(high));
        for (typed, kind, ranges) in [
            ("2009", "integer", vec![one(2009.0)]),
            ("2009,2013", "year", vec![one(2009.0), one(2013.0)]),
            ("2009..2013", "number", vec![between(2009.0, 2013.0)]),
            ("2009..2009", "number", vec![one(2009.0)]),
            ("2009-2013", "year", vec![between(2009.0, 2013.0)]),
            ("2001–2005,2009", "year", vec![between(2001.0, 2005.0), one(2009.0)]),
            ("..2012", "number", vec![(Unbounded, Included(2012.0))]),
            ("3.5..", "number", vec![(Included(3.5), Unbounded)]),
            ("-1..3", "number", vec![between(-1.0, 3.0)]),
            ("30 000", "integer", vec![one(30_000.0)]),
            (" -650\u{a0}000\u{a0}000.5 ", "number", vec![one(-650_000_000.5)]),
            ("..2003,2011..", "year", vec![(Unbounded, Included(2003.0)), (Included(2011.0), Unbounded)]),
            (">=3", "number", vec![(Included(3.0), Unbounded)]),
            ("> 3", "integer", vec![(Excluded(3.0), Unbounded)]),
            ("<=-0.5", "number", vec![(Unbounded, Included(-0.5))]),
            ("<2003,>2011", "year", vec![(Unbounded, Excluded(2003.0)), (Excluded(2011.0), Unbounded)]),
        ] {
            assert_eq!(parse(typed, kind).expect(typed).iter().collect::<Vec<_>>(), ranges, "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in [
            "",
            "x",
            "2013..2009",
            "..",
            "2009,",
            "infinity",
            "nan..inf",
            "1..2..3",
            "2009-2013",
            "1e999",
            "30 00",
            "3000 000",
            "1 000.000 1",
            "- 5",
            ">",
            ">=1..2",
            "=>1",
            "<>1",
            "> >1",
        ] {
            assert!(parse(typed, "number").is_err(), "{typed:?}");
            assert!(parse(typed, "integer").is_err(), "{typed:?}");
        }
        for typed in ["2009.5", "2009 2013", "20092013", "209", "2 009", "+2009", "2e3", "2009-13", "..0", "09-13"] {
            assert!(parse(typed, "year").is_err(), "{typed:?}");
        }
        assert!(["nan", "inf", "9007199254740992.5"].iter().all(|typed| parse(typed, "integer").is_err()));
        assert!(parse("9007199254740993..9007199254740992", "integer").is_err());
    }

    #[test]
    fn a_decimal_comma_is_refused_with_what_may_be_meant() {
        for (typed, meant) in [
            ("3,5", "; did you mean 3.5 or --q 3 --q 5?"),
            ("3,5..4", "; did you mean 3.5..4?"),
            ("1,2,3", "; did you mean --q 1 --q 2 --q 3?"),
            ("3, 5", "; did you mean 3.5 or --q 3 --q 5?"),
            (">=3,5", "; did you mean >=3.5 or --q '>=3' --q 5?"),
        ] {
            let error = parse(typed, "number").expect_err(typed).to_string();
            let told = format!("--q: `{typed}` has a comma{meant}\na decimal has a point, and each of several numbers");
            assert!(error.starts_with(&told), "{error}");
        }
        for typed in ["3,", "x,y", "1,5x"] {
            let error = parse(typed, "number").expect_err(typed).to_string();
            assert!(error.starts_with(&format!("--q: `{typed}` is not a number or a range")), "{error}");
        }
        assert!(parse("3,5", "integer").is_ok());
    }

    #[test]
    fn a_refusal_says_what_is_allowed() {
        let numbers = "allowed are 70 or 3.5 or 70..100 or 70.. or '<100' or latest";
        let integers = "allowed are 70 or 70,100 or 70..100 or 70.. or '<100' or latest";
        let years = "allowed are 2009 or 2009,2013 or 2009..2013 or 2009.. or '<2013' or latest";
        for (kind, typed, message) in [
            ("number", "x", format!("--q: `x` is not a number or a range; {numbers}")),
            ("integer", "1.5", format!("--q: `1.5` is not a whole number, a list of them or a range; {integers}")),
            ("year", "x", format!("--q: `x` is not a year of four digits, a list of them or a range; {years}")),
            ("year", "..", format!("--q: `..` has no end; {years}")),
            ("year", "2013..2009", "--q: the range `2013..2009` runs backwards; did you mean 2009..2013?".to_owned()),
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
        for (typed, raw, held) in [
            (">3", "3", false),
            (">3", "3.0", false),
            (">3", "3.1", true),
            (">=3", "3", true),
            ("<3", "3", false),
            ("<3", "2.9", true),
            ("<=3", "3", true),
            (">9007199254740992", "9007199254740993", true),
            ("<9007199254740993", "9007199254740993", false),
        ] {
            assert_eq!(parse(typed, "number").expect(typed).hold(raw.as_bytes()), Ok(held), "{typed} {raw}");
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
            ("1..", "INF", true),
            ("inf", "INF", true),
            ("inf", "1e400", false),
            ("1..", "NaN", false),
            ("nan", "NaN", true),
        ] {
            assert_eq!(parse(typed, "number").expect(typed).hold(raw.as_bytes()), Ok(held), "{typed} {raw}");
        }
    }
}
