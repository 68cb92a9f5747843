//! `sql`: a SELECT over the tables of the package.
//!
//! The statement is prepared twice: first over empty tables, which tells what it reads, then over those tables filled.
//! An authorizer lets it do nothing but read.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Error, Statement};

use crate::database::{Columns, Database};
use crate::exit::{did_you_mean, quoted, usage};
use crate::output::{self, FormatName, Heading, Style};
use crate::package::{Column, Kind, Package};
use crate::text::visible;

/// How many steps of SQLite's machine a statement may take, and how many more for each row that it reads from: a
/// second or so over a small package, and as much for each hundred thousand rows of a large one.
const STEPS: u64 = 100_000_000;
const STEPS_PER_ROW: u64 = 2_000;

/// How many bytes of values an answer may hold, and how many more for each row read from.
const BYTES: usize = 256 << 20;
const BYTES_PER_ROW: usize = 1 << 10;

/// Every so many steps they are counted.
const STRIDE: u16 = 10_000;

/// The pragmas that only describe.
const DESCRIBING: [&str; 8] = [
    "table_info",
    "table_xinfo",
    "table_list",
    "foreign_key_list",
    "index_list",
    "index_info",
    "function_list",
    "collation_list",
];

/// Answers the statement, or, where it is `-`, the one on standard input; returns how many rows there were.
///
/// What is wrong with the statement, a refused one included, is an error of usage.
pub fn run(package: &Package, statement: &str, style: Style, out: &mut dyn Write) -> Result<usize> {
    let mut sql = statement.to_owned();
    if statement == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("standard input")?;
        sql = String::from_utf8(bytes).map_err(|_| usage("sql: standard input is not UTF-8".to_owned()))?;
    }
    let mut database = Database::in_memory(package, Columns::All)?;
    // One value longer than this is no answer to a question.
    database.connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 16 << 20)?;
    let guard = Arc::new(Guard::default());
    let watching = Arc::clone(&guard);
    database.connection.authorizer(Some(move |context: AuthContext| watching.decide(&context)))?;
    let fault = |error: Error| guard.explain(package, &sql, error);
    let reads_only = {
        let prepared = database.connection.prepare(&sql).map_err(fault)?;
        if prepared.column_count() == 0 {
            return Err(usage("sql: the statement has no answer; write a SELECT".to_owned()));
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

/// Lets a statement read and remembers what it read, or why it was stopped.
#[derive(Default)]
struct Guard {
    tables: Mutex<Vec<String>>,
    refused: Mutex<Option<String>>,
    ran_on: AtomicBool,
    /// How many steps it may take.
    steps: AtomicU64,
}

impl Guard {
    fn decide(&self, context: &AuthContext) -> Authorization {
        let allowed = match context.action {
            AuthAction::Read { table_name, .. } => {
                let mut tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
                if !tables.iter().any(|known| known == table_name) {
                    tables.push(table_name.to_owned());
                }
                true
            }
            AuthAction::Select | AuthAction::Recursive => true,
            AuthAction::Function { function_name } => function_name != "load_extension",
            AuthAction::Pragma { pragma_name, .. } => DESCRIBING.contains(&pragma_name),
            _ => false,
        };
        if allowed {
            return Authorization::Allow;
        }
        let debug = format!("{:?}", context.action);
        let name = debug.split([' ', '{', '(']).next().unwrap_or_default().to_owned();
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(name);
        Authorization::Deny
    }

    fn reads(&self, table: &str) -> bool {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|name| name.eq_ignore_ascii_case(table))
    }

    /// What SQLite says of a failed statement, where it failed and what was probably meant.
    fn explain(&self, package: &Package, sql: &str, error: Error) -> anyhow::Error {
        if self.ran_on.load(Ordering::Relaxed) {
            return usage(format!(
                "sql: the statement did not end within {} million steps; does a recursive part of it never stop?",
                self.steps.load(Ordering::Relaxed) / 1_000_000
            ));
        }
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).take();
        match error {
            Error::MultipleStatement => usage("sql: more than one statement; give one at a time".to_owned()),
            Error::SqlInputError { msg, offset, .. } => {
                placed(package, sql, &msg, usize::try_from(offset).unwrap_or(0))
            }
            Error::SqliteFailure(_, Some(msg)) => match (refused, place_of(&msg, sql)) {
                (Some(action), _) => usage(format!("sql: {msg}: {action}; the statement may only read")),
                (None, Some(offset)) => placed(package, sql, &msg, offset),
                (None, None) => usage(format!("sql: {}", visible(&msg))),
            },
            other => usage(format!("sql: {}", visible(&other.to_string()))),
        }
    }
}

