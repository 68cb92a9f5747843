//! `datapackage.json` as types: tables (resources), their columns (fields) and keys.

use std::cell::OnceCell;
use std::fmt;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::quantity::QuantityColumns;

/// The whole descriptor.
#[derive(Deserialize)]
pub struct Descriptor {
    pub title: String,
    pub description: String,
    pub resources: Vec<Table>,
}

/// A table: a resource of the package with its schema.
#[derive(Deserialize)]
pub struct Table {
    /// The table's name, which is also the command's.
    pub name: String,
    /// The heading for people.
    pub title: String,
    /// The heading in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// What the table holds, in a sentence.
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

    /// Where a column stands among the table's own.
    pub fn index_of(&self, column: &str) -> Option<usize> {
        self.schema().fields.iter().position(|field| field.name == column)
    }
}

/// A schema that is read when it is first asked for: a question about one table needs three of eleven, and reading
/// them all would be a third of its work.
#[derive(Deserialize)]
#[serde(transparent)]
struct LazySchema {
    text: Box<RawValue>,
    #[serde(skip)]
    read: OnceCell<Schema>,
}

impl LazySchema {
    /// # Panics
    /// If the text is no schema, which [`Package::bundled`](super::Package::bundled)'s tests rule out.
    #[allow(clippy::expect_used)]
    fn get(&self) -> &Schema {
        self.read.get_or_init(|| serde_json::from_str(self.text.get()).expect("a sound schema"))
    }
}

/// The columns of a table and how they point to other tables.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    pub fields: Vec<Field>,
    #[serde(default)]
    foreign_keys: Vec<ForeignKey>,
    #[serde(default)]
    list_keys: Vec<ForeignKey>,
}

impl Schema {
    /// The keys to other tables, those of list items included.
    pub fn keys(&self) -> impl Iterator<Item = &ForeignKey> {
        self.foreign_keys.iter().chain(&self.list_keys)
    }
}

/// A column.
#[derive(Deserialize)]
pub struct Field {
    /// The column's name: flag, heading, CSV header and JSON key alike.
    pub name: String,
    /// What its cells are.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The heading for people.
    pub title: String,
    /// The heading in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// What it means, its unit and its values.
    pub description: String,
    /// What stands between the items of a list.
    #[serde(default = "comma")]
    pub delimiter: char,
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    String,
    Integer,
    Number,
    Year,
    Date,
    Boolean,
    List,
}

impl Kind {
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

/// What the cells of a column may hold.
#[derive(Default, Deserialize)]
pub struct Constraints {
    /// The fixed set of values, empty where there is none.
    #[serde(default, rename = "enum")]
    pub allowed: Vec<String>,
    /// Whether every row must have it.
    #[serde(default)]
    pub required: bool,
}

/// A column whose cells name a row of another table.
#[derive(Deserialize)]
pub struct ForeignKey {
    /// The column that points.
    #[serde(rename = "fields", deserialize_with = "one_name")]
    pub column: String,
    /// What it points to.
    pub reference: Reference,
    /// Columns of the other table that can be asked for through this key.
    #[serde(default)]
    pub opens: Vec<String>,
}

/// The far end of a key.
#[derive(Deserialize)]
pub struct Reference {
    /// The other table.
    #[serde(rename = "resource")]
    pub table: String,
    /// The column of it that the key repeats.
    #[serde(rename = "fields", deserialize_with = "one_name")]
    pub column: String,
}

/// The standard lets a key be one name or a list of names; keys over several columns open nothing here.
///
/// Written out because serde's untagged enums read everything into a buffer first.
fn one_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct OneName;
    impl<'de> Visitor<'de> for OneName {
        type Value = String;

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("the name of one column")
        }

        fn visit_str<E: de::Error>(self, name: &str) -> Result<String, E> {
            Ok(name.to_owned())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<String, A::Error> {
            let name = names.next_element()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
            match names.next_element::<String>()? {
                None => Ok(name),
                Some(_) => Err(de::Error::invalid_length(2, &self)),
            }
        }
    }
    deserializer.deserialize_any(OneName)
}
