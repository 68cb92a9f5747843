//! Tables of figures, for `compare` and `profile`: whose figures are asked for, and how the package names their columns.

pub(super) mod stated;

use std::collections::HashSet;

use anyhow::{Context as _, Result};

use crate::answer::{Heading, own_column};
use crate::cli::context::Context;
use crate::cli::filters;
use crate::cli::scope::Scope;
use crate::package::{Category, Column, Comparison, Field, Fixed, Package, Place, Table, Value};
use crate::query::{Filter, Query, find};
use crate::text::{sort_by, within_sentence};
use crate::words::{Language, language, words};

/// The table whose figures are compared, and how.
pub(super) fn compared(package: &Package) -> Result<(&Table, &Comparison)> {
    let found = package.tables().iter().find_map(|table| Some((table, table.comparison.as_ref()?)));
    found.with_context(|| words().no_comparison())
}

/// The table whose rows are named for those of which the figures are, if there is one.
pub(super) fn named_table(package: &Package) -> Option<&str> {
    let (table, comparison) = compared(package).ok()?;
    let key = package.key(table, table.schema().fields.get(table.index_of(&comparison.of)?)?)?;
    Some(&key.table.name)
}

/// Adds a filter for each column that tells what is compared, and for the status of a figure.
pub(crate) fn with_filters(command: clap::Command, package: &Package, scope: &Scope) -> clap::Command {
    let Ok((table, comparison)) = compared(package) else { return command };
    let flags = flags_of(table, comparison);
    let columns = package.columns(table).filter(|column| flags.contains(&column.field.name));
    command.args(columns.filter_map(|column| filters::filter(package, table, column, scope)))
}

/// Adds the filter for the status of a figure, if the figures have one.
pub(crate) fn with_status(command: clap::Command, package: &Package, scope: &Scope) -> clap::Command {
    let Ok((table, _)) = compared(package) else { return command };
    let status = status_column(table);
    let columns = package.columns(table).filter(|column| Some(&column.field.name) == status);
    command.args(columns.filter_map(|column| filters::filter(package, table, column, scope)))
}

/// The columns that a comparison can be narrowed by.
pub(crate) fn flags_of(table: &Table, comparison: &Comparison) -> Vec<String> {
    comparison.by.iter().chain(status_column(table)).cloned().collect()
}

/// The column that tells whether a figure is a fact.
pub(crate) fn status_column(table: &Table) -> Option<&String> {
    let quantity = table.schema().fields.iter().find_map(|field| field.quantity.as_ref())?;
    quantity.status.as_ref().map(|status| &status.column)
}

/// Whether figures of a certain status were asked for, and not only those that are facts.
pub(crate) fn asks_status(context: &Context, table: &Table) -> bool {
    status_column(table).is_some_and(|column| filters::is_asked(context, column))
}

/// The heading of a column that the description names.
pub(crate) fn heading(table: &Table, column: &str) -> Result<Heading> {
    Ok(Heading::from(&own_column(table, index(table, column)?)))
}

/// What all axes of the profile are called together, behind a figure that is stated of them at once.
pub(crate) fn all_axes(table: &Table) -> Option<String> {
    let profile = table.profile.as_ref()?;
    let axis = &table.schema().fields[table.index_of(&profile.axis)?];
    let label = axis.categories().iter().find(|category| category.value == profile.all).map(Category::label);
    // In English it is its name.
    let label = label.filter(|_| language() != Language::English);
    Some(label.map_or_else(|| profile.all.replace('_', " "), within_sentence))
}

/// A figure that is stated of all axes at once, which are called so.
pub(crate) fn of_all_axes(figure: &str, all: &str) -> String {
    format!("{figure} ({all})")
}

/// What the mean is called, for people in the language that is spoken.
pub(crate) fn mean_called(package: &Package, table: &Table, mean: &Fixed, for_people: bool) -> Result<String> {
    let mut called = mean.value.clone();
    if let Some(cell) = table.in_language(&mean.column, language()).filter(|_| for_people) {
        let filters = vec![fixed(table, mean)?];
        let query = Query { filters, limit: Some(1), ..Query::new(table, vec![own_column(table, cell)]) };
        query.run(package, |row| {
            let spoken = row[0].plain("");
            called = if spoken.is_empty() { mean.value.clone() } else { spoken.into_owned() };
            Ok(())
        })?;
    }
    Ok(called)
}

