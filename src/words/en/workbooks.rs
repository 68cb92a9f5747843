//! What is said in workbooks, besides their rows, in English.

use super::English;
use crate::text::quoted;
use crate::words::workbooks::Workbooks;

impl Workbooks for English {
    fn sheet_of_columns(&self) -> (&'static str, [&'static str; 5]) {
        ("columns", ["table", "column", "title", "title_sv", "description"])
    }

    fn sheet_of_sources(&self) -> (&'static str, [&'static str; 3]) {
        ("citations", ["citation", "source", "in_full"])
    }

    fn sheet_on_data(&self) -> (&'static str, [&'static str; 7]) {
        ("about", ["title", "description", "version", "date", "licence", "address", "citation"])
    }

    fn too_many_rows(&self) -> &'static str {
        "more rows than a sheet holds"
    }

    fn room_for_rows(&self, most: u32) -> String {
        format!("{most} of them")
    }

    fn long_cell(&self, row: Option<u32>, column: usize, name: Option<&str>, length: usize) -> String {
        let place = row.map_or("the header".to_owned(), |row| format!("row {row}"));
        let column = name.map_or_else(|| column.to_string(), quoted);
        format!("{place}, column {column}: a cell of {length} characters")
    }
}
