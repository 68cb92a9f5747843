//! The shape of a description: that each property has a value of the kind that it is to have.
//!
//! Publishers' descriptions have much that is of another kind, and little of it is needed to answer a question: it is told,
//! with its place, and taken away before the description is read.

mod kinds;

use serde_json::{Map, Value};

use super::{Problem, place};
use crate::words::words;
use kinds::{CONSTRAINTS, CONTRIBUTOR, DIALECT, FIELD, KEY, Kinds, LICENSE, PACKAGE, REFERENCE, RESOURCE, SCHEMA};

/// More problems than this are not told of a description: with each the text is read again, for its place.
const MOST: usize = 100;

/// A whole number that is written with a point, as `1.0`.
pub(super) fn whole(value: &Value) -> Option<i64> {
    // Larger ones, of which the last digits are not known, are written with an exponent.
    value.is_f64().then(|| value.to_string().strip_suffix(".0")?.parse().ok())?
}

/// Makes a description one that can be read, and tells what it was.
pub(super) struct Shaper<'t> {
    /// The file of it, and its text.
    pub file: &'t str,
    pub text: &'t str,
    pub problems: Vec<Problem>,
    /// Whether the description is another than it was.
    pub is_changed: bool,
}

impl<'t> Shaper<'t> {
    /// Of the text of a file.
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Self { file, text, problems: Vec::new(), is_changed: false }
    }

    /// A problem with the value to which a pointer leads.
    pub(super) fn problem(&self, pointer: &str, message: String) -> Problem {
        place::problem((self.file, self.text), pointer, message)
    }

    /// Adds one.
    pub(super) fn add(&mut self, pointer: &str, message: String) {
        if self.problems.len() < MOST {
            self.problems.push(self.problem(pointer, message));
        }
    }

    /// The package, but for its resources.
    pub(super) fn package(&mut self, package: &mut Value) {
        self.object(package, "", PACKAGE);
        self.each(package, "", "licenses", &mut |own, license, at| {
            own.object(license, at, LICENSE);
            if is_empty(license) {
                own.add(at, words().license_without_name().to_owned());
            }
        });
        self.each(package, "", "sources", &mut |own, source, at| {
            if is_empty(source) {
                own.add(at, words().property_missing("title", "source"));
            }
        });
        self.each(package, "", "contributors", &mut |own, it, at| {
            own.object(it, at, CONTRIBUTOR);
            if is_empty(it) {
                own.add(at, words().property_missing("title", "contributor"));
            }
            // As the first version of the standard has it.
            if let (Some(role), true) = (it["role"].as_str().map(str::to_owned), it["roles"].is_null()) {
                it["roles"] = Value::from(vec![role]);
                own.is_changed = true;
            }
        });
    }

    /// A resource, but for its schema.
    pub(super) fn resource(&mut self, resource: &mut Value, at: &str) {
        self.object(resource, at, RESOURCE);
    }

    /// A dialect; false where it is none.
    pub(super) fn dialect(&mut self, dialect: &mut Value, at: &str) -> bool {
        if !dialect.is_object() && !dialect.is_null() {
            self.add(at, words().wrong_kind("dialect", "object", &dialect.to_string()));
            return false;
        }
        self.object(dialect, at, DIALECT);
        true
    }

    /// A schema; false where it has no columns that could be read.
    pub(super) fn schema(&mut self, schema: &mut Value, at: &str) -> bool {
        if !schema.is_object() {
            self.add(at, words().wrong_kind("schema", "object", &schema.to_string()));
            return false;
        }
        if schema.get("fields").is_none() {
            self.add(at, words().property_missing("fields", "schema"));
        }
        self.object(schema, at, SCHEMA);
        if schema.get("fields").is_none() {
            return false;
        }
        self.missing_values(schema, at);
        let mut is_named = true;
        self.each(schema, at, "fields", &mut |own, field, at| {
            // Of another type it is someone else's property.
            let delimiter = field["delimiter"].as_str().filter(|_| field["type"] == "list");
            if let Some(delimiter) = delimiter.filter(|delimiter| delimiter.chars().count() != 1) {
                let written = Value::from(delimiter).to_string();
                own.add(&format!("{at}/delimiter"), words().not_read("delimiter", &written, field["name"].as_str()));
            }
            own.object(field, at, FIELD);
            own.missing_values(field, at);
            if let Some(constraints) = field.get_mut("constraints") {
                own.object(constraints, &format!("{at}/constraints"), CONSTRAINTS);
            }
            if field["name"].as_str().is_none() {
                own.add(at, words().property_missing("name", "field"));
                is_named = false;
            }
        });
        for keys in ["foreignKeys", "listKeys"] {
            self.keys(schema, at, keys);
        }
        is_named
    }

    /// What stands for no value: texts, each alone or beside what it is called.
    fn missing_values(&mut self, of: &mut Value, at: &str) {
        self.each(of, at, "missingValues", &mut |own, missing, at| {
            let value = missing.get("value").unwrap_or(missing);
            if !value.is_string() {
                own.add(at, words().wrong_kind("missingValues", "texts", &missing.to_string()));
            }
        });
    }

    /// The keys of a schema: what does not say where it leads is none.
    fn keys(&mut self, schema: &mut Value, at: &str, name: &str) {
        let mut sound = Vec::new();
        self.each(schema, at, name, &mut |own, key, at| {
            own.object(key, at, KEY);
            if let Some(reference) = key.get_mut("reference") {
                own.object(reference, &format!("{at}/reference"), REFERENCE);
            }
            for (pointer, property) in
                [("/fields", "fields"), ("/reference", "reference"), ("/reference/fields", "reference/fields")]
            {
                let names = key.pointer(pointer);
                if names.is_none_or(|names| names.as_array().is_some_and(Vec::is_empty)) {
                    own.add(at, words().property_missing(property, "foreignKey"));
                    sound.push(false);
                    return;
                }
            }
            sound.push(true);
        });
        if let Some(keys) = schema.get_mut(name).and_then(Value::as_array_mut).filter(|_| sound.contains(&false)) {
            let mut sound = sound.into_iter();
            keys.retain(|_| sound.next() == Some(true));
            self.is_changed = true;
        }
    }

    fn each(&mut self, of: &mut Value, at: &str, name: &str, shape: &mut dyn FnMut(&mut Self, &mut Value, &str)) {
        for (index, value) in of.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten().enumerate() {
            shape(self, value, &format!("{at}/{name}/{index}"));
        }
    }

    fn object(&mut self, value: &mut Value, at: &str, kinds: Kinds) {
        let Some(object) = value.as_object_mut() else { return };
        for (name, kind) in kinds {
            let Some(value) = object.get(*name).filter(|value| !kind.fits(value)) else { continue };
            // Of a list, that which does not fit.
            let item = value.as_array().and_then(|list| kind.item()?.misfit(list));
            let (of, kind_of, value) = match item {
                Some((index, item)) => (format!("{name}/{index}"), kind.item().unwrap_or(*kind), item),
                None => ((*name).to_owned(), *kind, value),
            };
            if let Some(message) = kind_of.wrong(&of, value) {
                self.add(&format!("{at}/{of}"), message);
            }
            kind.mend(object, name);
            self.is_changed = true;
        }
    }
}

/// Whether it says nothing.
fn is_empty(value: &Value) -> bool {
    value.as_object().is_some_and(Map::is_empty)
}
