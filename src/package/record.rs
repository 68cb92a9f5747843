//! One row as it is read, and the places of its cells.

use std::ops::Range;

use anyhow::Result;

use super::Problem;
use super::csv::Row;
use super::form::Made;
use crate::words::{quoted, words};

/// One row, undecoded.
#[derive(Clone, Copy)]
pub struct Record<'r> {
    pub(super) file: &'r str,
    pub(super) row: &'r Row<'r>,
    /// The row as the bundled package would write it, where it is written otherwise.
    pub(super) made: Option<&'r Made>,
}

impl<'r> Record<'r> {
    /// How many cells the row has; where columns are found by their names, one for each of them.
    pub fn cell_count(self) -> usize {
        let order = self.made.and_then(Made::order);
        order.map_or(self.row.len(), |order| order.len())
    }

    /// The file that it lies in.
    pub(super) fn file(self) -> &'r str {
        self.file
    }

    /// The cells as they stand in the file, in its order.
    #[inline]
    pub fn written(self) -> impl Iterator<Item = &'r [u8]> {
        self.row.cells()
    }

    /// How many these are.
    pub(super) fn written_len(self) -> usize {
        self.row.len()
    }

    /// The line and the character on it at which a cell begins that stands there in this place.
    pub(super) fn place_in_file(self, place: usize) -> (u64, u64) {
        self.row.place(place)
    }

    /// The line at which the row begins.
    pub fn line(self) -> u64 {
        self.row.line()
    }

    /// At which byte of the table it begins, which tells it from all others.
    pub fn position(self) -> u64 {
        self.row.position()
    }

    /// The line and the character on it at which a cell begins.
    pub fn place(self, index: usize) -> (u64, u64) {
        let place = self.made.map_or(Some(index), |made| made.place(index));
        place.map_or((self.row.line(), 1), |place| self.row.place(place))
    }

    /// The empty lines before it.
    pub fn empty_lines(self) -> Range<u64> {
        self.row.empty_lines()
    }

    /// The bytes of a cell; empty where the value is missing.
    pub fn raw(self, index: usize) -> &'r [u8] {
        self.made.map_or_else(|| self.row.cell(index), |made| made.cell(index))
    }

    /// Whether nothing stands in the file where a cell is.
    pub(super) fn is_empty_in_file(self, index: usize) -> bool {
        let place = self.made.map_or(Some(index), |made| made.place(index));
        place.is_some_and(|place| place < self.row.read_len() && self.row.bare(place).is_empty())
    }

    /// Whether a cell is not written as its column says, and stands as it is.
    pub(super) fn is_unread(self, index: usize) -> bool {
        self.made.is_some_and(|made| made.is_wrong(index))
    }

    /// The text of a cell; an error where it is not UTF-8.
    pub fn text(self, index: usize) -> Result<&'r str> {
        std::str::from_utf8(self.raw(index)).map_err(|_| self.bad(index, words().cell_is_not_utf8()))
    }

    /// An error about a cell, with the place where it stands.
    pub fn bad(self, index: usize, what: &str) -> anyhow::Error {
        let (line, column) = self.place(index);
        let cell = quoted(&String::from_utf8_lossy(self.raw(index)));
        Problem { file: self.file.to_owned(), line, column, message: format!("{what}: {cell}") }.into()
    }
}
