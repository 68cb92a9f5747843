//! What people are shown of a row's values: labels for members of a fixed set, titles for keys, another column's value
//! where there is none, what tells more of it behind it, and how sure each is. Programs get the values as they are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use anyhow::Result;

use super::columns::own_column;
use super::figure_labels::FigureLabels;
use super::marks::MarkCells;
use super::result_set::fetch;
use crate::package::{Column, Package, Place, Table, Value, either};
use crate::query::Query;
use crate::text::capitalised;
use crate::words::language;

/// How the rows of a query are shown to people.
pub(super) struct People<'p> {
    columns: Vec<Shown<'p>>,
    /// What the parts of its figures are called.
    figures: FigureLabels,
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
    /// The values that go without saying where something is shown behind them.
    unsaid: &'p [String],
}

/// Where a row has the value of a column, and what such values are called.
struct Cell<'p> {
    at: usize,
    /// The same in the language that is spoken, if the table has that beside it.
    spoken: Option<usize>,
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
                let spoken = spoken(table, name).map(|cell| fetch(query, cell));
                Some(labels.map(|labels| Cell { at: fetch(query, cell), spoken, column, labels }))
            };
            let key = table.schema().keys().find(|key| key.is_of(&column.field.name));
            Ok(Shown {
                unsaid: key.map_or(&[], |key| &key.unsaid),
                instead: column.field.else_shows.as_ref().and_then(&mut besides).transpose()?,
                details: column.field.details.iter().filter_map(besides).collect::<Result<_>>()?,
                cell: Cell {
                    at,
                    spoken: spoken_of(table, &column).map(|cell| fetch(query, cell)),
                    labels: Labels::of(package, table, &column, is_named)?,
                    column,
                },
            })
        });
        let columns = shown.collect::<Result<_>>()?;
        let figures = FigureLabels::of(package, table, true)?;
        let marks = MarkCells::fetch(query);
        let key: Option<Vec<usize>> = table.schema().primary_key.iter().map(|name| table.index_of(name)).collect();
        let first = query.columns.len();
        key.into_iter().flatten().for_each(|cell| _ = fetch(query, cell));
        Ok(Self { columns, figures, marks, key: first..query.columns.len() })
    }

    /// The values that together are the row's own; none where its table has no such.
    pub(super) fn key<'r>(&self, row: &'r [Value<'r>]) -> &'r [Value<'r>] {
        &row[self.key.clone()]
    }

    /// The values that people are shown of a row.
    pub(super) fn values<'r>(&self, row: &[Value<'r>]) -> Vec<Value<'r>> {
        self.columns.iter().map(|shown| self.figure(shown.value(row, &self.marks), row)).collect()
    }

    /// A figure with labels, and without its unit where the row says in another cell what it counts.
    fn figure<'r>(&self, value: Value<'r>, row: &[Value<'r>]) -> Value<'r> {
        match value {
            Value::Quantity(quantity) => {
                let mut quantity = self.figures.label(*quantity);
                let unit = quantity.unit.to_lowercase();
                let is_word = unit.starts_with(char::is_alphabetic);
                let says = |shown: &Shown| {
                    let label = shown.cell.labels.label(row[shown.cell.at].clone());
                    !shown.details.is_empty() && label.plain("").to_lowercase().contains(&unit)
                };
                if is_word && self.columns.iter().any(says) {
                    (quantity.unit, quantity.unit_one) = (Cow::Borrowed(""), Cow::Borrowed(""));
                }
                Value::Quantity(Box::new(quantity))
            }
            Value::Marked(marked) => {
                let told = [marked.inferred, marked.disputed];
                self.figure(marked.value, row).marked(told)
            }
            other => other,
        }
    }
}

/// The column beside one of a table that holds the same in the language that is spoken: `note_sv` beside `note`.
pub(super) fn spoken(table: &Table, name: &str) -> Option<usize> {
    table.in_language(name, language())
}

/// The same of a column that may be another table's, of which there is none.
fn spoken_of(table: &Table, column: &Column) -> Option<usize> {
    matches!(column.place, Place::Own(_)).then(|| spoken(table, &column.field.name))?
}

