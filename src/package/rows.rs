//! Reading a table's rows one at a time, undecoded, and saying where a bad cell stands.
//!
//! This drives `csv-core`, the parser inside the `csv` crate, rather than `csv::Reader`: building the parser's state
//! machine takes more instructions than reading a small table, and so one parser is handed from table to table.
//! (Cloning one was rejected: csv-core 0.1.13 leaves part of the state machine out of the copy.)

use std::cell::Cell;
use std::io::BufRead;
use std::mem;

use anyhow::{Context, Result, anyhow, bail};
use csv_core::ReadRecordResult;

use super::Field;
use crate::exit::quoted;

/// A parser that no table is being read with.
#[derive(Default)]
pub struct Spare(Cell<Option<csv_core::Reader>>);

/// The rows of one table, read from its file as they are asked for.
pub struct Rows<'p> {
    file: String,
    parser: csv_core::Reader,
    spare: &'p Spare,
    input: Box<dyn BufRead + 'p>,
    /// The bytes of the current row's cells, one after the other without the commas.
    bytes: Vec<u8>,
    /// Where each cell ends in `bytes`.
    ends: Vec<usize>,
    /// How many bytes of the file have been read.
    offset: usize,
    /// Whether the last byte read was a carriage return, so that a line feed after it belongs to it.
    after_return: bool,
    /// How many columns every row must have.
    columns: usize,
}

impl<'p> Rows<'p> {
    /// Opens a file; its header must name the columns that the schema declares, in that order.
    pub fn new(file: &str, input: Box<dyn BufRead + 'p>, spare: &'p Spare, fields: &[Field]) -> Result<Self> {
        let mut rows = Self::unchecked(file, input, spare);
        rows.columns = fields.len();
        let declared = || fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(",");
        match rows.next()? {
            Some(header) if fields.iter().enumerate().all(|(i, f)| header.raw(i) == f.name.as_bytes()) => Ok(rows),
            _ => bail!("{file}:1:1: the header is not the columns that the package declares: {}", declared()),
        }
    }

    /// Opens a file as it is: its header is its first row, and rows may have any number of cells.
    pub fn unchecked(file: &str, input: Box<dyn BufRead + 'p>, spare: &'p Spare) -> Self {
        // Not `unwrap_or_default`: a default parser has no state machine yet, and reads nothing.
        let mut parser = if let Some(parser) = spare.0.take() { parser } else { csv_core::Reader::new() };
        parser.reset();
        let file = file.to_owned();
        Self {
            file,
            parser,
            spare,
            input,
            bytes: vec![0; 256],
            ends: vec![0; 16],
            offset: 0,
            after_return: false,
            columns: 0,
        }
    }

    /// The next row, if there is one, which must have as many cells as there are columns. It is gone when the one
    /// after it is read.
    pub fn next(&mut self) -> Result<Option<Record<'_>>> {
        let columns = self.columns;
        match self.next_of_any_length()? {
            Some(record) if record.len() != columns => {
                Err(anyhow!("{}:{}:1: {} cells where {columns} are declared", record.file, record.line, record.len()))
            }
            record => Ok(record),
        }
    }

    /// The next row, whatever its number of cells.
    pub fn next_of_any_length(&mut self) -> Result<Option<Record<'_>>> {
        self.finish_line_end()?;
        let (line, offset) = (self.parser.line(), self.offset);
        let (mut written, mut cells) = (0, 0);
        loop {
            let input = self.input.fill_buf().with_context(|| self.file.clone())?;
            let (result, read, wrote, ended) =
                self.parser.read_record(input, &mut self.bytes[written..], &mut self.ends[cells..]);
            self.after_return = read.checked_sub(1).map_or(self.after_return, |last| input[last] == b'\r');
            self.input.consume(read);
            self.offset += read;
            written += wrote;
            cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::Record => break,
            }
        }
        Ok(Some(Record { file: &self.file, line, offset, bytes: &self.bytes, ends: &self.ends[..cells] }))
    }
}

impl Rows<'_> {
    /// Reads the line feed of a CR LF: the parser ends a row at the return, and would count the next one's line too low.
    fn finish_line_end(&mut self) -> Result<()> {
        if mem::take(&mut self.after_return) {
            let input = self.input.fill_buf().with_context(|| self.file.clone())?;
            if input.first() == Some(&b'\n') {
                self.input.consume(1);
                self.offset += 1;
                self.parser.set_line(self.parser.line() + 1);
            }
        }
        Ok(())
    }
}

impl Drop for Rows<'_> {
    fn drop(&mut self) {
        self.spare.0.set(Some(mem::take(&mut self.parser)));
    }
}

/// One row, undecoded.
#[derive(Clone, Copy)]
pub struct Record<'r> {
    file: &'r str,
    line: u64,
    offset: usize,
    bytes: &'r [u8],
    ends: &'r [usize],
}

impl<'r> Record<'r> {
    /// How many cells the row has.
    pub fn len(self) -> usize {
        self.ends.len()
    }

    /// The line and the byte of the file at which the row begins, or the empty lines before it.
    pub fn start(self) -> (u64, usize) {
        (self.line, self.offset)
    }

    /// The bytes of a cell; empty where the value is missing.
    pub fn raw(self, index: usize) -> &'r [u8] {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.bytes[start..self.ends[index]]
    }

    /// The text of a cell; an error where it is not UTF-8.
    pub fn text(self, index: usize) -> Result<&'r str> {
        std::str::from_utf8(self.raw(index)).map_err(|_| self.bad(index, "not UTF-8"))
    }

    /// An error about a cell, with the place where it stands.
    pub fn bad(self, index: usize, what: &str) -> anyhow::Error {
        // The cells before this one, their quotes and their commas.
        let before = (0..index).map(|cell| {
            let text = String::from_utf8_lossy(self.raw(cell));
            let quotes = text.matches('"').count();
            let enclosing = if quotes > 0 || text.contains([',', '\n', '\r']) { 2 } else { 0 };
            text.chars().count() + quotes + enclosing + 1
        });
        let column = 1 + before.sum::<usize>();
        anyhow!("{}:{}:{column}: {what}: {}", self.file, self.line, quoted(&String::from_utf8_lossy(self.raw(index))))
    }
}
