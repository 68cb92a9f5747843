//! Filters: what a row must meet, read from what was typed for a column.
//!
//! The column's own description decides how a value is read: numbers and dates as ranges, keys as names of rows, fixed
//! sets as their members, other text as a part of it. Several values for one column mean *or*.

mod choice;
mod date;
mod elsewhere;
mod latest;
mod name;
mod number;
mod quantity;
mod range;
mod read;
mod text;

use std::collections::HashSet;

use anyhow::Result;

use crate::package::{Column, Field, FieldType, Key, KeyCells, Package, Record, Table};

pub use elsewhere::{called, columns_with};
pub(super) use name::Names;
pub use name::{Extent, find};
pub use number::is_year;
pub use read::Asked;

use read::{Flag, parts};

/// What a row must meet.
pub struct Filter {
    predicate: Predicate,
    /// What to tell where it takes no row, if what was typed may have been meant otherwise.
    hint: Option<String>,
}

enum Predicate {
    /// One of its cells meets a test.
    Cell {
        cell: usize,
        /// The separator where the cell is a list: one of its items must meet the test.
        delimiter: Option<u8>,
        test: CellPredicate,
    },
    /// Its cells are together one of these keys.
    Keyed(KeyCells, HashSet<Vec<u8>>),
    /// It meets one of these.
    Any(Vec<Filter>),
    /// It meets all of these.
    All(Vec<Filter>),
    /// It does not meet this.
    Not(Box<Filter>),
}

enum CellPredicate {
    Number(number::Ranges),
    Quantity(quantity::Quantities),
    Date(date::Ranges),
    /// The cell is, to the letter, one of these.
    OneOf(HashSet<Vec<u8>>),
    Text(text::Parts),
    /// There is a value.
    Present,
}

impl From<Predicate> for Filter {
    fn from(predicate: Predicate) -> Self {
        Self { predicate, hint: None }
    }
}

impl Filter {
    /// Takes rows whose cell of this column is, or has as an item, one of the values.
    pub fn one_of(cell: usize, field: &Field, values: HashSet<Vec<u8>>) -> Self {
        Predicate::Cell { cell, delimiter: delimiter(field), test: CellPredicate::OneOf(values) }.into()
    }

    /// Takes rows whose key is one of these, as a list of them has one.
    pub fn keyed(key: Key, keys: HashSet<Vec<u8>>) -> Self {
        if key.is_single() && key.is_text() {
            Self::one_of(key.own, key.field, keys)
        } else {
            Predicate::Keyed(key.own_cells(), keys).into()
        }
    }

    /// Takes rows that one of the filters takes.
    pub fn any(filters: Vec<Self>) -> Self {
        Predicate::Any(filters).into()
    }

    /// Takes rows that all of the filters take.
    pub fn all(filters: Vec<Self>) -> Self {
        Predicate::All(filters).into()
    }

    /// Takes the rows that the filter leaves, to the last one: those without a value, too.
    #[must_use]
    pub fn complement(self) -> Self {
        Predicate::Not(Box::new(self)).into()
    }

    /// Takes rows that have a value in this column.
    pub fn present(package: &Package, table: &Table, column: Column) -> Result<Self> {
        read::placed(package, table, column, &|_, cell| {
            Ok(Predicate::Cell { cell, delimiter: None, test: CellPredicate::Present }.into())
        })
    }

    /// Whether the row meets it. A missing value meets none but a complement.
    pub fn accepts(&self, record: Record) -> Result<bool> {
        match &self.predicate {
            Predicate::Cell { test: CellPredicate::Quantity(quantities), .. } => quantities.accepts(record),
            Predicate::Cell { cell, delimiter, test } => {
                let met = test.met_by_any(*delimiter, record.raw(*cell));
                met.map_err(|problem| record.bad(*cell, problem))
            }
            Predicate::Keyed(cells, keys) => Ok(keys.contains(&*cells.read(record))),
            Predicate::Any(filters) => filters.iter().try_fold(false, |met, filter| Ok(met || filter.accepts(record)?)),
            Predicate::All(filters) => filters.iter().try_fold(true, |met, filter| Ok(met && filter.accepts(record)?)),
            Predicate::Not(filter) => filter.accepts(record).map(|met| !met),
        }
    }

    /// Whether it reads a cell, and does not only compare its bytes.
    pub(super) fn is_costly(&self) -> bool {
        !matches!(&self.predicate, Predicate::Cell { test: CellPredicate::OneOf(_) | CellPredicate::Present, .. })
    }

