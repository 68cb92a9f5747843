//! The form of the files: described, sorted, spaced, and with keys that lead somewhere.

use std::collections::{BTreeSet, HashSet};

use super::{data, resources, table, text};

fn fields(resource: &serde_json::Value) -> Vec<serde_json::Value> {
    resource["schema"]["fields"].as_array().expect("fields").clone()
}

#[test]
fn every_table_and_column_is_described_in_english_and_named_in_swedish() {
    for resource in resources() {
        assert!(
            !text(&resource["title"]).is_empty() && !text(&resource["titles"]["sv"]).is_empty(),
            "{}",
            resource["name"]
        );
        for field in fields(&resource) {
            for described in [&field["title"], &field["titles"]["sv"], &field["description"], &field["type"]] {
                assert!(!text(described).is_empty(), "{}.{}", resource["name"], field["name"]);
            }
        }
    }
}

#[test]
fn files_are_utf_8_with_line_feeds_and_sorted_by_their_key() {
    for resource in resources() {
        let name = text(&resource["name"]);
        let bytes = std::fs::read(data().join(text(&resource["path"]))).expect("the file");
        let content = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{name} is not UTF-8"));
        assert!(!content.contains('\r') && !content.starts_with('\u{feff}') && content.ends_with('\n'), "{name}");
        let Some(key) = resource["schema"]["primaryKey"].as_array() else { continue };
        let keys: Vec<Vec<String>> =
            table(name).iter().map(|row| key.iter().map(|column| row[text(column)].clone()).collect()).collect();
        let unique: BTreeSet<_> = keys.iter().collect();
        assert_eq!(unique.len(), keys.len(), "{name}: a key stands twice");
        assert!(keys.is_sorted(), "{name}: {:?}", keys.windows(2).find(|pair| pair[0] > pair[1]));
    }
}

#[test]
fn values_are_trimmed_and_single_spaced() {
    for resource in resources() {
        for row in table(text(&resource["name"])) {
            for (column, value) in &row {
                assert_eq!(
                    value.split_whitespace().collect::<Vec<_>>().join(" "),
                    *value,
                    "{}.{column}",
                    resource["name"]
                );
            }
        }
    }
}

#[test]
fn keys_lead_somewhere() {
    let column =
        |name: &str, column: &str| table(name).into_iter().map(|row| row[column].clone()).collect::<HashSet<_>>();
    for resource in resources() {
        let schema = &resource["schema"];
        let keys = ["foreignKeys", "listKeys"].iter().filter_map(|kind| schema[kind].as_array()).flatten();
        for key in keys {
            let target = column(text(&key["reference"]["resource"]), text(&key["reference"]["fields"]));
            for row in table(text(&resource["name"])) {
                for value in row[text(&key["fields"])].split(';').filter(|value| !value.is_empty()) {
                    assert!(target.contains(value), "{}.{}: {value}", resource["name"], key["fields"]);
                }
            }
        }
    }
}

#[test]
fn every_source_is_used() {
    let mut used = HashSet::new();
    for resource in resources().iter().filter(|resource| resource["name"] != "sources") {
        for row in table(text(&resource["name"])) {
            used.extend(row.get("source").cloned());
            // A row that is drawn from several sources names the others where it says what they add.
            used.extend(row.values().flat_map(|value| value.split([' ', ',', ';', '(', ')', ':']).map(str::to_owned)));
        }
    }
    used.insert("scb-codes".to_owned());
    let unused: Vec<String> =
        table("sources").into_iter().map(|row| row["id"].clone()).filter(|id| !used.contains(id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
