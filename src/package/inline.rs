//! Rows that stand in the description itself, as CSV: what reads rows need not know of them.
//!
//! Numbers keep the text that the description has. Where a row stands there is looked up when something is told of it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::{Input, Package, Problem, Rows, place};
use crate::words::words;

/// Rows of a description.
pub(super) struct Inline {
    /// The name by which their table calls them in the place of a file.
    pub path: String,
    /// Where they stand in the description.
    pointer: String,
    /// The columns, where each row is an object that names them.
    keys: Vec<String>,
    /// Whether the first row of the text is none of the description's.
    has_own_header: bool,
    /// The rows as CSV.
    pub text: Vec<u8>,
}

impl Inline {
    /// The rows of a resource, which is made one that has them in a file; what stands in the way, if it is a table, and nothing
    /// if it is none.
    pub(super) fn take(resource: &mut Value, (file, text): (&str, &str), at: &str) -> Result<Option<Self>, String> {
        let pointer = format!("{at}/data");
        let Some(data) = resource.as_object_mut().and_then(|resource| resource.remove("data")) else { return Ok(None) };
        let path = format!("{file}#{pointer}");
        let is_table = resource["type"] == "table" || !resource["schema"].is_null();
        let inline = |keys, has_own_header, text| Self {
            path: path.clone(),
            pointer: pointer.clone(),
            keys,
            has_own_header,
            text,
        };
        let made = match &data {
            // As JSON, it is no rows.
            Value::String(_) if resource["format"].is_null() && resource["mediatype"].is_null() => {
                return Err(words().property_missing("format", "data"));
            }
            Value::String(text) => {
                let kind = super::form::kind_of_rows(resource).filter(|_| is_table || resource["format"] != "txt");
                kind.map(|_| inline(Vec::new(), false, text.clone().into_bytes()))
            }
            Value::Array(rows) if rows.iter().all(Value::is_array) && (is_table || !rows.is_empty()) => {
                let header = if rows.is_empty() { names(&resource["schema"]) } else { Vec::new() };
                let has_own_header = rows.is_empty();
                Some(inline(header, has_own_header, Vec::new()))
            }
            Value::Array(rows) if rows.iter().all(Value::is_object) => {
                Some(inline(keys(&resource["schema"], rows), true, Vec::new()))
            }
            _ => None,
        };
        let Some(mut made) = made else {
            return if is_table { Err(words().wrong_kind("data", "rows", &data.to_string())) } else { Ok(None) };
        };
        if !data.is_string() {
            if resource["schema"].is_null() {
                resource["schema"] = typed(&data, &made.keys);
            }
            made.write(resource, place::raw(text, &made.pointer));
            let has_header = made.has_own_header || resource["dialect"]["header"] != false;
            resource["dialect"] = json!({ "header": has_header });
            if let Some(resource) = resource.as_object_mut() {
                resource.remove("format");
                resource.remove("mediatype");
            }
        }
        if let Some(resource) = resource.as_object_mut() {
            resource.remove("encoding");
        }
        resource["path"] = json!(path);
        Ok(Some(made))
    }

    /// Writes the rows as CSV, in the form that their columns have.
    fn write(&mut self, resource: &Value, raw: Option<&RawValue>) {
        let fields = resource["schema"]["fields"].as_array().map_or(&[][..], Vec::as_slice);
        if self.has_own_header {
            write_row(&mut self.text, self.keys.iter().map(String::as_str));
        }
        let rows =
            raw.and_then(|raw| serde_json::from_slice::<Vec<&RawValue>>(raw.get().as_bytes()).ok()).unwrap_or_default();
        for row in rows {
            let cells: Vec<Option<&RawValue>> = if row.get().starts_with('[') {
                serde_json::from_slice::<Vec<&RawValue>>(row.get().as_bytes())
                    .unwrap_or_default()
                    .into_iter()
                    .map(Some)
                    .collect()
            } else {
                let cells =
                    serde_json::from_slice::<BTreeMap<String, &RawValue>>(row.get().as_bytes()).unwrap_or_default();
                self.keys.iter().map(|key| cells.get(key).copied()).collect()
            };
            let cells = cells
                .iter()
                .enumerate()
                .map(|(at, cell)| cell.map_or(String::new(), |cell| written(cell, fields.get(at))));
            let cells: Vec<String> = cells.collect();
            write_row(&mut self.text, cells.iter().map(String::as_str));
        }
    }

