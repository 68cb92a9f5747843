//! `--package`: a package of one's own in the place of the register.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::support::{folder, itkommun, lines, refusal, stdout};

/// A package whose names are those of commands and flags.
fn birds(name: &str) -> PathBuf {
    let folder = folder(name);
    let descriptor = serde_json::json!({
        "name": "birds", "title": "Birds of a lake", "version": "3.1",
        "resources": [
            {"name": "check", "path": "check.csv", "schema": {"fields": [
                {"name": "id", "type": "integer"}, {"name": "Antal fåglar", "type": "integer"},
                {"name": "sort", "type": "string"}, {"name": "a_b", "type": "string"}, {"name": "a b", "type": "string"},
            ], "primaryKey": "id"}},
            {"name": "lakes", "path": "lakes.csv", "schema": {"fields": [
                {"name": "name", "type": "string"}, {"name": "lang", "type": "string"},
            ]}},
        ],
    });
    fs::write(folder.join("datapackage.json"), descriptor.to_string()).expect("written");
    fs::write(folder.join("check.csv"), "id,Antal fåglar,sort,a_b,a b\n1,5,duck,p,q\n2,7,goose,r,s\n")
        .expect("written");
    fs::write(folder.join("lakes.csv"), "name,lang\nVänern,sv\nErie,en\n").expect("written");
    folder
}

fn asked(folder: &std::path::Path, arguments: &[&str]) -> Vec<String> {
    lines(&[&["--package", folder.to_str().expect("text")], arguments].concat())
}

#[test]
fn its_tables_are_the_commands_and_its_columns_the_flags() {
    let folder = birds("own-names");
    assert_eq!(asked(&folder, &["lakes", "--name", "erie"]), ["Erie\ten"]);
    // Called like a command, and like flags; spaces are dashes, and letters may be in any case.
    assert_eq!(asked(&folder, &["table", "check", "--column-sort", "duck", "--columns", "id"]), ["1"]);
    assert_eq!(asked(&folder, &["table", "check", "--antal-fåglar", "6..", "--columns", "ID,antal_fåglar"]), ["2\t7"]);
    assert_eq!(asked(&folder, &["lakes", "--column-lang", "sv", "--lang", "sv"]), ["Vänern\tsv"]);
    // Of two columns whose names make one flag the first has it.
    assert_eq!(asked(&folder, &["table", "check", "--a-b", "r", "--columns", "id"]), ["2"]);
    assert_eq!(asked(&folder, &["table", "check", "--not-a-b", "r", "--columns", "id"]), ["1"]);
    assert!(stdout(&["--package", folder.to_str().expect("text"), "check"]).is_empty(), "the command, and no problem");
    let help = stdout(&["--package", folder.to_str().expect("text"), "table", "check", "-h"]);
    assert!(
        help.contains("itkommun table check [--<COLUMN> <VALUE>]") && help.contains("--column-sort <TEXT>"),
        "{help}"
    );
    let top = stdout(&["--package", folder.to_str().expect("text")]);
    assert!(top.starts_with("Birds of a lake\n") && top.contains("\n  table check"), "{top}");
    // What nothing is said of is told by its columns.
    assert_eq!(asked(&folder, &["lakes", "-h"])[0], "name, lang");
}

#[test]
fn it_is_the_package_that_is_spoken_of() {
    let folder = birds("own-spoken");
    let path = folder.join("datapackage.json");
    let path = path.to_str().expect("text");
    // The descriptor names it as well as its folder, behind the command as before it.
    assert_eq!(stdout(&["cite", "--package", path]), "Birds of a lake. Version 3.1. (Dataset).\n");
    assert!(stdout(&["--version", &format!("--package={path}")]).contains("(data 3.1)"));
    if cfg!(feature = "sql") {
        assert_eq!(lines(&["sql", "SELECT name FROM lakes", "--package", path]), ["Vänern", "Erie"]);
    }
    let completed = stdout(&["__complete", "fish", &format!("itkommun lakes --package {path} --na")]);
    assert_eq!(completed, "words\n--name\t\n");
    let completed = stdout(&["__complete", "fish", &format!("itkommun --package {path} table ")]);
    assert_eq!(completed, "words\ncheck\tid, Antal fåglar, sort, a_b, a b\nlakes\tname, lang\n");
}

#[test]
fn what_is_none_is_refused() {
    assert_eq!(refusal(&["--package", "nowhere", "winners"]).0, Some(3));
    assert!(refusal(&["winners", "--package"]).1.contains("--package: a value is required"));
    let folder = birds("own-refused");
    let (status, told) = refusal(&["--package", folder.to_str().expect("text"), "table", "chek"]);
    assert!(status == Some(2) && told.contains("there is no table `chek`; did you mean check?"), "{told}");
    assert!(
        refusal(&["--package", folder.to_str().expect("text"), "winners"]).1.contains("there is no table or command")
    );
    assert!(refusal(&["table"]).1.contains("needs a table"));
}

