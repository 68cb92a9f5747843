//! What the cells of a column of a file are.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};

use crate::package::FieldType;

/// What all cells of a column are, and so the column; each kind takes the values of those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    /// Nothing.
    Empty,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Real,
    /// Texts and codes.
    Text,
}

impl Kind {
    /// The kind of a cell. What a number would not give back is text: a code such as `0180`, a telephone number with its
    /// `+`, more digits than a machine's number holds.
    pub(super) fn of(cell: &str) -> Self {
        let unsigned = cell.strip_prefix('-').unwrap_or(cell);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let is_padded = whole.len() > 1 && whole.starts_with('0');
        let is_number =
            digits(whole) && digits(fraction) && digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
        if cell.is_empty() {
            Self::Empty
        } else if !is_number || is_padded {
            Self::Text
        } else if digits(unsigned) {
            if cell.parse::<i64>().is_ok() { Self::Integer } else { Self::Text }
        } else if cell.parse().is_ok_and(f64::is_finite) {
            Self::Real
        } else {
            Self::Text
        }
    }

    /// The type of a column of it.
    pub(super) fn field_type(self) -> FieldType {
        match self {
            Self::Integer => FieldType::Integer,
            Self::Real => FieldType::Number,
            Self::Empty | Self::Text => FieldType::String,
        }
    }

    /// A cell as a column of this kind holds it.
    pub(super) fn stored(self, cell: &str) -> ToSqlOutput<'_> {
        let number = match self {
            Self::Integer => cell.parse().ok().map(Value::Integer),
            Self::Real => cell.parse().ok().map(Value::Real),
            Self::Empty | Self::Text => None,
        };
        match number {
            Some(number) => ToSqlOutput::Owned(number),
            None if cell.is_empty() => ToSqlOutput::Borrowed(ValueRef::Null),
            None => ToSqlOutput::Borrowed(ValueRef::Text(cell.as_bytes())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn what_a_number_would_not_give_back_is_text() {
        for (cells, kind) in [
            (&[""][..], Kind::Empty),
            (&["0", "-1", "180", "9223372036854775807"], Kind::Integer),
            (&["0.5", "-0.5", "1.0", "1e-05", "1.5E+06"], Kind::Real),
            (&["0180", "-01", "007.5", "+46", "9223372036854775808", "1e999", ".5", "5.", "1,5", "1 000"], Kind::Text),
            (&["-", "e3", "1e", "0x10", "inf", "NaN", " 1", "1 ", "x", "--1", "1.2.3", "²"], Kind::Text),
        ] {
            for cell in cells {
                assert_eq!(Kind::of(cell), kind, "{cell:?}");
            }
        }
    }
}
