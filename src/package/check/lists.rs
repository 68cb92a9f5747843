//! Checking lists: that a row's sources and locators are equally many, and that marks name columns.

use super::no_column;
use crate::package::{Field, FieldType, Record, Table};
use crate::words::words;

/// The locators of a row that are more or fewer than its sources, and what is wrong with them.
pub(super) fn uneven(table: &Table, record: Record) -> impl Iterator<Item = (usize, String)> {
    let fields = &table.schema().fields;
    table.schema().keys().filter_map(move |key| {
        let (own, locator) = (table.index_of(key.column())?, table.index_of(key.locator.as_deref()?)?);
        let is_list = |index: usize| fields[index].field_type == FieldType::List;
        let [sources, locators] = [own, locator].map(|index| count(record.raw(index), fields[index].delimiter));
        let wrong = is_list(own) && is_list(locator) && sources != locators;
        wrong.then(|| (locator, words().uneven(&fields[locator].name, locators, key.column(), sources)))
    })
}

fn count(list: &[u8], delimiter: char) -> usize {
    // The description is sound, so the delimiter is ASCII, and no part of another character.
    if list.is_empty() { 0 } else { 1 + list.iter().filter(|&&byte| char::from(byte) == delimiter).count() }
}

/// What is wrong with the items of a column of marks: that one of them is no column of the table.
pub(super) fn wrong_mark(table: &Table, field: &Field, items: &[&str]) -> Option<String> {
    if !table.marks.columns().any(|column| *column == field.name) {
        return None;
    }
    let other = items.iter().find(|item| table.index_of(item).is_none())?;
    Some(no_column(table, other))
}
