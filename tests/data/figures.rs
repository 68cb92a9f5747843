//! Figures and what they measure.

use std::collections::{HashMap, HashSet};

use super::{Row, items, table};

/// What one figure is called by.
const KEY: [&str; 7] = ["year", "municipality", "body", "subject", "indicator", "area", "status"];

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
        // A count of money has the sign of its currency.
        let of_indicator = &units[&row["indicator"]];
        assert!(row["unit"] == *of_indicator || of_indicator.is_empty() && row["unit"] == "SEK", "{row:?}");
        assert_eq!(row["area"].is_empty(), row["indicator"] != "e_government_score", "{row:?}");
    }
}

#[test]
fn no_two_figures_are_called_alike_unless_sources_disagree_on_them() {
    let mut figures: HashMap<[String; 7], Vec<Row>> = HashMap::new();
    for row in table("metrics") {
        figures.entry(KEY.map(|column| row[column].clone())).or_default().push(row);
    }
    for (key, rows) in figures {
        for row in &rows {
            assert_eq!(items(&row["disputed"], ';').any(|column| column == "value"), rows.len() > 1, "{key:?}");
        }
        let stated: HashSet<_> = rows.iter().map(|row| (&row["value"], &row["upper"], &row["qualifier"])).collect();
        assert_eq!(stated.len(), rows.len(), "the same twice: {key:?}");
    }
}

/// What is counted, or a share of what, only the subject says.
const UNNAMED: [&str; 3] = ["cost", "count", "share"];

#[test]
fn what_the_indicator_does_not_say_the_subject_does() {
    for row in table("metrics").iter().filter(|row| UNNAMED.contains(&row["indicator"].as_str())) {
        assert!(!row["subject"].is_empty(), "{row:?}");
    }
}

#[test]
fn an_indicator_of_its_own_has_figures_to_set_beside_each_other() {
    let incomparable: Vec<String> =
        table("indicators").into_iter().filter(|row| row["comparable"] == "no").map(|row| row["id"].clone()).collect();
    assert_eq!(incomparable, UNNAMED);
}

/// The source's words and the qualifier that they make, the first that is found; `#` is a number in digits that is not
/// a year.
const SAID: [(&str, &[&str]); 8] = [
    ("at_least", &["minst", "eller fler", "eller mer", "eller strax", "eller en liten bit"]),
    ("just_over", &["drygt", "strax över"]),
    ("just_under", &["nästan", "närmare", "nära", "knappt"]),
    ("range", &["mellan #", "tre fyra", "fem sex", "fjärde eller femte"]),
    ("about", &["omkring", "cirka", "ca", "ungefär", "kring", "# tal", "fyrtiotal", "sjuttiotal", "hundratal"]),
    ("over", &["över", "mer än #"]),
    ("at_most", &["högst", "upp till", "inom #"]),
    ("under", &["mindre än", "under #"]),
];

fn said(words: &str) -> &'static str {
    let lower = words.to_lowercase();
    let found: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let number = |word: &str| word.chars().all(|c| c.is_ascii_digit()) && !year(word);
    let alike = |word: &str, said: &str| word == said || (said == "#" && number(word));
    let stands = |phrase: &str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        found.windows(phrase.len()).any(|run| run.iter().zip(&phrase).all(|(word, said)| alike(word, said)))
    };
    SAID.iter().find(|(_, phrases)| phrases.iter().any(|phrase| stands(phrase))).map_or("exact", |(name, _)| name)
}

#[test]
fn a_qualifier_is_what_the_words_say() {
    for row in table("metrics").iter().filter(|row| !row["words"].is_empty()) {
        assert_eq!(row["qualifier"], said(&row["words"]), "{row:?}");
    }
}

#[test]
fn what_lies_after_all_its_sources_is_no_fact() {
    let published: HashMap<String, String> =
        table("sources").into_iter().map(|row| (row["id"].clone(), row["published"].clone())).collect();
    for row in table("metrics") {
        let dates = items(&row["source"], ';').map(|source| published[source].get(..4));
        // Of a page that bears no date nothing is known.
        let Some(years) = dates.collect::<Option<Vec<&str>>>() else { continue };
        if years.iter().all(|year| *year < row["year"].as_str()) {
            assert!(["target", "forecast"].contains(&row["status"].as_str()), "{row:?}");
        }
    }
}

#[test]
fn every_indicator_is_used_and_has_one_unit_in_two_numbers() {
    let used: HashSet<String> = table("metrics").into_iter().map(|row| row["indicator"].clone()).collect();
    let mut titles = HashSet::new();
    for row in table("indicators") {
        assert!(used.contains(&row["id"]), "{} measures nothing", row["id"]);
        assert_eq!(row["unit"].is_empty(), row["unit_one"].is_empty(), "{}", row["id"]);
        assert!(titles.insert(row["title"].clone()) && titles.insert(row["title_sv"].clone()), "{}", row["id"]);
    }
}
