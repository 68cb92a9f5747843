//! What a cell of a file is written as.

use std::borrow::Cow;

use crate::package::Decimal;

/// What parts the thousands of a number in Swedish: a space, and those that do not break or are thin.
pub(super) const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// What a cell is written as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Written {
    /// Nothing.
    Nothing,
    /// A number, which gives back all digits of the cell.
    Number(Number),
    /// Digits after a zero, such as `0180`, which a number would lose.
    Code,
    /// A number of more digits than a machine's number holds.
    Beyond,
    /// Something else.
    Text,
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Number {
    /// Whether spaces part its thousands.
    pub is_grouped: bool,
    /// What stands before its decimals.
    pub mark: Mark,
    /// Whether it has more digits than a number with decimals holds.
    pub is_wide: bool,
}

/// What stands before the decimals of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Mark {
    /// Nothing; it has none.
    #[default]
    None,
    /// A point, or it has a power of ten.
    Point,
    /// A comma.
    Comma,
    /// A comma that may part thousands instead, as in `73,955`.
    OpenComma,
}

impl Written {
    /// What a cell is written as. A telephone number with its `+` is text.
    pub(super) fn of(cell: &str) -> Self {
        if cell.is_empty() {
            return Self::Nothing;
        }
        // Most cells are words or few digits, and are told apart sooner.
        if !cell.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            return Self::Text;
        }
        if cell.len() <= 15 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
            let is_code = cell.len() > 1 && cell.starts_with('0');
            return if is_code { Self::Code } else { Self::Number(Number::default()) };
        }
        let Some(plain) = plain(cell) else { return Self::Text };
        let unsigned = plain.strip_prefix('-').unwrap_or(&plain);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        if !digits(whole) || !digits(fraction) || !digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)) {
            return Self::Text;
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Self::Code;
        }
        let (is_grouped, has_comma) = (cell.contains(SPACES), cell.contains(','));
        let is_whole = digits(unsigned);
        let is_wide = !gives_back(&plain);
        if is_wide && !(is_whole && plain.parse::<i64>().is_ok()) {
            return Self::Beyond;
        }
        let may_part_thousands =
            !is_grouped && whole != "0" && whole.len() <= 3 && mantissa == unsigned && fraction.len() == 3;
        let mark = match (is_whole, has_comma) {
            (true, _) => Mark::None,
            (false, false) => Mark::Point,
            (false, true) if may_part_thousands => Mark::OpenComma,
            (false, true) => Mark::Comma,
        };
        Self::Number(Number { is_grouped, mark, is_wide })
    }
}

/// A cell without spaces between its thousands, and with a point in the place of its decimal comma; nothing where they
/// do not stand as in a number.
pub fn plain(cell: &str) -> Option<Cow<'_, str>> {
    if !cell.contains(',') && !cell.contains(SPACES) {
        return Some(cell.into());
    }
    let (whole, fraction) = cell.split_once(',').map_or((cell, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split(SPACES);
    let first = groups.next()?;
    let digits = first.strip_prefix('-').unwrap_or(first).len();
    let is_in_threes = (1..=3).contains(&digits) && groups.all(|group| group.len() == 3);
    if whole.contains(SPACES) && !is_in_threes || whole.contains(['.', 'e', 'E']) {
        return None;
    }
    let whole = whole.replace(SPACES, "");
    match fraction {
        Some(fraction) if fraction.contains(['.', ',']) => None,
        Some(fraction) => Some(format!("{whole}.{fraction}").into()),
        None => Some(whole.into()),
    }
}

/// Whether the number that a machine makes of a text says all of it; one below 2^53 is as near as decimals come.
fn gives_back(plain: &str) -> bool {
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    let Ok(number) = plain.parse::<f64>() else { return false };
    number.is_finite() && (number.abs() < WHOLE || Decimal::parse(plain) == Decimal::parse(&format!("{number:?}")))
}

#[cfg(test)]
mod tests {
    use super::{Mark, Number, Written, plain};

    #[test]
    fn what_a_number_would_not_give_back_is_none() {
        let (whole, point) = (Number::default(), Number { mark: Mark::Point, ..Number::default() });
        for (cells, written) in [
            (&[""][..], Written::Nothing),
            (&["0", "-1", "180", "9007199254740992"], Written::Number(whole)),
            (&["9007199254740993", "9223372036854775807"], Written::Number(Number { is_wide: true, ..whole })),
            (&["0.5", "-0.5", "1.0", "1e-05", "1.5E+06"], Written::Number(point)),
            (&["0180", "-01", "007.5", "08 123 456", "08,5"], Written::Code),
            (&["9223372036854775808", "9007199254740993.5", "1e999"], Written::Beyond),
            (
                &["+46", ".5", "5.", "-", "e3", "1e", "0x10", "inf", "NaN", " 1", "1 ", "x", "--1", "1.2.3"],
                Written::Text,
            ),
            (
                &["²", "1 00", "1 0000", "1234 567", "114 55", "1,5,5", "1.5,5", ",5", "5,", "1 000.5", "1 e00"],
                Written::Text,
            ),
        ] {
            for cell in cells {
                assert_eq!(Written::of(cell), written, "{cell:?}");
            }
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_written_in_swedish() {
        for (cell, read, is_grouped, mark) in [
            ("73 955", "73955", true, Mark::None),
            ("-1\u{a0}234\u{202f}567", "-1234567", true, Mark::None),
            ("1\u{2009}000,5", "1000.5", true, Mark::Comma),
            ("73000,5", "73000.5", false, Mark::Comma),
            ("0,125", "0.125", false, Mark::Comma),
            ("1000,125", "1000.125", false, Mark::Comma),
            // In English, this is a thousand times as much.
            ("73,955", "73.955", false, Mark::OpenComma),
        ] {
            assert_eq!(plain(cell).as_deref(), Some(read), "{cell}");
            let number = Number { is_grouped, mark, is_wide: false };
            assert_eq!(Written::of(cell), Written::Number(number), "{cell}");
        }
    }
}
