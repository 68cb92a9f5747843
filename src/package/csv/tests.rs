use super::Row;
use proptest::prelude::*;

fn ours(text: &str) -> Vec<Vec<String>> {
    read(Row::new(b',', usize::MAX), text)
}

fn read(mut row: Row, text: &str) -> Vec<Vec<String>> {
    let mut input = text.as_bytes();
    let mut rows = Vec::new();
    while row.read(&mut input).expect("a row") {
        let cells = (0..row.len()).map(|cell| String::from_utf8(row.cell(cell).to_vec()).expect("text"));
        rows.push(cells.collect());
    }
    rows
}

fn theirs(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn cells_are_told_apart() {
    for (text, rows) in [
        ("a,b\nc,d\n", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a,b\r\nc,d", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("\"a,\"\"b\"\"\nc\",\n", vec![vec!["a,\"b\"\nc", ""]]),
        ("\n\na\n\n", vec![vec!["a"]]),
        ("", vec![]),
        (",", vec![vec!["", ""]]),
        ("\"\"", vec![vec![""]]),
    ] {
        assert_eq!(ours(text), rows, "{text:?}");
    }
}

#[test]
fn a_row_that_is_too_long_is_an_error() {
    let mut row = Row::new(b',', 5);
    let mut input = &b"ab,cd\n\"abcdef\n"[..];
    assert!(row.read(&mut input).expect("a row of five bytes"));
    assert_eq!(row.read(&mut input).expect_err("too long").kind(), std::io::ErrorKind::FileTooLarge);
}

fn at(row: &Row) -> usize {
    usize::try_from(row.position()).expect("a short text")
}

#[test]
fn rows_know_where_they_begin() {
    let text = "a\r\n\r\n\"b\n\"\n\nc\n\n";
    let mut input = text.as_bytes();
    let (mut row, mut places) = (Row::new(b',', usize::MAX), Vec::new());
    while row.read(&mut input).expect("a row") {
        places.push((row.line(), &text[at(&row)..=at(&row)], row.empty_lines()));
    }
    assert_eq!(places, [(1, "a", 1..1), (3, "\"", 2..3), (6, "c", 5..6)]);
    assert_eq!(row.empty_lines(), 7..8);
}

#[test]
fn cells_know_where_they_begin() {
    let text = "\u{feff}id,note,x\n1,\"å, \"\"b\"\"\nç \"\"c\",\"x\"\n\r\n,,ö\n";
    let mut input = text.as_bytes();
    let (mut row, mut places) = (Row::new(b',', usize::MAX), Vec::new());
    while row.read(&mut input).expect("a row") {
        places.push((0..row.len()).map(|cell| row.place(cell)).collect::<Vec<_>>());
    }
    assert_eq!(places, [[(1, 1), (1, 4), (1, 9)], [(2, 1), (2, 3), (3, 8)], [(5, 1), (5, 2), (5, 3)]]);
}

/// A row as it is written: its cells, each in quotes where it needs them or is to have them.
fn written(cells: &[(String, bool)]) -> String {
    let written = cells.iter().map(|(cell, has_quotes)| {
        if *has_quotes || cell.contains([',', '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    });
    written.collect::<Vec<_>>().join(",")
}

proptest! {
    // Long enough that quotes open, are two, close and are followed by line ends on every side of a block's border.
    #[test]
    fn what_was_written_is_read_and_its_lines_are_counted(
        rows in prop::collection::vec(prop::collection::vec(("(a{0,40}|[a,\"\n]{0,9}|a{50,70}\n?a{0,9})", any::<bool>()), 1..6), 0..12)
    ) {
        let (mut text, mut line, mut all) = (String::new(), 1, Vec::new());
        for cells in &rows {
            let written = written(cells);
            if !written.is_empty() {
                let cells: Vec<Vec<u8>> = cells.iter().map(|(cell, _)| cell.clone().into_bytes()).collect();
                all.push((text.len() as u64, line, cells));
            }
            line += written.matches('\n').count() as u64 + 1;
            text += &written;
            text.push('\n');
        }
        let streamed = Row::new(b',', usize::MAX);
        for mut row in [streamed, Row::over(text.as_bytes().into(), b',')] {
            let (mut input, mut found) = (text.as_bytes(), Vec::new());
            while row.read(&mut input).expect("a row") {
                found.push((row.position(), row.line(), row.cells().map(<[u8]>::to_vec).collect::<Vec<_>>()));
            }
            prop_assert_eq!(&found, &all, "{:?}", text);
        }
    }

    #[test]
    fn a_cell_stands_where_it_is_said_to(text in "[ab,\"\nå ]{0,200}") {
        let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
        let mut input = text.as_bytes();
        let mut row = Row::new(b',', usize::MAX);
        while row.read(&mut input).expect("a row") {
            for cell in 0..row.len() {
                let (line, column) = row.place(cell);
                let line = &lines[usize::try_from(line).expect("a line") - 1];
                let from: String = line[usize::try_from(column).expect("a column") - 1..].iter().collect();
                let first = String::from_utf8_lossy(row.cell(cell)).chars().next();
                // Its first character is there, or the quote before it, or it is empty and something else is.
                let shown = from.chars().next();
                prop_assert!(first.is_none() || shown == first || shown == Some('"'), "{:?} {:?}", text, row.place(cell));
            }
        }
    }

    #[test]
    fn the_csv_crate_reads_the_same(text in "\u{feff}?[ab,\"\n\rå ]{0,200}") {
        prop_assert_eq!(ours(&text), theirs(&text, b','), "{:?}", text);
    }

    #[test]
    fn the_csv_crate_reads_the_same_with_another_separator(text in "[ab,;\"\n ]{0,200}") {
        let ours = read(Row::new(b';', usize::MAX), &text);
        prop_assert_eq!(ours, theirs(&text, b';'), "{:?}", text);
    }

    #[test]
    fn of_rows_read_in_part_the_first_cells_and_the_lines_are_the_same(
        text in "([ab,\"\n\r]{0,40},{0,90}){0,4}", last in 0usize..4
    ) {
        let all = |mut row: Row<'_>| {
            let mut input = text.as_bytes();
            let mut rows = Vec::new();
            while row.read(&mut input).expect("a row") {
                let cells = (0..row.len().min(last + 1)).map(|cell| (row.cell(cell).to_vec(), row.place(cell)));
                rows.push((row.line(), row.empty_lines(), row.len(), cells.collect::<Vec<_>>()));
            }
            rows
        };
        let mut in_part = Row::new(b',', usize::MAX);
        in_part.read_up_to(last);
        prop_assert_eq!(all(in_part), all(Row::new(b',', usize::MAX)));
    }
}
