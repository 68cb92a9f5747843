//! Text in lines of a width: at blanks; within a word that is wider than the line after `_`, `/` or `-`, or where a part
//! begins with a capital, as in `DigitaliseringsKommun`; anywhere only where nothing else is left.

use std::cell::OnceCell;
use std::mem;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text, taken apart where it may go on in the next line.
pub(super) struct Wrapped<'t> {
    text: &'t str,
    words: Vec<Word>,
}

/// What stands between two blanks.
struct Word {
    /// Where it begins.
    start: usize,
    width: usize,
    /// Its parts, if it has some: where each ends, and how wide it is. Few words are so wide that they are asked for.
    parts: OnceCell<Vec<(usize, usize)>>,
}

/// What is narrower is no line of its own: a comma, a last syllable.
const TAIL: usize = 4;

/// Where a line ends.
pub(super) enum Break {
    /// At a blank.
    Blank,
    /// Within a word, behind a sign that parts it.
    Sign,
    /// Within a word, where it has no sign; of so wide a word.
    Within(usize),
    /// The same, where only the word's tail is left for the next line.
    Tail,
}

impl<'t> Wrapped<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut words = Vec::new();
        let mut start = 0;
        for word in text.split(' ') {
            words.push(Word { start, width: word.width(), parts: OnceCell::new() });
            start += word.len() + 1;
        }
        Self { text, words }
    }

    /// How wide its widest figure is, which should never be parted: a number, with its sign and its unit.
    pub(super) fn figure(&self) -> usize {
        let figures = self.words.iter().filter(|word| {
            let word = self.written(word);
            let is_joined = word.contains('\u{a0}') || !word.contains(char::is_alphabetic);
            is_joined && word.contains(|character: char| character.is_ascii_digit())
        });
        figures.map(|word| word.width).max().unwrap_or(0)
    }

    /// How wide its widest part is that stands between blanks and signs.
    pub(super) fn widest_part(&self) -> usize {
        self.words.iter().flat_map(|word| self.parts(word)).map(|(_, width)| *width).max().unwrap_or(0)
    }

    fn written(&self, word: &Word) -> &'t str {
        let text = &self.text[word.start..];
        text.split_once(' ').map_or(text, |(word, _)| word)
    }

    fn parts<'w>(&self, word: &'w Word) -> &'w [(usize, usize)] {
        word.parts.get_or_init(|| parts(self.written(word), word.start))
    }

    /// How wide it is in one line.
    pub(super) fn width(&self) -> usize {
        self.words.iter().map(|word| word.width + 1).sum::<usize>() - 1
    }

    /// The lines at a width, without the blanks at their ends.
    pub(super) fn lines(&self, width: usize) -> Vec<&'t str> {
        let (mut lines, mut start) = (Vec::new(), 0);
        self.breaks(width, &mut |at, _| {
            lines.push(self.text[start..at].trim_end_matches(' '));
            start = at;
        });
        lines.push(self.text[start..].trim_end_matches(' '));
        lines
    }

    /// Tells where the text goes on in a new line, and why there.
    pub(super) fn breaks(&self, width: usize, tell: &mut dyn FnMut(usize, Break)) {
        // How much of the line is taken.
        let mut taken = 0;
        for (number, word) in self.words.iter().enumerate() {
            let blank = usize::from(number > 0);
            if taken + blank + word.width <= width {
                taken += blank + word.width;
                continue;
            }
            if number > 0 {
                tell(word.start, Break::Blank);
            }
            taken = word.width;
            if word.width > width {
                taken = self.broken(word, width, tell);
            }
        }
    }

    /// Breaks a word that is wider than a line, from the line's beginning, and returns how much the last line has.
    fn broken(&self, word: &Word, width: usize, tell: &mut dyn FnMut(usize, Break)) -> usize {
        let (mut taken, mut start) = (0, word.start);
        for &(end, part) in self.parts(word) {
            if taken > 0 && taken + part > width {
                tell(start, Break::Sign);
                taken = 0;
            }
            if part <= width {
                taken += part;
            } else {
                for (at, character) in self.text[start..end].char_indices() {
                    let wide = character.width().unwrap_or(0);
                    if taken > 0 && taken + wide > width {
                        let is_tail = self.text[start + at..end].width() < TAIL;
                        tell(start + at, if is_tail { Break::Tail } else { Break::Within(word.width) });
                        taken = 0;
                    }
                    taken += wide;
                }
            }
            start = end;
        }
        taken
    }
}

/// The parts of a word that begins at this place: where each ends, and how wide it is.
fn parts(word: &str, start: usize) -> Vec<(usize, usize)> {
    // A letter or two before a hyphen, as in e-tjänst and IT-kommun, are not a line.
    const SHORT: usize = 3;
    let (mut parts, mut end, mut width) = (Vec::new(), start, 0);
    for part in word.split_inclusive(['_', '/', '-']).flat_map(at_capitals) {
        end += part.len();
        width += part.width();
        if width > SHORT || !part.ends_with('-') {
            parts.push((end, mem::take(&mut width)));
        }
    }
    parts.extend((width > 0).then_some((end, width)));
    parts
}

/// A part of a word, parted once more before each capital that follows a small letter.
fn at_capitals(part: &str) -> impl Iterator<Item = &str> {
    let places = part.char_indices().zip(part.chars().skip(1));
    let inner = places.filter(|((_, one), next)| one.is_lowercase() && next.is_uppercase());
    let mut start = 0;
    let ends = inner.map(|((at, one), _)| at + one.len_utf8()).chain([part.len()]);
    ends.map(move |end| &part[mem::replace(&mut start, end)..end]).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::Wrapped;

    #[test]
    fn text_goes_on_at_blanks_a_long_name_at_signs_and_what_is_left_anywhere() {
        for (text, width, lines) in [
            ("", 5, &[""][..]),
            ("a bb ccc", 4, &["a bb", "ccc"]),
            ("a  b", 9, &["a  b"]),
            ("change_management_and_it", 11, &["change_", "management_", "and_it"]),
            ("Sveriges DigitaliseringsKommun", 17, &["Sveriges", "Digitaliserings", "Kommun"]),
            ("at it_platform", 11, &["at", "it_platform"]),
            ("https://a.se/x", 8, &["https://", "a.se/x"]),
            ("e-tjänstekatalog", 6, &["e-tjän", "stekat", "alog"]),
            ("≈\u{a0}70\u{a0}points in all", 11, &["≈\u{a0}70\u{a0}points", "in all"]),
            ("一二三", 4, &["一二", "三"]),
            ("ab", 1, &["a", "b"]),
            ("o\u{308}a", 1, &["o\u{308}", "a"]),
        ] {
            assert_eq!(Wrapped::new(text).lines(width), lines, "{text} at {width}");
        }
    }
}
