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
    let mut of_database = of_package(package, tables, database);
    let mut metadata = of_database.clone();
    of_database.insert("tables".to_owned(), of_tables.into());
    metadata.insert("databases".to_owned(), json!({database: of_database}));
    let mut text = serde_json::to_string_pretty(&metadata)?;
    text.push('\n');
    Ok(text)
}

/// What the whole is, its licence, and where it is taken from: the table of the sources, if it is among these.
fn of_package(package: &Package, tables: &[&Table], database: &str) -> Map<String, Value> {
    let sources = tables.iter().find(|table| table.citation.is_some());
    let address = sources.map(|table| format!("/{}/{}", in_address(database), in_address(&table.name)));
    let said = [
        ("title", package.own_title().to_owned()),
        ("description", package.own_description().to_owned()),
        ("license", package.license_names()),
        ("license_url", package.licenses().next().map_or(String::new(), |license| license.path.clone())),
        ("source", sources.map_or(String::new(), |table| table.title.to_string())),
        ("source_url", address.unwrap_or_default()),
    ];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(name, text)| (name.to_owned(), text.into())).collect()
}

/// A name as it stands in Datasette's addresses
/// (<https://docs.datasette.io/en/stable/internals.html#tilde-encoding>).
fn in_address(name: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' => char::from(byte).to_string(),
        b' ' => "+".to_owned(),
        _ => format!("~{byte:02X}"),
    };
    name.bytes().map(byte).collect()
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
            LinkColumn::Key(field) | LinkColumn::Item(field) | LinkColumn::Locator(field) => {
                field.description.to_string()
            }
        };
        (column.name().to_owned(), Value::from(description))
    });
    let columns: Map<String, Value> = columns.collect();
    json!({"title": format!("{}: {}", table.title, list.title), "description": description, "columns": columns})
}
