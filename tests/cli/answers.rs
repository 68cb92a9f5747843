//! Answers that are more than rows: counts, comparisons, profiles and charts.

use std::fs;
use std::path::Path;

use crate::support::{itkommun, json, lines, refusal, stdout};

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
    assert_eq!(lines(&["winners", "--municipality", "lund", "--count-by", "year"]), [""; 0]);
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
fn counting_does_not_go_with_choosing_columns_or_order() {
    for flag in [&["--columns", "year"][..], &["--sort", "year"], &["--count"]] {
        let (status, message) = refusal(&[&["winners", "--count-by", "year"], flag].concat());
        assert_eq!(status, Some(2));
        assert!(message.contains("cannot be used with"), "{message}");
    }
    assert!(refusal(&["jurors", "--count-by", "nmae"]).1.contains("did you mean name?"));
}

#[test]
fn municipalities_stand_beside_each_other() {
    let asked = ["compare", "järfälla", "0160", "--indicator", "e_government_score", "--year", "2009"];
    assert_eq!(
        stdout(&asked).lines().next(),
        Some("indicator\tarea\tyear\tJärfälla\tTäby"),
        "a column each, in the order typed"
    );
    assert_eq!(
        lines(&asked),
        [
            "e_government_score\tleadership_and_governance\t2009\t3.5\t3.9",
            "e_government_score\tchange_management_and_communication\t2009\t≳ 3.0\t≥ 3.8",
            "e_government_score\tit_platform\t2009\t≈ 3.8\t≥ 3.8",
            "e_government_score\tcooperation_and_it_economy\t2009\t≈ 3.2\t≥ 3.8",
            "e_government_score\te_government_total\t2009\t3.5\t≥ 3.8",
            "e_government_score\tall_areas\t2009\t3.0–3.8\t",
        ],
        "areas in their own order"
    );
    let differing = lines(&[&asked[..], &["--differing"]].concat());
    assert_eq!(differing.len(), 5, "what only one has stated does not differ");
    // Two statements of one thing are both there.
    let services = json(&["compare", "Järfälla", "Täby", "--indicator", "e_services"]);
    assert_eq!(services[0]["Järfälla"], serde_json::json!(["≳ 70 e-services", "70 e-services"]));
    assert_eq!(services[0]["Täby"], serde_json::json!(["≈ 40 e-services"]));
}

#[test]
fn one_municipality_is_compared_with_the_mean() {
    let line = lines(&["compare", "falkenberg", "--year", "2009", "--area", "all_areas"]);
    assert_eq!(line, ["e_government_score\tall_areas\t2009\t≥ 3.0\t≥ 2.0"]);
    // What is said of all areas at once is set beside what is said of each.
    let line = lines(&["compare", "täby", "--year", "2009", "--area", "it_platform,all_areas", "--differing"]);
    assert_eq!(line, ["e_government_score\tit_platform\t2009\t≥ 3.8\t≥ 2.0 (all areas)"]);
    // A spelling that is another municipality's but for its diacritics is no second municipality.
    for (typed, heading) in [("Håbo", "Håbo"), ("Ha\u{30a}bo kommun", "Håbo"), ("habo", "Habo"), ("HÅBO", "Håbo")]
    {
        let header = stdout(&["compare", typed]);
        assert_eq!(
            header.lines().next(),
            Some(format!("indicator\tarea\tyear\t{heading}\tAll municipalities (mean)").as_str())
        );
    }
    assert!(refusal(&["compare", "Jarfala"]).1.contains("did you mean Järfälla?"));
    assert_eq!(itkommun(&["compare", "lund", "kalix", "-e"]).status.code(), Some(1));
}

#[test]
fn a_profile_is_the_five_areas_beside_the_mean_and_an_earlier_year() {
    let rows = json(&["profile", "falkenberg", "--year", "2009"]);
    let rows = rows.as_array().expect("rows");
    let areas: Vec<_> = rows.iter().step_by(3).map(|row| row["area"].as_str().expect("an area")).collect();
    assert_eq!(
        areas,
        [
            "leadership_and_governance",
            "change_management_and_communication",
            "it_platform",
            "cooperation_and_it_economy",
            "e_government_total"
        ]
    );
    assert_eq!((&rows[0]["year"], &rows[1]["year"]), (&2009.into(), &2008.into()));
    assert_eq!(rows[2]["body"], "All municipalities (mean)");
    // Of change management the source says only what it says of all areas.
    assert_eq!((&rows[3]["value"], &rows[3]["stated_for"]), (&3.0.into(), &"all_areas".into()));
    assert_eq!(json(&["profile", "Falkenberg"]), serde_json::Value::from(rows.clone()), "the latest year is usual");
}

