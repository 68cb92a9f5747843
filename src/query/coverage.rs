//! What an answer cannot have, because the sources do not give it.

use std::fmt::{self, Display};

use anyhow::Result;

use super::Query;
use crate::package::Package;

/// Rows that the sources leave out, for certain keys of the table asked.
#[derive(Debug, PartialEq, Eq)]
pub struct Gap {
    /// The keys for which rows are missing, in the package's order.
    pub keys: Vec<String>,
    /// What the package says of them.
    pub note: String,
}

impl Display for Gap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.keys.join(", "), self.note)
    }
}

impl Query<'_> {
    /// The gaps that lie within what is asked for: an empty list where the package declares none.
    pub fn gaps(&self, package: &Package) -> Result<Vec<Gap>> {
        let mut gaps: Vec<Gap> = Vec::new();
        for declared in self.table.schema().keys() {
            let Some(coverage) = &declared.coverage else { continue };
            let Some(key) = package.resolve(self.table, declared) else { continue };
            let Some(cell) = key.table.index_of(&coverage.column) else { continue };
            let mut rows = package.rows(key.table)?;
            while let Some(record) = rows.next_record()? {
                let Some(note) = coverage.note(record.text(cell)?) else { continue };
                if self.filters.iter().all(|filter| filter.may_accept(key.own, record.raw(key.target))) {
                    let key = record.text(key.target)?.to_owned();
                    match gaps.iter_mut().find(|gap| gap.note == *note) {
                        Some(gap) => gap.keys.push(key),
                        None => gaps.push(Gap { keys: vec![key], note: note.to_owned() }),
                    }
                }
            }
        }
        Ok(gaps)
    }
}
