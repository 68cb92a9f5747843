//! The form of the files: described, sorted, spaced, and with keys that lead somewhere.

use std::collections::{BTreeSet, HashSet};

use serde_json::Value;

use super::{Row, data, descriptor, fields, items, resources, table, text};

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
                    value.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
                    *value,
                    "{}.{column}",
                    resource["name"]
                );
            }
        }
    }
}

/// One name or a list of names.
fn columns_of_key(names: &Value) -> Vec<String> {
    let listed = names.as_array().map(|names| names.iter().map(|name| text(name).to_owned()).collect());
    listed.unwrap_or_else(|| vec![text(names).to_owned()])
}

#[test]
fn each_municipality_has_one_outline_and_the_file_is_small() {
    let file = std::fs::read(data().join("outlines.topojson")).expect("the file");
    assert!(file.len() < 150_000, "{}", file.len());
    let outlines: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
    let outlines = outlines["objects"]["municipalities"]["geometries"].as_array().expect("outlines").clone();
    let ids: Vec<String> = outlines.iter().map(|outline| text(&outline["id"]).to_owned()).collect();
    let codes: Vec<String> = table("municipalities").into_iter().map(|row| row["code"].clone()).collect();
    assert_eq!((ids.len(), ids), (290, codes));
}

#[test]
fn keys_lead_somewhere() {
    for resource in resources() {
        let schema = &resource["schema"];
        for kind in ["foreignKeys", "listKeys"] {
            for key in schema[kind].as_array().into_iter().flatten() {
                let [own, far] = [&key["fields"], &key["reference"]["fields"]].map(columns_of_key);
                assert_eq!(own.len(), far.len(), "{}: {key}", resource["name"]);
                let of = |column: &str| fields(&resource).into_iter().find(|field| field["name"] == column);
                let own_fields: Vec<_> = own.iter().map(|column| of(column).expect("the column")).collect();
                // Other programs hold the whole cell of a list against the other table.
                for field in &own_fields {
                    assert_eq!(field["type"] == "list", kind == "listKeys", "{}: {key}", resource["name"]);
                }
                let delimiter = text(&own_fields[0]["delimiter"]).chars().next().unwrap_or('\n');
                let values =
                    |row: &Row, columns: &[String]| columns.iter().map(|it| row[it].clone()).collect::<Vec<_>>();
                let targets = table(text(&key["reference"]["resource"]));
                let targets: HashSet<_> = targets.iter().map(|row| values(row, &far)).collect();
                for row in table(text(&resource["name"])) {
                    let key = values(&row, &own);
                    let keys = if let [list] = &key[..] {
                        items(list, delimiter).map(|item| vec![item.to_owned()]).collect()
                    } else {
                        vec![key]
                    };
                    for key in keys.iter().filter(|key| key.iter().all(|value| !value.is_empty())) {
                        assert!(targets.contains(key), "{}: {key:?}", resource["name"]);
                    }
                }
            }
        }
        let key = schema["primaryKey"].as_array().into_iter().flatten();
        let lists: Vec<_> = fields(&resource).into_iter().filter(|field| field["type"] == "list").collect();
        for column in key {
            assert!(lists.iter().all(|field| field["name"] != *column), "{}.{column}", resource["name"]);
        }
        assert!(lists.iter().all(|field| field["constraints"]["enum"].is_null()), "{}", resource["name"]);
    }
}

#[test]
fn a_fixed_set_has_a_label_in_both_languages_for_each_of_its_members() {
    for resource in resources() {
        for field in fields(&resource) {
            let members = field["constraints"]["enum"].as_array();
            let categories = field["categories"].as_array();
            let name = format!("{}.{}", text(&resource["name"]), text(&field["name"]));
            assert!(members.is_none() || categories.is_some(), "{name}");
            let Some(categories) = categories else { continue };
            let values: Vec<&serde_json::Value> = categories.iter().map(|category| &category["value"]).collect();
            match members {
                Some(members) => assert_eq!(values, members.iter().collect::<Vec<_>>(), "{name}"),
                // What is asked for by a part of its text, too, such as a unit, has each of its values among them.
                None => {
                    for row in table(text(&resource["name"])) {
                        let value = &row[text(&field["name"])];
                        assert!(
                            value.is_empty() || values.iter().any(|member| *member == value.as_str()),
                            "{name}: {value}"
                        );
                    }
                }
            }
            for category in categories {
                assert!(
                    !text(&category["label"]).is_empty() && !text(&category["labels"]["sv"]).is_empty(),
                    "{category}"
                );
            }
        }
    }
}

#[test]
fn the_package_says_what_it_is_for_others_to_cite() {
    let descriptor = descriptor();
    for property in ["$schema", "id", "version", "created", "title", "description"] {
        assert!(!text(&descriptor[property]).is_empty(), "{property}");
    }
    for property in ["contributors", "keywords", "licenses"] {
        assert!(descriptor[property].as_array().is_some_and(|list| !list.is_empty()), "{property}");
    }
    assert!(resources().iter().all(|resource| resource["type"] == "table"));
}
