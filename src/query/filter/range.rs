//! The ways to ask for values that have an order: one of them, a range open at either end, a comparison.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use anyhow::Result;

use super::Flag;
use crate::error::{self, Refusal};

/// From one value to another, each of which may be in or out.
pub(super) type Range<T> = (Bound<T>, Bound<T>);

/// Reads `a`, `a..b`, `a..`, `..b`, `>=a`, `>a`, `<=b` and `<b`.
///
/// `ends` are the two texts of a range, if the part is one; `read` gives the first and the last of what a text stands
/// for, as a month is its days; `endless` refuses a range that has neither.
pub(super) fn read<T: PartialOrd>(
    part: &str,
    flag: Flag,
    ends: Option<(&str, &str)>,
    read: impl Fn(&str) -> Result<(T, T)>,
    endless: impl Fn() -> Refusal,
) -> Result<Range<T>> {
    let compared = |sign: &str| part.trim_start().strip_prefix(sign).map(|text| read(text.trim()));
    if let Some(end) = compared(">=") {
        return Ok((Included(end?.0), Unbounded));
    }
    if let Some(end) = compared("<=") {
        return Ok((Unbounded, Included(end?.1)));
    }
    if let Some(end) = compared(">") {
        return Ok((Excluded(end?.1), Unbounded));
    }
    if let Some(end) = compared("<") {
        return Ok((Unbounded, Excluded(end?.0)));
    }
    let Some((low, high)) = ends.map(|(low, high)| (low.trim(), high.trim())) else {
        let (first, last) = read(part.trim())?;
        return Ok((Included(first), Included(last)));
    };
    Ok(match (low, high) {
        ("", "") => return Err(endless().into()),
        (low, "") => (Included(read(low)?.0), Unbounded),
        ("", high) => (Unbounded, Included(read(high)?.1)),
        (low, high) => {
            let (from, to) = (read(low)?.0, read(high)?.1);
            if from > to {
                return Err(error::backwards(&flag.name(), part, &format!("{high}..{low}")).into());
            }
            (Included(from), Included(to))
        }
    })
}
