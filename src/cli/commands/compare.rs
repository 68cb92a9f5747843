//! `compare`: how the figures of several subjects stand beside each other.
//!
//! People see a line for each thing that is compared and a column for each subject; programs get a row for each figure,
//! with its parts.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use clap::{Arg, ArgAction};

use super::Command;
use crate::answer::{Answer, Heading, ResultSet, Row, Statement, own_column};
use crate::cli::context::Context;
use crate::cli::figures::{self, stated};
use crate::cli::{flags, rows};
use crate::output::{Format, figure};
use crate::package::{Comparison, Field, FieldType, Fixed, Profile, Quantity, Table, Value};
use crate::query::{Filter, Query, SortKey};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "compare",
    about: "Figures beside each other, or one's beside the mean",
    notes: "",
    examples: &[],
    formats: Format::OF_ROWS,
    usual_format: super::USUAL,
    arguments: |command, package, scope| {
        let names = format!("{}; one alone is compared with the mean", figures::help(package));
        let differing = Arg::new("DIFFERING").long("differing").action(ArgAction::SetTrue);
        let command = command.arg(super::words("NAME", names));
        let command = command.arg(differing.help("Only what is stated of two or more, and differs"));
        let command = figures::with_filters(command, package, scope);
        flags::with_exit_status(flags::with_cite(command, scope), scope)
    },
    answer,
};

/// One subject alone is compared with the mean; with `--differing` only lines are left in which two figures are stated
/// and differ.
fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let (table, comparison) = figures::compared(context.package)?;
    let names = flags::several(context.matches, "NAME");
    let names = figures::named(context.package, table, &comparison.of, &names)?;
    let mean = (names.len() == 1).then_some(&comparison.mean);
    let mut lines = lines(context, table, comparison, &names, mean)?;
    if flags::is_set(context.matches, "DIFFERING") {
        lines.retain(|line| line.differs(table.profile.as_ref()));
    }
    let mut headings = comparison
        .by
        .iter()
        .map(|name| Ok(Heading::from(&own_column(table, figures::index(table, name)?))))
        .collect::<Result<Vec<_>>>()?;
    let of_mean = mean.map(|mean| mean.value.as_str());
    let mut rows = if context.style.format.is_for_people() {
        let whose = names.iter().map(String::as_str).chain(of_mean);
        headings.extend(whose.map(|name| Heading::of_type(name, FieldType::List)));
        ResultSet::held(headings, lines.into_iter().map(|line| line.for_people(table.profile.as_ref())).collect())
    } else {
        headings.extend([&comparison.of, &comparison.mean.column].map(|name| Heading::text(name)));
        headings.extend(stated::headings(context.package, table)?);
        let as_lists = stated::sources_are_lists(context.package, table);
        let names: Vec<Value> = names.iter().map(|name| Value::Text(name.clone().into())).collect();
        let mean = of_mean.map(|name| Value::Text(name.to_owned().into()));
        ResultSet::held(
            headings,
            lines.into_iter().flat_map(|line| line.into_rows(&names, mean.as_ref(), as_lists)).collect(),
        )
    };
    if context.cite {
        rows.cited = true;
        rows.provenance = context.package.provenance(table);
    }
    Ok(rows.into())
}

/// One line: what is compared, and each subject's figures, those of the mean last.
#[derive(Clone)]
struct Line {
    by: Vec<Value<'static>>,
    figures: Vec<Vec<Stated>>,
}

/// A figure, for which axis it was stated, and where.
#[derive(Clone)]
struct Stated {
    quantity: Quantity<'static>,
    axis: String,
    statements: Vec<Statement<'static>>,
    /// Whether it was stated of all axes at once.
    is_of_all: bool,
}

impl Stated {
    fn text(&self, profile: Option<&Profile>) -> String {
        let text = figure(&self.quantity);
        match profile {
            Some(profile) if self.is_of_all => profile.of_all(&text),
            _ => text,
        }
    }
}

impl Line {
    /// A figure that two sources state alike is shown once.
    fn texts(figures: &[Stated], profile: Option<&Profile>) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for text in figures.iter().map(|stated| stated.text(profile)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }

    fn differs(&self, profile: Option<&Profile>) -> bool {
        let mut stated = self.figures.iter().filter(|figures| !figures.is_empty()).map(|it| Self::texts(it, profile));
        let first = stated.next();
        stated.any(|figures| Some(figures) != first)
    }

    fn for_people(self, profile: Option<&Profile>) -> Row {
        let mut values = self.by;
        for figures in &self.figures {
            let texts = Self::texts(figures, profile).into_iter();
            values.push(Value::List(texts.map(|text| Value::Text(text.into())).collect()));
        }
        let statements = self.figures.into_iter().flatten().flat_map(|stated| stated.statements);
        Row { values, statements: statements.collect() }
    }

