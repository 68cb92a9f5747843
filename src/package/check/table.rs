//! Checking the rows of one table.

use std::collections::HashMap;
use std::ops::Range;

use regex_lite::Regex;

use super::keys::Targets;
use super::value::{self, Value};
use super::{Problem, cannot_be_read, figure, lists, lossy};
use crate::error::did_you_mean;
use crate::package::guess::otherwise;
use crate::package::{Field, FieldType, Package, Record, Table};
use crate::words::words;

/// Checks the rows of one table.
pub(super) struct Checker<'c> {
    package: &'c Package,
    table: &'c Table,
    targets: &'c Targets,
    /// The expression of each column that has a pattern.
    patterns: Vec<Option<Regex>>,
    /// For each column whose values must be unique, where each value stands.
    seen: Vec<HashMap<Value, u64>>,
    /// Where each primary key stands.
    keys: HashMap<Vec<Value>, u64>,
    problems: Vec<Problem>,
}

impl<'c> Checker<'c> {
    /// For the rows of this table, whose keys lead to the targets.
    pub(super) fn new(package: &'c Package, table: &'c Table, targets: &'c Targets) -> Self {
        let fields = &table.schema().fields;
        let patterns = fields.iter().map(|field| {
            let pattern = field.constraints.pattern.as_ref()?;
            value::expression(pattern)
        });
        Self {
            package,
            table,
            targets,
            patterns: patterns.collect(),
            seen: vec![HashMap::new(); fields.len()],
            keys: HashMap::new(),
            problems: Vec::new(),
        }
    }

    /// All that is wrong with the rows.
    pub(super) fn run(mut self) -> Vec<Problem> {
        let mut rows = match self.package.unchecked_rows(self.table) {
            Ok(rows) => rows,
            Err(error) => {
                self.add(1, 1, cannot_be_read(&error));
                return self.problems;
            }
        };
        let mut unclosed = None;
        let mut header_is_sound = (!self.package.has_header(self.table)).then_some(true);
        loop {
            match rows.next_of_any_length() {
                Ok(Some(record)) => {
                    self.empty_lines(record.empty_lines());
                    match header_is_sound {
                        None => header_is_sound = Some(self.header(record)),
                        Some(true) => self.row(record),
                        // Under wrong headings every cell would be a problem, and none of them would say anything.
                        Some(false) => {}
                    }
                }
                Ok(None) => break,
                Err(error) => {
                    let (line, column) = error.downcast_ref().map_or((1, 1), |it: &Problem| (it.line, it.column));
                    self.add(line, column, cannot_be_read(&error));
                    return self.problems;
                }
            }
            unclosed = rows.unclosed_quote();
        }
        self.empty_lines(rows.empty_lines());
        if header_is_sound.is_none() {
            self.add(1, 1, words().no_headings().to_owned());
        }
        if let Some((line, column)) = unclosed {
            self.add(line, column, words().never_closed().to_owned());
        }
        self.problems
    }

    fn add(&mut self, line: u64, column: u64, message: String) {
        self.problems.push(Problem { file: self.table.path.clone(), line, column, message });
    }

    /// Adds a problem with one cell.
    fn add_at(&mut self, record: Record, cell: usize, message: String) {
        let (line, column) = record.place(cell);
        self.add(line, column, message);
    }

    fn empty_lines(&mut self, lines: Range<u64>) {
        for line in lines {
            self.add(line, 1, words().empty_line().to_owned());
        }
    }

    fn header(&mut self, record: Record) -> bool {
        let before = self.problems.len();
        let fields = &self.table.schema().fields;
        let labels: Vec<String> = (0..record.cell_count()).map(|cell| lossy(record.raw(cell))).collect();
        if let Some(message) = otherwise::of_headings(record, fields) {
            self.add(1, 1, message);
            return false;
        }
        for (cell, label) in labels.iter().enumerate() {
            if labels[..cell].iter().any(|earlier| earlier == label) {
                self.add_at(record, cell, words().heading_twice(label));
            } else if !fields.iter().any(|field| field.name == *label) {
                let hint = did_you_mean(label, fields.iter().map(|field| field.name.as_str()));
                self.add_at(record, cell, words().heading_not_described(label) + &hint);
            } else if fields.get(cell).is_none_or(|field| field.name != *label) {
                self.add_at(record, cell, words().heading_out_of_order(label));
            }
        }
        for field in fields.iter().filter(|field| !labels.contains(&field.name)) {
            self.add(1, 1, words().heading_missing(&field.name));
        }
        self.problems.len() == before
    }

    fn row(&mut self, record: Record) {
        let fields = &self.table.schema().fields;
        if record.cell_count() != fields.len() {
            // The first cell too many, or the last before those that are missing.
            let at =
                if record.cell_count() > fields.len() { fields.len() } else { record.cell_count().saturating_sub(1) };
            self.add_at(record, at, words().cells_of_described(record.cell_count(), fields.len()));
        }
        for (cell, field) in fields.iter().enumerate().take(record.cell_count()) {
            if let Some(message) = self.cell(cell, field, record) {
                self.add_at(record, cell, message);
            }
            if let Some((part, message)) = figure::wrong_parts(self.table, field, record) {
                self.add_at(record, part, message);
            }
        }
        if record.cell_count() == fields.len() {
            for (cell, message) in lists::uneven(self.table, record) {
                self.add_at(record, cell, message);
            }
            self.keys_over_several(record);
            self.primary_key(record);
        }
    }

