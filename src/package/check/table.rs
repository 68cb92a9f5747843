//! Checking the rows of one table.

use std::mem;
use std::ops::Range;

use anyhow::Result;
use serde_json::Value as Json;

use super::column::Column;
use super::declared::Declared;
use super::hints::{ColumnNames, Hints};
use super::keys::{Target, Targets};
use super::unique::UniqueKey;
use super::value::Kind;
use super::{MOST_PROBLEMS, Problem, Telling, cannot_be_read, figure, headings, lists};
use crate::package::{Package, Record, Table};
use crate::text::sort_by;
use crate::words::words;

/// Of cells that no column is declared for no more are looked at than there may be problems: a row may have millions.
const MOST_CELLS_BESIDES: usize = MOST_PROBLEMS;

/// Checks the rows of one table.
pub(super) struct Checker<'c> {
    package: &'c Package,
    table: &'c Table,
    names: ColumnNames<'c>,
    hints: Hints,
    columns: Vec<Column<'c>>,
    /// The keys over several columns, and where these stand.
    wide_keys: Vec<(Vec<usize>, &'c Target)>,
    /// The lists that must be equally long.
    pairs: Vec<[usize; 2]>,
    /// The keys that no two rows have.
    primary_key: UniqueKey,
    unique_keys: Vec<UniqueKey>,
    /// The file that is read, how many cells its rows have, and which of the columns it has, if not all.
    file: String,
    width: usize,
    is_there: Vec<bool>,
    /// Whether the file says which table it is.
    is_named_by_file: bool,
    /// What is wrong with a row, to be told in the order of its cells.
    problems: Vec<Problem>,
    /// So many of them are told; of the others only their number is.
    left: usize,
    others: usize,
}

impl<'c> Checker<'c> {
    /// For the rows of this table, whose keys lead to the targets.
    pub(super) fn new(package: &'c Package, table: &'c Table, described: &Json, targets: &'c Targets) -> Self {
        let mut declared = Declared::of_table(described).into_iter();
        let mut column = |field| Column::new(package, table, field, targets, declared.next().unwrap_or_default());
        let (schema, names) = (table.schema(), ColumnNames::of(table));
        let wide_keys = schema.foreign_keys().filter(|key| key.columns.len() > 1).filter_map(|key| {
            let cells = key.columns.iter().map(|column| names.index_of(column)).collect::<Option<Vec<_>>>()?;
            Some((cells, targets.of(package, table, key)?))
        });
        let wide_keys = wide_keys.collect();
        Self {
            package,
            table,
            hints: Hints::default(),
            columns: schema.fields.iter().map(&mut column).collect(),
            wide_keys,
            pairs: lists::pairs(table),
            names,
            primary_key: UniqueKey::primary(table, targets),
            unique_keys: UniqueKey::others(table, described, targets),
            file: table.path.clone(),
            width: schema.fields.len(),
            is_there: Vec::new(),
            is_named_by_file: table.path.rsplit('/').next().is_some_and(|file| is_called(file, &table.name)),
            problems: Vec::new(),
            left: 0,
            others: 0,
        }
    }

    /// Tells of all that is wrong with the rows.
    pub(super) fn run(mut self, told: &mut Telling) -> Result<()> {
        let before = self.package.files.state(&self.table.path);
        let mut line = 1;
        match self.rows(told, &mut line)? {
            Ok(()) if self.package.files.state(&self.table.path) != before => {
                self.add(line, 1, words().file_changed().to_owned());
            }
            Ok(()) => {}
            Err(error) => {
                let (line, column) = error.downcast_ref().map_or((line, 1), |it: &Problem| (it.line, it.column));
                // Another file of the table may be that which is not there.
                if let Some(problem) = error.downcast_ref::<Problem>() {
                    self.file.clone_from(&problem.file);
                }
                self.add(line, column, cannot_be_read(&error));
            }
        }
        self.tell(told)
    }

    /// The same; within it why they cannot be read to their end, and the line up to which they are.
    fn rows(&mut self, told: &mut Telling, line: &mut u64) -> Result<Result<()>> {
        let mut rows = match self.package.unchecked_rows(self.table) {
            Ok(rows) => rows,
            Err(error) => return Ok(Err(error)),
        };
        rows = rows.up_to(self.columns.len() + MOST_CELLS_BESIDES);
        let mut header_is_sound = (!self.package.has_header(self.table)).then_some(true);
        loop {
            let mut order = None;
            match rows.next_of_any_length() {
                Ok(Some(record)) => {
                    *line = record.line();
                    if self.file != record.file() {
                        record.file().clone_into(&mut self.file);
                    }
                    self.empty_lines(record.empty_lines(), told)?;
                    self.left = told.left();
                    match header_is_sound {
                        None => order = Some(self.order(record)),
                        Some(true) => self.row(record),
                        // Under wrong headings every cell would be a problem, and none of them would say anything.
                        Some(false) => {}
                    }
                }
                Ok(None) => break,
                Err(error) => return Ok(Err(error)),
            }
            if let Some(order) = order {
                header_is_sound = Some(order.is_some());
                self.width = rows.width();
                if let Some(order) = order {
                    self.is_there = order.iter().map(Option::is_some).collect();
                    self.package.put_in_order(&mut rows, self.table, order);
                }
            }
            if let Some((line, column)) = rows.unclosed_quote() {
                self.add(line, column, words().never_closed().to_owned());
            }
            self.tell(told)?;
        }
        self.empty_lines(rows.empty_lines(), told)?;
        if header_is_sound.is_none() {
            self.add(1, 1, words().no_headings().to_owned());
        }
        Ok(Ok(()))
    }

