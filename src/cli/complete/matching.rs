//! Which words begin with what was typed, and how they are spelt so that a shell agrees.

use super::Candidate;
use crate::package::{Field, FieldType};
use crate::text::fold;

/// What remains of a name behind what was typed, if it begins so: in any case, a plain letter also for one with
/// diacritics, and a space, `-` and `_` alike.
pub(super) fn after<'n>(name: &'n str, typed: &str) -> Option<&'n str> {
    let mut letters = name.chars();
    for typed in typed.chars() {
        let letter = letters.next()?;
        if !is_same(letter, typed) {
            return None;
        }
    }
    Some(letters.as_str())
}

fn is_same(letter: char, typed: char) -> bool {
    if letter.is_ascii() && typed.is_ascii() {
        return letter.eq_ignore_ascii_case(&typed) || is_gap(letter) && is_gap(typed);
    }
    [letter, plain(letter)].iter().any(|letter| letter.to_lowercase().eq(typed.to_lowercase()))
}

fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '-' | '_')
}

/// A letter without its diacritics.
fn plain(letter: char) -> char {
    let mut bytes = [0; 4];
    let folded = fold(letter.encode_utf8(&mut bytes)).chars().next().unwrap_or(letter);
    if letter.is_uppercase() { folded.to_uppercase().next().unwrap_or(folded) } else { folded }
}

/// How many letters, counted from the first, the words have in common.
pub(super) fn in_common(candidates: &[Candidate]) -> usize {
    let Some((first, others)) = candidates.split_first() else { return 0 };
    let same = |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    others.iter().map(|other| same(&first.text, &other.text)).min().unwrap_or(first.text.chars().count())
}

/// Whether a shell that compares letters sees that the word begins with what was typed.
pub(super) fn begins(text: &str, typed: &str) -> bool {
    let mut letters = text.chars();
    typed.chars().all(|typed| letters.next().is_some_and(|letter| letter.to_lowercase().eq(typed.to_lowercase())))
}

/// The word with what was typed at its beginning, and plain letters where only such were typed. The program understands
/// it as well.
pub(super) fn respelt(text: &str, typed: &str) -> String {
    let rest = after(text, typed).unwrap_or_default();
    let rest = if typed.is_ascii() { rest.chars().map(plain).collect() } else { rest.to_owned() };
    format!("{typed}{rest}")
}

/// A title as it is typed for a name: in lower case, and without spaces.
pub(super) fn in_words(title: &str, gap: &str) -> String {
    title.to_lowercase().replace([' ', '_'], gap)
}

/// The items of a cell: one, where it is no list.
pub(super) fn items<'c>(text: &'c str, field: &Field) -> impl Iterator<Item = &'c str> {
    let most = if field.field_type == FieldType::List { usize::MAX } else { 1 };
    text.splitn(most, field.delimiter).filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{after, respelt};

    #[test]
    fn a_name_begins_with_plain_letters_for_its_own() {
        for (name, typed, rest) in [
            ("Järfälla", "jar", Some("fälla")),
            ("Järfälla", "JÄR", Some("fälla")),
            ("Järfälla", "", Some("Järfälla")),
            ("Järfälla", "järfälla", Some("")),
            ("Järfälla", "järfällax", None),
            ("Järfälla", "ar", None),
            // Who types ö means it.
            ("Solna", "sö", None),
            ("ceremony_date", "ceremony-d", Some("ate")),
            ("Upplands-Bro", "upplands b", Some("ro")),
        ] {
            assert_eq!(after(name, typed), rest, "{name} {typed}");
        }
    }

    #[test]
    fn what_was_typed_stays() {
        assert_eq!(respelt("Järfälla", "jar"), "jarfalla");
        assert_eq!(respelt("Örebro län", "ÖR"), "ÖRebro län");
        assert_eq!(respelt("Östra Åby", "ostra"), "ostra Aby");
    }
}
