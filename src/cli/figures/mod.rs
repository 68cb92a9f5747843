//! Tables of figures, for `compare` and `profile`: whose figures are asked for, and how the package names their columns.

pub(super) mod stated;

use anyhow::{Context as _, Result};

use crate::cli::rows;
use crate::cli::scope::Scope;
use crate::package::{Comparison, Field, Fixed, Package, Table};
use crate::query::{Filter, find};

/// The table whose figures are compared, and how.
pub(super) fn compared(package: &Package) -> Result<(&Table, &Comparison)> {
    let found = package.tables().iter().find_map(|table| Some((table, table.comparison.as_ref()?)));
    found.context("the package describes no comparison")
}

/// What help tells of the names that are typed.
pub(super) fn help(package: &Package) -> String {
    let key = compared(package).ok().and_then(|(table, comparison)| {
        package.key(table, table.schema().fields.get(table.index_of(&comparison.of)?)?)
    });
    let rows = key.map_or("things", |key| &key.table.name);
    format!("Of {rows}, each by name or code, two words in quotes")
}

/// Adds a filter for each column that tells what is compared.
pub(super) fn with_filters(command: clap::Command, package: &Package, scope: &Scope) -> clap::Command {
    let Ok((table, comparison)) = compared(package) else { return command };
    let columns = package.columns(table).filter(|column| comparison.by.contains(&column.field.name));
    command.args(columns.filter_map(|column| rows::filter(package, table, column, scope)))
}

/// The subjects that were named, as the table writes them, in the order typed and each once.
pub(super) fn named(package: &Package, table: &Table, of: &str, typed: &[String]) -> Result<Vec<String>> {
    let key = package.key(table, field(table, of)?).with_context(|| format!("{of} is no key"))?;
    let mut subjects = Vec::new();
    for name in typed.iter().flat_map(|typed| typed.split(',')) {
        let found = find(package, key, &[name.to_owned()], None)?.into_iter().map(String::from_utf8);
        let mut found = found.collect::<Result<Vec<_>, _>>()?;
        found.retain(|subject| !subjects.contains(subject));
        found.sort();
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
pub(super) fn index(table: &Table, column: &str) -> Result<usize> {
    table
        .index_of(column)
        .with_context(|| format!("the description of {} names a column that it has not: {column}", table.name))
}

/// A column that the description names.
pub(super) fn field<'t>(table: &'t Table, column: &str) -> Result<&'t Field> {
    Ok(&table.schema().fields[index(table, column)?])
}

/// The position of the column of figures.
pub(super) fn value_column(table: &Table) -> Result<usize> {
    let fields = &table.schema().fields;
    fields.iter().position(|field| field.quantity.is_some()).with_context(|| format!("{} has no figures", table.name))
}
