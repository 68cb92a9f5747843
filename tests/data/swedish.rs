//! Nothing is left in one language: titles, descriptions, labels and sentences have their Swedish, which says the same.

use serde_json::Value;

use super::{descriptor, fields, items, resources, table, text};

/// Columns of names, of which only those that are English have a Swedish one.
const NAMES: [&str; 1] = ["body"];

/// Titles and names that others have given stay in the language that they have.
const PUBLISHED: [(&str, &str); 4] =
    [("sources", "title"), ("sources", "url"), ("initiatives", "name"), ("initiatives", "printed_as")];

/// Words that Swedish has not.
const ENGLISH: [&str; 14] =
    ["the", "of", "and", "with", "which", "not", "are", "by", "from", "where", "that", "this", "their", "between"];

/// The words of English alone that a text has, in lower case and as they stand, but for what it quotes.
fn english(said: &str) -> Vec<&str> {
    let parts = said.split(['"', '”', '(']).step_by(2);
    let words = parts.flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && !"-_".contains(c)));
    words.filter(|word| ENGLISH.contains(word)).collect()
}

/// The digits of a text in order of size: languages group and place numbers differently.
fn digits(said: &str) -> Vec<char> {
    let mut digits: Vec<char> = said.chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

/// Whether a text of the descriptor, in this property, has its Swedish in that one.
fn has_swedish(of: &Value, own: &str, others: &str) -> bool {
    of[own].is_null() || of[others]["sv"].as_str().is_some_and(|sv| !sv.is_empty() && english(sv).is_empty())
}

#[test]
fn words_of_english_are_found_outside_what_is_quoted() {
    assert_eq!(english("Kommunen har the svar"), ["the"]);
    assert!(english("Kommunen har svar, \"the end\", och mer (of it)").is_empty());
    assert_eq!(digits("1,5 av 10\u{a0}000"), digits("of 10 000, 1.5"));
}

#[test]
fn what_the_descriptor_says_is_said_in_swedish() {
    let package = descriptor();
    assert!(has_swedish(&package, "title", "titles") && has_swedish(&package, "description", "descriptions"));
    for resource in resources() {
        let name = text(&resource["name"]);
        assert!(
            has_swedish(&resource, "title", "titles") && has_swedish(&resource, "description", "descriptions"),
            "{name}"
        );
        for view in ["timeline", "scoreProfile"] {
            assert!(resource[view].is_null() || has_swedish(&resource[view], "title", "titles"), "{name}.{view}");
        }
        for field in fields(&resource) {
            let column = text(&field["name"]);
            let is_said = has_swedish(&field, "title", "titles") && has_swedish(&field, "description", "descriptions");
            assert!(is_said, "{name}.{column}");
            for member in field["categories"].as_array().into_iter().flatten() {
                let is_said =
                    has_swedish(member, "label", "labels") && has_swedish(member, "description", "descriptions");
                assert!(is_said, "{name}.{column}: {member}");
            }
        }
        for key in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let coverage = &key["coverage"];
            for (value, note) in coverage["notes"].as_object().into_iter().flatten() {
                let sv = coverage["translations"]["sv"][value].as_str().unwrap_or_default();
                assert!(!sv.is_empty() && english(sv).is_empty(), "{name}: {note}");
            }
        }
    }
}

#[test]
fn every_sentence_has_its_swedish_with_the_same_numbers() {
    for resource in resources() {
        let name = text(&resource["name"]);
        let columns: Vec<String> = fields(&resource).iter().map(|field| text(&field["name"]).to_owned()).collect();
        let pairs = columns.iter().filter_map(|sv| {
            let own = sv.strip_suffix("_sv").filter(|own| columns.iter().any(|column| column == own))?;
            Some((own, sv.as_str()))
        });
        for (own, sv) in pairs {
            for row in table(name) {
                let (said, swedish) = (&row[own], &row[sv]);
                assert!(english(swedish).is_empty(), "{name}.{sv}: {swedish}");
                if swedish.is_empty() && NAMES.contains(&own) {
                    assert!(english(said).is_empty(), "{name}.{own}: {said}");
                    continue;
                }
                assert_eq!(said.is_empty(), swedish.is_empty(), "{name}.{own}: {said} | {swedish}");
                assert_eq!(digits(said), digits(swedish), "{name}.{own}: {said} | {swedish}");
                if own == "locator" {
                    assert_eq!(items(said, '|').count(), items(swedish, '|').count(), "{name}: {said} | {swedish}");
                }
            }
        }
    }
}

#[test]
fn a_column_without_swedish_has_no_english_sentences() {
    for resource in resources() {
        let name = text(&resource["name"]);
        let fields = fields(&resource);
        let has = |column: &str| fields.iter().any(|field| text(&field["name"]) == column);
        for field in fields.iter().filter(|field| field["type"] == "string" || field["type"] == "list") {
            let column = text(&field["name"]);
            if has(&format!("{column}_sv")) || PUBLISHED.contains(&(name, column)) {
                continue;
            }
            for row in table(name) {
                assert!(english(&row[column]).is_empty(), "{name}.{column}: {}", row[column]);
            }
        }
    }
}
