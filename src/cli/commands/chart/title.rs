//! What a chart is called: what is drawn, of whom and when. What else was asked for is told under it.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::answer::{Labels, own_column};
use crate::cli::context::Context;
use crate::cli::{figures, filters, flags};
use crate::package::{Column, FieldType, ForeignKey, Package, Table, Value};
use crate::query::Query;
use crate::text::within_sentence;
use crate::words::words;

/// So many names are told in a title.
const FEW: usize = 3;

/// The title of a chart, and what is told under it.
pub(super) fn of<'p>(
    context: &Context<'_, 'p>,
    query: &mut Query<'p>,
    by: Option<&[Column]>,
    y: Option<&Column>,
) -> Result<(String, Vec<String>)> {
    let (package, table) = (context.package, query.table);
    let (mut what, mut whom, mut told) = (None, Vec::new(), Vec::new());
    let mut asked = Vec::new();
    let thing = table.schema().keys().find(|key| key.shows.is_some()).map(ForeignKey::column);
    for column in package.columns(table) {
        let name = &column.field.name;
        let typed = flags::several(context.matches, name);
        if !typed.is_empty() && column.field.field_type != FieldType::Year {
            if package.key(table, column.field).is_none() {
                asked.push((column, typed));
            } else {
                let named = named(package, table, column, &typed)?;
                match &named[..] {
                    [one] if thing == Some(name) => what = Some(one.clone()),
                    _ => whom.push(listed(&named)),
                }
            }
        }
        let left_out = flags::several(context.matches, &filters::excluded(name));
        if !left_out.is_empty() {
            told.push(words().but_for(&within_sentence(column.field.title_or_name()), &left_out));
        }
    }
    told.extend(flags::several(context.matches, filters::MISSING).iter().map(|names| words().without(names)));
    told.extend(flags::several(context.matches, filters::PRESENT).iter().map(|names| words().with(names)));
    let found = Found::read(context, query, &asked)?;
    for ((column, typed), values) in asked.iter().zip(found.values) {
        // Members of a set that are their own labels are names, such as those of counties.
        let is_name = column.field.field_type == FieldType::String
            && column.field.categories().iter().all(|member| member.value == member.label());
        match &values[..] {
            [one] if is_name => whom.push(one.clone()),
            [_, ..] if !is_name && values.len() <= FEW && !column.field.field_type.is_numeric() => {
                told.push(format!("{}: {}", column.field.title_or_name(), values.join(", ")));
            }
            _ => told.push(format!("{}: {}", column.field.title_or_name(), typed.join(", "))),
        }
    }
    let mut text = match (what, y) {
        (Some(what), _) => what,
        (None, Some(y)) => format!("{}: {}", table.title_or_name(), within_sentence(y.field.title_or_name())),
        (None, None) => table.title_or_name().to_owned(),
    };
    if let Some(by) = by {
        let by: Vec<String> = by.iter().map(|column| within_sentence(column.field.title_or_name())).collect();
        text = words().counted_by(&text, &by);
    }
    let when = years(&found.years);
    let rest: Vec<String> = [whom.join(", "), when].into_iter().filter(|part| !part.is_empty()).collect();
    Ok((if rest.is_empty() { text } else { format!("{text}, {}", rest.join(" ")) }, told))
}

/// What the rows of a query have.
struct Found {
    years: BTreeSet<String>,
    /// The values of each column, as people read them: one more than a few at most.
    values: Vec<Vec<String>>,
}

impl Found {
    fn read<'p>(context: &Context<'_, 'p>, query: &mut Query<'p>, asked: &[(Column<'p>, Vec<String>)]) -> Result<Self> {
        let (package, table) = (context.package, query.table);
        let labels = asked.iter().map(|(column, _)| Labels::of(package, table, column, false));
        let labels = labels.collect::<Result<Vec<_>>>()?;
        let year = table.schema().fields.iter().position(|field| field.field_type == FieldType::Year);
        let columns = asked.iter().map(|(column, _)| *column).chain(year.map(|cell| own_column(table, cell)));
        query.columns = columns.collect();
        let mut found = Self { years: BTreeSet::new(), values: vec![Vec::new(); asked.len()] };
        query.run(package, |row| {
            for ((value, labels), values) in row.iter().zip(&labels).zip(&mut found.values) {
                for item in value.items().iter().filter(|item| !item.is_missing()) {
                    let item = labels.label(item.clone()).plain("").into_owned();
                    if values.len() <= FEW && !values.contains(&item) {
                        values.push(item);
                    }
                }
            }
            let years = row.get(asked.len()).filter(|year| !year.is_missing());
            found.years.extend(years.map(|year| year.plain("").into_owned()));
            Ok(())
        })?;
        Ok(found)
    }
}

/// The rows of another table that were named, as people read them.
fn named(package: &Package, table: &Table, column: Column, typed: &[String]) -> Result<Vec<String>> {
    let labels = Labels::of(package, table, &column, false)?;
    let named = figures::named(package, table, &column.field.name, typed)?;
    Ok(named.into_iter().map(|name| labels.label(Value::text(&name)).plain("").into_owned()).collect())
}

/// `2009`, `2009 and 2013`, `2009–2015`.
pub(super) fn years(years: &BTreeSet<String>) -> String {
    let follows = |first: &str, last: &str| first.parse::<u32>().ok().map(|year| year + 1) == last.parse().ok();
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if years.len() > 2 || follows(first, last) => format!("{first}–{last}"),
        _ => words().all_of(&years.iter().cloned().collect::<Vec<_>>()),
    }
}

fn listed(names: &[String]) -> String {
    let more = names.len().saturating_sub(FEW);
    words().and_more(&names[..names.len() - more], more)
}
