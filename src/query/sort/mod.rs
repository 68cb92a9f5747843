//! Ordering an answer.
//!
//! Of a long table not all rows are held, but the first of the order, as many as were asked for. Where there is no room for
//! these, what they are ordered by is held, and each row read again where it was found to begin; where the file cannot be
//! gone back in, as a packed one, the table is read again for as many rows at a time as there is room for. Where there is
//! none for the keys of all rows, either, the table is read once for as many as there is. That needs no file beside it.

mod key;

use std::cmp::Ordering;
use std::mem;

use anyhow::{Result, ensure};

use super::projection::{Cell, last_cell};
use super::scan::{Choice, Chooser};
use super::{Emit, Query, values};
use crate::package::{Column, Package, Record, Value};
use crate::words::words;

use key::Keys;
pub use key::SortKey;

/// One column that an answer is ordered by.
pub struct Sort<'p> {
    /// The column.
    pub column: Column<'p>,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Of so many rows it is worth finding out in several threads which they may be.
const FEW: usize = 10_000;

/// How much is held while rows are ordered.
pub(super) struct Room {
    /// Rows with all their cells.
    pub(super) rows: usize,
    /// Rows of which nothing is held but what they are ordered by.
    pub(super) keys: usize,
}

impl Room {
    /// Of so many columns in this order, less than a gigabyte: some 100 bytes a cell; of a rank 64, 48 more for each key
    /// after the first, and some 200 for a text, of which many may be alike.
    pub(super) fn of(columns: usize, by: &[Sort]) -> Self {
        const ALL: usize = 900_000_000;
        let texts = by.iter().filter(|sort| !sort.column.field.value_type().is_numeric()).count();
        let rank = 64 + 48 * by.len().saturating_sub(1) + 200 * texts;
        Self { rows: (1_000_000 / columns.max(1)).max(1), keys: ALL / rank }
    }
}

impl<'p> Query<'p> {
    /// Hands on the rows in order, and returns how many there were.
    pub(super) fn run_sorted(
        &self,
        package: &'p Package,
        cells: &[Cell],
        room: &Room,
        emit: &mut Emit,
    ) -> Result<usize> {
        let limit = self.limit.unwrap_or(usize::MAX);
        let mut keys = Keys::new(package, self)?;
        let last = last_cell(cells).max(keys.last_cell());
        let (mut count, mut after, mut has_rows) = (0, None, true);
        while count < limit {
            let wanted = limit - count;
            let wanted = if wanted > room.rows { wanted.min(room.keys) } else { wanted };
            let first = || First { by: &self.sort, after: after.clone(), wanted, held: Vec::new(), ordered: 0 };
            let chooser = || {
                let (mut keys, mut first) = (Keys::new(package, self)?, first());
                let choice: Choice = Box::new(move |record| {
                    let rank = first.rank(&mut keys, record)?;
                    let takes = rank.is_some();
                    first.held.extend(rank.map(|rank| (rank, Ok(Vec::new()))));
                    first.let_go_of_many();
                    Ok(takes)
                });
                Ok(choice)
            };
            // So few are held by each thread, too.
            let chooser: Option<Chooser> = if wanted <= FEW { Some((&chooser, keys.last_cell())) } else { None };
            let mut first = first();
            self.each_chosen(package, None, last, chooser, &mut |record| {
                if let Some(rank) = first.rank(&mut keys, record)? {
                    let cells = if has_rows { cells } else { &[] };
                    // What is wrong with a row is told if it is one of the first, which may be known of some sooner and of
                    // others later, by how many threads there are.
                    first.held.push((rank, held(cells, record)));
                    first.let_go_of_many();
                    if has_rows && wanted > room.rows && first.held.len() > room.rows {
                        first.held.iter_mut().for_each(|(_, row)| *row = Ok(Vec::new()));
                        has_rows = false;
                    }
                }
                Ok(())
            })?;
            first.let_go();
            let found = first.held.len();
            if has_rows {
                for (_, row) in &mut first.held {
                    emit(&mem::replace(row, Ok(Vec::new()))?)?;
                }
            } else if let Some(mut rows) = package.rows_at(self.table, last)? {
                for (rank, _) in &first.held {
                    match rows.read(rank.position, &mut |record| held(cells, record)) {
                        Ok(row) => emit(&row)?,
                        // What is wrong with it is told with its line where all are read up to it.
                        Err(error) => {
                            self.run_placed(package, [rank.position].into_iter(), emit)?;
                            return Err(error);
                        }
                    }
                }
                rows.is_unchanged()?;
            } else {
                for ranks in first.held.chunks(room.rows) {
                    self.run_placed(package, ranks.iter().map(|(rank, _)| rank.position), emit)?;
                }
            }
            count += found;
            if found < wanted {
                break;
            }
            after = first.held.pop().map(|(rank, _)| rank);
        }
        Ok(count)
    }

