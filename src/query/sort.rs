//! Ordering an answer: numbers by size, text as Swedish does, missing values last in either direction.

use std::cmp::Ordering;

use anyhow::Result;

use super::projection::Cell;
use crate::package::{Column, FieldType, Package, Record};
use crate::text::CollationKey;

/// One column that an answer is ordered by.
pub struct Sort<'p> {
    /// The column.
    pub column: Column<'p>,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Holds rows until all are there, then gives them in order.
pub struct Sorter<'s, 'p> {
    by: &'s [Sort<'p>],
    cells: Vec<Cell>,
    rows: Vec<(Vec<SortKey>, Vec<String>)>,
}

/// A cell as it is ordered, in ascending order of what it is.
#[derive(PartialEq)]
pub enum SortKey {
    /// A number, by size.
    Number(f64),
    /// Text, as Swedish sorts it.
    Text(CollationKey),
    /// No value.
    Missing,
}

impl SortKey {
    /// The key of a cell's text in a column of this type.
    pub fn new(text: &str, field_type: FieldType) -> Self {
        if text.is_empty() {
            return Self::Missing;
        }
        let number = if field_type.is_numeric() { text.parse().ok() } else { None };
        number.map_or_else(|| Self::Text(CollationKey::new(text)), Self::Number)
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
    pub fn new(package: &Package, by: &'s [Sort<'p>]) -> Result<Self> {
        let cells = by.iter().map(|sort| Cell::new(package, sort.column)).collect::<Result<_>>()?;
        Ok(Self { by, cells, rows: Vec::new() })
    }

    pub fn push(&mut self, record: Record, row: Vec<String>) -> Result<()> {
        let cells = self.by.iter().zip(&self.cells);
        let keys = cells.map(|(sort, cell)| Ok(SortKey::new(&cell.text(record)?, sort.column.field_type())));
        self.rows.push((keys.collect::<Result<_>>()?, row));
        Ok(())
    }

    /// The rows in order; ties keep the order in which they came.
    pub fn sorted(mut self) -> Vec<Vec<String>> {
        self.rows.sort_by(|(a, _), (b, _)| {
            let by_column = a.iter().zip(b).zip(self.by).map(|((a, b), sort)| {
                let descends = sort.descending && *a != SortKey::Missing && *b != SortKey::Missing;
                if descends { b.cmp(a) } else { a.cmp(b) }
            });
            by_column.fold(Ordering::Equal, Ordering::then)
        });
        self.rows.into_iter().map(|(_, row)| row).collect()
    }
}
