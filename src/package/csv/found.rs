//! What there is to know of the row that was read last.

use std::ops::Range;

use super::quoted::line_ends;
use super::{How, Row};

impl Row<'_> {
    /// How it is read.
    pub(in crate::package) fn how(&self) -> How {
        self.how
    }

    /// How many cells it has, those behind the last that is wanted included.
    pub(in crate::package) fn len(&self) -> usize {
        self.cells.count
    }

    /// The bytes of a cell.
    pub(in crate::package) fn cell(&self, index: usize) -> &[u8] {
        self.cells.of(&self.buffer, index)
    }

    /// The cells that are read.
    pub(in crate::package) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.cells.read).map(|index| self.cell(index))
    }

    /// How many cells are read.
    pub(in crate::package) fn read_len(&self) -> usize {
        self.cells.read
    }

    /// Takes the file for one that goes on behind this byte of its table, of whose rows so many cells are wanted.
    pub(in crate::package) fn begin_behind(&mut self, position: u64, wanted: usize) {
        (self.before, self.how.wanted) = (position, wanted);
    }

    /// At which byte of the file it begins.
    pub(in crate::package) fn position(&self) -> u64 {
        self.before + self.start as u64
    }

    /// The line of the file at which it begins, from 1.
    pub(in crate::package) fn line(&self) -> u64 {
        self.line
    }

    /// The line and the character on it at which a cell begins, from 1; the row's own where the cell is not read.
    pub(in crate::package) fn place(&self, index: usize) -> (u64, u64) {
        let Some((begin, _)) = self.cells.place(index) else { return (self.line, 1) };
        let is_quoted = begin > self.start && self.buffer[begin - 1] == b'"';
        let before = &self.buffer[self.start..begin - usize::from(is_quoted)];
        let on_line = before.rsplit(|&byte| byte == b'\n').next().unwrap_or_default();
        // Of a character of several bytes, those after the first are no characters.
        let characters = on_line.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        (self.line + line_ends(before), 1 + characters as u64)
    }

    /// Whether its last cell has an opening quote that the file never closes.
    pub(in crate::package) fn is_unclosed(&self) -> bool {
        self.cells.unclosed
    }

    /// Its first cell that goes on behind its closing quote, as `"x"y` does.
    #[cfg(feature = "sql")]
    pub(in crate::package) fn resumed(&self) -> Option<usize> {
        self.cells.resumed
    }

    /// The empty lines before it, or at the end of the file where there was no row to read.
    pub(in crate::package) fn empty_lines(&self) -> Range<u64> {
        self.looked_from..self.line
    }
}
