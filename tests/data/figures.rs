//! Figures and what they measure.

use std::collections::{HashMap, HashSet};

use super::table;

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
