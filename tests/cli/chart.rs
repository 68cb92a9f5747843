//! `chart`: bars, the timeline, and drawings in files.

use std::fs;

use crate::support::{breaking, folder, itkommun, json, lines, program, refusal, stdout};

#[test]
fn bars_say_their_numbers_and_fit_the_width() {
    let chart =
        ["chart", "metrics", "--indicator", "e_services", "--year", "2009", "--x", "municipality", "--y", "value"];
    for width in ["40", "60", "80", "200"] {
        let mut command = program();
        command.args(chart).args(["--format", "table"]).env("COLUMNS", width);
        let text = breaking(&String::from_utf8(command.output().expect("the program runs").stdout).expect("UTF-8"));
        let widest = text.lines().map(|line| line.chars().count()).max().expect("lines");
        assert!(widest <= width.parse().expect("a width"), "{width}:\n{text}");
        for figure in ["≳ 70 e-services", "≈ 40 e-services"] {
            assert!(text.contains(figure), "{text}");
        }
        assert!(text.contains('░'), "what is not sure is shaded: {text}");
    }
}

/// A chart of figures of which some are not exact.
const SERVICES: [&str; 10] =
    ["chart", "metrics", "--indicator", "e_services", "--year", "2009", "--x", "municipality", "--y", "value"];

#[test]
fn a_chart_in_a_pipe_is_its_numbers() {
    assert_eq!(
        stdout(&["chart", "winners", "--year", "..2023", "--x", "county", "--limit", "2"]),
        "county\tcount\nStockholms län\t5\nSkåne län\t2\n"
    );
    let values = json(&SERVICES);
    assert_eq!(values.as_array().map(Vec::len), Some(3));
    assert_eq!(values[2]["value"], 40);
}

#[test]
fn a_chart_for_people_says_figures_as_they_are() {
    let table = stdout(&[&SERVICES[..], &["--format", "markdown"]].concat());
    let table = breaking(&table);
    assert!(table.contains("| Järfälla | ≳ 70 e-services ≠ |"), "{table}");
}

#[test]
fn a_chart_cites_all_the_rows_that_a_bar_counts_and_tells_what_is_missing() {
    let one = stdout(&["chart", "nominees", "--x", "county", "--limit", "1", "--format", "table"]).replace('\n', " ");
    let sources = lines(&["nominees", "--county", "stockholm", "--count-by", "source"]).len();
    assert!(sources > 5 && one.contains("Sveriges IT-kommun 2011; Sveriges Kommuner och Landsting: "), "{one}");
    assert!(one.contains("more") && one.contains("2001, 2003, 2005, 2007: the sources"), "{one}");
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    for (arguments, said) in [
        (&["chart", "metrics", "--x", "year", "--y", "municipality"][..], "those are value, upper"),
        (&["chart", "backers", "--x", "year", "--y", "organisation"], "it has none"),
        (&["chart", "metrics", "--x", "year", "--y", "value,upper"], "one column"),
        (&["chart", "winners"], "--x <COLUMNS>"),
        (&["chart", "winners", "--x", "yeer"], "did you mean year?"),
        (&["chart", "winners", "--x", "year", "--sort", "year"], "without --y"),
        (&["chart", "winers", "--x", "year"], "winers"),
        (
            &["chart", "metrics", "--municipality", "täby", "--x", "indicator", "--y", "value", "--format", "svg"],
            "several units",
        ),
        // The end of a range counts what its beginning does.
        (
            &[
                "chart",
                "metrics",
                "--x",
                "municipality,indicator",
                "--y",
                "upper",
                "--present",
                "upper",
                "--format",
                "svg",
            ],
            "several units",
        ),
        (&["profile", "täby", "-o", "täby.png"], "drawings are SVG"),
        (&["chart", "metrics", "--x", "year,value", "--y", "value"], "labels the bars already"),
        (&["chart", "timelin"], "did you mean timeline?"),
        (&["winners", "--format", "svg"], "`svg` is not one of table, record, tsv, csv, json, jsonl, markdown"),
    ] {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {message}");
        assert!(message.contains(said), "{arguments:?}: {message}");
    }
    for rows in [&["--year", "1999"][..], &["--municipality", "lund"]] {
        let output = itkommun(&[&["chart", "winners", "--x", "year", "--format", "svg"], rows].concat());
        let drawing = String::from_utf8(output.stdout).expect("UTF-8");
        // A drawing of nothing is a drawing.
        assert_eq!(output.status.code(), Some(0));
        roxmltree::Document::parse(&drawing).expect("XML");
        assert!(drawing.contains("no rows"), "{drawing}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("no rows to draw"));
    }
    assert!(stdout(&["chart", "winners", "--x", "year", "--year", "2009", "--format", "table"]).contains("2009  █"));
}

#[test]
fn the_timeline_tells_winner_finalists_and_coverage() {
    let moments = json(&["chart", "timeline"]);
    assert_eq!(moments.as_array().map(Vec::len), Some(lines(&["editions"]).len()));
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
        for part in ["<title id=\"title\">", "<desc id=\"description\">", "prefers-color-scheme: dark", "\nSource"] {
            assert!(svg.contains(part), "{arguments:?}: {part}");
        }
        let mut numbers = document.descendants().flat_map(|node| node.attributes()).map(|attribute| attribute.value());
        assert!(!numbers.any(|number| number.contains("NaN") || number.contains("inf")), "{arguments:?}");
    }
}

#[test]
fn a_drawing_goes_whole_to_its_file() {
    let path = folder("drawing").join("drawing.svg");
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

#[test]
fn bars_are_labelled_by_titles_and_for_programs_by_ids() {
    let drawn = |x: &str| stdout(&["chart", "metrics", "--x", x, "--year", "2009", "--format", "table"]);
    assert!(drawn("source").contains("\nSveriges IT-kommun 2009 "), "{}", drawn("source"));
    assert!(drawn("initiative").contains("\nE-tjänsteprojektet "), "{}", drawn("initiative"));
    let ids = lines(&["chart", "metrics", "--x", "source", "--year", "2009"]);
    assert!(ids.iter().any(|line| line.starts_with("skl-2009\t")), "{ids:?}");
}
