//! The export as a page: a section a table, every row with all that is known of it.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;

use crate::answer::{Answer, Body, ResultSet, Section, columns_for_page};
use crate::files::{Existing, StagedFile};
use crate::output::{self, Format, Style};
use crate::package::{Package, Table};
use crate::query::Query;

/// Writes a page of these tables.
pub(super) fn write(package: &Package, tables: &[&Table], path: &Path, existing: Existing) -> Result<()> {
    let sections = tables.iter().map(|table| {
        let query = Query::new(table, columns_for_page(package, table));
        let rows = ResultSet::of_query(package, query, true).for_people(package, &|_| false)?;
        Ok(Section { name: &table.name, title: &table.title, rows, is_told: false })
    });
    let answer = Answer::from(Body::Sections(sections.collect::<Result<_>>()?));
    let mut file = StagedFile::create(path, existing)?;
    let mut buffer = BufWriter::new(&mut file);
    output::write(package, &answer, Style::plain(Format::Html), &mut buffer)?;
    buffer.flush()?;
    drop(buffer);
    file.publish()
}
