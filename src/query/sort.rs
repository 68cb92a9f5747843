//! Ordering an answer: numbers by size, text as Swedish does, missing values last in either direction.

use std::cmp::Ordering;

use anyhow::Result;

use super::projection::Cell;
use crate::package::{Column, Package, Record, Table, Value};
use crate::text::CollationKey;

/// One column that an answer is ordered by.
pub struct Sort<'p> {
    /// The column.
    pub column: Column<'p>,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Holds rows until all are there, then gives them in order.
pub(super) struct Sorter<'s, 'p> {
    by: &'s [Sort<'p>],
    cells: Vec<Cell<'p>>,
    rows: Vec<(Vec<SortKey>, Vec<Value<'static>>)>,
}

/// A cell as it is ordered, in ascending order of what it is.
#[derive(PartialEq, Clone)]
pub enum SortKey {
    /// A number, by size.
    Number(f64),
    /// Text, as Swedish sorts it.
    Text(CollationKey),
    /// No value.
    Missing,
}

impl SortKey {
    /// The key of a value. A list is ordered as the text of its items.
    pub fn new(value: &Value) -> Self {
        match value {
            Value::Number(text) => Self::of_number(text),
            Value::Quantity(quantity) => Self::of_number(&quantity.value),
            value if value.is_missing() => Self::Missing,
            value => Self::Text(CollationKey::new(&value.plain(";"))),
        }
    }

    /// Which of two comes first; what is missing is last in either direction.
    pub(super) fn compared(&self, other: &Self, descending: bool) -> Ordering {
        let descends = descending && *self != Self::Missing && *other != Self::Missing;
        if descends { other.cmp(self) } else { self.cmp(other) }
    }

    fn of_number(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Text(CollationKey::new(text)), Self::Number)
    }

    fn class(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Missing => 2,
        }
    }
}

impl Eq for SortKey {}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            _ => self.class().cmp(&other.class()),
        }
    }
}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<'s, 'p> Sorter<'s, 'p> {
    /// Nothing yet, to be ordered by these columns of a table.
    pub(super) fn new(package: &'p Package, table: &'p Table, by: &'s [Sort<'p>]) -> Result<Self> {
        let cells = by.iter().map(|sort| Cell::new(package, table, sort.column)).collect::<Result<_>>()?;
        Ok(Self { by, cells, rows: Vec::new() })
    }

    /// Takes in a row that was read from this record.
    pub(super) fn push(&mut self, record: Record, row: Vec<Value<'static>>) -> Result<()> {
        let keys = self.cells.iter().map(|cell| Ok(SortKey::new(&cell.value(record)?)));
        self.rows.push((keys.collect::<Result<_>>()?, row));
        Ok(())
    }

    /// The rows in order; ties keep the order in which they came.
    pub(super) fn sorted(mut self) -> Vec<Vec<Value<'static>>> {
        self.rows.sort_by(|(a, _), (b, _)| {
            let by_column = a.iter().zip(b).zip(self.by).map(|((a, b), sort)| a.compared(b, sort.descending));
            by_column.fold(Ordering::Equal, Ordering::then)
        });
        self.rows.into_iter().map(|(_, row)| row).collect()
    }
}
