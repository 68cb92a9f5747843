//! Numbers as they are written, of any size and to every digit: what is checked must not pass through rounding.

use std::borrow::Cow;
use std::cmp::Ordering;

/// A decimal number, equal to every other way of writing the same: `1`, `01`, `+1.0` and `10e-1`.
///
/// The standard has three numbers that are none of arithmetic: `-INF` before all others, `INF` behind them, and last `NaN`.
///
/// ```
/// use itkommun::package::Decimal;
///
/// assert_eq!(Decimal::parse("+1.50"), Decimal::parse("15e-1"));
/// // As floating point numbers these two would be one.
/// assert!(Decimal::parse("9007199254740993") > Decimal::parse("9007199254740992"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Decimal {
    negative: bool,
    /// The number is 0.`digits` times ten to this power, which is [`BEYOND`] where it is none of arithmetic.
    power: i64,
    /// Without zeros at either end; none for zero, whose power is 0 and which is not negative.
    digits: Vec<u8>,
}

/// The power of what no number reaches.
const BEYOND: i64 = i64::MAX;

/// The numbers that are none of arithmetic: their names, whether they are negative, and the digit by which they are told
/// apart and ordered.
const SPECIAL: [(&str, bool, u8); 3] = [("INF", false, b'1'), ("-INF", true, b'1'), ("NaN", false, b'2')];

impl Decimal {
    /// Reads `-12`, `0.50`, `.5`, `5.`, `1e3`, or `NaN`, `INF` and `-INF` in any case; nothing where the text is no such
    /// number, or one whose power of ten is beyond counting.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((negative, digit)) = special(text) {
            return Some(Self { negative, power: BEYOND, digits: vec![digit] });
        }
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()?),
            None => (unsigned, 0_i64),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let leading = digits.iter().take_while(|&&digit| digit == b'0').count();
        digits.drain(..leading);
        digits.truncate(digits.iter().rposition(|&digit| digit != b'0').map_or(0, |last| last + 1));
        if digits.is_empty() {
            return Some(Self { negative: false, power: 0, digits });
        }
        let before_point = i64::try_from(whole.len()).ok()?.checked_sub(i64::try_from(leading).ok()?)?;
        let power = exponent.checked_add(before_point).filter(|power| *power < BEYOND)?;
        Some(Self { negative: text.starts_with('-'), power, digits })
    }

    /// The number in the one way of writing that all ways of writing it have in common; nothing where the text is none.
    pub fn canonical(text: &str) -> Option<Cow<'_, str>> {
        // Longer ones are written with an exponent, so that none takes more room than it was written in.
        const LONGEST: usize = 40;
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (!text.starts_with('0') || text.len() == 1);
        if is_plain && text.len() <= LONGEST && !text.is_empty() {
            return Some(text.into());
        }
        let number = Self::parse(text)?;
        if let Some(name) = number.special_name() {
            return Some(name.into());
        }
        let digits = String::from_utf8_lossy(&number.digits);
        let sign = if number.negative { "-" } else { "" };
        let width = usize::try_from(number.power).ok().filter(|width| number.is_whole() && *width <= LONGEST);
        Some(match width {
            _ if digits.is_empty() => "0".into(),
            Some(width) => format!("{sign}{digits:0<width$}").into(),
            None => format!("{sign}0.{digits}e{}", number.power).into(),
        })
    }

    /// How the standard writes it, where it is none of arithmetic.
    pub fn special_name(&self) -> Option<&'static str> {
        let is_it = |(_, negative, digit): &(_, bool, u8)| *negative == self.negative && self.digits == [*digit];
        SPECIAL.iter().find(|special| self.power == BEYOND && is_it(special)).map(|(name, ..)| *name)
    }

    /// Whether it has no fraction.
    pub fn is_whole(&self) -> bool {
        self.power < BEYOND && i64::try_from(self.digits.len()).is_ok_and(|digits| digits <= self.power)
    }

    /// The size without the sign, as what is compared: zero first, then by the power of ten, then digit by digit.
    fn magnitude(&self) -> (bool, i64, &[u8]) {
        (!self.digits.is_empty(), self.power, &self.digits)
    }
}

