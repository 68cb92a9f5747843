//! The form in which words are looked for: folded, and without hyphens, so that e-tjänst is etjänst. White space stays as it
//! is, since no word has any.
//!
//! All of a table is brought into it for each question, so sixteen bytes are taken at once. A loop over bytes was rejected: it
//! takes three times the instructions.

use std::str::Utf8Error;

use wide::u8x16;

use super::fold::letters;

/// Adds a text in this form; an error where it is not UTF-8.
///
/// ```
/// use itkommun::text::push_sought;
///
/// let mut sought = Vec::new();
/// push_sought(&mut sought, "E-tjänster i Järfälla".as_bytes())?;
/// assert_eq!(sought, b"etjanster i jarfalla");
/// # Ok::<(), std::str::Utf8Error>(())
/// ```
pub fn push_sought(sought: &mut Vec<u8>, text: &[u8]) -> Result<(), Utf8Error> {
    let (mut rest, mut end) = (text, sought.len());
    // Nothing becomes longer than it is but some of what is foreign.
    sought.resize(end + rest.len(), 0);
    while !rest.is_empty() {
        let plain = write_plain(&mut sought[end..], rest);
        (end, rest) = (end + plain, &rest[plain..]);
        rest = match rest {
            [] => rest,
            [b'-', behind @ ..] => behind,
            // Of what is not ASCII, the Swedish letters are nearly all.
            [0xc3, 0x84 | 0x85 | 0xa4 | 0xa5, behind @ ..] => {
                sought[end] = b'a';
                end += 1;
                behind
            }
            [0xc3, 0x96 | 0xb6, behind @ ..] => {
                sought[end] = b'o';
                end += 1;
                behind
            }
            _ => {
                let foreign = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
                end = write_foreign(sought, end, &rest[..foreign])?;
                &rest[foreign..]
            }
        }
    }
    sought.truncate(end);
    Ok(())
}

/// Writes what a text has before its first hyphen or character that is not of ASCII with small letters for capitals, and
/// returns how many bytes these are. There is room for as many as the text has, and what is behind them may be overwritten.
// Once for each word that has such a character, in a program that is built small.
#[allow(clippy::inline_always)]
#[inline(always)]
fn write_plain(room: &mut [u8], text: &[u8]) -> usize {
    let of = |byte: u8| u8x16::splat(byte);
    let mut taken = 0;
    for (from, to) in text.as_chunks().0.iter().zip(room.as_chunks_mut().0) {
        let all = u8x16::new(*from);
        // Bytes from `A` on become the least.
        let is_capital = (all - of(b'A')).simd_le(of(b'Z' - b'A'));
        *to = (all | is_capital & of(b'a' - b'A')).to_array();
        let ends = all.to_bitmask() | all.simd_eq(of(b'-')).to_bitmask();
        if ends != 0 {
            return taken + ends.trailing_zeros() as usize;
        }
        taken += from.len();
    }
    let last = text[taken..].iter().zip(&mut room[taken..]).take_while(|(from, _)| from.is_ascii() && **from != b'-');
    taken + last.map(|(from, to)| *to = from.to_ascii_lowercase()).count()
}

/// Writes what a run of other characters is in this form, for which there is room unless it is longer than the run, and
/// returns where it ends.
#[cold]
fn write_foreign(sought: &mut Vec<u8>, at: usize, run: &[u8]) -> Result<usize, Utf8Error> {
    let mut form = String::new();
    letters(str::from_utf8(run)?, &mut |letter| form.extend(Some(letter).filter(|letter| *letter != '-')));
    sought.resize(sought.len() + form.len().saturating_sub(run.len()), 0);
    sought[at..at + form.len()].copy_from_slice(form.as_bytes());
    Ok(at + form.len())
}

#[cfg(test)]
mod tests {
    use super::push_sought;
    use crate::text::fold;
    use proptest::prelude::*;

    fn sought(text: &str) -> String {
        let mut sought = b"before ".to_vec();
        push_sought(&mut sought, text.as_bytes()).expect("UTF-8");
        String::from_utf8(sought).expect("UTF-8")["before ".len()..].to_owned()
    }

    #[test]
    fn hyphens_do_not_matter_wherever_they_stand() {
        for (text, form) in [
            ("", ""),
            ("e-tjänst", "etjanst"),
            ("-IT--kommun@ABYZ[`az{-", "itkommun@abyz[`az{"),
            ("Självskattningen 2009–2013", "sjalvskattningen 2009–2013"),
            ("\u{ff0d}Ｅ\u{301}\u{ad}", "e\u{ad}"),
        ] {
            assert_eq!(sought(text), form, "{text:?}");
        }
    }

    #[test]
    fn what_is_not_utf_8_is_an_error() {
        assert!(push_sought(&mut Vec::new(), b"kommun\xe4ndern").is_err());
    }

    proptest! {
        #[test]
        fn it_is_folded_but_for_hyphens_and_blanks(text in "[ -~åäöÅÄÖéß–\u{301}]{0,40}|.*") {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&sought(&text)), words(&fold(&text).replace('-', "")));
        }
    }
}
