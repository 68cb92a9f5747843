//! Whose work a package is, and what others may do with it.

use serde::{Deserialize, Serialize};

/// Someone who has to do with the package.
#[derive(Deserialize, Serialize)]
pub(crate) struct Contributor {
    /// The name of a person or an organisation.
    #[serde(default)]
    pub title: String,
    /// Their address on the web.
    #[serde(default)]
    pub path: String,
    /// What they have to do with it: `creator`, `publisher` and the like.
    #[serde(default)]
    pub roles: Vec<String>,
}

/// A licence under which the package may be used.
#[derive(Deserialize, Serialize)]
pub struct License {
    /// Its short name: `CC0-1.0`.
    #[serde(default)]
    pub name: String,
    /// Its name in full.
    #[serde(default)]
    pub title: String,
    /// Where it is written out.
    #[serde(default)]
    pub path: String,
}

impl License {
    /// Its name in full, or else its short name.
    pub fn name_in_full(&self) -> &str {
        if self.title.is_empty() { &self.name } else { &self.title }
    }

    /// Its short name, or else its name in full.
    pub fn short_name(&self) -> &str {
        if self.name.is_empty() { &self.title } else { &self.name }
    }
}
