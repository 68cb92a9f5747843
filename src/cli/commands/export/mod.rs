//! `export`: the package, or some of its tables, as a folder, a database or a workbook.
//!
//! All is written beside the target under a name of its own and renamed at the end, so a failure leaves what was there
//! before, and nothing half done.

mod folder;
#[cfg(feature = "sql")]
mod sqlite;
mod staging;
#[cfg(feature = "xlsx")]
mod xlsx;

use std::path::Path;

use anyhow::Result;

use crate::exit::{self, quoted, usage};
use crate::package::{Package, Table};
pub use staging::Staging;

/// What an export becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A folder of CSV files with their description.
    Folder,
    /// An SQLite database, and beside it the descriptions for Datasette.
    Sqlite,
    /// A workbook for spreadsheets.
    Xlsx,
}

impl Target {
    /// What a path asks for, by the ending of its name.
    pub fn of(path: &Path) -> Result<Self> {
        if path.file_name().is_none_or(|name| name == "-") {
            return Err(usage(format!("--to: {} names no file or folder to make", quoted(&path.to_string_lossy()))));
        }
        // A path that ends in a separator is a folder, whatever its name.
        let folder = path.to_string_lossy().ends_with(std::path::is_separator);
        let extension =
            path.extension().filter(|_| !folder).map(|extension| extension.to_string_lossy().to_lowercase());
        match extension.as_deref() {
            None => Ok(Self::Folder),
            Some("sqlite" | "sqlite3" | "db") => Ok(Self::Sqlite),
            Some("xlsx") => Ok(Self::Xlsx),
            Some(other) => Err(usage(format!(
                "--to: .{other} is not written; allowed are .sqlite, .xlsx and, for a folder of CSV files, a name without \
                 an ending or with a / behind it"
            ))),
        }
    }
}

/// Writes the tables to the path; `force` replaces what is there.
pub fn run(package: &Package, tables: &[&Table], path: &Path, force: bool) -> Result<()> {
    let target = Target::of(path)?;
    write(target, package, tables, path, force).map_err(|error| {
        // An error of usage is told as it is; any other says what could not be written.
        if exit::is_usage(&error) { error } else { error.context(format!("{} is not written", path.display())) }
    })
}

fn write(target: Target, package: &Package, tables: &[&Table], path: &Path, force: bool) -> Result<()> {
    match target {
        Target::Folder => {
            let staging = Staging::beside(path, force)?;
            folder::write(package, tables, staging.path())?;
            staging.publish()
        }
        #[cfg(feature = "sql")]
        Target::Sqlite => {
            let descriptions = path.with_extension("metadata.json");
            let (staging, of_descriptions) = (Staging::beside(path, force)?, Staging::beside(&descriptions, force)?);
            sqlite::write(package, tables, staging.path())?;
            sqlite::describe(package, tables, path, of_descriptions.path())?;
            staging.publish()?;
            of_descriptions.publish()
        }
        #[cfg(not(feature = "sql"))]
        Target::Sqlite => Err(super::without("sql")),
        #[cfg(feature = "xlsx")]
        Target::Xlsx => {
            let staging = Staging::beside(path, force)?;
            xlsx::write(package, tables, staging.path())?;
            staging.publish()
        }
        #[cfg(not(feature = "xlsx"))]
        Target::Xlsx => Err(super::without("xlsx")),
    }
}
