//! Keys that no two rows have: the primary one, and those besides it.

use serde_json::Value as Json;

use super::keys::Targets;
use super::lossy;
use super::places::Places;
use super::value::{Kind, Value};
use crate::package::{Record, Table};
use crate::words::words;

/// Such a key, and where each value of it stands.
pub(super) struct UniqueKey {
    /// Its columns, and as what their values are told apart; none where there is no key.
    pub columns: Vec<(usize, Kind)>,
    places: Places,
}

/// The columns of each of those besides the primary one, as they are described.
pub(super) fn keys(described: &Json) -> impl Iterator<Item = &Vec<Json>> {
    described["schema"]["uniqueKeys"].as_array().into_iter().flatten().filter_map(Json::as_array)
}

impl UniqueKey {
    /// The primary key of a table.
    pub(super) fn primary(table: &Table, targets: &Targets) -> Self {
        let named = table.schema().primary_key.iter().map(String::as_str);
        Self::of(table, targets, named.map(Some).collect())
    }

    /// Those besides it.
    pub(super) fn others(table: &Table, described: &Json, targets: &Targets) -> Vec<Self> {
        keys(described).map(|names| Self::of(table, targets, names.iter().map(Json::as_str).collect())).collect()
    }

    /// The key of these columns; one of a column that the table does not have is none.
    fn of(table: &Table, targets: &Targets, names: Vec<Option<&str>>) -> Self {
        let column = |name: Option<&str>| {
            let index = table.index_of(name?)?;
            Some((index, targets.kind(table, index)))
        };
        let columns = names.into_iter().map(column).collect::<Option<Vec<_>>>();
        Self { columns: columns.unwrap_or_default(), places: Places::default() }
    }

    /// The values of a row, as they are written, and the line that had them before, if one did.
    pub(super) fn earlier(&mut self, record: Record) -> Option<(String, u64)> {
        if self.columns.is_empty() {
            return None;
        }
        let key: Vec<Value> =
            self.columns.iter().map(|(column, kind)| Value::new(*kind, record.raw(*column))).collect();
        let earlier = self.places.add(&key, record.line())?;
        let shown = self.columns.iter().map(|(column, _)| lossy(record.raw(*column))).collect::<Vec<_>>().join(", ");
        Some((shown, earlier))
    }

    /// What is wrong with a row, and in which cell. As in SQL a row with no value in one of them is like no other.
    pub(super) fn wrong(&mut self, record: Record) -> Option<(usize, String)> {
        let (first, _) = *self.columns.first()?;
        if self.columns.iter().any(|(column, _)| record.raw(*column).is_empty()) {
            return None;
        }
        let (shown, earlier) = self.earlier(record)?;
        Some((first, words().stands_already(&shown, earlier)))
    }
}