impl Cell<'_> {
    /// Its value in a row, in the language that is spoken, with its label.
    fn value<'r>(&self, row: &[Value<'r>]) -> Value<'r> {
        let spoken = self.spoken.map(|at| &row[at]).filter(|value| !value.is_missing());
        self.labels.label(spoken.unwrap_or(&row[self.at]).clone())
    }
}

impl Shown<'_> {
    fn value<'r>(&self, row: &[Value<'r>], marks: &MarkCells) -> Value<'r> {
        let cell = self.instead.as_ref().filter(|_| row[self.cell.at].is_missing()).unwrap_or(&self.cell);
        let value = cell.value(row);
        let details = self.details.iter().filter(|detail| !row[detail.at].is_missing());
        let mut told = marks.of(row, cell.column.field);
        let mut behind = String::new();
        for detail in details {
            told = either(told, marks.of(row, detail.column.field));
            behind.push_str(if behind.is_empty() { "" } else { ", " });
            behind.push_str(&detail.value(row).plain(", "));
        }
        let value = if behind.is_empty() {
            value
        } else if self.unsaid.iter().any(|unsaid| *unsaid == *row[cell.at].plain("")) {
            Value::Text(capitalised(&behind).into())
        } else {
            Value::Text(format!("{}: {behind}", value.plain(", ")).into())
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
        let mut labels: HashMap<_, _> = members.map(|it| (it.value.clone(), it.label().to_owned())).collect();
        let declared = table.schema().keys().find(|key| key.is_of(&column.field.name) && key.shows.is_some());
        let is_own = matches!(column.place, Place::Own(_));
        if is_own && table.marks.columns().any(|mark| *mark == column.field.name) {
            // They hold the names of columns.
            labels.extend(table.schema().fields.iter().map(|it| (it.name.clone(), it.name_in_text().into_owned())));
        }
        if let Some((title, key)) = declared.filter(|_| is_own && !is_named).and_then(|declared| {
            let key = package.resolve(table, declared)?;
            let shows = declared.shows.as_ref()?;
            Some((spoken(key.table, shows).or_else(|| key.table.index_of(shows))?, key))
        }) {
            labels.extend(Self::read(package, key.table, key.target, title)?.0);
        }
        Ok(Self(labels))
    }

    /// What the values of a column are in the language that is spoken, where the table has that beside it.
    pub(super) fn spoken(package: &Package, table: &Table, column: &Column) -> Result<Self> {
        let Place::Own(own) = column.place else { return Ok(Self::default()) };
        let Some(spoken) = spoken_of(table, column) else { return Ok(Self::default()) };
        Self::read(package, table, own, spoken)
    }

    /// What the rows are called that a column names: the titles of sources, and of others the name that people are shown.
    pub(super) fn of_rows(package: &Package, table: &Table, column: &Column) -> Result<Self> {
        let key = if let Place::Own(_) = column.place { package.key(table, column.field) } else { None };
        let named = key.and_then(|key| {
            let title = key.table.citation.as_ref().map(|citation| &citation.title);
            let name = title.or_else(|| key.table.calling())?;
            Some((key, key.table.index_of(name).filter(|cell| *cell != key.target)?))
        });
        let Some((key, name)) = named else { return Ok(Self::default()) };
        Self::read(package, key.table, key.target, name)
    }

    /// What the values in one column of a table are in another.
    fn read(package: &Package, table: &Table, from: usize, to: usize) -> Result<Self> {
        let mut labels = HashMap::new();
        let mut rows = package.rows(table)?;
        while let Some(record) = rows.next_record()? {
            labels.insert(record.text(from)?.to_owned(), record.text(to)?.to_owned());
        }
        Ok(Self(labels))
    }

    /// Whether no value is called anything but what it is.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The label of a text; the text itself where it has none.
    pub(super) fn of_text<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        self.0.get(&*text).filter(|label| !label.is_empty()).map_or(text, |label| Cow::Owned(label.clone()))
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
