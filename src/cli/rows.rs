//! A table as a command: a filter a column, and the flags that say what the answer is to be.

use anyhow::Result;
use clap::Command;

use super::context::Context;
use super::filters::{filters, with_filters};
use super::flags;
use super::scope::Scope;
use crate::answer::{Answer, Body, ResultSet, columns_for_people, columns_with_words};
use crate::error;
use crate::output::Format;
use crate::package::{Column, Package, Table};
use crate::query::Query;
use crate::words::{Commands, Text, words};

/// Which format is usual.
pub(super) const USUAL_FORMAT: Text = Commands::usual_of_rows;

/// A number of rows has neither columns nor an order nor sources of its own.
const APART: [flags::Apart; 2] = [
    (
        flags::COUNT_BY,
        "--count-by",
        &[(flags::COUNT, "--count"), (flags::COLUMNS, "--columns"), (flags::CITE, "--cite")],
    ),
    (
        flags::COUNT,
        "--count",
        &[
            (flags::COLUMNS, "--columns"),
            (flags::SORT, "--sort"),
            (flags::CITE, "--cite"),
            (flags::NO_HEADER, "--no-header"),
        ],
    ),
];

/// The command of a table.
pub(super) fn build(package: &Package, table: &Table, scope: &Scope) -> Command {
    let command = with_filters(Command::new(table.name.clone()), package, table, scope);
    let command = flags::with_columns(command, scope);
    let command = flags::with_order(command, scope);
    let command = flags::with_exit_status(flags::with_cite(command, scope), scope);
    let command = flags::with_formats(command, scope, Format::OF_ROWS, USUAL_FORMAT);
    if scope.is_all() {
        let command = command.override_usage(words().usage_of_table(Some(&super::Subject::Table(table).typed())));
        return command.about(table.summary().into_owned()).long_about(table.description().to_owned());
    }
    command
}

/// The query of the rows that the filters take, in the order and number asked for, with these columns. Where rows are
/// counted by values, the order is one of these and not of rows.
pub(super) fn query<'p>(context: &Context<'_, 'p>, table: &'p Table, columns: Vec<Column<'p>>) -> Result<Query<'p>> {
    let is_counted = flags::is_given(context.matches, flags::COUNT_BY);
    Ok(Query {
        filters: filters(context, table)?,
        sort: if is_counted { Vec::new() } else { context.sort(table)? },
        limit: context.limit()?,
        ..Query::new(table, columns)
    })
}

/// The answer of a table.
pub(super) fn answer<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Answer<'p>> {
    let (package, format) = (context.package, context.style.format);
    flags::keep_apart(context.matches, &APART)?;
    let all = flags::one::<String>(context.matches, flags::COLUMNS).is_some_and(|typed| typed == "all");
    let named = if all { None } else { context.columns(table, flags::COLUMNS, "--columns")? };
    if format.is_bibliography() {
        has_no_columns(context)?;
    }
    let is_named = named.is_some();
    let columns = match named {
        None if format.is_bibliography() => Vec::new(),
        Some(columns) => columns,
        None if all => package.columns(table).collect(),
        None if format.is_page() => columns_with_words(package, table)?,
        None if format.has_chosen_columns() => columns_for_people(package, table)?,
        None => context.all_columns(table),
    };
    let query = query(context, table, columns)?;
    let mut notices = notices(context, &query)?;
    if flags::is_given(context.matches, flags::COUNT) || flags::is_given(context.matches, flags::COUNT_BY) {
        notices.extend(joint(context, &query)?);
    }
    if format.is_bibliography() && package.provenance(table).is_none() {
        notices.push(words().rows_without_sources(&table.name));
    }
    let body = if let Some(by) = context.columns(table, flags::COUNT_BY, "--count-by")? {
        Body::from(ResultSet::of_counts(package, &query, &by, &context.group_sort(&by)?, format.is_for_people())?)
    } else if flags::is_set(context.matches, flags::COUNT) {
        Body::Count(query.count(package)?)
    } else {
        // What a column says in another language is nothing more.
        let columns = package.columns(table).filter(|column| !table.is_translation(&column.field.name));
        let columns_in_all = columns.count();
        let rows = ResultSet::of_query(package, query, context.cite);
        let rows = if format.is_for_people() { rows.for_people(package, &|_| is_named)? } else { rows };
        Body::from(ResultSet { columns_in_all, ..rows })
    };
    Ok(Answer { notices, of_table: Some(table), ..body.into() })
}

/// What to tell a person of a query in any case: rows that it cannot have, because the sources do not give them.
pub(crate) fn notices(context: &Context, query: &Query) -> Result<Vec<String>> {
    if context.tells_person { gaps(context, query) } else { Ok(Vec::new()) }
}

/// What to tell a person of rows that are counted: that what stands in several of them is counted more than once.
pub(crate) fn joint<'p>(context: &Context<'_, 'p>, query: &Query<'p>) -> Result<Option<String>> {
    let Some(column) = query.table.joint.as_ref().filter(|_| context.tells_person) else { return Ok(None) };
    let rows = query.joint(context.package)?;
    Ok((rows > 0).then(|| words().joint_rows(column, rows)))
}

/// What the sources leave out of the rows of a query.
pub(super) fn gaps(context: &Context, query: &Query) -> Result<Vec<String>> {
    Ok(query.gaps(context.package)?.iter().map(ToString::to_string).collect())
}

/// An error where columns or numbers are asked for in a format that has none.
fn has_no_columns(context: &Context) -> Result<()> {
    for (id, flag) in [(flags::COLUMNS, "--columns"), (flags::COUNT, "--count"), (flags::COUNT_BY, "--count-by")] {
        if flags::is_given(context.matches, id) {
            return Err(error::conflict(flag, &words().holds_sources_alone(context.style.format.name())).into());
        }
    }
    Ok(())
}
