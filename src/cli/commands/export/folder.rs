//! The export as a folder: the tables' files as they are, and the part of the description that is about them.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::files::{Existing, StagedFolder};
use crate::package::{OtherFile, Package, Table};
use crate::text::distinct;
use crate::words::words;

/// Writes a data package of these tables. A folder that is there is replaced if it holds a package and nothing else, or nothing.
pub(super) fn write(package: &Package, tables: &[&Table], path: &Path, existing: Existing) -> Result<()> {
    if existing == Existing::Replace && path.is_dir() {
        refuse_anything_else(path)?;
    }
    let folder = StagedFolder::create(path, existing)?;
    let descriptor = descriptor(package, tables)?;
    for path in files_named(&descriptor)? {
        folder.write(&path, &package.file(&path)?)?;
    }
    folder.write("datapackage.json", descriptor.as_bytes())?;
    folder.publish(is_only_a_package)
}

/// Refuses a folder with anything else in it before it is touched. Where a rival replaces the folder while it is read,
/// the new one counts; what is moved aside in the end is looked at once more.
fn refuse_anything_else(folder: &Path) -> Result<()> {
    for _ in 0..MOST_READINGS {
        if !folder.is_dir() || is_only_a_package(folder).is_ok() {
            return Ok(());
        }
    }
    is_only_a_package(folder)
}

/// As often as this a folder may be replaced while it is read.
const MOST_READINGS: usize = 10;

/// Makes sure that a folder holds a descriptor and the files that it names and nothing else, or nothing at all.
fn is_only_a_package(folder: &Path) -> Result<()> {
    let is_known = |named: &BTreeSet<String>, entry: &DirEntry| {
        let name = entry.file_name();
        let is_named = name == "datapackage.json" || name.to_str().is_some_and(|name| named.contains(name));
        is_named && entry.file_type().is_ok_and(|kind| kind.is_file())
    };
    let only =
        Package::in_folder(folder).and_then(|package| files_named(&package.descriptor_text()?)).is_ok_and(|named| {
            fs::read_dir(folder)
                .is_ok_and(|mut entries| entries.all(|entry| entry.is_ok_and(|entry| is_known(&named, &entry))))
        });
    let is_empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    ensure!(only || is_empty, "{}", words().holds_more_than_a_package());
    Ok(())
}

/// The files that a description names, once each: those of resources, of which some have several, and the parts of the
/// description that stand elsewhere.
fn files_named(descriptor: &str) -> Result<BTreeSet<String>> {
    let descriptor: Value = serde_json::from_str(descriptor.trim_start_matches('\u{feff}'))?;
    let of_resource = |resource: &Value| {
        let paths = match &resource["path"] {
            Value::Array(paths) => paths.clone(),
            path => vec![path.clone()],
        };
        let named = paths.into_iter().chain(["schema", "dialect"].map(|part| resource[part].clone()));
        // `./a.csv` is `a.csv`.
        let plain = |path: &str| path.split('/').filter(|part| *part != ".").collect::<Vec<_>>().join("/");
        named.filter_map(|named| named.as_str().map(plain)).collect::<Vec<_>>()
    };
    Ok(distinct(items(descriptor.get("resources")).flat_map(of_resource)))
}

/// The files that are no tables and belong to these: with all tables all of them.
fn others<'p>(package: &'p Package, tables: &[&Table]) -> impl Iterator<Item = &'p OtherFile> {
    let is_all = tables.len() == package.tables().len();
    let named: Vec<&String> = tables.iter().filter_map(|table| Some(&table.outlines.as_ref()?.resource)).collect();
    package.other_files().iter().filter(move |file| is_all || named.iter().any(|name| **name == file.name))
}

/// The part of a package's description that is about these tables.
fn descriptor(package: &Package, tables: &[&Table]) -> Result<String> {
    let descriptor = package.descriptor_text()?;
    if tables.len() == package.tables().len() {
        return Ok(descriptor);
    }
    let mut descriptor: Value = serde_json::from_str(&descriptor)?;
    keep(&mut descriptor, tables, &others(package, tables).map(|file| &*file.name).collect::<Vec<_>>());
    let mut text = serde_json::to_string_pretty(&descriptor)?;
    text.push('\n');
    Ok(text)
}

