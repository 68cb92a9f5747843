//! The rows of a table one at a time, undecoded, and the place of a bad cell.

use std::io::{self, BufReader, ErrorKind, Read};
use std::ops::{Range, RangeInclusive};
use std::vec;

use anyhow::{Result, bail};

use super::csv::Row;
use super::decoded::Decoded;
use super::files::Input;
use super::form::{Encoding, Form, Made};
use super::further::Further;
use super::guess::otherwise;
use super::lines::of_reading;
use super::matching::Matching;
use super::{Field, Package, Problem, Record, Table};
use crate::words::words;

/// A row of a package may have so many bytes: the outline of a country is a tenth of that, and of a row that is none, such
/// as what a quotation mark begins that is never closed, no more is held.
const LONGEST_ROW: usize = 16 << 20;

/// The rows of one table, read from its file as they are asked for.
pub struct Rows<'p> {
    pub(super) file: String,
    /// What of the file is not in the row yet.
    pub(super) input: Box<dyn Read + Send + 'p>,
    pub(super) row: Row<'p>,
    /// How many cells every row must have.
    pub(super) cells: RangeInclusive<usize>,
    /// How its cells are written, where that is in a form of their own, and the row as the bundled package would write it.
    pub(super) form: Option<(&'p Form, Made)>,
    /// Where the only rows begin that are read, and on which line, where that is known before.
    pub(super) begins: Option<vec::IntoIter<(u64, u64)>>,
    /// The files behind this one, if there are some.
    pub(super) further: Option<Box<Further<'p>>>,
}

impl Package {
    /// The rows of a table, as they lie in its file.
    pub fn rows(&self, table: &Table) -> Result<Rows<'_>> {
        let (fields, rows) = (&table.schema().fields, self.unchecked_rows(table)?);
        match self.form(table) {
            Some(Ok(form)) if !form.has_header => Ok(rows.of_width(fields.len())),
            Some(Ok(form)) if form.matching != Matching::Exact => rows.matched(fields, form),
            _ => rows.headed(fields),
        }
    }

    /// The rows of a table's file, its header included, whatever they are.
    pub(super) fn unchecked_rows(&self, table: &Table) -> Result<Rows<'_>> {
        let form = self.form(table);
        if let Some(Err(unread)) = form {
            bail!("{unread}");
        }
        let file = match self.inline(&table.path) {
            Some(inline) => Input::Held((&*inline.text).into()),
            None => self.files.open(&table.path)?,
        };
        Ok(match form {
            Some(Ok(form)) if !form.is_usual() => {
                Rows { further: Further::of(&self.files, form), ..Rows::formed(&table.path, file, form) }
            }
            _ => Rows::unchecked(&table.path, file),
        })
    }

    /// The rows behind the headings, of any length.
    pub(super) fn rows_of_any_length(&self, table: &Table) -> Result<Rows<'_>> {
        let mut rows = self.unchecked_rows(table)?;
        match self.form(table) {
            Some(Ok(form)) if !form.has_header => Ok(rows),
            Some(Ok(form)) if form.matching != Matching::Exact => rows.matched(&table.schema().fields, form),
            _ => {
                rows.next_of_any_length()?;
                Ok(rows)
            }
        }
    }

    /// Whether the first row of a table's file has the headings.
    pub(super) fn has_header(&self, table: &Table) -> bool {
        !matches!(self.form(table), Some(Ok(form)) if !form.has_header)
    }

    /// How the rows of a table are written, or what of that is not read; nothing where the package is compiled in.
    pub(super) fn form(&self, table: &Table) -> Option<&Result<Form, String>> {
        let own = self.own.as_ref()?;
        let at = self.tables().iter().position(|other| std::ptr::eq(other, table))?;
        own.forms.get(at)
    }

    /// The rows of a table of which cells up to this one are read, and what stands behind it is passed over: tables that
    /// are only looked up in are wide, and their sentences long.
    pub fn rows_up_to(&self, table: &Table, last: usize) -> Result<Rows<'_>> {
        Ok(self.rows(table)?.up_to(last))
    }

    /// Whether a table's file is so long that it is worth going through in parts.
    pub fn is_long(&self, table: &Table) -> bool {
        // Less is read in a millisecond, of which beginning threads takes some. In the tests all are.
        const LONG: u64 = if cfg!(test) { 1 } else { 1 << 20 };
        let is_one = !matches!(self.form(table), Some(Ok(form)) if !form.further.is_empty());
        is_one && self.files.size(&table.path).is_some_and(|size| size >= LONG)
    }

    /// The texts of a column's cells, in the order of the table.
    pub fn held(&self, table: &Table, cell: usize) -> Result<Vec<String>> {
        let mut values = Vec::new();
        let mut rows = self.rows_up_to(table, cell)?;
        while let Some(record) = rows.next_record()? {
            values.push(record.text(cell)?.to_owned());
        }
        Ok(values)
    }
}

impl<'p> Rows<'p> {
    /// The rows behind their header, which must name these columns in this order.
    pub(super) fn headed(mut self, fields: &[Field]) -> Result<Self> {
        let declared = || fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(",");
        let is_named = |header: Record| {
            header.written_len() == fields.len()
                && header.written().eq(fields.iter().map(|field| field.name.as_bytes()))
        };
        let wrong = match self.next_of_any_length()? {
            Some(header) if is_named(header) => None,
            header => Some(header.and_then(|header| otherwise::of_headings(header, fields))),
        };
        if let Some(seems) = wrong {
            let message = seems.unwrap_or_else(|| words().other_headings(&declared()));
            return Err(Problem::behind(&self.file, "", message).into());
        }
        Ok(self.of_width(fields.len()))
    }

