//! The cells of one row, as ranges of the bytes in which it was found.

use std::ops::Range;

/// Where the cells of a row are.
#[derive(Default)]
pub(super) struct Cells {
    /// Where each is, without the quotes around it; of the last row, or of one before it.
    places: Vec<(usize, usize)>,
    /// How many of these are of the last row.
    pub(super) read: usize,
    /// How many cells it has, those that are not read included.
    pub(super) count: usize,
    /// The cells that are not as they stand, and where in `made` they are: without the first of two quotes.
    remade: Vec<(usize, Range<usize>)>,
    made: Vec<u8>,
    /// Whether the file ended within the quotes of the last.
    pub(super) unclosed: bool,
    /// The first that goes on behind its closing quote.
    pub(super) resumed: Option<usize>,
}

impl Cells {
    /// Forgets them.
    pub(super) fn clear(&mut self) {
        (self.read, self.count, self.unclosed, self.resumed) = (0, 0, false, None);
        if !self.remade.is_empty() {
            self.remade.clear();
            self.made.clear();
        }
    }

    /// Adds a cell that stands there.
    pub(super) fn push(&mut self, begin: usize, end: usize) {
        self.room(1)[0] = (begin, end);
        self.read += 1;
    }

    /// Places for further cells, at least one and at most so many.
    pub(super) fn room(&mut self, most: usize) -> &mut [(usize, usize)] {
        if self.read == self.places.len() {
            self.places.resize((2 * self.read).max(16), (0, 0));
        }
        let room = &mut self.places[self.read..];
        let most = most.min(room.len());
        &mut room[..most]
    }

    /// Adds a cell that stands there, and is these parts one after the other.
    pub(super) fn push_parts(&mut self, (begin, end): (usize, usize), parts: &[&[u8]]) {
        let from = self.made.len();
        for part in parts {
            self.made.extend_from_slice(part);
        }
        self.remade.push((self.read, from..self.made.len()));
        self.push(begin, end);
    }

    /// Where one stands.
    pub(super) fn place(&self, index: usize) -> Option<(usize, usize)> {
        self.places[..self.read].get(index).copied()
    }

    /// The bytes of one that was found in these.
    #[inline]
    pub(super) fn of<'r>(&'r self, bytes: &'r [u8], index: usize) -> &'r [u8] {
        if !self.remade.is_empty()
            && let Ok(at) = self.remade.binary_search_by_key(&index, |(cell, _)| *cell)
        {
            return &self.made[self.remade[at].1.clone()];
        }
        let (begin, end) = self.places[..self.read][index];
        &bytes[begin..end]
    }
}
