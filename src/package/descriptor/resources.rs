//! The resources of a package: its tables, and the files beside them that are none.

use std::fmt;
use std::path::Path;

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Table, Text};

/// The resources, tables apart from what is none: a table is what has a schema.
#[derive(Default, Serialize)]
pub(crate) struct Resources {
    /// The tables, in the package's own order.
    pub tables: Vec<Table>,
    /// The other files.
    pub files: Vec<OtherFile>,
}

/// A file of the package that is no table.
#[derive(Serialize)]
pub struct OtherFile {
    /// The name of the resource.
    pub name: Text,
    /// The file, relative to the descriptor.
    pub path: Text,
    /// The source that it is taken from.
    pub(crate) cited_source: Option<Text>,
}

/// Whether a file is one of rows, for which there must be a schema.
pub(crate) fn is_csv(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

impl<'de> Deserialize<'de> for Resources {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Resources;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a sequence")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Resources, A::Error> {
                let mut resources = Resources::default();
                while let Some(table) = all.next_element::<Table>()? {
                    if table.lazy.is_read() {
                        resources.tables.push(table);
                    } else if is_csv(&table.path) {
                        // Its rows would be lost, and nobody told.
                        return Err(de::Error::missing_field("schema"));
                    } else {
                        let Table { name, path, cited_source, .. } = table;
                        let cited_source = cited_source.map(Text::from);
                        resources.files.push(OtherFile { name: name.into(), path: path.into(), cited_source });
                    }
                }
                Ok(resources)
            }
        }
        deserializer.deserialize_seq(Each)
    }
}
