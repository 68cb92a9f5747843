//! What was probably meant, for as long as that is worth looking for.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;

use crate::error::did_you_mean;
use crate::package::Table;
use crate::words::words;

/// How much more may be looked for in one table: what is wrong in every row is no slip of the hand.
pub(super) struct Hints {
    left: Cell<usize>,
}

/// Names of which one may be meant.
#[derive(Default)]
pub(super) struct Names<'n> {
    names: Vec<Cow<'n, str>>,
    /// How many bytes they have in all.
    length: usize,
}

/// The columns of a table by their names.
pub(super) struct ColumnNames<'c> {
    table: &'c Table,
    places: HashMap<&'c str, usize>,
    names: Names<'c>,
}

/// A third of a second's work, in letters that are compared: 1 000 slips among 300 names, or 3 among 100 000.
const MOST: usize = 100_000_000;

/// What comparing a name takes besides, as so many letters of what it is compared with.
const BESIDES: usize = 16;

impl Default for Hints {
    fn default() -> Self {
        Self { left: Cell::new(MOST) }
    }
}

impl<'n> Names<'n> {
    /// These names.
    pub(super) fn new(names: Vec<Cow<'n, str>>) -> Self {
        let length = names.iter().map(|name| name.len()).sum();
        Self { names, length }
    }

    /// The nearest of them, added to what is wrong; nothing where none is near, or all has been looked for.
    pub(super) fn hint(&self, typed: &str, hints: &Hints) -> String {
        let work = self.length.saturating_mul(typed.len() + BESIDES);
        let Some(left) = hints.left.get().checked_sub(work) else { return String::new() };
        hints.left.set(left);
        did_you_mean(typed, self.names.iter().map(|name| &**name))
    }
}

impl<'c> ColumnNames<'c> {
    /// Those of a table.
    pub(super) fn of(table: &'c Table) -> Self {
        let names: Vec<&str> = table.schema().fields.iter().map(|field| field.name.as_str()).collect();
        let places = names.iter().enumerate().rev().map(|(place, name)| (*name, place)).collect();
        Self { table, places, names: Names::new(names.into_iter().map(Cow::from).collect()) }
    }

    /// Where a column stands among the table's own.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The nearest of the names.
    pub(super) fn hint(&self, typed: &str, hints: &Hints) -> String {
        self.names.hint(typed, hints)
    }

    /// That there is no column of this name.
    pub(super) fn no_column(&self, name: &str, hints: &Hints) -> String {
        words().no_column(&self.table.name, name) + &self.hint(name, hints)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hints, MOST, Names};

    #[test]
    fn hints_end_where_they_were_much_work() {
        let (hints, names) = (Hints::default(), Names::new(vec!["Falun".into(), "Lund".into()]));
        assert_eq!(names.hint("Lumd", &hints), "; did you mean Lund?");
        assert_eq!(hints.left.get(), MOST - 9 * (4 + 16));
        hints.left.set(9 * (4 + 16) - 1);
        assert_eq!(names.hint("Lumd", &hints), "");
        // A shorter name may still be looked for.
        assert_eq!(names.hint("lud", &hints), "; did you mean Lund?");
    }
}
