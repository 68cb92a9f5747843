//! Answers in order, held against the standard library's sort.

use std::cmp::Ordering;

use proptest::prelude::*;

use super::{Cell, Room, Sort};
use crate::package::Column;
use crate::query::Query;
use crate::query::tests::package_of;
use crate::text::CollationKey;

type Row = (Option<i8>, Option<String>);

/// The ids of rows in an order.
fn sorted(rows: &[Row], order: [(usize, bool); 2], limit: Option<usize>, room: &Room) -> Vec<usize> {
    let line = |(at, (size, name)): (usize, &Row)| {
        let size = size.map(|size| size.to_string()).unwrap_or_default();
        format!("{at},{size},{}\n", name.as_deref().unwrap_or_default())
    };
    let lines: String = rows.iter().enumerate().map(line).collect();
    let (_folder, package) = package_of(&lines);
    let table = package.table("rows").expect("the table");
    let columns: Vec<Column> = package.columns(table).collect();
    let sort = order.map(|(column, descending)| Sort { column: columns[column], descending }).into();
    let cells = [Cell::new(&package, table, columns[0]).expect("a cell")];
    let mut ids = Vec::new();
    let query = Query { sort, limit, ..Query::new(table, vec![columns[0]]) };
    let count = query.run_sorted(&package, &cells, room, &mut |row| {
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
        (held, keys) in (1..60usize, 1..60usize),
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
        prop_assert_eq!(sorted(&rows, order, limit, &Room { rows: held, keys }), expected);
    }
}
