//! `--count-by`: how many rows have each value.

use crate::support::{empty, json, lines, refusal, stdout};

#[test]
fn rows_are_counted_by_value_most_first_and_ties_in_swedish_order() {
    let counted = lines(&["jurors", "--count-by", "name"]);
    assert_eq!(counted[..3], ["Bo Dahlbom\t5", "Anne-Marie Fransson\t4", "Madeleine Siösteen Thiel\t4"]);
    // The two of 2009, 2011 and 2013; the counties in which they lie.
    let two = lines(&["winners", "--year", "2009..2011", "--count-by", "county,year"]);
    assert_eq!(two, ["Hallands län\t2009\t1", "Stockholms län\t2011\t1"]);
    assert_eq!(
        json(&["winners", "--count-by", "year", "--limit", "1"]),
        serde_json::json!([{"year": 2001, "count": 1}])
    );
    assert_eq!(
        empty(&["winners", "--municipality", "lund", "--year", "2009", "--count-by", "year"]).0,
        "year\tcount\n"
    );
}

#[test]
fn each_item_of_a_list_counts_and_so_do_rows_without_a_value() {
    // The joint entry of 2023 is three rows, each with the other two.
    let counted = lines(&["nominees", "--year", "2023", "--count-by", "joint_with"]);
    assert_eq!(counted, ["\t4", "Mora\t2", "Orsa\t2", "Älvdalen\t2"]);
    let all: usize = lines(&["metrics", "--count-by", "county"])
        .iter()
        .map(|line| line.rsplit('\t').next().expect("a count").parse::<usize>().expect("a number"))
        .sum();
    assert_eq!(format!("{all}\n"), stdout(&["metrics", "--count"]));
}

#[test]
fn counts_are_ordered_by_what_is_asked_for() {
    let by_county = |sort: &str| lines(&["winners", "--year", "..2023", "--count-by", "county", "--sort", sort]);
    assert_eq!(by_county("county")[..2], ["Hallands län\t1", "Norrbottens län\t1"]);
    assert_eq!(by_county("-count,-county")[..3], ["Stockholms län\t5", "Skåne län\t2", "Västernorrlands län\t1"]);
    assert_eq!(by_county("count").last().map(String::as_str), Some("Stockholms län\t5"));
    // What is missing is last in either direction, and ties stand as without an order.
    for sort in ["joint_with", "-joint_with"] {
        let counted = lines(&["nominees", "--year", "2023", "--count-by", "joint_with", "--sort", sort]);
        assert_eq!(counted[3], "\t4", "{sort}");
    }
    assert_eq!(lines(&["jurors", "--count-by", "name", "--sort", "-count"]), lines(&["jurors", "--count-by", "name"]));
    let limited = ["winners", "--year", "..2023", "--count-by", "year", "--sort", "-year", "--limit", "1"];
    assert_eq!(lines(&limited), ["2023\t1"]);
    for (sort, said) in [
        ("year", "--sort: --count-by has no column `year`"),
        ("conut", "did you mean count or county?\nits columns are county, count"),
        ("county,-county", "--sort: `county` is named twice"),
    ] {
        let (status, message) = refusal(&["winners", "--count-by", "county", "--sort", sort]);
        assert!(status == Some(2) && message.contains(said), "{message}");
    }
}

#[test]
fn counting_does_not_go_with_choosing_columns() {
    for flag in [&["--columns", "year"][..], &["--count"]] {
        let (status, message) = refusal(&[&["winners", "--count-by", "year"], flag].concat());
        assert_eq!(status, Some(2));
        assert!(message.contains("cannot be used with"), "{message}");
    }
    assert!(refusal(&["jurors", "--count-by", "nmae"]).1.contains("did you mean name?"));
}

#[test]
fn the_number_of_rows_alone_is_an_object_in_json() {
    assert_eq!(json(&["winners", "--count"]), serde_json::json!({"count": 12}));
    assert_eq!(stdout(&["winners", "--count", "--format", "jsonl"]), "{\"count\":12}\n");
    for format in ["table", "tsv", "csv", "markdown"] {
        assert_eq!(stdout(&["winners", "--count", "--format", format]), "12\n", "{format}");
    }
    assert_eq!(empty(&["winners", "--count", "--year", "1999"]).0, "0\n");
}

#[test]
fn figures_of_one_number_are_one_group_in_a_fixed_order() {
    let counted = lines(&["metrics", "--count-by", "value"]);
    let values: std::collections::HashSet<&str> =
        counted.iter().map(|line| line.split('\t').next().expect("a value")).collect();
    assert_eq!(values.len(), counted.len(), "{counted:?}");
    for _ in 0..8 {
        assert_eq!(lines(&["metrics", "--count-by", "value"]), counted);
    }
}
