//! How many rows have each value, as an answer.

use anyhow::Result;

use super::{Heading, Labels, ResultSet, Row};
use crate::package::{Column, Package, Value};
use crate::query::{GroupSort, Query};

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
        // An item of a list stands in its row alone.
        let mut headings: Vec<Heading> = by.iter().map(|column| Heading::of_item(column).named()).collect();
        headings.push(Heading::number("count"));
        let labels =
            |column| if for_people { Labels::of(package, query.table, column, true) } else { Ok(Labels::default()) };
        let labels = by.iter().map(labels).collect::<Result<Vec<_>>>()?;
        let groups = query.count_by(package, by, order)?.into_iter().map(|group| {
            let mut values: Vec<Value> = group.values.into_iter().zip(&labels).map(|(it, of)| of.label(it)).collect();
            values.push(Value::count(group.count));
            Row::new(values)
        });
        Ok(Self::held(headings, groups.collect()))
    }
}
