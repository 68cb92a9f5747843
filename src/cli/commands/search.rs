//! `search`: rows anywhere that contain all the words, grouped by table.

use anyhow::Result;

use super::Command;
use crate::answer::{Answer, Body, ResultSet, Section, columns_for_people, own_columns};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::error;
use crate::output::Format;
use crate::package::{Column, Package, Place, Table};
use crate::query::{Filter, Query};
use crate::text::fold;

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "search",
    about: "Rows of any table that contain all the words",
    notes: "",
    examples: &[],
    formats: Format::OF_ROWS,
    usual_format: super::USUAL,
    arguments: |command, _, scope| {
        let command = command.arg(super::words("TEXT", "Words or parts of them, in any case, with or without å, ä, ö"));
        flags::with_exit_status(flags::with_cite(command, scope), scope)
    },
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let typed = flags::several(context.matches, "TEXT");
    let words = typed.iter().flat_map(|typed| fold(typed).split(' ').map(str::to_owned).collect::<Vec<_>>());
    let words: Vec<String> = words.collect();
    if words.iter().any(String::is_empty) {
        return Err(error::refused("an empty word is in every row; give a part of one".to_owned()).into());
    }
    let sections = context.package.tables().iter().map(|table| section(context, table, &words));
    let body = Body::Sections(sections.collect::<Result<_>>()?);
    Ok(Answer { title: typed.join(" "), highlight: words, ..body.into() })
}

fn section<'p>(context: &Context<'_, 'p>, table: &'p Table, words: &[String]) -> Result<Section<'p>> {
    let package = context.package;
    let format = context.style.format;
    // People must see the words that a row was found by, so the columns that have them are added, and show them as they
    // are.
    let found = if format.is_for_people() { columns_with(package, table, words)? } else { Vec::new() };
    let columns = if format.has_chosen_columns() {
        let chosen = columns_for_people(package, table)?;
        let added: Vec<Column> = found.iter().filter(|column| !is_among(&chosen, column)).copied().collect();
        [chosen, added].concat()
    } else {
        own_columns(table).collect()
    };
    let query = Query { filters: vec![Filter::words(words.to_vec())], ..Query::new(table, columns) };
    let rows = ResultSet::of_query(package, query, context.cite);
    let has_words = |column: &Column| is_among(&found, column);
    let rows = if format.is_for_people() { rows.for_people(package, &has_words)? } else { rows };
    Ok(Section { name: &table.name, title: &table.title, rows })
}

/// The table's own columns that have one of the words in some row that has all of them.
fn columns_with<'p>(package: &'p Package, table: &'p Table, words: &[String]) -> Result<Vec<Column<'p>>> {
    let filters = vec![Filter::words(words.to_vec())];
    let everything = Query { filters, ..Query::new(table, own_columns(table).collect()) };
    let mut found = vec![false; table.schema().fields.len()];
    everything.run(package, |row| {
        for (found, value) in found.iter_mut().zip(row) {
            let folded = |text: &str| fold(text).into_owned();
            *found = *found
                || value.items().iter().any(|item| {
                    let text = folded(&item.plain(" "));
                    words.iter().any(|word| text.contains(word.as_str()))
                });
        }
        Ok(())
    })?;
    Ok(own_columns(table).zip(found).filter_map(|(column, found)| found.then_some(column)).collect())
}

/// Whether an own column of a table is one of these.
fn is_among(columns: &[Column], own: &Column) -> bool {
    let cell = |column: &Column| if let Place::Own(cell) = column.place { Some(cell) } else { None };
    cell(own).is_some() && columns.iter().any(|column| cell(column) == cell(own))
}