/// The column, a key's included, that tells whether figures can be set beside each other.
pub(crate) fn comparable_column<'p>(
    package: &'p Package,
    table: &'p Table,
    comparison: &Comparison,
) -> Result<Option<Column<'p>>> {
    let Some(comparable) = &comparison.comparable else { return Ok(None) };
    let found = package.columns(table).find(|column| column.field.name == comparable.column);
    found.map(Some).with_context(|| no_column(table, &comparable.column))
}

/// Among the columns that tell what is compared, the place of the key through which it is told whether figures can be.
pub(crate) fn comparable_key(package: &Package, table: &Table, comparison: &Comparison) -> Option<usize> {
    match comparable_column(package, table, comparison).ok()??.place {
        Place::Joined { key, .. } => comparison.by.iter().position(|name| *name == key.field.name),
        Place::Own(_) => None,
    }
}

/// Whether figures of which this is told can be set beside each other.
pub(crate) fn is_comparable(comparison: &Comparison, value: &Value) -> bool {
    comparison.comparable.as_ref().is_none_or(|it| it.values.iter().any(|known| *known == value.plain("")))
}

/// Whether they ask for care.
pub(crate) fn asks_care(comparison: &Comparison, value: &Value) -> bool {
    let care = comparison.comparable.as_ref().and_then(|comparable| comparable.with_care.as_ref());
    care.is_some_and(|care| *care == value.plain(""))
}

/// Narrows a query to figures that are facts, unless those of a certain status were asked for.
pub(crate) fn leave_out<'p>(context: &Context<'_, 'p>, query: &mut Query<'p>) -> Result<LeftOut> {
    let fields = &query.table.schema().fields;
    let status = fields.iter().find_map(|field| field.quantity.as_ref()?.status.as_ref());
    let Some(status) = status.filter(|_| !asks_status(context, query.table)) else { return Ok(LeftOut::default()) };
    let limit = query.limit.take();
    let all = query.count(context.package)?;
    let facts = status.facts.iter().map(|fact| fact.clone().into_bytes()).collect();
    let cell = index(query.table, &status.column)?;
    query.filters.push(Filter::one_of(cell, &query.table.schema().fields[cell], facts));
    let no_facts = all - query.count(context.package)?;
    query.limit = limit;
    Ok(LeftOut { no_facts, ..LeftOut::default() })
}

/// How many figures an answer leaves out, and why.
#[derive(Default)]
pub(crate) struct LeftOut {
    /// Those that cannot be set beside each other.
    pub(crate) incomparable: usize,
    /// Those that are no facts, but goals or the like.
    pub(crate) no_facts: usize,
}

impl LeftOut {
    /// What to tell of them.
    pub(crate) fn notices(&self, all: bool) -> Vec<String> {
        let no_facts = (self.no_facts > 0).then(|| words().no_facts(self.no_facts));
        let incomparable = (self.incomparable > 0 && !all).then(|| words().incomparable(self.incomparable));
        no_facts.into_iter().chain(incomparable).collect()
    }
}

/// The subjects that were named, as the table writes them, in the order typed and each once.
pub(super) fn named(package: &Package, table: &Table, of: &str, typed: &[String]) -> Result<Vec<String>> {
    let key = package.key(table, field(table, of)?).with_context(|| words().no_key(of))?;
    let mut subjects = Vec::new();
    let mut names = HashSet::new();
    for name in typed.iter().flat_map(|typed| typed.split(',')).filter(|name| names.insert(*name)) {
        let found = find(package, key, &[name.to_owned()])?.into_iter().map(String::from_utf8);
        let mut found = found.collect::<Result<Vec<_>, _>>()?;
        found.retain(|subject| !subjects.contains(subject));
        sort_by(&mut found, &Ord::cmp);
        subjects.extend(found);
    }
    Ok(subjects)
}

/// A filter for the rows that have one value in a column.
pub(super) fn fixed(table: &Table, fixed: &Fixed) -> Result<Filter> {
    let values = [fixed.value.clone().into_bytes()].into();
    Ok(Filter::one_of(index(table, &fixed.column)?, field(table, &fixed.column)?, values))
}

/// The position of a column that the description names.
pub(crate) fn index(table: &Table, column: &str) -> Result<usize> {
    table.index_of(column).with_context(|| no_column(table, column))
}

fn no_column(table: &Table, column: &str) -> String {
    words().no_such_column(&table.name, column)
}

/// A column that the description names.
pub(super) fn field<'t>(table: &'t Table, column: &str) -> Result<&'t Field> {
    Ok(&table.schema().fields[index(table, column)?])
}

/// The position of the column of figures.
pub(super) fn value_column(table: &Table) -> Result<usize> {
    let fields = &table.schema().fields;
    fields.iter().position(|field| field.quantity.is_some()).with_context(|| words().no_figures(&table.name))
}
