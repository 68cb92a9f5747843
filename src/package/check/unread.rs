//! What the standard lets a description ask for, and this program does not read: better told than ignored.

use serde_json::Value;

use crate::words::words;

/// What is read of these properties of a resource, as JSON.
const OF_RESOURCE: [(&str, &[&str]); 4] = [
    ("/encoding", &[r#""utf-8""#, r#""UTF-8""#, r#""utf8""#]),
    ("/format", &[r#""csv""#]),
    ("/schema/missingValues", &[r#"[""]"#]),
    ("/schema/uniqueKeys", &[]),
];

/// The same of a dialect, of which nothing else is read.
const OF_DIALECT: [(&str, &[&str]); 8] = [
    ("delimiter", &[r#"",""#]),
    ("quoteChar", &[r#""\"""#]),
    ("doubleQuote", &["true"]),
    ("header", &["true"]),
    ("skipInitialSpace", &["false"]),
    ("lineTerminator", &[r#""\n""#, r#""\r\n""#]),
    ("$schema", &[]),
    ("csvddfVersion", &["1", "1.2"]),
];

/// The same of a column.
const OF_FIELD: [(&str, &[&str]); 6] = [
    ("/format", &[r#""default""#]),
    ("/decimalChar", &[r#"".""#]),
    ("/groupChar", &[r#""""#]),
    ("/bareNumber", &["true"]),
    ("/trueValues", &[]),
    ("/falseValues", &[]),
];

/// The constraints that are read.
const CONSTRAINTS: [&str; 8] =
    ["required", "unique", "pattern", "enum", "minimum", "maximum", "minLength", "maxLength"];

/// What a resource asks for that is not read.
pub(super) fn of(resource: &Value) -> Vec<String> {
    let mut unread = differing(resource, &OF_RESOURCE, None);
    for (name, value) in resource["dialect"].as_object().into_iter().flatten() {
        let read = OF_DIALECT.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, read)| read);
        if name != "$schema" && !read.contains(&value.to_string().as_str()) {
            unread.push(words().not_read(&format!("dialect/{name}"), &value.to_string(), None));
        }
    }
    for field in resource["schema"]["fields"].as_array().into_iter().flatten() {
        let column = field["name"].to_string();
        unread.extend(differing(field, &OF_FIELD, Some(&column)));
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
