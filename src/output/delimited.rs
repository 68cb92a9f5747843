//! TSV for shell pipelines and CSV (RFC 4180) for spreadsheets and programs.
//!
//! Both write data as it is, but on a terminal, where what would act on it is made visible.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{RowWriter, Style};
use crate::answer::Heading;
use crate::package::Value;
use crate::text::escape_control;

/// Tab-separated values, a row a line whatever the cells hold: a tab, a line end or a backslash within a cell is
/// written `\t`, `\n`, `\r` or `\\`, so that `cut` and `awk` never see one.
pub(super) struct Tsv<'w> {
    headings: Vec<Heading>,
    out: &'w mut dyn Write,
    shown: bool,
}

impl<'w> Tsv<'w> {
    /// A writer that has written the headings.
    pub(super) fn new(style: Style, headings: Vec<Heading>, out: &'w mut dyn Write) -> io::Result<Self> {
        let mut tsv = Self { headings, out, shown: style.terminal.shown };
        if style.header {
            for index in 0..tsv.headings.len() {
                let name = one_line(&tsv.headings[index].name).into_owned();
                tsv.cell(index, &name)?;
            }
            tsv.out.write_all(b"\n")?;
        }
        Ok(tsv)
    }

    fn cell(&mut self, index: usize, text: &str) -> io::Result<()> {
        if index > 0 {
            self.out.write_all(b"\t")?;
        }
        self.out.write_all(if self.shown { escape_control(text) } else { Cow::Borrowed(text) }.as_bytes())
    }
}

impl RowWriter for Tsv<'_> {
    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        for (index, value) in values.iter().enumerate() {
            let text = value.plain(self.headings[index].delimiter.encode_utf8(&mut [0; 4]));
            self.cell(index, &one_line(&text))?;
        }
        self.out.write_all(b"\n")
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn one_line(cell: &str) -> Cow<'_, str> {
    if cell.bytes().all(|byte| byte > b'\r' && byte != b'\\') {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r"))
}

/// Comma-separated values, quoted where they must be.
pub(super) struct Csv<'w> {
    headings: Vec<Heading>,
    out: csv::Writer<&'w mut dyn Write>,
    shown: bool,
}

impl<'w> Csv<'w> {
    /// A writer that has written the headings.
    pub(super) fn new(style: Style, headings: Vec<Heading>, out: &'w mut dyn Write) -> io::Result<Self> {
        let mut csv = Self { headings, out: csv::Writer::from_writer(out), shown: style.terminal.shown };
        if style.header {
            for index in 0..csv.headings.len() {
                let name = csv.headings[index].name.clone();
                csv.cell(&name)?;
            }
            csv.end_row()?;
        }
        Ok(csv)
    }

    fn cell(&mut self, text: &str) -> io::Result<()> {
        let text = if self.shown { escape_control(text) } else { Cow::Borrowed(text) };
        self.out.write_field(text.as_bytes()).map_err(as_io)
    }

    fn end_row(&mut self) -> io::Result<()> {
        self.out.write_record(None::<&[u8]>).map_err(as_io)
    }
}

impl RowWriter for Csv<'_> {
    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        for (index, value) in values.iter().enumerate() {
            let text = value.plain(self.headings[index].delimiter.encode_utf8(&mut [0; 4]));
            self.cell(&text)?;
        }
        self.end_row()
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The error that the writer met; csv's own conversion hides its kind, and a closed pipe would look like a failure.
fn as_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
