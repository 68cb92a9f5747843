//! Making characters visible that a terminal would act on instead of showing.
//!
//! A control character can move the cursor or recolour the screen, and a bidirectional one can make a text read
//! as another. Data may come from anyone, so none of them reaches a terminal as it is.

use std::borrow::Cow;

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

/// Control characters (C0, C1, delete), line and paragraph separators, and the marks, embeddings, overrides and
/// isolates of the Unicode bidirectional algorithm (UAX #9).
pub fn acts_on_terminal(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::escape_control;

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
