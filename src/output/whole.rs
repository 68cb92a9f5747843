//! Answers as a file that is no text: rows in sheets or tables of their own, each under its name.

use std::io::Write;

use anyhow::{Result, bail};

use super::format::Format;
#[cfg(feature = "sql")]
use super::render::each;
#[cfg(feature = "xlsx")]
use super::workbook;
#[cfg(feature = "sql")]
use crate::answer::Citations;
use crate::answer::{Answer, Body, Heading, ResultSet, Row, Section};
#[cfg(feature = "sql")]
use crate::database::Rows;
use crate::package::{FieldType, Package, Value};
use crate::words::words;

/// Rows and what they are called.
#[derive(Clone, Copy)]
pub(super) struct Part<'a, 'p> {
    /// The name of the table.
    pub name: &'a str,
    /// What people call it; empty where that is not told.
    pub title: &'a str,
    /// The rows.
    pub rows: &'a ResultSet<'p>,
}

/// Writes an answer as such a file, and returns how many rows it has.
pub(super) fn write<'a, 'p>(
    package: &'p Package,
    answer: &'a Answer<'p>,
    format: Format,
    out: &mut dyn Write,
) -> Result<usize> {
    let counted;
    let name = answer.of_table.map_or("answer", |table| &table.name);
    let title = answer.of_table.map_or("", |table| table.title());
    let parts: Vec<Part> = match &answer.body {
        Body::Rows(rows) => vec![Part { name, title, rows }],
        Body::Sections(sections) => {
            let part =
                |section: &'a Section<'p>| Part { name: section.name, title: section.title, rows: &section.rows };
            sections.iter().map(part).collect()
        }
        Body::Count(rows) => {
            let heading = Heading::of_type("count", FieldType::Integer).titled(words().count_heading());
            counted = ResultSet::held(vec![heading], vec![Row::new(vec![Value::count(*rows)])]);
            vec![Part { name, title, rows: &counted }]
        }
        Body::Text(_) | Body::Lines(_) | Body::References(_) => {
            bail!("there are no rows to write as {}", format.name())
        }
    };
    match format {
        #[cfg(feature = "sql")]
        Format::Sqlite => database(package, &parts, out),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => workbook::write(package, &parts, out),
        _ => bail!("{} is no file of several parts", format.name()),
    }
}

#[cfg(feature = "sql")]
fn database(package: &Package, parts: &[Part], out: &mut dyn Write) -> Result<usize> {
    let (database, mut count) = (Rows::new()?, 0);
    for Part { name, rows, .. } in parts {
        let columns: Vec<(&str, FieldType)> =
            rows.headings.iter().map(|heading| (heading.name.as_str(), heading.field_type)).collect();
        count += database.table(name, &columns, |emit| each(package, rows, &mut Citations::default(), emit))?;
    }
    out.write_all(&database.into_file()?)?;
    Ok(count)
}
