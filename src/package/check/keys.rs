//! Keys to other tables: that each leads to a row.

use std::collections::{HashMap, HashSet};

use super::lossy;
use crate::exit::{did_you_mean, quoted};
use crate::package::{ForeignKey, Package, Rows};

/// The values of every column that some key points to, by table and column.
pub struct Targets(HashMap<(String, String), HashSet<Vec<u8>>>);

impl Targets {
    /// Reads them; a file that cannot be read is reported where its own table is checked.
    pub fn read(package: &Package) -> Self {
        let mut targets = HashMap::new();
        for key in package.tables().iter().flat_map(|table| table.schema().keys()) {
            let name = (key.reference.table.clone(), key.reference.column.clone());
            targets
                .entry(name)
                .or_insert_with_key(|(table, column)| values(package, table, column).unwrap_or_default());
        }
        Self(targets)
    }

    /// What is wrong with the items of a cell as keys: that no row has one of them.
    pub fn missing(&self, key: &ForeignKey, items: &[&str]) -> Option<String> {
        let values = self.0.get(&(key.reference.table.clone(), key.reference.column.clone()))?;
        let missing = items.iter().find(|item| !values.contains(item.as_bytes()))?;
        let names: Vec<String> = values.iter().map(|value| lossy(value)).collect();
        let hint = did_you_mean(missing, names.iter().map(String::as_str));
        Some(format!("no row of {} has the {} {}{hint}", key.reference.table, key.reference.column, quoted(missing)))
    }
}

fn values(package: &Package, table: &str, column: &str) -> Option<HashSet<Vec<u8>>> {
    let table = package.table(table)?;
    let index = table.index_of(column)?;
    let mut values = HashSet::new();
    let mut rows = Rows::unchecked(&table.path, package.files.open(&table.path).ok()?);
    while let Ok(Some(record)) = rows.next_of_any_length() {
        if index < record.len() {
            values.insert(record.raw(index).to_vec());
        }
    }
    Some(values)
}
