//! The export as one answer of all tables: a page with a section for each, or a workbook with a sheet for each.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;

use crate::answer::{Answer, Body, ResultSet, Section, columns_for_page, own_columns};
use crate::files::{Existing, StagedFile};
use crate::output::{self, Format, Style};
use crate::package::{Package, Table};
use crate::query::Query;
use crate::words::{Language, language, speak};

/// Writes these tables in this format. A page has all that is known of each row, for people; a workbook the tables' own
/// columns, under headings that are the same in each language: programs read it.
pub(super) fn write(
    package: &Package,
    tables: &[&Table],
    path: &Path,
    existing: Existing,
    format: Format,
) -> Result<()> {
    let mut file = StagedFile::create(path, existing)?;
    let spoken = language();
    if !format.is_page() {
        speak(Language::English);
    }
    let written = write_sections(package, tables, format, &mut file);
    speak(spoken);
    written?;
    file.publish()
}

fn write_sections(package: &Package, tables: &[&Table], format: Format, file: &mut StagedFile) -> Result<()> {
    let sections = tables.iter().map(|table| {
        let rows = if format.is_page() {
            let query = Query::new(table, columns_for_page(package, table));
            ResultSet::of_query(package, query, true).for_people(package, &|_| false)?
        } else {
            ResultSet::of_query(package, Query::new(table, own_columns(table).collect()), false)
        };
        Ok(Section { name: &table.name, title: table.title(), rows, is_told: false })
    });
    let body = Body::Sections(sections.collect::<Result<_>>()?);
    let answer = Answer { body, is_package: true, ..Answer::default() };
    let mut buffer = BufWriter::new(file);
    output::write(package, &answer, Style::plain(format), &mut buffer)?;
    Ok(buffer.flush()?)
}
