//! Keys to other tables: that each leads to a row.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::lossy;
use super::value::Value;
use crate::error::did_you_mean;
use crate::package::{Field, FieldType, ForeignKey, Package, Rows, Table};
use crate::words::words;

/// The values of every column that some key points to.
pub(super) struct Targets {
    values: HashMap<Target, HashSet<Value>>,
    /// How many times more a name that was probably meant is looked for, since that is to look at all names.
    hints: Cell<u32>,
}

/// A table and a column of it, and as values of which type its cells are told apart.
type Target = (String, String, FieldType);

/// Where more keys lead nowhere than this, something else is wrong than their spelling.
const MOST_HINTS: u32 = 100;

impl Targets {
    /// Reads them; a file that cannot be read is reported where its own table is checked.
    pub(super) fn read(package: &Package) -> Self {
        let mut targets = HashMap::new();
        let keys = package.tables().iter().flat_map(|table| table.schema().keys().map(move |key| (table, key)));
        for (table, key) in keys {
            let resolved = package.far_table(table, key).zip(table.index_of(&key.column));
            let Some((far, own)) = resolved else { continue };
            let target = target(&table.schema().fields[own], far, key);
            let read = || values(package, far, &target).unwrap_or_default();
            targets.entry(target.clone()).or_insert_with(read);
        }
        Self { values: targets, hints: Cell::new(MOST_HINTS) }
    }

    /// What is wrong with the items of a cell as keys to this table: that no row has one of them.
    pub(super) fn missing(&self, field: &Field, far: &Table, key: &ForeignKey, items: &[&str]) -> Option<String> {
        let target = target(field, far, key);
        let values = self.values.get(&target)?;
        let missing = items.iter().find(|item| !values.contains(&Value::new(target.2, item.as_bytes())))?;
        let hint = match self.hints.get().checked_sub(1) {
            None => String::new(),
            Some(left) => {
                self.hints.set(left);
                let text = |value: &Value| if let Value::Text(text) = value { Some(lossy(text)) } else { None };
                let names: Vec<String> = values.iter().filter_map(text).collect();
                did_you_mean(missing, names.iter().map(String::as_str))
            }
        };
        Some(words().no_row_with(&far.name, &target.1, missing) + &hint)
    }
}

/// What a key of this column points to. Values are told apart as numbers only where both columns hold numbers.
fn target(field: &Field, far: &Table, key: &ForeignKey) -> Target {
    let (own, column) = (field.value_type(), &key.reference.column);
    let its = far.index_of(column).map_or(own, |index| far.schema().fields[index].field_type);
    let alike = own == its || own.is_numeric() && its.is_numeric();
    (far.name.clone(), column.clone(), if alike { own } else { FieldType::String })
}

fn values(package: &Package, table: &Table, (_, column, value_type): &Target) -> Option<HashSet<Value>> {
    let index = table.index_of(column)?;
    let mut values = HashSet::new();
    let mut rows = Rows::unchecked(&table.path, package.files.open(&table.path).ok()?);
    let _header = rows.next_of_any_length();
    while let Ok(Some(record)) = rows.next_of_any_length() {
        if index < record.cell_count() {
            values.insert(Value::new(*value_type, record.raw(index)));
        }
    }
    Some(values)
}
