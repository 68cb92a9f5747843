//! `schema`: what tables there are, and what columns a table can be asked by.

use anyhow::{Context as _, Result};

use super::Command;
use crate::answer::{Answer, Heading, ResultSet, Row};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::output::Format;
use crate::package::{Column, FieldType, Package, Place, Table, Value};
use crate::words::{Commands, Flags};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "schema",
    swedish: "",
    told: Commands::command_schema,
    examples: &["schema", "schema --format json"],
    formats: Format::WITHOUT_SOURCES,
    usual_format: super::USUAL,
    arguments: |command, package, scope| command.arg(flags::table_argument(package, scope, Flags::argument_schema)),
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let Some(name) = flags::one::<String>(context.matches, "TABLE") else {
        return Ok(Answer { title: "Tables".to_owned(), ..tables(context.package).into() });
    };
    let table = context.package.table(name).with_context(|| format!("there is no table {name}"))?;
    Ok(Answer { title: format!("Columns of {name}"), ..columns(context.package, table).into() })
}

/// The tables, a row each.
fn tables(package: &Package) -> ResultSet<'static> {
    let mut headings = ["table", "title", "title_sv"].map(Heading::text).to_vec();
    headings.extend([Heading::number("columns"), Heading::text("description")]);
    let rows = package.tables().iter().map(|table| {
        let columns = Value::count(table.schema().fields.len());
        let [name, title, title_sv] = [&table.name, &table.title, &table.titles.sv].map(|text| owned(text));
        Row::new(vec![name, title, title_sv, columns, owned(&table.description)])
    });
    ResultSet::held(headings, rows.collect())
}

/// The columns of a table, a row each: its own, then those that its keys open.
fn columns(package: &Package, table: &Table) -> ResultSet<'static> {
    let mut headings = ["column", "title", "title_sv", "type"].map(Heading::text).to_vec();
    headings.push(Heading::of_type("required", FieldType::Boolean));
    headings.push(Heading { delimiter: ',', ..Heading::of_type("values", FieldType::List) });
    headings.extend(["key_to", "opened_by", "description"].map(Heading::text));
    let rows = package.columns(table).map(|column| column_row(package, table, column));
    ResultSet::held(headings, rows.collect())
}

fn column_row(package: &Package, table: &Table, column: Column) -> Row {
    let field = column.field;
    let (key_to, opened_by) = match column.place {
        Place::Own(_) => (package.key(table, field).map_or("", |key| &key.table.name), ""),
        Place::Joined { key, .. } => ("", key.field.name.as_str()),
    };
    // A joined column has no value where its key has none.
    let required = field.constraints.required && matches!(column.place, Place::Own(_));
    let values = field.constraints.allowed.iter().map(|value| owned(value));
    Row::new(vec![
        owned(&field.name),
        owned(&field.title),
        owned(&field.titles.sv),
        owned(column.field_type().name()),
        Value::Boolean(required),
        Value::List(values.collect()),
        owned(key_to),
        owned(opened_by),
        owned(&field.description),
    ])
}

fn owned(text: &str) -> Value<'static> {
    Value::text(text).into_owned()
}
