//! Reading CSV, a row at a time, its cells parted by commas, or by what else a file has between them.
//!
//! The format is RFC 4180's, read as leniently as the `csv` crate does: lines may end in LF, CR LF or CR, empty lines
//! are passed over, and what follows a closing quote belongs to the cell. That crate's own reader was rejected:
//! building its state machine takes more instructions than reading a small table, and it looks up every byte of a large
//! one, while only separators, quotes and line ends matter. Here these are found sixteen bytes at once, cells are ranges
//! of what was read, and behind the last cell that is wanted only the end of the row is looked for. The tests hold the
//! two against each other.

mod cells;
mod found;
mod marks;
mod part;
mod quoted;

use std::borrow::Cow;
use std::io::{self, Read};

use cells::Cells;
use marks::{Marks, Stopped};
pub(super) use part::Reached;
use quoted::quoted;

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
    marks: Marks,
    cells: Cells,
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
}

/// What the bytes of one cell must be for the row to be read on, and which cell that is.
pub type Screen<'s> = (usize, &'s dyn Fn(&[u8]) -> bool);

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// So much is read at first, and so much at once of a long file; in the tests so little that rows lie over its end.
const FIRST: usize = if cfg!(test) { 8 } else { 8 << 10 };
const USUAL: usize = if cfg!(test) { 16 } else { 64 << 10 };

/// The bytes that are there end within the row.
struct Cut;

impl<'b> Row<'b> {
    /// Before the first row of a file with this separator, with rows of at most so many bytes: a longer one is an error of
    /// the kind [`io::ErrorKind::FileTooLarge`].
    pub(super) fn new(delimiter: u8, longest: usize) -> Self {
        Self {
            how: How { delimiter, longest, wanted: usize::MAX },
            buffer: Cow::default(),
            filled: 0,
            is_whole: false,
            is_part: false,
            marks: Marks::new(delimiter),
            cells: Cells::default(),
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
        self.how.wanted = last + 1;
    }

    /// Reads the next row in this one's place; false where there is none. Of one that does not pass the screen no cell
    /// behind it is read.
    pub(super) fn read(&mut self, input: &mut dyn Read, screen: Option<Screen>) -> io::Result<bool> {
        self.looked_from = self.next_line;
        if self.buffer.is_empty() && !self.is_whole && !self.is_part {
            self.fill(input)?;
            if self.buffer[..self.filled].starts_with(BYTE_ORDER_MARK) {
                self.next = BYTE_ORDER_MARK.len();
            }
        }
        loop {
            self.pass_line_ends();
            if self.next < self.filled && self.find(screen).is_ok() {
                let is_too_long = self.end - self.start > self.how.longest;
                return if is_too_long { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(true) };
            }
            if self.is_whole || self.is_part {
                self.begin();
                return Ok(false);
            }
            self.fill(input)?;
        }
    }

    /// Reads more of the file, behind what of it is not passed over, until there is no room: a row that is not whole is
    /// looked through again, which must not be for each few bytes of a long one.
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
        self.marks.forget(0);
        Ok(())
    }

    /// Passes over empty lines.
    fn pass_line_ends(&mut self) {
        while let Some(&byte @ (b'\n' | b'\r')) = self.buffer[..self.filled].get(self.next) {
            self.next += 1;
            if byte == b'\r' || !self.after_return {
                self.next_line += 1;
            }
            self.after_return = byte == b'\r';
        }
        if self.next < self.filled {
            self.after_return = false;
        }
    }

    fn begin(&mut self) {
        self.cells.clear();
        (self.start, self.line) = (self.next, self.next_line);
    }

    /// Finds the cells of the row that begins at `next`, and what follows it.
    fn find(&mut self, screen: Option<Screen>) -> Result<(), Cut> {
        self.begin();
        self.marks.pass_to(self.start);
        let bytes = &self.buffer[..self.filled];
        let (cells, marks) = (&mut self.cells, &mut self.marks);
        let (mut at, mut lines, mut quote, mut wanted) = (self.start, 0, None, self.how.wanted);
        let mut pause = screen.map_or(wanted, |(cell, _)| wanted.min(cell + 1));
        self.end = loop {
            let has_quotes = bytes.get(at) == Some(&b'"');
            let stopped = if has_quotes || cells.count >= wanted {
                let is_read = cells.count < wanted;
                let found = if has_quotes {
                    quoted(bytes, at, self.is_whole, is_read, (cells, marks), &mut lines)?
                } else {
                    marks.cell_end(bytes)
                };
                cells.count += 1;
                match found {
                    Some((end, true)) => break end,
                    Some((end, false)) => Stopped::Before(end + 1),
                    None if self.is_whole => break bytes.len(),
                    None => return Err(Cut),
                }
            } else {
                let (count, stopped) = marks.plain(bytes, at, cells.room(pause - cells.count));
                cells.read += count;
                cells.count += count;
                stopped
            };
            at = match stopped {
                Stopped::Before(next) => next,
                Stopped::Line(end) => break end,
                Stopped::Cut(begin) if self.is_whole => {
                    cells.push(begin, bytes.len());
                    cells.count += 1;
                    break bytes.len();
                }
                Stopped::Cut(_) => return Err(Cut),
            };
            if cells.count < pause {
                continue;
            }
            if let Some((cell, passes)) = screen
                && cells.count == cell + 1
            {
                (wanted, pause) = if passes(cells.of(bytes, cell)) { (wanted, wanted) } else { (cell + 1, cell + 1) };
            }
            // Within quotes a line may end that is not the row's.
            if cells.count >= wanted && quote.is_none_or(|quote| at > quote) {
                let (stop, separators) = marks.stop(bytes, at).unwrap_or((bytes.len(), 0));
                if bytes.get(stop).is_some_and(|byte| *byte != b'"') {
                    cells.count += separators + 1;
                    break stop;
                }
                marks.forget(at);
                quote = Some(stop);
            }
        };
        let is_line_end = self.end < bytes.len();
        self.next = self.end + usize::from(is_line_end);
        self.next_line += lines + u64::from(is_line_end);
        self.after_return = is_line_end && bytes[self.end] == b'\r';
        Ok(())
    }
}

#[cfg(test)]
mod tests;
