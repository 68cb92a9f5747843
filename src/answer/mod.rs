//! What a command gives back, whatever the command: rows with their columns, perhaps a drawing of them, where they are
//! from, and what is to be told besides. How it looks is decided elsewhere.

mod citations;
mod columns;
mod counts;
mod drawing;
mod figure_labels;
mod heading;
mod marks;
mod origin;
mod people;
mod reference;
mod result_set;

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::Result;

use crate::package::Table;

pub use citations::{Citations, Place};
pub use columns::{
    columns_for_page, columns_for_people, columns_with_words, own_column, own_columns, own_columns_in_one_language,
};
pub use counts::Tally;
pub use drawing::{
    Bar, BarChart, Caption, Drawing, Figure, Group, Leeway, MapChart, MapPlace, Moment, RadarChart, Series, Stroke,
    TimelineChart,
};
pub use figure_labels::FigureLabels;
pub use heading::Heading;
pub use marks::MarkCells;
pub use people::Labels;
pub use reference::{Copy, CopyPlace, Reference};
pub use result_set::{Emit, Entry, Made, ResultSet, Row, Statement};

/// The answer of a command.
#[derive(Default)]
pub struct Answer<'p> {
    /// The answer itself.
    pub body: Body<'p>,
    /// What was asked, in words, where neither the table nor the drawing says it.
    pub title: String,
    /// The answer as a picture, if it can be drawn.
    pub drawing: Option<Drawing>,
    /// What people are told of the things that it is about, before it.
    pub leads: Vec<Lead>,
    /// What else is to be told.
    pub notices: Vec<String>,
    /// The table that was asked, where it is to be told why there are no rows.
    pub of_table: Option<&'p Table>,
    /// Folded words that are marked where they stand.
    pub highlight: Vec<String>,
    /// Whether it is the package, or whole tables of it, and not what somebody asked of them.
    pub is_package: bool,
    /// The file or folder that was made, where that is the answer.
    pub made: Option<PathBuf>,
    /// What is known only when it is written.
    pub afterwards: Rc<Afterwards>,
}

/// What is known of an answer only when it is written.
#[derive(Default)]
pub struct Afterwards {
    /// Whether what was asked about is unsound, so that the program ends as failed.
    pub unsound: Cell<bool>,
    /// What else is to be told.
    pub notices: RefCell<Vec<String>>,
}

/// What hands on each line of a text.
pub type Lines<'p> = dyn Fn(&mut dyn FnMut(&str) -> Result<()>) -> Result<()> + 'p;

/// The answer itself.
pub enum Body<'p> {
    /// Text that is written as it is: help, a script, a manual page; empty where the work is the answer.
    Text(String),
    /// The same, made as it is written, and shown line by line.
    Lines(Box<Lines<'p>>),
    /// How many rows there are.
    Count(usize),
    /// Rows.
    Rows(Box<ResultSet<'p>>),
    /// Rows of several tables.
    Sections(Vec<Section<'p>>),
    /// What is cited, and nothing else.
    References(Vec<Reference>),
}

impl Default for Body<'_> {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

/// What there is to tell of a thing, in a few lines.
pub struct Lead {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub what: String,
    /// What there is of it, and what there is not, each in a line.
    pub lines: Vec<String>,
}

/// The rows of one table among several.
pub struct Section<'p> {
    /// The table's name.
    pub name: &'p str,
    /// Its title for people.
    pub title: &'p str,
    /// Its rows.
    pub rows: ResultSet<'p>,
    /// Whether all that people are shown of them stands before the sections.
    pub is_told: bool,
}

impl<'p> From<Body<'p>> for Answer<'p> {
    fn from(body: Body<'p>) -> Self {
        Self { body, ..Self::default() }
    }
}

impl<'p> From<ResultSet<'p>> for Body<'p> {
    fn from(rows: ResultSet<'p>) -> Self {
        Self::Rows(Box::new(rows))
    }
}

impl<'p> From<ResultSet<'p>> for Answer<'p> {
    fn from(rows: ResultSet<'p>) -> Self {
        Body::from(rows).into()
    }
}
