//! The export as an SQLite database, with its descriptions in a file that Datasette reads.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::database::{Database, Link, LinkColumn, links};
use crate::files::{Existing, StagedFile, publish_all};
use crate::package::{Package, Table};

/// Writes a database of these tables, and beside it what they and their columns mean.
pub(super) fn write(package: &Package, tables: &[&Table], path: &Path, existing: Existing) -> Result<()> {
    let database = StagedFile::create(path, existing)?;
    let mut metadata = StagedFile::create(&path.with_extension("metadata.json"), existing)?;
    Database::in_file(package, tables, database.path())?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    metadata.write_all(describe(package, tables, &name)?.as_bytes())?;
    publish_all(vec![database, metadata])
}

/// What the tables and their columns mean, as metadata for Datasette
/// (<https://docs.datasette.io/en/stable/metadata.html>): `datasette register.sqlite -m register.metadata.json`.
fn describe(package: &Package, tables: &[&Table], database: &str) -> Result<String> {
    let links = links(package, tables);
    let of_tables = tables.iter().map(|table| (table.name.clone(), of_table(table)));
    let of_tables: Map<String, Value> =
        of_tables.chain(links.iter().map(|link| (link.name.clone(), of_link(link)))).collect();
    let metadata = json!({
        "title": package.title(),
        "description": package.description(),
        "databases": {database: {"title": package.title(), "description": package.description(), "tables": of_tables}},
    });
    let mut text = serde_json::to_string_pretty(&metadata)?;
    text.push('\n');
    Ok(text)
}

fn of_table(table: &Table) -> Value {
    let fields = table.schema().fields.iter();
    let columns: Map<String, Value> =
        fields.map(|field| (field.name.clone(), Value::from(field.description.clone()))).collect();
    json!({"title": table.title, "description": table.description, "columns": columns})
}

fn of_link(link: &Link) -> Value {
    let Link { table, list, .. } = link;
    let description = format!("An item a row of the lists in the column {} of {}.", list.name, table.name);
    let columns = link.columns.iter().map(|column| {
        let description = match column {
            LinkColumn::Row => format!("The rowid in {} of the row that has the list.", table.name),
            LinkColumn::Position => "The place of the item in the list, from 1.".to_owned(),
            LinkColumn::Key(field) | LinkColumn::Item(field) | LinkColumn::Locator(field) => field.description.clone(),
        };
        (column.name().to_owned(), Value::from(description))
    });
    let columns: Map<String, Value> = columns.collect();
    json!({"title": format!("{}: {}", table.title, list.title), "description": description, "columns": columns})
}
