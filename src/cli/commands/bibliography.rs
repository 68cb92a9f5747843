//! The table of sources for reference managers.

use std::io::Write;

use anyhow::{Context, Result};

use super::answer::{Answer, own};
use crate::output::{self, BIBLIOGRAPHY_COLUMNS, Format, Style};
use crate::package::{Column, Package, Table};

/// The columns that a bibliography needs of a table, in its order; nothing where the table holds no sources.
pub fn columns(table: &Table) -> Option<Vec<Column<'_>>> {
    let citation = table.citation.as_ref()?;
    let names = [table.names.first()?].into_iter().chain(citation.columns());
    let columns: Vec<Column> = names.filter_map(|name| own(table).find(|column| column.field.name == *name)).collect();
    (columns.len() == BIBLIOGRAPHY_COLUMNS).then_some(columns)
}

/// Writes the sources, and returns how many there were.
pub fn run(package: &Package, answer: &Answer, style: Style, out: &mut dyn Write) -> Result<usize> {
    let citation = answer.query.table.citation.as_ref().context("the table holds no sources")?;
    let mut entries = output::start(style, Vec::new(), out)?;
    let count = answer.query.run(package, |row| {
        let mut row = row.to_vec();
        if let Some(kind) = row.last_mut() {
            let names =
                citation.kinds.get(*kind).with_context(|| format!("datapackage.json: no name for the kind {kind}"))?;
            *kind = if style.format == Format::Bibtex { &names.bibtex } else { &names.csl };
        }
        Ok(entries.row(&row)?)
    })?;
    entries.end()?;
    Ok(count)
}
