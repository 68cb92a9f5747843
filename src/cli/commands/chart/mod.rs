//! `chart`: bars for the rows of a table, by a figure or by how many there are; or a timeline, or a map.

mod bars;
mod map;
mod placing;
mod timeline;
mod title;

use anyhow::Result;
use clap::{Arg, ValueHint};

use super::Command;
use crate::answer::{Answer, BarChart, Body, Caption, Drawing, Figure, Group, ResultSet, Tally, own_column};
use crate::cli::context::Context;
use crate::cli::figures::{self, LeftOut};
use crate::cli::scope::Scope;
use crate::cli::{drawings, filters, flags, rows};
use crate::error;
use crate::output::Format;
use crate::package::{Column, FieldType, Package, Table};
use crate::query::Query;
use crate::words::{Commands, words};
use bars::Bars;

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "chart",
    swedish: "diagram",
    told: Commands::command_chart,
    examples: &["chart timeline", "chart timeline --format json", "chart timeline -o timeline.svg"],
    formats: Format::OF_DRAWINGS,
    usual_format: super::USUAL,
    arguments,
    answer,
};

/// A picture has no more bars than this: more are neither told apart nor shown by every viewer.
const MOST_BARS: usize = 300;

fn arguments(command: clap::Command, package: &Package, scope: &Scope) -> clap::Command {
    let command = command
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words().tables())
        .subcommand(finish(timeline::build(package, scope), scope));
    let command = if scope.is_all() { command.override_usage(words().usage_of_chart(None)) } else { command };
    // The word is taken.
    let wanted = package.meant_tables().filter(|table| table.name != timeline::NAME);
    let wanted = wanted.filter(|table| scope.has_word(&table.name));
    command.subcommands(wanted.map(|table| of_table(package, table, scope)))
}

fn of_table(package: &Package, table: &Table, scope: &Scope) -> clap::Command {
    let x = Arg::new("X").long("x").value_hint(ValueHint::Other);
    let x = scope.told(x, |x, words| x.value_name(words.a_columns()).help(words.flag_x()));
    let y = Arg::new("Y").long("y").value_hint(ValueHint::Other);
    let y = scope.told(y, |y, words| y.value_name(words.a_column()).help(words.flag_y()));
    let command = map::with_flag(clap::Command::new(table.name.clone()).arg(x).arg(y), package, scope);
    let command = if scope.is_all() {
        command.about(table.summary().into_owned()).override_usage(words().usage_of_chart(Some(&table.name)))
    } else {
        command
    };
    let command = filters::with_filters(command, package, table, scope);
    let command = flags::with_order(command, scope);
    finish(flags::with_exit_status(command, scope), scope)
}

/// Adds the flags of everything that is drawn.
fn finish(command: clap::Command, scope: &Scope) -> clap::Command {
    let command = drawings::with_flags(command, scope);
    let command = flags::with_formats(command, scope, Format::OF_DRAWINGS, super::USUAL);
    flags::with_surroundings(command, scope)
}

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    match context.subcommand.and_then(|name| context.package.table(name)) {
        Some(table) => of_rows(context, table),
        None => timeline::answer(context),
    }
}

fn of_rows<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Answer<'p>> {
    if flags::is_set(context.matches, map::MAP) {
        return map::answer(context, table);
    }
    let is_drawn = drawings::drawn(context, context.style.format.is_drawn())?;
    let y = drawn_column(context, table)?;
    let labels = label_columns(context, table, y.as_ref())?;
    let (query, left_out) = asked(context, table, &labels, y)?;
    if y.is_none() && !query.sort.is_empty() {
        return Err(error::conflict("--sort", words().sorted_counts()).into());
    }
    let mut notices = if context.tells_person { left_out.notices(false) } else { Vec::new() };
    let answer = if is_drawn {
        let drawing = drawing(context, query, &labels, y.as_ref(), &mut notices)?;
        if context.style.format.is_page() {
            let (query, _) = asked(context, table, &labels, y)?;
            let Answer { body, .. } = numbers(context, query, &labels, y.is_some(), &mut Vec::new())?;
            Answer { body, ..drawing }
        } else {
            drawing
        }
    } else {
        // A drawing tells it itself.
        notices.extend(rows::notices(context, &query)?);
        numbers(context, query, &labels, y.is_some(), &mut notices)?
    };
    Ok(Answer { notices, of_table: Some(table), ..answer })
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

/// What the bars would show, as rows.
fn numbers<'p>(
    context: &Context<'_, 'p>,
    query: Query<'p>,
    labels: &[Column<'p>],
    is_measured: bool,
    notices: &mut Vec<String>,
) -> Result<Answer<'p>> {
    let (package, format) = (context.package, context.style.format);
    if is_measured {
        let rows = ResultSet::of_query(package, query, context.cite);
        return Ok(if format.is_for_people() { rows.for_people(package, &|_| false)? } else { rows }.into());
    }
    if format.is_bibliography() {
        // The sources of bars are those of all the rows behind them.
        return Ok(ResultSet::of_query(package, Query { limit: None, columns: Vec::new(), ..query }, true).into());
    }
    let table = query.table;
    let tally = Tally::new(package, query, labels, format.is_for_people(), context.cite)?;
    notices.extend((tally.has_joint && context.tells_person).then(|| words().joint().to_owned()));
    let mut rows = ResultSet::held(tally.headings, tally.rows);
    if context.cite {
        rows.cited = true;
        rows.provenance = package.provenance(table);
    }
    Ok(rows.into())
}

