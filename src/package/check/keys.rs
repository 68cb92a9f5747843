//! Keys to other tables: that each leads to a row.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::Value as Json;

use super::hints::{Hints, Names};
use super::lossy;
use super::places::Places;
use super::text_type::TextType;
use super::value::{Kind, Value};
use crate::package::{FieldType, ForeignKey, Package, Table};
use crate::words::words;

/// What all keys point to; nothing where that cannot be read, and so no key be said to lead nowhere.
pub(super) struct Targets {
    targets: HashMap<Columns, Option<Target>>,
    kinds: Kinds,
}

/// As what the values of each column are told apart, by the tables' names.
struct Kinds(Vec<(String, Vec<Kind>)>);

/// A table, the columns of it that are one key, and as a value of which type each of their cells is told apart.
#[derive(PartialEq, Eq, Hash)]
struct Columns {
    table: String,
    columns: Vec<(String, Kind)>,
}

/// What stands in the columns that a key points to.
pub(super) struct Target {
    table: String,
    columns: String,
    kinds: Vec<Kind>,
    places: Places,
    /// The texts of a single column, which a key that leads nowhere may mean; none where they are too many to be names.
    names: Names<'static>,
}

/// More names than this are not kept: 10 MB of them.
const MOST_NAMES: usize = 100_000;

/// Nor is one of more bytes than this, which no slip of the hand leads to.
const LONGEST_NAME: usize = 256;

impl Targets {
    /// Reads them; a file that cannot be read is reported where its own table is checked.
    pub(super) fn read(package: &Package, written: &Json) -> Self {
        let (mut targets, kinds) = (HashMap::new(), Kinds::of(package, written));
        let keys = package.tables().iter().flat_map(|table| table.schema().all_keys().map(move |key| (table, key)));
        for (table, key) in keys {
            let Some(far) = package.far_table(table, key) else { continue };
            if let Entry::Vacant(entry) = targets.entry(Columns::of(&kinds, table, far, key)) {
                let target = Target::read(package, far, entry.key());
                entry.insert(target);
            }
        }
        Self { targets, kinds }
    }

    /// As what the values of a column of a table are told apart.
    pub(super) fn kind(&self, table: &Table, column: usize) -> Kind {
        self.kinds.kind(table, column)
    }

    /// What a key of a table points to.
    pub(super) fn of(&self, package: &Package, table: &Table, key: &ForeignKey) -> Option<&Target> {
        // What is no key of as many columns leads nowhere, which is told of the description.
        let far = package.far_table(table, key).filter(|_| key.columns.len() == key.reference.columns.len())?;
        self.targets.get(&Columns::of(&self.kinds, table, far, key))?.as_ref()
    }
}

impl Kinds {
    fn of(package: &Package, written: &Json) -> Self {
        let described = written["resources"].as_array().into_iter().flatten();
        let mut all = Vec::new();
        for (table, described) in package.tables().iter().zip(described.filter(|it| !it["schema"].is_null())) {
            let mut kinds = Vec::new();
            for (at, field) in table.schema().fields.iter().enumerate() {
                let text_type = TextType::of(&described["schema"]["fields"][at]);
                kinds.push(Kind { field_type: field.value_type(), text_type });
            }
            all.push((table.name.clone(), kinds));
        }
        Self(all)
    }

    fn kind(&self, table: &Table, column: usize) -> Kind {
        let kinds = self.0.iter().find(|(name, _)| *name == table.name);
        kinds.and_then(|(_, kinds)| kinds.get(column).copied()).unwrap_or(FieldType::String.into())
    }
}

impl Columns {
    /// What a key of a table points to. Values are told apart as numbers only where both columns hold numbers.
    fn of(kinds: &Kinds, table: &Table, far: &Table, key: &ForeignKey) -> Self {
        let columns = key.columns.iter().zip(&key.reference.columns).map(|(own, column)| {
            let own = table.index_of(own).map_or(FieldType::String.into(), |own| kinds.kind(table, own));
            let its = far.index_of(column).map_or(own, |its| kinds.kind(far, its));
            let alike = own == its || own.field_type.is_numeric() && its.field_type.is_numeric();
            (column.clone(), if alike { own } else { FieldType::String.into() })
        });
        Self { table: far.name.clone(), columns: columns.collect() }
    }
}

impl Target {
    fn read(package: &Package, table: &Table, columns: &Columns) -> Option<Self> {
        let cells = columns.columns.iter().map(|(column, kind)| Some((table.index_of(column)?, *kind)));
        let cells: Vec<(usize, Kind)> = cells.collect::<Option<_>>()?;
        let (mut places, mut names, mut is_named) = (Places::default(), Vec::new(), cells.len() == 1);
        let last = cells.iter().map(|(cell, _)| *cell).max()?;
        let mut rows = package.rows_of_any_length(table).ok()?.up_to(last);
        let mut key = Vec::new();
        while let Some(record) = rows.next_of_any_length().ok()? {
            if cells.iter().any(|(cell, _)| *cell >= record.cell_count()) {
                continue;
            }
            key.clear();
            key.extend(cells.iter().map(|(cell, kind)| Value::new(*kind, record.raw(*cell))));
            let is_new = places.add(&key, record.line()).is_none();
            if let ([Value::Text(text)], true) = (&key[..], is_new && is_named)
                && text.len() <= LONGEST_NAME
            {
                names.push(Cow::Owned(lossy(text)));
            }
            if names.len() > MOST_NAMES {
                (names, is_named) = (Vec::new(), false);
            }
        }
        let (columns, kinds): (Vec<&str>, _) =
            columns.columns.iter().map(|(name, kind)| (name.as_str(), *kind)).unzip();
        let (table, columns) = (table.name.clone(), columns.join(", "));
        Some(Self { table, columns, kinds, places, names: Names::new(names) })
    }

    /// What is wrong with the cells of a row as a key to this, a text for each of its columns: that no row has them.
    pub(super) fn missing(&self, texts: &[&str], hints: &Hints) -> Option<String> {
        let sought = self.kinds.iter().zip(texts).map(|(kind, text)| Value::new(*kind, text.as_bytes()));
        if self.places.has(&sought.collect::<Vec<_>>()) {
            return None;
        }
        let typed = texts.join(", ");
        Some(words().no_row_with(&self.table, &self.columns, &typed) + &self.names.hint(&typed, hints))
    }
}
