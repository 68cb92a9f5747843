//! What joins municipalities to other data, held against what is known of all of them together.

use std::collections::{BTreeMap, HashSet};

use super::{Row, table};

/// The groups and how many municipalities each has, in 2017 and in 2023, as SKR's overview of 2023 counts them.
const GROUPS: [(&str, usize, usize); 9] = [
    ("A1", 3, 3),
    ("A2", 43, 43),
    ("B3", 21, 23),
    ("B4", 52, 63),
    ("B5", 35, 24),
    ("C6", 29, 27),
    ("C7", 52, 51),
    ("C8", 40, 35),
    ("C9", 15, 21),
];

/// The inhabitants of Sweden on 31 December, as SCB counts them.
const INHABITANTS: [(&str, u32); 12] = [
    ("2001", 8_909_128),
    ("2003", 8_975_670),
    ("2005", 9_047_752),
    ("2007", 9_182_927),
    ("2009", 9_340_682),
    ("2011", 9_482_855),
    ("2013", 9_644_864),
    ("2015", 9_851_017),
    ("2017", 10_120_242),
    ("2019", 10_327_589),
    ("2021", 10_452_326),
    ("2023", 10_551_707),
];

/// Whether the last digit is the check digit of those before it: the Luhn algorithm, as for Swedish organisation numbers
/// (lag 1974:174, förordning 1974:548).
fn has_its_check_digit(number: &str) -> bool {
    let digits = number.chars().filter_map(|digit| digit.to_digit(10));
    let weighted = digits.enumerate().map(|(at, digit)| if at % 2 == 0 { digit * 2 } else { digit });
    weighted.map(|product| product / 10 + product % 10).sum::<u32>() % 10 == 0
}

fn distinct(rows: &[Row], column: &str) -> usize {
    rows.iter().map(|row| &row[column]).collect::<HashSet<_>>().len()
}

#[test]
fn organisation_numbers_have_their_check_digits() {
    // Stockholm's and Göteborg's, and the former with two digits exchanged.
    assert!(has_its_check_digit("212000-0142") && has_its_check_digit("212000-1355"));
    assert!(!has_its_check_digit("212000-0412"));
    let rows = table("municipalities");
    for row in &rows {
        assert!(has_its_check_digit(&row["organisation_number"]), "{row:?}");
    }
    assert_eq!([distinct(&rows, "organisation_number"), distinct(&rows, "wikidata"), rows.len()], [290; 3]);
}

#[test]
fn groups_are_as_large_as_skr_counts_them_and_33_changed() {
    let rows = table("municipalities");
    let count = |column: &str, group: &str| rows.iter().filter(|row| row[column] == group).count();
    for (group, in_2017, in_2023) in GROUPS {
        assert_eq!((count("group_2017", group), count("group", group)), (in_2017, in_2023), "{group}");
    }
    assert_eq!(rows.iter().filter(|row| row["group"] != row["group_2017"]).count(), 33);
}

#[test]
fn the_inhabitants_of_all_municipalities_are_those_of_sweden() {
    let mut sums: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    for row in table("population") {
        let (count, sum) = sums.entry(row["year"].clone()).or_default();
        *count += 1;
        *sum += row["inhabitants"].parse::<u32>().expect("a number");
    }
    let expected = INHABITANTS.map(|(year, inhabitants)| (year.to_owned(), (290, inhabitants)));
    assert_eq!(sums, expected.into());
}
