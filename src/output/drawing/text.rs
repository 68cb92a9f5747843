//! Text on a drawing: how wide it is in whatever font the viewer has, and in which lines it is set.
//!
//! Text is text, so that it can be searched, copied and read aloud. Data goes into text nodes only.

use std::borrow::Cow;

use svg::node::element::{Group, Text, Title};
use unicode_width::UnicodeWidthChar;

use crate::text::escape_control;

/// The faces of the one typeface.
#[derive(Clone, Copy)]
pub(super) enum Face {
    Plain,
    Muted,
    Bold,
    Title,
    Small,
}

impl Face {
    /// Its class in the sheet's style.
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Muted => "muted",
            Self::Bold => "bold",
            Self::Title => "title",
            Self::Small => "muted small",
        }
    }

    /// About how high its letters are, in pixels.
    fn size(self) -> f64 {
        match self {
            Self::Title => 18.0,
            Self::Small => 11.0,
            _ => 13.0,
        }
    }

    /// The height of a line.
    pub(super) fn line(self) -> f64 {
        match self {
            Self::Title => 24.0,
            Self::Small => 15.0,
            _ => 18.0,
        }
    }

    /// How wide a text is at most, in pixels.
    pub(super) fn width(self, text: &str) -> f64 {
        let bold = if matches!(self, Self::Bold | Self::Title) { 1.12 } else { 1.0 };
        text.chars().map(em).sum::<f64>() * self.size() * bold
    }

    /// The text in lines of a width, at most so many: broken between words, within a word that is wider than a line. What
    /// is cut has a mark at its end.
    pub(super) fn lines(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let text = legible(text);
        // Sums of the same widths differ in their last digits.
        let width = width + 0.01;
        let mut lines = vec![String::new()];
        let mut taken = 0.0;
        for (at, word) in text.split(' ').enumerate() {
            let (blank, wide) = (if at > 0 { " " } else { "" }, self.width(word));
            if taken > 0.0 && taken + self.width(blank) + wide > width {
                lines.push(String::new());
                taken = 0.0;
            }
            let blank = if taken > 0.0 { blank } else { "" };
            for character in blank.chars().chain(word.chars()) {
                let wide = self.width(character.encode_utf8(&mut [0; 4]));
                if taken > 0.0 && taken + wide > width {
                    lines.push(String::new());
                    taken = 0.0;
                }
                if let Some(line) = lines.last_mut() {
                    line.push(character);
                }
                taken += wide;
            }
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(line) = lines.last_mut() {
                while self.width(line) + self.width(CUT) > width && line.pop().is_some() {}
                line.push_str(CUT);
            }
        }
        lines
    }

    /// The text at a place, in one line.
    pub(super) fn at(self, text: &str, x: f64, y: f64) -> Text {
        Text::new(legible(text)).set("class", self.class()).set("x", rounded(x)).set("y", rounded(y))
    }

    /// These lines of a text under each other; where that is not all of it, a viewer tells the whole.
    pub(super) fn block(self, text: &str, lines: &[String], x: f64, y: f64) -> Group {
        let (mut block, mut y) = (Group::new(), y);
        for line in lines {
            block = block.add(self.at(line, x, y));
            y += self.line();
        }
        if lines.last().is_some_and(|line| line.ends_with(CUT)) { block.add(Title::new(legible(text))) } else { block }
    }
}

/// What stands where a text is cut.
const CUT: &str = "…";

/// The text without characters that XML cannot hold or a reader cannot see.
pub(super) fn legible(text: &str) -> Cow<'_, str> {
    let text = escape_control(text);
    // The two that are no characters, and that XML refuses even written as references.
    if text.contains(['\u{fffe}', '\u{ffff}']) {
        text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}").into()
    } else {
        text
    }
}

/// A number with one decimal: the eye sees no more, and files stay small and alike everywhere.
pub(super) fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// How wide a character is, in letter heights, in the widest of the usual fonts: Verdana and `DejaVu` Sans.
fn em(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' => 0.35,
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | '|' | '/' | '-' | '(' | ')' | '[' | ']' | 'f' | 't' | 'r'
        | 'I' => 0.46,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 1.08,
        _ if character.is_ascii_digit() || character.is_lowercase() => 0.64,
        _ if character.is_uppercase() => 0.8,
        _ => match character.width() {
            None | Some(0) => 0.0,
            Some(1) => 0.9,
            Some(_) => 1.3,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::Face;

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_what_is_cut_is_marked() {
        let long = "å".repeat(10_000);
        let lines = Face::Title.lines(&long, 300.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…') && lines.iter().all(|line| Face::Title.width(line) <= 300.0), "{lines:?}");
        assert_eq!(Face::Plain.lines("one two", 40.0, 3), ["one", "two"]);
        assert_eq!(Face::Plain.lines("≈\u{a0}70\u{a0}points", 40.0, 9).concat(), "≈\u{a0}70\u{a0}points");
    }

    #[test]
    fn what_xml_cannot_hold_is_written_out() {
        assert_eq!(super::legible("a\u{1b}\u{ffff}b"), "a\\u{1b}\u{fffd}b");
    }
}
