//! How drawings look, as pictures and on a terminal: what they are called, how figures are drawn, what they leave to read.

use std::fs;

use itkommun::cli::{self, ExitStatus, Sink};
use itkommun::package::Package;

use crate::small::over;
use crate::support::{breaking, folder, itkommun, refusal, stdout};

/// A drawing, read as the XML that it is.
fn drawing(arguments: &[&str]) -> String {
    let svg = stdout(&[arguments, &["--format", "svg"]].concat());
    roxmltree::Document::parse(&svg).expect("XML");
    svg
}

/// The texts of a drawing, with plain blanks.
fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).map(|text| breaking(text.trim())).collect()
}

#[test]
fn the_title_says_what_is_drawn_of_whom_and_when() {
    for (arguments, title) in [
        (&["chart", "metrics", "--indicator", "e_services", "--municipality", "gbg,göteborg"][..], "gbg"),
        (
            &["chart", "metrics", "--indicator", "e_services", "--municipality", "1480"],
            "E-services, Göteborg 2014–2015",
        ),
        (&["chart", "nominees", "--x", "county"], "Nominees by county, 2001–2023"),
        (
            &["chart", "nominees", "--x", "year", "--county", "skåne", "--year", "2005"],
            "Nominees by year, Skåne län 2005",
        ),
        (
            &["chart", "editions", "--x", "year", "--y", "nominated", "--present", "nominated"],
            "Editions: nominated, 2009–2023",
        ),
        (&["chart", "timeline"], "The award from its first edition on, 2001–2025"),
        (&["profile", "täby"], "E-profile, Täby 2009"),
        (&["chart", "winners", "--x", "county", "--heading", "A <b> & \"c\" \u{1b}"], "A <b> & \"c\" \\u{1b}"),
    ] {
        if title == "gbg" {
            assert_eq!(refusal(arguments).0, Some(2));
        } else {
            assert_eq!(texts(&drawing(arguments))[0], title, "{arguments:?}");
        }
    }
    let filtered = ["chart", "nominees", "--x", "county", "--outcome", "winner", "--not-year", "2009"];
    let filtered = texts(&drawing(&filtered));
    assert!(filtered[1].contains("Outcome: Winner") && filtered[1].contains("Not year: 2009"), "{filtered:?}");
    let long = "å".repeat(10_000);
    for (heading, format, said) in
        [(long.as_str(), "svg", "at most 200 characters"), (" ", "svg", "is no heading"), ("A", "json", "has no title")]
    {
        let (status, message) = refusal(&["chart", "winners", "--x", "year", "--heading", heading, "--format", format]);
        assert!(status == Some(2) && message.contains(said) && message.len() < 1000, "{message}");
    }
}

#[test]
fn labels_are_what_people_call_things() {
    let coverage = texts(&drawing(&["chart", "editions", "--x", "coverage"]));
    assert!(coverage.contains(&"Winner only".to_owned()), "{coverage:?}");
    // Without a municipality a figure is of a body; where bars are about different things, each says about what.
    let services = stdout(&["chart", "metrics", "--indicator", "e_services", "--format", "table"]);
    assert!(services.contains("\nVärmland 2013: "), "{services}");
    let services = drawing(&["chart", "metrics", "--indicator", "e_services"]);
    assert!(services.contains("Göteborg 2015: e-services, without those of the municipal companies: "), "{services}");
    let counted = texts(&drawing(&["chart", "metrics", "--x", "municipality"]));
    assert!(counted.contains(&"Kvalitetsmässan".to_owned()) && !counted.contains(&"(none)".to_owned()), "{counted:?}");
    let indicators = texts(&drawing(&["chart", "metrics", "--x", "indicator", "--municipality", "täby"]));
    assert!(indicators.contains(&"E-services".to_owned()), "{indicators:?}");
}

#[test]
fn a_bar_ends_at_the_number_and_what_is_left_open_is_thin_or_an_arrow() {
    let svg =
        drawing(&["chart", "metrics", "--indicator", "e_services", "--municipality", "göteborg", "--year", "2015"]);
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let number = |node: roxmltree::Node, name: &str| node.attribute(name).and_then(|it| it.parse::<f64>().ok());
    let bar = document.descendants().find(|node| node.attribute("class") == Some("f0")).expect("a bar");
    let (from, wide) = (number(bar, "x").expect("x"), number(bar, "width").expect("a width"));
    // About 100 lies between 90 and 110.
    let span = document.descendants().find(|node| node.attribute("class") == Some("ink thin")).expect("a span");
    let line = span.first_element_child().expect("its line");
    for (end, expected) in [("x1", 0.9), ("x2", 1.1)] {
        let share = (number(line, end).expect("an end") - from) / wide;
        assert!((share - expected).abs() < 0.002, "{end}: {share}");
    }
    // At least 2 of 4 is half a bar and an arrow, however far it may reach.
    let profile = stdout(&["profile", "järfälla", "--format", "table"]);
    let line = profile.lines().find(|line| line.contains("Järfälla 2008")).expect("a line");
    assert!(line.contains("█▒░›  ≥") || line.contains("▌▒░›  ≥"), "{line}");
    let full = stdout(&["profile", "stockholm", "--format", "table"]);
    let blocks = |text: &str| text.chars().filter(|&block| block == '█').count();
    let full = full.lines().find(|line| line.ends_with("4.0")).map(blocks).expect("a full bar");
    assert!(blocks(line).abs_diff(full / 2) <= 1, "{} of {full}: {line}", blocks(line));
    for said in ["or more, how much is not said", "where the value may lie"] {
        assert!(breaking(&profile).contains(said) && drawing(&["profile", "järfälla"]).contains(said), "{said}");
    }
}

