//! Citations, and the sources for reference managers.

use crate::support::{json, refusal, stdout};

#[test]
fn sources_are_numbered_as_they_come_and_listed() {
    let answer = json(&["winners", "--year", "2009..2013", "--cite"]);
    let numbers: Vec<_> = answer["rows"].as_array().expect("rows").iter().map(|row| &row["citation"]).collect();
    assert_eq!(numbers, [1, 2, 3]);
    let ids: Vec<_> = answer["citations"].as_array().expect("citations").iter().map(|cited| &cited["id"]).collect();
    assert_eq!(ids, ["skl-2009", "skl-2011", "skl-2013"]);
    assert_eq!(answer["citations"][1]["isbn"], "978-91-7164-739-9");
    assert_eq!(answer["citations"][0]["locators"], serde_json::json!(["Preface; also kvalitetsmassan-winners"]));
    let markdown = stdout(&["winners", "--year", "2011", "--cite", "--format", "markdown"]);
    assert!(
        markdown
            .contains("\n1. Sveriges Kommuner och Landsting: Sveriges IT-kommun 2011. 2011. ISBN 978-91-7164-739-9")
    );
    for arguments in [&["show", "kalix"][..], &["search", "kalix"], &["municipalities"], &["sources"], &["indicators"]]
    {
        let answer = json(&[arguments, &["--cite"]].concat());
        assert!(answer["citations"].is_array(), "{arguments:?}");
    }
    let (status, message) = refusal(&["winners", "--cite"]);
    assert_eq!(status, Some(2));
    assert!(message.contains("tsv has no place for a list of sources"), "{message}");
}

#[test]
fn the_sources_go_to_reference_managers() {
    let bibtex = stdout(&["sources", "--format", "bibtex"]);
    let entries = bibtex.lines().filter(|line| line.starts_with('@')).count();
    assert_eq!(format!("{entries}\n"), stdout(&["sources", "--count"]));
    let csl: Vec<serde_json::Value> =
        serde_json::from_str(&stdout(&["sources", "--format", "csl-json"])).expect("JSON");
    assert_eq!(csl.len(), entries);
    assert!(csl.iter().all(|entry| entry["title"].is_string() && entry["type"].is_string()));
    for (arguments, said) in [
        (&["winners", "--format", "bibtex"][..], "it is for the table sources"),
        (&["sources", "--format", "bibtex", "--columns", "id"], "fields of its own"),
        (&["show", "kalix", "--format", "csl-json"], "holds sources and nothing else"),
    ] {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2));
        assert!(message.contains(said), "{message}");
    }
}
