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

/// How often each number stands in the column `value`, numbers of one size taken together, most first.
fn tallied() -> Vec<(f64, u64)> {
    let mut tallied: Vec<(f64, u64)> = Vec::new();
    for value in lines(&["metrics", "--columns", "value"]) {
        let number: f64 = value.parse().expect("a number");
        match tallied.iter_mut().find(|(known, _)| (*known - number).abs() < 1e-9) {
            Some((_, count)) => *count += 1,
            None => tallied.push((number, 1)),
        }
    }
    tallied.sort_by(|(a, many), (b, few)| few.cmp(many).then(a.total_cmp(b)));
    tallied
}

#[test]
fn numbers_of_one_size_are_one_group_in_a_fixed_order_and_the_shortest_form() {
    let expected = tallied();
    let counted = lines(&["metrics", "--count-by", "value"]);
    let numbers = |line: &String| {
        let (value, count) = line.split_once('\t').expect("two cells");
        (value.parse().expect("a number"), count.parse().expect("a count"))
    };
    assert_eq!(counted.iter().map(numbers).collect::<Vec<(f64, u64)>>(), expected);
    // The sources have 2 and 2.0.
    assert!(lines(&["metrics", "--columns", "value"]).contains(&"2.0".to_owned()));
    assert_eq!(counted[0].split('\t').next(), Some("2"));
    let of_json = json(&["metrics", "--count-by", "value"]);
    let of_json = of_json.as_array().expect("rows").iter();
    let of_json =
        of_json.map(|row| (row["value"].as_f64().expect("a number"), row["count"].as_u64().expect("a count")));
    assert_eq!(of_json.collect::<Vec<_>>(), expected);
    for format in ["csv", "table"] {
        let text = stdout(&["metrics", "--count-by", "value", "--format", format]);
        let twos = text
            .lines()
            .filter(|line| line.starts_with("2,") || line.trim_start().starts_with("2 ") || line.contains("2.0"));
        assert_eq!(twos.count(), 1, "{format}: {text}");
    }
    for _ in 0..8 {
        assert_eq!(lines(&["metrics", "--count-by", "value"]), counted);
    }
    // With another column before them, and as what bars are labelled by.
    let mut pairs: Vec<(String, u64)> = lines(&["metrics", "--count-by", "indicator,value"])
        .iter()
        .map(|line| {
            let mut cells = line.split('\t');
            let [indicator, value] = [cells.next(), cells.next()].map(|cell| cell.expect("a cell"));
            (indicator.to_owned(), value.parse::<f64>().expect("a number").to_bits())
        })
        .collect();
    pairs.sort();
    assert!(pairs.windows(2).all(|two| two[0] != two[1]), "{pairs:?}");
    assert_eq!(lines(&["chart", "metrics", "--x", "value"]).len(), expected.len());
}
