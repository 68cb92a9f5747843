//! Reading CSV, a row at a time, its its cells parted by commas, or in a file that is no package's by semicolons or tabs.
//!
//! The format is RFC 4180's, read as leniently as the `csv` crate does: lines may end in LF, CR LF or CR, empty lines
//! are passed over, and what follows a closing quote belongs to the cell. That crate's own reader was rejected:
//! building its state machine takes more instructions than reading a small table, and it looks up every byte of a large
//! one, while only separators, quotes and line ends matter. The tests hold the two against each other.

use std::io::{self, BufRead};
use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr3};

/// One row, its cells without quotes.
#[derive(Default)]
pub(super) struct Row {
    /// What parts two cells.
    delimiter: u8,
    /// How many bytes it may have.
    longest: usize,
    /// How many cells are read; what stands behind them on a line without quotes is passed over.
    wanted: usize,
    /// The cells, a separator between two.
    bytes: Vec<u8>,
    /// Where each cell ends in `bytes`.
    ends: Vec<usize>,
    /// At which byte of the file each cell begins, its quote included.
    starts: Vec<usize>,
    /// The line from which on it was looked for, and the line and the byte of the file at which it begins.
    looked_from: u64,
    line: u64,
    offset: usize,
    /// The line and the byte of the file that are read next.
    next_line: u64,
    next_offset: usize,
    /// Whether the last byte read was a carriage return, so that a line feed after it belongs to it.
    after_return: bool,
    /// Whether the file ended within quotes.
    unclosed: bool,
    /// The first cell that goes on behind its closing quote.
    resumed: Option<usize>,
}

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Where in a row the reading is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    RowStart,
    CellStart,
    Plain,
    Quoted,
    /// After a quote within quotes: it closes them, or it is the first half of a quote.
    AfterQuote,
    End,
}

impl Row {
    /// Before the first row of a file.
    pub(super) fn new() -> Self {
        Self::delimited(b',', usize::MAX)
    }

    /// The same of a file with this separator, and with rows of at most so many bytes: a longer one is an error of the
    /// kind [`io::ErrorKind::FileTooLarge`].
    pub(super) fn delimited(delimiter: u8, longest: usize) -> Self {
        Self {
            delimiter,
            longest,
            wanted: usize::MAX,
            bytes: Vec::with_capacity(256),
            ends: Vec::with_capacity(16),
            starts: Vec::with_capacity(16),
            looked_from: 1,
            line: 1,
            next_line: 1,
            ..Self::default()
        }
    }

    /// Asks for cells up to this one alone.
    pub(super) fn read_up_to(&mut self, last: usize) {
        self.wanted = last + 1;
    }

