//! Dates: a day, a month or a year, lists and ranges of them.

use anyhow::Result;

use crate::error;
use crate::package::{Date, DateError, Field};

/// Ranges of days, each end included.
#[derive(Debug, PartialEq)]
pub(super) struct Ranges(Vec<Range>);

/// The first and the last day; nothing where the range is open.
type Range = (Option<Date>, Option<Date>);

impl Ranges {
    /// Reads `2009-11-17`, `2009-11` and `2009` (every day of it), lists, and ranges open at either end.
    pub(super) fn parse(typed: &[String], field: &Field) -> Result<Self> {
        let parts = typed.iter().flat_map(|typed| typed.split(','));
        parts.map(|part| range(part, field)).collect::<Result<_>>().map(Self)
    }

    /// Whether a cell holds a date within one of the ranges.
    pub(super) fn hold(&self, raw: &[u8]) -> Result<bool, &'static str> {
        let days = std::str::from_utf8(raw).ok().and_then(|text| Date::span(text).ok());
        let (first, last) = days.ok_or("a date like 2009-11-17")?;
        let held = |&(low, high): &Range| low.is_none_or(|low| low <= first) && high.is_none_or(|high| last <= high);
        Ok(self.0.iter().any(held))
    }
}

fn range(part: &str, field: &Field) -> Result<Range> {
    let flag = super::flag(field);
    let refuse = |given: &str, problem: &str| {
        let allowed = "allowed are 2009-11-17 or 2009-11 or 2009, lists and ranges like 2009..2013-06";
        error::bad_value(&flag, given, &format!("{problem}; {allowed}"))
    };
    let read = |text: &str| {
        Date::span(text.trim()).map_err(|error| match error {
            DateError::Form => refuse(part, "is not a date"),
            _ => refuse(text.trim(), &format!("is not a date: {error}")),
        })
    };
    let Some((low, high)) = part.split_once("..") else {
        let (first, last) = read(part)?;
        return Ok((Some(first), Some(last)));
    };
    let end = |text: &str| if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) };
    let (from, to) = (end(low)?.map(|(first, _)| first), end(high)?.map(|(_, last)| last));
    if from.is_none() && to.is_none() {
        return Err(refuse(part, "has no end").into());
    }
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        let meant = format!("{}..{}", high.trim(), low.trim());
        return Err(error::backwards(&flag, part, &meant).into());
    }
    Ok((from, to))
}

#[cfg(test)]
mod tests {
    use super::Ranges;
    use crate::package::Date;
    use crate::query::filter::test_field;

    fn parse(typed: &str) -> anyhow::Result<Ranges> {
        Ranges::parse(&[typed.to_owned()], &test_field("date"))
    }

    #[test]
    fn a_month_and_a_year_are_all_their_days() {
        let day = |text: &str| Some(Date::parse(text).expect(text));
        for (typed, ranges) in [
            ("2009-11-17", vec![(day("2009-11-17"), day("2009-11-17"))]),
            ("2009-11", vec![(day("2009-11-01"), day("2009-11-30"))]),
            (" 2009 ", vec![(day("2009-01-01"), day("2009-12-31"))]),
            ("..2012", vec![(None, day("2012-12-31"))]),
            ("2012 ..", vec![(day("2012-01-01"), None)]),
            ("2009-11-17..2009-11-17", vec![(day("2009-11-17"), day("2009-11-17"))]),
            ("2009..2009", vec![(day("2009-01-01"), day("2009-12-31"))]),
            (
                "2009,2011-11..2013-02",
                vec![(day("2009-01-01"), day("2009-12-31")), (day("2011-11-01"), day("2013-02-28"))],
            ),
        ] {
            assert_eq!(parse(typed).expect(typed), Ranges(ranges), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for (typed, why) in [
            ("", "an empty value is not a date"),
            ("..", "`..` has no end"),
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
            assert!(error.starts_with(&format!("--x: {why}; allowed are 2009-11-17")), "{typed}: {error}");
        }
        let error = parse("2013..2009").expect_err("backwards").to_string();
        assert_eq!(error, "--x: the range `2013..2009` runs backwards; did you mean 2009..2013?");
    }

    #[test]
    fn a_cell_within_the_range_is_held() {
        for (typed, cell, held) in [
            ("..2012", "2011-11-15", true),
            ("..2012", "2012-12-31", true),
            ("..2012", "2013-01-01", false),
            ("2012..", "2012-01-01", true),
            ("2012..", "2011-12-31", false),
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
