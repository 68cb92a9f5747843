//! `check` on a folder of packages, a case each: sound ones, broken ones that any reader of the standard must refuse,
//! ones that only this program sees through, and ones that the standard allows though others refuse them.
//! `tests/packages/agree.py` holds all of them against frictionless.
//!
//! What is to be said of a case stands in its `expected.txt`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::support::itkommun;

fn cases(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages").join(kind);
    let cases = fs::read_dir(&folder).expect("the folder").map(|case| case.expect("a case").path());
    let mut cases: Vec<PathBuf> = cases.filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

fn check(arguments: &[&str]) -> Output {
    itkommun(&[&["check"], arguments].concat())
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn the_bundled_package_has_no_problems() {
    let output = check(&[]);
    assert_eq!(
        (output.status.code(), text(output.stdout), text(output.stderr)),
        (Some(0), String::new(), String::new())
    );
}

#[test]
fn a_sound_package_has_no_problems() {
    let cases = [cases("sound"), cases("allowed")].concat();
    assert!(cases.len() >= 20);
    for case in cases {
        let output = check(&[name(&case)]);
        assert_eq!((output.status.code(), text(output.stdout).as_str()), (Some(0), ""), "{}", case.display());
    }
}

#[test]
fn a_problem_is_told_in_swedish_at_the_same_place() {
    let case = cases("broken").into_iter().find(|case| case.ends_with("list-not-allowed")).expect("the case");
    let output = check(&[name(&case), "--lang", "sv"]);
    assert_eq!(output.status.code(), Some(3));
    let told = "things.csv:3:3: `app;sytem` är inget av värdena app, app;system; menade du app;system eller app?\n";
    assert!(text(output.stdout).starts_with(told));
}

#[test]
fn each_problem_is_told_where_it_stands() {
    let cases = [cases("broken"), cases("beyond")].concat();
    assert!(cases.len() >= 40);
    for case in cases {
        let output = check(&[name(&case)]);
        let expected = fs::read_to_string(case.join("expected.txt")).expect("expected.txt");
        assert_eq!(output.status.code(), Some(3), "{}", case.display());
        assert_eq!(text(output.stdout), expected, "{}", case.display());
        assert!(output.stderr.is_empty(), "{}", case.display());
    }
}

#[test]
fn problems_are_rows_too() {
    let case = cases("broken").into_iter().find(|case| case.ends_with("several-problems")).expect("the case");
    let output = check(&[name(&case), "--format", "json"]);
    assert_eq!(output.status.code(), Some(3));
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("an array");
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[2]["file"], "things.csv");
    assert_eq!((&rows[2]["line"], &rows[2]["column"]), (&3.into(), &4.into()));
    let sound = check(&["--format", "json"]);
    assert_eq!((sound.status.code(), text(sound.stdout).as_str()), (Some(0), "[]\n"));
}

#[test]
fn a_folder_without_a_package_is_a_failure() {
    let output = check(&[concat!(env!("CARGO_MANIFEST_DIR"), "/tests")]);
    assert_eq!(output.status.code(), Some(3));
    assert!(output.stdout.is_empty());
    assert!(text(output.stderr).contains("datapackage.json"));
}
