//! What was typed for one column, or for none, and is a value of another.
//!
//! It is looked for only where a question is refused, so that an answer pays nothing for it.

use std::collections::BTreeSet;

use anyhow::Result;

use super::{Flag, choice, date, name, number, parts};
use crate::error;
use crate::package::{Column, Field, FieldType, Key, Package, Place, Record, Table};
use crate::text::{fold, fold_name};

/// What is longer, in bytes, is no name, and folding it for each column would take its time.
const LONGEST: usize = 256;

/// The columns of a table, its own first, in which something is called so.
pub fn columns_with<'p>(package: &'p Package, table: &'p Table, typed: &str) -> Result<Vec<&'p Field>> {
    let mut found = Vec::new();
    if typed.len() > LONGEST {
        return Ok(found);
    }
    for Column { field, place } in package.columns(table) {
        let (of, cell, key) = match place {
            Place::Own(cell) => (table, cell, package.key(table, field)),
            Place::Joined { key, cell } => (key.table, cell, None),
        };
        if has(package, of, cell, key, typed)? {
            found.push(field);
        }
    }
    Ok(found)
}

fn has(package: &Package, table: &Table, cell: usize, key: Option<Key>, typed: &str) -> Result<bool> {
    let field = &table.schema().fields[cell];
    let (flag, asked) = (Flag::of(field), [typed.to_owned()]);
    if field.field_type == FieldType::Year {
        return Ok(number::Ranges::parse(parts(&asked, field), flag).is_ok());
    }
    if field.field_type.is_numeric() {
        let Ok(ranges) = number::Ranges::parse(parts(&asked, field), flag) else { return Ok(false) };
        return any(package, table, |record| Ok(ranges.hold(record.raw(cell)).unwrap_or(false)));
    }
    if field.is_date() {
        let Ok(ranges) = date::Ranges::parse(parts(&asked, field), flag) else { return Ok(false) };
        return any(package, table, |record| Ok(ranges.hold(record.raw(cell)).unwrap_or(false)));
    }
    if let Some(key) = key {
        return Ok(name::named(package, key, typed)?.is_some());
    }
    if let Some(allowed) = choice::allowed(field) {
        return Ok(choice::parse(&allowed, &asked, flag).is_ok());
    }
    // A column that names things of a kind answers to all their names.
    let kind = field.subject.as_ref().and_then(|kind| package.key_of_kind(kind));
    let named = kind.map_or(Ok(None), |key| name::named(package, key, typed))?.unwrap_or_default();
    let typed = fold_name(typed);
    any(package, table, |record| {
        let value = record.value(cell, field)?;
        let is_it = |item: &str| named.contains(item.as_bytes()) || is_called(&fold_name(item), &typed);
        Ok(value.items().iter().any(|item| is_it(&item.plain(""))))
    })
}

fn any(package: &Package, table: &Table, is_meant: impl Fn(Record) -> Result<bool>) -> Result<bool> {
    let mut rows = package.rows(table)?;
    while let Some(record) = rows.next_record()? {
        if is_meant(record)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a value is what was typed, both folded, or that with a genitive s and one word behind it, as Värmlands län is
/// of Värmland.
fn is_called(value: &str, typed: &str) -> bool {
    let Some(rest) = value.strip_prefix(typed).filter(|_| !typed.is_empty()) else { return false };
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    rest.is_empty() || rest.strip_prefix(' ').is_some_and(|word| !word.contains(' '))
}

/// Refuses for a column of text what is in none of its cells, but is a code of just one of its values: the code stands in
/// another column of the table, whose form its description fixes by a pattern.
pub(super) fn refuse_codes(package: &Package, table: &Table, cell: usize, typed: &[String], flag: Flag) -> Result<()> {
    let fields = &table.schema().fields;
    let typed = typed.iter().filter(|typed| typed.bytes().any(|byte| byte.is_ascii_digit()));
    for (at, code) in fields.iter().enumerate() {
        let is_code = code.field_type == FieldType::String && code.constraints.pattern.is_some();
        if at == cell || !is_code || fields[cell].field_type != FieldType::String {
            continue;
        }
        for typed in typed.clone() {
            let (folded, mut named, mut is_part) = (fold(typed), BTreeSet::new(), false);
            let mut rows = package.rows(table)?;
            while let Some(record) = rows.next_record()? {
                is_part = is_part || fold(record.text(cell)?).contains(&*folded);
                if record.raw(at) == typed.trim().as_bytes() {
                    named.insert(record.text(cell)?.to_owned());
                }
            }
            if let (false, 1, Some(name)) = (is_part, named.len(), named.first().filter(|name| !name.is_empty())) {
                return Err(error::is_code(&flag.name(), typed, &code.name, name).into());
            }
        }
    }
    Ok(())
}

/// The name by which the package knows a thing that is called so, if it knows one: the key of a row, or the text or year
/// of a column that names things.
pub fn called(package: &Package, typed: &str) -> Result<Option<String>> {
    if typed.len() > LONGEST {
        return Ok(None);
    }
    let folded = fold_name(typed);
    for table in package.tables() {
        for (cell, field) in table.schema().fields.iter().enumerate().filter(|(_, field)| field.subject.is_some()) {
            if let Some(key) = package.key(table, field).filter(|_| !field.field_type.is_numeric()) {
                let key = name::named(package, key, typed)?.and_then(|keys| keys.into_iter().min());
                if let Some(key) = key {
                    return Ok(Some(String::from_utf8(key)?));
                }
                continue;
            }
            let mut rows = package.rows(table)?;
            while let Some(record) = rows.next_record()? {
                let value = record.value(cell, field)?;
                let mut items = value.items().iter().map(|item| item.plain(""));
                if let Some(name) = items.find(|item| !item.is_empty() && fold_name(item) == folded) {
                    return Ok(Some(name.into_owned()));
                }
            }
        }
    }
    Ok(None)
}
