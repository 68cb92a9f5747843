//! What there is to know of the row that was read last.

// As in `ahead`.
#![allow(clippy::inline_always)]

use std::borrow::Cow;
use std::ops::Range;

use super::ahead::line_ends;
use super::{How, Row};

impl Row<'_> {
    /// How it is read.
    pub(in crate::package) fn how(&self) -> How {
        self.how
    }

    /// How many cells it has, those behind the last that is wanted included.
    #[inline]
    pub(in crate::package) fn len(&self) -> usize {
        self.found.behind - self.found.first + self.found.others
    }

    /// Where a cell stands, with its quotes.
    #[inline(always)]
    pub(super) fn range(&self, index: usize) -> Range<usize> {
        self.ahead.range(self.found.first + index)
    }

    /// The bytes of a cell.
    #[inline(always)]
    pub(in crate::package) fn cell(&self, index: usize) -> &[u8] {
        if self.found.has_quotes {
            return self.unquoted(index);
        }
        self.bytes().get(self.range(index)).unwrap_or_default()
    }

    /// The same in a row that has quotes.
    #[inline(never)]
    fn unquoted(&self, index: usize) -> &[u8] {
        if self.found.is_remade
            && let Some(cell) = self.remade.get(index)
        {
            return cell;
        }
        let (bytes, Range { start, end }) = (self.bytes(), self.range(index));
        // Behind an empty cell no quote begins. Whether it is empty is no better foreseen than a coin, and not asked.
        let quote = usize::from(bytes.get(start) == Some(&b'"'));
        bytes.get(start + quote..end - quote).unwrap_or_default()
    }

    #[inline(always)]
    fn bytes(&self) -> &[u8] {
        match &self.buffer {
            Cow::Borrowed(bytes) => bytes,
            Cow::Owned(bytes) => bytes,
        }
    }

    /// The cells that are read.
    #[inline]
    pub(in crate::package) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.read_len()).map(|index| self.bare(index))
    }

    /// How many cells are read.
    #[inline]
    pub(in crate::package) fn read_len(&self) -> usize {
        self.len().min(self.how.wanted)
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

    /// The bytes of a cell, less blanks before it that are skipped: those that are not within its quotes.
    #[inline]
    pub(in crate::package) fn bare(&self, index: usize) -> &[u8] {
        let cell = self.cell(index);
        if self.how.skips_blanks { self.without_blanks(cell, index) } else { cell }
    }

    fn without_blanks<'c>(&self, cell: &'c [u8], index: usize) -> &'c [u8] {
        let is_quoted = self.bytes()[self.range(index)].trim_ascii_start().starts_with(b"\"");
        if is_quoted { cell } else { cell.trim_ascii_start() }
    }

    /// Whether this is what it begins with in the file.
    pub(in crate::package) fn begins_with(&self, text: &[u8]) -> bool {
        self.buffer[self.start..self.end].starts_with(text)
    }

    /// The line and the character on it at which a cell begins, from 1; the row's own where the cell is not read.
    pub(in crate::package) fn place(&self, index: usize) -> (u64, u64) {
        if index >= self.read_len() {
            return (self.line, 1);
        }
        let before = &self.buffer[self.start..self.range(index).start];
        let on_line = before.rsplit(|&byte| byte == b'\n').next().unwrap_or_default();
        // Of a character of several bytes, those after the first are no characters.
        let characters = on_line.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        (self.line + line_ends(before), 1 + characters as u64)
    }

    /// Whether its last cell has an opening quote that the file never closes.
    pub(in crate::package) fn is_unclosed(&self) -> bool {
        self.found.is_unclosed
    }

    /// Its first cell that goes on behind its closing quote, as `"x"y` does.
    #[cfg(feature = "sql")]
    pub(in crate::package) fn resumed(&self) -> Option<usize> {
        self.remade.resumed
    }

    /// The empty lines before it, or at the end of the file where there was no row to read.
    pub(in crate::package) fn empty_lines(&self) -> Range<u64> {
        self.looked_from..self.line
    }
}
