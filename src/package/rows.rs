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
    /// How many columns every row must have.
    columns: usize,
}

impl<'p> Rows<'p> {
    /// Opens a file; its header must name the columns that the schema declares, in that order.
    pub fn new(file: &str, input: impl BufRead + 'p, spare: &'p Spare, fields: &[Field]) -> Result<Self> {
        // Not `unwrap_or_default`: a default parser has no state machine yet, and reads nothing.
        let mut parser = if let Some(parser) = spare.0.take() { parser } else { csv_core::Reader::new() };
        parser.reset();
        let mut rows = Self {
            file: file.to_owned(),
            parser,
            spare,
            input: Box::new(input),
            bytes: vec![0; 256],
            ends: vec![0; fields.len() + 1],
            columns: fields.len(),
        };
        let declared = || fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(",");
        match rows.next() {
            Ok(Some(header)) if fields.iter().enumerate().all(|(i, f)| header.raw(i) == f.name.as_bytes()) => Ok(rows),
            Err(error) => Err(error),
            _ => bail!("{file}:1:1: the header is not the columns that the package declares: {}", declared()),
        }
    }

    /// The next row, if there is one. It is gone when the one after it is read.
    pub fn next(&mut self) -> Result<Option<Record<'_>>> {
        let line = self.parser.line();
        let (mut written, mut cells) = (0, 0);
        loop {
            let input = self.input.fill_buf().with_context(|| self.file.clone())?;
            let (result, read, wrote, ended) =
                self.parser.read_record(input, &mut self.bytes[written..], &mut self.ends[cells..]);
            self.input.consume(read);
            written += wrote;
            cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::Record if cells == self.columns => break,
                ReadRecordResult::Record => {
                    return Err(anyhow!("{}:{line}:1: {cells} cells where {} are declared", self.file, self.columns));
                }
            }
        }
        Ok(Some(Record { file: &self.file, line, bytes: &self.bytes, ends: &self.ends[..cells] }))
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
    bytes: &'r [u8],
    ends: &'r [usize],
}

impl<'r> Record<'r> {
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
