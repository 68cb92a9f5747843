//! The description of a package as its publisher wrote it, made one that can be read and has in it what it refers to: schemas
//! and dialects in files of their own, and the columns of tables that have no schema. What of it is wrong is told, and what
//! is not is read.

mod constraints;

use std::path::Path;

use anyhow::{Result, anyhow};
use serde_json::{Value, json};

use super::check::cannot_be_read;
use super::descriptor;
use super::files::{Files, Input};
use super::form::{Form, encoding, kind_of_rows};
use super::guess::otherwise;
use super::inline::Inline;
use super::shape::Shaper;
use super::{Problem, Rows, of_json, unpacked};
use crate::words::words;
use constraints::with_its_values;

/// What is found when a description is prepared.
pub(super) struct Prepared {
    /// Whether it is another than it was.
    pub is_changed: bool,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// The rows that stand in it.
    pub inline: Vec<Inline>,
    /// The tables of which no row can be read, by their place among the resources, and why.
    pub refused: Vec<(usize, Problem)>,
}

/// Prepares the description that is written in this file.
pub(super) fn prepare(files: &Files, (file, text): (&str, &str), written: &mut Value) -> Result<Prepared, Problem> {
    let mut shaper = Shaper::new(file, text);
    if !written.is_object() {
        return Err(shaper.problem("", words().wrong_kind("package", "object", &written.to_string())));
    }
    shaper.package(written);
    let (mut refused, mut inline) = (Vec::new(), Vec::new());
    match written.get_mut("resources") {
        Some(Value::Array(resources)) => {
            if resources.is_empty() {
                shaper.add("/resources", words().wrong_kind("resources", "objects", "[]"));
            }
            for (index, resource) in resources.iter_mut().enumerate() {
                let at = format!("/resources/{index}");
                if !resource.is_object() {
                    shaper.add(&at, words().wrong_kind("resource", "object", &resource.to_string()));
                    // It is what no rows are read from, as values within a description may be.
                    *resource = json!({"name": format!("resource-{index}"), "data": {}});
                    shaper.is_changed = true;
                }
                let before = shaper.problems.len();
                if !prepared(files, &mut shaper, &mut inline, resource, &at) {
                    // Of those that were found, the last is that which stands in the way.
                    let why = shaper.problems.get(before..).and_then(<[_]>::last);
                    let why = why.map_or_else(|| shaper.problem(&at, String::new()), Problem::clone);
                    refused.push((index, why));
                }
            }
        }
        Some(other) => {
            return Err(shaper.problem("/resources", words().wrong_kind("resources", "objects", &other.to_string())));
        }
        None => return Err(shaper.problem("", words().property_missing("resources", "package"))),
    }
    Ok(Prepared { is_changed: shaper.is_changed, problems: shaper.problems, refused, inline })
}

/// Prepares a resource; false where it is a table of which no row can be read.
fn prepared(files: &Files, shaper: &mut Shaper, inline: &mut Vec<Inline>, resource: &mut Value, at: &str) -> bool {
    let has_path = !resource["path"].is_null();
    shaper.resource(resource, at);
    if resource["path"] == "" {
        shaper.add(&format!("{at}/path"), words().wrong_kind("path", "names", "\"\""));
        resource["path"] = Value::Null;
    }
    older(shaper, resource);
    let mut is_read =
        referred(files, shaper, resource, at, "schema") & referred(files, shaper, resource, at, "dialect");
    let has_data = !resource["data"].is_null();
    if has_data && !resource["path"].is_null() {
        shaper.add(&format!("{at}/data"), words().path_and_data().to_owned());
    } else if has_data {
        shaper.is_changed = true;
        match Inline::take(resource, (shaper.file, shaper.text), at) {
            Ok(found) => inline.extend(found),
            Err(message) => {
                shaper.add(&format!("{at}/data"), message);
                is_read = false;
            }
        }
    }
    if let Some([only]) = resource["path"].as_array().map(Vec::as_slice) {
        resource["path"] = only.clone();
        shaper.is_changed = true;
    }
    if let Some([first, _, ..]) = resource["path"].as_array().map(Vec::as_slice) {
        let first = first.clone();
        resource["paths"] = std::mem::replace(&mut resource["path"], first);
        shaper.is_changed = true;
    }
    if resource["path"].is_array() {
        resource["path"] = Value::Null;
    }
    if resource["path"].is_null() && has_data {
        // It is no table, or none of which a row can be read.
        resource["path"] = json!(format!("{}#{at}/data", shaper.file));
    }
    if resource["path"].is_null() {
        if !has_path {
            shaper.add(at, words().property_missing("path", "resource"));
        }
        resource["path"] = json!("");
        shaper.is_changed = true;
        is_read = false;
    }
    let path = resource["path"].as_str().unwrap_or_default().to_owned();
    if resource["name"].is_null() {
        shaper.add(at, words().property_missing("name", "resource"));
        let stem = Path::new(unpacked::name(&path)).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        resource["name"] = json!(stem);
        shaper.is_changed = true;
    }
    let mut kind = kind_of_rows(resource);
    if kind.is_none() && resource["schema"].is_null() && descriptor::is_csv(&path) {
        for property in ["format", "mediatype"] {
            let named = resource[property].take();
            if !named.is_null() {
                shaper.add(&format!("{at}/{property}"), words().not_read(property, &named.to_string(), None));
            }
        }
        kind = kind_of_rows(resource);
        shaper.is_changed = true;
    }
    if kind == Some("tsv") && resource["dialect"]["delimiter"].is_null() {
        resource["dialect"]["delimiter"] = json!("\t");
        shaper.is_changed = true;
    }
    if resource["schema"].is_null() && kind.is_some_and(|_| !is_plain_text(resource)) {
        shaper.is_changed = true;
        let found = if is_read {
            headings(files, inline.last().filter(|it| it.path == path), resource, &path)
        } else {
            Ok(Vec::new())
        };
        resource["schema"] = json!({"fields": found.as_deref().unwrap_or_default()});
        let only =
            found.as_ref().ok().and_then(|found| if let [only] = &found[..] { only["name"].as_str() } else { None });
        if let Some(message) =
            only.filter(|_| resource["dialect"]["delimiter"].is_null()).and_then(otherwise::of_only_heading)
        {
            shaper.problems.push(Problem::behind(&path, "", message));
        }
        if let Err(error) = found {
            is_read = false;
            let problem = error.downcast().unwrap_or_else(|error| Problem::behind(&path, "", cannot_be_read(&error)));
            shaper.problems.push(problem);
        }
    }
    for field in resource.pointer_mut("/schema/fields").and_then(Value::as_array_mut).into_iter().flatten() {
        shaper.is_changed |= with_its_values(field);
    }
    is_read || resource["schema"].is_null()
}

