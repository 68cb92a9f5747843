//! Citations, and the sources for reference managers.

use crate::support::{json, refusal, stdout};

#[test]
fn sources_are_numbered_as_they_come_and_listed() {
    let answer = json(&["winners", "--year", "2009..2013", "--cite"]);
    let cited = answer["citations"].as_array().expect("citations");
    let mut ids: Vec<_> = Vec::new();
    for row in answer["rows"].as_array().expect("rows") {
        // A row's numbers are those of its sources, and a new source has the next number.
        let numbers: Vec<usize> = serde_json::from_value(row["citation"].clone()).expect("numbers");
        let named: Vec<_> = numbers.iter().map(|number| cited[number - 1]["id"].clone()).collect();
        assert_eq!(row["source"], serde_json::Value::from(named.clone()));
        ids.extend(named.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    }
    assert_eq!(cited.iter().map(|cited| cited["id"].clone()).collect::<Vec<_>>(), ids);
    assert_eq!(ids[..2], ["skl-2009", "skl-2011"]);
    assert_eq!(cited[1]["isbn"], "978-91-7164-739-9");
    assert!(cited[0]["locators"][0].as_str().is_some_and(|locator| locator.starts_with("Preface")), "{}", cited[0]);
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
        (
            &["winners", "--format", "bibtex"][..],
            "`bibtex` is not one of table, record, tsv, csv, json, jsonl, markdown",
        ),
        (&["sources", "--format", "bibtex", "--columns", "id"], "fields of its own"),
        (&["show", "kalix", "--format", "csl-json"], "`csl-json` is not one of table"),
    ] {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2));
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn whatever_has_sources_is_cited() {
    for asked in [
        "compare järfälla täby",
        "compare falkenberg",
        "profile järfälla",
        "chart metrics --indicator e_services --x municipality --y value",
        "chart timeline",
        "show kalix",
        "search dahlbom",
    ] {
        let asked: Vec<&str> = asked.split(' ').collect();
        let markdown = stdout(&[&asked[..], &["--cite", "--format", "markdown"]].concat());
        assert!(markdown.contains("| citation |") && markdown.contains("\n1. "), "{asked:?}: {markdown}");
        let answer = stdout(&[&asked[..], &["--cite", "--format", "json"]].concat());
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        assert!(answer["citations"].as_array().is_some_and(|cited| !cited.is_empty()), "{asked:?}");
    }
    // A drawing names its sources in any case; cited, all of them in full.
    let drawn = ["chart", "nominees", "--x", "county", "--format", "table"];
    let (brief, full) = (stdout(&drawn), stdout(&[&drawn[..], &["--cite"]].concat()));
    assert!(brief.contains("and 1 more") || brief.contains("more"), "{brief}");
    assert!(
        full.contains("Sveriges Kommuner och Landsting: Sveriges IT-kommun 2013.") && !full.contains(" more"),
        "{full}"
    );
}
