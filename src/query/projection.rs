//! Finding the text of a cell, in the row itself or in the row that its key points to.

use std::borrow::Cow;
use std::collections::HashMap;

use anyhow::Result;

use crate::package::{Column, FieldType, Package, Place, Record};

/// Where the cells of one column of an answer are found.
pub enum Cell {
    /// In the row itself.
    Own(usize),
    /// In another table, whose cells are read once and kept by their key.
    Joined {
        own: usize,
        /// What stands between the keys where the key column is a list.
        delimiter: Option<char>,
        far: HashMap<Vec<u8>, String>,
    },
}

impl Cell {
    /// Reads from the other table what the column needs, if it is an opened one.
    pub fn new(package: &Package, column: Column) -> Result<Self> {
        let Place::Joined { key, cell } = column.place else {
            let Place::Own(index) = column.place else { unreachable!() };
            return Ok(Self::Own(index));
        };
        let mut far = HashMap::new();
        let mut rows = package.rows(key.table)?;
        while let Some(record) = rows.next()? {
            far.insert(record.raw(key.target).to_vec(), record.text(cell)?.to_owned());
        }
        let delimiter = (key.field.field_type == FieldType::List).then_some(key.field.delimiter);
        Ok(Self::Joined { own: key.own, delimiter, far })
    }

    /// The cell's text in this row; empty where it is missing. Over a list of keys it is a list too.
    pub fn text<'a>(&'a self, record: Record<'a>) -> Result<Cow<'a, str>> {
        match self {
            Self::Own(index) => record.text(*index).map(Cow::Borrowed),
            Self::Joined { own, delimiter: None, far } => {
                Ok(Cow::Borrowed(far.get(record.raw(*own)).map_or("", String::as_str)))
            }
            Self::Joined { own, delimiter: Some(delimiter), far } => {
                let mut found: Vec<&str> = Vec::new();
                for key in record.text(*own)?.split(*delimiter) {
                    let text = far.get(key.as_bytes()).map_or("", String::as_str);
                    if !text.is_empty() && !found.contains(&text) {
                        found.push(text);
                    }
                }
                Ok(Cow::Owned(found.join(delimiter.encode_utf8(&mut [0; 4]))))
            }
        }
    }
}