#[test]
fn drawings_keep_how_sure_values_are() {
    let services = ["chart", "metrics", "--indicator", "e_services"];
    for text in [stdout(&[&services[..], &["--format", "table"]].concat()), texts(&drawing(&services)).join("\n")] {
        let text = breaking(&text);
        for told in ["Göteborg 2014 ?", "70 e-services ≠", "? inferred", "≠ statements differ"] {
            assert!(text.contains(told), "{told}: {text}");
        }
    }
    for text in [stdout(&["profile", "järfälla", "--format", "table"]), drawing(&["profile", "järfälla"])] {
        for told in ["Järfälla 2008 ?", "? inferred"] {
            assert!(breaking(&text).contains(told), "{told}: {text}");
        }
    }
    assert!(breaking(&drawing(&["chart", "timeline"])).contains("Nominated: Eskilstuna ?, Mölndal ?, Österåker ?"));
    // Programs have columns for it.
    assert!(!stdout(&["chart", "timeline"]).contains('?'));
}

#[test]
fn a_joint_entry_counts_once() {
    let counted = ["chart", "nominees", "--year", "2023", "--x", "county"];
    assert!(stdout(&counted).contains("\nDalarnas län\t1\n"), "Mora, Orsa and Älvdalen were nominated together");
    assert!(drawing(&counted).contains("a joint entry counts once in a bar"));
    let each = stdout(&["chart", "nominees", "--year", "2023", "--x", "municipality"]);
    assert!(each.contains("\nOrsa\t1\n") && each.contains("\nÄlvdalen\t1\n"), "{each}");
    assert!(!drawing(&["chart", "winners", "--x", "county"]).contains("joint"));
}

#[test]
fn sources_are_listed_in_every_format_that_has_a_place_for_them() {
    for chart in [&["nominees", "--x", "county"][..], &["metrics", "--indicator", "e_services"], &["timeline"]] {
        for format in ["record", "markdown", "json", "svg"] {
            let cited = stdout(&[&["chart"], chart, &["--cite", "--format", format]].concat());
            assert!(cited.contains("Read from a poor scan"), "{chart:?} {format}");
        }
        assert_eq!(refusal(&[&["chart"], chart, &["--cite", "--format", "csv"]].concat()).0, Some(2));
    }
}

#[test]
fn a_drawing_of_nothing_leaves_a_good_file() {
    let path = folder("left").join("drawing.svg");
    let name = path.to_str().expect("UTF-8");
    for nothing in [&["chart", "winners", "--x", "year", "--year", "1999"][..], &["profile", "lund"]] {
        fs::write(&path, "good").expect("a file");
        let output = itkommun(&[nothing, &["--output", name]].concat());
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && told.contains("drawing.svg` is not written"), "{nothing:?}: {told}");
        assert_eq!(itkommun(&[nothing, &["--output", name, "-e"]].concat()).status.code(), Some(1));
        assert_eq!(fs::read_to_string(&path).expect("the file"), "good");
    }
}

#[test]
fn long_labels_and_many_bars_are_bounded() {
    let folder = folder("many");
    let long = "wide".repeat(2500);
    let rows: Vec<String> = (0..5000).map(|number| format!("{number},{long}<&\u{1b}\u{ffff}{number}\n")).collect();
    let fields = serde_json::json!([{"name": "number", "type": "integer"}, {"name": "what", "type": "string"}]);
    let table = serde_json::json!({"name": "things", "path": "things.csv", "schema": {"fields": fields}});
    fs::write(folder.join("datapackage.json"), serde_json::json!({"resources": [table]}).to_string()).expect("a file");
    fs::write(folder.join("things.csv"), format!("number,what\n{}", rows.concat())).expect("a file");
    let package = Package::in_folder(&folder).expect("a package");
    let bars = ["itkommun", "chart", "things", "--x", "what", "--y", "number", "--format", "svg"];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = cli::run(&package, bars, Sink::new(&mut out), Sink::new(&mut err));
    let said = String::from_utf8(err).expect("UTF-8");
    assert!(status == ExitStatus::Usage && out.is_empty() && said.contains("5000 bars are too many"), "{said}");
    let svg = over(&package, &[&bars[1..], &["--limit", "300"]].concat());
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let side = |name: &str| document.root_element().attribute(name).and_then(|it| it.parse::<f64>().ok());
    assert!(side("width").is_some_and(|width| width < 800.0) && side("height").is_some_and(|height| height < 40_000.0));
    assert!(texts(&svg).iter().any(|text| text.ends_with('…')), "what is cut is marked");
    let drawn =
        over(&package, &["chart", "things", "--x", "what", "--y", "number", "--limit", "3", "--format", "table"]);
    assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
}
