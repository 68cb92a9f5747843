//! The export as a folder: the tables' files as they are, and the part of the description that is about them.

use std::fs::{self, DirEntry};
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::files::{Existing, StagedFolder};
use crate::package::{Package, Table};

/// Writes a data package of these tables. A folder that is there is replaced if it holds a package and nothing else.
pub(super) fn write(package: &Package, tables: &[&Table], path: &Path, existing: Existing) -> Result<()> {
    if existing == Existing::Replace && path.is_dir() {
        is_only_a_package(path)?;
    }
    let folder = StagedFolder::create(path, existing)?;
    for table in tables {
        folder.write(&table.path, &package.file(table)?)?;
    }
    folder.write("datapackage.json", descriptor(package, tables)?.as_bytes())?;
    folder.publish(is_only_a_package)
}

/// Makes sure that a folder holds a descriptor and the files that it names, and nothing else.
fn is_only_a_package(folder: &Path) -> Result<()> {
    let is_known = |package: &Package, entry: &DirEntry| {
        let name = entry.file_name();
        let is_named = name == "datapackage.json" || package.tables().iter().any(|table| name == *table.path);
        is_named && entry.file_type().is_ok_and(|kind| kind.is_file())
    };
    let only = Package::in_folder(folder).is_ok_and(|package| {
        fs::read_dir(folder)
            .is_ok_and(|mut entries| entries.all(|entry| entry.is_ok_and(|entry| is_known(&package, &entry))))
    });
    ensure!(only, "the folder holds more than a data package; --force would delete that, too");
    Ok(())
}

/// The part of a package's description that is about these tables.
fn descriptor(package: &Package, tables: &[&Table]) -> Result<String> {
    let descriptor = package.descriptor_text()?;
    if tables.len() == package.tables().len() {
        return Ok(descriptor);
    }
    let mut descriptor: Value = serde_json::from_str(&descriptor)?;
    keep(&mut descriptor, tables);
    let mut text = serde_json::to_string_pretty(&descriptor)?;
    text.push('\n');
    Ok(text)
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
