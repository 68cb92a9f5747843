//! A package as an SQLite database: in memory for `sql`, in a file for `export`.
//!
//! A missing value is NULL, a boolean 0 or 1, a list a JSON array (SQLite's `json_each` takes it apart), and a list
//! of keys beside that a table of its own. In memory texts are in Swedish order; a file has nothing that only this
//! program knows.

mod attached;
mod authorizer;
mod fault;
mod functions;
mod heap;
mod like;
mod link;
mod median;
mod rows;
mod schema;
mod search;
mod select;
#[cfg(test)]
mod tests;
mod worker;

use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, anyhow};
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::package::{Column, FieldType, Package, Place, Table, Value as Cell};
use crate::query::Query;
use crate::words::words;
use heap::Heap;
use schema::Use;

pub use attached::Attachment;
pub use link::{Link, LinkColumn, links};
pub use rows::Rows;
pub use select::{Limits, Selection, select};

/// A database with tables of a package.
pub struct Database<'p> {
    package: &'p Package,
    tables: Vec<&'p Table>,
    links: Vec<Link<'p>>,
    connection: Connection,
}

impl<'p> Database<'p> {
    /// A database in memory, its tables without rows yet: those that a statement may ask, with the columns that their
    /// keys open.
    fn in_memory(package: &'p Package, sql: &str, heap: &Arc<Mutex<Heap>>) -> Result<Self> {
        let sql = sql.to_ascii_lowercase();
        // What lists tables lists them all.
        let lists = ["sqlite_", "pragma"].iter().any(|word| sql.contains(word));
        let is_named = |name: &str| lists || name.contains(['"', '`']) || sql.contains(&name.to_ascii_lowercase());
        let all: Vec<_> = package.tables().iter().collect();
        let mut links = links(package, &all);
        links.retain(|link| is_named(&link.name));
        let tables = all.iter().copied().filter(|table| is_named(&table.name)).collect();
        let database = Self { package, tables, links, connection: Connection::open_in_memory()? };
        functions::add(&database.connection, Arc::clone(heap))?;
        database.prepare(&all, Use::Questions)?;
        Ok(database)
    }

    /// Writes these tables and their rows into an empty file.
    pub fn in_file(package: &'p Package, tables: &[&'p Table], path: &Path) -> Result<()> {
        // Without SQLite's reading of a name as an address, and without making a file that an interruption has removed.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let connection = Connection::open_with_flags(path, flags)?;
        let database = Self { package, tables: tables.to_vec(), links: links(package, tables), connection };
        // Whoever gives the file its name syncs it before.
        database.connection.pragma_update(None, "synchronous", "OFF")?;
        database.prepare(tables, Use::Export)?;
        for table in tables {
            database.fill(table, &columns_of(package, table, Use::Export))?;
        }
        for link in &database.links {
            database.fill_link(link)?;
        }
        for index in search::indexes(package, tables, &database.links) {
            database.connection.execute_batch(&index.statements()).with_context(|| index.name.clone())?;
        }
        database.connection.close().map_err(|(_, error)| error)?;
        Ok(())
    }

    /// Makes the tables, with their keys to one of `all`, and the link tables.
    fn prepare(&self, all: &[&'p Table], to: Use) -> Result<()> {
        // `check` judges keys, with places; and here a table may be filled before the one that it points to.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        // A database that is not filled to the end is thrown away, so a journal would protect nothing.
        self.connection.pragma_update(None, "journal_mode", "OFF")?;
        for table in &self.tables {
            let columns = columns_of(self.package, table, to);
            self.connection.execute_batch(&schema::create(table, &columns, all, to))?;
        }
        for link in &self.links {
            self.connection.execute_batch(&schema::create_link(link, to))?;
        }
        Ok(())
    }

    /// Reads these columns of a table's rows into the database; its others stay empty.
    fn fill(&self, table: &'p Table, columns: &[Column<'p>]) -> Result<()> {
        let mut insert = self.connection.prepare(&schema::insert(table, columns))?;
        let query = Query::new(table, columns.to_vec());
        self.connection.execute_batch("BEGIN")?;
        query.run(self.package, |row| {
            let values = query.columns.iter().zip(row).map(|(column, cell)| {
                stored(cell, column).with_context(|| format!("{}: {}", table.path, column.field.name))
            });
            insert.execute(params_from_iter(values.collect::<Result<Vec<_>>>()?)).context(table.path.clone())?;
            Ok(())
        })?;
        self.connection.execute_batch("COMMIT")?;
        Ok(())
    }

    /// Fills a link table from the table that it belongs to, whose rows must be there.
    fn fill_link(&self, link: &Link) -> Result<()> {
        self.connection.execute_batch(&schema::fill_link(link)).with_context(|| link.name.clone())
    }
}

/// The columns of a table: its own, and for questions those that its keys open, too.
fn columns_of<'p>(package: &'p Package, table: &'p Table, to: Use) -> Vec<Column<'p>> {
    let columns = package.columns(table);
    columns.filter(|column| to == Use::Questions || matches!(column.place, Place::Own(_))).collect()
}

/// A value as the database holds it.
fn stored<'v>(value: &'v Cell, column: &Column) -> Result<ToSqlOutput<'v>> {
    let text = value.plain("");
    let bad = |is_whole| anyhow!(words().not_stored(&text, is_whole));
    Ok(ToSqlOutput::Owned(match value {
        Cell::Text(text) => return Ok(ToSqlOutput::from(text.as_ref())),
        Cell::Marked(marked) => return stored(&marked.value, column),
        Cell::List(items) if items.is_empty() => Value::Null,
        Cell::List(items) => {
            let items: Vec<_> = items.iter().map(|item| item.plain("")).collect();
            Value::Text(serde_json::to_string(&items)?)
        }
        Cell::Missing => Value::Null,
        Cell::Boolean(value) => Value::Integer((*value).into()),
        Cell::Number(_) if column.field_type() != FieldType::Number => {
            Value::Integer(text.parse().map_err(|_| bad(true))?)
        }
        Cell::Number(_) | Cell::Quantity(_) => Value::Real(text.parse().map_err(|_| bad(false))?),
        Cell::Date(_) => Value::Text(text.into_owned()),
    }))
}
