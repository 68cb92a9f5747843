//! The statements that make the database's tables.

use crate::package::{Column, FieldType, Place, Table};

/// The statement that makes a table with these columns, its keys those that lead to one of the database's `tables`.
pub(super) fn create(table: &Table, columns: &[Column], tables: &[&Table]) -> String {
    let mut lines: Vec<String> = columns.iter().map(column).collect();
    let primary_key: Vec<String> = table.schema().primary_key.as_slice().iter().map(|column| name(column)).collect();
    if !primary_key.is_empty() {
        lines.push(format!("PRIMARY KEY ({})", primary_key.join(", ")));
    }
    // The items of a list cannot be keys in SQLite.
    let keys = table.schema().foreign_keys();
    for key in keys {
        let reference = if key.reference.table.is_empty() { &table.name } else { &key.reference.table };
        if !tables.iter().any(|table| table.name == *reference) {
            continue;
        }
        let (own, far) = (name(&key.column), name(&key.reference.column));
        lines.push(format!("FOREIGN KEY ({own}) REFERENCES {} ({far})", name(reference)));
    }
    format!("CREATE TABLE {} (\n  {}\n)", name(&table.name), lines.join(",\n  "))
}

fn column(column: &Column) -> String {
    let kind = match column.field_type() {
        FieldType::Integer | FieldType::Year | FieldType::Boolean => "INTEGER",
        FieldType::Number => "REAL",
        FieldType::String | FieldType::Date | FieldType::List => "TEXT",
    };
    let own = matches!(column.place, Place::Own(_));
    let constraints = &column.field.constraints;
    let required = if own && constraints.required { " NOT NULL" } else { "" };
    let unique = if own && constraints.unique { " UNIQUE" } else { "" };
    format!("{} {kind}{required}{unique}", name(&column.field.name))
}

/// A name as SQL quotes it.
pub(super) fn name(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