    /// What is wrong with one cell by itself and as a key; at most one thing, the plainest first.
    fn cell(&mut self, cell: usize, field: &Field, record: Record) -> Option<String> {
        let raw = record.raw(cell);
        if record.is_unread(cell) {
            return Some(words().not_of_its_form(&lossy(raw)));
        }
        if raw.is_empty() {
            return field.constraints.required.then(|| words().value_required(&field.name));
        }
        let Ok(text) = std::str::from_utf8(raw) else { return Some(words().looks_like("windows-1252")) };
        let items: Vec<&str> =
            if field.field_type == FieldType::List { text.split(field.delimiter).collect() } else { vec![text] };
        if items.iter().any(|item| item.is_empty()) {
            return Some(words().empty_item(text));
        }
        items
            .iter()
            .find_map(|item| value::wrong_type(field.value_type(), item).or_else(|| value::wrong_date(field, item)))
            .or_else(|| value::out_of_bounds(field, text))
            .or_else(|| not_allowed(field, &items))
            .or_else(|| lists::wrong_mark(self.table, field, &items))
            .or_else(|| self.constraints(cell, field, text))
            .or_else(|| self.unique(cell, field, record))
            .or_else(|| self.foreign_keys(field, &items))
    }

    fn constraints(&self, cell: usize, field: &Field, text: &str) -> Option<String> {
        let length = text.chars().count();
        if let Some(least) = field.constraints.min_length.filter(|least| length < *least) {
            return Some(words().too_short(text, length, least));
        }
        if let Some(most) = field.constraints.max_length.filter(|most| length > *most) {
            return Some(words().too_long(text, length, most));
        }
        let pattern = field.constraints.pattern.as_deref()?;
        let matches = self.patterns[cell].as_ref().is_some_and(|regex| regex.is_match(text));
        (!matches).then(|| words().no_match(text, pattern))
    }

    fn unique(&mut self, cell: usize, field: &Field, record: Record) -> Option<String> {
        if !field.constraints.unique {
            return None;
        }
        let line = record.line();
        let earlier = self.seen[cell].insert(Value::new(field.field_type, record.raw(cell)), line)?;
        Some(words().stands_already(&lossy(record.raw(cell)), earlier))
    }

    fn foreign_keys(&self, field: &Field, items: &[&str]) -> Option<String> {
        let mut keys = self.table.schema().keys().filter(|key| key.is_of(&field.name));
        keys.find_map(|key| {
            let target = self.targets.of(self.package, self.table, key)?;
            items.iter().find_map(|item| self.targets.missing(target, &[item]))
        })
    }

    /// What is wrong with the keys over several columns, at the first of each. Where a cell of one is empty, it is none.
    fn keys_over_several(&mut self, record: Record) {
        let keys = self.table.schema().foreign_keys().filter(|key| key.columns.len() > 1);
        let wrong = keys.filter_map(|key| {
            let cells = key.columns.iter().map(|column| self.table.index_of(column)).collect::<Option<Vec<_>>>()?;
            let texts = cells.iter().map(|&cell| record.text(cell).ok().filter(|text| !text.is_empty()));
            let texts = texts.collect::<Option<Vec<_>>>()?;
            let target = self.targets.of(self.package, self.table, key)?;
            Some((*cells.first()?, self.targets.missing(target, &texts)?))
        });
        for (cell, message) in wrong.collect::<Vec<_>>() {
            self.add_at(record, cell, message);
        }
    }

    fn primary_key(&mut self, record: Record) {
        let fields = &self.table.schema().fields;
        let columns: Vec<usize> =
            self.table.schema().primary_key.as_slice().iter().filter_map(|name| self.table.index_of(name)).collect();
        let Some(&first) = columns.first() else { return };
        if columns.iter().all(|&column| record.raw(column).is_empty()) {
            self.add_at(record, first, words().primary_key_missing().to_owned());
            return;
        }
        // The standard asks for each of them; a value that its column requires is told of there.
        let lacks = |column: &&usize| record.raw(**column).is_empty() && !fields[**column].constraints.required;
        if let Some(&column) = columns.iter().find(lacks) {
            self.add_at(record, column, words().value_required(&fields[column].name));
        }
        let key = columns.iter().map(|&column| Value::new(fields[column].field_type, record.raw(column))).collect();
        if let Some(earlier) = self.keys.insert(key, record.line()) {
            let shown = columns.iter().map(|&column| lossy(record.raw(column))).collect::<Vec<_>>().join(", ");
            self.add_at(record, first, words().primary_key_stands_already(&shown, earlier));
        }
    }
}

/// What is wrong with an item that is not one of the column's fixed set.
fn not_allowed(field: &Field, items: &[&str]) -> Option<String> {
    let allowed = &field.constraints.allowed;
    let value = |text: &str| Value::new(field.value_type(), text.as_bytes());
    // Most are written as the set writes them, and need no reading.
    let is_allowed = |item: &str| {
        allowed.iter().any(|one| one == item) || {
            let item = value(item);
            allowed.iter().any(|one| value(one) == item)
        }
    };
    let other = items.iter().find(|item| !allowed.is_empty() && !is_allowed(item))?;
    let hint = did_you_mean(other, allowed.iter().map(String::as_str));
    Some(words().none_of_set(other, allowed) + &hint)
}
