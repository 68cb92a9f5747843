//! `compare`: how the figures of several subjects stand beside each other.
//!
//! People see a line for each thing that is compared and a column for each subject; programs get a row for each figure,
//! with its parts.

mod lines;

use anyhow::Result;
use clap::{Arg, ArgAction};

use super::Command;
use crate::answer::{Answer, Heading, Labels, ResultSet, own_column};
use crate::cli::context::Context;
use crate::cli::figures::{self, LeftOut, stated};
use crate::cli::flags;
use crate::error;
use crate::output::Format;
use crate::package::{Comparison, FieldType, Package, Table, Value};
use crate::words::{Commands, words};
use lines::{Line, Lines};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "compare",
    swedish: "jämför",
    told: Commands::command_compare,
    examples: &[],
    formats: Format::OF_ROWS,
    usual_format: super::USUAL,
    arguments: |command, package, scope| {
        let names = scope.told(super::several_words("NAME"), |names, words| {
            names.value_name(words.a_name()).help(words.argument_compared(figures::named_table(package)))
        });
        let differing = Arg::new("DIFFERING").long("differing").action(ArgAction::SetTrue);
        let all = Arg::new("ALL").long("all").action(ArgAction::SetTrue);
        let differing = scope.told(differing, |differing, words| differing.help(words.flag_differing()));
        let all = scope.told(all, |all, words| all.help(words.flag_incomparable()));
        let command = command.arg(names).arg(differing).arg(all);
        let command = figures::with_filters(command, package, scope);
        flags::with_exit_status(flags::with_cite(command, scope), scope)
    },
    answer,
};

/// One subject alone is compared with the mean; with `--differing` only lines are left in which two figures are stated
/// and differ.
fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let package = context.package;
    let (table, comparison) = figures::compared(package)?;
    let names = flags::several(context.matches, "NAME");
    let names = figures::named(package, table, &comparison.of, &names)?;
    let mean = (names.len() == 1).then_some(&comparison.mean);
    let all = flags::is_set(context.matches, "ALL");
    let Lines { mut lines, left_out } = Lines::read(context, table, comparison, &names, mean, all)?;
    let narrowing = narrowing(context, table, comparison);
    let mut notices = notices(context, &lines, &names, &left_out, &narrowing);
    if flags::is_set(context.matches, "DIFFERING") {
        let all = figures::all_axes(table);
        lines.retain(|line| line.differs(all.as_deref()));
    }
    let mut rows = if context.style.format.is_for_people() {
        let mean = mean.map(|mean| figures::mean_called(package, table, mean, true)).transpose()?;
        for_people(package, table, comparison, lines, names.iter().chain(&mean).map(String::as_str))?
    } else {
        let mean = mean.map(|mean| Value::Text(mean.value.clone().into()));
        for_programs(package, table, comparison, lines, &names, mean.as_ref())?
    };
    if context.cite {
        rows.cited = true;
        rows.provenance = package.provenance(table);
    }
    notices.retain(|_| context.tells_person || rows.is_empty());
    Ok(Answer { notices, title: names.join(", "), ..rows.into() })
}

/// What is not shown, and of whom nothing is.
fn notices(
    context: &Context,
    lines: &[Line],
    names: &[String],
    left_out: &LeftOut,
    narrowing: &[String],
) -> Vec<String> {
    let mut notices = left_out.notices(flags::is_set(context.matches, "ALL"));
    for (at, name) in names.iter().enumerate() {
        if lines.iter().all(|line| line.figures[at].is_empty()) {
            notices.push(words().nothing_to_compare(name, narrowing));
        }
    }
    notices
}

/// The filters of the figures, as they are asked for.
fn narrowing(context: &Context, table: &Table, comparison: &Comparison) -> Vec<String> {
    let mut narrowing = Vec::new();
    for column in figures::flags_of(table, comparison) {
        let typed = flags::several(context.matches, &column);
        let field = table.index_of(&column).map(|cell| &table.schema().fields[cell]);
        if let Some(field) = field.filter(|_| !typed.is_empty()) {
            narrowing.push(error::as_typed(&format!("--{}", field.flag()), &typed.join(",")));
        }
    }
    narrowing
}

fn headings_by(table: &Table, comparison: &Comparison) -> Result<Vec<Heading>> {
    comparison.by.iter().map(|name| figures::heading(table, name)).collect()
}

fn for_people<'p, 't>(
    package: &Package,
    table: &Table,
    comparison: &Comparison,
    lines: Vec<Line>,
    whose: impl Iterator<Item = &'t str>,
) -> Result<ResultSet<'p>> {
    let mut headings = headings_by(table, comparison)?;
    headings.extend(whose.map(|name| Heading::of_type(name, FieldType::List).named()));
    // What is to be compared with care is marked where it is named.
    let named = figures::comparable_key(package, table, comparison).unwrap_or(0);
    let labels = comparison
        .by
        .iter()
        .map(|name| Labels::of(package, table, &own_column(table, figures::index(table, name)?), false));
    let labels = labels.collect::<Result<Vec<_>>>()?;
    let all = figures::all_axes(table);
    let rows = lines.into_iter().map(|line| line.for_people(all.as_deref(), &labels, named));
    Ok(ResultSet::held(headings, rows.collect()))
}

fn for_programs<'p>(
    package: &Package,
    table: &Table,
    comparison: &Comparison,
    lines: Vec<Line>,
    names: &[String],
    mean: Option<&Value<'static>>,
) -> Result<ResultSet<'p>> {
    let mut headings = headings_by(table, comparison)?;
    headings.extend(figures::comparable_column(package, table, comparison)?.iter().map(Heading::from));
    for name in [&comparison.of, &comparison.mean.column].into_iter().chain(&comparison.subject) {
        headings.push(figures::heading(table, name)?);
    }
    headings.extend(stated::headings(package, table)?);
    let names: Vec<Value> = names.iter().map(|name| Value::Text(name.clone().into())).collect();
    let parts = lines::Parts {
        comparable: comparison.comparable.is_some(),
        subject: comparison.subject.is_some(),
        form: stated::Form::of(package, table),
    };
    let rows = lines.into_iter().flat_map(|line| line.into_rows(&names, mean, parts));
    Ok(ResultSet::held(headings, rows.collect()))
}
