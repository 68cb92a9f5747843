//! The rows and cells that are found ahead of the row that is read.
//!
//! Of many rows at once it is listed where their cells begin, which takes next to no decision a cell, and to read a cell is then
//! to look its place up. Only in a block of bytes that has quotes, or lies within some, it is decided mark by mark.

// What is done once a cell is a call less, in a program that is built small.
#![allow(clippy::inline_always)]

use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::How;
use super::marks::{BLOCK, Marks, Signs};

/// So far ahead is looked at most, unless no row ends there: what is found is read before it leaves the fastest memory.
const MOST: usize = if cfg!(test) { 2 * BLOCK } else { 16 << 10 };

/// So many cells of a row are kept beyond those that are wanted: to count all is cheaper than to see which are.
const BEYOND: usize = if cfg!(test) { 4 } else { 1 << 16 };

/// What is found ahead.
pub(super) struct Ahead {
    signs: Signs,
    /// The byte from which on it was looked.
    base: usize,
    /// How far behind it each cell begins, and, at `count`, what is behind the last of them; what follows is none.
    begins: Vec<u32>,
    count: usize,
    rows: Vec<Found>,
    /// How many of the rows are read.
    taken: usize,
    /// Whether the block that was looked at last has quotes, or is within some.
    has_quotes: bool,
    /// So far is looked next: twice as far each time, since who reads a row that stands alone may read no other.
    far: usize,
}

/// A row that is found.
#[derive(Clone, Copy, Default)]
pub(super) struct Found {
    /// Its cells in the list of them.
    pub first: usize,
    pub behind: usize,
    /// How many it has besides these, of a row that has far more than are wanted.
    pub others: usize,
    /// How many lines end within its quotes.
    pub lines: u64,
    /// Whether it may have quotes.
    pub has_quotes: bool,
    /// Whether a cell of it is not what stands between its quotes: two quotes are one, or it goes on behind them.
    pub is_remade: bool,
    /// Whether the file ends within the quotes of its last cell.
    pub is_unclosed: bool,
}

impl Ahead {
    /// In a file with this separator, of which nothing is read.
    pub(super) fn new(delimiter: u8) -> Self {
        Self {
            signs: Signs::new(delimiter),
            base: 0,
            begins: Vec::new(),
            count: 0,
            rows: Vec::new(),
            taken: 0,
            has_quotes: false,
            far: BLOCK,
        }
    }

    /// Forgets what was found, where a row is gone to that may stand alone.
    pub(super) fn go(&mut self) {
        self.forget();
        self.far = BLOCK;
    }

    fn forget(&mut self) {
        self.rows.clear();
        self.taken = 0;
    }

    /// The next row that is found and not read.
    pub(super) fn next(&mut self) -> Option<Found> {
        let found = self.rows.get(self.taken).copied();
        self.taken += usize::from(found.is_some());
        found
    }

    /// Where a cell is, with its quotes.
    #[inline(always)]
    pub(super) fn range(&self, cell: usize) -> Range<usize> {
        let Some(&[begin, behind]) = self.begins[cell..].first_chunk() else { return 0..0 };
        self.base + begin as usize..self.base + behind as usize - 1
    }

    /// Looks for rows from this byte on that are read so; false where none ends there. The last row of a file ends with it.
    #[inline(never)]
    pub(super) fn look(&mut self, bytes: &[u8], base: usize, is_whole: bool, how: How) -> bool {
        self.forget();
        if base >= bytes.len() {
            return false;
        }
        (self.base, self.count) = (base, 0);
        let (mut at, mut row) = (base, Found::default());
        // Where it is within quotes, up to which byte: of two quotes the second may be in the next block.
        let mut quoted = None;
        while at < bytes.len() && (at - base < self.far || self.rows.is_empty()) {
            let Some(from) = u32::try_from(at - base).ok().filter(|from| from >> 31 == 0) else { return false };
            let marks = self.signs.of(&bytes[at..]);
            // Besides those of the block what is behind the last, and the end of the file.
            if self.begins.len() < self.count + BLOCK + 4 {
                self.begins.resize(2 * (self.count + BLOCK), 0);
            }
            self.has_quotes = marks.quotes != 0 || quoted.is_some();
            row.has_quotes |= self.has_quotes;
            let plain = if self.has_quotes { self.simple(at, marks, quoted) } else { Some((marks, false)) };
            if let Some((marks, is_open)) = plain {
                self.plain(marks, from, &mut row);
                quoted = is_open.then_some(at + BLOCK);
            } else {
                self.quoted(bytes, at, (marks, how), &mut row, &mut quoted);
            }
            if self.count - row.first > how.wanted.saturating_add(BEYOND) {
                let behind = row.first + how.wanted + 1;
                row.others += self.count - behind;
                self.begins[behind] = self.begins[self.count];
                self.count = behind;
            }
            at += BLOCK;
        }
        self.far = (2 * self.far).min(MOST);
        let is_begun = row.first < self.count || self.next_cell() < bytes.len();
        if is_whole && at >= bytes.len() && is_begun {
            row.is_unclosed = quoted.is_some();
            row.is_remade |= row.is_unclosed;
            self.count += 1;
            self.begins[self.count] = within(bytes.len() + 1 - base);
            self.row(&mut row, self.count);
        }
        !self.rows.is_empty()
    }

