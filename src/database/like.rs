//! The operator LIKE, for which SQLite's own knows the case of a to z alone.

use std::str::Chars;

/// What a pattern asks for next.
enum Part {
    /// `%`: any number of characters.
    Many,
    /// `_`: one character.
    One,
    /// This character, in any case.
    Letter(char),
    /// An escape with nothing behind it, which SQLite lets match nothing.
    Nothing,
}

/// Whether a text is what a pattern asks for, whatever the case of its letters. What follows `escape` in the pattern
/// stands for itself.
pub(super) fn like(pattern: &str, text: &str, escape: Option<char>) -> bool {
    let (mut pattern, mut text) = (pattern.chars(), text.chars());
    // Where the last `%` is, and the text behind what it has taken so far. An earlier one need not be tried again.
    let mut last_many: Option<(Chars, Chars)> = None;
    loop {
        let fits = match part(&mut pattern, escape) {
            None if text.as_str().is_empty() => return true,
            None | Some(Part::Nothing) => false,
            Some(Part::Many) => {
                last_many = Some((pattern.clone(), text.clone()));
                true
            }
            Some(Part::One) => text.next().is_some(),
            Some(Part::Letter(letter)) => text.next().is_some_and(|other| are_one(letter, other)),
        };
        if fits {
            continue;
        }
        let Some((behind, rest)) = &mut last_many else { return false };
        if rest.next().is_none() {
            return false;
        }
        (pattern, text) = (behind.clone(), rest.clone());
    }
}

fn part(pattern: &mut Chars, escape: Option<char>) -> Option<Part> {
    let character = pattern.next()?;
    Some(match character {
        _ if Some(character) == escape => pattern.next().map_or(Part::Nothing, Part::Letter),
        '%' => Part::Many,
        '_' => Part::One,
        _ => Part::Letter(character),
    })
}

fn are_one(a: char, b: char) -> bool {
    a == b || a.to_lowercase().eq(b.to_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rusqlite::Connection;

    use super::like;

    #[test]
    fn letters_are_of_any_case() {
        for (pattern, text) in [("åre", "ÅRE"), ("%Ö%", "järfälla kommun, ö"), ("__R%", "öäRE"), ("É", "é"), ("", "")]
        {
            assert!(like(pattern, text, None), "{pattern} {text}");
        }
        for (pattern, text) in [("are", "åre"), ("_", ""), ("_", "åä"), ("a", ""), ("%b", "ba")] {
            assert!(!like(pattern, text, None), "{pattern} {text}");
        }
    }

    proptest! {
        /// For the letters that it knows.
        #[test]
        fn sqlite_says_the_same(pattern in "[abA%_!]{0,8}", text in "[abB%_!]{0,8}") {
            let sqlite = Connection::open_in_memory().expect("a database");
            for (sql, escape) in [("SELECT ?2 LIKE ?1", None), ("SELECT ?2 LIKE ?1 ESCAPE '!'", Some('!')), ("SELECT ?2 LIKE ?1 ESCAPE '_'", Some('_'))] {
                let theirs: bool = sqlite.query_row(sql, [&pattern, &text], |row| row.get(0)).expect(sql);
                prop_assert_eq!(like(&pattern, &text, escape), theirs, "{:?} {:?} {:?}", pattern, text, escape);
            }
        }
    }
}
