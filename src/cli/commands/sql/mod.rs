//! `sql`: a SELECT over the tables of the package.
//!
//! The statement is prepared twice: first over empty tables, which tells what it reads, then over those tables filled.
//! An authorizer lets it do nothing but read.

mod guard;
mod place;

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use anyhow::{Context, Result};
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Error, Statement};

use crate::database::{Columns, Database};
use crate::exit::{quoted, usage};
use crate::output::{self, Format, Heading, Style};
use crate::package::{Column, FieldType, Package};
use guard::Guard;

/// How many steps of SQLite's machine a statement may take, and how many more for each row that it reads from: a
/// second or so over a small package, and as much for each hundred thousand rows of a large one.
const STEPS: u64 = 100_000_000;
const STEPS_PER_ROW: u64 = 2_000;

/// How many bytes of values an answer may hold, and how many more for each row read from.
const BYTES: usize = 256 << 20;
const BYTES_PER_ROW: usize = 1 << 10;

/// The longest statement, in bytes.
const LONGEST: u64 = 1 << 20;

/// Every so many steps they are counted.
const STRIDE: u16 = 10_000;

/// Answers the statement, or, where it is `-`, the one on standard input; returns how many rows there were.
///
/// What is wrong with the statement, a refused one included, is an error of usage.
pub fn run(package: &Package, statement: &str, style: Style, out: &mut dyn Write) -> Result<usize> {
    let mut sql = statement.to_owned();
    if statement == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes).context("standard input")?;
        sql = String::from_utf8(bytes).map_err(|_| usage("sql: standard input is not UTF-8".to_owned()))?;
    }
    if sql.len() as u64 > LONGEST || sql.contains('\0') {
        return Err(usage(format!("sql: a statement is text of at most {} kB, without NUL", LONGEST >> 10)));
    }
    let mut database = Database::in_memory(package, Columns::All)?;
    // One value longer than this is no answer to a question.
    database.connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 1 << 20)?;
    database.connection.pragma_update(None, "temp_store", "MEMORY")?;
    // A misspelt "name" is an error, and not a text.
    database.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    let guard = Arc::new(Guard::default());
    let watching = Arc::clone(&guard);
    database.connection.authorizer(Some(move |context: AuthContext| watching.decide(&context)))?;
    let fault = |error: Error| guard.explain(package, &sql, error);
    let reads_only = {
        let prepared = database.connection.prepare(&sql).map_err(fault)?;
        if prepared.column_count() == 0 {
            return Err(usage("sql: the statement has no answer; write a SELECT".to_owned()));
        }
        if prepared.parameter_count() > 0 {
            return Err(usage("sql: the statement has a parameter; write the value in its place".to_owned()));
        }
        prepared.readonly()
    };
    if !reads_only {
        return Err(usage("sql: the statement would write; write a SELECT".to_owned()));
    }
    database.connection.authorizer(None::<fn(AuthContext) -> Authorization>)?;
    let mut rows = 0;
    for table in package.tables().iter().filter(|table| guard.reads(&table.name)) {
        rows += database.fill(table)?;
    }
    let watching = Arc::clone(&guard);
    database.connection.authorizer(Some(move |context: AuthContext| watching.decide(&context)))?;
    guard.steps.store(STEPS + STEPS_PER_ROW * rows as u64, Ordering::Relaxed);
    let (mut strides, watching) = (guard.steps.load(Ordering::Relaxed) / u64::from(STRIDE), Arc::clone(&guard));
    let count = move || {
        strides = strides.saturating_sub(1);
        if strides == 0 {
            watching.ran_on.store(true, Ordering::Relaxed);
        }
        strides == 0
    };
    database.connection.progress_handler(STRIDE.into(), Some(count))?;
    let mut prepared = database.connection.prepare(&sql).map_err(fault)?;
    let mut answer = Answer::headed(package, &prepared);
    answer.fill(&mut prepared, BYTES + BYTES_PER_ROW * rows, fault)?;
    answer.write(style, out)
}

/// The rows of an answer, all of them: what a column holds is known only at the end.
struct Answer<'p> {
    headings: Vec<(Heading, Option<Column<'p>>)>,
    rows: Vec<Vec<Value>>,
}