    /// Reads the next row in this one's place; false where there is none.
    pub(super) fn read(&mut self, input: &mut impl BufRead) -> io::Result<bool> {
        self.bytes.clear();
        self.ends.clear();
        self.starts.clear();
        self.resumed = None;
        self.looked_from = self.next_line;
        if self.next_offset == 0 && input.fill_buf()?.starts_with(BYTE_ORDER_MARK) {
            input.consume(BYTE_ORDER_MARK.len());
            self.next_offset = BYTE_ORDER_MARK.len();
        }
        (self.line, self.offset) = (self.next_line, self.next_offset);
        let mut state = State::RowStart;
        while state != State::End {
            let chunk = input.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            let mut rest = chunk;
            while !rest.is_empty() && state != State::End {
                let taken;
                (taken, state) = self.take(rest, state);
                rest = &rest[taken..];
                self.next_offset += taken;
                if state == State::RowStart {
                    (self.line, self.offset) = (self.next_line, self.next_offset);
                }
            }
            let taken = chunk.len() - rest.len();
            input.consume(taken);
            if self.bytes.len() > self.longest {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
        }
        self.unclosed = state == State::Quoted;
        if !matches!(state, State::RowStart | State::End) {
            // The file ends within the row's last line.
            if state == State::CellStart {
                self.starts.push(self.next_offset);
            }
            self.ends.push(self.bytes.len());
        }
        Ok(state != State::RowStart)
    }

    /// Takes in some bytes of `rest`, at least one unless only the state changes.
    fn take(&mut self, rest: &[u8], state: State) -> (usize, State) {
        let after_return = std::mem::take(&mut self.after_return);
        match (state, rest[0]) {
            (State::RowStart, b'\n') if after_return => (1, state),
            (State::RowStart, byte @ (b'\n' | b'\r')) => {
                self.end_line(byte);
                (1, state)
            }
            (State::RowStart | State::CellStart, b'"') => {
                self.starts.push(self.next_offset);
                (1, State::Quoted)
            }
            // Compiled for each separator: a comparison with a constant is what most of the reading is.
            (State::RowStart | State::CellStart | State::Plain, _) => match self.delimiter {
                b';' => self.take_plain::<b';'>(rest, state),
                b'\t' => self.take_plain::<b'\t'>(rest, state),
                b'|' => self.take_plain::<b'|'>(rest, state),
                b':' => self.take_plain::<b':'>(rest, state),
                b' ' => self.take_plain::<b' '>(rest, state),
                _ => self.take_plain::<b','>(rest, state),
            },
            (State::Quoted, _) => {
                let length = memchr(b'"', rest).unwrap_or(rest.len());
                self.bytes.extend_from_slice(&rest[..length]);
                self.next_line += line_ends(&rest[..length]);
                if length < rest.len() { (length + 1, State::AfterQuote) } else { (length, state) }
            }
            (State::AfterQuote, b'"') => {
                self.bytes.push(b'"');
                (1, State::Quoted)
            }
            (State::AfterQuote, byte) => {
                if byte != self.delimiter && byte != b'\n' && byte != b'\r' {
                    self.resumed = self.resumed.or(Some(self.ends.len()));
                }
                (0, State::Plain)
            }
            (State::End, _) => (0, state),
        }
    }

    /// Takes in cells up to the end of the line or to one that is quoted, and copies them at once.
    fn take_plain<const DELIMITER: u8>(&mut self, rest: &[u8], mut state: State) -> (usize, State) {
        let (before, mut taken) = (self.bytes.len(), 0);
        while taken < rest.len() {
            if state != State::Plain {
                if rest[taken] == b'"' {
                    break;
                }
                self.starts.push(self.next_offset + taken);
            }
            let Some(length) = cell_end::<DELIMITER>(&rest[taken..]) else {
                (taken, state) = (rest.len(), State::Plain);
                break;
            };
            taken += length;
            self.ends.push(before + taken);
            if rest[taken] != DELIMITER {
                self.bytes.extend_from_slice(&rest[..taken]);
                self.end_line(rest[taken]);
                return (taken + 1, State::End);
            }
            (taken, state) = (taken + 1, State::CellStart);
            // Within quotes a line may end that is not the row's; then all cells are read.
            if self.ends.len() == self.wanted
                && let Some(at) = memchr3(b'"', b'\n', b'\r', &rest[taken..])
                && rest[taken + at] != b'"'
            {
                self.bytes.extend_from_slice(&rest[..taken]);
                self.end_line(rest[taken + at]);
                return (taken + at + 1, State::End);
            }
        }
        self.bytes.extend_from_slice(&rest[..taken]);
        (taken, state)
    }

    fn end_line(&mut self, byte: u8) {
        self.next_line += 1;
        self.after_return = byte == b'\r';
    }

    /// How many bytes it may have.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// How many cells it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of a cell.
    pub(super) fn cell(&self, index: usize) -> &[u8] {
        &self.bytes[self.begin(index)..self.ends[index]]
    }

    /// Where a cell begins in `bytes`.
    fn begin(&self, index: usize) -> usize {
        if index == 0 { 0 } else { self.ends[index - 1] + 1 }
    }

    /// The line of the file at which it begins, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// The line and the character on it at which a cell begins, from 1.
    pub(super) fn place(&self, index: usize) -> (u64, u64) {
        let before = &self.bytes[..self.begin(index)];
        // The line begins with the row, or behind the last line end in the cells before.
        let (line_start, in_line) = match before.iter().rposition(|&byte| byte == b'\n') {
            None => (self.offset, before),
            Some(at) => {
                let cell = self.ends.iter().position(|&end| at < end).unwrap_or(0);
                let cell_start = self.begin(cell);
                // A line end stands within quotes; each quote before it is two in the file.
                let quotes = before[cell_start..at].split(|&byte| byte == b'"').skip(1).count();
                (self.starts[cell] + 1 + (at - cell_start) + quotes + 1, &before[at + 1..])
            }
        };
        // Of a character of several bytes, those after the first are no characters.
        let continuing = in_line.iter().filter(|&&byte| byte & 0xc0 == 0x80).count();
        (self.line + line_ends(before), (1 + self.starts[index] - line_start - continuing) as u64)
    }

    /// Whether its last cell has an opening quote that the file never closes.
    pub(super) fn is_unclosed(&self) -> bool {
        self.unclosed
    }

    /// Its first cell that goes on behind its closing quote, as `"x"y` does.
    #[cfg(feature = "sql")]
    pub(super) fn resumed(&self) -> Option<usize> {
        self.resumed
    }

    /// The empty lines before it, or at the end of the file where there was no row to read.
    pub(super) fn empty_lines(&self) -> Range<u64> {
        self.looked_from..self.line
    }
}

/// How many lines end within cells. In most none does, which is found sooner than what is counted.
fn line_ends(cell: &[u8]) -> u64 {
    if memchr(b'\n', cell).is_none() { 0 } else { memchr_iter(b'\n', cell).count() as u64 }
}

/// Where a cell without quotes ends. Most are shorter than what it takes to begin a search by words of the machine; some
/// are sentences.
fn cell_end<const DELIMITER: u8>(rest: &[u8]) -> Option<usize> {
    const SHORT: usize = 16;
    let (begin, others) = rest.split_at(SHORT.min(rest.len()));
    // Letters and most digits are above all that ends a cell, and need one comparison.
    let highest = DELIMITER.max(b'\r');
    let is_end = |&byte: &u8| byte <= highest && (byte == DELIMITER || byte == b'\n' || byte == b'\r');
    let found = begin.iter().position(is_end);
    found.or_else(|| memchr3(DELIMITER, b'\n', b'\r', others).map(|at| begin.len() + at))
}

#[cfg(test)]
mod tests;
