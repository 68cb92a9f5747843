//! Keys to other tables: that each leads to a row.

use std::cell::Cell;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::lossy;
use super::value::Value;
use crate::error::did_you_mean;
use crate::package::{Field, FieldType, ForeignKey, Package, Table};
use crate::words::words;

/// The values of all columns that some key points to.
pub(super) struct Targets {
    values: HashMap<Target, Values>,
    /// How many times more a name that was probably meant is looked for, since that is to look at all names.
    hints: Cell<u32>,
}

/// The values of all rows in the columns of a key.
pub(super) type Values = HashSet<Vec<Value>>;

/// A table, the columns of it that are one key, and as a value of which type each of their cells is told apart.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Target {
    table: String,
    columns: Vec<(String, FieldType)>,
}

/// Where more keys lead nowhere than this, something else is wrong than their spelling.
const MOST_HINTS: u32 = 100;

impl Targets {
    /// Reads them; a file that cannot be read is reported where its own table is checked.
    pub(super) fn read(package: &Package) -> Self {
        let mut targets = HashMap::new();
        let keys = package.tables().iter().flat_map(|table| table.schema().all_keys().map(move |key| (table, key)));
        for (table, key) in keys {
            let Some(far) = package.far_table(table, key) else { continue };
            let target = Target::of(table, far, key);
            if let Entry::Vacant(entry) = targets.entry(target) {
                let values = entry.key().values(package, far).unwrap_or_default();
                entry.insert(values);
            }
        }
        Self { values: targets, hints: Cell::new(MOST_HINTS) }
    }

    /// What a key of a table points to, with the values there.
    pub(super) fn of(&self, package: &Package, table: &Table, key: &ForeignKey) -> Option<(&Target, &Values)> {
        self.values.get_key_value(&Target::of(table, package.far_table(table, key)?, key))
    }

    /// What is wrong with the cells of a row as a key to this, a text for each of its columns: that no row has them.
    pub(super) fn missing(&self, (target, values): (&Target, &Values), texts: &[&str]) -> Option<String> {
        let sought = target.columns.iter().zip(texts).map(|((_, kind), text)| Value::new(*kind, text.as_bytes()));
        if values.contains(&sought.collect::<Vec<_>>()) {
            return None;
        }
        let columns: Vec<&str> = target.columns.iter().map(|(column, _)| &**column).collect();
        let typed = texts.join(", ");
        let hint = match self.hints.get().checked_sub(1) {
            Some(left) if texts.len() == 1 => {
                self.hints.set(left);
                let text = |value: &Value| if let Value::Text(text) = value { Some(lossy(text)) } else { None };
                let names: Vec<String> = values.iter().filter_map(|key| text(key.first()?)).collect();
                did_you_mean(&typed, names.iter().map(String::as_str))
            }
            _ => String::new(),
        };
        Some(words().no_row_with(&target.table, &columns.join(", "), &typed) + &hint)
    }
}

impl Target {
    /// What a key of a table points to. Values are told apart as numbers only where both columns hold numbers.
    fn of(table: &Table, far: &Table, key: &ForeignKey) -> Self {
        let columns = key.columns.iter().zip(&key.reference.columns).map(|(own, column)| {
            let own = field(table, own).map_or(FieldType::String, Field::value_type);
            let its = field(far, column).map_or(own, |field| field.field_type);
            let alike = own == its || own.is_numeric() && its.is_numeric();
            (column.clone(), if alike { own } else { FieldType::String })
        });
        Self { table: far.name.clone(), columns: columns.collect() }
    }

    fn values(&self, package: &Package, table: &Table) -> Option<Values> {
        let cells = self.columns.iter().map(|(column, kind)| Some((table.index_of(column)?, *kind)));
        let cells: Vec<(usize, FieldType)> = cells.collect::<Option<_>>()?;
        let mut values = HashSet::new();
        let mut rows = package.unchecked_rows(table).ok()?;
        if package.has_header(table) {
            let _header = rows.next_of_any_length();
        }
        while let Ok(Some(record)) = rows.next_of_any_length() {
            if cells.iter().all(|(cell, _)| *cell < record.cell_count()) {
                values.insert(cells.iter().map(|(cell, kind)| Value::new(*kind, record.raw(*cell))).collect());
            }
        }
        Some(values)
    }
}

fn field<'t>(table: &'t Table, name: &str) -> Option<&'t Field> {
    table.index_of(name).map(|index| &table.schema().fields[index])
}
