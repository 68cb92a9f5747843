//! What the program does once it knows what is meant: one file a command that is not a plain table.

mod schema;
mod table;

use std::io::Write;

use anyhow::Result;

use crate::exit::ExitStatus;
use crate::output::{Heading, Style};
use crate::package::{Package, Table};
use crate::query::Query;

/// What is meant by a command line, with nothing left open.
pub enum Request<'p> {
    /// Text that the command line itself gives: help, the version, completions, the manual page.
    Text(String),
    /// Rows of a table.
    Table { query: Query<'p>, output: TableOutput, empty_is_failure: bool },
    /// The description of the tables, or of one table's columns.
    Schema { table: Option<&'p Table>, style: Style },
}

/// What is wanted of the rows of a table.
pub enum TableOutput {
    /// The rows themselves, under these headings.
    Rows { style: Style, headings: Vec<Heading> },
    /// How many there are.
    Count,
}

/// Does what is meant, writing the answer to `out`.
pub fn run(package: &Package, request: &Request, out: &mut dyn Write) -> Result<ExitStatus> {
    match request {
        Request::Text(text) => out.write_all(text.as_bytes())?,
        Request::Table { query, output, empty_is_failure } => {
            let rows = table::run(package, query, output, out)?;
            if rows == 0 && *empty_is_failure {
                return Ok(ExitStatus::NoRows);
            }
        }
        Request::Schema { table: None, style } => schema::tables(package, *style, out)?,
        Request::Schema { table: Some(table), style } => schema::columns(package, table, *style, out)?,
    }
    Ok(ExitStatus::Done)
}
