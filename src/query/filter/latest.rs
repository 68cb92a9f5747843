//! `latest`: the greatest of a column's values among the rows that are left.
//!
//! Among figures those that are facts count: the latest year is not one for which there is nothing but a goal.

use anyhow::Result;

use super::{CellPredicate, Filter, Flag, Predicate, date, number, read};
use crate::package::{Column, Date, Decimal, Field, Package, StatusColumn, Table, Value};
use crate::query::projection::Cell;
use crate::query::scan::{all_accept, cheap_first};
use crate::words::words;

/// What is typed for it.
const WORD: &str = "latest";

/// The same in Swedish.
const SWEDISH: &str = "senaste";

/// Whether the latest of a column is among what was typed for it.
pub(super) fn is_asked(typed: &[String], field: &Field) -> bool {
    let has_order = field.field_type.is_numeric() || field.is_date();
    has_order && read::parts(typed, field).any(is_word)
}

/// What was typed for the latest, and what was typed besides.
pub(super) fn apart(typed: &[String], field: &Field) -> (Vec<String>, Vec<String>) {
    read::parts(typed, field).map(str::to_owned).partition(|part| is_word(part))
}

fn is_word(part: &str) -> bool {
    [WORD, SWEDISH].iter().any(|word| part.trim().eq_ignore_ascii_case(word))
}

/// Takes the rows that have the latest value of those that the others take; none where there is no value.
///
/// Of a quantity it is the number stated that counts, since that is what sorting goes by, and what is *over 70* is no
/// value that another figure could be equal to.
pub(super) fn filter(
    package: &Package,
    table: &Table,
    column: Column,
    typed: &[String],
    others: &[Filter],
) -> Result<Filter> {
    let status = status(table, column.field);
    let Some(greatest) = greatest(package, table, column, status, others)? else {
        let flag = Flag::of(column.field).name();
        let hint = typed.first().map(|typed| typed.trim()).map(|typed| match status {
            Some(status) => words().no_latest_fact(&flag, typed, &status.column, &status.facts),
            None => words().no_latest(&flag, typed),
        });
        return Ok(Filter { hint, ..Filter::any(Vec::new()) });
    };
    let flag = Flag::of(column.field);
    let value = || std::iter::once(greatest.as_str());
    read::placed(package, table, column, &|_, cell| {
        let test = if column.field.is_date() {
            CellPredicate::Date(date::Ranges::parse(value(), flag)?)
        } else {
            CellPredicate::Number(number::Ranges::parse(value(), flag)?)
        };
        Ok(Predicate::Cell { cell, delimiter: None, test }.into())
    })
}

/// The column that tells which figures are facts, if the table has figures and tells it.
fn status<'t>(table: &'t Table, field: &'t Field) -> Option<&'t StatusColumn> {
    let figures = [field].into_iter().chain(&table.schema().fields);
    figures.filter_map(|field| field.quantity.as_ref()).find_map(|quantity| quantity.status.as_ref())
}

/// A value by its place in the order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number(Decimal),
    Date(Date, Date),
}

fn greatest(
    package: &Package,
    table: &Table,
    column: Column,
    status: Option<&StatusColumn>,
    others: &[Filter],
) -> Result<Option<String>> {
    let status = status.and_then(|status| Some((table.index_of(&status.column)?, &status.facts)));
    let cell = Cell::new(package, table, column)?;
    let others = cheap_first(others);
    let mut greatest: Option<(Rank, String)> = None;
    let mut rows = package.rows(table)?;
    while let Some(record) = rows.next_record()? {
        let is_fact = status.is_none_or(|(cell, facts)| facts.iter().any(|it| it.as_bytes() == record.raw(cell)));
        if !is_fact || !all_accept(&others, record)? {
            continue;
        }
        for item in cell.value(record)?.items() {
            let text = item.plain("");
            let rank = match item {
                Value::Date(date) => Some(Rank::Date(*date, *date)),
                // Of what is no day a later one surely begins later; of two that begin alike one may be any day of the longer.
                _ if column.field.is_date() => Date::span(&text).ok().map(|(first, last)| Rank::Date(first, last)),
                _ => Decimal::parse(&text).map(Rank::Number),
            };
            if let Some(rank) = rank.filter(|rank| greatest.as_ref().is_none_or(|(greatest, _)| rank > greatest)) {
                greatest = Some((rank, text.into_owned()));
            }
        }
    }
    Ok(greatest.map(|(_, text)| text))
}
