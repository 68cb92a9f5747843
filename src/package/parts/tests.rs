use super::{Spot, Work};
use crate::package::{Input, Record, Rows};
use anyhow::Result;
use proptest::prelude::*;

/// A row: where it begins, and its cells.
type Read = (u64, u64, Vec<Vec<u8>>);

fn of(record: Record) -> Read {
    let cells = (0..record.cell_count()).map(|cell| record.raw(cell).to_vec());
    (record.position(), record.line(), cells.collect())
}

fn all(rows: &mut Rows) -> Result<Vec<Read>> {
    let mut found = Vec::new();
    while let Some(record) = rows.next_record()? {
        found.push(of(record));
    }
    Ok(found)
}

fn open(text: &str) -> Rows<'_> {
    Rows::unchecked("x.csv", Input::Read(Box::new(text.as_bytes())))
}

/// The rows, and how many of them were found in parts that were guessed well.
fn in_parts(text: &str, threads: usize) -> (Vec<Read>, usize) {
    let (mut found, mut guessed) = (Vec::new(), 0);
    let worker = || {
        let work: Work<Vec<(Spot, Read)>> = Box::new(|rows| {
            let mut found = Vec::new();
            while let Some(record) = rows.next_record()? {
                found.push((Spot::of(record), of(record)));
            }
            Ok(found)
        });
        Ok(work)
    };
    let rows = open(text);
    let merged = rows.in_parts(threads, usize::MAX - 1, &worker, &mut |made, rows| {
        let Some(made) = made else {
            found.extend(all(rows)?);
            return Ok(true);
        };
        guessed += made.len();
        // A part does not know how many lines are before it.
        let before = rows.row.reached().line - 1;
        for (spot, (position, line, cells)) in made {
            let again = of(rows.again(spot)?.expect("a row"));
            assert_eq!(again, (position, before + line, cells));
            found.push(again);
        }
        Ok(true)
    });
    merged.expect("rows");
    (found, guessed)
}

#[test]
fn most_rows_of_a_long_file_are_found_by_several_threads() {
    let text = "a,\"b\nc\",d\n1,2,3\n4,5,6\n".repeat(100);
    let (found, guessed) = in_parts(&text, 3);
    assert_eq!(found, all(&mut open(&text)).expect("rows"));
    assert!(guessed > 100, "{guessed} of {}", found.len());
}

#[test]
fn who_wants_no_more_rows_ends_it() {
    let text = "a\n".repeat(1000);
    let worker = || Ok(Box::new(|_: &mut Rows| Ok(())) as Work<()>);
    let mut parts = 0;
    let ended = open(&text).in_parts(2, 0, &worker, &mut |_, _| {
        parts += 1;
        Ok(parts < 5)
    });
    assert!(ended.is_ok() && parts == 5);
}

proptest! {
    #[test]
    fn rows_are_the_same_in_parts(text in "([ab,å]{0,3}[\",]?[\n\r\"]{0,2}){0,60}", threads in 1usize..4) {
        prop_assert_eq!(in_parts(&text, threads).0, all(&mut open(&text)).expect("rows"), "{:?}", text);
    }
}
