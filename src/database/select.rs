//! A SELECT over the tables of a package, within limits.
//!
//! The statement is prepared twice: first over empty tables, which tells what it reads, then over those tables filled.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use rusqlite::config::DbConfig;
use rusqlite::hooks::AuthContext;
use rusqlite::limits::Limit;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{ColumnMetadata, Connection, Error, ErrorCode};

use super::attached::Attachment;
use super::authorizer::Authorizer;
use super::fault::{is_out_of_memory, of_statement, past_memory, past_time};
use super::heap::Heap;
use super::link::Link;
use super::schema::Use;
use super::worker::{Stopped, within};
use super::{Database, columns_of};
use crate::error::refused;
use crate::package::Package;
use crate::words::words;

/// How much a statement may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time in which it answers.
    pub time: Duration,
    /// The bytes that SQLite and the answer hold together, for the whole process.
    pub memory: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(30), memory: 256 << 20 }
    }
}

/// The longest value, in bytes.
const LONGEST_VALUE: i32 = 1 << 20;

/// How many bytes an allocation takes beside those that it is for, or about so.
const ALLOCATION: usize = 16;

/// The answer of a statement.
pub struct Selection {
    /// Its columns.
    pub columns: Vec<SelectedColumn>,
    /// Its rows, a value for each column.
    pub rows: Vec<Vec<Value>>,
    /// What is to be told of the attached columns that it reads.
    pub notices: Vec<String>,
}

/// A column of an answer.
pub struct SelectedColumn {
    /// Its name.
    pub name: String,
    /// The table and the column of the package that it shows, if it is no expression.
    pub origin: Option<(String, String)>,
}

/// Runs a statement over the tables of a package and files beside them. What is wrong with it, what it may not do
/// included, is an error of usage; going past a limit is none.
pub fn select(package: &Package, attachments: &[Attachment], sql: &str, limits: Limits) -> Result<Selection> {
    let heap = Arc::new(Mutex::new(Heap::limited(limits)?));
    let mut database = Database::in_memory(package, sql, &heap)?;
    database.connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    database.connection.pragma_update(None, "temp_store", "MEMORY")?;
    // A misspelt "name" is an error, and not a text.
    database.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    let of_filling = |error| if is_out_of_memory(&error) { past_memory(limits) } else { error };
    let load = |attachment: &Attachment| attachment.load(package, &database.connection, limits).map_err(of_filling);
    let attached = attachments.iter().map(load).collect::<Result<Vec<_>>>()?;

    let authorizer = Arc::new(Authorizer::default());
    let fault = |error: Error| match error.sqlite_error_code() {
        Some(ErrorCode::OutOfMemory) => past_memory(limits),
        _ => of_statement(package, &attached, sql, authorizer.refused().as_deref(), error),
    };
    database.authorize(Some(&authorizer))?;
    let statement = sql.to_owned();
    let (mut database, checked) = database.within(limits, move |connection| check(connection, &statement))?;
    if let Some(objection) = checked.map_err(fault)? {
        return Err(refused(objection.to_owned()).into());
    }

    database.authorize(None)?;
    database.fill_read(sql, &authorizer).map_err(of_filling)?;
    database.authorize(Some(&authorizer))?;
    let statement = sql.to_owned();
    let (_, selection) = database.within(limits, move |connection| run(connection, &statement, &heap))?;
    let mut selection = selection.map_err(fault)?;
    let told = attached.iter().flat_map(|table| table.notices(&authorizer.columns_read(&table.name)));
    selection.notices = told.collect();
    Ok(selection)
}

