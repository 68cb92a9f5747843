//! Checking a package against its own description: every problem, and where it stands.
//!
//! It judges as the standard does (types, constraints, keys), and over that what only this program knows: items of
//! lists, lists that do not fit together, figures whose parts do not, and outlines.

mod description;
mod figure;
mod keys;
mod lists;
mod other_files;
mod outlines;
mod table;
mod unread;
mod value;

use std::fmt::{self, Display};

use anyhow::Result;

use super::{Field, Package, Table};
use crate::error::did_you_mean;
use crate::text::sort_by;
use crate::words::words;
pub(super) use unread::of_rows as unread_of_rows;

/// One thing that is wrong, and where.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the descriptor.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// The character on it, from 1.
    pub column: u64,
    /// What is wrong, what is allowed and what was probably meant.
    pub message: String,
}

impl Problem {
    /// A problem behind this much of a file.
    pub(super) fn behind(file: &str, before: &str, message: String) -> Self {
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let (line, column) = (1 + before.matches('\n').count(), 1 + before[start..].chars().count());
        Self { file: file.to_owned(), line: line as u64, column: column as u64, message }
    }
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl std::error::Error for Problem {}

/// All that is wrong with a package's description, or, where that is sound, with its tables.
pub fn check(package: &Package) -> Result<Vec<Problem>> {
    let (mut problems, unsound) = description::check(package)?;
    let targets = keys::Targets::read(package);
    // One table that cannot be read hides no other.
    for table in package.tables().iter().filter(|table| !unsound.contains(&table.name)) {
        let mut of_table = table::Checker::new(package, table, &targets).run();
        sort_by(&mut of_table, &Ord::cmp);
        problems.extend(of_table);
        problems.extend(outlines::check(package, table));
    }
    problems.extend(other_files::unread(package));
    Ok(problems)
}

/// That a table has no column of this name.
fn no_column(table: &Table, name: &str) -> String {
    no_column_of(table, table.schema().fields.iter(), name)
}

/// That it has none of this name among these columns.
fn no_column_of<'f>(table: &Table, fields: impl Iterator<Item = &'f Field>, name: &str) -> String {
    let hint = did_you_mean(name, fields.map(|field| field.name.as_str()));
    words().no_column(&table.name, name) + &hint
}

/// That a file is not read, and why.
fn cannot_be_read(error: &anyhow::Error) -> String {
    let cause = error.root_cause();
    let of_machine = cause.downcast_ref().map(|error| words().of_machine(error));
    let of_place = || cause.downcast_ref().map(|problem: &Problem| problem.message.clone());
    words().cannot_be_read(&of_machine.or_else(of_place).unwrap_or_else(|| cause.to_string()))
}

/// The text as well as it can be read.
fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