    /// Takes in a block without quotes.
    #[inline(always)]
    fn plain(&mut self, marks: Marks, from: u32, row: &mut Found) {
        let Marks { mut ends, mut lines, .. } = marks;
        while lines != 0 {
            // All bits up to the lowest that is set.
            let cells = ends & (lines ^ (lines - 1));
            self.row(row, self.count + cells.count_ones() as usize);
            lines &= lines - 1;
        }
        let count = ends.count_ones() as usize;
        // Always a few at once, some of which are none: to see after each whether it is the last is what takes time.
        let (begins, from) = (self.begins[self.count + 1..].as_chunks_mut().0, from + 1);
        for [a, b, c, d] in &mut begins[..count.div_ceil(4)] {
            *a = from + lowest(&mut ends);
            *b = from + lowest(&mut ends);
            *c = from + lowest(&mut ends);
            *d = from + lowest(&mut ends);
        }
        self.count += count;
    }

    /// What has a meaning in a block whose quotes are each around a whole cell that is one line, and whether it ends within
    /// some; nothing where they are others. As most are, all marks are told from each other at once.
    fn simple(&self, at: usize, marks: Marks, quoted: Option<usize>) -> Option<(Marks, bool)> {
        let mut within = marks.quotes;
        // Each bit becomes whether the number of quotes up to it is odd.
        for width in [1, 2, 4, 8, 16, 32] {
            within ^= within << width;
        }
        if let Some(taken) = quoted {
            if taken > at {
                return None;
            }
            within = !within;
        }
        let (opening, closing, ends) = (marks.quotes & within, marks.quotes & !within, marks.ends & !within);
        let begins = ends << 1 | u64::from(at == self.next_cell());
        let is_simple = opening & !begins == 0
            && (closing << 1) & !ends == 0
            && closing >> (BLOCK - 1) == 0
            && marks.lines & within == 0;
        is_simple.then_some((Marks { ends, lines: marks.lines, quotes: 0 }, within >> (BLOCK - 1) == 1))
    }

    /// Takes in a block with quotes or within some, mark by mark.
    fn quoted(
        &mut self,
        bytes: &[u8],
        at: usize,
        (marks, how): (Marks, How),
        row: &mut Found,
        quoted: &mut Option<usize>,
    ) {
        let (mut from, mut uncounted) = (quoted.unwrap_or(at).max(at), at);
        loop {
            let behind = u32::try_from(from - at).unwrap_or(u64::BITS);
            let of_meaning = if quoted.is_some() { marks.quotes } else { marks.quotes | marks.ends };
            let left = of_meaning & u64::MAX.checked_shl(behind).unwrap_or(0);
            if left == 0 {
                break;
            }
            let bit = left.trailing_zeros();
            let here = at + bit as usize;
            from = here + 1;
            match quoted {
                Some(taken) if bytes.get(from) == Some(&b'"') => {
                    row.is_remade = true;
                    from += 1;
                    *taken = from;
                }
                Some(_) => {
                    row.lines += line_ends(&bytes[uncounted..here]);
                    let is_end = |byte: &u8| *byte == how.delimiter || matches!(byte, b'\n' | b'\r');
                    row.is_remade |= !bytes.get(from).is_none_or(is_end);
                    *quoted = None;
                }
                None if marks.quotes >> bit & 1 == 0 => {
                    self.count += 1;
                    self.begins[self.count] = within(from - self.base);
                    if marks.lines >> bit & 1 == 1 {
                        self.row(row, self.count);
                    }
                }
                None => {
                    let before = &bytes[self.next_cell()..here];
                    let is_skipped = how.skips_blanks && before.trim_ascii().is_empty();
                    // Elsewhere in a cell a quote is a character like others.
                    if before.is_empty() || is_skipped {
                        (*quoted, uncounted) = (Some(from), here);
                        row.is_remade |= !before.is_empty();
                    }
                }
            }
        }
        if quoted.is_some() {
            row.lines += line_ends(&bytes[uncounted..bytes.len().min(at + BLOCK)]);
        }
    }

    /// Where the cell begins whose end is looked for.
    fn next_cell(&self) -> usize {
        self.base + self.begins[self.count] as usize
    }

    /// Takes in the row whose cells are before this one.
    fn row(&mut self, row: &mut Found, behind: usize) {
        self.rows.push(Found { behind, ..*row });
        *row = Found { first: behind, has_quotes: self.has_quotes, ..Found::default() };
    }
}

/// A number of bytes that is below 2³¹ and those of a block, as `look` sees to.
fn within(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// Takes the lowest bit that is set; of none is left, the one behind the last.
#[inline(always)]
fn lowest(bits: &mut u64) -> u32 {
    let lowest = bits.trailing_zeros();
    *bits &= bits.wrapping_sub(1);
    lowest
}

/// How many lines end within these bytes. In most none does, which is found sooner than what is counted.
pub(super) fn line_ends(bytes: &[u8]) -> u64 {
    if memchr(b'\n', bytes).is_none() { 0 } else { memchr_iter(b'\n', bytes).count() as u64 }
}
