//! The statements that make the database's tables, and those that fill one from another.

use super::link::{Link, LinkColumn};
use crate::package::{Column, FieldType, ForeignKey, Place, Table};

/// What a database is for, and so what its columns are declared as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Questions, here and now: texts are in Swedish order, and a column that is not asked for may be left empty.
    Questions,
    /// Any program that reads SQLite.
    Export,
}

/// The statement that makes a table with these columns, its keys those that lead to one of the database's `tables`.
pub(super) fn create(table: &Table, columns: &[Column], tables: &[&Table], to: Use) -> String {
    let mut lines: Vec<String> = columns.iter().map(|of_table| column(of_table, to)).collect();
    let primary_key = names(table.schema().primary_key.iter().map(String::as_str));
    let followed = names(followed(table, tables).iter().map(String::as_str));
    if !followed.is_empty() {
        lines.push(format!("PRIMARY KEY ({followed})"));
    }
    if followed != primary_key && !primary_key.is_empty() {
        lines.push(format!("UNIQUE ({primary_key})"));
    }
    // The items of a list cannot be keys in SQLite; they stand in a link table.
    let keys = table.schema().foreign_keys();
    let keys = keys.filter(|key| tables.iter().any(|other| other.name == *far_name(table, key)));
    lines.extend(keys.map(|key| foreign_key(table, key)));
    statement(&table.name, &lines)
}

/// The statement that makes a table of which nothing is known but its columns.
pub(super) fn create_plain(table: &str, columns: &[(&str, FieldType)], to: Use) -> String {
    let lines: Vec<String> =
        columns.iter().map(|(column, field_type)| declared(column, kind(*field_type), to)).collect();
    statement(table, &lines)
}

/// The statement that makes a link table.
pub(super) fn create_link(link: &Link, to: Use) -> String {
    let column = |column: &LinkColumn| declared(column.name(), kind(column.field_type()), to);
    let mut lines: Vec<String> = link.columns.iter().map(column).collect();
    let key = link.columns.iter().filter(|column| matches!(column, LinkColumn::Key(_))).map(LinkColumn::name);
    let columns = names(key);
    if !columns.is_empty() {
        lines.push(format!("FOREIGN KEY ({columns}) REFERENCES {} ({columns})", name(&link.table.name)));
    }
    lines.extend(link.keys.iter().map(|key| foreign_key(link.table, key)));
    statement(&link.name, &lines)
}

/// The statement that puts a row into a table, a value for each of these columns.
pub(super) fn insert(table: &Table, columns: &[Column]) -> String {
    if columns.is_empty() {
        return format!("INSERT INTO {} DEFAULT VALUES", name(&table.name));
    }
    let (columns, places) = (names(columns.iter().map(|column| column.field.name.as_str())), vec!["?"; columns.len()]);
    format!("INSERT INTO {} ({columns}) VALUES ({})", name(&table.name), places.join(", "))
}

/// The statement that fills a link table from the table with the list.
pub(super) fn fill_link(link: &Link) -> String {
    let values = link.columns.iter().map(|column| match column {
        LinkColumn::Row => "list.rowid".to_owned(),
        LinkColumn::Key(field) => format!("list.{}", name(&field.name)),
        LinkColumn::Position => "item.key + 1".to_owned(),
        LinkColumn::Item(_) => "item.value".to_owned(),
        LinkColumn::Locator(field) => format!("json_extract(list.{}, '$[' || item.key || ']')", name(&field.name)),
    });
    let (values, table, list) = (values.collect::<Vec<_>>().join(", "), &link.table.name, &link.list.name);
    let source = format!("{} AS list, json_each(list.{}) AS item", name(table), name(list));
    format!("INSERT INTO {} SELECT {values} FROM {source}", name(&link.name))
}

/// The columns of the key that a table has in a database: the one column to which all keys to it lead, if each of its rows
/// has a value of its own there, since viewers such as Datasette follow a key to the row that has it as its primary key;
/// or else the key that it has in the package.
pub(super) fn followed<'t>(table: &'t Table, tables: &[&'t Table]) -> &'t [String] {
    one_followed(table, tables).map_or(&table.schema().primary_key, std::slice::from_ref)
}

fn one_followed<'t>(table: &'t Table, tables: &[&'t Table]) -> Option<&'t String> {
    let keys = tables.iter().flat_map(|other| other.schema().keys().map(move |key| (other, key)));
    let mut columns =
        keys.filter(|(other, key)| *far_name(other, key) == table.name).map(|(_, key)| key.reference.column());
    let column = columns.next().filter(|first| columns.all(|column| column == *first))?;
    let constraints = &table.schema().fields[table.index_of(column)?].constraints;
    (constraints.required && constraints.unique).then_some(column)
}

fn statement(table: &str, lines: &[String]) -> String {
    format!("CREATE TABLE {} (\n  {}\n)", name(table), lines.join(",\n  "))
}

fn column(column: &Column, to: Use) -> String {
    let own = matches!(column.place, Place::Own(_));
    let constraints = &column.field.constraints;
    let required = if own && constraints.required && to == Use::Export { " NOT NULL" } else { "" };
    let unique = if own && constraints.unique { " UNIQUE" } else { "" };
    format!("{}{required}{unique}", declared(&column.field.name, kind(column.field_type()), to))
}

fn declared(column: &str, kind: &str, to: Use) -> String {
    let order = if to == Use::Questions && kind == "TEXT" { " COLLATE sv" } else { "" };
    format!("{} {kind}{order}", name(column))
}

fn kind(field_type: FieldType) -> &'static str {
    match field_type {
        FieldType::Integer | FieldType::Year | FieldType::Boolean => "INTEGER",
        FieldType::Number => "REAL",
        FieldType::String | FieldType::Date | FieldType::List => "TEXT",
    }
}

fn foreign_key(table: &Table, key: &ForeignKey) -> String {
    let [own, far] = [&key.columns, &key.reference.columns].map(|columns| names(columns.iter().map(String::as_str)));
    format!("FOREIGN KEY ({own}) REFERENCES {} ({far})", name(far_name(table, key)))
}

fn far_name<'t>(table: &'t Table, key: &'t ForeignKey) -> &'t String {
    if key.reference.table.is_empty() { &table.name } else { &key.reference.table }
}

pub(super) fn names<'n>(texts: impl Iterator<Item = &'n str>) -> String {
    texts.map(name).collect::<Vec<_>>().join(", ")
}

/// A name as SQL quotes it.
pub(super) fn name(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
