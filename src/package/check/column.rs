//! Checking the cells of one column.

use std::borrow::Cow;
use std::mem;

use regex_lite::Regex;

use super::declared::Declared;
use super::hints::{ColumnNames, Hints, Names};
use super::keys::{Target, Targets};
use super::places::Places;
use super::value::{self, Kind, Value};
use super::{lists, lossy};
use crate::package::{Field, FieldType, Package, QuantityCells, Record, Table};
use crate::words::words;

/// A column, and what its cells are held against.
pub(super) struct Column<'c> {
    field: &'c Field,
    /// As what its values are told apart.
    kind: Kind,
    pattern: Option<Regex>,
    /// What else its description asks.
    declared: Declared,
    /// The fixed set of its values, if it has one, and that of its categories, of which items of lists are.
    allowed: Option<Box<Allowed<'c>>>,
    categories: Option<Box<Allowed<'c>>>,
    /// Where each value stands, if it may stand once only.
    seen: Option<Box<Places>>,
    /// What its cells are keys to.
    targets: Vec<&'c Target>,
    /// The figure that begins in it.
    pub figure: Option<QuantityCells>,
    is_of_marks: bool,
}

/// A fixed set of values.
struct Allowed<'c> {
    members: Cow<'c, [String]>,
    places: Places,
    names: Names<'c>,
}

/// So many members are looked at as they are written first, since most cells are written as they are.
const FEW: usize = 16;

impl<'c> Column<'c> {
    /// A column of a table, whose keys lead to the targets.
    pub(super) fn new(
        package: &Package,
        table: &Table,
        field: &'c Field,
        targets: &'c Targets,
        mut declared: Declared,
    ) -> Self {
        let constraints = &field.constraints;
        let keys = table.schema().keys().filter(|key| key.is_of(&field.name));
        let kind = declared.kind(field);
        let set = |members: Cow<'c, [String]>| {
            if members.is_empty() { None } else { Some(Allowed::new(field, kind, members).into()) }
        };
        Self {
            field,
            kind,
            categories: set(mem::take(&mut declared.categories).into()),
            declared,
            pattern: constraints.pattern.as_ref().and_then(|pattern| value::expression(pattern)),
            allowed: set((&constraints.allowed).into()),
            seen: constraints.unique.then(Box::default),
            targets: keys.filter_map(|key| targets.of(package, table, key)).collect(),
            figure: table.quantity(field),
            is_of_marks: table.marks.columns().any(|column| *column == field.name),
        }
    }

    /// What is wrong with a cell by itself and as a key; at most one thing, the plainest first.
    pub(super) fn wrong(&mut self, cell: usize, record: Record, names: &ColumnNames, hints: &Hints) -> Option<String> {
        let (field, raw) = (self.field, record.raw(cell));
        if record.is_unread(cell) {
            return Some(words().not_of_its_form(&lossy(raw)));
        }
        let is_value = self.declared.has_empty_values && record.is_empty_in_file(cell);
        if raw.is_empty() && !is_value {
            return field.constraints.required.then(|| words().value_required(&field.name));
        }
        let Ok(text) = std::str::from_utf8(raw) else { return Some(words().looks_like("windows-1252")) };
        let (one, several);
        let items: &[&str] = if field.field_type == FieldType::List {
            several = value::items(field, text);
            &several
        } else {
            one = [text];
            &one
        };
        if field.field_type == FieldType::List && items.iter().any(|item| item.is_empty()) {
            return Some(words().empty_item(text));
        }
        items
            .iter()
            .find_map(|item| value::wrong_type(field.value_type(), item).or_else(|| value::wrong_date(field, item)))
            .or_else(|| items.iter().find_map(|item| self.declared.wrong_type(item)))
            .or_else(|| self.declared.out_of_bounds(field, text))
            .or_else(|| self.allowed.as_ref()?.wrong(self.kind, text, items, hints))
            .or_else(|| items.iter().find_map(|item| self.categories.as_ref()?.wrong(self.kind, item, &[item], hints)))
            .or_else(|| if self.is_of_marks { lists::wrong_mark(names, items, hints) } else { None })
            .or_else(|| self.wrong_length(text, items.len()))
            .or_else(|| self.no_match(text))
            .or_else(|| self.stands_already(text, items, record.line()))
            .or_else(|| items.iter().find_map(|item| self.targets.iter().find_map(|it| it.missing(&[item], hints))))
    }

    /// What is wrong with how many characters a text has, items a list or an array, or members an object.
    fn wrong_length(&self, text: &str, items: usize) -> Option<String> {
        let constraints = &self.field.constraints;
        let (least, most) = (constraints.min_length, constraints.max_length);
        least.or(most)?;
        let (of, length) = match self.field.field_type {
            FieldType::List => ("list", items),
            _ => self.declared.length(text).unwrap_or_else(|| ("string", text.chars().count())),
        };
        let is_short = least.is_some_and(|least| length < least);
        let bound = if is_short { least } else { most.filter(|most| length > *most) };
        Some(words().wrong_length(text, (of, length), bound?, is_short))
    }

    fn no_match(&self, text: &str) -> Option<String> {
        let (pattern, expression) = (self.field.constraints.pattern.as_deref()?, self.pattern.as_ref()?);
        (!expression.is_match(text)).then(|| words().no_match(text, pattern))
    }

    fn stands_already(&mut self, text: &str, items: &[&str], line: u64) -> Option<String> {
        let earlier = self.seen.as_mut()?.add(&values(self.kind, items), line)?;
        Some(words().stands_already(text, earlier))
    }
}

impl<'c> Allowed<'c> {
    fn new(field: &Field, kind: Kind, members: Cow<'c, [String]>) -> Self {
        let mut places = Places::default();
        for member in &*members {
            places.add(&values(kind, &value::items(field, member)), 0);
        }
        let names = match &members {
            Cow::Borrowed(members) => members.iter().map(|it| Cow::from(&**it)).collect(),
            Cow::Owned(members) => members.iter().map(|it| Cow::from(it.clone())).collect(),
        };
        Self { members, places, names: Names::new(names) }
    }

    /// What is wrong with a cell that is none of the set.
    fn wrong(&self, kind: Kind, text: &str, items: &[&str], hints: &Hints) -> Option<String> {
        let is_written = self.members.iter().take(FEW).any(|member| member == text);
        if is_written || self.places.has(&values(kind, items)) {
            return None;
        }
        Some(words().none_of_set(text, &self.members) + &self.names.hint(text, hints))
    }
}

/// What a cell with these items is told apart by: a list is one value, and equal to those that have the same.
fn values(kind: Kind, items: &[&str]) -> Vec<Value> {
    items.iter().map(|item| Value::new(kind, item.as_bytes())).collect()
}
