//! What is typed for a column of any type: it is refused in words, or it is a filter that means the same each time.
//!
//! The first byte of an input is the column, the second its flags; each line after them is typed once.
#![no_main]

use std::path::Path;

use itkommun::error::Refusal;
use itkommun::package::{Column, Package, Table};
use itkommun::query::{Filter, Query};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static PACKAGE: &'static Package = {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/other/lighthouses");
        Box::leak(Box::new(Package::in_folder(&folder).expect("a package")))
    };
}

/// Which rows a filter takes; nothing where what was typed is refused.
fn taken(package: &Package, table: &Table, column: Column, typed: &[String], possibly: bool) -> Option<Vec<bool>> {
    let filter = match Filter::parse(package, table, column, typed, possibly) {
        Ok(filter) => filter,
        Err(error) => {
            let refusal = error.downcast::<Refusal>().expect("what is typed wrongly is an error of usage");
            assert!(!refusal.to_string().is_empty());
            return None;
        }
    };
    let mut rows = package.rows(table).expect("rows");
    let mut taken = Vec::new();
    while let Some(record) = rows.next_record().expect("a row") {
        taken.push(filter.accepts(record).expect("a cell of its type"));
    }
    let count = taken.iter().filter(|taken| **taken).count();
    let query = Query { filters: vec![filter], ..Query::new(table, vec![column]) };
    assert_eq!(query.count(package).expect("a number"), count);
    Some(taken)
}

fuzz_target!(|bytes: &[u8]| {
    let [which, flags, text @ ..] = bytes else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let package = PACKAGE.with(|package| *package);
    let mut all = package.tables().iter().flat_map(|table| package.columns(table).map(move |column| (table, column)));
    let Some((table, column)) = all.nth(usize::from(*which)) else { return };
    let possibly = flags & 1 == 1;
    let typed: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let together = taken(package, table, column, &typed, possibly);
    assert_eq!(together, taken(package, table, column, &typed, possibly), "asked twice");
    // Given several times it means or, and one that is refused is refused among others.
    let each: Option<Vec<_>> =
        typed.iter().map(|typed| taken(package, table, column, std::slice::from_ref(typed), possibly)).collect();
    let any = each.map(|each| {
        let rows = each.first().map_or(0, Vec::len);
        (0..rows).map(|row| each.iter().any(|taken| taken[row])).collect::<Vec<_>>()
    });
    assert_eq!(together, any, "each by itself");
    // What is taken for sure is taken possibly.
    if let (false, Some(sure)) = (possibly, &together) {
        let maybe = taken(package, table, column, &typed, true).expect("accepted before");
        assert!(sure.iter().zip(maybe).all(|(sure, maybe)| maybe || !sure), "less is possible than sure");
    }
});
