//! Rows under their headings, each with the statements of the sources that it rests on.

use std::borrow::Cow;

use anyhow::{Context, Result};

use crate::package::{Column, FieldType, Package, Place, Provenance, ProvenancePlace, Table, Value};
use crate::query::Query;

/// Rows and what their columns are.
pub struct ResultSet<'p> {
    /// The columns.
    pub headings: Vec<Heading>,
    /// The rows, a value a heading.
    pub rows: Rows<'p>,
    /// Whether the sources of the rows are to be listed.
    pub cited: bool,
    /// How the rows say where they are from, if they do and that is to be listed.
    pub provenance: Option<Provenance<'p>>,
    /// How many columns there were to choose from; 0 where there was no choice.
    pub columns_in_all: usize,
}

/// A column of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// The column's name.
    pub name: String,
    /// What its values are.
    pub field_type: FieldType,
    /// The separator of a list's items, where a format has none of its own.
    pub delimiter: char,
}

/// The rows of an answer.
pub enum Rows<'p> {
    /// Read as they are written, so that none is held.
    Streamed(Stream<'p>),
    /// Made before.
    Held(Vec<Row>),
}

/// A row that was made before it is written.
pub struct Row {
    /// A value a heading.
    pub values: Vec<Value<'static>>,
    /// What it rests on.
    pub statements: Vec<Statement<'static>>,
}

/// A source and where in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement<'s> {
    /// The source's id.
    pub source: Cow<'s, str>,
    /// Where in it; empty where that is not said.
    pub locator: Cow<'s, str>,
}

/// What takes the rows of a set: the values, and what they rest on.
pub type Emit<'e> = dyn FnMut(&[Value], &[Statement]) -> Result<()> + 'e;

/// The rows that a query gives, and which of its columns say where they are from.
pub struct Stream<'p> {
    /// What is asked; the columns that are shown come first.
    pub query: Query<'p>,
    shown: usize,
    place: Option<ProvenancePlace<'p>>,
}

impl Heading {
    /// A column of text.
    pub fn text(name: &str) -> Self {
        Self { name: name.to_owned(), field_type: FieldType::String, delimiter: ';' }
    }

    /// A column of this type.
    pub fn of_type(name: &str, field_type: FieldType) -> Self {
        Self { field_type, ..Self::text(name) }
    }

    /// A column of whole numbers.
    pub fn number(name: &str) -> Self {
        Self::of_type(name, FieldType::Integer)
    }

    /// A column for single items of the values, where these are lists.
    pub fn of_item(column: &Column) -> Self {
        let heading = Self::from(column);
        if heading.field_type == FieldType::List { Self::text(&heading.name) } else { heading }
    }
}

impl From<&Column<'_>> for Heading {
    fn from(column: &Column) -> Self {
        Self { name: column.field.name.clone(), field_type: column.field_type(), delimiter: column.delimiter() }
    }
}

impl<'p> ResultSet<'p> {
    /// The rows of a query, each with the sources that it names where they are to be `cited`.
    pub fn of_query(package: &'p Package, mut query: Query<'p>, cited: bool) -> Self {
        let headings: Vec<Heading> = query.columns.iter().map(Heading::from).collect();
        let shown = headings.len();
        let provenance = if cited { package.provenance(query.table) } else { None };
        if let Some(ProvenancePlace::Columns { source, locator }) = provenance.map(|provenance| provenance.place) {
            query.columns.extend([Some(source), locator].into_iter().flatten().map(|at| own_column(query.table, at)));
        }
        let place = provenance.map(|provenance| provenance.place);
        let rows = Rows::Streamed(Stream { query, shown, place });
        Self { headings, rows, cited, provenance, columns_in_all: 0 }
    }

    /// Rows that were made before.
    pub fn held(headings: Vec<Heading>, rows: Vec<Row>) -> Self {
        Self { headings, rows: Rows::Held(rows), cited: false, provenance: None, columns_in_all: 0 }
    }

    /// Hands on each row, and returns how many there were.
    pub fn each(&self, package: &Package, emit: &mut Emit) -> Result<usize> {
        match &self.rows {
            Rows::Held(rows) => {
                rows.iter().try_for_each(|row| emit(&row.values, &row.statements))?;
                Ok(rows.len())
            }
            Rows::Streamed(stream) => stream.query.run(package, |row| {
                let (shown, provenance) = row.split_at(stream.shown);
                emit(shown, &stream.place.map(|place| statements(place, provenance)).unwrap_or_default())
            }),
        }
    }
}

impl Statement<'_> {
    /// The same, independent of the row that it was read from.
    pub fn into_owned(self) -> Statement<'static> {
        Statement { source: self.source.into_owned().into(), locator: self.locator.into_owned().into() }
    }
}

impl Row {
    /// A row that rests on no statement.
    pub fn new(values: Vec<Value<'static>>) -> Self {
        Self { values, statements: Vec::new() }
    }
}

/// What the columns of a row's provenance state.
fn statements<'r>(place: ProvenancePlace<'r>, values: &'r [Value]) -> Vec<Statement<'r>> {
    match place {
        ProvenancePlace::Always(source) => vec![Statement { source: source.into(), locator: "".into() }],
        ProvenancePlace::Columns { .. } => {
            let [source, locator @ ..] = values else { return Vec::new() };
            let locators = locator.first().map_or(&[][..], Value::items);
            let sources = source.items().iter().filter(|source| !source.is_missing());
            let statement = |(at, source): (usize, &'r Value)| Statement {
                source: source.plain(""),
                locator: locators.get(at).map_or(Cow::Borrowed(""), |locator| locator.plain("")),
            };
            sources.enumerate().map(statement).collect()
        }
    }
}

/// The columns that people are shown unless they ask for others.
pub fn columns_for_people<'p>(package: &'p Package, table: &'p Table) -> Result<Vec<Column<'p>>> {
    let named = table.columns.iter().map(|name| {
        let found = package.columns(table).find(|column| column.field.name == *name);
        found.with_context(|| format!("the description of {} names a column that it has not: {name}", table.name))
    });
    let named = named.collect::<Result<Vec<_>>>()?;
    Ok(if named.is_empty() { own_columns(table).collect() } else { named })
}

/// The table's own columns.
pub fn own_columns(table: &Table) -> impl Iterator<Item = Column<'_>> {
    (0..table.schema().fields.len()).map(|index| own_column(table, index))
}

/// One of the table's own columns.
pub fn own_column(table: &Table, index: usize) -> Column<'_> {
    Column { field: &table.schema().fields[index], place: Place::Own(index) }
}
