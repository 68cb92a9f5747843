//! Rows of any answer as tables of a database of their own.

use anyhow::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, MAIN_DB, params_from_iter};

use super::schema::{self, Use};
use crate::package::{Decimal, FieldType, Value as Cell};

/// A database that is made of rows, a table a set of them.
pub struct Rows {
    connection: Connection,
}

impl Rows {
    /// A database without tables.
    pub fn new() -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.pragma_update(None, "journal_mode", "OFF")?;
        Ok(Self { connection })
    }

    /// Adds a table with these columns and the rows that `each` hands on, and returns how many there were.
    pub fn table(
        &self,
        name: &str,
        columns: &[(&str, FieldType)],
        each: impl FnOnce(&mut dyn FnMut(&[Cell]) -> Result<()>) -> Result<usize>,
    ) -> Result<usize> {
        self.connection.execute_batch(&schema::create_plain(name, columns, Use::Export))?;
        let places = vec!["?"; columns.len()].join(", ");
        let mut insert = self.connection.prepare(&format!("INSERT INTO {} VALUES ({places})", schema::name(name)))?;
        self.connection.execute_batch("BEGIN")?;
        let rows = each(&mut |values| {
            let values = values.iter().map(held).collect::<Result<Vec<_>>>()?;
            insert.execute(params_from_iter(values))?;
            Ok(())
        })?;
        self.connection.execute_batch("COMMIT")?;
        Ok(rows)
    }

    /// The file of the database.
    pub fn into_file(self) -> Result<Vec<u8>> {
        let mut connection = self.connection;
        Ok(connection.serialize(MAIN_DB)?.to_vec())
    }
}

/// A value as the database holds it; a number that it has no room for stays the text that it is.
fn held(value: &Cell) -> Result<Value> {
    let text = value.plain("");
    Ok(match value {
        Cell::Missing => Value::Null,
        Cell::Marked(marked) => held(&marked.value)?,
        Cell::Boolean(value) => Value::Integer((*value).into()),
        Cell::List(items) if items.is_empty() => Value::Null,
        Cell::List(items) => {
            Value::Text(serde_json::to_string(&items.iter().map(|item| item.plain("")).collect::<Vec<_>>())?)
        }
        Cell::Number(_) | Cell::Quantity(_) => match text.parse() {
            Ok(whole) => Value::Integer(whole),
            Err(_) if Decimal::parse(&text).is_some_and(|number| number.special_name().is_some()) => {
                text.parse().map_or(Value::Null, Value::Real)
            }
            Err(_) if text.contains(['.', 'e', 'E']) => text.parse().map_or(Value::Text(text.into()), Value::Real),
            Err(_) => Value::Text(text.into_owned()),
        },
        Cell::Text(_) | Cell::Date(_) => Value::Text(text.into_owned()),
    })
}
