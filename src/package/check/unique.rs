//! Keys besides the primary one that no two rows have.

use serde_json::Value as Json;

use super::keys::Targets;
use super::lossy;
use super::places::Places;
use super::value::{Kind, Value};
use crate::package::{Record, Table};
use crate::words::words;

/// Such a key, and where each value of it stands.
pub(super) struct UniqueKey {
    columns: Vec<(usize, Kind)>,
    places: Places,
}

/// The columns of each of them, as they are described.
pub(super) fn keys(described: &Json) -> impl Iterator<Item = &Vec<Json>> {
    described["schema"]["uniqueKeys"].as_array().into_iter().flatten().filter_map(Json::as_array)
}

impl UniqueKey {
    /// Those of a table; one of a column that it does not have is none.
    pub(super) fn of_table(table: &Table, described: &Json, targets: &Targets) -> Vec<Self> {
        let column = |name: &Json| {
            let index = table.index_of(name.as_str()?)?;
            Some((index, targets.kind(table, index)))
        };
        let columns = keys(described).filter_map(|names| names.iter().map(column).collect::<Option<Vec<_>>>());
        columns.filter(|it| !it.is_empty()).map(|columns| Self { columns, places: Places::default() }).collect()
    }

    /// What is wrong with a row, and in which cell. As in SQL a row with no value in one of them is like no other.
    pub(super) fn wrong(&mut self, record: Record) -> Option<(usize, String)> {
        let raw = self.columns.iter().map(|(column, kind)| (record.raw(*column), *kind));
        if raw.clone().any(|(raw, _)| raw.is_empty()) {
            return None;
        }
        let key: Vec<Value> = raw.clone().map(|(raw, kind)| Value::new(kind, raw)).collect();
        let earlier = self.places.add(&key, record.line())?;
        let shown = raw.map(|(raw, _)| lossy(raw)).collect::<Vec<_>>().join(", ");
        Some((self.columns.first()?.0, words().stands_already(&shown, earlier)))
    }
}
