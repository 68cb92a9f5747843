//! `schema`: what tables there are, and what columns a table can be asked by.

use anyhow::{Context as _, Result};

use super::Command;
use crate::answer::{Answer, Heading, ResultSet, Row};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::output::Format;
use crate::package::{Column, FieldType, Package, Place, Table, Value};
use crate::words::{Commands, Flags, words};

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
    let for_people = context.style.format.is_for_people();
    let Some(name) = flags::one::<String>(context.matches, "TABLE") else {
        return Ok(Answer { title: words().tables().to_owned(), ..tables(context.package, for_people).into() });
    };
    let table = context.package.table(name).with_context(|| words().no_table(name))?;
    Ok(Answer { title: words().columns_of(name), ..columns(context.package, table, for_people).into() })
}

/// The tables, a row each.
fn tables(package: &Package, for_people: bool) -> ResultSet<'static> {
    let mut headings = ["table", "title", "title_sv"].map(Heading::text).to_vec();
    headings.extend([Heading::number("columns"), Heading::text("description")]);
    let rows = package.tables().iter().map(|table| {
        let columns = Value::count(table.schema().fields.len());
        let [name, title, title_sv] = [table.name.as_str(), &table.title, &table.titles.sv].map(owned);
        let description = if for_people { table.description() } else { &table.description };
        Row::new(vec![name, title, title_sv, columns, owned(description)])
    });
    ResultSet::held(titled(headings, &words().table_headings()), rows.collect())
}

/// The columns of a table, a row each: its own, then those that its keys open.
fn columns(package: &Package, table: &Table, for_people: bool) -> ResultSet<'static> {
    let mut headings = ["column", "title", "title_sv", "type"].map(Heading::text).to_vec();
    headings.push(Heading::of_type("required", FieldType::Boolean));
    headings.push(Heading { delimiter: ',', ..Heading::of_type("values", FieldType::List) });
    headings.extend(["key_to", "opened_by", "description"].map(Heading::text));
    let rows = package.columns(table).map(|column| column_row(package, table, column, for_people));
    ResultSet::held(titled(headings, &words().column_headings()), rows.collect())
}

/// The headings with their titles for people.
fn titled(headings: Vec<Heading>, titles: &[&str]) -> Vec<Heading> {
    headings.into_iter().zip(titles).map(|(heading, title)| heading.titled(title)).collect()
}

fn column_row(package: &Package, table: &Table, column: Column, for_people: bool) -> Row {
    let field = column.field;
    let (key_to, opened_by) = match column.place {
        Place::Own(_) => (package.key(table, field).map_or("", |key| &key.table.name), String::new()),
        Place::Joined { key, .. } => ("", key.columns().join(", ")),
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
        owned(&opened_by),
        owned(if for_people { field.description() } else { &field.description }),
    ])
}

fn owned(text: &str) -> Value<'static> {
    Value::text(text).into_owned()
}
