//! The formats that an answer can take, and how it is to be written.

use std::io::{self, Write};

use super::{RowWriter, Terminal, delimited, json, markdown, table};
use crate::answer::Heading;
use crate::words::words;

/// The forms an answer can take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// A table fitted to the terminal; bars, where the answer is drawn.
    Table,
    /// Each row as a list of its cells.
    Record,
    /// Tab-separated values.
    Tsv,
    /// Comma-separated values.
    Csv,
    /// One JSON document.
    Json,
    /// A JSON object a line.
    Jsonl,
    /// A table in Markdown.
    Markdown,
    /// A page for a browser, all in one file.
    Html,
    /// A workbook for spreadsheets.
    Xlsx,
    /// An SQLite database.
    Sqlite,
    /// Sources for BibTeX.
    Bibtex,
    /// Sources for Zotero and pandoc.
    CslJson,
    /// A drawing.
    Svg,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[
        Self::Table,
        Self::Record,
        Self::Tsv,
        Self::Csv,
        Self::Json,
        Self::Jsonl,
        Self::Markdown,
        Self::Html,
        Self::Xlsx,
        Self::Sqlite,
        Self::Bibtex,
        Self::CslJson,
        Self::Svg,
    ];

    /// The formats that what is drawn can have: every one.
    pub const OF_DRAWINGS: &'static [Self] = Self::ALL;

    /// The formats that rows can have whose sources are known.
    pub const OF_ROWS: &'static [Self] = match Self::ALL {
        [of_rows @ .., Self::Svg] => of_rows,
        _ => panic!("a drawing has the last format alone"),
    };

    /// The formats that rows can have which rest on no source.
    pub const WITHOUT_SOURCES: &'static [Self] = match Self::OF_ROWS {
        [without @ .., Self::Bibtex, Self::CslJson] => without,
        _ => panic!("the formats of sources are behind those of rows"),
    };

    /// The formats that references can have.
    pub const OF_REFERENCES: &'static [Self] = &[Self::Html, Self::Bibtex, Self::CslJson];

    /// The name that is typed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Record => "record",
            Self::Tsv => "tsv",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Sqlite => "sqlite",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
            Self::Svg => "svg",
        }
    }

    /// What it is, in a line.
    pub fn about(self) -> &'static str {
        match self {
            Self::Table => words().format_table(),
            Self::Record => words().format_record(),
            Self::Tsv => words().format_tsv(),
            Self::Csv => words().format_csv(),
            Self::Json => words().format_json(),
            Self::Jsonl => words().format_jsonl(),
            Self::Markdown => words().format_markdown(),
            Self::Html => words().format_html(),
            Self::Xlsx => words().format_xlsx(),
            Self::Sqlite => words().format_sqlite(),
            Self::Bibtex => words().format_bibtex(),
            Self::CslJson => words().format_csl_json(),
            Self::Svg => words().format_svg(),
        }
    }

    /// The endings of the names of its files, the usual one first; none where that would be another format's.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt"],
            Self::Tsv => &["tsv", "tab"],
            Self::Csv => &["csv"],
            Self::Json => &["json"],
            Self::Jsonl => &["jsonl", "ndjson"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm"],
            Self::Xlsx => &["xlsx"],
            Self::Sqlite => &["sqlite", "sqlite3", "db"],
            Self::Bibtex => &["bib"],
            Self::Svg => &["svg"],
            Self::Record | Self::CslJson => &[],
        }
    }

    /// The format of the files whose names end so, in any case.
    pub fn by_ending(ending: &str) -> Option<Self> {
        let is_one = |format: &&Self| format.endings().iter().any(|known| known.eq_ignore_ascii_case(ending));
        Self::ALL.iter().find(is_one).copied()
    }

    /// The format that is called so elsewhere: by the ending of its files, or by a program that reads them.
    pub fn called(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "excel" => Some(Self::Xlsx),
            "csl" | "zotero" => Some(Self::CslJson),
            other => Self::by_ending(other),
        }
    }

    /// The feature that this build would need to write it, and has not.
    pub fn lacks(self) -> Option<&'static str> {
        match self {
            Self::Xlsx if !cfg!(feature = "xlsx") => Some("xlsx"),
            Self::Sqlite if !cfg!(feature = "sql") => Some("sql"),
            _ => None,
        }
    }

    /// Whether it is no text, and so nothing for a terminal.
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Sqlite)
    }

    /// Whether bars are drawn in it.
    pub fn is_drawn(self) -> bool {
        self == Self::Table || self.has_pictures()
    }

    /// Whether people read it, so that it shows labels, figures in one cell, and how sure each value is.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Record | Self::Markdown | Self::Html)
    }

    /// Whether it has room for few columns, so that it shows those that are chosen for people.
    pub fn has_chosen_columns(self) -> bool {
        matches!(self, Self::Table | Self::Markdown | Self::Html)
    }

    /// Whether drawings of every kind are drawn in it, as pictures.
    pub fn has_pictures(self) -> bool {
        matches!(self, Self::Svg | Self::Html)
    }

    /// Whether it is a page, which stands alone: the sources, the words of figures and what is to be told besides are part
    /// of it, whether asked for or not.
    pub fn is_page(self) -> bool {
        self == Self::Html
    }

    /// Whether it is fitted to the width of a terminal, and may be so long that it is read in a pager.
    pub fn is_fitted(self) -> bool {
        matches!(self, Self::Table | Self::Record)
    }

    /// Whether it is JSON, as one document or in lines.
    pub fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }

    /// Whether it holds the sources of an answer, and not its rows.
    pub fn is_bibliography(self) -> bool {
        matches!(self, Self::Bibtex | Self::CslJson)
    }

    /// Whether it has a place for a list of sources.
    pub fn has_citations(self) -> bool {
        matches!(self, Self::Table | Self::Record | Self::Markdown | Self::Html | Self::Json | Self::Xlsx | Self::Svg)
            || self.is_bibliography()
    }

    /// Whether it has a line of headings.
    pub fn has_header(self) -> bool {
        matches!(self, Self::Table | Self::Tsv | Self::Csv | Self::Markdown | Self::Html)
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
    /// Whether a table stays one where it could be read more easily as records.
    pub stays_table: bool,
    /// Where it goes.
    pub terminal: Terminal,
    /// How many columns there were to choose from, to say on a terminal what is not shown; 0 where there was no choice.
    pub columns_in_all: usize,
    /// How many of the columns shown were none to choose from.
    pub columns_besides: usize,
}

