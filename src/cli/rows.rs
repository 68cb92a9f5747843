//! A table as a command: a filter a column, and the flags that say what the answer is to be.

use anyhow::Result;
use clap::{Arg, ArgAction, Command, ValueHint};

use super::context::Context;
use super::flags::{self, Suggested};
use super::help;
use super::scope::Scope;
use crate::answer::{Answer, Body, ResultSet, columns_for_people, own_columns};
use crate::error;
use crate::output::{BIBLIOGRAPHY_COLUMNS, Format};
use crate::package::{Column, FieldType, Key, KindNames, Package, Place, Table, Value};
use crate::query::{Filter, Query};

/// When which format is usual.
pub(super) const USUAL_FORMAT: &str = "by default table on a terminal, tsv elsewhere";

/// A number of rows has neither columns nor an order nor sources of its own.
const APART: [flags::Apart; 2] = [
    (
        flags::COUNT_BY,
        "--count-by",
        &[(flags::COUNT, "--count"), (flags::COLUMNS, "--columns"), (flags::SORT, "--sort"), (flags::CITE, "--cite")],
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

/// The formats that a table's rows can have.
pub(super) fn formats(table: &Table) -> &'static [Format] {
    if table.citation.is_some() { Format::OF_SOURCES } else { Format::OF_ROWS }
}

/// The command of a table.
pub(super) fn build(package: &Package, table: &Table, scope: &Scope) -> Command {
    let command = Command::new(table.name.clone()).about(table.summary().to_owned());
    let command = with_filters(command, package, table, scope);
    let command = flags::with_columns(command, package, table, scope);
    let command = flags::with_order(command, package, table, scope);
    let command = flags::with_exit_status(flags::with_cite(command, scope), scope);
    let command = flags::with_formats(command, scope, formats(table), USUAL_FORMAT);
    if scope.is_all() {
        return command.long_about(table.description.clone()).after_help(help::of_values(table));
    }
    command
}

/// Adds a filter for each column that the table can be asked by.
pub(super) fn with_filters(command: Command, package: &Package, table: &Table, scope: &Scope) -> Command {
    let columns = package.columns(table);
    let flags = columns.filter_map(|column| filter(package, table, column, scope));
    flags::with_possibly(command.args(flags), table, scope)
}

/// The flag of a column, if the scope asks for it.
pub(super) fn filter(package: &Package, table: &Table, column: Column, scope: &Scope) -> Option<Arg> {
    let field = column.field;
    let long = field.name.replace('_', "-");
    if !scope.has_flag(&long) {
        return None;
    }
    let flag = Arg::new(field.name.clone()).long(long).action(ArgAction::Append).allow_negative_numbers(true);
    let flag =
        if field.field_type == FieldType::Boolean { flag.num_args(0..=1).default_missing_value("true") } else { flag };
    if !scope.is_all() {
        return Some(flag);
    }
    let flag = flag
        .value_name(help::value_name(package, table, column))
        .value_hint(ValueHint::Other)
        .help(help::of_column(package, table, column))
        .help_heading("Filters");
    let allowed = &field.constraints.allowed;
    Some(if allowed.is_empty() {
        flag
    } else {
        flag.value_parser(Suggested(allowed.clone())).hide_possible_values(true)
    })
}

/// What was typed for the columns of a table.
pub(super) fn filters(context: &Context, table: &Table) -> Result<Vec<Filter>> {
    filters_where(context, table, &|_| true)
}

/// What was typed for those columns of a table that are named.
pub(super) fn filters_of(context: &Context, table: &Table, names: &[String]) -> Result<Vec<Filter>> {
    filters_where(context, table, &|column| names.contains(&column.field.name))
}

fn filters_where(context: &Context, table: &Table, is_meant: &dyn Fn(&Column) -> bool) -> Result<Vec<Filter>> {
    let possibly = flags::is_set(context.matches, flags::POSSIBLY);
    let (mut filters, mut has_figure) = (Vec::new(), false);
    for column in context.package.columns(table).filter(is_meant) {
        let typed = flags::several(context.matches, &column.field.name);
        if !typed.is_empty() {
            has_figure = has_figure || column.field.quantity.is_some();
            filters.push(Filter::parse(context.package, table, column, &typed, possibly)?);
        }
    }
    if possibly && !has_figure {
        let figures = table.schema().fields.iter().filter(|field| field.quantity.is_some());
        let figures: Vec<String> = figures.map(|field| format!("--{}", field.name)).collect();
        return Err(error::conflict("--possibly", &format!("it widens a filter on {}", figures.join(" or "))).into());
    }
    Ok(filters)
}

/// The query of the rows that the filters take, in the order and number asked for, with these columns.
pub(super) fn query<'p>(context: &Context<'_, 'p>, table: &'p Table, columns: Vec<Column<'p>>) -> Result<Query<'p>> {
    Ok(Query {
        filters: filters(context, table)?,
        sort: context.sort(table)?,
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
        return bibliography(context, table, all || named.is_some());
    }
    let is_named = named.is_some();
    let columns = match named {
        Some(columns) => columns,
        None if all => package.columns(table).collect(),
        None if format.has_chosen_columns() => columns_for_people(package, table)?,
        None => own_columns(table).collect(),
    };
    let query = query(context, table, columns)?;
    let mut notices = notices(context, &query)?;
    if flags::is_given(context.matches, flags::COUNT) || flags::is_given(context.matches, flags::COUNT_BY) {
        notices.extend(joint(context, &query)?);
    }
    let body = if let Some(by) = context.columns(table, flags::COUNT_BY, "--count-by")? {
        Body::from(ResultSet::of_counts(package, &query, &by, format.is_for_people())?)
    } else if flags::is_set(context.matches, flags::COUNT) {
        Body::Count(query.count(package)?)
    } else {
        let columns_in_all = package.columns(table).count();
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
    let told = || {
        format!("a joint entry is counted once for each that shares it: {column} names others in {rows} of the rows")
    };
    Ok((rows > 0).then(told))
}

fn gaps(context: &Context, query: &Query) -> Result<Vec<String>> {
    let gaps = query.gaps(context.package)?.into_iter();
    Ok(gaps.map(|gap| format!("{}: {}", gap.keys.join(", "), gap.note)).collect())
}

/// Why a question about a table may have no rows: what the sources leave out, what is known of each thing that was asked
/// for, and how else it may have been meant.
pub(crate) fn explain<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Vec<String>> {
    let package = context.package;
    let query = Query { filters: filters(context, table)?, ..Query::new(table, Vec::new()) };
    let mut told = if context.tells_person { Vec::new() } else { gaps(context, &query)? };
    for column in package.columns(table) {
        let typed = flags::several(context.matches, &column.field.name);
        let Some(key) = package.key(table, column.field).filter(|_| !typed.is_empty()) else { continue };
        if !matches!(column.place, Place::Own(_)) {
            continue;
        }
        let only = Filter::parse(package, table, column, &typed, false)?;
        let flag = format!("--{} {}", column.field.name.replace('_', "-"), typed.join(","));
        let known = key_values(package, key)?;
        if column.field.field_type.is_numeric() && !known.iter().any(|value| only.may_accept(key.own, value.as_bytes()))
        {
            let (table, known) = (&key.table.name, known.join(", "));
            told.push(format!("{flag}: no row of {table}; there are {known}"));
        } else if (Query { filters: vec![only], ..Query::new(table, Vec::new()) }).count(package)? == 0 {
            told.push(format!("{flag}: no row of {}, as far as the sources tell", table.name));
        }
    }
    told.extend(query.filters.iter().filter_map(Filter::hint).map(str::to_owned));
    Ok(told)
}

/// The values that a key can have, in the package's order.
fn key_values(package: &Package, key: Key) -> Result<Vec<String>> {
    let mut values = Vec::new();
    let mut rows = package.rows(key.table)?;
    while let Some(record) = rows.next_record()? {
        values.push(record.text(key.target)?.to_owned());
    }
    Ok(values)
}

/// The rows of a table of sources, for reference managers.
fn bibliography<'p>(context: &Context<'_, 'p>, table: &'p Table, asked: bool) -> Result<Answer<'p>> {
    let format = context.style.format;
    for (flag, is_given) in [
        ("--columns", asked),
        ("--count", flags::is_set(context.matches, flags::COUNT)),
        ("--count-by", flags::one::<String>(context.matches, flags::COUNT_BY).is_some()),
    ] {
        if is_given {
            let problem = format!("{} holds sources and nothing else, in fields of its own", format.name());
            return Err(error::conflict(flag, &problem).into());
        }
    }
    let Some((columns, kinds)) = bibliography_columns(table) else {
        return Err(
            error::conflict("--format", &format!("{} has too few columns for a bibliography", table.name)).into()
        );
    };
    let query = query(context, table, columns)?;
    let mut rows = Vec::new();
    query.run(context.package, |row| {
        let mut values: Vec<Value<'static>> = row.iter().cloned().map(Value::into_owned).collect();
        if let Some(kind) = values.last_mut() {
            let names = kinds(&kind.plain(""))?;
            let name = if format == Format::Bibtex { &names.bibtex } else { &names.csl };
            *kind = Value::Text(name.clone().into());
        }
        rows.push(crate::answer::Row::new(values));
        Ok(())
    })?;
    Ok(ResultSet::held(Vec::new(), rows).into())
}

type KindsOf<'p> = Box<dyn Fn(&str) -> Result<&'p KindNames> + 'p>;

/// The columns that a bibliography needs of a table, in its order, and what the kinds of sources are called in it.
fn bibliography_columns(table: &Table) -> Option<(Vec<Column<'_>>, KindsOf<'_>)> {
    let citation = table.citation.as_ref()?;
    let names = [table.names.first()?].into_iter().chain(citation.columns());
    let columns: Vec<Column> =
        names.filter_map(|name| own_columns(table).find(|column| column.field.name == *name)).collect();
    let kinds = |kind: &str| {
        let names = citation.kinds.get(kind);
        names.ok_or_else(|| anyhow::anyhow!("datapackage.json: no name for the kind {kind}"))
    };
    (columns.len() == BIBLIOGRAPHY_COLUMNS).then_some((columns, Box::new(kinds)))
}
