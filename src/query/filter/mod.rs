//! Filters: what a row must meet, read from what was typed for a column.
//!
//! The column's own description decides how a value is read: numbers and dates as lists and ranges, keys as names
//! of rows, fixed sets as their members, other text as a part of it. Several values for one column mean *or*.

mod choice;
mod date;
mod name;
mod number;
mod quantity;
mod text;
mod words;

use std::collections::HashSet;

use anyhow::Result;

use crate::package::{Column, Field, FieldType, Package, Place, Record, Table};

pub use name::{find, named};

/// What a row must meet.
pub struct Filter {
    condition: Condition,
    /// What to tell where it takes no row, if what was typed may have been meant otherwise.
    hint: Option<String>,
}

enum Condition {
    /// One of its cells meets a test.
    Cell {
        cell: usize,
        /// What stands between the items where the cell is a list: one item must meet the test.
        delimiter: Option<u8>,
        test: Test,
    },
    /// It meets one of these.
    Any(Vec<Filter>),
    /// Each word is in one of its cells.
    Words(words::Words),
}

enum Test {
    Number(number::Ranges),
    Quantity(quantity::Quantities),
    Date(date::Ranges),
    /// The cell is, to the letter, one of these.
    OneOf(HashSet<Vec<u8>>),
    Text(text::Parts),
}

impl From<Condition> for Filter {
    fn from(condition: Condition) -> Self {
        Self { condition, hint: None }
    }
}

impl Filter {
    /// Reads what was typed for a column of a table.
    ///
    /// Where the column is a quantity, `possibly` takes a row also where only some of the values that its figure may
    /// have are asked for.
    ///
    /// An error says what was wrong, what is allowed and what was probably meant; it is an error of usage.
    pub fn parse(package: &Package, table: &Table, column: Column, typed: &[String], possibly: bool) -> Result<Self> {
        let field = column.field;
        match column.place {
            Place::Own(cell) => {
                let test = if let Some(cells) = table.quantity(field) {
                    let ranges = number::Ranges::parse(typed, field)?;
                    Test::Quantity(quantity::Quantities::new(ranges, cells, possibly))
                } else if field.field_type.is_numeric() {
                    Test::Number(number::Ranges::parse(typed, field)?)
                } else if field.field_type == FieldType::Date {
                    Test::Date(date::Ranges::parse(typed, field)?)
                } else if let Some(key) = package.key(table, field) {
                    Test::OneOf(name::find(package, key, typed, Some(&field.name))?)
                } else if let Some(allowed) = choice::allowed(field) {
                    Test::OneOf(choice::parse(&allowed, typed, field)?)
                } else {
                    Test::Text(text::Parts::parse(typed, field)?)
                };
                let hint = if let Test::Text(parts) = &test { parts.hint() } else { None };
                Ok(Self { condition: Condition::Cell { cell, delimiter: delimiter(field), test }, hint })
            }
            // The filter is answered in the other table first; what remains here is a set of keys.
            Place::Joined { key, cell } => {
                let far = Column { field, place: Place::Own(cell) };
                let far = Self::parse(package, key.table, far, typed, possibly)?;
                let mut keys = HashSet::new();
                let mut rows = package.rows(key.table)?;
                while let Some(record) = rows.next()? {
                    if far.accepts(record)? {
                        keys.insert(record.raw(key.target).to_vec());
                    }
                }
                Ok(Self { hint: far.hint, ..Self::one_of(key.own, key.field, keys) })
            }
        }
    }

    /// Takes rows whose cell of this column is, or has as an item, one of the values.
    pub fn one_of(cell: usize, field: &Field, values: HashSet<Vec<u8>>) -> Self {
        Condition::Cell { cell, delimiter: delimiter(field), test: Test::OneOf(values) }.into()
    }

    /// Takes rows that one of the filters takes.
    pub fn any(filters: Vec<Self>) -> Self {
        Condition::Any(filters).into()
    }

    /// Takes rows that contain all of the words, which are folded already, in whichever cells.
    pub fn words(words: Vec<String>) -> Self {
        Condition::Words(words::Words::new(words)).into()
    }

    /// Whether the row meets it. A missing value never does.
    pub fn accepts(&self, record: Record) -> Result<bool> {
        match &self.condition {
            Condition::Cell { test: Test::Quantity(quantities), .. } => quantities.accepts(record),
            Condition::Cell { cell, delimiter, test } => {
                let met = test.met_by_any(*delimiter, record.raw(*cell));
                met.map_err(|expected| record.bad(*cell, &format!("not {expected}")))
            }
            Condition::Any(filters) => filters.iter().try_fold(false, |met, filter| Ok(met || filter.accepts(record)?)),
            Condition::Words(words) => words.all_in(record),
        }
    }

    /// What to tell where it takes no row, if what was typed may have been meant otherwise.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// Whether a row with this in one of its cells may meet it, whatever stands in the others.
    pub fn may_accept(&self, own: usize, raw: &[u8]) -> bool {
        match &self.condition {
            Condition::Cell { cell, delimiter, test } if *cell == own => {
                test.met_by_any(*delimiter, raw).unwrap_or(false)
            }
            _ => true,
        }
    }
}

/// What stands between the items of a column's cells, if they are lists.
fn delimiter(field: &Field) -> Option<u8> {
    (field.field_type == FieldType::List).then_some(field.delimiter as u8)
}

impl Test {
    /// Whether a cell meets the test, or one of its items where it is a list.
    fn met_by_any(&self, delimiter: Option<u8>, raw: &[u8]) -> Result<bool, &'static str> {
        match delimiter {
            None => self.met_by(raw),
            Some(delimiter) => {
                raw.split(|&byte| byte == delimiter).try_fold(false, |met, item| Ok(met || self.met_by(item)?))
            }
        }
    }

    /// Whether a value meets the test; where it is not of the column's type, what it should have been.
    fn met_by(&self, raw: &[u8]) -> Result<bool, &'static str> {
        if raw.is_empty() {
            return Ok(false);
        }
        match self {
            Self::OneOf(set) => Ok(set.contains(raw)),
            Self::Number(ranges) => ranges.hold(raw),
            // A figure is more than its own cell; `accepts` sees to it.
            Self::Quantity(_) => Ok(false),
            Self::Date(ranges) => ranges.hold(raw),
            Self::Text(parts) => parts.found_in(raw),
        }
    }
}

/// A column called `x` of this type, for the tests of the filters.
#[cfg(test)]
fn test_field(kind: &str) -> crate::package::Field {
    let description = serde_json::json!({"name": "x", "type": kind, "title": "X", "description": ""});
    serde_json::from_value(description).expect("a field")
}
