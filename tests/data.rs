//! Claims about the data itself, read from the files and not through the program.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

type Row = BTreeMap<String, String>;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn table(name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(data().join(name).with_extension("csv")).expect("the file");
    reader.deserialize().collect::<Result<_, _>>().expect("rows")
}

fn descriptor() -> serde_json::Value {
    let text = std::fs::read_to_string(data().join("datapackage.json")).expect("the descriptor");
    serde_json::from_str(&text).expect("JSON")
}

fn resources() -> Vec<serde_json::Value> {
    descriptor()["resources"].as_array().expect("resources").clone()
}

fn fields(resource: &serde_json::Value) -> Vec<serde_json::Value> {
    resource["schema"]["fields"].as_array().expect("fields").clone()
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
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
fn the_winners_are_those_of_the_award() {
    let winners: Vec<_> =
        table("winners").into_iter().map(|row| (row["year"].clone(), row["municipality"].clone())).collect();
    let expected = [
        ("2001", "Kalix"),
        ("2003", "Nacka"),
        ("2005", "Malmö"),
        ("2007", "Umeå"),
        ("2009", "Falkenberg"),
        ("2011", "Upplands Väsby"),
        ("2013", "Karlstad"),
        ("2015", "Helsingborg"),
        ("2017", "Stockholm"),
        ("2019", "Lidingö"),
        ("2021", "Sundsvall"),
        ("2023", "Värmdö"),
    ];
    assert_eq!(winners, expected.map(|(year, name)| (year.to_owned(), name.to_owned())));
}

#[test]
fn every_winner_is_a_nominee_of_its_year_and_the_only_one_with_that_outcome() {
    let winners: BTreeMap<_, _> =
        table("winners").into_iter().map(|row| (row["year"].clone(), row["municipality"].clone())).collect();
    let mut named = BTreeMap::new();
    for row in table("nominees").iter().filter(|row| row["outcome"] == "winner") {
        assert!(
            named.insert(row["year"].clone(), row["municipality"].clone()).is_none(),
            "two winners in {}",
            row["year"]
        );
    }
    assert_eq!(winners, named);
}

#[test]
fn editions_are_numbered_without_gaps_every_second_year() {
    for (index, row) in table("editions").iter().enumerate() {
        assert_eq!(row["number"], (index + 1).to_string());
        assert_eq!(row["year"], (2001 + 2 * index).to_string());
    }
}

#[test]
fn a_complete_edition_names_as_many_nominees_as_it_counts() {
    let nominees = table("nominees");
    for edition in table("editions").iter().filter(|row| row["coverage"] == "complete") {
        // A joint entry is a row for each of its municipalities, and is counted at the first of them.
        let counts = |row: &&Row| {
            row["year"] == edition["year"]
                && row["joint_with"].split(';').all(|other| other.is_empty() || row["municipality"].as_str() < other)
        };
        let named = nominees.iter().filter(counts).count();
        assert_eq!(named.to_string(), edition["nominated"], "{}", edition["year"]);
    }
}

#[test]
fn the_juries_have_their_seats_and_at_most_one_chair() {
    let mut seats: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in table("jurors") {
        let seat = seats.entry(row["year"].clone()).or_default();
        seat.0 += 1;
        seat.1 += usize::from(row["role"] == "chair");
    }
    let expected = [("2009", (8, 1)), ("2011", (9, 1)), ("2013", (8, 1)), ("2015", (6, 0)), ("2017", (7, 1))];
    assert_eq!(seats, expected.map(|(year, seats)| (year.to_owned(), seats)).into());
}

#[test]
fn a_person_has_one_spelling_and_prints_only_where_it_differs() {
    let mut printed: HashMap<String, HashSet<String>> = HashMap::new();
    for row in table("jurors").into_iter().chain(table("people")) {
        assert_ne!(row["printed_as"], row["name"]);
        if !row["printed_as"].is_empty() {
            printed.entry(row["printed_as"].clone()).or_default().insert(row["name"].clone());
        }
    }
    let names: HashSet<String> =
        table("jurors").into_iter().chain(table("people")).map(|row| row["name"].clone()).collect();
    for (print, of) in printed {
        assert_eq!(of.len(), 1, "{print} is printed for {of:?}");
        assert!(!names.contains(&print), "{print} is a name of its own too");
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
fn a_range_has_an_upper_end_above_its_lower_and_nothing_else_has_one() {
    for row in table("metrics") {
        let number = |column: &str| row[column].parse::<f64>().ok();
        match (row["qualifier"].as_str(), number("value"), number("upper")) {
            ("range", Some(value), Some(upper)) => assert!(value < upper, "{row:?}"),
            ("range", ..) => panic!("a range without both its ends: {row:?}"),
            (_, value, upper) => assert!(upper.is_none() && value.is_some(), "{row:?}"),
        }
    }
}

#[test]
fn a_figure_is_about_a_municipality_or_a_body_and_has_the_unit_of_its_indicator() {
    let units: HashMap<String, String> =
        table("indicators").into_iter().map(|row| (row["id"].clone(), row["unit"].clone())).collect();
    for row in table("metrics") {
        assert!(row["municipality"].is_empty() != row["body"].is_empty(), "{row:?}");
        assert_eq!(row["unit"], units[&row["indicator"]], "{row:?}");
        assert_eq!(row["area"].is_empty(), !row["indicator"].starts_with("e_government_score"), "{row:?}");
    }
}

#[test]
fn every_indicator_is_used() {
    let used: HashSet<String> = table("metrics").into_iter().map(|row| row["indicator"].clone()).collect();
    for row in table("indicators") {
        assert!(used.contains(&row["id"]), "{} measures nothing", row["id"]);
    }
}

#[test]
fn no_row_has_a_way_to_reach_a_person() {
    for resource in resources().iter().filter(|resource| resource["name"] != "sources") {
        for row in table(text(&resource["name"])) {
            for value in row.values() {
                assert!(!value.contains('@'), "{value}");
                let digits = value.split(|c: char| !c.is_ascii_digit() && !"- ".contains(c));
                let phone = digits
                    .map(|run| run.trim_matches([' ', '-']))
                    .find(|run| run.starts_with('0') && run.len() > 7 && run.contains('-'));
                assert_eq!(phone, None, "{value}");
            }
        }
    }
}

/// Words that two texts share by nature: names of documents, organisations and offices.
const RUN: usize = 8;

#[test]
fn no_sentence_of_a_source_stands_in_the_data() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    if !sources.is_dir() {
        return;
    }
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let mut runs = HashSet::new();
    for file in std::fs::read_dir(sources).expect("the folder") {
        let path = file.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let text = words(&std::fs::read_to_string(path).expect("a text"));
            runs.extend(text.windows(RUN).map(<[String]>::to_vec));
        }
    }
    for resource in resources().iter().filter(|resource| resource["name"] != "municipalities") {
        for row in table(text(&resource["name"])) {
            for (column, value) in row {
                let copied = words(&value).windows(RUN).find(|run| runs.contains(*run)).map(<[String]>::to_vec);
                assert_eq!(copied, None, "{}.{column}", resource["name"]);
            }
        }
    }
}

/// Lower case without the diacritics of Swedish.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e").replace('-', " ")
}

