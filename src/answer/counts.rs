//! How many rows have each value, as an answer.

use std::cmp::Reverse;
use std::collections::HashSet;

use anyhow::Result;

use super::result_set::fetch;
use super::{Heading, Labels, ResultSet, Row, Statement};
use crate::package::{Column, Package, Table, Value};
use crate::query::{GroupSort, Groups, Query, SortKey, counted_under};
use crate::text::{sort_by, sort_by_key};
use crate::words::words;

/// How many entries have each value.
pub struct Tally {
    /// The columns that are counted by, and the count.
    pub headings: Vec<Heading>,
    /// A row for each combination of values, with all that the rows behind it rest on.
    pub rows: Vec<Row>,
    /// Whether rows that are one entry are among them.
    pub has_joint: bool,
}

impl Tally {
    /// Counts the rows of a query by these columns: most first, or along a scale where the first of them is one.
    ///
    /// Rows that are one entry count once. People are shown labels, and another column's value where one is missing.
    pub fn new<'p>(
        package: &'p Package,
        mut query: Query<'p>,
        by: &[Column<'p>],
        for_people: bool,
        cited: bool,
    ) -> Result<Self> {
        let table = query.table;
        // A limit is one of bars; the rows behind them are not limited.
        let limit = query.limit.take();
        query.columns = by.to_vec();
        let is_named = |name: &String| by.iter().any(|column| column.field.name == *name);
        let instead = by.iter().map(|column| {
            let name = column.field.else_shows.as_ref().filter(|name| for_people && !is_named(name))?;
            Some(fetch(&mut query, table.index_of(name)?))
        });
        let instead: Vec<Option<usize>> = instead.collect();
        let joint = package.joint(table).map(|joint| {
            let [with, who] = [joint.with, joint.who].map(|cell| fetch(&mut query, cell));
            (with, who, joint.of.into_iter().map(|cell| fetch(&mut query, cell)).collect::<Vec<_>>())
        });
        let (mut of_values, mut groups, mut has_joint) = (Groups::default(), Vec::<Group>::new(), false);
        ResultSet::of_query(package, query, cited).cited_for(for_people).each(package, &mut |row, statements| {
            let values = row.iter().zip(&instead).map(|(value, instead)| match instead {
                Some(instead) if value.is_missing() => row[*instead].clone(),
                _ => value.clone(),
            });
            let entry = joint.as_ref().filter(|(with, ..)| !row[*with].is_missing()).map(|(with, who, of)| {
                let mut who: Vec<String> = row[*with].items().iter().chain([&row[*who]]).map(plain).collect();
                sort_by(&mut who, &Ord::cmp);
                of.iter().map(|&cell| plain(&row[cell])).chain(who).collect::<Vec<_>>()
            });
            has_joint |= entry.is_some();
            for values in counted_under(&values.collect::<Vec<_>>()) {
                let place = of_values.of(values);
                groups.resize_with(of_values.values.len(), Group::default);
                let group = &mut groups[place];
                let is_new = entry.as_ref().is_none_or(|entry| group.joint.insert(entry.clone()));
                group.count += usize::from(is_new);
                for statement in statements {
                    if !group.statements.contains(statement) {
                        group.statements.push(statement.clone().into_owned());
                    }
                }
            }
            Ok(())
        })?;
        let is_scale = by.first().is_some_and(|column| column.field.field_type.is_numeric());
        let mut groups: Vec<(Vec<Value>, Group)> = of_values.values.into_iter().zip(groups).collect();
        sort_by_key(&mut groups, |(values, group)| {
            let keys: Vec<SortKey> = values.iter().map(SortKey::new).collect();
            let written: Vec<String> = values.iter().map(plain).collect();
            (if is_scale { None } else { Some(Reverse(group.count)) }, keys, written)
        });
        let (headings, labels) = headings(package, table, by, for_people, false)?;
        let rows = groups.into_iter().map(|(values, Group { count, statements, .. })| {
            let mut values: Vec<Value> = values.into_iter().zip(&labels).map(|(it, of)| of.label(it)).collect();
            values.push(Value::count(count));
            Row { values, statements }
        });
        Ok(Self { headings, rows: rows.take(limit.unwrap_or(usize::MAX)).collect(), has_joint })
    }
}

/// Entries of the same values, and what the rows rest on.
#[derive(Default)]
struct Group {
    count: usize,
    /// The entries among them that several rows share.
    joint: HashSet<Vec<String>>,
    statements: Vec<Statement<'static>>,
}

fn plain(value: &Value) -> String {
    value.plain("").into_owned()
}

/// The headings of what is counted by these columns, and what their values are called.
fn headings(
    package: &Package,
    table: &Table,
    by: &[Column],
    for_people: bool,
    is_named: bool,
) -> Result<(Vec<Heading>, Vec<Labels>)> {
    // An item of a list stands in its row alone.
    let mut headings: Vec<Heading> = by.iter().map(|column| Heading::of_item(column).named()).collect();
    headings.push(Heading::number("count").titled(words().count_heading()));
    if !for_people {
        return Ok((headings, by.iter().map(|_| Labels::default()).collect()));
    }
    let labels = |column| {
        let mut labels = Labels::of(package, table, column, is_named)?;
        if labels.is_empty() {
            labels = Labels::spoken(package, table, column)?;
        }
        if labels.is_empty() && !is_named {
            labels = Labels::of_rows(package, table, column)?;
        }
        Ok(labels)
    };
    Ok((headings, by.iter().map(labels).collect::<Result<_>>()?))
}

impl<'p> ResultSet<'p> {
    /// A row for each combination of values in these columns, and how many rows of the query have it, in this order;
    /// people are shown the labels of members of fixed sets.
    pub fn of_counts(
        package: &Package,
        query: &Query<'p>,
        by: &[Column<'p>],
        order: &[GroupSort],
        for_people: bool,
    ) -> Result<Self> {
        let (headings, labels) = headings(package, query.table, by, for_people, true)?;
        let groups = query.count_by(package, by, order)?.into_iter().map(|group| {
            let mut values: Vec<Value> = group.values.into_iter().zip(&labels).map(|(it, of)| of.label(it)).collect();
            values.push(Value::count(group.count));
            Row::new(values)
        });
        Ok(Self::held(headings, groups.collect()))
    }
}
