//! How many rows have each value, as an answer.

use anyhow::Result;

use super::{Heading, ResultSet, Row};
use crate::package::{Column, Package, Value};
use crate::query::{GroupSort, Query};

impl<'p> ResultSet<'p> {
    /// A row for each combination of values in these columns, and how many rows of the query have it, in this order.
    pub fn of_counts(package: &Package, query: &Query<'p>, by: &[Column<'p>], order: &[GroupSort]) -> Result<Self> {
        // An item of a list stands in its row alone.
        let mut headings: Vec<Heading> = by.iter().map(Heading::of_item).collect();
        headings.push(Heading::number("count"));
        let groups = query.count_by(package, by, order)?.into_iter().map(|mut group| {
            group.values.push(Value::count(group.count));
            Row::new(group.values)
        });
        Ok(Self::held(headings, groups.collect()))
    }
}
