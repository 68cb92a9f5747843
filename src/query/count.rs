//! Counting an answer's rows by the values of some of its columns.

use std::collections::HashMap;

use anyhow::Result;

use super::Query;
use super::projection::Cell;
use super::sort::SortKey;
use crate::package::{Column, FieldType, Package};

/// Values, and how many rows have them.
pub struct Group {
    /// A value a column; empty where it is missing.
    pub values: Vec<String>,
    /// How many rows.
    pub count: usize,
}

impl Query<'_> {
    /// How many rows have each combination of values in these columns: most first, ties by the values, text as Swedish
    /// sorts it and missing values last. A row whose cell is a list counts once under each item.
    pub fn tally(&self, package: &Package, by: &[Column]) -> Result<Vec<Group>> {
        let cells = by.iter().map(|&column| Cell::new(package, column)).collect::<Result<Vec<_>>>()?;
        let mut counts: HashMap<Vec<String>, usize> = HashMap::new();
        self.each(package, None, &mut |record| {
            let mut combinations = vec![Vec::new()];
            for (column, cell) in by.iter().zip(&cells) {
                let text = cell.text(record)?;
                let items: Vec<&str> = if column.field_type() == FieldType::List {
                    text.split(column.delimiter()).collect()
                } else {
                    vec![&text]
                };
                let extended = combinations.iter().flat_map(|values: &Vec<String>| {
                    items.iter().map(|item| [values.as_slice(), &[(*item).to_owned()]].concat())
                });
                combinations = extended.collect();
            }
            for values in combinations {
                *counts.entry(values).or_default() += 1;
            }
            Ok(())
        })?;
        let mut groups: Vec<(Vec<SortKey>, Group)> = counts
            .into_iter()
            .map(|(values, count)| {
                let keys = by.iter().zip(&values).map(|(column, value)| SortKey::new(value, column.field_type()));
                (keys.collect(), Group { values, count })
            })
            .collect();
        groups.sort_by(|(a, first), (b, second)| second.count.cmp(&first.count).then_with(|| a.cmp(b)));
        Ok(groups.into_iter().map(|(_, group)| group).take(self.limit.unwrap_or(usize::MAX)).collect())
    }
}
