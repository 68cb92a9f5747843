//! The export as a folder: the tables' files as they are, and the part of the description that is about them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::package::{Package, Table};

/// Writes a data package of these tables into a new folder.
pub fn write(package: &Package, tables: &[&Table], folder: &Path) -> Result<()> {
    fs::create_dir(folder)?;
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).with_context(|| name.to_owned());
    for table in tables {
        write(&table.path, &package.file(table)?)?;
    }
    let descriptor = package.descriptor_text()?;
    if tables.len() == package.tables().len() {
        return write("datapackage.json", descriptor.as_bytes());
    }
    let mut descriptor: Value = serde_json::from_str(&descriptor)?;
    keep(&mut descriptor, tables);
    let mut text = serde_json::to_string_pretty(&descriptor)?;
    text.push('\n');
    write("datapackage.json", text.as_bytes())
}

/// Leaves in a description these tables, and of their keys those that lead from one of them to another.
fn keep(descriptor: &mut Value, tables: &[&Table]) {
    let is_kept = |name: &Value| tables.iter().any(|table| *name == *table.name);
    let Some(resources) = descriptor["resources"].as_array_mut() else { return };
    resources.retain(|resource| is_kept(&resource["name"]));
    for resource in resources {
        let table = tables.iter().find(|table| resource["name"] == *table.name);
        for view in table.map(|table| views_without_tables(table, tables)).unwrap_or_default() {
            resource.as_object_mut().and_then(|resource| resource.shift_remove(view));
        }
        let Some(schema) = resource["schema"].as_object_mut() else { continue };
        for kind in ["foreignKeys", "listKeys"] {
            if let Some(keys) = schema.get_mut(kind).and_then(Value::as_array_mut) {
                keys.retain(|key| is_kept(&key["reference"]["resource"]));
                if keys.is_empty() {
                    schema.shift_remove(kind);
                }
            }
        }
        // A column that another table opens cannot be among those shown.
        let names: Vec<Value> =
            schema["fields"].as_array().into_iter().flatten().map(|field| field["name"].clone()).collect();
        if let Some(columns) = resource.get_mut("columns").and_then(Value::as_array_mut) {
            columns.retain(|column| names.contains(column));
        }
    }
}

/// The views of a table that need another one, which is not kept.
fn views_without_tables(table: &Table, tables: &[&Table]) -> Vec<&'static str> {
    let leads_to_kept = |column: &String| {
        let mut keys = table.schema().keys().filter(|key| key.column == *column);
        keys.any(|key| tables.iter().any(|kept| kept.name == key.reference.table))
    };
    let mut lost = Vec::new();
    if table.timeline.as_ref().is_some_and(|timeline| !leads_to_kept(&timeline.key)) {
        lost.push("timeline");
    }
    if table.comparison.as_ref().is_some_and(|comparison| !leads_to_kept(&comparison.of)) {
        lost.extend(["comparison", "scoreProfile"]);
    }
    if !tables.iter().any(|kept| kept.citation.is_some()) {
        lost.push("citedSource");
    }
    lost
}