/// Where a failure is whose place SQLite does not tell: at the name that it speaks of, or at the end.
fn place_of(message: &str, sql: &str) -> Option<usize> {
    match message.strip_prefix("no such table: ") {
        Some(name) => word(sql, name.rsplit('.').next().unwrap_or(name)),
        None => (message == "incomplete input").then_some(sql.trim_end().len()),
    }
}

/// Where a word stands, in any case of its ASCII letters.
fn word(sql: &str, word: &str) -> Option<usize> {
    let (lower, word) = (sql.to_ascii_lowercase(), word.to_ascii_lowercase());
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let mut found = lower.match_indices(&word).map(|(at, found)| (at, at + found.len()));
    let whole = |&(from, to): &(usize, usize)| !lower[..from].ends_with(is_part) && !lower[to..].starts_with(is_part);
    found.find(whole).map(|(from, _)| from)
}

fn placed(package: &Package, sql: &str, message: &str, offset: usize) -> anyhow::Error {
    let (place, excerpt) = spot(sql, offset);
    usage(format!("sql:{place}: {}{}\n{excerpt}", visible(message), hint(package, message)))
}

/// The line and the character of a byte of the statement, and the line itself with a mark under it.
fn spot(sql: &str, offset: usize) -> (String, String) {
    let offset = (0..=offset.min(sql.len())).rev().find(|&at| sql.is_char_boundary(at)).unwrap_or(0);
    let before = &sql[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = sql[start..].lines().next().unwrap_or_default();
    let place = format!("{}:{}", 1 + before.matches('\n').count(), 1 + before[start..].chars().count());
    let mark = " ".repeat(visible(&before[start..]).chars().count());
    (place, format!("  {}\n  {mark}^", visible(line)))
}

/// What was probably meant by a name that SQLite does not know.
fn hint(package: &Package, message: &str) -> String {
    let tables = package.tables();
    if let Some(name) = message.strip_prefix("no such table: ") {
        return did_you_mean(name, tables.iter().map(|table| table.name.as_str()));
    }
    let Some(name) = message.strip_prefix("no such column: ") else { return String::new() };
    let name = name.rsplit('.').next().unwrap_or(name);
    let columns = tables.iter().flat_map(|table| package.columns(table)).map(|column| column.field.name.as_str());
    did_you_mean(name, columns)
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
                heading.kind = Kind::Number;
            } else if let Some(column) = origin.filter(|column| column.kind() == Kind::List) {
                // Lists come out as the table has them, unless the column holds something else, too.
                if values.all(|value| items(value, column.delimiter()).is_some()) {
                    heading.kind = Kind::List;
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
fn one_name_each(headings: &[Heading], format: FormatName) -> Result<()> {
    let twice = headings
        .iter()
        .enumerate()
        .find(|(at, heading)| headings[..*at].iter().any(|other| other.name == heading.name));
    match twice {
        Some((_, heading)) if matches!(format, FormatName::Json | FormatName::Jsonl) => {
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
        Value::Text(_) if heading.kind == Kind::List => items(value, heading.delimiter).unwrap_or_default(),
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

#[cfg(test)]
mod tests {
    use super::spot;

    #[test]
    fn a_place_is_a_line_and_a_character() {
        let sql = "SELECT 'å',\n\tx FROM y";
        let offset = sql.find('x').expect("x");
        assert_eq!(spot(sql, offset), ("2:2".to_owned(), "  \\tx FROM y\n    ^".to_owned()));
        assert_eq!(spot("", 9), ("1:1".to_owned(), "  \n  ^".to_owned()));
    }
}
