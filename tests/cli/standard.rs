//! What the standard lets a package be, in questions about one of one's own; `check.rs` has what is wrong with some.

use std::fs;

use serde_json::json;

use crate::support::{folder, json, lines, refusal, stdout};

/// A package of those that `check` is held against.
fn of(kind: &str, name: &str) -> String {
    format!("{}/tests/packages/{kind}/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn rows_may_stand_in_the_description() {
    let folder = of("sound", "rows-in-the-description");
    let rows = |table: &str| json(&["--package", &folder, table]);
    assert_eq!(
        rows("objects"),
        json!([
            {"id": 9_007_199_254_740_993_u64, "size": 1.5, "name": "a, \"b\"", "open": true},
            {"id": 2, "size": null, "name": null, "open": null},
        ])
    );
    assert_eq!(rows("lists")[0], json!({"id": 1, "size": 0.5, "name": "å\nä", "open": false}));
    let empty = of("allowed", "rows-in-the-description-that-are-empty");
    let of_empty = |table: &str| json(&["--package", &empty, table, "--columns", "a"]);
    assert_eq!(of_empty("only"), json!([{"a": "x"}, {"a": null}, {"a": "y"}]));
    assert_eq!(stdout(&["--package", &empty, "none", "--count"]), "0\n");
    assert_eq!(rows("nested")[0]["more"], "{\"a\":[1,2]}");
    // Without a schema, numbers and texts are those of JSON.
    assert_eq!(rows("typed")[0], json!({"n": 1, "x": 1.5, "t": "0180", "b": true}));
    assert_eq!(lines(&["--package", &folder, "typed", "--n", "2..", "--columns", "t"]), ["a"]);
    let broken = of("broken", "rows-in-the-description");
    assert!(
        refusal(&["--package", &broken, "values", "--id", "2", "--count"])
            .1
            .contains("datapackage.json:34:17: not a number: `x`"),
        "its place in the description"
    );
    let text = of("allowed", "text-in-the-description");
    assert_eq!(lines(&["--package", &text, "text", "--name", "b"]), ["2\tb"]);
    assert_eq!(lines(&["--package", &text, "media"]), ["1\ta"]);
    assert!(refusal(&["--package", &text, "settings"]).1.contains("there is no table"), "an object is no table");
}

#[test]
fn columns_are_found_by_their_names_where_the_schema_says_so() {
    let folder = of("sound", "columns-by-name");
    for (table, second) in [
        ("exact", json!({"id": 2, "name": "b", "day": null})),
        ("equal", json!({"id": 2, "name": "b", "day": null})),
        ("subset", json!({"id": 2, "name": "b", "day": null})),
        ("superset", json!({"id": 2, "name": "b", "day": null})),
        ("partial", json!({"id": null, "name": "b", "day": null})),
    ] {
        assert_eq!(json(&["--package", &folder, table, "--name", "b"]), json!([second]), "{table}");
    }
    assert_eq!(lines(&["--package", &folder, "subset", "--day", "2009", "--columns", "id,day"]), ["1\t2009-11-17"]);
    assert_eq!(lines(&["--package", &folder, "equal", "--missing", "day", "--columns", "name"]), ["b"]);
    assert_eq!(lines(&["--package", &folder, "subset", "--sort=-id", "--columns", "id"]), ["2", "1"]);
    let broken = of("broken", "columns-by-name");
    assert!(
        refusal(&["--package", &broken, "cells", "--day", "2009", "--count"]).1.contains("cells.csv:3:3: "),
        "where it stands in the file"
    );
    assert!(refusal(&["--package", &broken, "superset", "--count"]).1.contains("superset.csv:1:1: "));
}

#[test]
fn several_files_are_one_table() {
    let folder = of("sound", "several-files");
    let ids = |table: &str| lines(&["--package", &folder, table, "--sort=-id", "--columns", "id"]);
    assert_eq!(ids("first"), ["4", "3", "2", "1"], "headings in the first");
    assert_eq!(ids("each"), ["2", "1"], "headings in each");
    assert_eq!(ids("none"), ["2", "1"], "headings in none");
    assert_eq!(lines(&["--package", &folder, "plain"]), ["1\ta", "2\tb"], "no schema");
    assert_eq!(lines(&["--package", &folder, "first", "--name", "c", "--columns", "id"]), ["3"]);
    assert_eq!(lines(&["--package", &folder, "each", "--count-by", "name"]).len(), 2);
    let broken = of("broken", "several-files");
    assert!(refusal(&["--package", &broken, "gone", "--count"]).1.contains("none.csv:1:1: "));
    let listed = of("allowed", "columns-by-name-in-a-list");
    assert_eq!(lines(&["--package", &listed, "named"]), ["a\t1", "b\t2"]);
}

#[test]
fn the_items_of_a_list_are_asked_for_though_its_set_is_of_whole_lists() {
    let folder = of("allowed", "fixed-sets-of-lists");
    assert_eq!(lines(&["--package", &folder, "things", "--kinds", "system", "--columns", "sizes"]), ["01,2"]);
    let help = stdout(&["--package", &folder, "things", "-h"]);
    assert!(!help.contains("app;system"), "{help}");
}

#[test]
fn comments_blanks_and_other_signs_are_read_as_the_dialect_says() {
    let folder = of("sound", "dialects");
    for table in ["blanks", "comments"] {
        assert_eq!(lines(&["--package", &folder, table]), ["1\ta", "2\tb"], "{table}");
    }
    assert_eq!(lines(&["--package", &folder, "carets", "--id", "1"]), ["1\ta^b"]);
    let quotes = of("sound", "blanks-before-quotes");
    let rows = json!([
        {"id": 1, "a": "a, \"b\"", "b": " c"}, {"id": 2, "a": "d", "b": "e \"f\""}, {"id": 3, "a": null, "b": "g"},
    ]);
    assert_eq!(json(&["--package", &quotes, "t"]), rows, "a quote opens behind blanks that are skipped");
    assert_eq!(lines(&["--package", &quotes, "comments"]), ["#1\tx", "3\tz"], "what is in quotes is no comment");
    let nulls = of("allowed", "null-sequences-and-formats-in-capitals");
    assert_eq!(lines(&["--package", &nulls, "nulls", "--missing", "id", "--columns", "name"]), ["b"]);
}

#[test]
fn whole_numbers_are_told_and_ordered_to_every_digit() {
    let folder = folder("long-numbers");
    let schema =
        json!({"fields": [{"name": "id", "type": "integer"}, {"name": "list", "type": "list", "itemType": "integer"}]});
    let described = json!({"resources": [{"name": "t", "path": "t.csv", "schema": schema}]});
    fs::write(folder.join("datapackage.json"), described.to_string()).expect("written");
    // The first two are one as floating point numbers; the last is another way of writing a number between them and 12.
    let text = "id,list\n99999999999999999999,\"1,2\"\n99999999999999999998,\n-18446744073709551616,\n12,\n0099999999999999999997,\n";
    fs::write(folder.join("t.csv"), text).expect("written");
    let folder = folder.to_str().expect("text");
    let ordered = stdout(&["--package", folder, "t", "--sort", "id", "--format", "jsonl"]);
    let ids = ordered.lines().map(|line| line.split([':', ',']).nth(1).expect("the id"));
    let expected =
        ["-18446744073709551616", "12", "99999999999999999997", "99999999999999999998", "99999999999999999999"];
    assert_eq!(ids.collect::<Vec<_>>(), expected);
    assert!(ordered.ends_with("\"list\":[1,2]}\n"), "items are of their type: {ordered}");
}

#[test]
fn a_column_may_be_called_as_a_flag_of_every_table() {
    let folder = folder("columns-as-flags");
    let fields = ["help", "version", "columns", "y"].map(|name| json!({"name": name, "type": "string"}));
    let described = json!({"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": fields}}]});
    fs::write(folder.join("datapackage.json"), described.to_string()).expect("written");
    fs::write(folder.join("t.csv"), "help,version,columns,y\na,1,b,c\nd,2,e,f\n").expect("written");
    let folder = folder.to_str().expect("text");
    assert!(stdout(&["--package", folder, "t", "--help"]).contains("--column-version"));
    let asked = ["--column-version", "2", "--column-columns", "e", "--columns", "help"];
    assert_eq!(lines(&[&["--package", folder, "t"], &asked[..]].concat()), ["d"]);
}

