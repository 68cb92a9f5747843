//! `check` where there is much: problems, keys, members of a set, columns; and what its values are to it.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::{folder, itkommun};

/// A package of these tables: a name, its schema and the lines of its file.
fn package(name: &str, tables: &[(&str, Value, String)]) -> PathBuf {
    let folder = folder(name);
    let resources: Vec<Value> = tables
        .iter()
        .map(|(name, schema, rows)| {
            fs::write(folder.join(format!("{name}.csv")), rows).expect("written");
            json!({"name": name, "path": format!("{name}.csv"), "schema": schema})
        })
        .collect();
    fs::write(folder.join("datapackage.json"), json!({"name": "much", "resources": resources}).to_string())
        .expect("written");
    folder
}

fn lines<T: Display>(heading: &str, rows: impl Iterator<Item = T>) -> String {
    rows.fold(format!("{heading}\n"), |text, row| text + &row.to_string() + "\n")
}

/// What is told of a package, on standard output and on standard error.
fn told(folder: &Path, arguments: &[&str]) -> (Vec<String>, String) {
    let output = itkommun(&[&["check", folder.to_str().expect("UTF-8")], arguments].concat());
    let [told, noted] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    assert_eq!(output.status.code(), Some(if told.is_empty() || told == "[]\n" { 0 } else { 3 }), "{noted}");
    (told.lines().map(str::to_owned).collect(), noted)
}

fn numbers(name: &str, text: &str) -> Value {
    json!({"fields": [{"name": name, "type": "integer"}, {"name": text, "type": "string"}]})
}

#[test]
fn the_first_thousand_problems_of_each_file_are_told_and_how_many_more_there_are() {
    let rows = |count: u32| lines("id,of", (1..=count).map(|row| format!("x{row},y")));
    let tables = [("a", numbers("id", "of"), rows(1201)), ("b", numbers("id", "of"), rows(1000))];
    let folder = package("problems-many", &tables);
    let (lines, noted) = told(&folder, &[]);
    assert_eq!(lines.len(), 2000);
    assert_eq!(lines[999], "a.csv:1001:1: `x1000` is not a whole number");
    assert_eq!(lines[1000], "b.csv:2:1: `x1` is not a whole number");
    assert_eq!(noted, "note: a.csv has 201 more problems; --all shows every one\n");
    let (lines, noted) = told(&folder, &["--all"]);
    assert_eq!((lines.len(), noted.as_str()), (2201, ""));
    assert_eq!(lines[1200], "a.csv:1202:1: `x1201` is not a whole number");
    // What a program reads is rows and nothing else.
    let (lines, noted) = told(&folder, &["--format", "csv", "--lang", "sv"]);
    assert_eq!((lines.len(), lines[0].as_str()), (2001, "file,line,column,message"));
    assert_eq!(noted, "obs: a.csv har 201 problem till; --all visar alla\n");
}

#[test]
fn problems_of_one_row_stand_in_the_order_of_its_cells_and_those_of_a_file_in_that_of_its_lines() {
    let schema =
        json!({"fields": [{"name": "of", "type": "integer"}, {"name": "id", "type": "string"}], "primaryKey": "id"});
    let folder = package("problems-order", &[("a", schema, "of,id\n\n1,p\nx,p\n\n2,\"q\n".to_owned())]);
    let (lines, _) = told(&folder, &[]);
    let places: Vec<&str> = lines.iter().map(|line| &line[..9]).collect();
    assert_eq!(places, ["a.csv:2:1", "a.csv:4:1", "a.csv:4:3", "a.csv:5:1", "a.csv:6:3"], "{lines:?}");
}

#[test]
fn values_sets_and_messages_are_cut_with_a_mark() {
    let members: Vec<String> =
        (1..=12).map(|member| format!("m{member}{}", "-".repeat(if member == 2 { 99 } else { 0 }))).collect();
    let schema = json!({"fields": [{"name": "a", "type": "string", "constraints": {"enum": members}}]});
    let folder = package("problems-cut", &[("a", schema, format!("a\n{}\n", "x".repeat(1000)))]);
    let (lines, _) = told(&folder, &[]);
    let (value, second) = ("x".repeat(60), format!("m2{}", "-".repeat(58)));
    assert_eq!(
        lines,
        [format!(
            "a.csv:2:1: `{value}…` (1000 characters) is not one of m1, {second}…, m3, m4, m5, m6, m7, m8, m9, m10 and 2 more"
        )]
    );
    let name = "n".repeat(5000);
    let schema =
        json!({"fields": [{"name": name, "type": "string", "constraints": {"required": true}}, {"name": "b"}]});
    let folder = package("problems-cut-name", &[("a", schema, format!("{name},b\n,1\n"))]);
    let (lines, _) = told(&folder, &[]);
    assert_eq!(lines, [format!("a.csv:2:1: {}…", &name[..2000])]);
}

#[test]
fn a_file_that_is_not_called_as_its_table_is_told_with_it() {
    let folder = package("problems-table", &[("a", numbers("id", "of"), "id,of\nx,y\n".to_owned())]);
    let described = fs::read_to_string(folder.join("datapackage.json"))
        .expect("read")
        .replace("\"name\":\"a\"", "\"name\":\"birds\"");
    fs::write(folder.join("datapackage.json"), described).expect("written");
    assert_eq!(told(&folder, &[]).0, ["a.csv:2:1: birds: `x` is not a whole number"]);
}

