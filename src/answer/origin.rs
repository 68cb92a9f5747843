//! What a row is taken from: its own sources, and of what its keys open, those of the rows that they lead to.

use std::borrow::Cow;

use super::Statement;
use crate::package::{Column, FieldType, Key, Package, Place, Provenance, ProvenancePlace, Table, Value};
use crate::query::Query;

/// Where, among the values that a query fetches, it is said what a row is taken from.
pub(super) enum Origin<'p> {
    /// In these: the sources, and where in each. Only some of them may be of the columns that are shown.
    Values { source: usize, locator: Option<usize>, of_columns: Option<Vec<&'p str>> },
    /// Nowhere: it is this source, of a row that a key leads to only where this value is not missing.
    Always { source: &'p str, of: Option<usize> },
}

impl<'p> Origin<'p> {
    /// Adds to a query what tells what its rows, and those from which it shows columns, are taken from.
    pub(super) fn of_query(package: &'p Package, query: &mut Query<'p>) -> (Option<Provenance<'p>>, Vec<Self>) {
        let mut provenance = package.provenance(query.table);
        let shown = query.columns.clone();
        let mut origins: Vec<Self> = provenance.iter().map(|own| Self::new(*own, None, &shown, query)).collect();
        let mut seen: Vec<Key> = Vec::new();
        for (at, column) in shown.iter().enumerate() {
            let Place::Joined { key, .. } = column.place else { continue };
            // Over a list of keys the sources of one row would not be told from those of another.
            if key.field.field_type == FieldType::List || seen.iter().any(|it| it.is_same(key)) {
                continue;
            }
            seen.push(key);
            let far = package.provenance(key.table).filter(|far| {
                // Not where the rows are sources themselves.
                !std::ptr::eq(far.sources, key.table)
                    && provenance.is_none_or(|own| std::ptr::eq(own.sources, far.sources))
            });
            if let Some(far) = far {
                origins.push(Self::new(far, Some((key, at)), &shown, query));
                provenance = provenance.or(Some(far));
            }
        }
        (provenance, origins)
    }

    /// That of the rows themselves, or of those that a key leads to which opens one of the columns shown.
    fn new(
        provenance: Provenance<'p>,
        opened: Option<(Key<'p>, usize)>,
        shown: &[Column<'p>],
        query: &mut Query<'p>,
    ) -> Self {
        let column = |table: &'p Table, cell: usize| Column {
            field: &table.schema().fields[cell],
            place: opened.map_or(Place::Own(cell), |(key, _)| Place::Joined { key, cell }),
        };
        match provenance.place {
            ProvenancePlace::Always(source) => Self::Always { source, of: opened.map(|(_, at)| at) },
            ProvenancePlace::Columns { source, locator } => {
                let table = opened.map_or(query.table, |(key, _)| key.table);
                let mut fetch = |cell| {
                    query.columns.push(column(table, cell));
                    query.columns.len() - 1
                };
                let is_of_them = |column: &&Column| match (column.place, opened) {
                    (Place::Own(_), None) => true,
                    (Place::Joined { key, .. }, Some((opened, _))) => key.is_same(opened),
                    _ => false,
                };
                let of_columns = shown.iter().filter(is_of_them).map(|column| column.field.cited_source.as_deref());
                let of_columns = of_columns.collect::<Option<Vec<_>>>().filter(|sources| !sources.is_empty());
                Self::Values { source: fetch(source), locator: locator.map(fetch), of_columns }
            }
        }
    }

    /// The place of the locators.
    pub(super) fn locator(&self) -> Option<usize> {
        if let Self::Values { locator, .. } = self { *locator } else { None }
    }

    /// What a row of values states.
    pub(super) fn statements<'r>(&'r self, row: &'r [Value]) -> Vec<Statement<'r>> {
        match self {
            Self::Always { of: Some(opened), .. } if row[*opened].is_missing() => Vec::new(),
            Self::Always { source, .. } => {
                vec![Statement { source: (*source).into(), locator: "".into(), words: "".into() }]
            }
            Self::Values { source, locator, of_columns } => {
                let locators = locator.map_or(&[][..], |at| row[at].items());
                let sources = row[*source].items().iter().filter(|source| !source.is_missing());
                let statement = |(at, source): (usize, &'r Value)| Statement {
                    source: source.plain(""),
                    locator: locators.get(at).map_or(Cow::Borrowed(""), |locator| locator.plain("")),
                    words: "".into(),
                };
                let is_of_columns = |statement: &Statement| {
                    of_columns.as_ref().is_none_or(|sources| sources.contains(&&*statement.source))
                };
                sources.enumerate().map(statement).filter(is_of_columns).collect()
            }
        }
    }
}
