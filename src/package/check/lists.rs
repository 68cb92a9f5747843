//! Checking lists: that a row's sources and locators are equally many, and that marks name columns.

use super::hints::{ColumnNames, Hints};
use crate::package::{FieldType, Record, Table};
use crate::words::words;

/// The lists of a table's rows that must be equally long: keys, and where in what they lead to.
pub(super) fn pairs(table: &Table) -> Vec<[usize; 2]> {
    let is_list = |index: &usize| table.schema().fields[*index].field_type == FieldType::List;
    let pairs = table.schema().keys().filter_map(|key| {
        let pair = [table.index_of(key.column())?, table.index_of(key.locator.as_deref()?)?];
        pair.iter().all(is_list).then_some(pair)
    });
    pairs.collect()
}

/// The locators of a row that are more or fewer than its sources, and what is wrong with them.
pub(super) fn uneven(table: &Table, pairs: &[[usize; 2]], record: Record) -> Vec<(usize, String)> {
    let fields = &table.schema().fields;
    let uneven = pairs.iter().filter_map(|&[own, locator]| {
        let [sources, locators] = [own, locator].map(|index| count(record.raw(index), fields[index].delimiter));
        let message = || words().uneven(&fields[locator].name, locators, &fields[own].name, sources);
        (sources != locators).then(|| (locator, message()))
    });
    uneven.collect()
}

fn count(list: &[u8], delimiter: char) -> usize {
    // The description is sound, so the delimiter is ASCII, and no part of another character.
    if list.is_empty() { 0 } else { 1 + list.iter().filter(|&&byte| char::from(byte) == delimiter).count() }
}

/// What is wrong with the items of a cell of marks: that one of them is no column of the table.
pub(super) fn wrong_mark(columns: &ColumnNames, items: &[&str], hints: &Hints) -> Option<String> {
    let other = items.iter().find(|item| columns.index_of(item).is_none())?;
    Some(columns.no_column(other, hints))
}
