//! Going through the rows of a table, and handing on those that a query asks for: a long table in parts, of which several
//! are filtered at once.

use std::collections::HashMap;
use std::env;
use std::thread::available_parallelism;

use anyhow::Result;
use memchr::memmem::Finder;

use super::{Filter, Query};
use crate::package::{Package, Record, Rows, Spot, Work};

/// What takes the rows.
pub(super) type Take<'t> = dyn FnMut(Record) -> Result<()> + 't;

/// Whether a row may be in the answer, as far as one thread knows that has seen some of those before it.
pub(super) type Choice<'c> = Box<dyn FnMut(Record) -> Result<bool> + 'c>;

/// What makes one for each thread, and the last cell of a row that it looks at.
pub(super) type Chooser<'c> = (&'c (dyn Fn() -> Result<Choice<'c>> + Sync), usize);

/// After so many rows who waits is told how many there are.
const TOLD_AT_ONCE: usize = 256;

/// How many threads are worth going through a table with: as many as there are processors for or the user says, if it is
/// long.
pub(super) fn threads(package: &Package, query: &Query) -> usize {
    // One reads the file, and more than these wait for it.
    const MOST: usize = 4;
    if !package.is_long(query.table) {
        return 1;
    }
    let asked = env::var("ITKOMMUN_THREADS").ok().and_then(|text| text.parse().ok());
    asked.unwrap_or_else(|| available_parallelism().map_or(1, usize::from)).clamp(1, MOST)
}

impl<'p> Query<'p> {
    /// Hands on the rows that the query asks for, of which cells up to this one are looked at, and returns how many there
    /// were.
    pub(super) fn each(
        &self,
        package: &'p Package,
        limit: Option<usize>,
        last: usize,
        take: &mut Take,
    ) -> Result<usize> {
        self.each_chosen(package, limit, last, None, take)
    }

    /// The same of those that may be in the answer; some may be handed on that are not.
    pub(super) fn each_chosen(
        &self,
        package: &'p Package,
        limit: Option<usize>,
        last: usize,
        chooser: Option<Chooser>,
        take: &mut Take,
    ) -> Result<usize> {
        let asked = self.asked();
        let mut rows = asked.rows(package, last)?;
        // Where all rows are handed on, that is the work.
        let is_all = self.filters.is_empty() && self.places.is_none() && chooser.is_none();
        let threads = if is_all { 1 } else { threads(package, self) };
        let mut found = 0;
        let take: &mut Take = &mut |record| {
            found += 1;
            if found % TOLD_AT_ONCE == 0 {
                package.tell_found(found);
            }
            take(record)
        };
        if threads == 1 {
            return asked.each(&mut rows, limit, take);
        }
        let worker = || {
            let mut choose = chooser.map(|(chooser, _)| chooser()).transpose()?;
            let asked = &asked;
            let work: Work<Vec<Spot>> = Box::new(move |rows| {
                let mut found = Vec::new();
                asked.each(rows, None, &mut |record| {
                    if choose.as_mut().map_or(Ok(true), |choose| choose(record))? {
                        found.push(Spot::of(record));
                    }
                    Ok(())
                })?;
                Ok(found)
            });
            Ok(work)
        };
        let (mut count, most) = (0, limit.unwrap_or(usize::MAX));
        let last = asked.last_cell(chooser.map_or(0, |(_, last)| last));
        rows.in_parts(threads, last, &worker, &mut |found, rows| {
            let left = most - count;
            let Some(found) = found else {
                count += asked.each(rows, Some(left), take)?;
                return Ok(count < most);
            };
            for &spot in found.iter().take(left) {
                if let Some(record) = rows.again(spot)? {
                    take(record)?;
                    count += 1;
                }
            }
            Ok(count < most)
        })?;
        Ok(count)
    }

    /// What it asks of rows.
    pub(super) fn asked(&self) -> AskedOf<'_, 'p> {
        AskedOf { query: self, filters: cheap_first(&self.filters) }
    }
}

/// What a query asks of rows.
pub(super) struct AskedOf<'q, 'p> {
    query: &'q Query<'p>,
    filters: Vec<&'q Filter>,
}

impl<'p> AskedOf<'_, 'p> {
    /// The rows of the table, of which cells up to this one are read, and those that are asked about; less such as are seen
    /// not to be asked for before they are read.
    pub(super) fn rows(&self, package: &'p Package, last: usize) -> Result<Rows<'p>> {
        let table = self.query.table;
        let last = self.last_cell(last);
        let needle = self.filters.iter().find_map(|filter| filter.needle());
        // A quote is written as two.
        let needle = needle.filter(|needle| !needle.contains(&b'"')).map(Finder::new);
        match (&self.query.places, needle) {
            // Rows that were found before are few, and these are of them.
            (Some(places), _) => package.rows_from_up_to(table, last, places.keys().copied().collect()),
            (None, Some(needle)) => package.rows_with_up_to(table, last, &needle),
            (None, None) => package.rows_up_to(table, last),
        }
    }

    /// The last cell of a row that is looked at, if besides this one is.
    pub(super) fn last_cell(&self, last: usize) -> usize {
        self.filters.iter().map(|filter| filter.last_cell()).fold(last, usize::max)
    }

    /// Hands on those of the rows that are asked for, at most so many, and returns how many there were.
    pub(super) fn each(&self, rows: &mut Rows, limit: Option<usize>, take: &mut Take) -> Result<usize> {
        let places: Option<&HashMap<_, _>> = self.query.places.as_ref();
        let mut count = 0;
        while limit.is_none_or(|limit| count < limit) {
            let Some(record) = rows.next_record()? else { break };
            let is_placed = places.is_none_or(|places| places.contains_key(&record.position()));
            if is_placed && all_accept(&self.filters, record)? {
                take(record)?;
                count += 1;
            }
        }
        Ok(count)
    }
}

/// The filters in another order, so that what costs more is asked of fewer rows.
pub(super) fn cheap_first(filters: &[Filter]) -> Vec<&Filter> {
    let (mut cheap, costly): (Vec<_>, Vec<_>) = filters.iter().partition(|filter| !filter.is_costly());
    cheap.extend(costly);
    cheap
}

pub(super) fn all_accept(filters: &[&Filter], record: Record) -> Result<bool> {
    for filter in filters {
        if !filter.accepts(record)? {
            return Ok(false);
        }
    }
    Ok(true)
}
