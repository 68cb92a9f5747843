//! A table as a command: its rows, or how many there are.

use std::io::Write;

use anyhow::Result;

use super::TableOutput;
use crate::output;
use crate::package::Package;
use crate::query::Query;

/// Writes the answer, and returns how many rows it has.
pub fn run(package: &Package, query: &Query, wanted: &TableOutput, out: &mut dyn Write) -> Result<usize> {
    match wanted {
        TableOutput::Count => {
            let count = query.count(package)?;
            writeln!(out, "{count}")?;
            Ok(count)
        }
        TableOutput::Rows { style, headings } => {
            let mut answer = output::start(*style, headings.clone(), out)?;
            let count = query.run(package, |row| Ok(answer.row(row)?))?;
            answer.end()?;
            Ok(count)
        }
    }
}
