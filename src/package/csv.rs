//! Reading CSV, a row at a time, its cells parted by commas, or by what else a file has between them.
//!
//! The format is RFC 4180's, read as leniently as the `csv` crate does: lines may end in LF, CR LF or CR, empty lines
//! are passed over, and what follows a closing quote belongs to the cell. That crate's own reader was rejected:
//! building its state machine takes more instructions than reading a small table, and it looks up every byte of a large
//! one, while only separators, quotes and line ends matter. Here these are found sixteen bytes at once and ahead of the row
//! that is read, cells are ranges of what was read, and only those that are asked for are freed of their quotes. The tests
//! hold the two against each other.

mod ahead;
mod cells;
mod found;
mod marks;
mod part;

use std::borrow::Cow;
use std::io::{self, Read};

use ahead::{Ahead, Found};
use cells::Remade;
pub(super) use part::Reached;

/// One row, its cells without quotes.
pub(super) struct Row<'b> {
    how: How,
    /// What was read of the file and is not passed over, up to `filled`.
    buffer: Cow<'b, [u8]>,
    filled: usize,
    /// Whether that is all that there is.
    is_whole: bool,
    /// Whether what there is else is not to be read here.
    is_part: bool,
    ahead: Ahead,
    found: Found,
    remade: Remade,
    /// Where in `buffer` it begins and ends, and where what follows it begins.
    start: usize,
    end: usize,
    next: usize,
    /// How many bytes of the file are before those in `buffer`.
    before: u64,
    /// The line of the file at which the first row was looked for.
    first_line: u64,
    /// The line from which on it was looked for, the one at which it begins, and the one that is read next.
    looked_from: u64,
    line: u64,
    next_line: u64,
    /// Whether the last byte read was a carriage return, so that a line feed after it belongs to it.
    after_return: bool,
}

/// How rows are read.
#[derive(Clone, Copy)]
pub(super) struct How {
    /// What parts two cells.
    pub delimiter: u8,
    /// How many bytes a row may have.
    pub longest: usize,
    /// How many of its cells are read; those behind them are counted.
    pub wanted: usize,
    /// Whether blanks before a quote are passed over, so that it opens a cell.
    pub skips_blanks: bool,
}

/// So many cells of a row are read at most: no table has as many columns, and a row of nothing but separators has more.
const MOST_CELLS: usize = 1 << 20;

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// So much is read at first, and so much at once of a long file; in the tests so little that rows lie over its end.
const FIRST: usize = if cfg!(test) { 8 } else { 8 << 10 };
const USUAL: usize = if cfg!(test) { 16 } else { 64 << 10 };

impl<'b> Row<'b> {
    /// Before the first row of a file with this separator, with rows of at most so many bytes: a longer one is an error of
    /// the kind [`io::ErrorKind::FileTooLarge`].
    pub(super) fn new(delimiter: u8, longest: usize) -> Self {
        Self {
            how: How { delimiter, longest, wanted: MOST_CELLS, skips_blanks: false },
            buffer: Cow::default(),
            filled: 0,
            is_whole: false,
            is_part: false,
            ahead: Ahead::new(delimiter),
            found: Found::default(),
            remade: Remade::default(),
            start: 0,
            end: 0,
            next: 0,
            before: 0,
            first_line: 1,
            looked_from: 1,
            line: 1,
            next_line: 1,
            after_return: false,
        }
    }

    /// Before the first row of these bytes, which are all of a file.
    pub(super) fn over(bytes: Cow<'b, [u8]>, delimiter: u8) -> Self {
        Self { filled: bytes.len(), buffer: bytes, is_whole: true, ..Self::new(delimiter, usize::MAX) }
    }

    /// Asks for cells up to this one alone.
    pub(super) fn read_up_to(&mut self, last: usize) {
        self.how.wanted = (last + 1).min(MOST_CELLS);
    }

    /// Passes over blanks before a quote, so that it opens a cell.
    pub(super) fn skip_blanks(&mut self) {
        self.how.skips_blanks = true;
    }

    /// Reads the next row in this one's place; false where there is none.
    pub(super) fn read(&mut self, input: &mut dyn Read) -> io::Result<bool> {
        self.looked_from = self.next_line;
        if self.buffer.is_empty() && !self.is_whole && !self.is_part {
            self.fill(input)?;
            if self.buffer[..self.filled].starts_with(BYTE_ORDER_MARK) {
                self.next = BYTE_ORDER_MARK.len();
            }
        }
        loop {
            while let Some(found) = self.ahead.next() {
                if self.is_row(found) {
                    let is_too_long = self.end - self.start > self.how.longest;
                    return if is_too_long { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(true) };
                }
            }
            if self.ahead.look(&self.buffer[..self.filled], self.next, self.is_whole, self.how) {
                continue;
            }
            // That there is none is told of this line, and that it is too long.
            self.line = self.next_line;
            if self.is_whole && self.next < self.filled {
                // Longer than places in it are counted.
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            if self.is_whole || self.is_part {
                (self.start, self.found) = (self.next, Found::default());
                self.remade.clear();
                return Ok(false);
            }
            self.fill(input)?;
        }
    }

    /// Reads more of the file, behind what of it is not passed over, until there is no room: a row that is not whole is
    /// looked through again, which must not be for each few bytes of a long one.
    #[inline(never)]
    fn fill(&mut self, input: &mut dyn Read) -> io::Result<()> {
        if self.filled - self.next > self.how.longest {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let buffer = self.buffer.to_mut();
        buffer.copy_within(self.next..self.filled, 0);
        self.before += self.next as u64;
        (self.filled, self.next) = (self.filled - self.next, 0);
        if buffer.len() < USUAL || self.filled > buffer.len() / 2 {
            buffer.resize((buffer.len() * 2).max(FIRST), 0);
        }
        while self.filled < buffer.len() && !self.is_whole {
            match input.read(&mut buffer[self.filled..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(read) => {
                    self.filled += read;
                    self.is_whole = read == 0;
                }
            }
        }
        Ok(())
    }

    /// Goes on to what was found; false where it is an empty line, which is none of the rows.
    fn is_row(&mut self, found: Found) -> bool {
        (self.start, self.line, self.found) = (self.next, self.next_line, found);
        self.end = self.ahead.range(found.behind - 1).end;
        let line_end = self.buffer[..self.filled].get(self.end);
        let is_empty = self.start == self.end;
        // Of two bytes that end a line together, the second ends no other.
        let is_second = is_empty && self.after_return && line_end == Some(&b'\n');
        self.next = self.end + usize::from(line_end.is_some());
        self.next_line += found.lines + u64::from(line_end.is_some() && !is_second);
        self.after_return = line_end == Some(&b'\r');
        self.remade.clear();
        if found.is_remade {
            for index in 0..self.read_len() {
                self.remade.add(index, &self.buffer[self.range(index)], self.how.skips_blanks);
            }
        }
        !is_empty
    }
}

#[cfg(test)]
mod tests;