    /// Tells of what was found so far, in the order of the file.
    fn tell(&mut self, told: &mut Telling) -> Result<()> {
        if self.problems.len() > 1 {
            sort_by(&mut self.problems, &Ord::cmp);
        }
        self.problems.drain(..).try_for_each(|problem| told.add(problem))?;
        told.count += mem::take(&mut self.others);
        Ok(())
    }

    fn add(&mut self, line: u64, column: u64, message: String) {
        let name = &self.table.name;
        let message = if self.is_named_by_file { message } else { format!("{name}: {message}") };
        self.problems.push(Problem { file: self.file.clone(), line, column, message });
    }

    /// Adds a problem with one cell.
    fn add_at(&mut self, record: Record, cell: usize, message: String) {
        self.add_placed(record.place(cell), message);
    }

    fn add_placed(&mut self, (line, column): (u64, u64), message: String) {
        if self.problems.len() >= self.left {
            self.others += 1;
            return;
        }
        self.add(line, column, message);
    }

    /// Tells of lines before a row, of which there may be more than rows.
    fn empty_lines(&self, lines: Range<u64>, told: &mut Telling) -> Result<()> {
        for line in lines {
            let (file, message) = (self.file.clone(), words().empty_line().to_owned());
            told.add(Problem { file, line, column: 1, message })?;
        }
        Ok(())
    }

    /// Where in the file each column stands, if nothing is wrong with the headings.
    fn order(&mut self, record: Record) -> Option<Vec<Option<usize>>> {
        let found = headings::order(self.table, record, self.package.matching(self.table), &self.names, &self.hints);
        found.map_err(|wrong| wrong.into_iter().for_each(|(place, message)| self.add_placed(place, message))).ok()
    }

    fn row(&mut self, record: Record) {
        let (count, written) = (self.width, record.written_len());
        if written != count {
            // The first cell too many, or the last before those that are missing.
            let at = if written > count { count } else { written.saturating_sub(1) };
            self.add_placed(record.place_in_file(at), words().cells_of_described(written, count));
        }
        let mut columns = mem::take(&mut self.columns);
        for (cell, column) in columns.iter_mut().enumerate().take(record.cell_count()) {
            if self.is_there.get(cell) == Some(&false) {
                continue;
            }
            if let Some(message) = column.wrong(cell, record, &self.names, &self.hints) {
                self.add_at(record, cell, message);
            }
            if let Some((part, message)) = column.figure.and_then(|it| figure::wrong_parts(self.table, it, record)) {
                self.add_at(record, part, message);
            }
        }
        self.columns = columns;
        if written == count {
            for (cell, message) in lists::uneven(self.table, &self.pairs, record) {
                self.add_at(record, cell, message);
            }
            self.keys_over_several(record);
            self.primary_key(record);
            for at in 0..self.unique_keys.len() {
                if let Some((cell, message)) = self.unique_keys[at].wrong(record) {
                    self.add_at(record, cell, message);
                }
            }
        }
    }

    /// What is wrong with the keys over several columns, at the first of each. Where a cell of one is empty, it is none.
    fn keys_over_several(&mut self, record: Record) {
        let wrong = self.wide_keys.iter().filter_map(|(cells, target)| {
            let texts = cells.iter().map(|&cell| record.text(cell).ok().filter(|text| !text.is_empty()));
            let texts = texts.collect::<Option<Vec<_>>>()?;
            Some((*cells.first()?, target.missing(&texts, &self.hints)?))
        });
        for (cell, message) in wrong.collect::<Vec<_>>() {
            self.add_at(record, cell, message);
        }
    }

    fn primary_key(&mut self, record: Record) {
        let fields = &self.table.schema().fields;
        let empty = |(column, _): &&(usize, Kind)| record.raw(*column).is_empty();
        let columns = &self.primary_key.columns;
        let Some(&(first, _)) = columns.first() else { return };
        if columns.iter().filter(empty).count() == columns.len() {
            return self.add_at(record, first, words().primary_key_missing().to_owned());
        }
        // The standard asks for each of them; a value that its column requires is told of there.
        let lacking = columns.iter().filter(empty).find(|(column, _)| !fields[*column].constraints.required);
        if let Some(&(column, _)) = lacking {
            self.add_at(record, column, words().value_required(&fields[column].name));
        }
        if let Some((shown, earlier)) = self.primary_key.earlier(record) {
            self.add_at(record, first, words().primary_key_stands_already(&shown, earlier));
        }
    }
}

/// Whether a file is called as its table is, but for what tells how it is written.
fn is_called(file: &str, table: &str) -> bool {
    file.strip_prefix(table).is_some_and(|rest| rest.starts_with('.'))
}
