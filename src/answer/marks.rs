//! How sure the values of a row are, as the row itself tells.

use super::result_set::fetch;
use crate::package::{Field, Value};
use crate::query::Query;

/// Where the rows of a query list which of their columns are inferred, and which are disputed.
pub struct MarkCells([Option<usize>; 2]);

impl MarkCells {
    /// Adds the lists to what the query fetches, if its table has them.
    pub fn fetch(query: &mut Query) -> Self {
        let table = query.table;
        let marks = [&table.marks.inferred, &table.marks.disputed];
        Self(marks.map(|mark| Some(fetch(query, table.index_of(mark.as_ref()?)?))))
    }

    /// Whether a row's value in this column is inferred, and whether it is disputed.
    pub fn of(&self, row: &[Value], field: &Field) -> [bool; 2] {
        self.0.map(|at| at.is_some_and(|at| field.is_among(row[at].items())))
    }

    /// A row's lists themselves, as far as its table has them.
    pub fn lists(&self, row: &[Value]) -> Vec<Value<'static>> {
        self.0.iter().flatten().map(|&at| row[at].clone().into_owned()).collect()
    }
}
