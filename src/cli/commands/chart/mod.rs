//! `chart`: bars for the rows of a table, by a figure or by how many there are; or a timeline.

mod timeline;

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use clap::{Arg, ValueHint};

use super::Command;
use crate::answer::{Answer, Bar, BarChart, Body, Caption, Citations, Drawing, Figure, Group, ResultSet};
use crate::cli::context::Context;
use crate::cli::figures::{self, LeftOut};
use crate::cli::scope::Scope;
use crate::cli::{filters, flags, rows};
use crate::error;
use crate::output::{Format, figure};
use crate::package::{Column, FieldType, Package, Table, Value};
use crate::query::{Query, SortKey};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "chart",
    about: "Rows of a table as bars, or as a timeline",
    notes: "--x names the columns that label the bars; without --y a bar is how many rows have that \
            label, most first, with --y it is the number in that column, in the order of --sort. \
            The filters of a table: `itkommun chart <TABLE> --help`",
    examples: &["chart timeline --format markdown"],
    formats: Format::OF_DRAWINGS,
    usual_format: super::USUAL,
    arguments,
    answer,
};

fn arguments(command: clap::Command, package: &Package, scope: &Scope) -> clap::Command {
    let command = command
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("TABLE")
        .subcommand_help_heading("Tables")
        .override_usage("itkommun chart <TABLE> --x <COLUMNS> [--y <COLUMN>] [OPTIONS]")
        .subcommand(finish(timeline::build(package, scope), scope));
    let wanted = package.tables().iter().filter(|table| scope.has_word(&table.name));
    command.subcommands(wanted.map(|table| of_table(package, table, scope)))
}

fn of_table(package: &Package, table: &Table, scope: &Scope) -> clap::Command {
    let x = Arg::new("X").long("x").value_name("COLUMNS").required(true).value_hint(ValueHint::Other);
    let y = Arg::new("Y").long("y").value_name("COLUMN").value_hint(ValueHint::Other);
    let command = clap::Command::new(table.name.clone())
        .about(table.summary().to_owned())
        .override_usage(format!("itkommun chart {} --x <COLUMNS> [--y <COLUMN>] [OPTIONS]", table.name))
        .arg(x.help("The columns that label the bars, by comma"))
        .arg(y.help("The column of numbers to draw; without it, the number of rows"));
    let command = filters::with_filters(command, package, table, scope);
    let command = flags::with_order(command, package, table, scope);
    finish(flags::with_exit_status(command, scope), scope)
}

/// Adds the flags of everything that is drawn.
fn finish(command: clap::Command, scope: &Scope) -> clap::Command {
    let command = flags::with_cite(command, scope);
    flags::with_formats(command, scope, Format::OF_DRAWINGS, super::USUAL)
}

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    match context.subcommand.and_then(|name| context.package.table(name)) {
        Some(table) => of_rows(context, table),
        None => timeline::answer(context),
    }
}

fn of_rows<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Answer<'p>> {
    let labels = context.columns(table, "X", "--x")?.unwrap_or_default();
    let y = drawn_column(context, table, &labels)?;
    let (query, left_out) = asked(context, table, &labels, y)?;
    if y.is_none() && !query.sort.is_empty() {
        let problem = "without --y bars are how many rows there are, most first";
        return Err(error::conflict("--sort", problem).into());
    }
    let mut notices = rows::notices(context, &query)?;
    if y.is_none() {
        notices.extend(rows::joint(context, &query)?);
    }
    if context.tells_person {
        notices.extend(left_out.notices(false));
    }
    let of_table = Some(table);
    let format = context.style.format;
    if format != Format::Table && !format.is_drawn() {
        return Ok(Answer { notices, of_table, ..tabled(context, query, &labels, y)?.into() });
    }
    let gaps = query.gaps(context.package)?;
    let (bars, mut source) = match y {
        Some(_) => measured(context, query, labels.len())?,
        None => counted(context, query, &labels)?,
    };
    for gap in gaps {
        source = format!("{source}. {}: {}", gap.keys.join(", "), gap.note);
    }
    let count = bars.len();
    if count == 0 {
        notices.push("no rows to draw".to_owned());
    }
    let by = labels.iter().map(|column| column.field.name.as_str()).collect::<Vec<_>>().join(", ");
    let what = y.map_or("rows", |y| y.field.name.as_str());
    let caption = Caption {
        title: format!("{}: {what} by {by}", table.title),
        description: format!(
            "A bar chart of {count} bars. Where a figure is not exact, the span that it may have is lighter."
        ),
        source,
    };
    let chart = BarChart { caption, groups: vec![Group { title: None, bars }], maximum: None };
    let body = if format.is_page() {
        let (query, _) = asked(context, table, &labels, y)?;
        tabled(context, query, &labels, y)?.into()
    } else {
        Body::Count(count)
    };
    Ok(Answer { body, drawing: Some(Drawing::Bars(chart)), notices, of_table, ..Answer::default() })
}

/// The rows behind the bars, and what of them cannot be drawn.
fn asked<'p>(
    context: &Context<'_, 'p>,
    table: &'p Table,
    labels: &[Column<'p>],
    y: Option<Column<'p>>,
) -> Result<(Query<'p>, LeftOut)> {
    let mut query = rows::query(context, table, labels.iter().copied().chain(y).collect())?;
    let left_out = if y.is_some() { figures::leave_out(context, &mut query)? } else { LeftOut::default() };
    Ok((query, left_out))
}

