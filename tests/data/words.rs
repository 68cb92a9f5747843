//! The words in the data: our own, rightly spelt, and no way to reach a person.

use std::collections::{HashMap, HashSet};

use super::{resources, table, text, texts_of_sources};

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

/// Runs of words as they stand in texts.
#[derive(Default)]
struct Runs(HashSet<Vec<String>>);

impl Runs {
    fn add(&mut self, text: &str) {
        self.0.extend(words(text).windows(RUN).map(<[String]>::to_vec));
    }

    /// The first run of words in the text that stands in one of those added, too.
    fn copied(&self, text: &str) -> Option<String> {
        words(text).windows(RUN).find(|run| self.0.contains(*run)).map(|run| run.join(" "))
    }
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[test]
fn a_sentence_is_copied_whatever_its_case_breaks_and_signs() {
    let mut runs = Runs::default();
    runs.add("I fjol valde sju av tio\nkommuner – enligt enkäten – att köpa sin drift. Andra gjorde det inte.");
    let copied = "sju av tio kommuner enligt enkäten att köpa";
    assert_eq!(
        runs.copied("Noted: \"Sju av tio kommuner, enligt enkäten, att köpa\" (p. 3).").as_deref(),
        Some(copied)
    );
    assert_eq!(runs.copied("Sju av tio kommuner enligt enkäten att"), None, "fewer words are no sentence");
    assert_eq!(runs.copied("Sju av tio kommuner lät enligt enkäten andra sköta driften."), None);
}

#[test]
fn no_sentence_of_a_source_stands_in_the_data() {
    let mut runs = Runs::default();
    for text in texts_of_sources("not compared with the sources").values() {
        runs.add(text);
    }
    for resource in resources().iter().filter(|resource| resource["name"] != "municipalities") {
        for row in table(text(&resource["name"])) {
            for (column, value) in row {
                assert_eq!(runs.copied(&value), None, "{}.{column}", resource["name"]);
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
                    if let Some(name) = by_plain.get(&plain(&run)).filter(|_| !names.contains(&run)) {
                        assert!(run == **name || plain(name) == name.to_lowercase(), "{column}: {run} for {name}");
                    }
                }
            }
        }
    }
}
