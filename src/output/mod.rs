//! Answers as text: one file a format.
//!
//! A format is told the columns, then the rows one at a time, then the end. It neither chooses nor changes what
//! it is given: every cell is written whole.

mod bibliography;
pub mod chart;
mod delimited;
mod highlighter;
mod json;
mod markdown;
mod quantity;
mod table;
mod terminal;

use std::io::{self, Write};

use crate::package::{Column, FieldType};

pub use bibliography::COLUMNS as BIBLIOGRAPHY_COLUMNS;
pub use highlighter::Highlighter;
pub use markdown::plain as markdown_text;
pub use quantity::{Parts, figure};
pub use terminal::{Color, Terminal};

/// The forms an answer can take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Table,
    Tsv,
    Csv,
    Json,
    Jsonl,
    Markdown,
    Bibtex,
    CslJson,
    Svg,
}

impl Format {
    /// Every format, under the name that is typed.
    pub const ALL: [(&'static str, Self); 9] = [
        ("table", Self::Table),
        ("tsv", Self::Tsv),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("markdown", Self::Markdown),
        ("bibtex", Self::Bibtex),
        ("csl-json", Self::CslJson),
        ("svg", Self::Svg),
    ];

    /// The name that is typed.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, format)| *format == self).map_or("", |(name, _)| name)
    }

    /// Whether people read it, so that it shows the columns chosen for people.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Markdown)
    }

    /// Whether it holds sources and nothing else: rows of [`BIBLIOGRAPHY_COLUMNS`] cells.
    pub fn is_bibliography(self) -> bool {
        matches!(self, Self::Bibtex | Self::CslJson)
    }
}

/// A column of an answer, as a format needs to know it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// The column's name.
    pub name: String,
    /// What its cells are.
    pub field_type: FieldType,
    /// What stands between the items of a list.
    pub delimiter: char,
    /// Where the rest of the figure stands in a row, if the column is to be shown with it.
    pub quantity: Option<Parts>,
}

impl Heading {
    /// A column of text that no package describes.
    pub fn text(name: &str) -> Self {
        Self { name: name.to_owned(), field_type: FieldType::String, delimiter: ',', quantity: None }
    }

    /// A column for single items of the cells, where these are lists.
    pub fn of_item(column: &Column) -> Self {
        let heading = Self::from(column);
        if heading.field_type == FieldType::List { Self::text(&heading.name) } else { heading }
    }

    /// A column of whole numbers that no package describes.
    pub fn number(name: &str) -> Self {
        Self { field_type: FieldType::Integer, ..Self::text(name) }
    }
}

impl From<&Column<'_>> for Heading {
    fn from(column: &Column) -> Self {
        Self {
            name: column.field.name.clone(),
            field_type: column.field_type(),
            delimiter: column.delimiter(),
            quantity: None,
        }
    }
}

/// How an answer is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The form it takes.
    pub format: Format,
    /// Whether the line of headings is written, in formats that have one.
    pub header: bool,
    /// Whether a table on a terminal tells how many rows it has.
    pub footer: bool,
    /// Where it goes.
    pub terminal: Terminal,
    /// How many columns there were to choose from, to say on a terminal what is not shown.
    pub columns_in_all: usize,
}

/// Writes an answer in one form.
pub trait RowWriter {
    /// Takes the next row, a text a heading; an empty text is a missing value.
    fn row(&mut self, cells: &[&str]) -> io::Result<()>;

    /// Writes what is left to write. No row comes after it.
    fn end(&mut self) -> io::Result<()>;
}

/// A writer of answers with these columns.
pub fn start<'w>(style: Style, headings: Vec<Heading>, out: &'w mut dyn Write) -> io::Result<Box<dyn RowWriter + 'w>> {
    let quantities = headings.iter().any(|heading| heading.quantity.is_some()).then(|| headings.clone());
    let format: Box<dyn RowWriter + 'w> = match style.format {
        Format::Table => Box::new(table::Table::new(style, headings, out)),
        Format::Tsv => Box::new(delimited::Tsv::new(style, &headings, out)?),
        Format::Csv => Box::new(delimited::Csv::new(style, &headings, out)?),
        Format::Json => Box::new(json::Json::array(headings, out)),
        Format::Jsonl => Box::new(json::Json::lines(headings, out)),
        Format::Markdown => Box::new(markdown::Markdown::new(style, headings, out)?),
        Format::Bibtex => Box::new(bibliography::Bibtex::new(out)),
        Format::CslJson => Box::new(bibliography::Csl::new(out)),
        // The command line lets only charts be drawn, and these do not come here.
        Format::Svg => return Err(io::Error::other("rows are no drawing")),
    };
    Ok(match quantities {
        Some(headings) => Box::new(quantity::OneCell::new(&headings, format)),
        None => format,
    })
}

#[cfg(test)]
mod tests;
