//! Checking a descriptor: that the names in it name something.

use anyhow::Result;
use regex_lite::Regex;
use serde_json::Value;

use super::Problem;
use crate::exit::{did_you_mean, quoted};
use crate::package::descriptor::Bibliography;
use crate::package::files::DESCRIPTOR;
use crate::package::{Kind, Package, Table};

/// What is wrong with a package's description.
pub fn check(package: &Package) -> Result<Vec<Problem>> {
    let text = String::from_utf8_lossy(&package.files.read(DESCRIPTOR)?).into_owned();
    let mut problems = Vec::new();
    let written: Value = serde_json::from_str(&text)?;
    let mut add = |name: &str, message: String| {
        let (line, column) = mention(&text, name);
        problems.push(Problem { file: DESCRIPTOR.to_owned(), line, column, message });
    };
    for (index, table) in package.tables().iter().enumerate() {
        if package.tables()[..index].iter().any(|earlier| earlier.name == table.name) {
            add(&table.name, format!("the table {} is described twice", quoted(&table.name)));
        }
        for message in not_read(&written["resources"][index]) {
            add(&table.name, format!("{}: {message}", table.name));
        }
        let fields = &table.schema().fields;
        for (index, field) in fields.iter().enumerate() {
            if fields[..index].iter().any(|earlier| earlier.name == field.name) {
                add(&field.name, format!("{} has the column {} twice", table.name, quoted(&field.name)));
            }
            if field.kind == Kind::List && !field.delimiter.is_ascii() {
                add(
                    &field.name,
                    format!("the delimiter `{}` of {} is not an ASCII character", field.delimiter, field.name),
                );
            }
            if let Some(pattern) = field.constraints.pattern.as_ref().filter(|pattern| Regex::new(pattern).is_err()) {
                add(pattern, format!("{} is not a regular expression", quoted(pattern)));
            }
        }
        for name in columns_named(table) {
            if table.index_of(name).is_none() {
                add(name, no_column(table, name));
            }
        }
        for key in table.schema().keys() {
            match package.table(&key.reference.table) {
                None => {
                    let names = package.tables().iter().map(|table| table.name.as_str());
                    let hint = did_you_mean(&key.reference.table, names);
                    add(&key.reference.table, format!("there is no table {}{hint}", quoted(&key.reference.table)));
                }
                Some(other) => {
                    let coverage = key.coverage.as_ref().map(|coverage| &coverage.column);
                    for name in key.opens.iter().chain([&key.reference.column]).chain(coverage) {
                        if other.index_of(name).is_none() {
                            add(name, no_column(other, name));
                        }
                    }
                }
            }
        }
    }
    Ok(problems)
}

/// What of a resource's description this program reads, as JSON; for anything else it is better told than ignored.
const READ_OF_RESOURCE: [(&str, &[&str]); 5] = [
    ("/encoding", &[r#""utf-8""#, r#""UTF-8""#, r#""utf8""#]),
    ("/format", &[r#""csv""#]),
    ("/dialect/delimiter", &[r#"",""#]),
    ("/dialect/quoteChar", &[r#""\"""#]),
    ("/schema/missingValues", &[r#"[""]"#]),
];

/// The same of a column's description.
const READ_OF_FIELD: [(&str, &[&str]); 6] = [
    ("/format", &[r#""default""#]),
    ("/decimalChar", &[r#"".""#]),
    ("/groupChar", &[r#""""#]),
    ("/bareNumber", &["true"]),
    ("/trueValues", &[]),
    ("/falseValues", &[]),
];

/// What the standard allows a resource to ask for, that this one asks for, and that is not read.
fn not_read(resource: &Value) -> Vec<String> {
    let mut messages = Vec::new();
    let mut look = |of: &Value, read: &[(&str, &[&str])], whose: &str| {
        for (pointer, allowed) in read {
            if let Some(value) = of.pointer(pointer).filter(|value| !allowed.contains(&value.to_string().as_str())) {
                messages.push(format!(
                    "{} {value}{whose} is not read; files are UTF-8 with commas, values in the standard's default form",
                    &pointer[1..]
                ));
            }
        }
    };
    look(resource, &READ_OF_RESOURCE, "");
    for field in resource["schema"]["fields"].as_array().into_iter().flatten() {
        look(field, &READ_OF_FIELD, &format!(" of the column {}", field["name"]));
    }
    messages
}

/// The columns of the table that its own description names.
fn columns_named(table: &Table) -> impl Iterator<Item = &str> {
    let schema = table.schema();
    let quantities = schema.fields.iter().filter_map(|field| field.quantity.as_ref());
    let quantities = quantities.flat_map(|quantity| [&quantity.upper, &quantity.qualifier, &quantity.unit]);
    let keys = schema.keys().flat_map(|key| [Some(&key.column), key.locator.as_ref()]).flatten();
    let citation = table.citation.iter().flat_map(Bibliography::columns);
    let comparison = table
        .comparison
        .iter()
        .flat_map(|comparison| [&comparison.of, &comparison.mean.column].into_iter().chain(&comparison.by));
    let profile = table.profile.iter().flat_map(|profile| [&profile.figures.column, &profile.year, &profile.axis]);
    let timeline = table.timeline.iter().flat_map(|timeline| [&timeline.key, &timeline.who, &timeline.part]);
    let citation = citation.chain(comparison).chain(profile).chain(timeline);
    let spellings = schema.fields.iter().filter_map(|field| field.spelling_of.as_ref());
    let citation = citation.chain(spellings);
    let listed = table.columns.iter().chain(&table.names).chain(schema.primary_key.as_slice());
    listed.chain(quantities).chain(keys).chain(citation).map(String::as_str)
}

fn no_column(table: &Table, name: &str) -> String {
    let hint = did_you_mean(name, table.schema().fields.iter().map(|field| field.name.as_str()));
    format!("{} has no column {}{hint}", table.name, quoted(name))
}

/// The line and the character where the descriptor last mentions a name; its beginning where it does not.
fn mention(text: &str, name: &str) -> (u64, u64) {
    let quoted_name = serde_json::Value::from(name).to_string();
    let Some(at) = text.rfind(&quoted_name) else { return (1, 1) };
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (1 + before.matches('\n').count() as u64, 1 + before[line_start..].chars().count() as u64)
}
