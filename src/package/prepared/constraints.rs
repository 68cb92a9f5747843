//! The values in the constraints of a column, in the form that its cells are read in.

use std::borrow::Cow;

use serde_json::Value;

use crate::package::form::CellForm;
use crate::package::shape::whole;

/// Gives the values in a column's constraints the form that cells are read in; false where nothing was to be done.
pub(super) fn with_its_values(field: &mut Value) -> bool {
    let mut is_changed = field["type"] == "list" && with_its_lists(field);
    let form = CellForm::of(field, &Value::Null);
    let is_whole = matches!(field["type"].as_str(), Some("integer" | "year"));
    let Some(constraints) = field.get_mut("constraints").filter(|_| is_whole || !form.is_usual()) else {
        return is_changed;
    };
    let single = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    for (name, value) in constraints.as_object_mut().into_iter().flatten() {
        let values = match value {
            Value::Array(members) if name == "enum" => members.as_mut_slice(),
            value if single.contains(&name.as_str()) => std::slice::from_mut(value),
            _ => continue,
        };
        for value in values {
            let read = value
                .as_str()
                .filter(|_| !form.is_usual())
                .and_then(|text| form.read(text.as_bytes()).ok())
                .map(Cow::into_owned);
            let read = read.and_then(|read| String::from_utf8(read).ok()).map(Value::from);
            if let Some(made) = read.or_else(|| whole(value).filter(|_| is_whole).map(Value::from)) {
                *value = made;
                is_changed = true;
            }
        }
    }
    is_changed
}

/// Writes the lists of a fixed set as cells do; false where none was written otherwise.
fn with_its_lists(field: &mut Value) -> bool {
    let delimiter = field["delimiter"].as_str().unwrap_or(",").to_owned();
    let mut is_changed = false;
    for member in field.pointer_mut("/constraints/enum").and_then(Value::as_array_mut).into_iter().flatten() {
        let Some(items) = member.as_array() else { continue };
        let items = items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned));
        *member = items.collect::<Vec<_>>().join(&delimiter).into();
        is_changed = true;
    }
    is_changed
}
