//! The export as an SQLite database, with its descriptions in a file that Datasette reads.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::database::Database;
use crate::package::{Package, Table};

/// Writes a database of these tables.
pub fn write(package: &Package, tables: &[&Table], path: &Path) -> Result<()> {
    Database::in_file(package, tables, path)
}

/// Writes what the tables and their columns mean, as metadata for Datasette
/// (<https://docs.datasette.io/en/stable/metadata.html>): `datasette register.sqlite -m register.metadata.json`.
pub fn describe(package: &Package, tables: &[&Table], database: &Path, path: &Path) -> Result<()> {
    let of_tables: Map<String, Value> = tables.iter().map(|table| (table.name.clone(), of_table(table))).collect();
    let name = database.file_stem().unwrap_or_default().to_string_lossy();
    let metadata = json!({
        "title": package.title(),
        "description": package.description(),
        "databases": {name: {"title": package.title(), "description": package.description(), "tables": of_tables}},
    });
    let mut text = serde_json::to_string_pretty(&metadata)?;
    text.push('\n');
    Ok(fs::write(path, text)?)
}

fn of_table(table: &Table) -> Value {
    let fields = table.schema().fields.iter();
    let columns: Map<String, Value> =
        fields.map(|field| (field.name.clone(), Value::from(field.description.clone()))).collect();
    json!({"title": table.title, "description": table.description, "columns": columns})
}
