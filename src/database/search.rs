//! Indexes for full-text search in an exported database, which viewers such as Datasette find and search.
//!
//! Each is a table of FTS5 (<https://sqlite.org/fts5.html>) that holds words alone and takes the text from its table.

use super::link::Link;
use super::schema::{name, names};
use crate::package::{FieldType, Package, Table};

/// Any case of a letter is one, but å, ä and ö are letters and no accents: Habo and Håbo are two municipalities, which
/// without the accents a search would take for one.
const TOKENIZER: &str = "unicode61 remove_diacritics 0";

/// What FTS5 adds to the name of an index for the tables of its own.
const ENDINGS: [&str; 6] = ["", "_data", "_idx", "_content", "_docsize", "_config"];

/// Columns that every index has already.
const TAKEN_COLUMNS: [&str; 2] = ["rank", "rowid"];

/// The index of a table's texts.
pub(super) struct Index<'p> {
    /// Its name: `metrics_fts`.
    pub name: String,
    table: &'p Table,
    columns: Vec<&'p str>,
}

/// The indexes of a database with these tables and links: one for each table that has texts.
pub(super) fn indexes<'p>(package: &Package, tables: &[&'p Table], links: &[Link]) -> Vec<Index<'p>> {
    let taken = || package.tables().iter().map(|table| &table.name).chain(links.iter().map(|link| &link.name));
    let indexes = tables.iter().map(|table| {
        let is_text = |kind: FieldType| matches!(kind, FieldType::String | FieldType::List);
        let texts = table.schema().fields.iter().filter(|field| is_text(field.field_type));
        let texts = texts.map(|field| field.name.as_str());
        let columns = texts.filter(|text| !TAKEN_COLUMNS.iter().any(|taken| taken.eq_ignore_ascii_case(text)));
        Index { name: format!("{}_fts", table.name), table, columns: columns.collect() }
    });
    // A name that the package gives is not the index's to take.
    let is_free = |index: &Index| {
        let mut own = ENDINGS.iter().map(|ending| format!("{}{ending}", index.name));
        !own.any(|own| taken().any(|taken| taken.eq_ignore_ascii_case(&own)))
    };
    indexes.filter(|index| !index.columns.is_empty() && is_free(index)).collect()
}

impl Index<'_> {
    /// The statements that make it of a table that is filled.
    pub(super) fn statements(&self) -> String {
        let (index, columns) = (name(&self.name), names(self.columns.iter().copied()));
        // Datasette looks for a table's name in quotes of this kind.
        let content = name(&self.table.name);
        format!(
            "CREATE VIRTUAL TABLE {index} USING fts5({columns}, tokenize={}, content={content});\n\
             INSERT INTO {index} ({index}) VALUES ('rebuild');",
            name(TOKENIZER)
        )
    }
}
