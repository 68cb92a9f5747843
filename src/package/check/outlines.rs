//! Checking outlines: that each is one, and is that of a row.

use super::Problem;
use crate::package::{Package, Table, outlines};
use crate::text::distinct;
use crate::words::words;

/// What is wrong with the outlines of a table's rows. A row may be without; an outline of none is as wrong as a key to none.
pub(super) fn check(package: &Package, table: &Table) -> Vec<Problem> {
    let (Some(outlined), Some(file)) = (&table.outlines, package.outlines_file(table)) else { return Vec::new() };
    // That it cannot be read is told of the file.
    let Ok(text) = package.file(&file.path) else { return Vec::new() };
    let read = match outlines::read(&text, &file.path) {
        Ok(read) => read,
        Err(problem) => return vec![problem],
    };
    let Some(column) = table.index_of(&outlined.column) else { return Vec::new() };
    // What is wrong with the rows is told of them.
    let Ok(known) = package.held(table, column) else { return Vec::new() };
    let known = distinct(known.into_iter());
    let unknown = read.iter().filter(|outline| !known.contains(&outline.id));
    let problem =
        |id: &str| outlines::place(&text, &file.path, id, words().no_row_with(&table.name, &outlined.column, id));
    unknown.map(|outline| problem(&outline.id)).collect()
}
