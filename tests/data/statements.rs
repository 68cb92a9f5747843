//! What a row rests on: its sources, where in them it stands, and what in it no source or not every source says.

use std::collections::{BTreeSet, HashSet};

use super::{Row, descriptor, fields, items, resources, table, text};

/// The tables whose rows name their sources, with their rows.
fn stated() -> impl Iterator<Item = (String, Row)> {
    let has_source = |resource: &serde_json::Value| fields(resource).iter().any(|field| field["name"] == "source");
    resources().into_iter().filter(has_source).flat_map(|resource| {
        let name = text(&resource["name"]).to_owned();
        table(&name).into_iter().map(move |row| (name.clone(), row))
    })
}

#[test]
fn each_source_of_a_row_has_its_place() {
    for (name, row) in stated() {
        let sources: Vec<&str> = row["source"].split(';').collect();
        let places: Vec<&str> = row["locator"].split('|').collect();
        assert_eq!(sources.len(), places.len(), "{name}: {row:?}");
        assert_eq!(sources.iter().collect::<HashSet<_>>().len(), sources.len(), "{name}: a source twice: {row:?}");
        assert!(sources.iter().chain(&places).all(|item| !item.is_empty() && item.trim() == *item), "{name}: {row:?}");
    }
}

#[test]
fn every_source_is_some_rows_source() {
    let mut used: HashSet<String> =
        stated().flat_map(|(_, row)| items(&row["source"], ';').map(str::to_owned).collect::<Vec<_>>()).collect();
    let resources = descriptor()["resources"].as_array().expect("resources").clone();
    used.extend(resources.iter().map(|resource| text(&resource["citedSource"]).to_owned()));
    let unused: Vec<String> =
        table("sources").into_iter().map(|row| row["id"].clone()).filter(|id| !used.contains(id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn the_source_of_a_column_is_a_source_of_each_row() {
    for resource in resources() {
        for field in fields(&resource).iter().filter(|field| field["citedSource"].is_string()) {
            let source = text(&field["citedSource"]);
            for row in table(text(&resource["name"])) {
                assert!(items(&row["source"], ';').any(|item| item == source), "{}: {source}", field["name"]);
            }
        }
    }
}

/// Columns that say how to read a row; no source is asked for what stands in them.
const ABOUT_THE_ROW: [&str; 5] = ["inferred", "disputed", "note", "source", "locator"];

#[test]
fn what_is_inferred_or_disputed_is_a_column_with_a_value_and_explained() {
    let mut marked = BTreeSet::new();
    for (name, row) in stated() {
        for mark in ["inferred", "disputed"] {
            let Some(columns) = row.get(mark) else { continue };
            for column in items(columns, ';') {
                assert!(!ABOUT_THE_ROW.contains(&column), "{name}.{mark}: {column}");
                assert!(row.get(column).is_some_and(|value| !value.is_empty()), "{name}.{mark}: {column}: {row:?}");
                marked.insert((name.clone(), mark));
            }
        }
        let disputed = row.get("disputed").is_some_and(|columns| !columns.is_empty());
        assert!(!disputed || !row["note"].is_empty(), "{name}: who says what? {row:?}");
    }
    for marked in marked {
        let resource = resources().into_iter().find(|resource| resource["name"] == *marked.0).expect("a table");
        assert_eq!(text(&resource["marks"][marked.1]), marked.1, "{}: the descriptor does not tell", marked.0);
    }
}

/// Columns of names and places, in which no sentence stands.
const NO_PROSE: [&str; 6] = ["id", "url", "source", "initiative", "copy_of", "words"];

/// A second source is an item of the list, and no remark in a text.
#[test]
fn no_text_speaks_of_a_further_source() {
    let ids: HashSet<String> = table("sources").into_iter().map(|row| row["id"].clone()).collect();
    for resource in resources() {
        for row in table(text(&resource["name"])) {
            for (column, value) in row.iter().filter(|(column, _)| !NO_PROSE.contains(&column.as_str())) {
                for word in value.split(|c: char| !c.is_alphanumeric() && c != '-') {
                    assert!(!word.eq_ignore_ascii_case("also"), "{}.{column}: {value}", resource["name"]);
                    assert!(!ids.contains(word), "{}.{column}: {word}: {value}", resource["name"]);
                }
            }
        }
    }
}

#[test]
fn a_copy_is_of_the_same_work() {
    let sources = table("sources");
    for copy in sources.iter().filter(|row| !row["copy_of"].is_empty()) {
        let original = sources.iter().find(|row| row["id"] == copy["copy_of"]).expect("the original");
        assert!(original["copy_of"].is_empty(), "a copy of a copy: {}", copy["id"]);
        for column in ["title", "publisher", "kind", "language", "isbn"] {
            assert_eq!(copy[column], original[column], "{}", copy["id"]);
        }
    }
    let works: Vec<_> = sources.iter().filter(|row| !row["isbn"].is_empty() && row["copy_of"].is_empty()).collect();
    let numbers: HashSet<_> = works.iter().map(|row| &row["isbn"]).collect();
    assert_eq!(numbers.len(), works.len(), "a work stands twice and is no copy");
}
