//! Folding: what is typed and what is stored meet in one plain form.
//!
//! Case, diacritics and the Unicode composition of a letter carry no meaning in a search: `JÄRFÄLLA`,
//! `Järfälla` and `jarfalla` are one name. ICU's full case folding was rejected: it would need its own
//! tables for the two letters (ß, ſ) that lowercasing leaves apart.

use std::borrow::Cow;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// The folded form: lower case, no diacritics, runs of white space as one space, none at the ends.
///
/// Folding what is folded changes nothing.
///
/// ```
/// use itkommun::text::fold;
///
/// assert_eq!(fold("Upplands  VÄSBY"), "upplands vasby");
/// // Composed or not, a letter is one.
/// assert_eq!(fold("Ja\u{308}rfa\u{308}lla"), fold("Järfälla"));
/// ```
pub fn fold(text: &str) -> Cow<'_, str> {
    if is_folded_ascii(text) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    push_folded(&mut folded, text);
    Cow::Owned(folded)
}

/// Only what is not ASCII has to be decomposed, and of that Swedish has little; the rest goes over word by word.
fn push_folded(folded: &mut String, text: &str) {
    let start = folded.len();
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().position(|byte| byte <= b' ' || byte >= 128).unwrap_or(rest.len());
        folded.push_str(&rest[..plain]);
        rest = &rest[plain..];
        let foreign = rest.bytes().position(|byte| byte.is_ascii()).unwrap_or(rest.len());
        match &rest[..foreign] {
            "" => {
                if let Some(sign) = rest.chars().next() {
                    push(folded, start, sign);
                    rest = &rest[sign.len_utf8()..];
                }
            }
            "å" | "ä" | "Å" | "Ä" => folded.push('a'),
            "ö" | "Ö" => folded.push('o'),
            run => letters(run, &mut |letter| push(folded, start, letter)),
        }
        rest = &rest[foreign..];
    }
    let end = folded[start..].trim_end().len();
    folded.truncate(start + end);
    folded[start..].make_ascii_lowercase();
}

/// Takes each character of what a run is folded.
pub(super) fn letters(run: &str, take: &mut dyn FnMut(char)) {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(run);
    // Lowercasing may put a combining dot back (İ → i̇), so marks are dropped after it, not before.
    decomposed.chars().flat_map(char::to_lowercase).filter(|letter| !is_diacritic(*letter)).for_each(take);
}

fn push(folded: &mut String, start: usize, letter: char) {
    if letter.is_whitespace() {
        if folded.len() > start && !folded.ends_with(' ') {
            folded.push(' ');
        }
    } else {
        folded.push(letter);
    }
}

/// A name, folded, and a hyphen is a space: Upplands-Bro is Upplands Bro.
pub fn fold_name(text: &str) -> String {
    fold(text).replace('-', " ")
}

/// Whether a name is, folded, this one, which is folded already.
pub fn is_folded_name(name: &str, folded: &str) -> bool {
    may_fold_to(name, folded) && fold_name(name) == folded
}

/// Whether a text may, folded, be this one. Most texts differ in one of the first letters, and folding them costs a hundred
/// times what that does.
pub fn may_fold_to(text: &str, folded: &str) -> bool {
    let pairs = text.bytes().zip(folded.bytes());
    // Of such a letter or digit it is known what it is folded; of what stands behind another sign not even where it is.
    let mut alike = pairs.take_while(|(byte, _)| byte.is_ascii_alphanumeric());
    alike.all(|(byte, folded)| byte.to_ascii_lowercase() == folded)
}

fn is_folded_ascii(text: &str) -> bool {
    let mut last = b' ';
    for &byte in text.as_bytes() {
        if !byte.is_ascii_graphic() && byte != b' ' || byte.is_ascii_uppercase() || byte == b' ' && last == b' ' {
            return false;
        }
        last = byte;
    }
    text.is_empty() || last != b' '
}

/// The block of combining diacritical marks, which holds every accent that Latin letters decompose into.
fn is_diacritic(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_name, is_folded_name};
    use proptest::prelude::*;

    #[test]
    fn case_diacritics_and_composition_do_not_matter() {
        for typed in ["Järfälla", "JÄRFÄLLA", "jarfalla", "Ja\u{308}rfa\u{308}lla", " järfälla\u{a0}"] {
            assert_eq!(fold(typed), "jarfalla", "{typed:?}");
        }
        assert_eq!(fold("Upplands  Väsby"), "upplands vasby");
        assert_eq!(fold("Siösteen\u{2009}Thiel"), "siosteen thiel");
        assert_eq!(fold("İ"), "i");
        assert_eq!(fold(""), "");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text).into_owned();
            prop_assert_eq!(fold(&once), once.as_str());
        }

        #[test]
        fn the_short_cut_by_the_first_letters_changes_nothing(name in "[ a-zA-ZÅåÄöK\u{301}-]{0,4}", other in "[ a-zA-ZÅåÄök-]{0,4}") {
            let folded = fold_name(&other);
            prop_assert_eq!(is_folded_name(&name, &folded), fold_name(&name) == folded);
        }

        #[test]
        fn whatever_the_letters(name in any::<String>()) {
            prop_assert!(is_folded_name(&name, &fold_name(&name)));
        }

        #[test]
        fn the_short_cut_for_plain_text_changes_nothing(text in "[ a-zA-Z0-9.-]{0,12}") {
            let long_way = text.to_lowercase();
            let long_way = long_way.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(fold(&text), long_way);
        }
    }
}
