//! Bibliographies: the sources of rows for reference managers.

use serde_json::{Value, json};

use crate::small::{over, small};
use crate::support::{json, refusal, stdout};

/// The types of CSL 1.0.2 that sources have here; to others citeproc has no answer.
const CSL_TYPES: &str = "article article-magazine book dataset document pamphlet periodical post-weblog report webpage";

fn items(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("JSON")
}

/// An entry of a BibTeX file, the values of its fields less the outer braces.
struct Entry {
    kind: String,
    key: String,
    fields: Vec<(String, String)>,
}

impl Entry {
    fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

fn entries(bibtex: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for entry in bibtex.split("\n\n").filter(|entry| !entry.is_empty()) {
        let entry = entry.trim_end().strip_prefix('@').and_then(|entry| entry.strip_suffix("\n}")).expect("an entry");
        let (head, fields) = entry.split_once(",\n").expect("fields");
        let (kind, key) = head.split_once('{').expect("a key");
        assert!(!key.contains([' ', ',', '{', '}', '%', '#']), "{key}");
        let fields = fields.lines().map(|line| {
            let (name, value) =
                line.trim_start().strip_suffix(',').and_then(|it| it.split_once(" = ")).expect("a field");
            let unescaped = value.replace("\\{", "").replace("\\}", "");
            let depths = unescaped.chars().scan(0, |depth, character| {
                *depth += i32::from(character == '{') - i32::from(character == '}');
                Some(*depth)
            });
            let depths: Vec<i32> = depths.collect();
            assert!(depths.last() == Some(&0) && depths.iter().all(|&depth| depth >= 0), "{line}");
            let bare = value.strip_prefix('{').and_then(|it| it.strip_suffix('}')).unwrap_or(value);
            (name.to_owned(), bare.to_owned())
        });
        entries.push(Entry { kind: kind.to_owned(), key: key.to_owned(), fields: fields.collect() });
    }
    entries
}

#[test]
fn any_rows_give_their_sources_once_and_in_order() {
    for asked in [
        "winners --year 2001..2013",
        "winners --sort -year --limit 4",
        "sources --publisher sveriges",
        "municipalities",
        "show kalix",
        "search dahlbom",
        "compare järfälla täby",
        "profile järfälla",
        "chart metrics --indicator e_services --x municipality --y value",
        "chart timeline",
    ] {
        let asked: Vec<&str> = asked.split(' ').collect();
        let mut works: Vec<String> = Vec::new();
        for cited in json(&[&asked[..], &["--cite"]].concat())["citations"].as_array().expect("citations") {
            let work = [&cited["copy_of"], &cited["id"]].into_iter().find_map(Value::as_str).expect("an id");
            if !works.iter().any(|known| known == work) {
                works.push(work.to_owned());
            }
        }
        assert!(!works.is_empty(), "{asked:?}");
        let bibtex = entries(&stdout(&[&asked[..], &["--format", "bibtex"]].concat()));
        assert_eq!(bibtex.into_iter().map(|entry| entry.key).collect::<Vec<_>>(), works, "{asked:?}");
        let csl = items(&stdout(&[&asked[..], &["--format", "csl-json", "--cite"]].concat()));
        assert_eq!(csl.iter().map(|item| item["id"].as_str().expect("an id")).collect::<Vec<_>>(), works, "{asked:?}");
    }
    // Bars of how many rows there are rest on all of these rows, however few bars are asked for.
    let bars = ["chart", "nominees", "--x", "county", "--format", "csl-json"];
    let all = items(&stdout(&["nominees", "--format", "csl-json"]));
    assert_eq!(items(&stdout(&[&bars[..], &["--limit", "1"]].concat())), all);
}

#[test]
fn every_source_is_one_that_a_reference_manager_takes() {
    let csl = items(&stdout(&["sources", "--format", "csl-json"]));
    let works = json(&["sources"]).as_array().expect("rows").iter().filter(|row| row["copy_of"].is_null()).count();
    assert_eq!(csl.len(), works);
    for item in &csl {
        assert!(item["id"].is_string() && item["title"].as_str().is_some_and(|title| !title.is_empty()), "{item}");
        assert!(item["type"].as_str().is_some_and(|kind| CSL_TYPES.split(' ').any(|known| known == kind)), "{item}");
    }
    let bibtex = entries(&stdout(&["sources", "--format", "bibtex"]));
    assert_eq!(bibtex.len(), works);
    for entry in bibtex {
        let Entry { kind, key, .. } = &entry;
        assert!(["booklet", "misc", "techreport", "dataset", "book"].contains(&kind.as_str()), "{kind}");
        assert!(entry.field("title").is_some(), "{key}");
    }
}

#[test]
fn a_copy_is_no_work_of_its_own() {
    let package = small("copies");
    let entries = entries(&over(&package, &["facts", "--format", "bibtex"]));
    let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    assert_eq!(keys, ["d", "a", "b", "c-copy"]);
    let field = |at: usize, name: &str| entries[at].field(name);
    // The work has no address of its own; what is said of it and of its copy is said.
    assert_eq!(field(1, "title"), Some("{Ett verk utan adress}"));
    assert_eq!(field(1, "url"), Some("https://example.org/a"));
    let note = "Read from a poor scan. The address is that of a copy. As a library keeps it.";
    assert_eq!(field(1, "note"), Some(note));
    assert_eq!(field(2, "url"), Some("https://example.org/b"));
    assert_eq!(field(2, "note"), Some("A copy: https://example.org/b2"));
    assert_eq!((field(3, "url"), field(3, "note")), (Some("https://example.org/c"), Some("A copy.")));
    let csl = items(&over(&package, &["sources", "--format", "csl-json"]));
    let ids: Vec<&Value> = csl.iter().map(|item| &item["id"]).collect();
    assert_eq!(ids, ["a", "b", "c-copy", "d"]);
    assert_eq!((&csl[0]["URL"], &csl[0]["note"]), (&json!("https://example.org/a"), &json!(note)));
    // Where the sources are numbered by rows, each is listed as itself.
    let cited = over(&package, &["facts", "--cite", "--format", "json"]);
    let cited: Value = serde_json::from_str(&cited).expect("JSON");
    let ids: Vec<&Value> = cited["citations"].as_array().expect("citations").iter().map(|it| &it["id"]).collect();
    assert_eq!(ids, ["d", "a-copy", "a", "b-copy", "c-copy"]);
    assert_eq!(cited["citations"][1]["copy_of"], "a");
}

#[test]
fn a_source_has_its_language_and_its_kind() {
    let package = small("languages");
    let csl = items(&over(&package, &["facts", "--format", "csl-json"]));
    assert_eq!((&csl[0]["language"], &csl[0]["type"]), (&json!("en"), &json!("document")));
    assert_eq!((&csl[1]["language"], &csl[1]["type"]), (&json!("sv"), &json!("pamphlet")));
    let bibtex = over(&package, &["facts", "--format", "bibtex"]);
    assert!(bibtex.starts_with("@misc{d,\n") && bibtex.contains("\n  langid = {english},\n"), "{bibtex}");
    assert!(bibtex.contains("\n@booklet{a,\n") && bibtex.contains("\n  langid = {swedish},\n"), "{bibtex}");
}

#[test]
fn what_one_must_know_of_a_source_is_part_of_its_citation() {
    let cited = over(&small("notes"), &["facts", "--cite", "--format", "markdown"]);
    assert!(cited.contains("\n2. Ett förlag: Ett verk. 2010. https://example.org/a. As a library keeps it. – p. 1\n"));
    assert!(cited.contains("\n3. Ett förlag: Ett verk utan adress. 2009-11. Read from a poor scan.\n"), "{cited}");
}

#[test]
fn rows_without_sources_have_an_empty_bibliography() {
    let package = small("empty");
    assert_eq!(over(&package, &["axioms", "--format", "bibtex"]), "");
    assert_eq!(over(&package, &["axioms", "--format", "csl-json"]), "[]\n");
    assert_eq!(over(&package, &["facts", "--fact", "none", "--format", "csl-json"]), "[]\n");
}

#[test]
fn a_bibliography_has_neither_columns_nor_numbers() {
    for flag in ["--columns=year", "--count", "--count-by=year"] {
        let (status, message) = refusal(&["winners", "--format", "bibtex", flag]);
        assert_eq!(status, Some(2));
        assert!(message.contains("fields of its own"), "{message}");
    }
    for command in ["schema", "check"] {
        let (status, message) = refusal(&[command, "--format", "csl-json"]);
        assert_eq!(status, Some(2));
        assert!(
            message.contains(
                "`csl-json` is not one of table, record, tsv, csv, json, jsonl, markdown, html, xlsx, sqlite\n"
            ),
            "{message}"
        );
    }
}

#[test]
fn a_table_whose_rows_name_no_source_is_told_of() {
    let (bibliography, told) = crate::support::empty(&["indicators", "--format", "bibtex"]);
    assert_eq!((bibliography.as_str(), told.as_str()), ("", "note: rows of indicators name no source\n"));
}
