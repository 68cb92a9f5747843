//! Columns as a descriptor declares them.

use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::value::RawValue;

use super::{Lazy, Text, Titles};

/// A column.
#[derive(Deserialize, Serialize)]
pub struct Field {
    /// The column's name: flag, heading, CSV header and JSON key alike.
    pub name: String,
    /// What its cells are.
    #[serde(default, rename(deserialize = "type"))]
    pub field_type: FieldType,
    /// The heading for people.
    #[serde(default)]
    pub title: Text,
    /// The heading in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// What it means, its unit and its values.
    #[serde(default)]
    pub description: Text,
    /// The same in other languages.
    #[serde(default)]
    pub(crate) descriptions: Titles,
    /// The separator of a list's items.
    #[serde(default = "comma")]
    pub delimiter: char,
    /// What the items of a list are.
    #[serde(default, rename(deserialize = "itemType"))]
    pub item_type: FieldType,
    /// The language of its cells, as a code, where it is another than that of the package.
    #[serde(default)]
    pub language: String,
    /// The kind of thing that the cells name; of a key, where it has none, that of the column that it leads to.
    pub subject: Option<String>,
    /// The column that has the usual spelling of what this one names.
    #[serde(rename(deserialize = "spellingOf"))]
    pub spelling_of: Option<String>,
    /// The one source of the column, where the rows name those of all columns.
    #[serde(rename(deserialize = "citedSource"))]
    pub cited_source: Option<String>,
    /// The column that people are shown where this one is empty.
    #[serde(rename(deserialize = "elseShows"))]
    pub else_shows: Option<String>,
    /// The columns that people read behind this one, where they are not shown themselves.
    #[serde(default)]
    pub details: Vec<String>,
    /// Whether its text is a day, a month or a year, as exactly as is known: 2009-11-17, 2009-11 or 2009.
    #[serde(default)]
    pub dates: bool,
    /// The address that a value stands for: a URI template with the column's name in braces, as CSV on the Web has it.
    #[serde(rename(deserialize = "valueUrl"))]
    pub(crate) value_url: Option<Text>,
    /// The address of the property that ties what the row is about to the address that the value stands for.
    #[serde(rename(deserialize = "propertyUrl"))]
    pub property_url: Option<Text>,
    /// The address of the class of things that the values name.
    #[serde(rename(deserialize = "rdfType"))]
    pub rdf_type: Option<Text>,
    /// The columns that belong to the figure in this one, if it is a quantity.
    pub quantity: Option<QuantityColumns>,
    /// Other names that are understood where it is typed.
    #[serde(default)]
    pub(crate) aliases: Lazy<Vec<String>>,
    /// What the members of a fixed set are called.
    #[serde(default)]
    pub(crate) categories: Lazy<Vec<Category>>,
    /// What the cells may hold.
    #[serde(default)]
    pub constraints: Constraints,
}

fn comma() -> char {
    ','
}

/// The types of the standard that this program knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "lowercase"))]
pub enum FieldType {
    /// Text; so are values of the standard's types that have no natural order here.
    #[default]
    #[serde(alias = "any", alias = "array", alias = "datetime", alias = "duration", alias = "geojson")]
    #[serde(alias = "geopoint", alias = "object", alias = "time", alias = "yearmonth")]
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
    /// Other names that are understood where it is typed.
    pub(crate) fn aliases(&self) -> &[String] {
        self.aliases.get()
    }

    /// What the members of a fixed set are called; nothing where they have no labels, or there is no set.
    pub fn categories(&self) -> &[Category] {
        self.categories.get()
    }

    /// The fixed set that what is asked for is one of; none where it is a set of whole lists, of which items are asked for.
    pub fn choices(&self) -> &[String] {
        if self.field_type == FieldType::List { &[] } else { &self.constraints.allowed }
    }

    /// Whether its cells are days, or text that says a day as exactly as is known.
    pub fn is_date(&self) -> bool {
        self.field_type == FieldType::Date || self.dates
    }

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

/// The columns that a quantity is made of, besides its own.
#[derive(Deserialize, Serialize)]
pub struct QuantityColumns {
    /// The upper end of a range.
    pub upper: String,
    /// How sure the figure is, as a qualifier.
    pub qualifier: String,
    /// What it counts.
    pub unit: String,
    /// What it counts where that is one, in a column of this table or of one that a key opens.
    #[serde(rename(deserialize = "unitOne"))]
    pub unit_one: Option<String>,
    /// The source's own words for it.
    pub words: Option<String>,
    /// Whether it is a fact.
    pub status: Option<StatusColumn>,
}

impl QuantityColumns {
    /// The columns of the table that are parts of the figure as people read it.
    pub fn columns(&self) -> impl Iterator<Item = &String> + Clone {
        [&self.upper, &self.qualifier, &self.unit].into_iter().chain(self.status.as_ref().map(|status| &status.column))
    }
}

/// The column that tells whether a figure is a fact or something else, such as a goal.
#[derive(Deserialize, Serialize)]
pub struct StatusColumn {
    /// The column.
    pub column: String,
    /// The value of which people need not be told.
    pub plain: String,
    /// The values of the figures that are facts.
    pub facts: Vec<String>,
}

/// A member of a fixed set, and what it is called.
#[derive(Serialize)]
pub struct Category {
    /// The member, as a cell holds it.
    pub value: String,
    /// What people are shown; the member itself where there is no label.
    pub label: Text,
    /// The label in other languages.
    pub labels: Titles,
    /// Other names that are understood where it is typed.
    pub aliases: Vec<String>,
    /// Whether it is the member that a reader looks for first.
    pub emphasis: bool,
}

/// A category that has a label. The standard lets a member stand alone, too.
#[derive(Deserialize)]
struct Labelled<'d> {
    #[serde(borrow)]
    value: &'d RawValue,
    #[serde(default)]
    label: Option<Text>,
    #[serde(default)]
    labels: Titles,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    emphasis: bool,
}

impl<'de> Deserialize<'de> for Category {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Box::<RawValue>::deserialize(deserializer)?;
        if !written.get().starts_with('{') {
            let value = text_of(&written);
            return Ok(Self {
                label: value.clone().into(),
                value,
                labels: Titles::default(),
                aliases: Vec::new(),
                emphasis: false,
            });
        }
        let Labelled { value, label, labels, aliases, emphasis } =
            serde_json::from_str(written.get()).map_err(de::Error::custom)?;
        let value = text_of(value);
        Ok(Self { label: label.unwrap_or_else(|| value.clone().into()), value, labels, aliases, emphasis })
    }
}

/// What the cells of a column may hold.
#[derive(Default, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "camelCase"))]
pub struct Constraints {
    /// The fixed set of values, empty where there is none.
    #[serde(default, rename(deserialize = "enum"), deserialize_with = "texts")]
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
