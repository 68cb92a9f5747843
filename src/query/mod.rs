//! A question about one table, and its answer: filter, sort, limit, choose columns.
//!
//! Rows stream. A filter looks at the raw bytes of its own cell; only rows that all filters take are decoded,
//! and of those only the cells that were asked for. Rows are held only where they must be sorted, and then so many as
//! are asked for or there is room for.

mod count;
mod coverage;
mod filter;
mod projection;
mod scan;
mod search;
mod sort;
mod things;

use std::collections::HashMap;

use anyhow::Result;

use crate::package::{Column, Package, Record, Table, Value};
use crate::text::sort_by;

pub use count::{GroupSort, Groups, counted_under};
pub use filter::{Asked, Extent, Filter, called, columns_with, find, is_year};
pub use search::{Matches, Search, has_texts};
pub use sort::{Sort, SortKey};
pub use things::{Found, Home, Thing, Things};

use projection::{Cell, last_cell};
use sort::Room;

/// A question about one table.
///
/// ```
/// use itkommun::package::Package;
/// use itkommun::query::{Filter, Query};
///
/// let package = Package::bundled();
/// let winners = package.table("winners").expect("the table");
/// let column = |name| package.columns(winners).find(|column| column.field.name == name).expect("the column");
/// // What is filtered need not be shown.
/// let mut query = Query::new(winners, vec![column("municipality")]);
/// query.filters.push(Filter::parse(&package, winners, column("year"), &["2009".to_owned()], false)?);
/// let rows = query.run(&package, |row| {
///     assert_eq!(row[0].plain(""), "Falkenberg");
///     Ok(())
/// })?;
/// assert_eq!(rows, 1);
/// # Ok::<(), anyhow::Error>(())
/// ```
pub struct Query<'p> {
    /// The table asked.
    pub table: &'p Table,
    /// What a row must meet; all of it.
    pub filters: Vec<Filter>,
    /// The columns of the answer, in order.
    pub columns: Vec<Column<'p>>,
    /// What the rows are ordered by, the weightiest first; the package's order where empty and among ties.
    pub sort: Vec<Sort<'p>>,
    /// How many rows at most.
    pub limit: Option<usize>,
    /// Only the rows at these positions in the table, where these were found before; and which place each has in the answer,
    /// where nothing else orders it.
    pub places: Option<HashMap<u64, usize>>,
}

impl<'p> Query<'p> {
    /// All rows of a table, in the package's order.
    pub fn new(table: &'p Table, columns: Vec<Column<'p>>) -> Self {
        Self { table, filters: Vec::new(), columns, sort: Vec::new(), limit: None, places: None }
    }

    /// Hands each row of the answer to `emit`, a value a column, and returns how many there were.
    pub fn run(&self, package: &'p Package, mut emit: impl FnMut(&[Value]) -> Result<()>) -> Result<usize> {
        self.run_to(package, &mut emit)
    }

    // Not generic: the program asks in two dozen places, and this is compiled once.
    fn run_to(&self, package: &'p Package, emit: &mut Emit) -> Result<usize> {
        let cells = self.columns.iter().map(|&column| Cell::new(package, self.table, column));
        let cells = cells.collect::<Result<Vec<_>>>()?;
        let last = last_cell(&cells);
        if let Some(places) = self.places.as_ref().filter(|_| self.sort.is_empty()) {
            // In one piece, not a list each: it is the allocator that takes the time of many rows.
            let (mut rows, mut order) = (Vec::with_capacity(places.len() * cells.len()), Vec::new());
            self.each(package, self.limit, last, &mut |record| {
                order.push((places.get(&record.position()), rows.len()));
                for cell in &cells {
                    rows.push(cell.value(record)?.into_owned());
                }
                Ok(())
            })?;
            sort_by(&mut order, &|(one, _), (other, _)| one.cmp(other));
            order.iter().try_for_each(|&(_, start)| emit(&rows[start..][..cells.len()]))?;
            return Ok(order.len());
        }
        if self.sort.is_empty() {
            return self.each(package, self.limit, last, &mut |record| emit(&values(&cells, record)?));
        }
        self.run_sorted(package, &cells, &Room::of(cells.len(), &self.sort), emit)
    }

    /// How many rows the answer has. Nothing is decoded or sorted for it.
    pub fn count(&self, package: &'p Package) -> Result<usize> {
        self.each(package, self.limit, 0, &mut |_| Ok(()))
    }
}

/// What takes the rows of an answer.
type Emit<'e> = dyn FnMut(&[Value]) -> Result<()> + 'e;

fn values<'r>(cells: &'r [Cell], record: Record<'r>) -> Result<Vec<Value<'r>>> {
    cells.iter().map(|cell| cell.value(record)).collect()
}

#[cfg(test)]
mod tests;
