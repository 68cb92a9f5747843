//! A key, resolved: where in a row its values stand, and where in the table that it points to.

use std::borrow::Cow;

use super::{Field, ForeignKey, Package, Record, Table};

/// A key of a table, resolved.
#[derive(Clone, Copy)]
pub struct Key<'p> {
    /// The position of the key column in its own table, the first where there are several.
    pub own: usize,
    /// The column that points, the first where there are several.
    pub field: &'p Field,
    /// The table that it points to.
    pub table: &'p Table,
    /// The position in that table of the column that it repeats, of the first where there are several.
    pub target: usize,
    of: &'p Table,
    declared: &'p ForeignKey,
}

impl<'p> Key<'p> {
    /// Whether it is one column.
    pub fn is_single(self) -> bool {
        self.declared.columns.len() == 1
    }

    /// Whether it is the same key as another.
    pub fn is_same(self, other: Key) -> bool {
        std::ptr::eq(self.declared, other.declared)
    }

    /// The columns that point.
    pub fn columns(self) -> &'p [String] {
        &self.declared.columns
    }

    /// Where its values stand in a row of its own table.
    pub fn own_cells(self) -> KeyCells {
        KeyCells::of(self.of, &self.declared.columns)
    }

    /// Where the values that it repeats stand in a row of the table that it points to.
    pub fn target_cells(self) -> KeyCells {
        KeyCells::of(self.table, &self.declared.reference.columns)
    }
}

impl Package {
    /// Where a declared key leads; nothing where it names what there is not.
    pub fn resolve<'p>(&'p self, table: &'p Table, declared: &'p ForeignKey) -> Option<Key<'p>> {
        let own = table.index_of(declared.column())?;
        let target_table = self.far_table(table, declared)?;
        let target = target_table.index_of(declared.reference.column())?;
        let field = &table.schema().fields[own];
        Some(Key { own, field, table: target_table, target, of: table, declared })
    }
}

/// The cells of a row that are a key together.
pub struct KeyCells(Vec<usize>);

impl KeyCells {
    fn of(table: &Table, columns: &[String]) -> Self {
        Self(columns.iter().filter_map(|column| table.index_of(column)).collect())
    }

    /// The last of them.
    pub fn last(&self) -> usize {
        self.0.iter().copied().max().unwrap_or(0)
    }

    /// The key of a row, in a form in which keys can be compared; empty where one of its values is missing, since it then
    /// points nowhere.
    pub fn read<'r>(&self, record: Record<'r>) -> Cow<'r, [u8]> {
        if let [only] = self.0[..] {
            return record.raw(only).into();
        }
        let mut key = Vec::with_capacity(self.0.iter().map(|&cell| record.raw(cell).len() + size_of::<usize>()).sum());
        for &cell in &self.0 {
            let value = record.raw(cell);
            if value.is_empty() {
                return Cow::default();
            }
            // Each with its length, so that no two keys have the same form.
            key.extend(value.len().to_le_bytes());
            key.extend(value);
        }
        key.into()
    }
}