fn special(text: &str) -> Option<(bool, u8)> {
    let found = SPECIAL.iter().find(|(name, ..)| name.eq_ignore_ascii_case(text));
    found.map(|&(_, negative, digit)| (negative, digit))
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.magnitude().cmp(&other.magnitude()),
            (true, true) => other.magnitude().cmp(&self.magnitude()),
            (negative, _) => {
                if negative {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect(text)
    }

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for ways in [
            &["1", "01", "+1", "1.0", "1.", "10e-1", "0.1E1", "1e0", "1e+0"][..],
            &["1000", "1e3", "1.000E+3", "1000.000"],
            &["0", "-0", "0.0", "+00", "-0e9", ".0"],
            &["-0.5", "-.5", "-5e-1", "-0.50"],
            &["9007199254740993", "9007199254740993.0", "9.007199254740993e15"],
        ] {
            for way in ways {
                assert_eq!(decimal(way), decimal(ways[0]), "{way}");
            }
        }
    }

    #[test]
    fn numbers_are_ordered_to_the_last_digit() {
        let rising = [
            "-INF",
            "-1e400",
            "-9007199254740993",
            "-9007199254740992",
            "-1.5",
            "-0.05",
            "0",
            "1e-400",
            "0.05",
            "0.5",
            "1.5",
            "15",
            "9007199254740992",
            "9007199254740993",
            "123456789012345678901234567890",
            "123456789012345678901234567891",
            "1e400",
            "INF",
            "NaN",
        ];
        for (at, low) in rising.iter().enumerate() {
            for (other, high) in rising.iter().enumerate() {
                assert_eq!(decimal(low).cmp(&decimal(high)), at.cmp(&other), "{low} {high}");
            }
        }
    }

    #[test]
    fn the_numbers_that_are_none_of_arithmetic_are_written_in_any_case() {
        for (text, name) in [("nan", "NaN"), ("inf", "INF"), ("-Inf", "-INF")] {
            assert_eq!((Decimal::canonical(text).as_deref(), decimal(text).is_whole()), (Some(name), false), "{text}");
        }
        for text in ["+INF", "-NaN", "Infinity", "1e9223372036854775806"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn whole_numbers_have_no_fraction() {
        for (text, whole) in
            [("0", true), ("10", true), ("1.0", true), ("1.5e1", true), ("0.5", false), ("15e-1", false)]
        {
            assert_eq!(decimal(text).is_whole(), whole, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "-",
            "+",
            ".",
            "e3",
            "1e",
            "1e1.5",
            "--1",
            "1-",
            "1 000",
            "1,5",
            "1.2.3",
            "x",
            "1e99999999999999999999",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whole_numbers_are_ordered_as_integers(a: i128, b: i128, near in -2i128..3) {
            let ordered = |a: i128, b: i128| decimal(&a.to_string()).cmp(&decimal(&b.to_string())) == a.cmp(&b);
            prop_assert!(ordered(a, b));
            prop_assert!(ordered(a, a.saturating_add(near)));
        }

        #[test]
        fn floating_numbers_are_ordered_as_such(a in -1e9..1e9f64, b in -1e9..1e9f64) {
            let (text, other) = (a.to_string(), format!("{b:e}"));
            prop_assert_eq!(Some(decimal(&text).cmp(&decimal(&other))), a.partial_cmp(&b), "{} {}", text, other);
        }

        #[test]
        fn what_floating_numbers_are_is_read(text in "[-+]?[0-9]{0,3}\\.?[0-9]{0,3}([eE][-+]?[0-9]{0,2})?") {
            prop_assert_eq!(Decimal::parse(&text).is_some(), text.parse::<f64>().is_ok(), "{}", text);
        }
    }
}
