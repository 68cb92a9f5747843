//! Rows under their headings, each with the statements of the sources that it rests on.

use std::borrow::Cow;

use anyhow::Result;

use super::Heading;
use super::columns::own_column;
use super::origin::Origin;
use super::people::{People, spoken};
use crate::package::{Column, Field, Package, Place, Provenance, Table, Value};
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

/// The rows of an answer.
pub enum Rows<'p> {
    /// Read as they are written, so that none is held.
    Streamed(Box<Stream<'p>>),
    /// Made as they are written.
    Made(Box<Made<'p>>),
    /// Made before.
    Held(Vec<Row>),
}

/// What makes rows and hands on the values of each, and says how many there were.
pub type Made<'p> = dyn Fn(&mut dyn FnMut(&[Value]) -> Result<()>) -> Result<usize> + 'p;

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
    /// Its own words for the row's figure; empty where they are not kept.
    pub words: Cow<'s, str>,
}

/// What takes the rows of a set: the values, and what they rest on.
pub type Emit<'e> = dyn FnMut(&[Value], &[Statement]) -> Result<()> + 'e;

/// A row, and what tells it and the rows that it names from others.
pub struct Entry<'r> {
    /// The values, a heading each.
    pub values: &'r [Value<'r>],
    /// What they rest on.
    pub statements: &'r [Statement<'r>],
    /// The same values as the table has them, keys as keys; none of a row that was made before.
    pub cells: &'r [Value<'r>],
    /// The values that together are the row's own, if people are shown it and its table has such.
    pub key: &'r [Value<'r>],
}

/// The rows that a query gives, and which of its columns say where they are from.
pub struct Stream<'p> {
    /// What is asked; the columns that are shown come first.
    pub query: Query<'p>,
    shown: usize,
    /// How each row says what it, and the rows that its keys lead to, are taken from.
    origins: Vec<Origin<'p>>,
    /// The place among the row's values of the source's own words for its figure.
    words: Option<usize>,
    /// How they are shown, if it is to people.
    people: Option<People<'p>>,
}

impl<'p> ResultSet<'p> {
    /// The rows of a query, each with the sources that it names where they are to be `cited`.
    pub fn of_query(package: &'p Package, mut query: Query<'p>, cited: bool) -> Self {
        let headings: Vec<Heading> = query.columns.iter().map(Heading::from).collect();
        let shown = headings.len();
        let (provenance, origins) = if cited { Origin::of_query(package, &mut query) } else { (None, Vec::new()) };
        let words = query.table.words().filter(|_| cited).map(|cell| fetch(&mut query, cell));
        let rows = Rows::Streamed(Box::new(Stream { query, shown, origins, words, people: None }));
        Self { headings, rows, cited, provenance, columns_in_all: 0 }
    }

    /// The same for people, who are shown labels, and how sure each value is, where the rows tell. Columns that were asked
    /// for by name show their own values.
    pub fn for_people(mut self, package: &'p Package, is_named: &dyn Fn(&Column) -> bool) -> Result<Self> {
        if let Rows::Streamed(stream) = &mut self.rows {
            let shown = stream.query.columns[..stream.shown].to_vec();
            for (heading, column) in self.headings.iter_mut().zip(&shown) {
                heading.is_named = is_named(column);
                let chief = column.field.categories().iter().filter(|category| category.emphasis);
                heading.emphasised = chief.map(|category| category.label().to_owned()).collect();
            }
            stream.speak();
            stream.people = Some(People::new(package, &mut stream.query, &shown, is_named)?);
        }
        Ok(self)
    }

    /// The same where people, if it is for them, are told where in its sources each row is from, but are not shown its
    /// values as they are.
    #[must_use]
    pub fn cited_for(mut self, are_people: bool) -> Self {
        if let Rows::Streamed(stream) = &mut self.rows
            && are_people
        {
            stream.speak();
        }
        self
    }

