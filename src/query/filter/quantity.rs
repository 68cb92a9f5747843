//! Quantities: a row is taken where every value that its figure may have is asked for, or, on request, any.

use anyhow::Result;

use super::number::Ranges;
use crate::package::{Interval, Qualifier, QuantityCells, Record};
use crate::words::words;

/// A test of a figure with its upper end and its qualifier.
pub(super) struct Quantities {
    ranges: Ranges,
    cells: QuantityCells,
    possibly: bool,
}

impl Quantities {
    /// A test for figures within the ranges: for sure, or possibly.
    pub(super) fn new(ranges: Ranges, cells: QuantityCells, possibly: bool) -> Self {
        Self { ranges, cells, possibly }
    }

    /// The last cell of a row that it looks at.
    pub(super) fn last_cell(&self) -> usize {
        let QuantityCells { value, upper, qualifier, .. } = self.cells;
        value.max(upper).max(qualifier)
    }

    /// Whether the row meets it. A missing figure never does.
    pub(super) fn accepts(&self, record: Record) -> Result<bool> {
        let QuantityCells { value, upper, qualifier, .. } = self.cells;
        if record.raw(value).is_empty() {
            return Ok(false);
        }
        let known = Qualifier::named(record.text(qualifier)?)
            .ok_or_else(|| record.bad(qualifier, words().cell_is_no_qualifier()))?;
        let interval = Interval::of(record.text(value)?, record.text(upper)?, known)
            .ok_or_else(|| record.bad(value, words().cell_is_no_figure()))?;
        if known == Qualifier::Exact {
            // To the last digit, as in a column of plain numbers; an interval is rounded.
            return self.ranges.hold(record.raw(value)).map_err(|problem| record.bad(value, problem));
        }
        Ok(self
            .ranges
            .iter()
            .any(|range| if self.possibly { interval.may_lie_within(&range) } else { interval.lies_within(&range) }))
    }
}
