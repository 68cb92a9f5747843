//! Answers as text: one file a format.
//!
//! A format is told the columns, then the rows one at a time, then the end. It neither chooses nor changes what
//! it is given: every value is written whole.

mod bibliography;
mod citations;
mod delimited;
mod drawing;
mod figure;
mod format;
mod grid;
mod highlighter;
mod html;
mod json;
mod lead;
mod markdown;
mod records;
mod render;
mod sections;
mod table;
mod terminal;
mod title;
mod tone;
#[cfg(any(feature = "sql", feature = "xlsx"))]
mod whole;
mod widths;
#[cfg(feature = "xlsx")]
mod workbook;
mod wrap;

use std::io;

use crate::package::Value;

pub use figure::{between, figure, number, shown};
pub use format::{Format, Style};
pub use render::write;
pub use terminal::{Color, Terminal};

/// Writes rows in one format.
trait RowWriter {
    /// Takes the next row, a value a heading.
    fn row(&mut self, values: &[Value]) -> io::Result<()>;

    /// Writes what is left to write. No row comes after it.
    fn end(&mut self) -> io::Result<()>;
}

#[cfg(test)]
mod tests;
