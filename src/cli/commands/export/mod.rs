//! `export`: the package, or some of its tables, as a folder, a database or a workbook.
//!
//! It appears whole or not at all: a failure or an interruption leaves what was there before.

mod folder;
#[cfg(feature = "sql")]
mod sqlite;
#[cfg(feature = "xlsx")]
mod xlsx;

use std::path::{Path, is_separator};

use anyhow::Result;

use crate::exit::{quoted, usage};
use crate::files::{Existing, not_written};
use crate::package::{Package, Table};
use crate::text::escape_control;

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
        let shown = quoted(&path.to_string_lossy());
        let Some(name) = path.file_name().filter(|name| *name != "-") else {
            return Err(usage(format!("--to: {shown} names no file or folder to make")));
        };
        // A path that ends in a separator is a folder, whatever its name.
        if path.to_string_lossy().ends_with(is_separator) {
            return Ok(Self::Folder);
        }
        if let Some(ending) = name.to_string_lossy().strip_prefix('.')
            && Self::by_ending(ending).is_some()
        {
            return Err(usage(format!("--to: {shown} names no file; did you mean NAME.{ending}?")));
        }
        let Some(ending) = path.extension() else { return Ok(Self::Folder) };
        let ending = ending.to_string_lossy();
        Self::by_ending(&ending).ok_or_else(|| {
            usage(format!(
                "--to: .{} is not written; allowed are .sqlite, .xlsx and, for a folder of CSV files, a name without \
                 an ending or with a / behind it",
                escape_control(&ending)
            ))
        })
    }

    fn by_ending(ending: &str) -> Option<Self> {
        match ending.to_lowercase().as_str() {
            "sqlite" | "sqlite3" | "db" => Some(Self::Sqlite),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// Writes the tables to the path; `force` replaces what is there.
pub fn run(package: &Package, tables: &[&Table], path: &Path, force: bool) -> Result<()> {
    let existing = if force { Existing::Replace } else { Existing::Keep };
    let written = match Target::of(path)? {
        Target::Folder => folder::write(package, tables, path, existing),
        #[cfg(feature = "sql")]
        Target::Sqlite => sqlite::write(package, tables, path, existing),
        #[cfg(not(feature = "sql"))]
        Target::Sqlite => Err(super::without("sql")),
        #[cfg(feature = "xlsx")]
        Target::Xlsx => xlsx::write(package, tables, path, existing),
        #[cfg(not(feature = "xlsx"))]
        Target::Xlsx => Err(super::without("xlsx")),
    };
    written.map_err(|error| not_written(path, error))
}
