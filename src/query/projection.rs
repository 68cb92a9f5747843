//! Finding the value of a column, in the row itself or in the row that its key points to.

use std::borrow::Cow;
use std::collections::HashMap;

use anyhow::Result;

use crate::package::{
    Column, Field, FieldType, KeyCells, Package, Place, QuantityCells, Record, StatusColumn, Table, Value,
};

/// Where the values of one column of an answer are found.
pub(super) enum Cell<'p> {
    /// In the row itself.
    Own { index: usize, field: &'p Field },
    /// In the row itself, as a figure of several cells.
    Quantity {
        cells: QuantityCells,
        statuses: Option<&'p StatusColumn>,
        /// Where it is found what the figure counts where that is one.
        unit_one: Option<Box<Self>>,
    },
    /// In another table, whose cells are read once and kept by their key.
    Joined {
        own: KeyCells,
        /// The character between the keys where the key column is a list.
        delimiter: Option<u8>,
        far: HashMap<Vec<u8>, Value<'static>>,
    },
}

impl<'p> Cell<'p> {
    /// Reads from the other table what the column needs, if it is a joined one.
    pub(super) fn new(package: &'p Package, table: &'p Table, column: Column<'p>) -> Result<Self> {
        let (key, cell) = match column.place {
            Place::Own(index) => {
                let Some((cells, parts)) = table.quantity(column.field).zip(column.field.quantity.as_ref()) else {
                    return Ok(Self::Own { index, field: column.field });
                };
                let one =
                    parts.unit_one.as_ref().and_then(|name| package.columns(table).find(|it| it.field.name == *name));
                let unit_one = one.map(|one| Self::new(package, table, one).map(Box::new)).transpose()?;
                return Ok(Self::Quantity { cells, statuses: parts.status.as_ref(), unit_one });
            }
            Place::Joined { key, cell } => (key, cell),
        };
        let mut far = HashMap::new();
        let target = key.target_cells();
        let mut rows = package.rows_up_to(key.table, target.last().max(cell))?;
        while let Some(record) = rows.next_record()? {
            far.insert(target.read(record).into_owned(), record.value(cell, column.field)?.into_owned());
        }
        let delimiter = (key.field.field_type == FieldType::List).then_some(key.field.delimiter as u8);
        Ok(Self::Joined { own: key.own_cells(), delimiter, far })
    }

    /// The last cell of a row that it is found in.
    pub(super) fn last_cell(&self) -> usize {
        match self {
            Self::Own { index, .. } => *index,
            Self::Quantity { cells, unit_one, .. } => {
                cells.last().max(unit_one.as_ref().map_or(0, |unit_one| unit_one.last_cell()))
            }
            Self::Joined { own, .. } => own.last(),
        }
    }

    /// The same of what it is ordered by.
    pub(super) fn last_sorted_cell(&self) -> usize {
        if let Self::Quantity { cells, .. } = self { cells.value } else { self.last_cell() }
    }

    /// The cell of a row that it is ordered by, where that is a number to the letter.
    pub(super) fn number_cell(&self) -> Option<usize> {
        match self {
            Self::Own { index, field } if field.field_type.is_numeric() => Some(*index),
            Self::Quantity { cells, .. } => Some(cells.value),
            _ => None,
        }
    }

    /// The value by which this row is ordered. Of a figure no more is read than its number.
    pub(super) fn sorted_value<'a>(&'a self, record: Record<'a>) -> Result<Value<'a>> {
        let Self::Quantity { cells, .. } = self else { return self.value(record) };
        let number = record.text(cells.value)?;
        Ok(if number.is_empty() { Value::Missing } else { Value::Number(number.into()) })
    }

    /// Adds the bytes by which this row is counted: rows in which they are the same are counted under the same values. Of a
    /// figure that is its number; its qualifier is among them as it may be none.
    pub(super) fn copy_raw(&self, record: Record, to: &mut Vec<u8>) {
        let mut copy = |raw: &[u8]| {
            // With its length, so that no two rows are taken for one.
            to.extend(raw.len().to_le_bytes());
            to.extend(raw);
        };
        match self {
            Self::Own { index, .. } => copy(record.raw(*index)),
            Self::Quantity { cells, .. } => [cells.value, cells.qualifier].iter().for_each(|&at| copy(record.raw(at))),
            Self::Joined { own, .. } => copy(&own.read(record)),
        }
    }

    /// The value in this row. Over a list of keys it is a list, each value once.
    pub(super) fn value<'a>(&'a self, record: Record<'a>) -> Result<Value<'a>> {
        match self {
            Self::Own { index, field } => record.value(*index, field),
            Self::Quantity { cells, statuses, unit_one } => {
                let mut value = record.quantity(*cells, *statuses)?;
                if let (Value::Quantity(quantity), Some(one)) = (&mut value, unit_one)
                    && let Value::Text(one) = one.value(record)?
                {
                    quantity.unit_one = one;
                }
                Ok(value)
            }
            Self::Joined { own, delimiter: None, far } => Ok(far.get(&*own.read(record)).map_or(Value::Missing, lent)),
            Self::Joined { own, delimiter: Some(delimiter), far } => {
                let mut found: Vec<Value> = Vec::new();
                for key in own.read(record).split(|&byte| byte == *delimiter) {
                    if let Some(value) = far.get(key).filter(|value| !value.is_missing())
                        && !found.contains(value)
                    {
                        found.push(lent(value));
                    }
                }
                Ok(Value::List(found))
            }
        }
    }
}

/// The last cell of a row that one of them is found in.
pub(super) fn last_cell(cells: &[Cell]) -> usize {
    cells.iter().map(Cell::last_cell).max().unwrap_or(0)
}

/// The value, its text not copied.
fn lent<'v>(value: &'v Value<'static>) -> Value<'v> {
    match value {
        Value::Text(text) => Value::Text(Cow::Borrowed(text)),
        Value::Number(text) => Value::Number(Cow::Borrowed(text)),
        other => other.clone(),
    }
}
