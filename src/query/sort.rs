//! Ordering an answer: numbers by size, text as Swedish does, missing values last in either direction.

use std::cmp::Ordering;

use anyhow::Result;

use super::lookup::Cell;
use crate::package::{Column, Package, Record};
use crate::text::SortKey as TextKey;

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

enum SortKey {
    Number(f64),
    Text(TextKey),
    Missing,
}

impl<'s, 'p> Sorter<'s, 'p> {
    pub fn new(package: &Package, by: &'s [Sort<'p>]) -> Result<Self> {
        let cells = by.iter().map(|sort| Cell::new(package, sort.column)).collect::<Result<_>>()?;
        Ok(Self { by, cells, rows: Vec::new() })
    }

    pub fn push(&mut self, record: Record, row: Vec<String>) -> Result<()> {
        let keys = self.by.iter().zip(&self.cells).map(|(sort, cell)| {
            let text = cell.text(record)?;
            Ok(if text.is_empty() {
                SortKey::Missing
            } else if sort.column.kind().is_numeric() {
                text.parse().map_or_else(|_| SortKey::Text(TextKey::new(&text)), SortKey::Number)
            } else {
                SortKey::Text(TextKey::new(&text))
            })
        });
        self.rows.push((keys.collect::<Result<_>>()?, row));
        Ok(())
    }

    /// The rows in order; ties keep the order in which they came.
    pub fn sorted(mut self) -> Vec<Vec<String>> {
        self.rows.sort_by(|(a, _), (b, _)| {
            let by_column = a.iter().zip(b).zip(self.by);
            by_column
                .map(|((a, b), sort)| compare(a, b, sort.descending))
                .find(|o| o.is_ne())
                .unwrap_or(Ordering::Equal)
        });
        self.rows.into_iter().map(|(_, row)| row).collect()
    }
}

fn compare(a: &SortKey, b: &SortKey, descending: bool) -> Ordering {
    let ascending = match (a, b) {
        (SortKey::Missing, SortKey::Missing) => return Ordering::Equal,
        (SortKey::Missing, _) => return Ordering::Greater,
        (_, SortKey::Missing) => return Ordering::Less,
        (SortKey::Number(a), SortKey::Number(b)) => a.total_cmp(b),
        (SortKey::Text(a), SortKey::Text(b)) => a.cmp(b),
        (SortKey::Number(_), SortKey::Text(_)) => Ordering::Less,
        (SortKey::Text(_), SortKey::Number(_)) => Ordering::Greater,
    };
    if descending { ascending.reverse() } else { ascending }
}
