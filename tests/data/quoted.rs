//! The words of a figure stand in its source: the five documents are at hand as texts, one of them a poor scan.

use std::collections::{BTreeMap, HashMap};

use super::{items, table, texts_of_sources};

/// The five documents, and how many letters of a hundred may be misread in each.
const DOCUMENTS: [(&str, usize); 5] =
    [("skl-2009", 20), ("skl-2011", 4), ("skl-2013", 4), ("cio-2015", 4), ("kommits-2015", 4)];

/// However short, two letters may be misread.
const LEAST: usize = 2;

/// More would be a sentence of the source.
const LONGEST: usize = 6;

/// A text for comparison: words broken at the end of a line put together, lower case, no diacritics, single spaces.
fn folded(text: &str) -> String {
    let mut joined = String::new();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        let broken = line.strip_suffix(['-', '\u{ad}']);
        match broken.filter(|_| lines.peek().is_some_and(|next| next.starts_with(char::is_lowercase))) {
            Some(start) => joined.push_str(start),
            None => joined.extend([line, " "]),
        }
    }
    let plain = joined.to_lowercase().replace('\u{fffd}', "");
    let plain = plain.replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e").replace('–', "-");
    plain.replace(['”', '“'], "\"").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of a text that is nearest to some words, and how many letters are other, more or fewer in it (Sellers).
fn nearest(words: &str, text: &str) -> (String, usize) {
    let text: Vec<char> = text.chars().collect();
    let mut row: Vec<usize> = vec![0; text.len() + 1];
    for (index, letter) in words.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (place, other) in text.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(diagonal + 1).min(row[place] + 1);
        }
    }
    let (end, distance) = row.iter().enumerate().min_by_key(|(_, distance)| **distance).expect("a place");
    let start = end.saturating_sub(words.chars().count() + 3);
    (text[start..end].iter().collect(), *distance)
}

/// The numbers in digits in a text, without what groups their digits or parts their decimals.
fn numbers(text: &str) -> Vec<String> {
    let close = text.replace(['.', ','], " ");
    close.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

/// Why some words are not in a text; nothing where they are.
fn missing(words: &str, text: &str, per_cent: usize) -> Option<String> {
    let words = folded(words);
    if text.contains(&words) {
        return None;
    }
    let (found, distance) = nearest(&words, text);
    let allowed = LEAST.max((words.chars().count() * per_cent + 50) / 100);
    let digits = numbers(&found).join(" ");
    let read = numbers(&words).iter().all(|number| digits.contains(number.as_str()));
    (distance > allowed || !read).then(|| format!("nearest is `{found}`, {distance} letters away"))
}

#[test]
fn words_are_found_across_lines_and_small_misreadings_and_not_with_other_digits() {
    let text = folded("Kommunen har nu drygt 70 e-tjéns-\nter i bruk.\nVärdet ligger på 3,2 i år.");
    for words in ["drygt 70 e-tjänster", "har nu", "på 3,2"] {
        assert_eq!(missing(words, &text, 20), None, "{words}");
    }
    for words in ["drygt 40 e-tjänster", "på 3,8", "ungefär så många"] {
        assert!(missing(words, &text, 20).is_some(), "{words}");
    }
    assert_eq!(nearest("tjanst", "en tjenst"), ("en tjenst".to_owned(), 1));
}

#[test]
fn a_figure_of_the_five_documents_has_a_few_words_and_no_other_has() {
    for row in table("metrics") {
        let documented = items(&row["source"], ';').any(|source| DOCUMENTS.iter().any(|(name, _)| *name == source));
        assert_eq!(documented, !row["words"].is_empty(), "{row:?}");
        assert!(row["words"].split(' ').count() <= LONGEST, "{row:?}");
    }
}

#[test]
fn the_words_of_a_figure_stand_in_its_document() {
    let texts: BTreeMap<_, _> = texts_of_sources("no words looked for in the sources")
        .into_iter()
        .map(|(name, text)| (name, folded(&text)))
        .collect();
    if texts.is_empty() {
        return;
    }
    let mut known: HashMap<(String, String), Option<String>> = HashMap::new();
    for row in table("metrics") {
        for (name, per_cent) in DOCUMENTS {
            if !items(&row["source"], ';').any(|source| source == name) {
                continue;
            }
            let text = texts.get(name).unwrap_or_else(|| panic!("no text of {name}"));
            let key = (name.to_owned(), row["words"].clone());
            let reason = known.entry(key).or_insert_with(|| missing(&row["words"], text, per_cent));
            assert_eq!(*reason, None, "{name}: `{}`", row["words"]);
            break;
        }
    }
}