#[test]
fn what_is_not_stated_is_missing_and_not_zero() {
    // Of Falkenberg 2007 the source speaks of one area only.
    let rows = json(&["profile", "falkenberg", "--year", "2007"]);
    let rows: Vec<_> =
        rows.as_array().expect("rows").iter().filter(|row| row["municipality"] == "Falkenberg").collect();
    let stated: Vec<_> = rows.iter().filter(|row| row["year"] == 2007 && !row["value"].is_null()).collect();
    assert_eq!(stated.len(), 1);
    assert_eq!((&stated[0]["area"], &stated[0]["value"]), (&"leadership_and_governance".into(), &2.0.into()));
    let bars = stdout(&["profile", "falkenberg", "--year", "2007", "--format", "table"]);
    let missing = bars.lines().filter(|line| line.contains("Falkenberg 2007") && line.ends_with("not stated"));
    assert_eq!(missing.count(), 4);
    let radar = stdout(&["profile", "falkenberg", "--year", "2007", "--format", "svg"]);
    assert!(radar.contains("not stated"), "{radar}");
}

#[test]
fn people_are_told_what_was_said_of_all_areas() {
    let table = stdout(&["profile", "falkenberg", "--year", "2009", "--format", "markdown"]);
    assert!(table.contains("| cooperation_and_it_economy | ≥ 3.0 (all areas) |"), "{table}");
    assert!(table.contains("| it_platform | 3.2 |"), "{table}");
}

#[test]
fn a_profile_without_scores_tells_who_has_them() {
    for (arguments, said) in [
        (&["profile", "lund"][..], "no scores of Lund; they do of Falkenberg, Järfälla, Stockholm, Täby"),
        (&["profile", "täby", "--year", "2011"], "no scores of Täby for 2011; they do for 2008, 2009"),
    ] {
        let output = itkommun(&[arguments, &["--format", "json"]].concat());
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b"[]\n"[..]));
        assert!(String::from_utf8_lossy(&output.stderr).contains(said));
        assert_eq!(itkommun(&[arguments, &["-e"]].concat()).status.code(), Some(1));
    }
    assert_eq!(refusal(&["profile", "täby", "--year", "20"]).0, Some(2));
}

#[test]
fn bars_say_their_numbers_and_fit_the_width() {
    let chart =
        ["chart", "metrics", "--indicator", "e_services", "--year", "2009", "--x", "municipality", "--y", "value"];
    for width in ["40", "60", "80", "200"] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_itkommun"))
            .args(chart)
            .args(["--format", "table"])
            .env("COLUMNS", width)
            .output()
            .expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let widest = text.lines().map(|line| line.chars().count()).max().expect("lines");
        assert!(widest <= width.parse().expect("a width"), "{width}:\n{text}");
        for figure in ["≳ 70 e-services", "≈ 40 e-services"] {
            assert!(text.contains(figure), "{text}");
        }
        assert!(text.contains('░'), "what is not sure is shaded: {text}");
    }
}

#[test]
fn a_chart_in_a_pipe_is_its_numbers() {
    assert_eq!(
        stdout(&["chart", "winners", "--x", "county", "--limit", "2"]),
        "county\tcount\nStockholms län\t5\nSkåne län\t2\n"
    );
    let values = json(&[
        "chart",
        "metrics",
        "--indicator",
        "e_services",
        "--year",
        "2009",
        "--x",
        "municipality",
        "--y",
        "value",
    ]);
    assert_eq!(values.as_array().map(Vec::len), Some(3));
    assert_eq!(values[2]["value"], 40);
}

#[test]
fn a_chart_for_people_says_figures_as_they_are() {
    let table = stdout(&[
        "chart",
        "metrics",
        "--indicator",
        "e_services",
        "--year",
        "2009",
        "--x",
        "municipality",
        "--y",
        "value",
        "--format",
        "markdown",
    ]);
    assert!(table.contains("| Järfälla | ≳ 70 e-services |"), "{table}");
}

