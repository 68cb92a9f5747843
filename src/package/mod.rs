//! The data package: what its tables and columns are, and their rows.
//!
//! A Data Package (<https://datapackage.org>) is a `datapackage.json` and the CSV files that it names. Beyond
//! the standard, this program reads a few properties of its own, as the standard allows:
//!
//! | where | property | meaning |
//! |---|---|---|
//! | resource | `columns` | the columns shown to people |
//! | resource | `names` | the columns by which a row is called, when another table points to it |
//! | resource | `nameSuffixes` | words that may follow such a name: `kommun` |
//! | foreign key | `opens` | columns of the other table that can be asked for here |
//! | field | `quantity` | the columns of a figure's upper end, qualifier and unit |
//! | schema | `listKeys` | foreign keys of the items of a list column |
//! | field, resource, package | `titles` | the title in other languages |

mod bundled;
mod columns;
mod descriptor;
mod quantity;
mod rows;

use anyhow::{Context, Result};

pub use columns::{Column, Key, Place, Quantity};
pub use descriptor::{Field, ForeignKey, Kind, Table};
pub use quantity::{Interval, Qualifier};
pub use rows::{Record, Rows};

use descriptor::Descriptor;
use rows::Spare;

/// A data package that has been read: its description, and access to its rows.
pub struct Package {
    descriptor: Descriptor,
    spare: Spare,
}

impl Package {
    /// The package that is compiled into the program.
    pub fn bundled() -> Result<Self> {
        let text = bundled::text(bundled::DESCRIPTOR)?;
        let descriptor = serde_json::from_str(text).with_context(|| bundled::DESCRIPTOR)?;
        Ok(Self { descriptor, spare: Spare::default() })
    }

    /// What the package is, in a line.
    pub fn title(&self) -> &str {
        &self.descriptor.title
    }

    /// What the package is, in a few sentences.
    pub fn description(&self) -> &str {
        &self.descriptor.description
    }

    /// The tables, in the package's own order.
    pub fn tables(&self) -> &[Table] {
        &self.descriptor.resources
    }

    /// The table of this name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables().iter().find(|table| table.name == name)
    }

    /// The rows of a table, as they lie in its file.
    pub fn rows(&self, table: &Table) -> Result<Rows<'_>> {
        Rows::new(&table.path, bundled::text(&table.path)?.as_bytes(), &self.spare, &table.schema().fields)
    }
}
