//! Statements of SQL: an error is placed within the statement, and nothing takes more than its limits allow.
#![no_main]

use std::path::Path;
use std::time::{Duration, Instant};

use itkommun::database::{Limits, select};
use itkommun::package::Package;
use libfuzzer_sys::fuzz_target;

thread_local! {
    static PACKAGE: Package = {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/other/lighthouses");
        Package::in_folder(&folder).expect("a package")
    };
}

const LIMITS: Limits = Limits { time: Duration::from_millis(300), memory: 64 << 20 };

fuzz_target!(|sql: &str| {
    // The command refuses it before.
    if sql.contains('\0') {
        return;
    }
    let begun = Instant::now();
    let error = match PACKAGE.with(|package| select(package, &[], sql, LIMITS)) {
        Ok(selection) => {
            assert!(selection.rows.iter().all(|row| row.len() == selection.columns.len()));
            None
        }
        Err(error) => Some(error.to_string()),
    };
    // Twice the time: it is checked, then run. What else there is, is the machine's.
    assert!(begun.elapsed() < LIMITS.time * 2 + Duration::from_secs(5), "{:?}", begun.elapsed());
    let Some(error) = error else { return };
    assert!(error.starts_with("sql"), "{error:?}");
    assert!(!error.chars().any(|character| character.is_control() && character != '\n'), "{error:?}");
    let Some((line, column)) = place(&error) else { return };
    let lines: Vec<&str> = sql.split('\n').collect();
    assert!((1..=lines.len()).contains(&line), "line {line} of {}: {error:?}", lines.len());
    let characters = lines[line - 1].chars().count();
    assert!((1..=characters + 1).contains(&column), "character {column} of {characters}: {error:?}");
});

/// The line and the character of an error, `sql:2:5: …`.
fn place(error: &str) -> Option<(usize, usize)> {
    let mut numbers = error.strip_prefix("sql:")?.split(':');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}
