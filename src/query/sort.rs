//! Ordering an answer: numbers by size, text as Swedish does, missing values last in either direction.
//!
//! Of a long table not all rows are held, but the first of the order, as many as were asked for or as there is room for.
//! Those that come after them are found by reading the table anew, which needs no file beside it and no place in it to
//! return to, as a compressed one has none.

use std::cmp::Ordering;

use anyhow::Result;

use super::projection::Cell;
use super::{Emit, Query, values};
use crate::package::{Column, Package, Value};
use crate::text::{CollationKey, sort_by};

/// One column that an answer is ordered by.
pub struct Sort<'p> {
    /// The column.
    pub column: Column<'p>,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// How many cells of sorted rows are held at most; some 100 bytes each, their keys among them.
pub(super) const MOST_CELLS: usize = 8_000_000;

/// A cell as it is ordered, in ascending order of what it is.
#[derive(PartialEq, Clone)]
pub enum SortKey {
    /// A number, by size.
    Number(f64),
    /// Text, as Swedish sorts it.
    Text(CollationKey),
    /// No value.
    Missing,
}

impl SortKey {
    /// The key of a value. A list is ordered as the text of its items.
    pub fn new(value: &Value) -> Self {
        match value {
            Value::Number(text) => Self::of_number(text),
            Value::Quantity(quantity) => Self::of_number(&quantity.value),
            value if value.is_missing() => Self::Missing,
            value => Self::Text(CollationKey::new(&value.plain(";"))),
        }
    }

    /// Which of two comes first; what is missing is last in either direction.
    pub(super) fn compared(&self, other: &Self, descending: bool) -> Ordering {
        let descends = descending && *self != Self::Missing && *other != Self::Missing;
        if descends { other.cmp(self) } else { self.cmp(other) }
    }

    fn of_number(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Text(CollationKey::new(text)), Self::Number)
    }

    fn class(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Missing => 2,
        }
    }
}

impl Eq for SortKey {}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            _ => self.class().cmp(&other.class()),
        }
    }
}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<'p> Query<'p> {
    /// Hands on the rows in order, of which little more than `most` are held at once, and returns how many there were.
    pub(super) fn run_sorted(
        &self,
        package: &'p Package,
        cells: &[Cell],
        most: usize,
        emit: &mut Emit,
    ) -> Result<usize> {
        let limit = self.limit.unwrap_or(usize::MAX);
        let keys = self.sort.iter().map(|sort| Cell::new(package, self.table, sort.column));
        let keys = keys.collect::<Result<Vec<_>>>()?;
        let (mut count, mut after) = (0, None);
        while count < limit {
            let wanted = most.min(limit - count);
            let mut first = First { by: &self.sort, after, wanted, held: Vec::new(), ordered: 0 };
            self.each(package, None, &mut |record| {
                let keys = keys.iter().map(|cell| cell.key(record)).collect::<Result<_>>()?;
                let rank = Rank { keys, line: record.line() };
                if first.takes(&rank) {
                    first.hold(rank, values(cells, record)?.into_iter().map(Value::into_owned).collect());
                }
                Ok(())
            })?;
            first.let_go();
            first.held.iter().try_for_each(|(_, row)| emit(row))?;
            count += first.held.len();
            if first.held.len() < wanted {
                break;
            }
            after = first.held.pop().map(|(rank, _)| rank);
        }
        Ok(count)
    }
}

/// Where a row stands in an order.
struct Rank {
    keys: Vec<SortKey>,
    /// Ties keep the order of the file.
    line: u64,
}

impl Rank {
    fn compared(&self, other: &Self, by: &[Sort]) -> Ordering {
        let by_column = self.keys.iter().zip(&other.keys).zip(by).map(|((a, b), sort)| a.compared(b, sort.descending));
        by_column.fold(Ordering::Equal, Ordering::then).then(self.line.cmp(&other.line))
    }
}

/// The first rows of an order, or the first after one that was handed on before.
struct First<'s, 'p> {
    by: &'s [Sort<'p>],
    after: Option<Rank>,
    wanted: usize,
    held: Vec<(Rank, Vec<Value<'static>>)>,
    /// How many of those held are in order; of the others it is not known where among them they belong.
    ordered: usize,
}

