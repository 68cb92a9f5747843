//! The cells of one row that are not as they stand in the file.

use std::ops::Range;

use memchr::memchr;

/// Cells without the first of two quotes, and without those around what of them is in quotes.
#[derive(Default)]
pub(super) struct Remade {
    /// Which they are, and where in `bytes`.
    cells: Vec<(usize, Range<usize>)>,
    bytes: Vec<u8>,
    /// The first that goes on behind its closing quote.
    pub(super) resumed: Option<usize>,
}

impl Remade {
    /// Forgets them.
    pub(super) fn clear(&mut self) {
        self.resumed = None;
        if !self.cells.is_empty() {
            self.cells.clear();
            self.bytes.clear();
        }
    }

    /// Takes in a cell, if it is one of these, less the blanks before its quote, if these are skipped.
    pub(super) fn add(&mut self, index: usize, cell: &[u8], skips_blanks: bool) {
        let cell = if skips_blanks { cell.trim_ascii_start() } else { cell };
        let Some((b'"', mut left)) = cell.split_first() else { return };
        let begin = self.bytes.len();
        let is_closed = loop {
            let Some(quote) = memchr(b'"', left) else { break false };
            self.bytes.extend_from_slice(&left[..quote]);
            left = &left[quote + 1..];
            let Some((b'"', behind)) = left.split_first() else { break true };
            self.bytes.push(b'"');
            left = behind;
        };
        self.bytes.extend_from_slice(left);
        if is_closed && !left.is_empty() {
            self.resumed = self.resumed.or(Some(index));
        }
        self.cells.push((index, begin..self.bytes.len()));
    }

    /// A cell, if it is one of these.
    pub(super) fn get(&self, index: usize) -> Option<&[u8]> {
        let at = self.cells.binary_search_by_key(&index, |(cell, _)| *cell).ok()?;
        Some(&self.bytes[self.cells[at].1.clone()])
    }
}
