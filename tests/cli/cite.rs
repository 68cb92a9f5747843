//! Citations: the sources of rows, numbered and listed under them.

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
    // However the lines are broken.
    let full = full.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(brief.contains("and 1 more") || brief.contains("more"), "{brief}");
    assert!(
        full.contains("Sveriges Kommuner och Landsting: Sveriges IT-kommun 2013.") && !full.contains(" more"),
        "{full}"
    );
}