    /// The same rows, each of which must have so many cells.
    pub(super) fn of_width(mut self, width: usize) -> Self {
        self.cells = width..=width;
        self
    }

    /// The same of which cells up to this one are read; of the others it is known how many they are.
    pub(super) fn up_to(mut self, last: usize) -> Self {
        let order = self.form.as_ref().and_then(|(_, made)| made.order());
        let last = order.map_or(last, |order| order.iter().take(last + 1).flatten().copied().max().unwrap_or(0));
        self.row.read_up_to(last);
        self
    }

    /// Opens a file as it is: its header is its first row, and rows may have any number of cells.
    pub fn unchecked(file: &str, input: Input<'p>) -> Self {
        Self::parted(file, input, b',', LONGEST_ROW)
    }

    /// The same of a file whose rows are written in this form.
    pub(super) fn formed(file: &str, input: Input<'p>, form: &'p Form) -> Self {
        let form_of_cells = form.makes_cells().then(|| (form, Made::default()));
        let (row, input) = opened(file, input, form);
        Self {
            file: file.to_owned(),
            input,
            row,
            cells: 0..=usize::MAX,
            form: form_of_cells,
            begins: None,
            further: None,
        }
    }

    /// Opens a file that is no package's, with this separator and with rows of at most so many bytes.
    #[cfg(feature = "sql")]
    pub fn foreign(file: &str, input: Box<dyn Read + Send + 'p>, delimiter: u8, longest: usize) -> Self {
        Self::parted(file, Input::Read(input), delimiter, longest)
    }

    fn parted(file: &str, input: Input<'p>, delimiter: u8, longest: usize) -> Self {
        let (row, input) = parted(input, delimiter, longest);
        Self { file: file.to_owned(), input, row, cells: 0..=usize::MAX, form: None, begins: None, further: None }
    }

    /// The next row, if there is one, which must have as many cells as there are columns. It is gone when the one after
    /// it is read.
    pub fn next_record(&mut self) -> Result<Option<Record<'_>>> {
        if !self.advance()? {
            return Ok(None);
        }
        let unread = self.form.as_ref().and_then(|(_, made)| made.first_wrong());
        if let Some(cell) = unread {
            return Err(self.record().bad(cell, words().cell_of_another_form()));
        }
        if self.cells.contains(&self.row.len()) {
            return Ok(Some(self.record()));
        }
        let message = words().cells_of_described(self.row.len(), *self.cells.start());
        Err(Problem { file: self.file.clone(), line: self.row.line(), column: 1, message }.into())
    }

    /// The next row, whatever its number of cells.
    pub fn next_of_any_length(&mut self) -> Result<Option<Record<'_>>> {
        Ok(self.advance()?.then(|| self.record()))
    }

    fn record(&self) -> Record<'_> {
        Record { file: &self.file, row: &self.row, made: self.form.as_ref().map(|(_, made)| made) }
    }

    /// Goes to the next row; false where there is none.
    fn advance(&mut self) -> Result<bool> {
        if let Some(begins) = &mut self.begins {
            let Some((position, line)) = begins.next() else { return Ok(false) };
            self.row.go_to(position, line);
        }
        loop {
            let is_found = match self.row.read(&mut *self.input) {
                Err(error) if error.kind() == ErrorKind::FileTooLarge => {
                    return Err(too_long(&self.file, self.row.line(), self.row.how().longest).into());
                }
                read => read.map_err(|error| of_reading(&self.file, error))?,
            };
            let is_plain = self.form.is_none() && self.further.is_none();
            if is_found && (is_plain || !self.passes_over()) {
                break;
            }
            if !is_found && (is_plain || !self.go_on()?) {
                return Ok(false);
            }
        }
        if let Some((form, made)) = &mut self.form {
            form.make(&self.row, made);
        }
        Ok(true)
    }

    /// Where the quote opens that the file never closes, if the last row read has one.
    pub fn unclosed_quote(&self) -> Option<(u64, u64)> {
        self.row.is_unclosed().then(|| self.row.place(self.row.len() - 1))
    }

    /// Where the cell of the last row read begins that goes on behind its closing quote, if one does.
    #[cfg(feature = "sql")]
    pub fn resumed_cell(&self) -> Option<(u64, u64)> {
        self.row.resumed().map(|index| self.row.place(index))
    }

    /// The empty lines before the last row read, or at the end of the file.
    pub fn empty_lines(&self) -> Range<u64> {
        self.row.empty_lines()
    }
}

/// A row of a file in this form, before the first, and what it is read from.
pub(super) fn opened<'p>(file: &str, input: Input<'p>, form: &Form) -> (Row<'p>, Box<dyn Read + Send + 'p>) {
    let input = match (form.encoding, input) {
        (Encoding::Utf8, input) => input,
        (encoding, Input::Held(bytes)) => Input::Read(Box::new(Decoded::new(io::Cursor::new(bytes), encoding, file))),
        (encoding, Input::Read(read)) => Input::Read(Box::new(Decoded::new(BufReader::new(read), encoding, file))),
    };
    let (mut row, input) = parted(input, form.delimiter, LONGEST_ROW);
    if form.skips_blanks {
        row.skip_blanks();
    }
    (row, input)
}

fn parted(input: Input<'_>, delimiter: u8, longest: usize) -> (Row<'_>, Box<dyn Read + Send + '_>) {
    match input {
        Input::Held(bytes) => (Row::over(bytes, delimiter), Box::new(io::empty())),
        Input::Read(input) => (Row::new(delimiter, longest), input),
    }
}

/// That the row on this line is longer than a row may be.
pub(super) fn too_long(file: &str, line: u64, longest: usize) -> Problem {
    Problem { file: file.to_owned(), line, column: 1, message: words().row_too_long(longest) }
}
