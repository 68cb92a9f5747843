//! The aggregate `median(x)`: the mean of the two middle numbers, or the middle one; NULL where there is none.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::functions::{Aggregate, Context};
use rusqlite::types::ValueRef;
use rusqlite::{Error, ffi};

use super::functions::{refusal, shown};
use super::heap::Heap;
use crate::words::words;

/// How many numbers there is room for at first.
const FEWEST: usize = 16;

/// Holds all numbers of a group, in memory that the statement is charged with.
pub(super) struct Median(pub Arc<Mutex<Heap>>);

impl Aggregate<Vec<f64>, Option<f64>> for Median {
    fn init(&self, _: &mut Context<'_>) -> Result<Vec<f64>, Error> {
        Ok(Vec::new())
    }

    fn step(&self, context: &mut Context<'_>, numbers: &mut Vec<f64>) -> Result<(), Error> {
        let number = match context.get_raw(0) {
            ValueRef::Null => return Ok(()),
            // A double, as SQLite's own mean is.
            #[allow(clippy::cast_precision_loss)]
            ValueRef::Integer(number) => number as f64,
            ValueRef::Real(number) => number,
            other => return Err(refusal(words().median_of_no_number(&shown(other)))),
        };
        if numbers.len() == numbers.capacity() {
            let more = numbers.len().max(FEWEST);
            // With a message of its own it would be an error like any other.
            let no_memory = || Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_NOMEM), None);
            self.heap(|heap| heap.hold(size_of::<f64>() * more)).map_err(|_| no_memory())?;
            numbers.try_reserve_exact(more).map_err(|_| no_memory())?;
        }
        numbers.push(number);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, numbers: Option<Vec<f64>>) -> Result<Option<f64>, Error> {
        let mut numbers = numbers.unwrap_or_default();
        self.heap(|heap| heap.release(size_of::<f64>() * numbers.capacity()));
        let middle = numbers.len() / 2;
        if numbers.is_empty() {
            return Ok(None);
        }
        let is_odd = numbers.len() % 2 == 1;
        let (below, &mut upper, _) = numbers.select_nth_unstable_by(middle, f64::total_cmp);
        let lower = below.iter().copied().max_by(f64::total_cmp).filter(|_| !is_odd).unwrap_or(upper);
        // Halves first: the sum of two large numbers may be none.
        Ok(Some(if lower.total_cmp(&upper).is_eq() { upper } else { lower / 2.0 + upper / 2.0 }))
    }
}

impl Median {
    fn heap<T>(&self, act: impl FnOnce(&mut Heap) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
