//! `datapackage.json` as types: tables (resources) and their columns (fields).

use std::cell::OnceCell;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::files;
use super::keys::{ForeignKey, Names};
use super::quantity::QuantityColumns;
use super::views::{Bibliography, Comparison, Profile, Timeline};

/// What is wrong with a descriptor, without the place, which serde puts last.
pub fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// The whole descriptor. Titles and descriptions are optional, as in the standard.
#[derive(Deserialize)]
pub struct Descriptor {
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub description: String,
    pub resources: Vec<Table>,
}

/// A table: a resource of the package with its schema.
#[derive(Deserialize)]
pub struct Table {
    /// The table's name, which is also the command's.
    pub name: String,
    /// The heading for people.
    #[serde(default)]
    pub title: String,
    /// The heading in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// What the table holds, in a sentence.
    #[serde(default)]
    pub description: String,
    /// The file of its rows, relative to the descriptor.
    pub path: String,
    /// The columns shown to people unless they ask for others; all of them where this is empty.
    #[serde(default)]
    pub columns: Vec<String>,
    /// The columns by which a row is called when another table points to it.
    #[serde(default)]
    pub names: Vec<String>,
    /// Words that may follow a row's name without changing it.
    #[serde(default, rename = "nameSuffixes")]
    pub name_suffixes: Vec<String>,
    /// How a row is cited, if the rows are sources.
    pub citation: Option<Bibliography>,
    /// The source of every row, where the rows do not name one each.
    #[serde(rename = "citedSource")]
    pub cited_source: Option<String>,
    /// How the rows of different subjects are set beside each other, if they are figures.
    pub comparison: Option<Comparison>,
    /// How a subject's figures make up a profile. (The standard has a property `profile` of its own.)
    #[serde(rename = "scoreProfile")]
    pub profile: Option<Profile>,
    /// How the rows are laid out in time.
    pub timeline: Option<Timeline>,
    #[serde(rename = "schema")]
    lazy: LazySchema,
}

impl Table {
    /// What the table holds, as a phrase: its description up to a colon or the full stop.
    pub fn summary(&self) -> &str {
        self.description.split([':', '.']).next().unwrap_or_default()
    }

    /// The columns and keys.
    pub fn schema(&self) -> &Schema {
        self.lazy.get()
    }

    /// Reads the columns and keys; an error where they are not such, its place counted from where [`Self::schema_text`]
    /// begins.
    pub fn read_schema(&self) -> serde_json::Result<()> {
        if self.lazy.read.get().is_none() {
            let _ = self.lazy.read.set(serde_json::from_str(self.schema_text())?);
        }
        Ok(())
    }

    /// The schema as the descriptor writes it.
    pub fn schema_text(&self) -> &str {
        self.lazy.text.get()
    }

    /// Where a column stands among the table's own.
    pub fn index_of(&self, column: &str) -> Option<usize> {
        self.schema().fields.iter().position(|field| field.name == column)
    }
}

/// A schema that is read when it is first asked for.
#[derive(Deserialize)]
#[serde(transparent)]
struct LazySchema {
    /// The schema, or of the bundled descriptor its place among [`files::schema`]s.
    text: Box<RawValue>,
    #[serde(skip)]
    read: OnceCell<Schema>,
}

impl LazySchema {
    /// # Panics
    /// If the text is no schema. The tests rule it out for the bundled package, and a folder's package has read all
    /// its schemas before any is asked for.
    #[allow(clippy::expect_used)]
    fn get(&self) -> &Schema {
        let text = || files::schema(self.text.get()).unwrap_or(self.text.get());
        self.read.get_or_init(|| serde_json::from_str(text()).expect("a sound schema"))
    }
}

/// The columns of a table and how they point to other tables.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    pub fields: Vec<Field>,
    /// The columns whose cells together are a row's own.
    #[serde(default)]
    pub primary_key: Names,
    #[serde(default)]
    foreign_keys: Vec<ForeignKey>,
    #[serde(default)]
    list_keys: Vec<ForeignKey>,
}

impl Schema {
    /// The keys to other tables whose cells are one key each.
    #[cfg(feature = "sql")]
    pub fn foreign_keys(&self) -> impl Iterator<Item = &ForeignKey> {
        self.foreign_keys.iter().filter(|key| !key.column.is_empty())
    }

