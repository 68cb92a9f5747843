//! What the standard lets a description ask for, and this program does not read: better told than ignored.

use serde_json::Value;

use crate::package::form;
use crate::words::words;

/// What is read of these properties of a resource, as JSON.
const OF_RESOURCE: [(&str, &[&str]); 3] = [
    ("/format", &[r#""csv""#, r#""tsv""#, r#""CSV""#]),
    ("/compression", &[r#""gz""#, r#""no""#, r#""""#]),
    ("/schema/fieldsMatch", &[r#""exact""#, r#"["exact"]"#]),
];

/// The same of what only `check` would ask about.
const OF_SCHEMA: [(&str, &[&str]); 1] = [("/schema/uniqueKeys", &["[]"])];

/// The same of a dialect, of which but for its delimiter nothing else is read.
const OF_DIALECT: [(&str, &[&str]); 11] = [
    ("quoteChar", &[r#""\"""#]),
    ("doubleQuote", &["true"]),
    ("header", &["true", "false"]),
    ("headerRows", &["[1]"]),
    ("headerJoin", &[r#"" ""#]),
    ("headerCase", &["true"]),
    ("caseSensitiveHeader", &["false", "true"]),
    ("commentRows", &["[]"]),
    ("skipInitialSpace", &["false"]),
    ("lineTerminator", &[r#""\n""#, r#""\r\n""#, r#""\r""#]),
    ("csvddfVersion", &["1", "1.0", "1.2", r#""1.0""#, r#""1.2""#]),
];

/// The constraints that are read.
const CONSTRAINTS: [&str; 8] =
    ["required", "unique", "pattern", "enum", "minimum", "maximum", "minLength", "maxLength"];

/// What a resource asks for that is not read.
pub(super) fn of(resource: &Value) -> Vec<String> {
    let mut unread = of_rows(resource);
    unread.extend(differing(resource, &OF_SCHEMA, None));
    unread.extend(of_constraints(resource));
    unread
}

/// What of that its rows depend on.
pub(in crate::package) fn of_rows(resource: &Value) -> Vec<String> {
    let mut unread = differing(resource, &OF_RESOURCE, None);
    unread.extend(form::not_read(resource));
    let texts = ["$schema", "name", "title", "description", "delimiter"];
    for (name, value) in resource["dialect"].as_object().into_iter().flatten() {
        if texts.contains(&name.as_str()) {
            continue;
        }
        let read = OF_DIALECT.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, read)| read);
        if !read.contains(&value.to_string().as_str()) {
            unread.push(words().not_read(&format!("dialect/{name}"), &value.to_string(), None));
        }
    }
    unread
}

fn of_constraints(resource: &Value) -> Vec<String> {
    let mut unread = Vec::new();
    for field in resource["schema"]["fields"].as_array().into_iter().flatten() {
        let column = field["name"].to_string();
        let constraints = field["constraints"].as_object().into_iter().flatten();
        let others = constraints.filter(|(name, _)| !CONSTRAINTS.contains(&name.as_str()));
        let not_read =
            |name, value: &Value| words().not_read(&format!("constraints/{name}"), &value.to_string(), Some(&column));
        unread.extend(others.map(|(name, value)| not_read(name, value)));
    }
    unread
}

fn differing(of: &Value, read: &[(&str, &[&str])], column: Option<&str>) -> Vec<String> {
    let differing = read.iter().filter_map(|(pointer, read)| {
        let value = of.pointer(pointer).filter(|value| !read.contains(&value.to_string().as_str()))?;
        Some(words().not_read(&pointer[1..], &value.to_string(), column))
    });
    differing.collect()
}
