//! Counting an answer's rows by the values of some of its columns.

use std::cmp::Ordering;
use std::collections::HashMap;

use anyhow::Result;

use super::Query;
use super::projection::Cell;
use super::sort::SortKey;
use crate::package::{Column, Decimal, Package, Value};
use crate::text::sort_by;

/// Values, and how many rows have them.
pub struct Group {
    /// A value a column.
    pub values: Vec<Value<'static>>,
    /// How many rows.
    pub count: usize,
}

/// One thing that groups are ordered by.
pub struct GroupSort {
    /// The place among the values of a group; how many rows it has where there is none.
    pub value: Option<usize>,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl<'p> Query<'p> {
    /// How many rows have each combination of values in these columns: in this order, then most first, ties by the
    /// values, text as Swedish sorts it and missing values last. A row whose cell is a list counts once under each item.
    pub fn count_by(&self, package: &'p Package, by: &[Column<'p>], order: &[GroupSort]) -> Result<Vec<Group>> {
        let cells = by.iter().map(|&column| Cell::new(package, self.table, column)).collect::<Result<Vec<_>>>()?;
        let mut counts = Groups::<usize>::default();
        self.each(package, None, &mut |record| {
            let values = cells.iter().map(|cell| cell.value(record)).collect::<Result<Vec<_>>>()?;
            for values in counted_under(&values) {
                *counts.of(values) += 1;
            }
            Ok(())
        })?;
        let mut groups: Vec<(Vec<SortKey>, Group)> = counts
            .into_all()
            .map(|(values, count)| (values.iter().map(SortKey::new).collect(), Group { values, count }))
            .collect();
        sort_by(&mut groups, &|(a, first), (b, second)| {
            let asked = order.iter().map(|sort| match sort.value {
                Some(at) => a[at].compared(&b[at], sort.descending),
                None if sort.descending => second.count.cmp(&first.count),
                None => first.count.cmp(&second.count),
            });
            // Numbers that differ in their seventeenth digit sort as one.
            let written =
                || first.values.iter().map(|it| it.plain("")).cmp(second.values.iter().map(|it| it.plain("")));
            let usual = || second.count.cmp(&first.count).then_with(|| a.cmp(b)).then_with(written);
            asked.fold(Ordering::Equal, Ordering::then).then_with(usual)
        });
        Ok(groups.into_iter().map(|(_, group)| group).take(self.limit.unwrap_or(usize::MAX)).collect())
    }

    /// How many of the rows share their entry with others, so that the entry is counted more than once.
    pub fn joint(&self, package: &'p Package) -> Result<usize> {
        let Some(cell) = self.table.joint.as_ref().and_then(|joint| self.table.index_of(joint)) else { return Ok(0) };
        let mut joint = 0;
        self.each(package, None, &mut |record| {
            joint += usize::from(!record.raw(cell).is_empty());
            Ok(())
        })?;
        Ok(joint)
    }
}

/// What a row of these values is counted under: itself, or where some are lists each combination of their items.
pub fn counted_under(values: &[Value]) -> Vec<Vec<Value<'static>>> {
    let mut combinations = vec![Vec::new()];
    for value in values {
        let extended = combinations.iter().flat_map(|values: &Vec<Value>| {
            value.items().iter().map(|item| [values.as_slice(), &[counted(item)]].concat())
        });
        combinations = extended.collect();
    }
    combinations
}

/// What is counted under each combination of values. Numbers of one size are one value, however they are written, as
/// they are to filters, to orders and to SQL.
#[derive(Default)]
pub struct Groups<G>(HashMap<Vec<Key>, (Vec<Value<'static>>, G)>);

/// What tells a value from others.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Number(Decimal),
    Other(Value<'static>),
}

impl<G: Default> Groups<G> {
    /// What is counted under these values. A number stands as the shortest of those that are the same.
    pub fn of(&mut self, values: Vec<Value<'static>>) -> &mut G {
        let (known, group) = self.0.entry(values.iter().map(Key::new).collect()).or_default();
        if known.is_empty() {
            *known = values;
        } else {
            for (known, value) in known.iter_mut().zip(values) {
                if value.plain("").len() < known.plain("").len() {
                    *known = value;
                }
            }
        }
        group
    }

    /// All that was counted, in no order.
    pub fn into_all(self) -> impl Iterator<Item = (Vec<Value<'static>>, G)> {
        self.0.into_values()
    }
}

impl Key {
    fn new(value: &Value<'static>) -> Self {
        match value {
            Value::Number(text) => Decimal::parse(text).map_or_else(|| Self::Other(value.clone()), Self::Number),
            _ => Self::Other(value.clone()),
        }
    }
}

/// What a value is counted as. A figure is its number alone, as in the column: those of one number would else be groups
/// that look alike to a program, for which unit and qualifier are columns of their own.
fn counted(value: &Value) -> Value<'static> {
    match value {
        Value::Quantity(quantity) => Value::Number(quantity.value.clone().into_owned().into()),
        other => other.clone().into_owned(),
    }
}
