//! Why an answer has no rows: what the sources leave out, what is known of each thing that was asked for, and how else it
//! may have been meant.

use anyhow::Result;

use super::context::Context;
use super::filters::{self, filters};
use super::{flags, rows};
use crate::package::{Column, FieldType, Package, Place, Table};
use crate::query::{Filter, Query};
use crate::text::distinct;
use crate::words::words;

/// What to tell where a question about a table has no rows.
pub(super) fn explain<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Vec<String>> {
    let package = context.package;
    let query = Query { filters: filters(context, table)?, ..Query::new(table, Vec::new()) };
    let mut told = if context.tells_person { Vec::new() } else { rows::gaps(context, &query)? };
    told.extend(query.filters.iter().filter_map(Filter::hint).map(str::to_owned));
    for column in package.columns(table) {
        let typed = flags::several(context.matches, &column.field.name);
        if !typed.is_empty() {
            told.extend(of_column(package, table, column, &typed)?);
        }
    }
    told.extend(possible(context, table)?);
    Ok(told)
}

/// What is known of that which was asked for in one column, if it alone leaves no row.
fn of_column(package: &Package, table: &Table, column: Column, typed: &[String]) -> Result<Option<String>> {
    let only = Filter::parse(package, table, column, typed, false)?;
    let flag = format!("--{} {}", column.field.flag(), typed.join(","));
    let mut own_years = Vec::new();
    if let Place::Own(own) = column.place {
        let is_year = column.field.field_type == FieldType::Year;
        // A year that is no key is one of the table's own.
        let key = package.key(table, column.field).map(|key| (key.table, key.target));
        let named = key.or(is_year.then_some((table, own)));
        if let Some((named, cell)) = named.filter(|_| column.field.field_type.is_numeric()) {
            let known = if is_year { years(package, named, cell)? } else { package.held(named, cell)? };
            if !known.iter().any(|value| only.may_accept(own, value.as_bytes())) {
                return Ok(Some(format!("{flag}: {}", words().no_row_but_of(&named.name, &known))));
            }
        }
        if is_year {
            own_years = years(package, table, own)?;
        }
    }
    let alone = Query { filters: vec![only], ..Query::new(table, Vec::new()) }.count(package)?;
    let told = || format!("{flag}: {}", words().no_row_known(&table.name, &own_years));
    Ok((alone == 0).then(told))
}

/// How many figures may, but need not, lie within what was asked for.
fn possible<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Option<String>> {
    let figures = table.schema().fields.iter().filter(|field| field.quantity.is_some());
    let mut asked = figures.filter(|field| !flags::several(context.matches, &field.name).is_empty());
    let Some(figure) = asked.next().filter(|_| !flags::is_set(context.matches, flags::POSSIBLY)) else {
        return Ok(None);
    };
    let filters = filters::filters_possibly(context, table)?;
    let figures = Query { filters, ..Query::new(table, Vec::new()) }.count(context.package)?;
    let told = || format!("--{}: {}", figure.flag(), words().figures_may_lie_within(figures));
    Ok((figures > 0).then(told))
}

/// The years in a column, in order and each once.
fn years(package: &Package, table: &Table, cell: usize) -> Result<Vec<String>> {
    let years = distinct(package.held(table, cell)?.into_iter().filter(|year| !year.is_empty()));
    Ok(years.into_iter().collect())
}
