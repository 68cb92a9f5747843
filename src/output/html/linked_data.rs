//! What a page of the package says to programs: JSON-LD in the words of <https://schema.org>, by which search engines list
//! data sets and others join what these are about.
//!
//! The page of an answer says nothing of this kind: it is no data set, and would be listed as one.

use std::io::Write;

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::text::is_no_character;
use crate::package::{Package, Table};
use crate::text::escape_in_json_besides;

/// The vocabulary, whose words stand without its address.
const SCHEMA: &str = "https://schema.org/";

/// Writes the element: the data set, and what it mentions that has addresses elsewhere.
pub(super) fn write<'p>(package: &Package, tables: impl Iterator<Item = &'p Table>, out: &mut dyn Write) -> Result<()> {
    let dataset = escaped(&Value::from(dataset(package)?).to_string());
    write!(out, "<script type=\"application/ld+json\">\n{}", dataset.strip_suffix('}').unwrap_or(&dataset))?;
    let mut before = ",\"mentions\":[\n";
    for table in tables {
        each_thing(package, table, &mut |thing| {
            write!(out, "{before}{}", escaped(&Value::from(thing).to_string()))?;
            before = ",\n";
            Ok(())
        })?;
    }
    let end = if before == ",\n" { "]" } else { "" };
    Ok(writeln!(out, "{end}}}\n</script>")?)
}

/// What is known of the package. Google lists what has a `name` and a `description`
/// (<https://developers.google.com/search/docs/appearance/structured-data/dataset>).
fn dataset(package: &Package) -> Result<Map<String, Value>> {
    let mut dataset = Map::new();
    let mut tell = |name: &str, value: Value| {
        if value != "" && value != Value::Array(Vec::new()) {
            dataset.insert(name.to_owned(), value);
        }
    };
    tell("@context", SCHEMA.into());
    tell("@type", "Dataset".into());
    tell("name", in_languages(package.titles()));
    tell("description", in_languages(package.descriptions()));
    tell("identifier", package.id().into());
    tell("url", package.address().into());
    tell("version", package.version().into());
    tell("datePublished", package.date().into());
    tell("dateModified", package.date().into());
    let licenses = package.licenses().map(|it| if it.path.is_empty() { it.name_in_full() } else { &it.path });
    tell("license", one_or_all(licenses.map(Value::from).collect()));
    let makers = package.creators().into_iter().map(|name| json!({"@type": "Organization", "name": name}));
    tell("creator", one_or_all(makers.collect()));
    tell("keywords", package.keywords().into());
    tell("inLanguage", package.languages().into());
    if let Some((first, last)) = package.years()? {
        tell("temporalCoverage", format!("{first}/{last}").into());
    }
    if !package.place().is_empty() {
        tell("spatialCoverage", json!({"@type": "Place", "sameAs": package.place()}));
    }
    // All of it stands in the page.
    tell("isAccessibleForFree", true.into());
    Ok(dataset)
}

fn in_languages(texts: Vec<(&str, &str)>) -> Value {
    let text = |(code, text): (&str, &str)| {
        if code.is_empty() { text.into() } else { json!({"@value": text, "@language": code}) }
    };
    texts.into_iter().map(text).collect()
}

/// Hands on each thing that a table names and knows to have an address elsewhere: the column that names it has a class,
/// those with the addresses have a property.
fn each_thing(package: &Package, table: &Table, emit: &mut dyn FnMut(Map<String, Value>) -> Result<()>) -> Result<()> {
    let fields = &table.schema().fields;
    let Some((name, class)) = fields.iter().enumerate().find_map(|(at, field)| Some((at, field.rdf_type.as_ref()?)))
    else {
        return Ok(());
    };
    let mut rows = package.rows(table)?;
    while let Some(record) = rows.next_record()? {
        let mut thing = Map::new();
        thing.insert("@type".to_owned(), term(class).into());
        thing.insert("name".to_owned(), record.text(name)?.into());
        for (cell, field) in fields.iter().enumerate() {
            let Some(property) = field.property_url.as_deref().filter(|_| field.has_addresses()) else { continue };
            let items = record.value(cell, field)?;
            let addresses = items.items().iter().filter_map(|item| field.address(&item.plain("")));
            let value = one_or_all(addresses.map(|address| reference(property, address)).collect());
            if value != Value::Array(Vec::new()) {
                thing.insert(term(property).to_owned(), value);
            }
        }
        if thing.len() > 2 {
            emit(thing)?;
        }
    }
    Ok(())
}

/// A value that is the only one, or all of them.
fn one_or_all(mut values: Vec<Value>) -> Value {
    if values.len() == 1 { values.swap_remove(0) } else { values.into() }
}

/// A class or a property as it stands in the page.
fn term(address: &str) -> &str {
    address.strip_prefix(SCHEMA).unwrap_or(address)
}

/// An address as the value of a property: the vocabulary knows of its own that they are addresses.
fn reference(property: &str, address: String) -> Value {
    if property.starts_with(SCHEMA) { address.into() } else { json!({"@id": address}) }
}

/// JSON that ends no element and in which nothing acts on a reader's screen, and that says the same.
fn escaped(json: &str) -> String {
    escape_in_json_besides(json, &|character| character == '<' || is_no_character(character))
}