impl Database<'_> {
    /// Fills of each table that a statement reads the columns that it reads, and the tables whose lists it reads.
    fn fill_read(&self, sql: &str, authorizer: &Authorizer) -> Result<()> {
        // Of columns by which tables are joined with these words, and of tables that are read only so, nobody is told.
        let sql = sql.to_ascii_lowercase();
        let reads_all = ["using", "natural"].iter().any(|word| sql.contains(word));
        let is_read = |link: &&Link| reads_all || !authorizer.columns_read(&link.name).is_empty();
        let links: Vec<_> = self.links.iter().filter(is_read).collect();
        for table in &self.tables {
            let reads_all = reads_all || links.iter().any(|link| link.table.name == table.name);
            let read = authorizer.columns_read(&table.name);
            if reads_all || !read.is_empty() {
                let mut columns = columns_of(self.package, table, Use::Questions);
                // Rows that nobody sorts come in the order of their keys, and so of the package.
                let is_key = |column: &str| table.schema().primary_key.iter().any(|key| key == column);
                columns.retain(|column| {
                    let name = &column.field.name;
                    reads_all || is_key(name) || read.contains(&name.to_ascii_lowercase())
                });
                self.fill(table, &columns)?;
            }
        }
        links.into_iter().try_for_each(|link| self.fill_link(link))
    }

    fn authorize(&mut self, authorizer: Option<&Arc<Authorizer>>) -> Result<()> {
        let authorizer = authorizer.map(Arc::clone);
        let hook = authorizer.map(|authorizer| move |context: AuthContext| authorizer.authorize(&context));
        Ok(self.connection.authorizer(hook)?)
    }

    fn within<T: Send + 'static>(
        self,
        limits: Limits,
        job: impl FnOnce(&Connection) -> T + Send + 'static,
    ) -> Result<(Self, T)> {
        let Self { package, tables, links, connection } = self;
        match within(limits.time, connection, job) {
            Ok((connection, done)) => Ok((Self { package, tables, links, connection }, done)),
            Err(Stopped::Time) => Err(past_time(limits)),
            Err(Stopped::Memory) => Err(past_memory(limits)),
            Err(Stopped::Thread(error)) => Err(error).context("sql"),
        }
    }
}

/// What is wrong with a statement that SQLite understands.
fn check(connection: &Connection, sql: &str) -> Result<Option<&'static str>, Error> {
    let statement = connection.prepare(sql)?;
    Ok(if statement.column_count() == 0 {
        Some(words().statement_without_answer())
    } else if statement.parameter_count() > 0 {
        Some(words().statement_with_parameter())
    } else if !statement.readonly() {
        Some(words().statement_would_write())
    } else {
        None
    })
}

fn run(connection: &Connection, sql: &str, heap: &Mutex<Heap>) -> Result<Selection, Error> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.columns_with_metadata().map(|column| SelectedColumn::new(&column)).collect();
    let mut selection = Selection { columns, rows: Vec::new(), notices: Vec::new() };
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(selection.columns.len());
        let mut held = ALLOCATION + size_of::<Vec<Value>>() + size_of::<Value>() * selection.columns.len();
        for index in 0..selection.columns.len() {
            let value = row.get_ref(index)?;
            if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = value {
                held += ALLOCATION + bytes.len();
            }
            values.push(match value {
                ValueRef::Text(text) => Value::Text(str::from_utf8(text)?.to_owned()),
                other => other.try_into()?,
            });
        }
        selection.rows.push(values);
        heap.lock().unwrap_or_else(PoisonError::into_inner).hold(held)?;
    }
    Ok(selection)
}

impl SelectedColumn {
    fn new(column: &ColumnMetadata) -> Self {
        let origin = column.table_name().zip(column.origin_name());
        let origin = origin.map(|(table, column)| (table.to_owned(), column.to_owned()));
        Self { name: column.name().to_owned(), origin }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Attachment, Limits, select};
    use crate::error::Refusal;
    use crate::package::Package;

    #[test]
    fn what_takes_too_long_is_stopped_even_in_the_middle_of_a_step() {
        let package = Package::bundled();
        let limits = Limits { time: Duration::from_millis(50), ..Limits::default() };
        for sql in [
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
            "WITH t(x) AS (SELECT replace(printf('%400000s', ''), ' ', 'a')) SELECT instr(x, substr(x, 200000) || 'b') FROM t",
        ] {
            let start = Instant::now();
            let error = select(&package, &[], sql, limits).err().unwrap();
            assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
            assert!(error.to_string().starts_with("sql: the statement takes more than 0.05 s; for larger"), "{error}");
            assert!(!error.is::<Refusal>());
        }
    }

    #[test]
    fn a_file_is_read_in_the_time_of_a_statement() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "a\n1\n").unwrap();
        let attachment = Attachment { name: "own".to_owned(), path: file.path().to_owned() };
        let limits = Limits { time: Duration::ZERO, ..Limits::default() };
        let error = select(&Package::bundled(), &[attachment], "SELECT 1", limits).err().unwrap();
        assert!(error.to_string().starts_with("sql: the statement takes more than 0 s"), "{error}");
    }
}
