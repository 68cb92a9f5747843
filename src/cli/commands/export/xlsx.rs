//! The export as a workbook: a sheet a table.

use std::path::Path;

use anyhow::Result;

use crate::answer::{Answer, Body, ResultSet, Section, own_columns};
use crate::files::{Existing, StagedFile};
use crate::output::{self, Format, Style};
use crate::package::{Package, Table};
use crate::query::Query;

/// Writes a workbook of these tables.
pub(super) fn write(package: &Package, tables: &[&Table], path: &Path, existing: Existing) -> Result<()> {
    let mut file = StagedFile::create(path, existing)?;
    let sections = tables.iter().map(|table| Section {
        name: &table.name,
        title: &table.title,
        rows: ResultSet::of_query(package, Query::new(table, own_columns(table).collect()), false),
        is_told: false,
    });
    let answer = Answer::from(Body::Sections(sections.collect()));
    output::write(package, &answer, Style::plain(Format::Xlsx), &mut file)?;
    file.publish()
}
