//! The CSV reader, held against the `csv` crate's.
#![no_main]

use std::io::BufReader;

use itkommun::package::{Input, Rows};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first byte is how many bytes come at once: a cell may lie over the end of any of them.
    let Some((&chunk, text)) = bytes.split_first() else { return };
    let input = Input::Read(Box::new(BufReader::with_capacity(4 + usize::from(chunk), text)));
    let mut rows = Rows::unchecked("x.csv", input);
    let mut ours = Vec::new();
    let mut last_line = 0;
    while let Some(record) = rows.next_of_any_length().expect("bytes in memory are read") {
        assert!(last_line < record.line(), "rows begin on lines of their own");
        last_line = record.line();
        let places: Vec<_> = (0..record.cell_count()).map(|cell| record.place(cell)).collect();
        assert!(places.is_sorted_by(|a, b| a < b), "cells follow each other: {places:?}");
        ours.push((0..record.cell_count()).map(|cell| record.raw(cell).to_vec()).collect::<Vec<_>>());
    }
    // The byte order mark is no part of the file's text, for both.
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    let theirs: Vec<Vec<Vec<u8>>> =
        reader.byte_records().map(|row| row.expect("a row").iter().map(<[u8]>::to_vec).collect()).collect();
    assert_eq!(ours, theirs);
});
