//! Checking the headings of a file: that they are the columns that are described, as the description has them matched.

use std::collections::HashSet;

use super::hints::{ColumnNames, Hints};
use super::lossy;
use crate::package::guess::otherwise;
use crate::package::matching::Matching;
use crate::package::{Field, Record, Table};
use crate::words::words;

/// What is wrong with one of them, and where.
type Wrong = ((u64, u64), String);

/// Where in the file each column stands, or all that is wrong with the headings.
pub(super) fn order(
    table: &Table,
    record: Record,
    matching: Matching,
    names: &ColumnNames,
    hints: &Hints,
) -> Result<Vec<Option<usize>>, Vec<Wrong>> {
    let fields = &table.schema().fields;
    let cells: Vec<&[u8]> = record.written().collect();
    let labels: Vec<String> = cells.iter().map(|cell| lossy(cell)).collect();
    if let Some(message) = otherwise::of_headings(record, fields) {
        return Err(vec![((1, 1), message)]);
    }
    let (mut wrong, mut earlier) = (Vec::new(), HashSet::new());
    let all: HashSet<&str> = labels.iter().map(|label| bare(label)).collect();
    for (cell, label) in labels.iter().enumerate() {
        let message = if let Some(field) = blank(label, cell, fields, &labels) {
            words().heading_with_blanks(label, &field.name)
        } else if names.index_of(label).is_none() {
            if matching.takes_others() {
                continue;
            }
            words().heading_not_described(label) + &names.hint(label, hints)
        } else if !earlier.insert(label) {
            words().heading_twice(label)
        } else if matching == Matching::Exact && fields.get(cell).is_none_or(|field| field.name != *label) {
            words().heading_out_of_order(label)
        } else {
            continue;
        };
        wrong.push((record.place_in_file(cell), message));
    }
    let is_found = |field: &Field| all.contains(bare(&field.name));
    let has_any = fields.iter().any(is_found);
    for field in fields.iter().filter(|field| !is_found(field)) {
        let is_wanted = field.constraints.required || table.schema().primary_key.contains(&field.name);
        if matching.wants_all() || is_wanted || !has_any {
            wrong.push(((1, 1), words().heading_missing(&field.name)));
        }
    }
    if wrong.is_empty() { matching.order(fields, &cells).ok_or(wrong) } else { Err(wrong) }
}

/// The column that a heading is but for blanks at its ends.
fn blank<'f>(label: &str, cell: usize, fields: &'f [Field], labels: &[String]) -> Option<&'f Field> {
    let is_it =
        |field: &&Field| field.name != label && bare(&field.name) == bare(label) && !labels.contains(&field.name);
    fields.get(cell).filter(is_it)
}

/// A heading less what nobody sees at its ends.
fn bare(label: &str) -> &str {
    label.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200d}' | '\u{feff}'))
}
