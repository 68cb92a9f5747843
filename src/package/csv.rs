//! Reading CSV, a row at a time.
//!
//! The format is RFC 4180's, read as leniently as the `csv` crate does: lines may end in LF, CR LF or CR, empty lines
//! are passed over, and what follows a closing quote belongs to the cell. That crate's own reader was rejected:
//! building its state machine takes more instructions than reading a small table, and it looks up every byte of a large
//! one, while only commas, quotes and line ends matter. The tests hold the two against each other.

use std::io::{self, BufRead};
use std::ops::Range;

/// One row, its cells without commas and quotes.
pub struct Row {
    bytes: Vec<u8>,
    /// Where each cell ends in `bytes`.
    ends: Vec<usize>,
    /// The line from which on it was looked for, and the line and the byte of the file at which it begins.
    looked_from: u64,
    line: u64,
    offset: usize,
    /// The line and the byte of the file that are read next.
    next_line: u64,
    next_offset: usize,
    /// Whether the last byte read was a carriage return, so that a line feed after it belongs to it.
    after_return: bool,
}

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
    pub fn new() -> Self {
        Self {
            bytes: Vec::with_capacity(256),
            ends: Vec::with_capacity(16),
            looked_from: 1,
            line: 1,
            offset: 0,
            next_line: 1,
            next_offset: 0,
            after_return: false,
        }
    }

    /// Reads the next row in this one's place; false where there is none.
    pub fn read(&mut self, input: &mut impl BufRead) -> io::Result<bool> {
        self.bytes.clear();
        self.ends.clear();
        self.looked_from = self.next_line;
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
        if !matches!(state, State::RowStart | State::End) {
            // The file ends within the row's last line.
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
            (State::RowStart | State::CellStart, b'"') => (1, State::Quoted),
            (State::RowStart | State::CellStart | State::Plain, _) => {
                let length = rest.iter().position(|byte| matches!(byte, b',' | b'\n' | b'\r'));
                self.bytes.extend_from_slice(&rest[..length.unwrap_or(rest.len())]);
                let Some(length) = length else { return (rest.len(), State::Plain) };
                self.ends.push(self.bytes.len());
                if rest[length] == b',' {
                    return (length + 1, State::CellStart);
                }
                self.end_line(rest[length]);
                (length + 1, State::End)
            }
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

    fn end_line(&mut self, byte: u8) {
        self.next_line += 1;
        self.after_return = byte == b'\r';
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of a cell.
    pub fn cell(&self, index: usize) -> &[u8] {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.bytes[start..self.ends[index]]
    }

    /// The line of the file at which it begins, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The byte of the file at which it begins, from 0.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The empty lines before it, or at the end of the file where there was no row to read.
    pub fn empty_lines(&self) -> Range<u64> {
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
            places.push((row.line(), &text[row.offset()..=row.offset()], row.empty_lines()));
        }
        assert_eq!(places, [(1, "a", 1..1), (3, "\"", 2..3), (6, "c", 5..6)]);
        assert_eq!(row.empty_lines(), 7..8);
    }

    proptest! {
        #[test]
        fn the_csv_crate_reads_the_same(text in "[ab,\"\n\rå ]{0,24}", chunk in 1usize..9) {
            prop_assert_eq!(ours(&text, chunk), theirs(&text), "{:?}", text);
        }
    }
}
