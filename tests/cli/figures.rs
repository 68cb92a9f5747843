//! What a figure says of itself: of what it is, whether it is a fact, how sure, and in which words.

use crate::support::{breaking, itkommun, json, lines, stdout};

/// The cells of one column of a Markdown table.
fn cells(arguments: &[&str], column: &str) -> Vec<String> {
    let text = stdout(&[arguments, &["--columns", column, "--format", "markdown"]].concat());
    breaking(&text).lines().skip(2).map(|line| line.trim_matches(['|', ' ']).to_owned()).collect()
}

#[test]
fn what_is_no_plain_statement_says_so_in_its_cell() {
    // Kungsbacka, 2017: all office staff are to work without paper by 2020.
    assert_eq!(cells(&["metrics", "--municipality", "kungsbacka", "--year", "2020"], "value"), ["target 100 %"]);
    let forecasts = cells(&["metrics", "--status", "forecast", "--limit", "1"], "value");
    assert!(forecasts[0].starts_with("forecast "), "{forecasts:?}");
    assert!(cells(&["metrics", "--status", "reported"], "value").iter().all(|cell| !cell.contains("reported")));
    // Programs have the parts.
    let rows = json(&["metrics", "--municipality", "kungsbacka", "--year", "2020", "--columns", "value,status"]);
    assert_eq!(rows, serde_json::json!([{"value": 100, "status": "target"}]));
}

#[test]
fn one_is_counted_in_the_singular() {
    let ones = json(&["metrics", "--value", "1", "--columns", "value,unit,unit_one"]);
    let ones: Vec<_> = ones.as_array().expect("rows").iter().filter(|row| row["unit"] != row["unit_one"]).collect();
    let shown = cells(&["metrics", "--value", "1"], "value");
    assert!(!ones.is_empty());
    for row in ones {
        let one = format!("1 {}", row["unit_one"].as_str().expect("a unit"));
        assert!(shown.iter().any(|cell| cell.contains(&one)), "{one}: {shown:?}");
    }
}

#[test]
fn people_see_what_is_inferred_and_what_is_disputed() {
    // The sources give the day of the fair's opening of 2013, not of the ceremony.
    assert_eq!(cells(&["editions", "--year", "2013"], "ceremony_date"), ["2013-11-19 ?"]);
    assert_eq!(json(&["editions", "--year", "2013", "--columns", "ceremony_date"])[0]["ceremony_date"], "2013-11-19");
    // The booklet has just over 70 e-services in one place and 70 in another.
    let disputed =
        cells(&["metrics", "--municipality", "järfälla", "--indicator", "e_services", "--year", "2009"], "value");
    assert_eq!(disputed, ["70 e-services ≠", "≳ 70 e-services ≠"]);
    let of_rows =
        lines(&["metrics", "--municipality", "järfälla", "--indicator", "e_services", "--columns", "disputed"]);
    assert!(of_rows.iter().all(|names| names == "value"), "{of_rows:?}");
}

#[test]
fn goals_are_left_out_of_what_is_compared_and_drawn_unless_asked_for() {
    let stockholm = ["compare", "stockholm", "järfälla", "--indicator", "e_services", "--year", "2011"];
    let told = itkommun(&stockholm);
    assert!(
        String::from_utf8_lossy(&told.stderr).contains("left out, targets or the like and no facts; --status shows")
    );
    let asked = json(&[&stockholm[..], &["--status", "target"]].concat());
    assert_eq!(asked[0]["status"], "target");
    let chart = ["chart", "metrics", "--year", "2011", "--indicator", "e_services", "--municipality", "stockholm"];
    let chart = [&chart[..], &["--x", "subject", "--y", "value"]].concat();
    assert_eq!(itkommun(&chart).stdout, b"subject\tvalue\n");
    let drawn = stdout(&[&chart[..], &["--status", "target", "--format", "table"]].concat());
    assert!(drawn.contains('▭') && !drawn.contains('█'), "hollow: {drawn}");
    let page = stdout(&[&chart[..], &["--status", "target", "--format", "svg"]].concat());
    assert!(page.contains("class=\"h0\""), "hollow: {page}");
}

#[test]
fn what_cannot_be_set_beside_each_other_is_compared_only_on_demand() {
    let some = json(&["compare", "järfälla", "täby"]);
    let all = json(&["compare", "järfälla", "täby", "--all"]);
    let comparable = |rows: &serde_json::Value| -> Vec<String> {
        let rows = rows.as_array().expect("rows").iter();
        rows.map(|row| row["comparable"].as_str().expect("a member").to_owned()).collect()
    };
    assert!(comparable(&some).iter().all(|it| it == "yes" || it == "with_care"));
    assert!(comparable(&all).iter().any(|it| it == "no"));
    let table = stdout(&["compare", "järfälla", "täby", "--format", "markdown"]);
    assert!(table.contains("(with care)"), "{table}");
    let table = breaking(&table);
    assert!(table.contains("E-tjänsteprojektet, mean: ≈ 90 000 SEK"), "{table}");
}

#[test]
fn the_words_of_the_source_are_shown_and_cited() {
    let asked = ["metrics", "--municipality", "järfälla", "--indicator", "inhabitants"];
    let words = lines(&["metrics", "--indicator", "inhabitants", "--columns", "words", "--limit", "1"]);
    assert!(!words[0].is_empty());
    assert!(stdout(&["show", "stokab", "--format", "markdown"]).contains("500 kunder"));
    let cited = stdout(&["metrics", "--initiative", "stokab", "--cite", "--format", "markdown"]);
    assert!(cited.contains("(\"450 företag\""), "{cited}");
    assert!(json(&asked).is_array());
}

#[test]
fn everything_about_an_initiative_is_found_by_its_name() {
    let shown = json(&["show", "Stokab"]);
    assert_eq!(shown["initiatives"][0]["id"], "stokab");
    assert!(shown["metrics"].as_array().is_some_and(|rows| rows.len() >= 5));
    assert_eq!(json(&["show", "STOKAB"]), shown);
    assert!(json(&["show", "Digitala rummet"])["metrics"].as_array().is_some_and(|rows| !rows.is_empty()));
    assert!(json(&["show", "SKR"])["jurors"].as_array().is_some_and(|rows| rows.len() == 5));
}