/// What earlier versions of the standard call otherwise.
fn older(shaper: &mut Shaper, resource: &mut Value) {
    if let (true, Some(url)) = (resource["path"].is_null() && resource["data"].is_null(), resource["url"].as_str()) {
        resource["path"] = json!(url);
        shaper.is_changed = true;
    }
    let profile = resource["profile"].as_str().unwrap_or_default();
    if profile.contains("tabular-data-resource") && resource["type"].is_null() {
        resource["type"] = json!("table");
        shaper.is_changed = true;
    }
}

/// Puts a part of a description in the place of the file that it stands in, and gives it its shape; false where it is none.
fn referred(files: &Files, shaper: &mut Shaper, resource: &mut Value, at: &str, part: &str) -> bool {
    let at = format!("{at}/{part}");
    let Some(described) = resource.get_mut(part) else { return true };
    let shape = |shaper: &mut Shaper, described: &mut Value, at: &str| match part {
        "schema" if described.is_null() => true,
        "schema" => shaper.schema(described, at),
        _ => shaper.dialect(described, at),
    };
    let is_sound = match described.as_str().map(str::to_owned) {
        None => shape(shaper, described, &at),
        Some(path) => {
            shaper.is_changed = true;
            match files.read_description(&path).map(String::from_utf8) {
                Ok(Ok(text)) => match serde_json::from_slice(text.as_bytes()) {
                    Ok(read) => {
                        *described = read;
                        let mut inner = Shaper::new(&path, &text);
                        let is_sound = shape(&mut inner, described, "");
                        shaper.problems.append(&mut inner.problems);
                        is_sound
                    }
                    Err(error) => {
                        shaper.problems.push(of_json(&path, &error));
                        false
                    }
                },
                Ok(Err(_)) => {
                    shaper.problems.push(Problem::behind(&path, "", words().looks_like("windows-1252")));
                    false
                }
                Err(error) => {
                    let message = cannot_be_read(&error);
                    // Where it does not say of which file.
                    shaper.add(&at, if message.contains(&path) { message } else { format!("{path}: {message}") });
                    false
                }
            }
        }
    };
    if !is_sound {
        shaper.is_changed = true;
        *described = if part == "schema" { json!({"fields": []}) } else { Value::Null };
    }
    is_sound
}

/// Whether it may be text of any kind, in which no rows are looked for unless it is said that there are.
fn is_plain_text(resource: &Value) -> bool {
    let is = |property: &str, names: [&str; 2]| resource[property].as_str().is_some_and(|it| names.contains(&it));
    resource["type"] != "table" && (is("format", ["txt", ""]) || is("mediatype", ["text/plain", ""]))
}

/// The headings of a file as columns of text.
fn headings(files: &Files, inline: Option<&Inline>, resource: &Value, path: &str) -> Result<Vec<Value>> {
    let place = |message| Problem::behind(path, "", message);
    if encoding(&resource["encoding"]).is_none() {
        let named = resource["encoding"].to_string();
        return Err(place(words().not_read("encoding", &named, None)).into());
    }
    let form = Form::of(resource);
    let file = match inline {
        Some(inline) => Input::Held((&*inline.text).into()),
        None => files.open(path)?,
    };
    let mut rows = Rows::formed(path, file, &form);
    let Some(header) = rows.next_of_any_length()? else { return Err(place(words().no_headings().to_owned()).into()) };
    if let Some(message) = otherwise::of_headings(header, &[]) {
        return Err(place(message).into());
    }
    let names = (0..header.cell_count()).map(|cell| Ok(json!({"name": header.text(cell)?, "type": "string"})));
    names.collect::<Result<_>>().map_err(|error| anyhow!(error))
}
