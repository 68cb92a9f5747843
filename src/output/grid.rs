//! Cells beside each other, each of them wrapped in its own column of the screen.

use std::iter::repeat_n;

use unicode_width::UnicodeWidthStr;

use super::wrap::Wrapped;

/// The blanks between two columns.
pub(super) const GAP: usize = 2;

/// A column of the screen.
#[derive(Clone, Copy)]
pub(super) struct Track {
    pub width: usize,
    /// Whether its cells stand at its right, as numbers do.
    pub is_right: bool,
}

/// The lines of cells that stand beside each other.
pub(super) fn lines<'c>(cells: impl Iterator<Item = &'c str>, tracks: &[Track]) -> Vec<String> {
    let cells: Vec<Vec<&str>> = cells.zip(tracks).map(|(cell, track)| Wrapped::new(cell).lines(track.width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |line: usize| {
        let mut text = String::new();
        // They come before the next part, if there is one: blanks at a line's end are no part of an answer.
        let mut blanks: usize = 0;
        for (cell, track) in cells.iter().zip(tracks) {
            let part = cell.get(line).copied().unwrap_or_default();
            let left = track.width.saturating_sub(part.width());
            let (before, after) = if track.is_right { (left, 0) } else { (0, left) };
            if part.is_empty() {
                blanks = blanks.saturating_add(track.width);
            } else {
                text.extend(repeat_n(' ', blanks + before));
                text.push_str(part);
                blanks = after;
            }
            blanks = blanks.saturating_add(GAP);
        }
        text
    };
    (0..height).map(line).collect()
}