#[test]
fn rows_are_read_in_the_form_that_the_description_tells() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packages/sound/forms");
    for (table, rows) in [
        (
            "commas",
            json!([
                {"place": "Lund", "share": 1234.5, "day": "2009-11-17"}, {"place": "Ale", "share": 0.25, "day": "2003-02-01"},
            ]),
        ),
        ("windows", json!([{"name": "Örebro – stad"}])),
        ("gaps", json!([{"name": "a", "count": 1}, {"name": "b", "count": null}, {"name": null, "count": 2}])),
        ("answers", json!([{"id": 1, "yes": true}, {"id": 2, "yes": false}])),
        ("elsewhere", json!([{"id": 7}])),
        // Without a schema all is text.
        ("plain", json!([{"code": "0180", "name": "Stockholm"}])),
    ] {
        assert_eq!(crate::support::json(&["--package", folder, table]), rows, "{table}");
    }
    assert_eq!(
        lines(&["--package", folder, "commas", "--share", "1000..", "--day", "2009", "--columns", "place"]),
        ["Lund"]
    );
    assert_eq!(lines(&["--package", folder, "gaps", "--missing", "count", "--columns", "name"]), ["b"]);
    // What is not written so ends the question at its place, and is not passed over.
    let broken = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packages/broken/date-of-another-form");
    let output = itkommun(&["--package", broken, "t"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.code() == Some(3) && told.contains("t.csv:3:1: not written as the description says"),
        "{told}"
    );
}

/// Rows of a table that is long enough to be gone through by several threads: some cells are sentences in quotes over
/// several lines, that look like rows.
fn a_long_table() -> String {
    let mut text = "id,name,value,note\n".to_owned();
    for id in 0..60_000_u32 {
        let note = match id % 7 {
            0 => format!("\"said:\n{id},wren,5,\"\"no\"\"\n\""),
            3 => "\"a, b\"".to_owned(),
            _ => "plain".to_owned(),
        };
        let name = ["crane", "heron", "wren", "bittern", "smew"][id as usize % 5];
        // Each value of these comes once before it comes again.
        let value = id.wrapping_mul(7919) % 90_001;
        text.extend([&*id.to_string(), ",", name, ",", &value.to_string(), ".5,", &note, "\r\n"]);
    }
    text
}

#[test]
fn every_number_of_threads_gives_the_same_answer() {
    let folder = folder("every_number_of_threads");
    let fields = json!([
        {"name": "id", "type": "integer"}, {"name": "name", "type": "string"}, {"name": "value", "type": "number"},
        {"name": "note", "type": "string"},
    ]);
    let descriptor = json!({"resources": [{"name": "birds", "path": "birds.csv", "schema": {"fields": fields}}]});
    fs::write(folder.join("datapackage.json"), descriptor.to_string()).expect("written");
    let text = a_long_table();
    assert!(text.len() > 1 << 20, "{} bytes are read by one thread", text.len());
    fs::write(folder.join("birds.csv"), &text).expect("written");
    let ask = |threads: &str, arguments: &[&str]| {
        let package = ["--package", folder.to_str().expect("text"), "birds"];
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_itkommun"));
        let output = program.args(package).args(arguments).env("ITKOMMUN_THREADS", threads).output().expect("run");
        (output.status.code(), String::from_utf8(output.stdout).expect("text"), output.stderr)
    };
    for (arguments, count) in [
        (&["--name", "wren", "--value", "..100"][..], 12),
        (&["--name", "wren", "--limit", "3", "--columns", "id"], 3),
        (&["--not-name", "crane", "--note", "said", "--id", "59000.."], 114),
        (&["--count-by", "name"], 5),
        (&["--sort=-value", "--limit", "10"], 10),
        (&["--sort", "note,-value", "--limit", "10", "--name", "smew"], 10),
    ] {
        let one = ask("1", arguments);
        assert_eq!((one.0, one.1.lines().count() - 1), (Some(0), count), "{arguments:?}\n{}", one.1);
        for threads in ["2", "5"] {
            assert_eq!(ask(threads, arguments), one, "{threads} threads, {arguments:?}");
        }
    }
    // A bad cell is told of at its place, whoever meets it.
    fs::write(folder.join("birds.csv"), text.replace("\n50003,bittern,", "\n50003,bittern,x")).expect("written");
    let one = ask("1", &["--value", "..3"]);
    assert!(one.0 == Some(3) && String::from_utf8_lossy(&one.2).contains("birds.csv:"), "{:?}", one.2);
    assert_eq!(ask("3", &["--value", "..3"]), one);
}
