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
    /// It meets one of these.
    Any(Vec<Filter>),
    /// Each word is in one of its cells.
    Words(words::Words),
}

enum CellPredicate {
    Number(number::Ranges),
    Quantity(quantity::Quantities),
    Date(date::Ranges),
    /// The cell is, to the letter, one of these.
    OneOf(HashSet<Vec<u8>>),
    Text(text::Parts),
}

impl From<Predicate> for Filter {
    fn from(predicate: Predicate) -> Self {
        Self { predicate, hint: None }
    }
}

impl Filter {
    /// Reads what was typed for a column of a table.
    ///
    /// Where the column is a quantity, `possibly` takes a row also where only some of the values that its figure may
    /// have are asked for.
    ///
    /// An error says what was wrong, what is allowed and what was probably meant; it is an error of usage.
    ///
    /// ```
    /// use itkommun::package::Package;
    /// use itkommun::query::{Filter, Query};
    ///
    /// let package = Package::bundled();
    /// let winners = package.table("winners").expect("the table");
    /// let column = |name| package.columns(winners).find(|column| column.field.name == name).expect("the column");
    /// let count = |name, typed: &[&str]| {
    ///     let typed: Vec<String> = typed.iter().map(|&typed| typed.to_owned()).collect();
    ///     let filters = vec![Filter::parse(&package, winners, column(name), &typed, false)?];
    ///     Query { filters, ..Query::new(winners, Vec::new()) }.count(&package)
    /// };
    /// // The column decides: a year is a number, and a municipality a row of another table, by any of its names.
    /// assert_eq!(count("year", &["2009..2013"])?, 3);
    /// for name in ["Falkenberg", "FALKENBERGS KOMMUN", "1382"] {
    ///     assert_eq!(count("municipality", &[name])?, 1, "{name}");
    /// }
    /// // A name that there is not is an error, and not an empty answer.
    /// assert!(count("municipality", &["Falkenbreg"]).is_err());
    /// # Ok::<(), anyhow::Error>(())
    /// ```
    pub fn parse(package: &Package, table: &Table, column: Column, typed: &[String], possibly: bool) -> Result<Self> {
        let field = column.field;
        match column.place {
            Place::Own(cell) => {
                let test = if let Some(cells) = table.quantity(field) {
                    let ranges = number::Ranges::parse(typed, field)?;
                    CellPredicate::Quantity(quantity::Quantities::new(ranges, cells, possibly))
                } else if field.field_type.is_numeric() {
                    CellPredicate::Number(number::Ranges::parse(typed, field)?)
                } else if field.field_type == FieldType::Date {
                    CellPredicate::Date(date::Ranges::parse(typed, field)?)
                } else if let Some(key) = package.key(table, field) {
                    CellPredicate::OneOf(name::find(package, key, typed, Some(&flag(field)))?)
                } else if let Some(allowed) = choice::allowed(field) {
                    CellPredicate::OneOf(choice::parse(&allowed, typed, field)?)
                } else {
                    CellPredicate::Text(text::Parts::parse(typed, field)?)
                };
                let hint = if let CellPredicate::Text(parts) = &test { parts.hint() } else { None };
                Ok(Self { predicate: Predicate::Cell { cell, delimiter: delimiter(field), test }, hint })
            }
            // The filter is answered in the other table first; what remains here is a set of keys.
            Place::Joined { key, cell } => {
                let far = Column { field, place: Place::Own(cell) };
                let far = Self::parse(package, key.table, far, typed, possibly)?;
                let mut keys = HashSet::new();
                let mut rows = package.rows(key.table)?;
                while let Some(record) = rows.next_record()? {
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
        Predicate::Cell { cell, delimiter: delimiter(field), test: CellPredicate::OneOf(values) }.into()
    }

    /// Takes rows that one of the filters takes.
    pub fn any(filters: Vec<Self>) -> Self {
        Predicate::Any(filters).into()
    }

    /// Takes rows that contain all of the words, which are folded already, in whichever cells.
    pub fn words(words: Vec<String>) -> Self {
        Predicate::Words(words::Words::new(words)).into()
    }

    /// Whether the row meets it. A missing value never does.
    pub fn accepts(&self, record: Record) -> Result<bool> {
        match &self.predicate {
            Predicate::Cell { test: CellPredicate::Quantity(quantities), .. } => quantities.accepts(record),
            Predicate::Cell { cell, delimiter, test } => {
                let met = test.met_by_any(*delimiter, record.raw(*cell));
                met.map_err(|expected| record.bad(*cell, &format!("not {expected}")))
            }
            Predicate::Any(filters) => filters.iter().try_fold(false, |met, filter| Ok(met || filter.accepts(record)?)),
            Predicate::Words(words) => words.all_in(record),
        }
    }

    /// What to tell where it takes no row, if what was typed may have been meant otherwise.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// Whether a row with this in one of its cells may meet it, whatever stands in the others.
    pub fn may_accept(&self, own: usize, raw: &[u8]) -> bool {
        match &self.predicate {
            Predicate::Cell { cell, delimiter, test } if *cell == own => {
                test.met_by_any(*delimiter, raw).unwrap_or(false)
            }
            _ => true,
        }
    }
}

/// The flag that a column is asked by.
fn flag(field: &Field) -> String {
    format!("--{}", field.name.replace('_', "-"))
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