impl<'p> Answer<'p> {
    fn headed(package: &'p Package, statement: &Statement) -> Self {
        let origin = |table: Option<&str>, column: Option<&str>| {
            let table = package.table(table?)?;
            package.columns(table).find(|own| Some(own.field.name.as_str()) == column)
        };
        let columns = statement.columns_with_metadata();
        let headings =
            columns.map(|column| (Heading::text(column.name()), origin(column.table_name(), column.origin_name())));
        Self { headings: headings.collect(), rows: Vec::new() }
    }

    fn fill(&mut self, statement: &mut Statement, most: usize, fault: impl Fn(Error) -> anyhow::Error) -> Result<()> {
        let mut rows = statement.raw_query();
        let mut held = 0;
        while let Some(row) = rows.next().map_err(&fault)? {
            let mut values = Vec::with_capacity(self.headings.len());
            for index in 0..self.headings.len() {
                let value = row.get_ref(index).map_err(&fault)?;
                held += size_of::<Value>()
                    + if let ValueRef::Text(text) | ValueRef::Blob(text) = value { text.len() } else { 0 };
                values.push(value.try_into().map_err(|_| usage("sql: a text that is not UTF-8".to_owned()))?);
            }
            if held > most {
                return Err(usage(format!("sql: the answer holds more than {} MB; narrow it down", most >> 20)));
            }
            self.rows.push(values);
        }
        Ok(())
    }

    fn write(mut self, style: Style, out: &mut dyn Write) -> Result<usize> {
        for index in 0..self.headings.len() {
            let (heading, origin) = &mut self.headings[index];
            let mut values = self.rows.iter().map(|row| &row[index]).filter(|value| **value != Value::Null);
            if values.clone().all(|value| matches!(value, Value::Integer(_) | Value::Real(_)))
                && values.next().is_some()
            {
                heading.field_type = FieldType::Number;
            } else if let Some(column) = origin.filter(|column| column.field_type() == FieldType::List) {
                // Lists come out as the table has them, unless the column holds something else, too.
                if values.all(|value| items(value, column.delimiter()).is_some()) {
                    heading.field_type = FieldType::List;
                    heading.delimiter = column.delimiter();
                }
            }
        }
        let headings: Vec<Heading> = self.headings.iter().map(|(heading, _)| heading.clone()).collect();
        one_name_each(&headings, style.format)?;
        let mut answer = output::start(style, headings.clone(), out)?;
        for row in &self.rows {
            let cells: Vec<String> = headings.iter().zip(row).map(|(heading, value)| text(value, heading)).collect();
            answer.row(&cells.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        answer.end()?;
        Ok(self.rows.len())
    }
}

/// In an object of JSON, the second of two keys alike would hide the first.
fn one_name_each(headings: &[Heading], format: Format) -> Result<()> {
    let twice = headings
        .iter()
        .enumerate()
        .find(|(at, heading)| headings[..*at].iter().any(|other| other.name == heading.name));
    match twice {
        Some((_, heading)) if matches!(format, Format::Json | Format::Jsonl) => {
            Err(usage(format!("sql: two columns are called {}; give one another name with AS", quoted(&heading.name))))
        }
        _ => Ok(()),
    }
}

/// The items of a JSON array, as the package's tables write a list.
fn items(value: &Value, delimiter: char) -> Option<String> {
    let Value::Text(text) = value else { return None };
    let items: Vec<String> = serde_json::from_str(text).ok()?;
    Some(items.join(delimiter.encode_utf8(&mut [0; 4])))
}

fn text(value: &Value, heading: &Heading) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        // A whole number without a decimal point, as it would be written; one of twenty digits in powers of ten.
        Value::Real(number) if number.abs() < 1e15 => number.to_string(),
        Value::Real(number) => format!("{number:?}"),
        Value::Text(_) if heading.field_type == FieldType::List => items(value, heading.delimiter).unwrap_or_default(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => {
            let mut hex = String::with_capacity(bytes.len() * 2);
            for byte in bytes {
                let _ = write!(hex, "{byte:02x}");
            }
            hex
        }
    }
}
