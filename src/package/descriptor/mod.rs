//! `datapackage.json` as types: tables (resources) and their columns (fields).

//!
//! `build.rs` is compiled with these types, too: it reads the bundled descriptor and writes it as Rust.

mod credits;
mod field;
mod keys;
mod lazy;
mod resources;
mod views;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(crate) use credits::Contributor;
pub use credits::License;
pub(crate) use field::Constraints;
pub use field::{Category, Field, FieldType, QuantityColumns, StatusColumn, boolean};
pub(crate) use keys::Reference;
pub use keys::{Coverage, ForeignKey};
pub(crate) use lazy::Lazy;
pub use resources::OtherFile;
pub(crate) use resources::{Resources, is_csv};
pub(crate) use views::Bibliography;
pub use views::{Comparable, Comparison, Fixed, KindNames, Marks, Outlined, Profile, Timeline};

/// What is wrong with a descriptor, without the place, which serde puts last.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// The whole descriptor. Titles and descriptions are optional, as in the standard.
#[derive(Deserialize, Serialize)]
pub(super) struct Descriptor {
    #[serde(default)]
    pub name: String,
    /// What tells it from every other package, perhaps an address.
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub title: Text,
    #[serde(default)]
    pub titles: Titles,
    #[serde(default)]
    pub description: Text,
    #[serde(default)]
    pub descriptions: Titles,
    /// Where it is found on the web.
    #[serde(default)]
    pub homepage: String,
    #[serde(default)]
    pub version: String,
    /// When this version was made, a day and perhaps a time.
    #[serde(default)]
    pub created: String,
    /// The languages of its texts as codes, that of its title first.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What it is about in few words, in the language of its title.
    #[serde(default)]
    pub keywords: Lazy<Vec<String>>,
    /// The same in other languages, by their codes.
    #[serde(default, rename(deserialize = "translatedKeywords"))]
    pub translated_keywords: Lazy<BTreeMap<String, Vec<String>>>,
    /// The addresses of the themes under which catalogues list it.
    #[serde(default)]
    pub themes: Lazy<Vec<String>>,
    /// The address of the place that it is about.
    #[serde(default)]
    pub spatial: String,
    #[serde(default)]
    pub contributors: Vec<Contributor>,
    #[serde(default)]
    pub licenses: Vec<License>,
    /// Command lines to show in help and manual, by the table or the command that they are of.
    #[serde(default)]
    pub examples: Lazy<BTreeMap<String, Vec<String>>>,
    pub resources: Resources,
}

/// A table: a resource of the package with its schema.
#[derive(Deserialize, Serialize)]
pub struct Table {
    /// The table's name, which is also the command's.
    pub name: String,
    /// The heading for people.
    #[serde(default)]
    pub title: Text,
    /// The heading in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// Other names that are understood where it is typed.
    #[serde(default)]
    pub(crate) aliases: Lazy<Vec<String>>,
    /// What the table holds, in a sentence.
    #[serde(default)]
    pub description: Text,
    /// The same in other languages.
    #[serde(default)]
    pub(crate) descriptions: Titles,
    /// The file of its rows, relative to the descriptor.
    pub path: String,
    /// The columns shown to people unless they ask for others; all of them where this is empty.
    #[serde(default)]
    pub columns: Vec<String>,
    /// The columns by which a row is called when another table points to it.
    #[serde(default)]
    pub names: Vec<String>,
    /// Words that may follow a row's name without changing it.
    #[serde(default, rename(deserialize = "nameSuffixes"))]
    pub name_suffixes: Vec<String>,
    /// Whether a row may be called by a part of its name.
    #[serde(default, rename(deserialize = "nameParts"))]
    pub name_parts: bool,
    /// How a row is cited, if the rows are sources.
    pub citation: Option<Bibliography>,
    /// The source of every row, where the rows do not name one each.
    #[serde(rename(deserialize = "citedSource"))]
    pub cited_source: Option<String>,
    /// The columns that tell how sure a row's values are.
    #[serde(default)]
    pub marks: Marks,
    /// The column that lists with whom a row shares its entry, which has a row for each of them.
    pub joint: Option<String>,
    /// How the rows of different subjects are set beside each other, if they are figures.
    pub comparison: Option<Comparison>,
    /// How a subject's figures make up a profile. (The standard has a property `profile` of its own.)
    #[serde(rename(deserialize = "scoreProfile"))]
    pub profile: Option<Profile>,
    /// How the rows are laid out in time.
    pub timeline: Option<Timeline>,
    /// Where the rows lie: the file with their outlines.
    pub outlines: Option<Outlined>,
    #[serde(default, rename(deserialize = "schema"))]
    pub(super) lazy: Lazy<Schema>,
}

impl Descriptor {
    /// Command lines to show of a table or a command, or of the program where that is empty.
    pub(super) fn examples(&self, of: &str) -> &[String] {
        self.examples.get().get(of).map_or(&[], Vec::as_slice)
    }
}

impl Table {
    /// The columns and keys.
    pub fn schema(&self) -> &Schema {
        self.lazy.get()
    }

    /// Other names that are understood where it is typed.
    pub(crate) fn aliases(&self) -> &[String] {
        self.aliases.get()
    }

    /// Where a column stands among the table's own.
    pub fn index_of(&self, column: &str) -> Option<usize> {
        self.schema().fields.iter().position(|field| field.name == column)
    }
}

/// The columns of a table and how they point to other tables.
#[derive(Default, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "camelCase"))]
pub struct Schema {
    /// The columns, in the order of the file.
    pub fields: Vec<Field>,
    /// The columns whose cells together are a row's own.
    #[serde(default, deserialize_with = "keys::names")]
    pub primary_key: Vec<String>,
    #[serde(default)]
    pub(super) foreign_keys: Vec<ForeignKey>,
    #[serde(default)]
    pub(super) list_keys: Vec<ForeignKey>,
}

impl Schema {
    /// The keys to other tables whose cells are one key each.
    pub fn foreign_keys(&self) -> impl Iterator<Item = &ForeignKey> {
        self.foreign_keys.iter()
    }

    /// The keys to other tables whose cells are lists of keys.
    pub fn list_keys(&self) -> impl Iterator<Item = &ForeignKey> {
        self.list_keys.iter()
    }

    /// The keys to other tables, those of list items and those over several columns included.
    pub fn all_keys(&self) -> impl Iterator<Item = &ForeignKey> {
        self.foreign_keys().chain(self.list_keys())
    }

    /// The keys to other tables that are one column each, those of list items included.
    pub fn keys(&self) -> impl Iterator<Item = &ForeignKey> {
        self.all_keys().filter(|key| key.columns.len() == 1)
    }
}

/// Titles in other languages than English.
#[derive(Default, Deserialize, Serialize)]
pub struct Titles {
    /// In Swedish.
    #[serde(default)]
    pub sv: Text,
}

/// A text for people. Of the bundled descriptor it is where the program has it: a question reads few of them.
pub(crate) type Text = Cow<'static, str>;