    /// Hands on the rows at these positions, which are known to be asked for.
    fn run_placed(
        &self,
        package: &'p Package,
        positions: impl ExactSizeIterator<Item = u64>,
        emit: &mut Emit,
    ) -> Result<()> {
        let count = positions.len();
        let rows = Query { places: Some(positions.zip(0..).collect()), ..Query::new(self.table, self.columns.clone()) };
        ensure!(rows.run_to(package, emit)? == count, "{}: {}", self.table.path, words().file_changed());
        Ok(())
    }
}

/// The values of a row, independent of it.
fn held(cells: &[Cell], record: Record) -> Result<Vec<Value<'static>>> {
    Ok(values(cells, record)?.into_iter().map(Value::into_owned).collect())
}

/// Where a row stands in an order.
#[derive(Clone)]
struct Rank {
    /// The weightiest key, and the others: most orders have none, and then there is nothing to allocate.
    first: SortKey,
    others: Box<[SortKey]>,
    /// Ties keep the order of the file.
    position: u64,
}

impl Rank {
    fn keys(&self) -> impl Iterator<Item = &SortKey> {
        [&self.first].into_iter().chain(&self.others)
    }

    fn compared(&self, other: &Self, by: &[Sort]) -> Ordering {
        let by_column = self.keys().zip(other.keys()).zip(by).map(|((a, b), sort)| a.compared(b, sort.descending));
        by_column.fold(Ordering::Equal, Ordering::then).then(self.position.cmp(&other.position))
    }
}

/// The first rows of an order, or the first after one that was handed on before.
struct First<'s, 'p> {
    by: &'s [Sort<'p>],
    after: Option<Rank>,
    wanted: usize,
    held: Vec<(Rank, Result<Vec<Value<'static>>>)>,
    /// How many of those held are in order; of the others it is not known where among them they belong.
    ordered: usize,
}

impl First<'_, '_> {
    /// The rank of a row, if that may be one of them as far as is known.
    fn rank(&self, keys: &mut Keys, record: Record) -> Result<Option<Rank>> {
        let last = self.held.get(self.wanted - 1).filter(|_| self.ordered == self.wanted);
        let first = keys.first(record)?;
        // Of most rows of a long table this is enough to know. What is wrong with the others is told of any row.
        if last.is_some_and(|(last, _)| first.compared(&last.first, self.by[0].descending).is_gt()) {
            return keys.check_others(record).map(|()| None);
        }
        let rank = Rank { first, others: keys.others(record)?, position: record.position() };
        let is_after = self.after.as_ref().is_none_or(|after| rank.compared(after, self.by).is_gt());
        Ok((is_after && last.is_none_or(|(last, _)| rank.compared(last, self.by).is_lt())).then_some(rank))
    }

    /// Lets go of those that are too many once there is a fourth more: then ordering them is little work.
    fn let_go_of_many(&mut self) {
        if self.held.len() - self.wanted.min(self.held.len()) > self.wanted / 4 {
            self.let_go();
        }
    }

    /// Puts them in order, and lets go of those that are too many.
    fn let_go(&mut self) {
        // In its place: of millions there is no room for a second list. No two ranks are equal.
        self.held.sort_unstable_by(|(one, _), (other, _)| one.compared(other, self.by));
        self.held.truncate(self.wanted);
        self.ordered = self.held.len();
    }
}

#[cfg(test)]
mod tests;
