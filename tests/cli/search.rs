//! `search`: the rows that contain all the words.

use crate::pty::{On, Terminal};
use crate::support::{empty, itkommun, json, refusal, stdout};

fn rows(found: &serde_json::Value, table: &str) -> Vec<serde_json::Value> {
    found[table].as_array().expect("rows").clone()
}

#[test]
fn rows_are_found_that_contain_all_words() {
    let found = json(&["search", "GOTEBORGS", "dahlbom", "2009"]);
    assert_eq!(found["jurors"].as_array().map(Vec::len), Some(1));
    assert_eq!(found["winners"], serde_json::json!([]));
    let lines = stdout(&["search", "dahlbom", "--format", "jsonl"]);
    assert_eq!(lines.lines().filter(|line| line.starts_with("{\"table\":\"jurors\"")).count(), 5);
    assert_eq!(empty(&["search", "no such word"]).0, "table\trow\tcolumn\tvalue\n");
    assert_eq!(itkommun(&["search", "no such word", "-e"]).status.code(), Some(1));
    assert_eq!(refusal(&["search", ""]).0, Some(2));
    let marked = stdout(&["search", "kalix", "--format", "table", "--color", "always"]);
    assert!(marked.contains("\u{1b}[1;38;5;163mKalix\u{1b}[0m"));
}

#[test]
fn what_keys_open_and_what_members_are_called_is_searched() {
    // The title in Swedish of the indicator `cost`; of a plural, the singular.
    for word in ["kostnad", "kostnader"] {
        let found = json(&["search", "järfälla", word, "--table", "metrics"]);
        let costs = rows(&found, "metrics").iter().filter(|row| row["indicator"] == "cost").count();
        assert_eq!(costs, 4, "one e-service, its running, all of the project, and the introduction of the strategy");
    }
    // Of `e_services`, with and without its hyphen.
    for word in ["e-tjänster", "etjänster", "E-TJANST"] {
        let found = json(&["search", "järfälla", word, "--table", "metrics"]);
        let count = rows(&found, "metrics").iter().filter(|row| row["indicator"] == "e_services").count();
        assert_eq!(count, 2, "{word}: 70 in use, just over 70");
    }
    // A county and a code through the municipality.
    let found = json(&["search", "halland", "2009", "--table", "winners"]);
    assert_eq!(rows(&found, "winners")[0]["municipality"], "Falkenberg");
    assert_eq!(rows(&json(&["search", "2514", "--table", "winners"]), "winners")[0]["municipality"], "Kalix");
    // The label of `chair` in Swedish.
    let found = json(&["search", "ordförande", "glasare", "--table", "jurors"]);
    assert_eq!(rows(&found, "jurors").len(), 2, "2009 and 2011");
    // People see why a row is there.
    let seen = stdout(&["search", "järfälla", "kostnad", "--table", "metrics", "--format", "markdown"]);
    assert!(seen.contains("| title_sv |\n") && seen.contains("| Kostnad |\n"), "{seen}");
}

#[test]
fn rows_that_are_called_so_come_first_and_tables_are_as_in_the_package() {
    let found = json(&["search", "stockholm", "--limit", "2"]);
    let tables: Vec<&String> = found.as_object().expect("an object").keys().collect();
    let package = json(&["schema"]);
    // All but the one that has no text of its own.
    assert_eq!(tables.len() + 1, package.as_array().map_or(0, Vec::len));
    assert!(!tables.contains(&&"population".to_owned()));
    assert_eq!(rows(&found, "municipalities")[0]["name"], "Stockholm", "before Botkyrka of Stockholms län");
    assert_eq!(rows(&found, "municipalities").len(), 2);
    let found = json(&["search", "dahlbom", "--table", "jurors,winners"]);
    assert_eq!(found.as_object().map(serde_json::Map::len), Some(2));
}

#[test]
fn whole_words_come_before_parts() {
    let found = json(&["search", "köping", "--table", "municipalities"]);
    let names: Vec<_> = rows(&found, "municipalities").iter().map(|row| row["name"].clone()).collect();
    assert!(names.len() > 3 && names[0] == "Köping", "before Enköping, of a lower code: {names:?}");
}

#[test]
fn words_that_are_nowhere_are_told_with_the_nearest() {
    let told = |arguments: &[&str]| empty(&[&["search"], arguments].concat()).1;
    assert!(told(&["dahlblom"]).starts_with("note: no row has `dahlblom`; did you mean Dahlbom"));
    assert_eq!(told(&["Jarfala"]), "note: no row has `Jarfala`; did you mean Järfälla?\n");
    assert!(told(&["stockab"]).contains("did you mean Stokab"));
    assert_eq!(told(&["nosuchword", "anna"]), "note: no row has `nosuchword`\n");
    assert_eq!(told(&["anna", "kalix", "täby"]), "note: no row has all the words\n");
    assert!(told(&["falkenberg", "--table", "jurors"]).starts_with("note: no row of jurors has `falkenberg`"));
}

#[test]
fn what_a_limit_leaves_out_is_told() {
    let seen = Terminal::of_columns(80).run(On::All, &["search", "dahlbom", "--limit", "2", "--table", "jurors"]);
    assert!(seen.screen.contains("note: jurors: 2 of 5 rows (--limit)"), "{}", seen.screen);
}

#[test]
fn more_words_than_anyone_types_are_refused_at_once() {
    let words = vec!["anna"; 60_000];
    let (status, message) = refusal(&[&["search"], &words[..]].concat());
    assert_eq!(status, Some(2));
    assert!(message.starts_with("error: search takes at most 100 words, and 60000 were given"), "{message}");
    assert_eq!(stdout(&[&["search"], &words[..100]].concat()), stdout(&["search", "anna"]));
}
