//! Answers as text: one file a format.
//!
//! A format is told the columns, then the rows one at a time, then the end. It neither chooses nor changes what
//! it is given: every cell is written whole.

mod delimited;
mod json;
mod markdown;
mod quantity;
mod table;
mod terminal;

use std::io::{self, Write};

use crate::package::{Column, Kind};

pub use quantity::Parts;
pub use terminal::{Color, Terminal};

/// The forms an answer can take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormatName {
    Table,
    Tsv,
    Csv,
    Json,
    Jsonl,
    Markdown,
}

impl FormatName {
    /// Every format, under the name that is typed.
    pub const ALL: [(&'static str, Self); 6] = [
        ("table", Self::Table),
        ("tsv", Self::Tsv),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("markdown", Self::Markdown),
    ];

    /// Whether people read it, so that it shows the columns chosen for people.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Markdown)
    }
}

/// A column of an answer, as a format needs to know it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// The column's name.
    pub name: String,
    /// What its cells are.
    pub kind: Kind,
    /// What stands between the items of a list.
    pub delimiter: char,
    /// Where the rest of the figure stands in a row, if the column is to be shown with it.
    pub quantity: Option<Parts>,
}

impl Heading {
    /// A column of text that no package describes.
    pub fn text(name: &str) -> Self {
        Self { name: name.to_owned(), kind: Kind::String, delimiter: ',', quantity: None }
    }
}

impl From<&Column<'_>> for Heading {
    fn from(column: &Column) -> Self {
        Self { name: column.field.name.clone(), kind: column.kind(), delimiter: column.delimiter(), quantity: None }
    }
}

/// How an answer is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The form it takes.
    pub format: FormatName,
    /// Whether the line of headings is written, in formats that have one.
    pub header: bool,
    /// Where it goes.
    pub terminal: Terminal,
    /// How many columns there were to choose from, to say on a terminal what is not shown.
    pub columns_in_all: usize,
}

/// Writes an answer in one form.
pub trait Format {
    /// Takes the next row, a text a heading; an empty text is a missing value.
    fn row(&mut self, cells: &[&str]) -> io::Result<()>;

    /// Writes what is left to write. No row comes after it.
    fn end(&mut self) -> io::Result<()>;
}

/// A writer of answers with these columns.
pub fn start<'w>(style: Style, headings: Vec<Heading>, out: &'w mut dyn Write) -> io::Result<Box<dyn Format + 'w>> {
    let quantities = headings.iter().any(|heading| heading.quantity.is_some()).then(|| headings.clone());
    let format: Box<dyn Format + 'w> = match style.format {
        FormatName::Table => Box::new(table::Table::new(style, headings, out)),
        FormatName::Tsv => Box::new(delimited::Tsv::new(style, &headings, out)?),
        FormatName::Csv => Box::new(delimited::Csv::new(style, &headings, out)?),
        FormatName::Json => Box::new(json::Json::array(headings, out)),
        FormatName::Jsonl => Box::new(json::Json::lines(headings, out)),
        FormatName::Markdown => Box::new(markdown::Markdown::new(style, headings, out)?),
    };
    Ok(match quantities {
        Some(headings) => Box::new(quantity::OneCell::new(&headings, format)),
        None => format,
    })
}

#[cfg(test)]
mod tests;