/// The bars, and what is to be read beside them.
fn drawing<'p>(
    context: &Context<'_, 'p>,
    mut query: Query<'p>,
    labels: &[Column<'p>],
    y: Option<&Column>,
    notices: &mut Vec<String>,
) -> Result<Answer<'p>> {
    let package = context.package;
    let gaps = query.gaps(package)?;
    // The limit of bars that are counts is one of bars; the rows behind them are not limited.
    let limit = if y.is_none() { query.limit.take() } else { None };
    let columns = query.columns.clone();
    let (title, mut told) = title::of(context, &mut query, Some(labels).filter(|_| y.is_none()), y)?;
    query.columns = columns;
    let mut bars = if y.is_some() {
        Bars::measured(package, query)?
    } else {
        let provenance = package.provenance(query.table);
        let tally = Tally::new(package, query, labels, true, true)?;
        told.insert(0, words().number_of_rows().to_owned());
        told.extend(tally.has_joint.then(|| words().joint().to_owned()));
        Bars::counted(&tally.rows, provenance)?
    };
    told.extend(bars.about.take());
    bars.list.truncate(limit.unwrap_or(usize::MAX));
    let count = bars.list.len();
    if context.style.format.has_pictures() && count > MOST_BARS {
        return Err(error::too_many_bars(count, MOST_BARS).into());
    }
    let gaps: Vec<String> = gaps.iter().map(ToString::to_string).collect();
    if count == 0 {
        notices.push(drawings::nothing(context));
        // Where nothing is drawn, nothing is read beside it.
        notices.extend(gaps.iter().filter(|_| context.tells_person).cloned());
    }
    let caption = Caption {
        title: drawings::heading(context, title)?,
        subtitle: told.join(" · "),
        description: description(&bars),
        notes: gaps,
        source: bars.citations.line(package, context.draws_sources())?,
        marks: bars.marks,
    };
    let chart = BarChart { caption, groups: vec![Group { title: None, bars: bars.list }], maximum: None };
    Ok(Answer { drawing: Some(Drawing::Bars(chart)), ..Body::Count(count).into() })
}

/// The bars in words, for those who do not see them.
fn description(bars: &Bars) -> String {
    let figure = |figure: Option<&Figure>| figure.map_or(words().not_stated(), |figure| &figure.text).to_owned();
    let bars = bars.list.iter().map(|bar| format!("{}: {}", bar.label, figure(bar.figure.as_ref())));
    words().bar_chart(&bars.collect::<Vec<_>>())
}

/// The columns that `--x` names. Figures are labelled by whose they are and when, where it names none.
fn label_columns<'p>(context: &Context<'_, 'p>, table: &'p Table, y: Option<&Column>) -> Result<Vec<Column<'p>>> {
    if let Some(named) = context.columns(table, "X", "--x")? {
        if let Some(y) = y.filter(|y| named.iter().any(|label| label.field.name == y.field.name)) {
            return Err(error::conflict("--y", &words().labels_already(&y.field.name)).into());
        }
        return Ok(named);
    }
    let Some(comparison) = table.comparison.as_ref().filter(|_| y.is_some()) else {
        return Err(
            error::missing(&format!("chart {}", table.name), &[&format!("--x <{}>", words().a_columns())]).into()
        );
    };
    let year = table.schema().fields.iter().position(|field| field.field_type == FieldType::Year);
    let cells = [Some(figures::index(table, &comparison.of)?), year];
    Ok(cells.into_iter().flatten().map(|cell| own_column(table, cell)).collect())
}

/// The column that `--y` names; the figures where all are of one thing and none is named.
fn drawn_column<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Option<Column<'p>>> {
    let Some(named) = context.columns(table, "Y", "--y")? else { return figures_of_one(context, table) };
    let [y] = named[..] else {
        return Err(error::conflict("--y", words().one_column()).into());
    };
    if !is_drawable(&y) {
        let can: Vec<&str> =
            context.package.columns(table).filter(is_drawable).map(|it| it.field.name.as_str()).collect();
        return Err(error::not_drawable(&y.field.name, &table.name, &can).into());
    }
    Ok(Some(y))
}

/// The figures of a table, where what was asked for is one thing that is measured: there is nothing else to draw of it.
fn figures_of_one<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Option<Column<'p>>> {
    let Some(comparison) = &table.comparison else { return Ok(None) };
    let Some(at) = figures::comparable_key(context.package, table, comparison) else { return Ok(None) };
    let thing = &comparison.by[at];
    let typed = flags::several(context.matches, thing);
    if figures::named(context.package, table, thing, &typed)?.len() != 1 {
        return Ok(None);
    }
    let value = own_column(table, figures::value_column(table)?);
    let labels = context.columns(table, "X", "--x")?.unwrap_or_default();
    Ok(Some(value).filter(|value| labels.iter().all(|label| label.field.name != value.field.name)))
}

/// Whether a column can be drawn.
pub(in crate::cli) fn is_drawable(column: &Column) -> bool {
    matches!(column.field_type(), FieldType::Integer | FieldType::Number)
}
