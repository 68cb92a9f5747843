//! What the standard lets a description ask for, and this program does not read: better told than ignored.

use serde_json::Value;

use crate::package::form;
use crate::package::matching::Matching;
use crate::words::words;

/// What is not read: a pointer to it from the resource, and what is said of it.
type Unread = (String, String);

/// What is read of a dialect, as JSON, but for its delimiter. Of what no table of text has the standard asks nothing.
const OF_DIALECT: [(&str, &[&str]); 7] = [
    ("quoteChar", &[r#""\"""#]),
    ("doubleQuote", &["true"]),
    ("escapeChar", &[r#""\"""#]),
    ("header", &["true", "false"]),
    ("headerRows", &["[1]", "[]"]),
    ("commentRows", &["[]"]),
    ("lineTerminator", &[r#""\n""#, r#""\r\n""#, r#""\r""#]),
];

/// The constraints that are read.
const CONSTRAINTS: [&str; 10] = [
    "required",
    "unique",
    "pattern",
    "enum",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
];

/// What a resource asks for that is not read.
pub(super) fn of(resource: &Value) -> Vec<Unread> {
    let mut unread = of_rows(resource);
    unread.extend(of_constraints(resource));
    unread
}

/// What of that its rows depend on.
pub(in crate::package) fn of_rows(resource: &Value) -> Vec<Unread> {
    let mut unread = Vec::new();
    let format = &resource["format"];
    if form::kind_of_rows(resource).is_none() && !format.is_null() {
        unread.push(("/format".to_owned(), words().not_read("format", &format.to_string(), None)));
    }
    let matching = &resource["schema"]["fieldsMatch"];
    if Matching::of(&resource["schema"]).is_none() {
        unread.push(("/schema/fieldsMatch".to_owned(), words().not_read("fieldsMatch", &matching.to_string(), None)));
    }
    let packing = &resource["compression"];
    if !packing.is_null() && !["gz", "no", ""].iter().any(|read| packing == read) {
        unread.push(("/compression".to_owned(), words().not_read("compression", &packing.to_string(), None)));
    }
    unread.extend(form::not_read(resource));
    for (name, value) in resource["dialect"].as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        let Some((_, read)) = OF_DIALECT.iter().find(|(known, _)| known == name) else { continue };
        if !read.contains(&value.to_string().as_str()) {
            let message = words().not_read(&format!("dialect/{name}"), &value.to_string(), None);
            unread.push((format!("/dialect/{name}"), message));
        }
    }
    unread
}

fn of_constraints(resource: &Value) -> Vec<Unread> {
    let mut unread = Vec::new();
    for (at, field) in resource["schema"]["fields"].as_array().into_iter().flatten().enumerate() {
        let constraints = field["constraints"].as_object().into_iter().flatten();
        for (name, value) in constraints.filter(|(name, _)| !CONSTRAINTS.contains(&name.as_str())) {
            let message = words().not_read(&format!("constraints/{name}"), &value.to_string(), field["name"].as_str());
            unread.push((format!("/schema/fields/{at}/constraints/{name}"), message));
        }
    }
    unread
}
