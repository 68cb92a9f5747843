//! Dates: a day, a month or a year, lists and ranges of them.

use anyhow::Result;

use crate::exit::{quoted, usage};
use crate::package::Field;

/// Ranges of days as numbers (2009-11-17 is `20_091_117`), each end included.
#[derive(Debug, PartialEq)]
pub struct Ranges(Vec<(u32, u32)>);

impl Ranges {
    /// Reads `2009-11-17`, `2009-11` and `2009` (every day of it), lists, and ranges open at either end.
    pub fn parse(typed: &[String], field: &Field) -> Result<Self> {
        let parts = typed.iter().flat_map(|typed| typed.split(','));
        parts.map(|part| range(part, field)).collect::<Result<_>>().map(Self)
    }

    /// Whether a cell holds a date within one of the ranges.
    pub fn hold(&self, raw: &[u8]) -> Result<bool, &'static str> {
        let (first, last) = std::str::from_utf8(raw).ok().and_then(days).ok_or("a date like 2009-11-17")?;
        Ok(self.0.iter().any(|&(low, high)| low <= first && last <= high))
    }
}

fn range(part: &str, field: &Field) -> Result<(u32, u32)> {
    let refuse = |why: &str| {
        usage(format!(
            "--{}: {why}; allowed are 2009-11-17 or 2009-11 or 2009, lists and ranges like 2009..2013-06",
            field.name
        ))
    };
    let read = |text: &str| days(text.trim()).ok_or_else(|| refuse(&format!("{} is not a date", quoted(part))));
    let Some((low, high)) = part.split_once("..") else { return read(part) };
    let (from, to) = match (low.trim().is_empty(), high.trim().is_empty()) {
        (true, true) => return Err(refuse(&format!("{} has no end", quoted(part)))),
        (true, false) => (u32::MIN, read(high)?.1),
        (false, true) => (read(low)?.0, u32::MAX),
        (false, false) => (read(low)?.0, read(high)?.1),
    };
    if from > to {
        return Err(refuse(&format!("the range {} runs backwards", quoted(part))));
    }
    Ok((from, to))
}

/// The first and the last day that a date, a month or a year may mean.
fn days(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)? * 10_000;
    let Some(month) = parts.next() else { return Some((year + 101, year + 1231)) };
    let month = digits(month, 2).filter(|month| (1..=12).contains(month))? * 100;
    let Some(day) = parts.next() else { return Some((year + month + 1, year + month + 31)) };
    let day = digits(day, 2).filter(|day| (1..=31).contains(day))?;
    parts.next().is_none().then_some((year + month + day, year + month + day))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::Ranges;
    use crate::query::filter::test_field;

    fn parse(typed: &str) -> anyhow::Result<Ranges> {
        Ranges::parse(&[typed.to_owned()], &test_field("date"))
    }

    #[test]
    fn a_month_and_a_year_are_all_their_days() {
        for (typed, ranges) in [
            ("2009-11-17", vec![(20_091_117, 20_091_117)]),
            ("2009-11", vec![(20_091_101, 20_091_131)]),
            ("2009", vec![(20_090_101, 20_091_231)]),
            ("..2012", vec![(u32::MIN, 20_121_231)]),
            ("2012..", vec![(20_120_101, u32::MAX)]),
            ("2009,2011-11..2013", vec![(20_090_101, 20_091_231), (20_111_101, 20_131_231)]),
        ] {
            assert_eq!(parse(typed).expect(typed), Ranges(ranges), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for typed in ["", "..", "x", "2009-13", "2009-11-32", "2009-1-1", "09-11-17", "2013..2009", "2009-11-17-1"] {
            assert!(parse(typed).is_err(), "{typed:?}");
        }
    }

    #[test]
    fn a_cell_within_the_range_is_held() {
        let ranges = parse("..2012").expect("a range");
        assert_eq!(ranges.hold(b"2011-11-15"), Ok(true));
        assert_eq!(ranges.hold(b"2013-11-19"), Ok(false));
        assert!(ranges.hold(b"November").is_err());
    }
}
