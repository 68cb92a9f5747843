//! Keys to other tables: that each leads to a row.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::lossy;
use crate::exit::{did_you_mean, quoted};
use crate::package::{Package, Rows, Table};

/// The values of every column that some key points to, by table and column.
pub struct Targets {
    values: HashMap<(String, String), HashSet<Vec<u8>>>,
    /// How many times more a name that was probably meant is looked for, since that is to look at all names.
    hints: Cell<u32>,
}

/// Where more keys lead nowhere than this, something else is wrong than their spelling.
const MOST_HINTS: u32 = 100;

impl Targets {
    /// Reads them; a file that cannot be read is reported where its own table is checked.
    pub fn read(package: &Package) -> Self {
        let mut targets = HashMap::new();
        for (table, key) in package.tables().iter().flat_map(|table| table.schema().keys().map(move |key| (table, key)))
        {
            let Some(far) = package.far_table(table, key) else { continue };
            let column = &key.reference.column;
            targets
                .entry((far.name.clone(), column.clone()))
                .or_insert_with(|| values(package, far, column).unwrap_or_default());
        }
        Self { values: targets, hints: Cell::new(MOST_HINTS) }
    }

    /// What is wrong with the items of a cell as keys to a column of this table: that no row has one of them.
    pub fn missing(&self, far: &Table, column: &str, items: &[&str]) -> Option<String> {
        let values = self.values.get(&(far.name.clone(), column.to_owned()))?;
        let missing = items.iter().find(|item| !values.contains(item.as_bytes()))?;
        let hint = match self.hints.get().checked_sub(1) {
            None => String::new(),
            Some(left) => {
                self.hints.set(left);
                let names: Vec<String> = values.iter().map(|value| lossy(value)).collect();
                did_you_mean(missing, names.iter().map(String::as_str))
            }
        };
        Some(format!("no row of {} has the {column} {}{hint}", far.name, quoted(missing)))
    }
}

fn values(package: &Package, table: &Table, column: &str) -> Option<HashSet<Vec<u8>>> {
    let index = table.index_of(column)?;
    let mut values = HashSet::new();
    let mut rows = Rows::unchecked(&table.path, package.files.open(&table.path).ok()?);
    let _header = rows.next_of_any_length();
    while let Ok(Some(record)) = rows.next_of_any_length() {
        if index < record.len() {
            values.insert(record.raw(index).to_vec());
        }
    }
    Some(values)
}
