//! A SELECT over the tables of a package, within limits.
//!
//! The statement is prepared twice: first over empty tables, which tells what it reads, then over those tables filled.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use rusqlite::config::DbConfig;
use rusqlite::hooks::AuthContext;
use rusqlite::limits::Limit;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{ColumnMetadata, Connection, Error, ErrorCode};

use super::authorizer::Authorizer;
use super::fault::{of_statement, past_limit};
use super::worker::{Stopped, within};
use super::{Columns, Database};
use crate::error::refused;
use crate::package::{Package, Table};

/// How much a statement may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time in which it answers.
    pub time: Duration,
    /// The bytes that SQLite and the answer hold together. SQLite's part is lowered as the answer grows, and for the
    /// whole process and for good: a program asks one statement.
    pub memory: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(30), memory: 256 << 20 }
    }
}

/// The longest value, in bytes.
const LONGEST_VALUE: i32 = 1 << 20;

/// How many bytes an answer grows between two looks at its size.
const ANSWER_STEP: usize = 1 << 20;

/// How many bytes an allocation takes beside those that it is for, or about so.
const ALLOCATION: usize = 16;

/// The answer of a statement.
pub struct Selection {
    /// Its columns.
    pub columns: Vec<SelectedColumn>,
    /// Its rows, a value for each column.
    pub rows: Vec<Vec<Value>>,
}

/// A column of an answer.
pub struct SelectedColumn {
    /// Its name.
    pub name: String,
    /// The table and the column of the package that it shows, if it is no expression.
    pub origin: Option<(String, String)>,
}

/// Runs a statement. What is wrong with it, what it may not do included, is an error of usage; going past a limit is none.
pub fn select(package: &Package, sql: &str, limits: Limits) -> Result<Selection> {
    let mut database = Database::in_memory(package, Columns::All)?;
    let heap = Heap::limited(limits.memory)?;
    database.connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    database.connection.pragma_update(None, "temp_store", "MEMORY")?;
    // A misspelt "name" is an error, and not a text.
    database.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;

    let authorizer = Arc::new(Authorizer::default());
    let fault = |error: Error| match error.sqlite_error_code() {
        Some(ErrorCode::OutOfMemory) => past_memory(limits),
        _ => of_statement(package, sql, authorizer.refused().as_deref(), error),
    };
    database.authorize(Some(&authorizer))?;
    let statement = sql.to_owned();
    let (mut database, checked) = database.within(limits, move |connection| check(connection, &statement))?;
    if let Some(objection) = checked.map_err(fault)? {
        return Err(refused(format!("sql: the statement {objection}")).into());
    }

    database.authorize(None)?;
    database
        .fill_read(&authorizer)
        .map_err(|error| if is_out_of_memory(&error) { past_memory(limits) } else { error })?;
    database.authorize(Some(&authorizer))?;
    let statement = sql.to_owned();
    let (_, selection) = database.within(limits, move |connection| run(connection, &statement, &heap))?;
    selection.map_err(fault)
}

fn past_memory(limits: Limits) -> anyhow::Error {
    past_limit(&format!("{} MB of memory", limits.memory >> 20))
}

fn is_out_of_memory(error: &anyhow::Error) -> bool {
    error.downcast_ref::<Error>().and_then(Error::sqlite_error_code) == Some(ErrorCode::OutOfMemory)
}

impl Database<'_> {
    /// Fills the tables that a statement reads, and those whose lists it reads.
    fn fill_read(&self, authorizer: &Authorizer) -> Result<()> {
        let links: Vec<_> = self.links.iter().filter(|link| authorizer.reads(&link.name)).collect();
        let is_read =
            |table: &Table| authorizer.reads(&table.name) || links.iter().any(|link| link.table.name == table.name);
        for table in self.package.tables().iter().filter(|table| is_read(table)) {
            self.fill(table)?;
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
        let Self { package, columns, links, connection } = self;
        match within(limits.time, connection, job) {
            Ok((connection, done)) => Ok((Self { package, columns, links, connection }, done)),
            Err(Stopped::Time) => Err(past_limit(&format!("{} s", limits.time.as_secs_f32()))),
            Err(Stopped::Memory) => Err(past_memory(limits)),
            Err(Stopped::Thread(error)) => Err(error).context("sql"),
        }
    }
}

/// What is wrong with a statement that SQLite understands.
fn check(connection: &Connection, sql: &str) -> Result<Option<&'static str>, Error> {
    let statement = connection.prepare(sql)?;
    Ok(if statement.column_count() == 0 {
        Some("has no answer; write a SELECT")
    } else if statement.parameter_count() > 0 {
        Some("has a parameter; write the value in its place")
    } else if !statement.readonly() {
        Some("would write; write a SELECT")
    } else {
        None
    })
}

fn run(connection: &Connection, sql: &str, heap: &Heap) -> Result<Selection, Error> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.columns_with_metadata().map(|column| SelectedColumn::new(&column)).collect();
    let mut selection = Selection { columns, rows: Vec::new() };
    let mut rows = statement.raw_query();
    let (mut held, mut told) = (0, 0);
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(selection.columns.len());
        held += ALLOCATION + size_of::<Vec<Value>>() + size_of::<Value>() * selection.columns.len();
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
        if held - told > ANSWER_STEP {
            heap.lend(held)?;
            told = held;
        }
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

/// SQLite's memory in this process.
struct Heap {
    /// A connection of its own, since that of the statement may do nothing but read.
    connection: Connection,
    limit: usize,
}

impl Heap {
    /// Limits the memory, for good: it cannot be raised again.
    fn limited(limit: usize) -> Result<Self> {
        let heap = Self { connection: Connection::open_in_memory()?, limit };
        heap.lend(0)?;
        Ok(heap)
    }

    /// Takes so many bytes off the limit, which something else than SQLite holds.
    fn lend(&self, bytes: usize) -> Result<(), Error> {
        // Nought would be no limit.
        let limit = self.limit.saturating_sub(bytes).max(1);
        self.connection.query_row(&format!("PRAGMA hard_heap_limit = {limit}"), [], |_| Ok(()))?;
        // A lower limit fails only what asks for memory from now on; the statement may have all that it needs.
        self.connection.query_row("SELECT hex(zeroblob(10000))", [], |_| Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Limits, select};
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
            let error = select(&package, sql, limits).err().unwrap();
            assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
            assert!(error.to_string().starts_with("sql: the statement takes more than 0.05 s; for larger"), "{error}");
            assert!(!error.is::<Refusal>());
        }
    }
}
