//! Dates: a day, a month or a year, lists and ranges of them, comparisons.

use std::ops::RangeBounds;

use anyhow::Result;

use super::Flag;
use super::range::{self, Range};
use crate::error;
use crate::package::{Date, DateError};
use crate::words::words;

/// Ranges of days.
#[derive(Debug, PartialEq)]
pub(super) struct Ranges(Vec<Range<Date>>);

impl Ranges {
    /// Reads `2009-11-17`, `2009-11` and `2009` (every day of it), lists, ranges open at either end and comparisons.
    pub(super) fn parse<'t>(typed: impl Iterator<Item = &'t str>, flag: Flag) -> Result<Self> {
        typed.map(|part| range(part, flag)).collect::<Result<_>>().map(Self)
    }

    /// Whether a cell holds a date within one of the ranges.
    pub(super) fn hold(&self, raw: &[u8]) -> Result<bool, &'static str> {
        let days = std::str::from_utf8(raw).ok().and_then(|text| Date::span(text).ok());
        let (first, last) = days.ok_or_else(|| words().cell_is_no_date())?;
        Ok(self.0.iter().any(|range| range.contains(&first) && range.contains(&last)))
    }
}

fn range(part: &str, flag: Flag) -> Result<Range<Date>> {
    let refuse = |given: &str, problem: &str| error::bad_value(&flag.name(), given, problem);
    let read = |text: &str| {
        Date::span(text).map_err(|error| match error {
            DateError::Form => refuse(part, words().is_no_date()).into(),
            _ => refuse(text, &words().is_no_day(&error.to_string())).into(),
        })
    };
    range::read(part, flag, part.split_once(".."), read, || refuse(part, words().has_no_date()))
}

#[cfg(test)]
mod tests {
    use std::ops::Bound::{Excluded, Included, Unbounded};

    use super::Ranges;
    use crate::package::Date;
    use crate::query::filter::{Flag, test_field};

    fn parse(typed: &str) -> anyhow::Result<Ranges> {
        Ranges::parse(typed.split(','), Flag::of(&test_field("date")))
    }

    #[test]
    fn a_month_and_a_year_are_all_their_days() {
        let day = |text: &str| Date::parse(text).expect(text);
        let days = |first: &str, last: &str| (Included(day(first)), Included(day(last)));
        for (typed, ranges) in [
            ("2009-11-17", vec![days("2009-11-17", "2009-11-17")]),
            ("2009-11", vec![days("2009-11-01", "2009-11-30")]),
            (" 2009 ", vec![days("2009-01-01", "2009-12-31")]),
            ("..2012", vec![(Unbounded, Included(day("2012-12-31")))]),
            ("2012 ..", vec![(Included(day("2012-01-01")), Unbounded)]),
            ("2009-11-17..2009-11-17", vec![days("2009-11-17", "2009-11-17")]),
            ("2009..2009", vec![days("2009-01-01", "2009-12-31")]),
            ("2009,2011-11..2013-02", vec![days("2009-01-01", "2009-12-31"), days("2011-11-01", "2013-02-28")]),
            (">=2012", vec![(Included(day("2012-01-01")), Unbounded)]),
            (">2012", vec![(Excluded(day("2012-12-31")), Unbounded)]),
            ("< 2009-11", vec![(Unbounded, Excluded(day("2009-11-01")))]),
            ("<=2009-11", vec![(Unbounded, Included(day("2009-11-30")))]),
        ] {
            assert_eq!(parse(typed).expect(typed), Ranges(ranges), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for (typed, why) in [
            ("", "an empty value is not a date"),
            ("..", "`..` has no end"),
            (">", "`>` is not a date"),
            (">=2009..2013", "`>=2009..2013` is not a date"),
            ("2009-2013", "`2009-2013` is not a date"),
            ("x", "`x` is not a date"),
            ("2009-1-1", "`2009-1-1` is not a date"),
            ("2009-011-17", "`2009-011-17` is not a date"),
            ("09-11-17", "`09-11-17` is not a date"),
            ("2009-11-17-1", "`2009-11-17-1` is not a date"),
            ("2009-13", "`2009-13` is not a date: there is no month 13"),
            ("2009-02-31", "`2009-02-31` is not a date: February 2009 has 28 days"),
            ("2008..2009-11-31", "`2009-11-31` is not a date: November 2009 has 30 days"),
        ] {
            let error = parse(typed).expect_err(typed).to_string();
            assert!(error.starts_with(&format!("--q: {why}; allowed are 2009-11-17")), "{typed}: {error}");
        }
        let error = parse("2013..2009").expect_err("backwards").to_string();
        assert_eq!(error, "--q: the range `2013..2009` runs backwards; did you mean 2009..2013?");
    }

    #[test]
    fn a_cell_within_the_range_is_held() {
        for (typed, cell, held) in [
            ("..2012", "2011-11-15", true),
            ("..2012", "2012-12-31", true),
            ("..2012", "2013-01-01", false),
            ("2012..", "2012-01-01", true),
            ("2012..", "2011-12-31", false),
            (">2011-11-14", "2011-11-15", true),
            (">2011-11-15", "2011-11-15", false),
            ("<2011-11-15", "2011-11-15", false),
            ("<=2011-11-15", "2011-11-15", true),
            ("2009-11,2011", "2011-11-15", true),
            ("2009-11,2011", "2010-11-15", false),
        ] {
            assert_eq!(parse(typed).expect(typed).hold(cell.as_bytes()), Ok(held), "{typed} {cell}");
        }
        for cell in [&b"November"[..], b"2009-02-31", b"\xff"] {
            assert!(parse("2009").expect("a year").hold(cell).is_err());
        }
    }
}
