//! TSV for shell pipelines and CSV (RFC 4180) for spreadsheets and programs.
//!
//! Both write data as it is, but on a terminal, where what would act on it is made visible.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Heading, RowWriter, Style};
use crate::text::escape_control;

/// Tab-separated values, a row a line whatever the cells hold: a tab, a line end or a backslash within a cell is
/// written `\t`, `\n`, `\r` or `\\`, so that `cut` and `awk` never see one.
pub struct Tsv<'w> {
    out: &'w mut dyn Write,
    shown: bool,
}

impl<'w> Tsv<'w> {
    pub fn new(style: Style, headings: &[Heading], out: &'w mut dyn Write) -> io::Result<Self> {
        let mut tsv = Self { out, shown: style.terminal.shown };
        if style.header {
            tsv.row(&headings.iter().map(|heading| heading.name.as_str()).collect::<Vec<_>>())?;
        }
        Ok(tsv)
    }
}

impl RowWriter for Tsv<'_> {
    fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.out.write_all(b"\t")?;
            }
            let cell = one_line(cell);
            self.out.write_all(if self.shown { escape_control(&cell) } else { cell }.as_bytes())?;
        }
        self.out.write_all(b"\n")
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn one_line(cell: &str) -> Cow<'_, str> {
    if !cell.contains(['\t', '\n', '\r', '\\']) {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r"))
}

/// Comma-separated values, quoted where they must be.
pub struct Csv<'w> {
    out: csv::Writer<&'w mut dyn Write>,
    shown: bool,
}

impl<'w> Csv<'w> {
    pub fn new(style: Style, headings: &[Heading], out: &'w mut dyn Write) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        if style.header {
            let shown = |heading: &Heading| {
                if style.terminal.shown { escape_control(&heading.name).into_owned() } else { heading.name.clone() }
            };
            out.write_record(headings.iter().map(shown)).map_err(as_io)?;
        }
        Ok(Self { out, shown: style.terminal.shown })
    }
}

impl RowWriter for Csv<'_> {
    fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        let written = if self.shown {
            self.out.write_record(cells.iter().map(|cell| escape_control(cell).into_owned()))
        } else {
            self.out.write_record(cells)
        };
        written.map_err(as_io)
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