/// What the bars show, as rows.
fn tabled<'p>(
    context: &Context<'_, 'p>,
    query: Query<'p>,
    labels: &[Column<'p>],
    y: Option<Column<'p>>,
) -> Result<ResultSet<'p>> {
    let (package, format) = (context.package, context.style.format);
    match y {
        Some(_) => {
            let rows = ResultSet::of_query(package, query, context.cite);
            if format.is_page() { rows.for_people(package, &|_| true) } else { Ok(rows) }
        }
        // The sources of bars are those of all the rows behind them.
        None if format.is_bibliography() => {
            Ok(ResultSet::of_query(package, Query { limit: None, columns: Vec::new(), ..query }, true))
        }
        None if context.cite && !format.is_page() => {
            Err(error::conflict("--cite", "how many rows there are is in no source; add --y").into())
        }
        None => ResultSet::of_counts(package, &query, labels, &[], format.is_for_people()),
    }
}

/// The column that `--y` names.
fn drawn_column<'p>(context: &Context<'_, 'p>, table: &'p Table, labels: &[Column]) -> Result<Option<Column<'p>>> {
    let Some(named) = context.columns(table, "Y", "--y")? else { return Ok(None) };
    let [y] = named[..] else {
        return Err(error::conflict("--y", "a chart draws one column").into());
    };
    if !is_drawable(&y) {
        let can: Vec<&str> =
            context.package.columns(table).filter(is_drawable).map(|it| it.field.name.as_str()).collect();
        return Err(error::not_drawable(&y.field.name, &table.name, &can).into());
    }
    if labels.iter().any(|label| label.field.name == y.field.name) {
        return Err(error::conflict("--y", &format!("{} labels the bars already, by --x", y.field.name)).into());
    }
    Ok(Some(y))
}

/// Whether a column can be drawn.
fn is_drawable(column: &Column) -> bool {
    matches!(column.field_type(), FieldType::Integer | FieldType::Number)
}

/// A bar for each label and how many rows have it, and the line of the sources of all of these.
fn counted<'p>(context: &Context<'_, 'p>, query: Query<'p>, by: &[Column<'p>]) -> Result<(Vec<Bar>, String)> {
    let mut groups = query.count_by(context.package, by, &[])?;
    // Along a scale the scale's own order is what one looks for.
    if by.first().is_some_and(|column| column.field.field_type.is_numeric()) {
        groups.sort_by_key(|group| group.values.iter().map(SortKey::new).collect::<Vec<_>>());
    }
    let bars = groups.into_iter().map(|group| {
        let length = f64::from(u32::try_from(group.count).unwrap_or(u32::MAX));
        let figure = Figure::exact(&group.count.to_string(), length);
        Bar { label: label(&group.values), series: 0, figure: Some(figure) }
    });
    // The limit is one of bars; the rows behind them are not limited.
    let rows = Query { limit: None, sort: Vec::new(), columns: Vec::new(), ..query };
    let citations = Citations::of_query(context.package, rows)?;
    Ok((bars.collect(), citations.line(context.package, context.draws_sources())?))
}

/// The bars of the rows that have a number, and the line of their sources.
fn measured<'p>(context: &Context<'_, 'p>, query: Query<'p>, labels: usize) -> Result<(Vec<Bar>, String)> {
    let (mut bars, mut units) = (Vec::new(), BTreeSet::new());
    let mut citations = Citations::default();
    let rows = ResultSet::of_query(context.package, query, true);
    rows.each(context.package, &mut |values, statements| {
        let (of_label, value) = (&values[..labels], &values[labels]);
        if let Value::Quantity(quantity) = value {
            units.insert(quantity.unit.to_string());
        }
        citations.add(rows.provenance, statements);
        bars.push(Bar { label: label(of_label), series: 0, figure: drawn(value)? });
        Ok(())
    })?;
    if units.len() > 1 {
        let units: Vec<&str> = units.iter().map(|unit| if unit.is_empty() { "none" } else { unit }).collect();
        return Err(error::several_units(&units).into());
    }
    Ok((bars, citations.line(context.package, context.draws_sources())?))
}

/// A value as a figure to draw; nothing where it is missing.
fn drawn(value: &Value) -> Result<Option<Figure>> {
    let text = value.plain("");
    match value {
        Value::Quantity(quantity) => {
            let interval = quantity.interval().with_context(|| format!("`{text}` is no figure"))?;
            let (low, high) = interval.ends();
            Ok(Some(Figure { text: figure(quantity), low, high, point: interval.point(), is_fact: quantity.is_fact }))
        }
        Value::Missing => Ok(None),
        _ => {
            let number: f64 = text.parse().with_context(|| format!("`{text}` is no number"))?;
            Ok(Some(Figure::exact(&text, number)))
        }
    }
}

fn label(values: &[Value]) -> String {
    let stated = values.iter().filter(|value| !value.is_missing());
    let texts: Vec<String> = stated.map(|value| value.plain(", ").into_owned()).collect();
    if texts.is_empty() { "(none)".to_owned() } else { texts.join(" ") }
}