impl Style {
    /// As it goes to a file or a pipe.
    pub fn plain(format: Format) -> Self {
        let terminal = Terminal { shown: false, width: None, color: false };
        let stays_table = false;
        Self { format, header: true, footer: false, stays_table, terminal, columns_in_all: 0, columns_besides: 0 }
    }
}

/// A writer of rows with these columns.
pub(super) fn start<'w>(
    style: Style,
    headings: Vec<Heading>,
    out: &'w mut dyn Write,
) -> io::Result<Box<dyn RowWriter + 'w>> {
    Ok(match style.format {
        Format::Table | Format::Record => Box::new(table::Table::new(style, &headings, out)),
        Format::Tsv => Box::new(delimited::Tsv::new(style, headings, out)?),
        Format::Csv => Box::new(delimited::Csv::new(style, headings, out)?),
        Format::Json => Box::new(json::Json::array(headings, out)),
        Format::Jsonl => Box::new(json::Json::lines(headings, out)),
        Format::Markdown => Box::new(markdown::Markdown::new(style, &headings, out)?),
        // They are written whole.
        Format::Xlsx | Format::Sqlite => return Err(io::Error::other("rows alone are no file")),
        Format::Bibtex | Format::CslJson => return Err(io::Error::other("rows are no references")),
        Format::Html => return Err(io::Error::other("rows are no page")),
        // No command offers it for an answer that has no drawing.
        Format::Svg => return Err(io::Error::other("rows are no drawing")),
    })
}
