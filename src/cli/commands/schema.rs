//! `schema`: what tables there are, and what columns a table can be asked by.

use std::io::Write;

use anyhow::Result;

use crate::output::{self, Heading, Style};
use crate::package::{FieldType, Package, Place, Table};

/// The tables, a row each.
pub fn tables(package: &Package, style: Style, out: &mut dyn Write) -> Result<usize> {
    let mut headings = ["table", "title", "title_sv"].map(Heading::text).to_vec();
    headings.extend([Heading::number("columns"), Heading::text("description")]);
    let mut answer = output::start(style, headings, out)?;
    let count = package.tables().len();
    for table in package.tables() {
        let columns = table.schema().fields.len().to_string();
        answer.row(&[&table.name, &table.title, &table.titles.sv, &columns, &table.description])?;
    }
    answer.end()?;
    Ok(count)
}

/// The columns of a table, a row each: its own, then those that its keys open.
pub fn columns(package: &Package, table: &Table, style: Style, out: &mut dyn Write) -> Result<usize> {
    let mut headings = ["column", "title", "title_sv", "type"].map(Heading::text).to_vec();
    headings.push(Heading { field_type: FieldType::Boolean, ..Heading::text("required") });
    headings.push(Heading { field_type: FieldType::List, ..Heading::text("values") });
    headings.extend(["key_to", "opened_by", "description"].map(Heading::text));
    let mut answer = output::start(style, headings, out)?;
    let count = package.columns(table).count();
    for column in package.columns(table) {
        let field = column.field;
        let (key_to, opened_by) = match column.place {
            Place::Own(_) => (package.key(table, field).map_or("", |key| &key.table.name), ""),
            Place::Joined { key, .. } => ("", key.field.name.as_str()),
        };
        // An opened column has no value where its key has none.
        let required = field.constraints.required && matches!(column.place, Place::Own(_));
        let values = field.constraints.allowed.join(",");
        answer.row(&[
            &field.name,
            &field.title,
            &field.titles.sv,
            column.field_type().name(),
            if required { "true" } else { "false" },
            &values,
            key_to,
            opened_by,
            &field.description,
        ])?;
    }
    answer.end()?;
    Ok(count)
}
