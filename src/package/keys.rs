//! Keys as a descriptor declares them.

use std::collections::HashMap;
use std::fmt;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

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
    /// The column that says where in the source; with it the key is the row's provenance.
    pub locator: Option<String>,
    /// How the other table's rows tell how much of this table is known for each of them.
    pub coverage: Option<Coverage>,
}

/// A column that says how complete the rows are that point to its row.
#[derive(Deserialize)]
pub struct Coverage {
    /// The column, in the table that the key points to.
    pub column: String,
    /// What to tell people where it says so; a value without a note has no gap.
    pub notes: HashMap<String, String>,
}

/// The far end of a key.
#[derive(Deserialize)]
pub struct Reference {
    /// The other table; empty where it is the key's own.
    #[serde(default, rename = "resource")]
    pub table: String,
    /// The column of it that the key repeats.
    #[serde(rename = "fields", deserialize_with = "one_name")]
    pub column: String,
}

/// One name or a list of names.
#[derive(Default, Deserialize)]
#[serde(untagged)]
pub enum Names {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl Names {
    /// The names, in order.
    pub fn as_slice(&self) -> &[String] {
        match self {
            Self::None => &[],
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

/// The standard lets a key be one name or a list of names; one over several columns is read as empty.
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
            let mut several = false;
            while names.next_element::<String>()?.is_some() {
                several = true;
            }
            Ok(if several { String::new() } else { name })
        }
    }
    deserializer.deserialize_any(OneName)
}
