//! `search`: the rows that contain all the words.

use crate::support::{itkommun, json, refusal, stdout};

#[test]
fn rows_are_found_that_contain_all_words() {
    let found = json(&["search", "GOTEBORGS", "dahlbom", "2009"]);
    assert_eq!(found["jurors"].as_array().map(Vec::len), Some(1));
    assert_eq!(found["winners"], serde_json::json!([]));
    let lines = stdout(&["search", "dahlbom", "--format", "jsonl"]);
    assert_eq!(lines.lines().filter(|line| line.starts_with("{\"table\":\"jurors\"")).count(), 5);
    assert_eq!(stdout(&["search", "no such word"]), "table\trow\tcolumn\tvalue\n");
    assert_eq!(itkommun(&["search", "no such word", "-e"]).status.code(), Some(1));
    assert_eq!(refusal(&["search", ""]).0, Some(2));
    let marked = stdout(&["search", "kalix", "--format", "table", "--color", "always"]);
    assert!(marked.contains("\u{1b}[1;33mKalix\u{1b}[0m"));
}