impl First<'_, '_> {
    /// Whether a row may be one of them, as far as is known.
    fn takes(&self, rank: &Rank) -> bool {
        let last = self.held.get(self.wanted - 1).filter(|_| self.ordered == self.wanted);
        self.after.as_ref().is_none_or(|after| rank.compared(after, self.by).is_gt())
            && last.is_none_or(|(last, _)| rank.compared(last, self.by).is_lt())
    }

    /// Holds a row, and lets go of those that are too many once there is a fourth more: then ordering them is little work.
    fn hold(&mut self, rank: Rank, row: Vec<Value<'static>>) {
        self.held.push((rank, row));
        if self.held.len() - self.wanted.min(self.held.len()) > self.wanted / 4 {
            self.let_go();
        }
    }

    /// Puts them in order, and lets go of those that are too many.
    fn let_go(&mut self) {
        sort_by(&mut self.held, &|(one, _), (other, _)| one.compared(other, self.by));
        self.held.truncate(self.wanted);
        self.ordered = self.held.len();
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;
    use std::fs;

    use proptest::prelude::*;

    use super::{Cell, Sort};
    use crate::package::{Column, Package};
    use crate::query::Query;
    use crate::text::CollationKey;

    const DESCRIPTOR: &str = r#"{"name": "rows", "resources": [{"name": "rows", "path": "rows.csv", "schema": {"fields": [
        {"name": "id", "type": "integer"}, {"name": "size", "type": "number"}, {"name": "name", "type": "string"}]}}]}"#;

    type Row = (Option<i8>, Option<String>);

    /// The ids of rows in an order, of which so many are held at once.
    fn sorted(rows: &[Row], order: [(usize, bool); 2], limit: Option<usize>, most: usize) -> Vec<usize> {
        let folder = tempfile::tempdir().expect("a folder");
        let line = |(at, (size, name)): (usize, &Row)| {
            let size = size.map(|size| size.to_string()).unwrap_or_default();
            format!("{at},{size},{}\n", name.as_deref().unwrap_or_default())
        };
        let lines: String = rows.iter().enumerate().map(line).collect();
        fs::write(folder.path().join("datapackage.json"), DESCRIPTOR).expect("a descriptor");
        fs::write(folder.path().join("rows.csv"), format!("id,size,name\n{lines}")).expect("rows");
        let package = Package::in_folder(folder.path()).expect("a package");
        let table = package.table("rows").expect("the table");
        let columns: Vec<Column> = package.columns(table).collect();
        let sort = order.map(|(column, descending)| Sort { column: columns[column], descending }).into();
        let cells = [Cell::new(&package, table, columns[0]).expect("a cell")];
        let mut ids = Vec::new();
        let query = Query { sort, limit, ..Query::new(table, vec![columns[0]]) };
        let count = query.run_sorted(&package, &cells, most, &mut |row| {
            ids.push(row[0].plain("").parse().expect("an id"));
            Ok(())
        });
        assert_eq!(count.expect("an answer"), ids.len());
        ids
    }

    /// What is there in its order or the other way round, and what is missing last in either.
    fn compared<T>(a: Option<T>, b: Option<T>, descending: bool, order: impl Fn(&T, &T) -> Ordering) -> Ordering {
        match (a, b) {
            (Some(a), Some(b)) if descending => order(&b, &a),
            (Some(a), Some(b)) => order(&a, &b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }

    proptest! {
        /// Of few values, so that there are ties.
        #[test]
        fn the_first_rows_are_those_of_all_in_order(
            rows in prop::collection::vec((prop::option::of(-3..3i8), prop::option::of("[aåbA]{1,2}")), 0..40),
            by_size_first in any::<bool>(),
            [sizes_fall, names_fall] in any::<[bool; 2]>(),
            limit in prop::option::of(0..50usize),
            most in 1..60usize,
        ) {
            let name = |at: usize| rows[at].1.as_deref().map(CollationKey::new);
            let mut expected: Vec<usize> = (0..rows.len()).collect();
            expected.sort_by(|&a, &b| {
                let by_size = compared(rows[a].0, rows[b].0, sizes_fall, Ord::cmp);
                let by_name = compared(name(a), name(b), names_fall, Ord::cmp);
                if by_size_first { by_size.then(by_name) } else { by_name.then(by_size) }
            });
            expected.truncate(limit.unwrap_or(usize::MAX));
            let mut order = [(1, sizes_fall), (2, names_fall)];
            if !by_size_first {
                order.reverse();
            }
            prop_assert_eq!(sorted(&rows, order, limit, most), expected);
        }
    }
}
