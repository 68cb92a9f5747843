//! What the program does once it knows what is meant: one file a command that is not a plain table.

mod answer;
mod bibliography;
mod chart;
mod check;
mod cite;
mod compare;
mod drawing;
mod export;
mod profile;
mod schema;
mod search;
mod sections;
mod show;
#[cfg(feature = "sql")]
mod sql;
mod table;
mod tally;
mod timeline;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;

use crate::exit::ExitStatus;
use crate::output::{Style, Terminal};
use crate::package::{Column, Package, Table};
use crate::query::Filter;

pub use answer::Answer;
pub use bibliography::columns as bibliography_columns;
pub use chart::{Chart, drawable, is_drawable};
pub use compare::compared;
pub use drawing::Drawn;

/// What is meant by a command line, with nothing left open.
pub struct Request<'p> {
    /// What to do.
    pub command: Command<'p>,
    /// Whether an answer without rows is told apart by the exit status.
    pub empty_is_failure: bool,
}

/// What to do.
pub enum Command<'p> {
    /// Text that the command line itself gives: help, the version, completions, the manual page.
    Text(String),
    /// Rows of a table.
    Table { answer: Answer<'p>, style: Style, cite: bool },
    /// The number of rows of a table.
    Count { answer: Answer<'p> },
    /// How many rows of a table have each value of some columns.
    CountBy { answer: Answer<'p>, by: Vec<Column<'p>>, style: Style },
    /// The description of the tables, or of one table's columns.
    Schema { table: Option<&'p Table>, style: Style },
    /// Everything about a thing.
    Show { name: String, style: Style, cite: bool },
    /// The rows that contain words.
    Search { words: Vec<String>, style: Style, cite: bool },
    /// Figures of several subjects beside each other.
    Compare { names: Vec<String>, filters: Vec<Filter>, differing: bool, style: Style },
    /// Subjects' figures on one scale.
    Profile { names: Vec<String>, year: Option<String>, drawn: Drawn },
    /// Rows of a table as bars.
    Chart { chart: Chart<'p>, drawn: Drawn },
    /// Rows of a table in time.
    Timeline { drawn: Drawn },
    /// The answer to a SELECT statement.
    #[cfg(feature = "sql")]
    Sql { statement: String, style: Style },
    /// Tables written to a file or folder.
    Export { tables: Vec<&'p Table>, path: PathBuf, force: bool },
    /// What is wrong with a package.
    Check { folder: Option<PathBuf>, style: Option<Style>, terminal: Terminal },
}

/// Does what is meant, writing the answer to `out`.
pub fn run<'p>(package: &'p Package, request: Request<'p>, out: &mut dyn Write) -> Result<ExitStatus> {
    let rows = match request.command {
        Command::Text(text) => {
            out.write_all(text.as_bytes())?;
            return Ok(ExitStatus::Done);
        }
        Command::Table { answer, style, cite } => {
            let rows = table::run(package, &answer, style, cite, out)?;
            table::tell(package, &answer, rows, out)?;
            rows
        }
        Command::Count { answer } => {
            let rows = answer.query.count(package)?;
            writeln!(out, "{rows}")?;
            table::tell(package, &answer, rows, out)?;
            rows
        }
        Command::CountBy { answer, by, style } => {
            let rows = tally::run(package, &answer, &by, style, out)?;
            table::tell(package, &answer, rows, out)?;
            rows
        }
        Command::Schema { table: None, style } => schema::tables(package, style, out)?,
        Command::Schema { table: Some(table), style } => schema::columns(package, table, style, out)?,
        Command::Show { name, style, cite } => show::run(package, &name, style, cite, out)?,
        Command::Search { words, style, cite } => search::run(package, &words, style, cite, out)?,
        Command::Compare { names, filters, differing, style } => {
            compare::run(package, &names, filters, differing, style, out)?
        }
        Command::Profile { names, year, drawn } => profile::run(package, &names, year.as_deref(), &drawn, out)?,
        Command::Chart { mut chart, drawn } => {
            let rows = chart::run(package, &mut chart, &drawn, out)?;
            table::tell(package, &chart.answer, rows, out)?;
            rows
        }
        Command::Timeline { drawn } => timeline::run(package, &drawn, out)?,
        #[cfg(feature = "sql")]
        Command::Sql { statement, style } => sql::run(package, &statement, style, out)?,
        Command::Export { tables, path, force } => {
            export::run(package, &tables, &path, force)?;
            return Ok(ExitStatus::Done);
        }
        Command::Check { folder, style, terminal } => {
            return check::run(package, folder.as_deref(), style, terminal, out);
        }
    };
    Ok(if rows == 0 && request.empty_is_failure { ExitStatus::NoRows } else { ExitStatus::Done })
}

/// The error of a command that this build leaves out.
#[cfg(not(all(feature = "sql", feature = "xlsx")))]
pub fn without(feature: &str) -> anyhow::Error {
    crate::exit::usage(format!(
        "this itkommun was built without `{feature}`; build it with `cargo build --features {feature}`"
    ))
}
