//! Making characters visible that a terminal would act on instead of showing.
//!
//! A control character can move the cursor or recolour the screen, and a bidirectional one can make a text read
//! as another. Data may come from anyone, so none of them reaches a terminal as it is.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with control and bidirectional characters written out, as `\n` or `\u{202e}`.
pub fn escape_control(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts_on_terminal) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if acts_on_terminal(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The same of a text of several lines, which these stay.
pub fn escape_lines(text: &str) -> String {
    text.split('\n').map(escape_control).collect::<Vec<_>>().join("\n")
}

/// JSON with the characters that a terminal would act on and that JSON lets stand as they are (delete, C1,
/// bidirectional ones), written as JSON's own escapes, so that it says the same.
pub fn escape_in_json(json: &str) -> String {
    escape_in_json_besides(json, &|_| false)
}

/// The same, and with these characters besides.
pub fn escape_in_json_besides(json: &str, is_besides: &dyn Fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if acts_on_terminal(character) || is_besides(character) {
            let _ = character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(escaped, "\\u{unit:04x}"));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// No more of a text than this, in characters, is told in a message.
const LONGEST_QUOTED: usize = 120;

/// Nor more than this of a value of which there may be many.
const LONGEST_VALUE: usize = 60;

/// What was typed or read, quoted for a message: with nothing in it that a terminal would act on, and where it is long
/// its beginning and how long it is.
pub fn quoted(text: &str) -> String {
    quoted_in(text, "an empty value", "characters")
}

/// The same in a language that calls an empty value and characters so.
pub fn quoted_in(text: &str, an_empty_value: &str, characters: &str) -> String {
    quoted_up_to(LONGEST_QUOTED, text, an_empty_value, characters)
}

/// The same of a value of which there may be many.
pub fn quoted_value_in(text: &str, an_empty_value: &str, characters: &str) -> String {
    quoted_up_to(LONGEST_VALUE, text, an_empty_value, characters)
}

fn quoted_up_to(longest: usize, text: &str, an_empty_value: &str, characters: &str) -> String {
    if text.trim().is_empty() {
        return an_empty_value.to_owned();
    }
    match text.char_indices().nth(longest) {
        None => format!("`{}`", escape_control(text)),
        Some((at, _)) => format!("`{}…` ({} {characters})", escape_control(&text[..at]), text.chars().count()),
    }
}

/// No more members of a set than this are told in a message.
const MOST_MEMBERS: usize = 10;

/// The members of a set for a message, the first of them where they are many, with what a language says of so many others.
pub fn set_in(members: &[String], others: impl Fn(usize) -> String) -> String {
    let told: Vec<Cow<str>> = members.iter().take(MOST_MEMBERS).map(|member| begin(member)).collect();
    let left = members.len() - told.len();
    told.join(", ") + &if left == 0 { String::new() } else { others(left) }
}

/// As much of a text as a message has room for, with a mark where that is not all of it.
fn begin(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_VALUE) {
        None => Cow::Borrowed(text),
        Some((at, _)) => format!("{}…", &text[..at]).into(),
    }
}

/// What another program says, for a message: the same, without quotes.
pub fn shortened<'t>(text: &'t str, characters: &str) -> Cow<'t, str> {
    match text.char_indices().nth(LONGEST_QUOTED) {
        None => escape_control(text),
        Some((at, _)) => format!("{}… ({} {characters})", escape_control(&text[..at]), text.chars().count()).into(),
    }
}

/// Control characters (C0, C1, delete), line and paragraph separators, and the marks, embeddings, overrides and
/// isolates of the Unicode bidirectional algorithm (UAX #9).
pub fn acts_on_terminal(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{escape_control, escape_in_json, quoted};

    #[test]
    fn a_long_text_is_quoted_with_a_mark_where_it_is_cut() {
        assert_eq!(quoted("a\u{1b}"), "`a\\u{1b}`");
        assert_eq!(quoted(&"å".repeat(100_000)), format!("`{}…` (100000 characters)", "å".repeat(120)));
        assert_eq!(quoted(&"å".repeat(120)), format!("`{}`", "å".repeat(120)));
    }

    #[test]
    fn json_with_acting_characters_escaped_says_the_same() {
        let text = "a\u{7f}\u{9b}\u{202e}å\n";
        let escaped = escape_in_json(&serde_json::json!(text).to_string());
        assert_eq!(escaped, r#""a\u007f\u009b\u202eå\n""#);
        assert_eq!(serde_json::from_str::<String>(&escaped).expect("JSON"), text);
    }

    #[test]
    fn clearing_the_screen_is_shown() {
        assert_eq!(escape_control("\u{1b}[2JFalkenberg"), "\\u{1b}[2JFalkenberg");
    }

    #[test]
    fn turning_the_reading_direction_is_shown() {
        assert_eq!(escape_control("moc.\u{202e}elpmaxe"), "moc.\\u{202e}elpmaxe");
    }

    #[test]
    fn a_second_line_smuggled_in_is_shown() {
        assert_eq!(escape_control("a\nb\tc\r"), "a\\nb\\tc\\r");
    }

    #[test]
    fn swedish_is_left_alone() {
        assert!(matches!(escape_control("Upplands Väsby – Järfälla"), std::borrow::Cow::Borrowed(_)));
    }
}
