//! A key, resolved: where in a row its values stand, and where in the table that it points to.

use std::borrow::Cow;

use super::{Decimal, Field, FieldType, ForeignKey, Package, Record, Table, boolean};

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
        self.cells(self.of, &self.declared.columns)
    }

    /// Where the values that it repeats stand in a row of the table that it points to.
    pub fn target_cells(self) -> KeyCells {
        self.cells(self.table, &self.declared.reference.columns)
    }

    /// Whether its values are compared to the letter: those of one column of text, and the items of lists.
    pub fn is_text(self) -> bool {
        self.field.field_type == FieldType::List || self.own_cells().0[..].iter().all(|(_, form)| *form == Form::Text)
    }

    fn cells(self, table: &Table, columns: &[String]) -> KeyCells {
        let kind = |table: &Table, name: &String| {
            table.index_of(name).map_or(FieldType::String, |index| table.schema().fields[index].field_type)
        };
        let pairs = self.declared.columns.iter().zip(&self.declared.reference.columns);
        let forms = pairs.map(|(own, target)| match (kind(self.of, own), kind(self.table, target)) {
            (own, target) if own.is_numeric() && target.is_numeric() => Form::Number,
            (FieldType::Boolean, FieldType::Boolean) => Form::Boolean,
            _ => Form::Text,
        });
        KeyCells(columns.iter().zip(forms).filter_map(|(column, form)| Some((table.index_of(column)?, form))).collect())
    }
}

/// What two values have in common that are one, however they are written.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Text,
    Number,
    Boolean,
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

/// The cells of a row that are a key together, and how each is compared.
pub struct KeyCells(Vec<(usize, Form)>);

impl KeyCells {
    /// The last of them.
    pub fn last(&self) -> usize {
        self.0.iter().map(|(cell, _)| *cell).max().unwrap_or(0)
    }

    /// The key of a row, in a form in which keys can be compared; empty where one of its values is missing, since it then
    /// points nowhere.
    pub fn read<'r>(&self, record: Record<'r>) -> Cow<'r, [u8]> {
        if let [(only, form)] = self.0[..] {
            return form.of(record.raw(only));
        }
        let size = self.0.iter().map(|&(cell, _)| record.raw(cell).len() + size_of::<usize>()).sum();
        let mut key = Vec::with_capacity(size);
        for &(cell, form) in &self.0 {
            let value = form.of(record.raw(cell));
            if value.is_empty() {
                return Cow::default();
            }
            // Each with its length, so that no two keys have the same form.
            key.extend(value.len().to_le_bytes());
            key.extend_from_slice(&value);
        }
        key.into()
    }
}

impl Form {
    /// The value in the one way of writing; as it is where it is none of the kind.
    fn of(self, raw: &[u8]) -> Cow<'_, [u8]> {
        let text = || std::str::from_utf8(raw).ok();
        let canonical = match self {
            Self::Text => None,
            Self::Number => text().and_then(Decimal::canonical),
            Self::Boolean => text().and_then(boolean).map(|value| if value { "true".into() } else { "false".into() }),
        };
        match canonical {
            None => raw.into(),
            Some(Cow::Borrowed(text)) => text.as_bytes().into(),
            Some(Cow::Owned(text)) => text.into_bytes().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn values_are_one_however_they_are_written() {
        let number = |text: &'static str| Form::Number.of(text.as_bytes()).into_owned();
        for alike in
            [["2009", "02009", "2009.0"], ["1.5", "+1.50", "15e-1"], ["0", "-0.0", "000"], ["-10", "-1e1", "-010"]]
        {
            assert!(alike.iter().all(|text| number(text) == number(alike[0])), "{alike:?}");
        }
        assert_ne!(number("9007199254740993"), number("9007199254740992"));
        assert_eq!(number("x"), b"x");
        assert_eq!((Form::Boolean.of(b"1"), Form::Text.of(b"01")), (Form::Boolean.of(b"TRUE"), (&b"01"[..]).into()));
    }
}
