//! The description of a package as its publisher wrote it, made one that has in it what it refers to: schemas and dialects
//! in files of their own, and the columns of tables that have no schema.

use std::path::Path;

use anyhow::{Result, anyhow};
use serde_json::{Value, json};

use super::files::Files;
use super::form::{Form, encoding};
use super::{Problem, Rows, of_json, unpacked};
use crate::words::words;

/// Prepares a description, and returns whether it is another than it was.
pub(super) fn prepare(files: &Files, written: &mut Value) -> Result<bool> {
    let mut is_changed = false;
    for resource in written["resources"].as_array_mut().into_iter().flatten().filter(|it| it.is_object()) {
        for part in ["schema", "dialect"] {
            if let Some(path) = resource[part].as_str() {
                resource[part] = referred(files, path)?;
                is_changed = true;
            }
        }
        if let Some([only]) = resource["path"].as_array().map(Vec::as_slice) {
            resource["path"] = only.clone();
            is_changed = true;
        }
        let Some(path) = resource["path"].as_str().map(str::to_owned) else { continue };
        if resource["name"].is_null() {
            let stem =
                Path::new(unpacked::name(&path)).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
            resource["name"] = json!(stem);
            is_changed = true;
        }
        let has_dialect = resource["dialect"].is_object() || resource["dialect"].is_null();
        if has_dialect && has_tabs(resource, &path) && resource["dialect"]["delimiter"].is_null() {
            resource["dialect"]["delimiter"] = json!("\t");
            is_changed = true;
        }
        if resource["schema"].is_null() && is_of_rows(resource, &path) {
            resource["schema"] = json!({"fields": headings(files, resource, &path)?});
            is_changed = true;
        }
    }
    Ok(is_changed)
}

/// A file of the package that is a part of its description.
fn referred(files: &Files, path: &str) -> Result<Value> {
    serde_json::from_slice(&files.read_description(path)?).map_err(|error| of_json(path, &error).into())
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    let ending = Path::new(unpacked::name(path)).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&&*ending))
}

fn has_tabs(resource: &Value, path: &str) -> bool {
    resource["format"] == "tsv" || resource["format"].is_null() && has_ending(path, &["tsv"])
}

/// Whether a file is one of rows.
fn is_of_rows(resource: &Value, path: &str) -> bool {
    let format = &resource["format"];
    let is_named = format == "csv" || format == "tsv" || resource["type"] == "table";
    is_named || format.is_null() && has_ending(path, &["csv", "tsv"])
}

/// The headings of a file as columns of text.
fn headings(files: &Files, resource: &Value, path: &str) -> Result<Vec<Value>> {
    let place = |message| Problem::behind(path, "", message);
    if encoding(&resource["encoding"]).is_none() {
        let named = resource["encoding"].to_string();
        return Err(place(words().not_read("encoding", &named, None)).into());
    }
    let form = Form::of(resource, &[]);
    let mut rows = Rows::formed(path, files.open(path)?, &form);
    let Some(header) = rows.next_of_any_length()? else { return Err(place(words().no_headings().to_owned()).into()) };
    let names = (0..header.cell_count()).map(|cell| Ok(json!({"name": header.text(cell)?, "type": "string"})));
    names.collect::<Result<_>>().map_err(|error| anyhow!(error))
}
