//! Texts fitted to a screen: to its width, and to its height where they are to be seen at once.

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, WrapAlgorithm, fill};

use crate::output::Terminal;

/// No line is longer, however wide the terminal.
const WIDEST: u16 = 100;

/// The lines of a usual screen.
const SCREEN: usize = 24;

/// How wide help is on a terminal.
pub(in crate::cli) fn width(terminal: Terminal) -> usize {
    usize::from(terminal.width.unwrap_or(WIDEST).min(WIDEST))
}

/// The text in lines of this width, the first of which begins at this column, and the others behind this indent.
pub(super) fn filled_from(text: &str, width: usize, column: usize, indent: &str) -> String {
    let first = " ".repeat(column);
    let options = Options::new(width).initial_indent(&first).subsequent_indent(indent);
    let options = options.wrap_algorithm(WrapAlgorithm::FirstFit).word_splitter(WordSplitter::NoHyphenation);
    fill(text, options)[column..].to_owned()
}

/// A text as it fits on a screen: the prompt takes a line of that, too, and blank lines give way to it, the last ones
/// first.
pub(in crate::cli) fn fitted(mut text: String) -> String {
    while text.lines().count() >= SCREEN
        && let Some(blank) = text.rfind("\n\n")
    {
        text.remove(blank);
    }
    text
}

/// As much of a text as there is room for, with a mark where there is more.
pub(super) fn cut(text: &str, room: usize) -> String {
    if display_width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split(' ') {
        if display_width(&kept) + display_width(word) + 2 > room {
            break;
        }
        kept.push_str(if kept.is_empty() { "" } else { " " });
        kept.push_str(word);
    }
    kept.trim_end_matches([',', ';', ':']).to_owned() + "…"
}
