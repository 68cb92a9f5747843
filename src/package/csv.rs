//! Reading CSV, a row at a time.
//!
//! The format is RFC 4180's, read as leniently as the `csv` crate does: lines may end in LF, CR LF or CR, empty lines
//! are passed over, and what follows a closing quote belongs to the cell. That crate's own reader was rejected:
//! building its state machine takes more instructions than reading a small table, and it looks up every byte of a large
//! one, while only commas, quotes and line ends matter. The tests hold the two against each other.

use std::io::{self, BufRead};
use std::ops::Range;

/// One row, its cells without quotes.
#[derive(Default)]
pub(super) struct Row {
    /// The cells, a comma between two.
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
        Self {
            bytes: Vec::with_capacity(256),
            ends: Vec::with_capacity(16),
            starts: Vec::with_capacity(16),
            looked_from: 1,
            line: 1,
            next_line: 1,
            ..Self::default()
        }
    }

    /// Reads the next row in this one's place; false where there is none.
    pub(super) fn read(&mut self, input: &mut impl BufRead) -> io::Result<bool> {
        self.bytes.clear();
        self.ends.clear();
        self.starts.clear();
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
            (State::RowStart | State::CellStart | State::Plain, _) => self.take_plain(rest, state),
            (State::Quoted, _) => {
                let length = rest.iter().position(|&byte| byte == b'"').unwrap_or(rest.len());
                self.bytes.extend_from_slice(&rest[..length]);
                self.next_line += rest[..length].split(|&byte| byte == b'\n').skip(1).count() as u64;
                if length < rest.len() { (length + 1, State::AfterQuote) } else { (length, state) }
            }
            (State::AfterQuote, b'"') => {
                self.bytes.push(b'"');
                (1, State::Quoted)
            }
            (State::AfterQuote, _) => (0, State::Plain),
            (State::End, _) => (0, state),
        }
    }

    /// Takes in cells up to the end of the line or to one that is quoted, and copies them at once.
    fn take_plain(&mut self, rest: &[u8], mut state: State) -> (usize, State) {
        let (before, mut taken) = (self.bytes.len(), 0);
        while taken < rest.len() {
            if state != State::Plain {
                if rest[taken] == b'"' {
                    break;
                }
                self.starts.push(self.next_offset + taken);
            }
            let Some(length) = rest[taken..].iter().position(|byte| matches!(byte, b',' | b'\n' | b'\r')) else {
                (taken, state) = (rest.len(), State::Plain);
                break;
            };
            taken += length;
            self.ends.push(before + taken);
            if rest[taken] != b',' {
                self.bytes.extend_from_slice(&rest[..taken]);
                self.end_line(rest[taken]);
                return (taken + 1, State::End);
            }
            (taken, state) = (taken + 1, State::CellStart);
        }
        self.bytes.extend_from_slice(&rest[..taken]);
        (taken, state)
    }

    fn end_line(&mut self, byte: u8) {
        self.next_line += 1;
        self.after_return = byte == b'\r';
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
        let line_ends = before.split(|&byte| byte == b'\n').skip(1).count() as u64;
        // Of a character of several bytes, those after the first are no characters.
        let continuing = in_line.iter().filter(|&&byte| byte & 0xc0 == 0x80).count();
        (self.line + line_ends, (1 + self.starts[index] - line_start - continuing) as u64)
    }

    /// Whether its last cell has an opening quote that the file never closes.
    pub(super) fn is_unclosed(&self) -> bool {
        self.unclosed
    }

    /// The empty lines before it, or at the end of the file where there was no row to read.
    pub(super) fn empty_lines(&self) -> Range<u64> {
        self.looked_from..self.line
    }
}

#[cfg(test)]
mod tests {
    use super::Row;
    use proptest::prelude::*;
    use std::io::BufReader;

    fn ours(text: &str, chunk: usize) -> Vec<Vec<String>> {
        let mut input = BufReader::with_capacity(chunk, text.as_bytes());
        let (mut row, mut rows) = (Row::new(), Vec::new());
        while row.read(&mut input).expect("a row") {
            let cells = (0..row.len()).map(|cell| String::from_utf8(row.cell(cell).to_vec()).expect("text"));
            rows.push(cells.collect());
        }
        rows
    }

    fn theirs(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn cells_are_told_apart() {
        for (text, rows) in [
            ("a,b\nc,d\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a,b\r\nc,d", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("\"a,\"\"b\"\"\nc\",\n", vec![vec!["a,\"b\"\nc", ""]]),
            ("\n\na\n\n", vec![vec!["a"]]),
            ("", vec![]),
            (",", vec![vec!["", ""]]),
            ("\"\"", vec![vec![""]]),
        ] {
            assert_eq!(ours(text, 8), rows, "{text:?}");
        }
    }

    #[test]
    fn rows_know_where_they_begin() {
        let text = "a\r\n\r\n\"b\n\"\n\nc\n\n";
        let mut input = text.as_bytes();
        let (mut row, mut places) = (Row::new(), Vec::new());
        while row.read(&mut input).expect("a row") {
            places.push((row.line(), &text[row.offset..=row.offset], row.empty_lines()));
        }
        assert_eq!(places, [(1, "a", 1..1), (3, "\"", 2..3), (6, "c", 5..6)]);
        assert_eq!(row.empty_lines(), 7..8);
    }

    #[test]
    fn cells_know_where_they_begin() {
        let text = "\u{feff}id,note,x\n1,\"å, \"\"b\"\"\nç \"\"c\",\"x\"\n\r\n,,ö\n";
        let mut input = text.as_bytes();
        let (mut row, mut places) = (Row::new(), Vec::new());
        while row.read(&mut input).expect("a row") {
            places.push((0..row.len()).map(|cell| row.place(cell)).collect::<Vec<_>>());
        }
        assert_eq!(places, [[(1, 1), (1, 4), (1, 9)], [(2, 1), (2, 3), (3, 8)], [(5, 1), (5, 2), (5, 3)]]);
    }

    proptest! {
        #[test]
        fn a_cell_stands_where_it_is_said_to(text in "[ab,\"\nå ]{0,24}", chunk in 1usize..9) {
            let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
            let mut input = BufReader::with_capacity(chunk, text.as_bytes());
            let mut row = Row::new();
            while row.read(&mut input).expect("a row") {
                for cell in 0..row.len() {
                    let (line, column) = row.place(cell);
                    let line = &lines[usize::try_from(line).expect("a line") - 1];
                    let from: String = line[usize::try_from(column).expect("a column") - 1..].iter().collect();
                    let first = String::from_utf8_lossy(row.cell(cell)).chars().next();
                    // Its first character is there, or the quote before it, or it is empty and something else is.
                    let shown = from.chars().next();
                    prop_assert!(first.is_none() || shown == first || shown == Some('"'), "{:?} {:?}", text, row.place(cell));
                }
            }
        }

        #[test]
        fn the_csv_crate_reads_the_same(text in "\u{feff}?[ab,\"\n\rå ]{0,24}", chunk in 3usize..9) {
            prop_assert_eq!(ours(&text, chunk), theirs(&text), "{:?}", text);
        }
    }
}
