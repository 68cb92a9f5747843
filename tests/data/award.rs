//! What the award is: its editions, winners, nominees and juries.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Row, table};

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
    assert!(winners.starts_with(&expected.map(|(year, name)| (year.to_owned(), name.to_owned()))), "{winners:?}");
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
    for (year, expected) in expected {
        assert_eq!(seats.get(year), Some(&expected), "{year}");
    }
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