/// Words before *kommun* that are no names.
const NO_NAMES: [&str; 2] = ["Miljöcertifierad", "Vilken"];

#[test]
fn municipalities_are_spelt_in_text_as_in_the_register() {
    let names: HashSet<String> = table("municipalities").into_iter().map(|row| row["name"].clone()).collect();
    let by_plain: HashMap<String, &String> = names.iter().map(|name| (plain(name), name)).collect();
    let is_name = |text: &str| names.contains(text) || text.strip_suffix('s').is_some_and(|name| names.contains(name));
    for resource in resources().iter().filter(|resource| resource["name"] != "municipalities") {
        for row in table(text(&resource["name"])) {
            for (column, value) in row.iter().filter(|(column, _)| !["url", "id", "source"].contains(&column.as_str()))
            {
                let words: Vec<&str> =
                    value.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
                for run in words.windows(2).filter(|run| ["kommun", "stad"].contains(&run[1])) {
                    let capital = run[0].starts_with(char::is_uppercase);
                    assert!(!capital || is_name(run[0]) || NO_NAMES.contains(&run[0]), "{column}: {value}");
                }
                // What is a name but for its diacritics or hyphens is a name misspelt; names of one and of two words.
                let runs = words.windows(1).chain(words.windows(2)).map(|run| run.join(" "));
                for run in runs.filter(|run| run.starts_with(char::is_uppercase)) {
                    if let Some(name) = by_plain.get(&plain(&run)) {
                        assert!(run == **name || plain(name) == name.to_lowercase(), "{column}: {run} for {name}");
                    }
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