    /// A problem with a place in the rows, with that in the description.
    pub(super) fn placed(&self, problem: Problem, (file, text): (&str, &str)) -> Problem {
        let mut pointer = self.pointer.clone();
        let mut rows = Rows::unchecked(&self.path, Input::Held((&*self.text).into()));
        let mut index = 0;
        // The text of a description in CSV has rows of its own.
        let is_json = place::raw(text, &pointer).is_some_and(|raw| raw.get().starts_with('['));
        while let Ok(Some(record)) = rows.next_of_any_length() {
            if is_json && record.line() == problem.line {
                let cell = (0..record.cell_count()).find(|&cell| record.place(cell) == (problem.line, problem.column));
                let Some(row) = (index + 1_usize).checked_sub(1 + usize::from(self.has_own_header)) else { break };
                pointer = format!("{pointer}/{row}");
                if let Some(cell) = cell {
                    let step = self
                        .keys
                        .get(cell)
                        .map_or_else(|| cell.to_string(), |key| key.replace('~', "~0").replace('/', "~1"));
                    pointer = format!("{pointer}/{step}");
                }
                break;
            }
            index += 1;
        }
        place::problem((file, text), &pointer, problem.message)
    }
}

impl Package {
    /// An error about rows that stand in the description, with their place there.
    pub fn placed(&self, error: anyhow::Error) -> anyhow::Error {
        let problem = error.downcast_ref::<Problem>();
        let placed = problem.and_then(|problem| {
            let inline = self.inline(&problem.file)?;
            let text = self.descriptor_text().ok()?;
            Some(inline.placed(problem.clone(), (self.descriptor_file(), &text)))
        });
        placed.map_or(error, Into::into)
    }

    /// The rows of the description that a table calls so in the place of a file.
    pub(super) fn inline(&self, path: &str) -> Option<&Inline> {
        self.own.as_ref()?.inline.iter().find(|inline| inline.path == path)
    }
}

/// The names of a schema's columns.
fn names(schema: &Value) -> Vec<String> {
    let fields = schema["fields"].as_array().into_iter().flatten();
    fields.filter_map(|field| field["name"].as_str().map(str::to_owned)).collect()
}

/// The columns of rows that are objects: those of the schema in its order, and what the rows have besides.
fn keys(schema: &Value, rows: &[Value]) -> Vec<String> {
    let mut keys = Map::new();
    for name in names(schema) {
        keys.insert(name, Value::Null);
    }
    for key in rows.iter().filter_map(Value::as_object).flat_map(Map::keys) {
        if !keys.contains_key(key) {
            keys.insert(key.clone(), Value::Null);
        }
    }
    keys.into_iter().map(|(key, _)| key).collect()
}

/// A schema for rows that have none: JSON tells numbers, booleans and texts apart.
fn typed(data: &Value, keys: &[String]) -> Value {
    let rows = data.as_array().map_or(&[][..], Vec::as_slice);
    let (names, rows): (Vec<Value>, &[Value]) = match rows.split_first() {
        Some((first, rest)) if first.is_array() => (first.as_array().cloned().unwrap_or_default(), rest),
        _ => (keys.iter().map(|key| json!(key)).collect(), rows),
    };
    let fields = names.iter().enumerate().map(|(at, name)| {
        let cells = rows.iter().filter_map(|row| if row.is_array() { row.get(at) } else { row.get(name.as_str()?) });
        let cells: Vec<&Value> = cells.filter(|cell| !cell.is_null()).collect();
        let are = |is: fn(&Value) -> bool| !cells.is_empty() && cells.iter().all(|cell| is(cell));
        let kind = if are(|cell| cell.is_i64() || cell.is_u64()) {
            "integer"
        } else if are(Value::is_number) {
            "number"
        } else if are(Value::is_boolean) {
            "boolean"
        } else {
            "string"
        };
        json!({"name": name.as_str().map_or_else(|| name.to_string(), str::to_owned), "type": kind})
    });
    json!({ "fields": fields.collect::<Vec<_>>() })
}

/// A value as its column would have it in a file.
fn written(value: &RawValue, field: Option<&Value>) -> String {
    let field = field.unwrap_or(&Value::Null);
    match serde_json::from_slice(value.get().as_bytes()) {
        Ok(Value::Null) => String::new(),
        Ok(Value::String(text)) => text,
        Ok(Value::Bool(is_so)) => {
            let own = field[if is_so { "trueValues" } else { "falseValues" }][0].as_str();
            own.map_or_else(|| value.get().to_owned(), str::to_owned)
        }
        Ok(Value::Number(_)) => value.get().replace('.', field["decimalChar"].as_str().unwrap_or(".")),
        Ok(other) => other.to_string(),
        Err(_) => value.get().to_owned(),
    }
}

fn write_row<'c>(text: &mut Vec<u8>, cells: impl ExactSizeIterator<Item = &'c str>) {
    let is_only = cells.len() == 1;
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(b',');
        }
        // An empty line would be no row.
        if cell.contains(['"', ',', '\n', '\r']) || is_only && cell.is_empty() {
            text.push(b'"');
            text.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            text.push(b'"');
        } else {
            text.extend_from_slice(cell.as_bytes());
        }
    }
    text.push(b'\n');
}
