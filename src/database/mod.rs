//! A package as an SQLite database: in memory for `sql`, in a file for `export`.
//!
//! A missing value is NULL, a boolean 0 or 1, a list a JSON array (SQLite's `json_each` takes it apart), and a list
//! of keys beside that a table of its own. The collation `sv` sorts as Swedish does, and the function `fold` makes of a text what filters compare.

mod authorizer;
mod fault;
mod link;
mod rows;
mod schema;
mod select;
#[cfg(test)]
mod tests;
mod worker;

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::package::{Column, FieldType, Package, Place, Table, Value as Cell};
use crate::query::Query;
use crate::text::{CollationKey, fold};
pub use link::{Link, LinkColumn, links};
pub use rows::Rows;
pub use select::{Limits, Selection, select};

/// Which columns the database's tables have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// The tables' own.
    Own,
    /// Those that keys open, too.
    All,
}

/// A database with the tables of a package.
pub struct Database<'p> {
    package: &'p Package,
    columns: Columns,
    links: Vec<Link<'p>>,
    /// The connection to it.
    pub connection: Connection,
}

impl<'p> Database<'p> {
    /// A database in memory, its tables without rows yet.
    pub fn in_memory(package: &'p Package, columns: Columns) -> Result<Self> {
        let tables: Vec<_> = package.tables().iter().collect();
        let database =
            Self { package, columns, links: links(package, &tables), connection: Connection::open_in_memory()? };
        database.prepare(&tables)?;
        Ok(database)
    }

    /// Writes these tables and their rows into an empty file.
    pub fn in_file(package: &'p Package, tables: &[&'p Table], path: &Path) -> Result<()> {
        // Without SQLite's reading of a name as an address, and without making a file that an interruption has removed.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let connection = Connection::open_with_flags(path, flags)?;
        let database = Self { package, columns: Columns::Own, links: links(package, tables), connection };
        // Whoever gives the file its name syncs it before.
        database.connection.pragma_update(None, "synchronous", "OFF")?;
        database.prepare(tables)?;
        for table in tables {
            database.fill(table)?;
        }
        for link in &database.links {
            database.fill_link(link)?;
        }
        database.connection.close().map_err(|(_, error)| error)?;
        Ok(())
    }

    fn prepare(&self, tables: &[&'p Table]) -> Result<()> {
        // `check` judges keys, with places; and here a table may be filled before the one that it points to.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        // A database that is not filled to the end is thrown away, so a journal would protect nothing.
        self.connection.pragma_update(None, "journal_mode", "OFF")?;
        self.connection.create_collation("sv", |a, b| CollationKey::new(a).cmp(&CollationKey::new(b)))?;
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
        self.connection.create_scalar_function("fold", 1, flags, |context| {
            Ok(context.get::<Option<String>>(0)?.map(|text| fold(&text).into_owned()))
        })?;
        for table in tables {
            self.connection.execute_batch(&schema::create(table, &self.columns_of(table), tables))?;
        }
        for link in &self.links {
            self.connection.execute_batch(&schema::create_link(link))?;
        }
        Ok(())
    }

    /// Reads a table's rows into the database, and returns how many there were.
    pub fn fill(&self, table: &'p Table) -> Result<usize> {
        let columns = self.columns_of(table);
        let places = vec!["?"; columns.len()].join(", ");
        let mut insert =
            self.connection.prepare(&format!("INSERT INTO {} VALUES ({places})", schema::name(&table.name)))?;
        let query = Query::new(table, columns);
        self.connection.execute_batch("BEGIN")?;
        let rows = query.run(self.package, |row| {
            let values = query.columns.iter().zip(row).map(|(column, cell)| {
                stored(cell, column).with_context(|| format!("{}: {}", table.path, column.field.name))
            });
            insert.execute(params_from_iter(values.collect::<Result<Vec<_>>>()?)).context(table.path.clone())?;
            Ok(())
        })?;
        self.connection.execute_batch("COMMIT")?;
        Ok(rows)
    }

    /// Fills a link table from the table that it belongs to, whose rows must be there.
    fn fill_link(&self, link: &Link) -> Result<()> {
        self.connection.execute_batch(&schema::fill_link(link)).with_context(|| link.name.clone())
    }

    fn columns_of(&self, table: &'p Table) -> Vec<Column<'p>> {
        let columns = self.package.columns(table);
        columns.filter(|column| self.columns == Columns::All || matches!(column.place, Place::Own(_))).collect()
    }
}

/// A value as the database holds it.
fn stored(value: &Cell, column: &Column) -> Result<Value> {
    let text = value.plain("");
    let bad = |what: &str| anyhow!("`{text}` is not {what}; `itkommun check` tells where it stands");
    Ok(match value {
        Cell::List(items) => {
            let items: Vec<_> = items.iter().map(|item| item.plain("")).collect();
            if items.is_empty() { Value::Null } else { Value::Text(serde_json::to_string(&items)?) }
        }
        Cell::Marked(marked) => stored(&marked.value, column)?,
        Cell::Missing => Value::Null,
        Cell::Boolean(value) => Value::Integer((*value).into()),
        Cell::Number(_) if column.field_type() != FieldType::Number => {
            Value::Integer(text.parse().map_err(|_| bad("a whole number"))?)
        }
        Cell::Number(_) | Cell::Quantity(_) => Value::Real(text.parse().map_err(|_| bad("a number"))?),
        Cell::Text(_) | Cell::Date(_) => Value::Text(text.into_owned()),
    })
}