    /// What stands in every row that meets it, if that is known.
    pub(super) fn needle(&self) -> Option<&[u8]> {
        match &self.predicate {
            Predicate::Cell { test: CellPredicate::OneOf(set), .. } if set.len() == 1 => {
                set.iter().next().map(Vec::as_slice)
            }
            Predicate::Any(filters) => {
                let (first, others) = filters.split_first()?;
                first.needle().filter(|needle| others.iter().all(|other| other.needle() == Some(needle)))
            }
            Predicate::All(filters) => filters.iter().find_map(Self::needle),
            Predicate::Cell { .. } | Predicate::Keyed(..) | Predicate::Not(_) => None,
        }
    }

    /// The last cell of a row that it looks at.
    pub(super) fn last_cell(&self) -> usize {
        match &self.predicate {
            Predicate::Cell { test: CellPredicate::Quantity(quantities), .. } => quantities.last_cell(),
            Predicate::Cell { cell, .. } => *cell,
            Predicate::Keyed(cells, _) => cells.last(),
            Predicate::Any(filters) | Predicate::All(filters) => filters.iter().map(Self::last_cell).max().unwrap_or(0),
            Predicate::Not(filter) => filter.last_cell(),
        }
    }

    /// What to tell where it takes no row, if what was typed may have been meant otherwise.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// Whether a row with this in one of its cells may meet it, whatever stands in the others.
    pub fn may_accept(&self, own: usize, raw: &[u8]) -> bool {
        match &self.predicate {
            Predicate::Any(filters) => filters.iter().any(|filter| filter.may_accept(own, raw)),
            Predicate::All(filters) => filters.iter().all(|filter| filter.may_accept(own, raw)),
            Predicate::Not(filter) => filter.decided_by(own, raw) != Some(true),
            Predicate::Cell { .. } | Predicate::Keyed(..) => self.decided_by(own, raw) != Some(false),
        }
    }

    /// Whether a row with this in one of its cells meets it; nothing where other cells have a say.
    fn decided_by(&self, own: usize, raw: &[u8]) -> Option<bool> {
        match &self.predicate {
            Predicate::Cell { test: CellPredicate::Quantity(_), .. } => None,
            Predicate::Cell { cell, delimiter, test } if *cell == own => {
                Some(test.met_by_any(*delimiter, raw).unwrap_or(false))
            }
            Predicate::Not(filter) => filter.decided_by(own, raw).map(|met| !met),
            Predicate::Any(filters) => filters.iter().try_fold(false, |met, it| Some(it.decided_by(own, raw)? || met)),
            Predicate::All(filters) => filters.iter().try_fold(true, |met, it| Some(it.decided_by(own, raw)? && met)),
            Predicate::Cell { .. } | Predicate::Keyed(..) => None,
        }
    }
}

/// The separator of a column's cells, if they are lists.
fn delimiter(field: &Field) -> Option<u8> {
    (field.field_type == FieldType::List).then_some(field.delimiter as u8)
}

impl CellPredicate {
    /// Whether a cell meets the test, or one of its items where it is a list.
    fn met_by_any(&self, delimiter: Option<u8>, raw: &[u8]) -> Result<bool, &'static str> {
        match delimiter {
            None => self.met_by(raw),
            Some(delimiter) => {
                raw.split(|&byte| byte == delimiter).try_fold(false, |met, item| Ok(met || self.met_by(item)?))
            }
        }
    }

    /// Whether a value meets the test; where it is not of the column's type, that it is not.
    fn met_by(&self, raw: &[u8]) -> Result<bool, &'static str> {
        if raw.is_empty() {
            return Ok(false);
        }
        match self {
            // One is compared: hashing each cell would be a tenth of a question's work.
            Self::OneOf(set) if set.len() == 1 => Ok(set.iter().all(|only| only == raw)),
            Self::OneOf(set) => Ok(set.contains(raw)),
            Self::Number(ranges) => ranges.hold(raw),
            // A figure is more than its own cell; `accepts` sees to it.
            Self::Quantity(_) => Ok(false),
            Self::Date(ranges) => ranges.hold(raw),
            Self::Text(parts) => parts.found_in(raw),
            Self::Present => Ok(true),
        }
    }
}

/// A column called `q` of this type, for the tests of the filters.
#[cfg(test)]
fn test_field(kind: &str) -> crate::package::Field {
    let description = serde_json::json!({"name": "q", "type": kind, "title": "Q", "description": ""});
    serde_json::from_value(description).expect("a field")
}
