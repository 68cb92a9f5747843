//! Checking a figure: that its parts fit together.

use super::lossy;
use crate::error::did_you_mean;
use crate::package::{Decimal, Qualifier, QuantityCells, Record, Table};
use crate::words::words;

/// What is wrong with the parts of a figure together, and with which part.
pub(super) fn wrong_parts(table: &Table, cells: QuantityCells, record: Record) -> Option<(usize, String)> {
    if [cells.value, cells.upper, cells.qualifier].iter().any(|&cell| cell >= record.cell_count()) {
        return None;
    }
    let text = |cell: usize| lossy(record.raw(cell));
    let (value, upper, qualifier) = (text(cells.value), text(cells.upper), text(cells.qualifier));
    let Some(known) = Qualifier::named(&qualifier) else {
        let names = Qualifier::ALL.map(|(name, _)| name);
        let hint = did_you_mean(&qualifier, names);
        let message = words().no_qualifier(&qualifier, &names) + &hint;
        // Where the column itself says so of its cells, its own check has told.
        let constraints = &table.schema().fields[cells.qualifier].constraints;
        let told = if qualifier.is_empty() { constraints.required } else { !constraints.allowed.is_empty() };
        return (!told && !value.is_empty()).then_some((cells.qualifier, message));
    };
    match (known, upper.is_empty()) {
        (Qualifier::Range, true) => Some((cells.upper, words().without_upper_end().to_owned())),
        (Qualifier::Range, false) if value.is_empty() => Some((cells.value, words().without_lower_end().to_owned())),
        (Qualifier::Range, false) => {
            let backwards = Decimal::parse(&value)? >= Decimal::parse(&upper)?;
            backwards.then(|| (cells.upper, words().range_does_not_rise(&value, &upper)))
        }
        (_, false) => Some((cells.upper, words().upper_end_without_range(&qualifier))),
        (_, true) => None,
    }
}
