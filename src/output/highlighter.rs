//! Highlighter words where they stand in text that goes to a terminal.
//!
//! It works on the finished lines, after all wrapping: a mark put into a cell before that would count as width.

use std::io::{self, Write};

use crate::text::fold;

/// Bold, and a colour that can be read on black and on white.
pub(super) const MARK: &str = "\u{1b}[1;38;5;163m";
const PLAIN: &str = "\u{1b}[0m";

/// Passes text on, a line at a time, with the words in it marked. What is styled already (headings, footers) is none
/// of the answer's own text and stays as it is.
pub(super) struct Highlighter<'w> {
    out: &'w mut dyn Write,
    words: Vec<String>,
    line: Vec<u8>,
}

impl<'w> Highlighter<'w> {
    /// For words that are folded already and none of which is empty.
    pub(super) fn new(out: &'w mut dyn Write, words: Vec<String>) -> Self {
        Self { out, words, line: Vec::new() }
    }
}

impl Write for Highlighter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|&byte| byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                let line = marked(&String::from_utf8_lossy(&self.line), &self.words);
                self.line.clear();
                self.out.write_all(line.as_bytes())?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(marked(&String::from_utf8_lossy(&self.line), &self.words).as_bytes())?;
        self.line.clear();
        self.out.flush()
    }
}

fn marked(line: &str, words: &[String]) -> String {
    let mut text = String::with_capacity(line.len() + 16);
    let mut rest = line;
    // What stands before, in and after each styled run.
    while let Some(start) = rest.find('\u{1b}') {
        let end = rest[start..].find(PLAIN).map_or(rest.len(), |at| start + at + PLAIN.len());
        text.push_str(&marked_plain(&rest[..start], words));
        text.push_str(&rest[start..end]);
        rest = &rest[end..];
    }
    text + &marked_plain(rest, words)
}

fn marked_plain(text: &str, words: &[String]) -> String {
    // For each byte of the folded text, the place of the letter that it comes from.
    let (mut folded, mut origins) = (String::new(), Vec::new());
    for (at, letter) in text.char_indices() {
        let mut buffer = [0; 4];
        let letter: &str = letter.encode_utf8(&mut buffer);
        let plain = if letter.trim().is_empty() { letter.into() } else { fold(letter) };
        origins.extend(std::iter::repeat_n(at, plain.len()));
        folded.push_str(&plain);
    }
    let mut marks = vec![false; text.len()];
    for word in words {
        for (start, _) in folded.match_indices(word.as_str()) {
            let end = origins.get(start + word.len()).copied().unwrap_or(text.len());
            marks[origins[start]..end].fill(true);
        }
    }
    let (mut shown, mut within) = (String::with_capacity(text.len()), false);
    for (at, letter) in text.char_indices() {
        if marks[at] != within {
            within = marks[at];
            shown.push_str(if within { MARK } else { PLAIN });
        }
        shown.push(letter);
    }
    if within { shown + PLAIN } else { shown }
}

#[cfg(test)]
mod tests {
    use super::marked;

    fn marks(line: &str, words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        marked(line, &words).replace(super::MARK, "[").replace(super::PLAIN, "]")
    }

    #[test]
    fn words_are_marked_as_they_are_found() {
        assert_eq!(marks("Järfälla kommun", &["jarfalla"]), "[Järfälla] kommun");
        assert_eq!(marks("Ja\u{308}rfa\u{308}lla", &["jar"]), "[Ja\u{308}r]fa\u{308}lla");
        assert_eq!(marks("e-tjänst, E-TJÄNSTER", &["tjan", "e-t"]), "[e-tjän]st, [E-TJÄN]STER");
        assert_eq!(marks("nothing here", &["kalix"]), "nothing here");
    }

    #[test]
    fn what_is_styled_already_is_left_alone() {
        assert_eq!(
            super::marked("\u{1b}[1myear\u{1b}[0m year", &["year".to_owned()]),
            "\u{1b}[1myear\u{1b}[0m \u{1b}[1;38;5;163myear\u{1b}[0m"
        );
    }
}