#[test]
fn a_chart_cites_all_the_rows_that_a_bar_counts_and_tells_what_is_missing() {
    let one = stdout(&["chart", "nominees", "--x", "county", "--limit", "1", "--format", "table"]);
    let sources = lines(&["nominees", "--county", "stockholm", "--count-by", "source"]).len();
    assert!(sources > 5 && one.contains("Sources: skl-2011, skl-2009, skl-2013"), "{one}");
    assert!(one.contains("2001, 2003, 2005, 2007: the sources"), "{one}");
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    for (arguments, said) in [
        (&["chart", "metrics", "--x", "year", "--y", "municipality"][..], "those are value, upper"),
        (&["chart", "nominees", "--x", "year", "--y", "theme"], "it has none"),
        (&["chart", "metrics", "--x", "year", "--y", "value,upper"], "one column"),
        (&["chart", "winners"], "--x <COLUMNS>"),
        (&["chart", "winners", "--x", "yeer"], "did you mean year?"),
        (&["chart", "winners", "--x", "year", "--sort", "year"], "without --y"),
        (&["chart", "winers", "--x", "year"], "winers"),
        (
            &["chart", "metrics", "--municipality", "täby", "--x", "indicator", "--y", "value", "--format", "svg"],
            "several units",
        ),
        (&["profile", "täby", "-o", "täby.png"], "drawings are SVG"),
        (&["chart", "metrics", "--x", "year,value", "--y", "value"], "labels the bars already"),
        (&["chart", "timelin"], "did you mean timeline?"),
        (&["winners", "--format", "svg"], "svg is for drawings"),
        (&["chart", "winners", "--x", "year", "--format", "tsv", "-o", "x.svg"], "a file is for --format svg"),
    ] {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {message}");
        assert!(message.contains(said), "{arguments:?}: {message}");
    }
    for rows in [&["--year", "1999"][..], &["--municipality", "lund"]] {
        let output = itkommun(&[&["chart", "winners", "--x", "year", "--format", "svg"], rows].concat());
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]));
        assert!(String::from_utf8_lossy(&output.stderr).contains("no rows to draw"));
    }
    assert!(stdout(&["chart", "winners", "--x", "year", "--year", "2009", "--format", "table"]).contains("2009  █"));
}

#[test]
fn the_timeline_tells_winner_finalists_and_coverage() {
    let moments = json(&["chart", "timeline"]);
    assert_eq!(moments.as_array().map(Vec::len), Some(12));
    assert_eq!(
        moments[4],
        serde_json::json!({
            "year": 2009, "winner": ["Falkenberg"], "finalist": ["Järfälla", "Stockholm", "Täby"], "nominated": [],
            "award": "Sveriges IT-kommun", "coverage": "complete"
        })
    );
}

#[test]
fn a_drawing_holds_its_text_title_description_and_source() {
    for arguments in [
        &["profile", "järfälla", "täby"][..],
        &["chart", "nominees", "--x", "county"],
        &["chart", "metrics", "--indicator", "e_services", "--x", "municipality,body", "--y", "value"],
        &["chart", "backers", "--x", "organisation"],
        &["chart", "timeline"],
    ] {
        let svg = stdout(&[arguments, &["--format", "svg"]].concat());
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let texts: Vec<_> = document.descendants().filter(|node| node.has_tag_name("text")).collect();
        assert!(texts.len() > 5, "{arguments:?}");
        for part in ["<title id=\"title\">", "<desc id=\"description\">", "prefers-color-scheme: dark", ">Source"] {
            assert!(svg.contains(part), "{arguments:?}: {part}");
        }
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{arguments:?}");
    }
}

#[test]
fn a_drawing_goes_whole_to_its_file() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drawing.svg");
    let name = path.to_str().expect("UTF-8");
    for _ in 0..2 {
        assert_eq!(stdout(&["chart", "timeline", "--output", name]), "");
    }
    assert_eq!(fs::read_to_string(&path).expect("the file"), stdout(&["chart", "timeline", "--format", "svg"]));
    assert_eq!(refusal(&["chart", "timeline", "--output", "no-such-folder/x.svg"]).0, Some(3));
    // A folder is never replaced by a drawing.
    let folder = path.with_file_name("drawings");
    fs::create_dir_all(&folder).expect("a folder");
    let (status, message) = refusal(&["chart", "timeline", "--output", folder.to_str().expect("UTF-8")]);
    assert_eq!(status, Some(3));
    assert!(message.contains("it is a folder") && folder.is_dir(), "{message}");
    #[cfg(unix)]
    assert_eq!(stdout(&["chart", "timeline", "--format", "svg", "--output", "/dev/null"]), "");
}
