//! Keys as a descriptor declares them.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Text;

/// A column whose cells name a row of another table, or several columns that do so together.
#[derive(Deserialize, Serialize)]
pub struct ForeignKey {
    /// The columns that point.
    #[serde(rename(deserialize = "fields"), deserialize_with = "some_names")]
    pub columns: Vec<String>,
    /// What it points to.
    pub reference: Reference,
    /// Columns of the other table that can be asked for through this key.
    #[serde(default)]
    pub opens: Vec<String>,
    /// The column of the other table that people are shown instead of the key.
    pub shows: Option<String>,
    /// The keys that go without saying where more is shown behind them.
    #[serde(default)]
    pub unsaid: Vec<String>,
    /// The column that says where in the source; with it the key is the row's provenance.
    pub locator: Option<String>,
    /// How the other table's rows tell how much of this table is known for each of them.
    pub coverage: Option<Coverage>,
}

/// A column that says how complete the rows are that point to its row.
#[derive(Deserialize, Serialize)]
pub struct Coverage {
    /// The column, in the table that the key points to.
    pub column: String,
    /// What to tell people where it says so; a value without a note has no gap.
    pub notes: BTreeMap<String, Text>,
    /// The notes in other languages, by their codes.
    #[serde(default)]
    pub translations: BTreeMap<String, BTreeMap<String, Text>>,
}

/// The far end of a key.
#[derive(Deserialize, Serialize)]
pub struct Reference {
    /// The other table; empty where it is the key's own.
    #[serde(default, rename(deserialize = "resource"))]
    pub table: String,
    /// The columns of it that the key repeats, in the same order.
    #[serde(rename(deserialize = "fields"), deserialize_with = "some_names")]
    pub columns: Vec<String>,
}

impl ForeignKey {
    /// The column that points, the first where there are several.
    pub fn column(&self) -> &String {
        &self.columns[0]
    }

    /// Whether it is the key that a column is by itself.
    pub fn is_of(&self, column: &str) -> bool {
        matches!(&self.columns[..], [only] if only == column)
    }
}

impl Reference {
    /// The column that the key repeats, the first where there are several.
    pub fn column(&self) -> &String {
        &self.columns[0]
    }
}

/// The standard lets a key be one name or a list of names.
///
/// Written out because serde's untagged enums read everything into a buffer first.
pub(super) fn names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Names;
    impl<'de> Visitor<'de> for Names {
        type Value = Vec<String>;

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("the name of a column or a list of names")
        }

        fn visit_str<E: de::Error>(self, name: &str) -> Result<Vec<String>, E> {
            Ok(vec![name.to_owned()])
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Vec<String>, A::Error> {
            let mut all = Vec::new();
            while let Some(name) = names.next_element()? {
                all.push(name);
            }
            Ok(all)
        }
    }
    deserializer.deserialize_any(Names)
}

/// The names of a key's columns, of which there is at least one.
fn some_names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let names = names(deserializer)?;
    if names.is_empty() { Err(de::Error::invalid_length(0, &"the name of a column")) } else { Ok(names) }
}