#[test]
fn numbers_that_are_none_of_arithmetic_have_a_place_and_a_name() {
    let folder = of("sound", "numbers-of-no-arithmetic");
    let asked =
        |arguments: &[&str]| lines(&[&["--package", &folder, "things"], arguments, &["--columns", "id"]].concat());
    assert_eq!(
        asked(&["--sort", "size"]),
        ["3", "4", "1", "2", "5"],
        "first -INF, then INF behind all others, then NaN"
    );
    assert_eq!(asked(&["--size", "1.."]), ["1", "4"], "what is not a number is neither less nor more");
    assert_eq!(asked(&["--size", "..1"]), ["3"]);
    assert_eq!(asked(&["--size", "NaN", "--size=-inf"]), ["2", "3"]);
    assert!(refusal(&["--package", &folder, "things", "--id", "inf"]).1.contains("is not a whole number"));
    // JSON has no such numbers: they are texts, and not null, which is what is missing.
    assert_eq!(
        json(&["--package", &folder, "things"]),
        json!([
            {"id": 1, "size": "INF", "share": 1.5}, {"id": 2, "size": "NaN", "share": "NaN"},
            {"id": 3, "size": "-INF", "share": "-INF"}, {"id": 4, "size": 1.5, "share": "INF"},
            {"id": 5, "size": null, "share": null},
        ])
    );
    if cfg!(feature = "sql") {
        // To SQLite, what is not a number is nothing.
        assert_eq!(
            lines(&["--package", &folder, "sql", "SELECT id, size FROM things WHERE size IS NOT NULL"]),
            ["1\tINF", "3\t-INF", "4\t1.5"]
        );
    }
}