    fn into_rows(self, names: &[Value<'static>], mean: Option<&Value<'static>>, as_lists: bool) -> Vec<Row> {
        let mut rows = Vec::new();
        for (at, figures) in self.figures.into_iter().enumerate() {
            for Stated { quantity, axis, statements, .. } in figures {
                let mut values = self.by.clone();
                let of_mean = if at < names.len() { None } else { mean };
                values.push(names.get(at).cloned().unwrap_or(Value::Missing));
                values.push(of_mean.cloned().unwrap_or(Value::Missing));
                values.extend(stated::values(&quantity, &axis, &statements, as_lists));
                rows.push(Row { values, statements });
            }
        }
        rows
    }
}

fn lines(
    context: &Context,
    table: &Table,
    comparison: &Comparison,
    names: &[String],
    mean: Option<&Fixed>,
) -> Result<Vec<Line>> {
    let index = |name: &String| figures::index(table, name);
    let by = comparison.by.iter().map(index).collect::<Result<Vec<_>>>()?;
    let axis = table.profile.as_ref().and_then(|profile| comparison.by.iter().position(|name| *name == profile.axis));
    let mut filters = rows::filters_of(context, table, &comparison.by)?;
    filters.push(whose(table, &comparison.of, names, mean)?);
    let columns = by.iter().copied().chain([index(&comparison.of)?, figures::value_column(table)?]);
    let columns = columns.map(|cell| own_column(table, cell)).collect();
    let query = Query { filters, ..Query::new(table, columns) };
    let mut lines: BTreeMap<Vec<SortKey>, Line> = BTreeMap::new();
    let shown = names.len() + usize::from(mean.is_some());
    ResultSet::of_query(context.package, query, true).each(context.package, &mut |row, statements| {
        let (of_line, figure) = row.split_at(by.len());
        let [subject, value] = figure else { bail!("a row too short") };
        let keys = of_line.iter().zip(&by).map(|(value, &cell)| rank(value, &table.schema().fields[cell])).collect();
        let line = lines.entry(keys).or_insert_with(|| Line {
            by: of_line.iter().cloned().map(Value::into_owned).collect(),
            figures: vec![Vec::new(); shown],
        });
        let subject = subject.plain("");
        let place = names.iter().position(|name| *name == subject).unwrap_or(names.len());
        if let (Value::Quantity(quantity), Some(figures)) = (value.clone().into_owned(), line.figures.get_mut(place)) {
            let axis = axis.map_or(String::new(), |axis| of_line[axis].plain("").into_owned());
            let statements = statements.iter().cloned().map(Statement::into_owned).collect();
            figures.push(Stated { quantity: *quantity, axis, statements, is_of_all: false });
        }
        Ok(())
    })?;
    let mut lines: Vec<Line> = lines.into_values().collect();
    if let (Some(profile), Some(axis)) = (&table.profile, axis) {
        spread(&mut lines, axis, &profile.all);
    }
    Ok(lines)
}

/// Sets what is said of all axes at once where nothing is said of one of them, marked as such: it holds there, too.
fn spread(lines: &mut [Line], axis: usize, all: &str) {
    let stated_for = |line: &Line| line.by[axis].plain("").into_owned();
    let of_all: Vec<Line> = lines.iter().filter(|line| stated_for(line) == all).cloned().collect();
    for line in lines.iter_mut().filter(|line| !line.by[axis].is_missing() && stated_for(line) != all) {
        let alike = |all: &&Line| {
            all.by.iter().zip(&line.by).enumerate().all(|(place, (all, own))| place == axis || all == own)
        };
        let Some(all) = of_all.iter().find(alike) else { continue };
        for (own, all) in line.figures.iter_mut().zip(&all.figures).filter(|(own, _)| own.is_empty()) {
            own.extend(all.iter().map(|stated| Stated { is_of_all: true, ..stated.clone() }));
        }
    }
}

/// A filter for the rows of the subjects, and of the mean if it is wanted.
fn whose(table: &Table, of: &str, names: &[String], mean: Option<&Fixed>) -> Result<Filter> {
    let keys = names.iter().map(|name| name.clone().into_bytes()).collect();
    let mut whose = vec![Filter::one_of(figures::index(table, of)?, figures::field(table, of)?, keys)];
    whose.extend(mean.map(|mean| figures::fixed(table, mean)).transpose()?);
    Ok(Filter::any(whose))
}

/// How a value is ordered among others: members of a fixed set as the set has them.
fn rank(value: &Value, field: &Field) -> SortKey {
    match field.constraints.allowed.iter().position(|member| *member == value.plain("")) {
        Some(place) => SortKey::new(&Value::count(place)),
        None => SortKey::new(value),
    }
}
