//! Screens in Swedish: no English is left on any of them.

use crate::support::{breaking, itkommun, tables};

/// Words of English sentences that are none of Swedish ones, nor names of tables or columns.
const ENGLISH: [&str; 40] = [
    "the", "of", "and", "with", "which", "is", "are", "by", "from", "did", "you", "mean", "rows", "values", "files",
    "figures", "an", "or", "that", "this", "has", "have", "cannot", "where", "than", "their", "its", "was", "what",
    "here", "there", "only", "each", "takes", "needs", "allowed", "without", "known", "missing", "given",
];

const COMMANDS: [&str; 12] =
    ["show", "search", "compare", "profile", "chart", "sql", "export", "schema", "check", "cite", "completions", "man"];

/// What is told in Swedish, be it an answer or an error.
fn told(arguments: &[&str]) -> String {
    let output = itkommun(&[arguments, &["--lang", "sv"]].concat());
    assert!(output.status.code().is_some_and(|status| status < 4), "{arguments:?}");
    breaking(&String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8"))
}

/// The words of a text that are English, but for what is typed: between backticks or quotation marks, or a flag.
fn english(text: &str) -> Vec<String> {
    let prose = ['`', '"'].iter().fold(text.to_owned(), |text, mark| {
        let parts = text.split(*mark).enumerate();
        parts.filter(|(at, _)| at % 2 == 0).map(|(_, part)| part).collect::<Vec<_>>().join(" ")
    });
    let words = prose.split_whitespace().map(|word| word.trim_matches(['.', ',', ';', ':', '(', ')', '?']));
    words.filter(|word| ENGLISH.contains(word)).map(ToOwned::to_owned).collect()
}

fn is_swedish(arguments: &[&str]) {
    let text = told(arguments);
    let found = english(&text);
    assert!(found.is_empty(), "{arguments:?} has {found:?}:\n{text}");
}

#[test]
fn english_is_found_but_not_in_what_is_typed() {
    assert_eq!(english("fel: the `from`, \"of\" --with är not"), ["the"]);
}

#[test]
fn helps_and_pages_of_the_manual_are_swedish() {
    is_swedish(&["-h"]);
    is_swedish(&["--help"]);
    is_swedish(&["man"]);
    for subject in tables().iter().map(String::as_str).chain(COMMANDS) {
        for question in [&[subject, "-h"][..], &[subject, "--help"], &["man", subject]] {
            is_swedish(question);
        }
    }
    is_swedish(&["chart", "nominees", "--help"]);
    is_swedish(&["chart", "timeline", "--help"]);
}

#[test]
fn first_lines_of_help_are_whole() {
    assert!(!told(&["-h"]).contains('…'));
}

#[test]
fn tables_and_what_is_made_of_them_are_swedish() {
    // The titles of sources are those of the sources.
    for table in tables().iter().filter(|table| *table != "sources") {
        for format in ["table", "record"] {
            is_swedish(&[table, "--limit", "40", "--format", format]);
        }
    }
    for question in [
        &["show", "järfälla"][..],
        &["show", "vinnova"],
        &["show", "värmland"],
        &["show", "e_services"],
        &["show", "Bo Dahlbom"],
        &["show", "kalmar"],
        &["search", "kostnad"],
        &["compare", "järfälla", "täby"],
        &["compare", "göteborg", "stockholm"],
        &["profile", "järfälla"],
        &["chart", "nominees", "--x", "outcome"],
        &["chart", "metrics", "--x", "subject"],
        &["chart", "metrics", "--indicator", "e_services"],
        &["chart", "timeline"],
        &["metrics", "--count-by", "subject"],
        &["schema"],
    ] {
        is_swedish(&[question, &["--format", "table"]].concat());
    }
}

#[test]
fn a_search_shows_no_column_twice() {
    let text = told(&["search", "kostnad", "--format", "markdown"]);
    assert!(text.contains("| motivering |") && !text.contains("på svenska"), "{text}");
}

#[test]
fn errors_are_swedish() {
    for arguments in [
        &["winers"][..],
        &["winners", "x"],
        &["winners", "--yaer", "2009"],
        &["winners", "--year"],
        &["winners", "--year", "x"],
        &["winners", "--year", "2009..2001"],
        &["winners", "--year", "1999"],
        &["winners", "--county", "Hawaii"],
        &["winners", "--municipality", "Falkenbergg"],
        &["winners", "--columns", "x"],
        &["winners", "--columns", "year,year"],
        &["winners", "--limit", "x"],
        &["winners", "--format", "x"],
        &["winners", "-o", "x.y"],
        &["winners", "-o", "nowhere/x.csv"],
        &["winners", "--count", "--columns", "year"],
        &["winners", "--cite", "--format", "csv"],
        &["winners", "--grounds", ""],
        &["metrics", "--value", "3,5"],
        &["metrics", "--value", "latest", "--indicator", "cost", "--status", "target"],
        &["editions", "--ceremony-date", "2009-02-31"],
        &["show"],
        &["show", "zzz"],
        &["search", "zzz"],
        &["compare", "kalix", "--format", "table"],
        &["profile", "kalix"],
        &["chart", "winners"],
        &["chart", "metrics", "--x", "year", "--y", "note"],
        &["chart", "nominees", "--x", "county", "--sort", "year"],
        &["check", "nowhere"],
        &["man", "show", "--to", "x"],
        &["export"],
        &["export", "--to", "x.y"],
        &["schema", "x"],
        &["completions", "x"],
    ] {
        is_swedish(arguments);
    }
    assert!(told(&["show", "zzz"]).contains("år, kommun, person, källa, län, organisation, initiativ eller nyckeltal"));
    assert!(told(&["man", "show", "--to", "x"]).contains("tillsammans med <KOMMANDO>"));
}

#[cfg(feature = "sql")]
#[test]
fn what_is_wrong_with_a_statement_is_said_in_swedish() {
    for statement in ["selec", "select x FROM winners", "select * FROM winers", "DELETE FROM winners", "", "select ?"] {
        is_swedish(&["sql", statement]);
    }
}