/// Leaves in a description these tables and other files, and of the tables' keys those that lead from one to another.
fn keep(descriptor: &mut Value, tables: &[&Table], others: &[&str]) {
    let Some(resources) = descriptor["resources"].as_array_mut() else { return };
    resources.retain(|resource| {
        let is_named = |name: &str| resource["name"] == *name;
        tables.iter().any(|table| is_named(&table.name)) || others.iter().any(|name| is_named(name))
    });
    let cites = tables.iter().any(|table| table.citation.is_some());
    for resource in resources {
        let table = tables.iter().find(|table| resource["name"] == *table.name);
        let views = table.map(|table| views_without_tables(table, tables)).unwrap_or_default();
        for view in views.into_iter().chain((!cites).then_some("citedSource")) {
            resource.as_object_mut().and_then(|resource| resource.shift_remove(view));
        }
        let Some(schema) = resource.get_mut("schema").and_then(Value::as_object_mut) else { continue };
        let mut columns: Vec<Value> = items(schema.get("fields")).map(|field| field["name"].clone()).collect();
        for kind in ["foreignKeys", "listKeys"] {
            if let Some(keys) = schema.get_mut(kind).and_then(Value::as_array_mut) {
                keys.retain(|key| leads_to(key["reference"]["resource"].as_str().unwrap_or_default(), tables));
                columns.extend(keys.iter().flat_map(|key| items(key.get("opens"))).cloned());
                if keys.is_empty() {
                    schema.shift_remove(kind);
                }
            }
        }
        keep_columns(resource, &columns);
    }
}

/// Whether a key with this reference leads to one of these tables; one without a name leads to its own.
fn leads_to(reference: &str, tables: &[&Table]) -> bool {
    reference.is_empty() || tables.iter().any(|table| table.name == reference)
}

/// Leaves of what may name a column that a key opens that which names one of these.
fn keep_columns(resource: &mut Value, columns: &[Value]) {
    if let Some(shown) = resource.get_mut("columns").and_then(Value::as_array_mut) {
        shown.retain(|column| columns.contains(column));
    }
    if let Some(comparison) = resource.get_mut("comparison").and_then(Value::as_object_mut)
        && comparison.get("comparable").is_some_and(|comparable| !columns.contains(&comparable["column"]))
    {
        comparison.shift_remove("comparable");
    }
    for field in resource["schema"]["fields"].as_array_mut().into_iter().flatten() {
        if let Some(quantity) = field.get_mut("quantity").and_then(Value::as_object_mut)
            && quantity.get("unitOne").is_some_and(|unit| !columns.contains(unit))
        {
            quantity.shift_remove("unitOne");
        }
    }
}

fn items(array: Option<&Value>) -> impl Iterator<Item = &Value> {
    array.and_then(Value::as_array).into_iter().flatten()
}

/// The views of a table that need another one, which is not kept.
fn views_without_tables(table: &Table, tables: &[&Table]) -> Vec<&'static str> {
    let leads_to_kept = |column: &String| {
        let mut keys = table.schema().keys().filter(|key| key.is_of(column));
        keys.any(|key| leads_to(&key.reference.table, tables))
    };
    let mut lost = Vec::new();
    if table.timeline.as_ref().is_some_and(|timeline| !leads_to_kept(&timeline.key)) {
        lost.push("timeline");
    }
    if table.comparison.as_ref().is_some_and(|comparison| !leads_to_kept(&comparison.of)) {
        lost.extend(["comparison", "scoreProfile"]);
    }
    lost
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::Value;

    use super::descriptor;
    use crate::package::Package;

    fn kept(case: &str, names: &[&str]) -> Value {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages").join(case);
        let package = Package::in_folder(&folder).expect("a package");
        let tables: Vec<_> = names.iter().map(|name| package.table(name).expect("a table")).collect();
        serde_json::from_str(&descriptor(&package, &tables).expect("a descriptor")).expect("JSON")
    }

    #[test]
    fn what_names_a_column_of_a_table_that_is_not_kept_is_not_kept() {
        for (names, is_kept) in [(&["figures", "others"][..], false), (&["figures", "kinds"], true)] {
            let kept = kept("sound/figures", names);
            let figures = &kept["resources"][0];
            let quantity = &figures["schema"]["fields"][4]["quantity"];
            assert_eq!((quantity["unitOne"].is_string(), quantity["words"].is_string()), (is_kept, true));
            // Without those who are compared there is no comparison at all.
            assert_eq!(figures["comparison"].is_object(), !is_kept);
            assert!(figures["comparison"]["comparable"].is_null());
            assert_eq!(figures["columns"] == serde_json::json!(["who", "value", "better"]), is_kept);
            assert_eq!(figures["schema"]["foreignKeys"].as_array().map(Vec::len), Some(1));
        }
    }

    #[test]
    fn a_key_of_list_items_goes_with_its_table_and_the_list_stays() {
        let [whole, part] = [&["things", "others"][..], &["things"]].map(|names| {
            let mut kept = kept("sound/sources-and-marks", names);
            kept["resources"][0].take()
        });
        assert!(whole["schema"]["listKeys"].is_array() && part["schema"]["listKeys"].is_null());
        assert_eq!(whole["schema"]["fields"], part["schema"]["fields"]);
        assert_eq!(whole["marks"], part["marks"]);
    }

    #[test]
    fn a_key_to_its_own_table_is_kept() {
        assert!(kept("sound/names-that-clash", &["things"])["resources"][0]["schema"]["foreignKeys"].is_array());
    }
}