    /// The keys to other tables, those of list items included.
    pub fn keys(&self) -> impl Iterator<Item = &ForeignKey> {
        // A key over several columns, whose name is empty, is not read; `check` tells.
        self.foreign_keys.iter().chain(&self.list_keys).filter(|key| !key.column.is_empty())
    }
}

/// A column.
#[derive(Deserialize)]
pub struct Field {
    /// The column's name: flag, heading, CSV header and JSON key alike.
    pub name: String,
    /// What its cells are.
    #[serde(default, rename = "type")]
    pub field_type: FieldType,
    /// The heading for people.
    #[serde(default)]
    pub title: String,
    /// The heading in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// What it means, its unit and its values.
    #[serde(default)]
    pub description: String,
    /// What stands between the items of a list.
    #[serde(default = "comma")]
    pub delimiter: char,
    /// What the items of a list are.
    #[serde(default, rename = "itemType")]
    pub item_type: FieldType,
    /// The kind of thing that the cells name.
    pub subject: Option<Subject>,
    /// The column that has the usual spelling of what this one names.
    #[serde(rename = "spellingOf")]
    pub spelling_of: Option<String>,
    /// The columns that belong to the figure in this one, if it is a quantity.
    pub quantity: Option<QuantityColumns>,
    /// What the cells may hold.
    #[serde(default)]
    pub constraints: Constraints,
}

fn comma() -> char {
    ','
}

/// Titles in other languages than English.
#[derive(Default, Deserialize)]
pub struct Titles {
    /// In Swedish.
    #[serde(default)]
    pub sv: String,
}

/// The types of the standard that this program knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// Text.
    #[default]
    String,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// A year of four digits.
    Year,
    /// A day of the calendar.
    Date,
    /// True or false.
    Boolean,
    /// Several values, parted by a delimiter.
    List,
}

impl Field {
    /// What a cell is, or each of its items where it is a list.
    pub fn value_type(&self) -> FieldType {
        if self.field_type == FieldType::List { self.item_type } else { self.field_type }
    }
}

impl FieldType {
    /// The type's name in the standard.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Year => "year",
            Self::Date => "date",
            Self::Boolean => "boolean",
            Self::List => "list",
        }
    }

    /// Whether cells of this type are numbers, ordered and aligned as such.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Number | Self::Year)
    }
}

/// The value of a boolean cell, in any of the standard's spellings; nothing where it is none of them.
pub fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "1" => Some(true),
        "false" | "False" | "FALSE" | "0" => Some(false),
        _ => None,
    }
}

/// The kinds of things that cells name, and that can be asked for as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A municipality.
    Municipality,
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A year.
    Year,
}

/// What the cells of a column may hold.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Constraints {
    /// The fixed set of values, empty where there is none.
    #[serde(default, rename = "enum", deserialize_with = "texts")]
    pub allowed: Vec<String>,
    /// Whether every row must have it.
    #[serde(default)]
    pub required: bool,
    /// Whether no two rows may have the same.
    #[serde(default)]
    pub unique: bool,
    /// A regular expression that the whole text must match.
    pub pattern: Option<String>,
    /// The least number of characters.
    pub min_length: Option<usize>,
    /// The greatest number of characters.
    pub max_length: Option<usize>,
    /// The least value, as a cell would hold it.
    #[serde(default, deserialize_with = "text")]
    pub minimum: Option<String>,
    /// The greatest value.
    #[serde(default, deserialize_with = "text")]
    pub maximum: Option<String>,
}

/// A scalar as the text that a cell holds.
///
/// Numbers are taken as they are written: as numbers they would lose what does not fit into 64 bits.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let value = Box::<RawValue>::deserialize(deserializer)?;
    Ok((value.get() != "null").then(|| text_of(&value)))
}

/// A list of scalars as the texts that cells hold.
fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let values = Vec::<Box<RawValue>>::deserialize(deserializer)?;
    Ok(values.iter().map(|value| text_of(value)).collect())
}

fn text_of(value: &RawValue) -> String {
    serde_json::from_str(value.get()).unwrap_or_else(|_| value.get().to_owned())
}