    /// Whether rows that were made before are none.
    pub fn is_empty(&self) -> bool {
        matches!(&self.rows, Rows::Held(rows) if rows.is_empty())
    }

    /// The column of a table that a heading stands for, where it is one.
    pub fn field(&self, at: usize) -> Option<&'p Field> {
        match &self.rows {
            Rows::Streamed(stream) if at < stream.shown => stream.query.columns.get(at).map(|column| column.field),
            _ => None,
        }
    }

    /// Rows that were made before.
    pub fn held(headings: Vec<Heading>, rows: Vec<Row>) -> Self {
        Self { headings, rows: Rows::Held(rows), cited: false, provenance: None, columns_in_all: 0 }
    }

    /// Rows that are made as they are written.
    pub fn made(headings: Vec<Heading>, rows: Box<Made<'p>>) -> Self {
        Self { rows: Rows::Made(rows), ..Self::held(headings, Vec::new()) }
    }

    /// The table whose rows they are, and its columns; of rows that were made before there is neither.
    pub fn of_table(&self) -> Option<(&'p Table, &[Column<'p>])> {
        match &self.rows {
            Rows::Streamed(stream) => Some((stream.query.table, &stream.query.columns[..stream.shown])),
            Rows::Made(_) | Rows::Held(_) => None,
        }
    }

    /// Hands on each row, and returns how many there were.
    pub fn each(&self, package: &'p Package, emit: &mut Emit) -> Result<usize> {
        self.each_entry(package, &mut |entry| emit(entry.values, entry.statements))
    }

    /// The same, each row with what tells it from others.
    pub fn each_entry(&self, package: &'p Package, emit: &mut dyn FnMut(Entry) -> Result<()>) -> Result<usize> {
        match &self.rows {
            Rows::Held(rows) => {
                for Row { values, statements } in rows {
                    emit(Entry { values, statements, cells: &[], key: &[] })?;
                }
                Ok(rows.len())
            }
            Rows::Made(make) => make(&mut |values| emit(Entry { values, statements: &[], cells: &[], key: &[] })),
            Rows::Streamed(stream) => stream.query.run(package, |row| {
                let cells = &row[..stream.shown];
                let mut statements: Vec<_> = stream.origins.iter().flat_map(|origin| origin.statements(row)).collect();
                if let (Some(first), Some(words)) = (statements.first_mut(), stream.words) {
                    first.words = row[words].plain("");
                }
                match &stream.people {
                    None => emit(Entry { values: cells, statements: &statements, cells, key: &[] }),
                    Some(people) => emit(Entry {
                        values: &people.values(row),
                        statements: &statements,
                        cells,
                        key: people.key(row),
                    }),
                }
            }),
        }
    }
}

impl Stream<'_> {
    /// Tells where in its sources a row is from in the language that is spoken, if the table has that beside it.
    fn speak(&mut self) {
        for at in self.origins.iter().filter_map(Origin::locator) {
            let column = &mut self.query.columns[at];
            let table = if let Place::Joined { key, .. } = column.place { key.table } else { self.query.table };
            if let Some(spoken) = spoken(table, &column.field.name) {
                column.field = &table.schema().fields[spoken];
                let (Place::Own(cell) | Place::Joined { cell, .. }) = &mut column.place;
                *cell = spoken;
            }
        }
    }
}

/// Adds a column of the table to what a query fetches, and returns its place.
pub(super) fn fetch(query: &mut Query, cell: usize) -> usize {
    query.columns.push(own_column(query.table, cell));
    query.columns.len() - 1
}

impl Statement<'_> {
    /// The same, independent of the row that it was read from.
    pub fn into_owned(self) -> Statement<'static> {
        let owned = |text: Cow<str>| Cow::Owned(text.into_owned());
        Statement { source: owned(self.source), locator: owned(self.locator), words: owned(self.words) }
    }
}

impl Row {
    /// A row that rests on no statement.
    pub fn new(values: Vec<Value<'static>>) -> Self {
        Self { values, statements: Vec::new() }
    }
}