/// Each value is the same as the second, and another than the third, in sets, keys and where it must stand once.
#[test]
fn values_are_compared_as_values() {
    for (at, (kind, one, same, other)) in [
        ("integer", "9007199254740993", "+09007199254740993", "9007199254740992"),
        (
            "integer",
            "123456789012345678901234567890",
            "0123456789012345678901234567890",
            "123456789012345678901234567891",
        ),
        ("number", "1.5", "15e-1", "1.50000000000000000001"),
        ("number", "0", "-0.0", "1e-300"),
        ("boolean", "true", "1", "false"),
        ("year", "2009", "2009", "2010"),
        ("date", "2009-11-17", "2009-11-17", "2009-11-18"),
        ("string", "1", "1", "01"),
    ]
    .into_iter()
    .enumerate()
    {
        let field = |name: &str, constraints: Value| json!({"name": name, "type": kind, "constraints": constraints});
        let once = |constraint: &str| json!({"fields": [field("a", json!({constraint: true}))]});
        let keyed = json!({"fields": [field("a", json!({}))], "primaryKey": "a"});
        let to = json!({"fields": [field("a", json!({}))], "foreignKeys": [
            {"fields": "a", "reference": {"resource": "keyed", "fields": "a"}}]});
        let (twice, both) = (format!("a\n{one}\n{same}\n"), format!("a\n{same}\n{other}\n"));
        let folder = package(
            &format!("problems-values-{at}"),
            &[
                ("keyed", keyed.clone(), format!("a\n{one}\n")),
                ("key", keyed, twice.clone()),
                ("unique", once("unique"), twice),
                ("enum", json!({"fields": [field("a", json!({"enum": [one]}))]}), both.clone()),
                ("to", to, both),
            ],
        );
        let (lines, _) = told(&folder, &[]);
        let places: Vec<&str> = lines.iter().map(|line| line.split(": ").next().expect("a place")).collect();
        assert_eq!(places, ["key.csv:3:1", "unique.csv:3:1", "enum.csv:3:1", "to.csv:3:1"], "{kind}: {lines:?}");
    }
}

#[test]
fn keys_to_a_file_that_cannot_be_read_are_not_said_to_lead_nowhere() {
    let to = json!({"fields": [{"name": "a"}], "foreignKeys": [{"fields": "a", "reference": {"resource": "b", "fields": "a"}}]});
    let folder = package(
        "problems-unread",
        &[("a", to, "a\n1\n".to_owned()), ("b", json!({"fields": [{"name": "a"}]}), String::new())],
    );
    fs::remove_file(folder.join("b.csv")).expect("removed");
    let (lines, _) = told(&folder, &[]);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].starts_with("b.csv:1:1: cannot be read: "), "{lines:?}");
}

/// Each against each other these would be hundreds of millions of comparisons.
#[test]
fn many_keys_members_columns_and_headings_take_no_longer_than_they_are_many() {
    let many = 4_000;
    let members: Vec<String> = (0..many).map(|member| format!("member-{member}")).collect();
    // Too long to be a slip, since to look for what was meant takes long without a better machine.
    let wrong: Vec<String> = members.iter().map(|name| format!("{name}{}", "-".repeat(300))).collect();
    let rows = |heading: &str| lines(heading, wrong.iter());
    let key = json!([{"fields": "a", "reference": {"resource": "names", "fields": "a"}}]);
    let columns: Vec<Value> = members.iter().map(|name| json!({"name": name, "type": "integer"})).collect();
    let headings = members.iter().rev().map(String::as_str).collect::<Vec<_>>().join(",");
    let twice: Vec<Value> = columns.iter().map(|_| json!({"name": "a"})).collect();
    let folder = package(
        "problems-quadratic",
        &[
            ("set", json!({"fields": [{"name": "a", "constraints": {"enum": members}}]}), rows("a")),
            ("kinds", json!({"fields": [{"name": "a", "categories": members}]}), rows("a")),
            ("names", json!({"fields": [{"name": "a"}]}), lines("a", members.iter())),
            ("keys", json!({"fields": [{"name": "a"}], "foreignKeys": key}), rows("a")),
            ("wide", json!({"fields": columns}), format!("{}\n{}\n", members.join(","), vec!["x"; many].join(","))),
            ("headings", json!({"fields": columns}), format!("{headings}\n")),
            ("twice", json!({"fields": twice}), format!("{}\n", vec!["a"; many].join(","))),
        ],
    );
    let (lines, noted) = told(&folder, &[]);
    assert_eq!(lines.len(), 7 * 1000, "{noted}");
    let untold: Vec<&str> = noted.lines().collect();
    let note = |file: &str, count: usize| format!("note: {file} has {count} more problems; --all shows every one");
    let expected = [
        note("datapackage.json", 2999),
        note("set.csv", 3000),
        note("kinds.csv", 3000),
        note("keys.csv", 3000),
        note("wide.csv", 3000),
        note("headings.csv", 3000),
        // The second and each later one, as in the description.
        note("twice.csv", 2999),
    ];
    assert_eq!(untold, expected);
}
