//! What a table is good for besides rows: citing, comparing, a profile, a timeline, a map; and how sure its rows are. Each
//! names columns of the table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Text, Titles};

/// The columns by which a source is cited, and what its kinds are called elsewhere.
#[derive(Deserialize, Serialize)]
pub struct Bibliography {
    pub author: String,
    pub title: String,
    pub published: String,
    pub isbn: String,
    pub url: String,
    pub note: String,
    pub kind: String,
    /// The column with the language of the title, as a code.
    pub language: Option<String>,
    /// The column with the id of the work that a row is a copy of.
    #[serde(rename(deserialize = "copyOf"))]
    pub copy_of: Option<String>,
    /// What each kind is called in BibTeX and in CSL-JSON.
    pub kinds: BTreeMap<String, KindNames>,
}

impl Bibliography {
    /// The columns that it names.
    pub fn columns(&self) -> impl Iterator<Item = &String> {
        let always = [&self.author, &self.title, &self.published, &self.isbn, &self.url, &self.note, &self.kind];
        always.into_iter().chain(&self.language).chain(&self.copy_of)
    }
}

/// What is set beside each other in a comparison.
#[derive(Deserialize, Serialize)]
pub struct Comparison {
    /// The column whose values are compared, a key to another table.
    pub of: String,
    /// The columns that tell what is compared; a line of the comparison has one value in each.
    pub by: Vec<String>,
    /// The rows that tell of the mean of all.
    pub mean: Fixed,
    /// The column that tells what a figure is about, where it is not about the whole of what is compared.
    pub subject: Option<String>,
    /// Which figures can be set beside each other; all of them where this is left out.
    pub comparable: Option<Comparable>,
}

/// The column, a key's included, that tells whether figures can be set beside each other.
#[derive(Deserialize, Serialize)]
pub struct Comparable {
    /// The column.
    pub column: String,
    /// The values of those that can.
    pub values: Vec<String>,
    /// The one of these values that asks for care.
    #[serde(rename(deserialize = "withCare"))]
    pub with_care: Option<String>,
}

/// The lists of columns by which a row tells how sure its values are.
#[derive(Default, Deserialize, Serialize)]
pub struct Marks {
    /// The column that lists those whose values no source states, but which follow from what sources state.
    pub inferred: Option<String>,
    /// The column that lists those on which sources disagree.
    pub disputed: Option<String>,
}

impl Marks {
    /// The columns that hold such lists.
    pub fn columns(&self) -> impl Iterator<Item = &String> {
        self.inferred.iter().chain(&self.disputed)
    }
}

/// The rows that have one value in a column.
#[derive(Deserialize, Serialize)]
pub struct Fixed {
    /// The column.
    pub column: String,
    /// The value.
    pub value: String,
}

/// The figures that make up a profile: those of a comparison that lie on the same scale.
#[derive(Deserialize, Serialize)]
pub struct Profile {
    /// The title for people.
    pub title: Text,
    /// The same in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// Which rows they are.
    pub figures: Fixed,
    /// The column that tells the year.
    pub year: String,
    /// The column that tells on which axis a figure lies, a fixed set.
    pub axis: String,
    /// The member of that set that stands for all axes at once.
    pub all: String,
    /// The ends of the scale.
    pub scale: (f64, f64),
}

/// Rows in time: a moment a row of the table that a key points to.
#[derive(Deserialize, Serialize)]
pub struct Timeline {
    /// The title for people.
    pub title: Text,
    /// The same in other languages.
    #[serde(default)]
    pub titles: Titles,
    /// The key column, whose values are the moments.
    pub key: String,
    /// The column that tells who.
    pub who: String,
    /// The column, a fixed set, that tells in which part: its members, in order, are the parts of a moment.
    pub part: String,
}

/// The outlines of rows, by which they can be placed on a map.
#[derive(Deserialize, Serialize)]
pub struct Outlined {
    /// The resource that is the file of the outlines.
    pub resource: String,
    /// The column of the table by whose values the outlines are named.
    pub column: String,
}

/// What a kind of source is called in two reference formats.
#[derive(Clone, Deserialize, Serialize)]
pub struct KindNames {
    /// The entry type of BibTeX.
    pub bibtex: String,
    /// The item type of CSL-JSON.
    pub csl: String,
}
