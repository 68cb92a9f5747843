//! What people are shown of a row's values: labels for members of a fixed set, titles for keys, another column's value
//! where there is none, what tells more of it behind it, and how sure each is. Programs get the values as they are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use anyhow::Result;

use super::columns::own_column;
use super::marks::MarkCells;
use super::result_set::fetch;
use crate::package::{Column, Package, Place, Table, Value, either};
use crate::query::Query;

/// How the rows of a query are shown to people.
pub(super) struct People<'p> {
    columns: Vec<Shown<'p>>,
    marks: MarkCells,
    /// The places of the values that together are the row's own.
    key: Range<usize>,
}

struct Shown<'p> {
    cell: Cell<'p>,
    /// What is shown where there is none.
    instead: Option<Cell<'p>>,
    /// What is shown behind it.
    details: Vec<Cell<'p>>,
}

/// Where a row has the value of a column, and what such values are called.
struct Cell<'p> {
    at: usize,
    column: Column<'p>,
    labels: Labels,
}

impl<'p> People<'p> {
    /// Of the columns of a query; what is to be known of a row besides is added to them.
    ///
    /// A column that was asked for by name shows no other column's values, those that its key leads to included.
    pub(super) fn new(
        package: &'p Package,
        query: &mut Query<'p>,
        columns: &[Column<'p>],
        is_named: &dyn Fn(&Column) -> bool,
    ) -> Result<Self> {
        let table = query.table;
        let is_shown = |name: &String| columns.iter().any(|column| column.field.name == *name);
        let shown = columns.iter().enumerate().map(|(at, &column)| {
            let is_named = is_named(&column);
            let mut besides = |name: &String| {
                let cell = table.index_of(name).filter(|_| !is_named && !is_shown(name))?;
                let column = own_column(table, cell);
                let labels = Labels::of(package, table, &column, false);
                Some(labels.map(|labels| Cell { at: fetch(query, cell), column, labels }))
            };
            Ok(Shown {
                instead: column.field.else_shows.as_ref().and_then(&mut besides).transpose()?,
                details: column.field.details.iter().filter_map(besides).collect::<Result<_>>()?,
                cell: Cell { at, column, labels: Labels::of(package, table, &column, is_named)? },
            })
        });
        let columns = shown.collect::<Result<_>>()?;
        let marks = MarkCells::fetch(query);
        let key: Option<Vec<usize>> = table.schema().primary_key.iter().map(|name| table.index_of(name)).collect();
        let first = query.columns.len();
        key.into_iter().flatten().for_each(|cell| _ = fetch(query, cell));
        Ok(Self { columns, marks, key: first..query.columns.len() })
    }

    /// The values that together are the row's own; none where its table has no such.
    pub(super) fn key<'r>(&self, row: &'r [Value<'r>]) -> &'r [Value<'r>] {
        &row[self.key.clone()]
    }

    /// The values that people are shown of a row.
    pub(super) fn values<'r>(&self, row: &[Value<'r>]) -> Vec<Value<'r>> {
        self.columns.iter().map(|shown| shown.value(row, &self.marks)).collect()
    }
}

impl Shown<'_> {
    fn value<'r>(&self, row: &[Value<'r>], marks: &MarkCells) -> Value<'r> {
        let cell = self.instead.as_ref().filter(|_| row[self.cell.at].is_missing()).unwrap_or(&self.cell);
        let value = cell.labels.label(row[cell.at].clone());
        let details = self.details.iter().filter(|detail| !row[detail.at].is_missing());
        let mut told = marks.of(row, cell.column.field);
        let mut behind = String::new();
        for detail in details {
            told = either(told, marks.of(row, detail.column.field));
            behind.push_str(if behind.is_empty() { ": " } else { ", " });
            behind.push_str(&detail.labels.label(row[detail.at].clone()).plain(", "));
        }
        let value = if behind.is_empty() {
            value
        } else {
            Value::Text((value.plain(", ") + behind.as_str()).into_owned().into())
        };
        value.marked(told)
    }
}

/// What the values of a column are called, where they are not shown as they are.
#[derive(Default)]
pub struct Labels(HashMap<String, String>);

impl Labels {
    /// The labels of a fixed set's members, or the titles of the rows that a key leads to. A key that was asked for by
    /// name is shown as it is: its rows' titles can be asked for, too.
    pub fn of(package: &Package, table: &Table, column: &Column, is_named: bool) -> Result<Self> {
        let members = column.field.categories().iter();
        let mut labels: HashMap<_, _> = members.map(|it| (it.value.clone(), it.label.clone())).collect();
        let declared = table.schema().keys().find(|key| key.column == column.field.name && key.shows.is_some());
        let is_own = matches!(column.place, Place::Own(_));
        if let Some((title, key)) = declared.filter(|_| is_own && !is_named).and_then(|declared| {
            let key = package.resolve(table, declared)?;
            Some((key.table.index_of(declared.shows.as_ref()?)?, key))
        }) {
            let mut rows = package.rows(key.table)?;
            while let Some(record) = rows.next_record()? {
                labels.insert(record.text(key.target)?.to_owned(), record.text(title)?.to_owned());
            }
        }
        Ok(Self(labels))
    }

    /// The value as people are shown it.
    pub fn label<'v>(&self, value: Value<'v>) -> Value<'v> {
        match value {
            _ if self.0.is_empty() => value,
            Value::List(items) => Value::List(items.into_iter().map(|item| self.label(item)).collect()),
            Value::Text(_) | Value::Number(_) => {
                let label = self.0.get(&*value.plain("")).filter(|label| !label.is_empty());
                label.map_or(value, |label| Value::Text(Cow::Owned(label.clone())))
            }
            other => other,
        }
    }
}
