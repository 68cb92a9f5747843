//! Citations: the sources of rows, numbered and listed under them, and the data as a whole.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::small::{over, small};
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

#[test]
fn the_data_is_cited_with_version_date_and_licence() {
    let package = small("cited");
    assert_eq!(
        over(&package, &["cite"]),
        "The small project (2026): A small register. Version 1.2.0, 2026-11-26. (Dataset). CC0-1.0. \
         https://example.org/small\n"
    );
    assert_eq!(
        over(&package, &["cite", "--format", "bibtex"]),
        "@dataset{small,\n  author = {{The small project}},\n  title = {{A small register}},\n  \
         howpublished = {Data set. Version 1.2.0, 2026-11-26},\n  version = {1.2.0},\n  year = {2026},\n  \
         month = nov,\n  langid = {english},\n  url = {https://example.org/small},\n  note = {CC0-1.0},\n}\n"
    );
    assert_eq!(
        serde_json::from_str::<Value>(&over(&package, &["cite", "--format", "csl-json"])).expect("JSON"),
        json!([{
            "id": "small", "type": "dataset", "title": "A small register",
            "author": [{"literal": "The small project"}], "issued": {"date-parts": [[2026, 11, 26]]},
            "version": "1.2.0", "URL": "https://example.org/small", "language": "en", "license": "CC0-1.0"
        }])
    );
    let (status, message) = refusal(&["cite", "--no-header"]);
    assert_eq!((status, message.contains("no line of headings")), (Some(2), true), "{message}");
}

/// The bundled package's description.
fn descriptor() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/datapackage.json");
    serde_json::from_str(&fs::read_to_string(path).expect("a descriptor")).expect("JSON")
}

#[test]
fn the_version_is_that_of_program_and_data() {
    let program = env!("CARGO_PKG_VERSION");
    assert_eq!(over(&small("versions"), &["-V"]), format!("itkommun {program} (data 1.2.0, 2026-11-26)\n"));
    let descriptor = descriptor();
    let version = descriptor["version"].as_str().expect("a version");
    let date = descriptor["created"].as_str().map_or(String::new(), |created| format!(", {}", &created[..10]));
    let line = format!("itkommun {program} (data {version}{date})\n");
    assert_eq!(stdout(&["-V"]), line);
    let built = [("sql", cfg!(feature = "sql")), ("xlsx", cfg!(feature = "xlsx"))].into_iter();
    let built: Vec<&str> = built.filter(|(_, is_built)| *is_built).map(|(name, _)| name).collect();
    let built = if built.is_empty() { "none".to_owned() } else { built.join(", ") };
    assert_eq!(stdout(&["--version"]), format!("{line}features: {built}\n"));
    let cited = stdout(&["cite"]);
    let title = descriptor["title"].as_str().expect("a title");
    assert!(cited.contains(title) && cited.contains(&format!("Version {version}{date}.")), "{cited}");
    assert_eq!(cited.lines().count(), 1);
}

/// The values of a key in CITATION.cff, at the top and below it.
fn said(cff: &str, key: &str) -> Vec<String> {
    let lines = cff.lines().map(|line| line.trim_start_matches([' ', '-']));
    let values = lines.filter_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    values.map(|value| value.trim().trim_matches(['"', '\'']).to_owned()).collect()
}

#[test]
fn the_repository_cites_the_versions_that_it_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(cff) = fs::read_to_string(root.join("CITATION.cff")) else { return };
    let descriptor = descriptor();
    // The program stands at the top, the data last among what it refers to.
    let versions = said(&cff, "version");
    assert_eq!(versions.first().map(String::as_str), Some(env!("CARGO_PKG_VERSION")), "Cargo.toml");
    assert_eq!(versions.last().map(String::as_str), descriptor["version"].as_str(), "datapackage.json");
    let created = descriptor["created"].as_str().and_then(|created| created.split('T').next());
    let dates = said(&cff, "date-released");
    assert!(!dates.is_empty() && dates.iter().all(|date| Some(date.as_str()) == created), "{dates:?}, not {created:?}");
    let made = descriptor["contributors"][0]["title"].as_str();
    assert_eq!(said(&cff, "name").last().map(String::as_str), made, "datapackage.json");
    assert_eq!(said(&cff, "title").last().map(String::as_str), descriptor["title"].as_str());
}
