//! What the program does once it knows what is meant: one file a command that is not a plain table.

mod answer;
mod bibliography;
mod check;
mod cite;
mod export;
mod schema;
mod search;
mod sections;
mod show;
#[cfg(feature = "sql")]
mod sql;
mod table;
mod tally;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;

use crate::exit::ExitStatus;
use crate::output::{Style, Terminal};
use crate::package::{Column, Package, Table};

pub use answer::Answer;
pub use bibliography::columns as bibliography_columns;

/// What is meant by a command line, with nothing left open.
pub enum Request<'p> {
    /// Text that the command line itself gives: help, the version, completions, the manual page.
    Text(String),
    /// Rows of a table.
    Table { answer: Answer<'p>, style: Style, cite: bool, empty_is_failure: bool },
    /// The number of rows of a table.
    Count { answer: Answer<'p>, empty_is_failure: bool },
    /// How many rows of a table have each value of some columns.
    CountBy { answer: Answer<'p>, by: Vec<Column<'p>>, style: Style, empty_is_failure: bool },
    /// The description of the tables, or of one table's columns.
    Schema { table: Option<&'p Table>, style: Style },
    /// Everything about a thing.
    Show { name: String, style: Style, cite: bool, empty_is_failure: bool },
    /// The rows that contain words.
    Search { words: Vec<String>, style: Style, cite: bool, empty_is_failure: bool },
    /// The answer to a SELECT statement.
    Sql { statement: String, style: Style, empty_is_failure: bool },
    /// Tables written to a file or folder.
    Export { tables: Vec<&'p Table>, path: PathBuf, force: bool },
    /// What is wrong with a package.
    Check { folder: Option<PathBuf>, style: Option<Style>, terminal: Terminal },
}

/// Does what is meant, writing the answer to `out`.
pub fn run(package: &Package, request: &Request, out: &mut dyn Write) -> Result<ExitStatus> {
    let (rows, empty_is_failure) = match request {
        Request::Text(text) => {
            out.write_all(text.as_bytes())?;
            return Ok(ExitStatus::Done);
        }
        Request::Table { answer, style, cite, empty_is_failure } => {
            let rows = table::run(package, answer, *style, *cite, out)?;
            table::tell_gaps(package, answer, out)?;
            (rows, *empty_is_failure)
        }
        Request::Count { answer, empty_is_failure } => {
            let rows = answer.query.count(package)?;
            writeln!(out, "{rows}")?;
            table::tell_gaps(package, answer, out)?;
            (rows, *empty_is_failure)
        }
        Request::CountBy { answer, by, style, empty_is_failure } => {
            let rows = tally::run(package, answer, by, *style, out)?;
            table::tell_gaps(package, answer, out)?;
            (rows, *empty_is_failure)
        }
        Request::Schema { table: None, style } => (schema::tables(package, *style, out)?, false),
        Request::Schema { table: Some(table), style } => (schema::columns(package, table, *style, out)?, false),
        Request::Show { name, style, cite, empty_is_failure } => {
            (show::run(package, name, *style, *cite, out)?, *empty_is_failure)
        }
        Request::Search { words, style, cite, empty_is_failure } => {
            (search::run(package, words, *style, *cite, out)?, *empty_is_failure)
        }
        #[cfg(feature = "sql")]
        Request::Sql { statement, style, empty_is_failure } => {
            (sql::run(package, statement, *style, out)?, *empty_is_failure)
        }
        #[cfg(not(feature = "sql"))]
        Request::Sql { .. } => return Err(without("sql")),
        Request::Export { tables, path, force } => {
            export::run(package, tables, path, *force)?;
            return Ok(ExitStatus::Done);
        }
        Request::Check { folder, style, terminal } => {
            return check::run(package, folder.as_deref(), *style, *terminal, out);
        }
    };
    Ok(if rows == 0 && empty_is_failure { ExitStatus::NoRows } else { ExitStatus::Done })
}

/// The error of a command that this build leaves out.
#[cfg(not(all(feature = "sql", feature = "xlsx")))]
fn without(feature: &str) -> anyhow::Error {
    crate::exit::usage(format!(
        "this itkommun was built without `{feature}`; build it with `cargo build --features {feature}`"
    ))
}
