//! A number of a cell as the nearest of those that the machine calculates with.

/// The number that this text is; nothing where it is none.
///
/// Most are short: their digits as a whole number, and the power of ten by which it is divided, are exact in an `f64`, and
/// so is what comes of it to the last bit (Clinger 1990, who shows it up to these sizes). The standard library reads any,
/// in three times as many instructions.
pub fn rounded(text: &[u8]) -> Option<f64> {
    short(text).or_else(|| std::str::from_utf8(text).ok()?.parse().ok())
}

/// So many digits are exact, whatever they are.
pub const EXACT: usize = 15;
const POWERS: [f64; EXACT + 1] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

fn short(text: &[u8]) -> Option<f64> {
    let (is_negative, unsigned) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let (mut digits, mut whole, mut point) = (0_u32, 0, None);
    for (at, &byte) in unsigned.iter().enumerate() {
        match byte {
            b'0'..=b'9' if at <= EXACT => {
                digits = digits.wrapping_add(1);
                whole = whole * 10 + i64::from(byte - b'0');
            }
            b'.' if point.is_none() => point = Some(at),
            _ => return None,
        }
    }
    let fraction = point.map_or(0, |point| unsigned.len() - point - 1);
    if digits == 0 || digits as usize > EXACT {
        return None;
    }
    // No more than fifteen digits, which a float holds.
    #[allow(clippy::cast_precision_loss)]
    let number = whole as f64 / POWERS[fraction];
    Some(if is_negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::{rounded, short};
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".", "-.", "1.2.3", "1,5", "--1", "x", "1-", " 1"] {
            assert_eq!(rounded(text.as_bytes()), None, "{text:?}");
        }
        assert_eq!(rounded(b"\xff"), None);
    }

    proptest! {
        #[test]
        fn the_standard_library_reads_the_same(text in "-?[0-9]{0,18}[.]?[0-9]{0,18}(e[0-9]{1,2})?") {
            let theirs = text.parse::<f64>().ok().map(f64::to_bits);
            prop_assert_eq!(rounded(text.as_bytes()).map(f64::to_bits), theirs);
        }

        #[test]
        fn short_numbers_are_read_here(text in "-?[0-9]{1,8}([.][0-9]{0,7})?") {
            prop_assert!(short(text.as_bytes()).is_some(), "{}", text);
        }
    }
}
