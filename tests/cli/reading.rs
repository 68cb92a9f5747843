//! Answers as people read them: what a table shows of its columns, and how it is fitted to a screen.

use crate::pty::{Terminal, plain};
use crate::support::{json, lines, program, stdout, tables};

/// What is seen on a terminal that is so wide.
fn screen(columns: u16, asked: &[&str]) -> String {
    plain(&Terminal::of_columns(columns).screen(asked))
}

/// The headings of a table on a terminal that is wide enough.
fn headings(asked: &[&str]) -> Vec<String> {
    let screen = screen(400, asked);
    screen.lines().next().expect("headings").split_whitespace().map(str::to_owned).collect()
}

/// How many lines there are between the rule and the footer of a table.
fn height(screen: &str) -> usize {
    let lines: Vec<&str> = screen.lines().collect();
    let rule = lines.iter().position(|line| line.starts_with('─')).expect("a table");
    lines[rule..].iter().position(|line| line.contains(" rows")).expect("a footer") - 1
}

#[test]
fn columns_that_are_empty_in_all_rows_give_way_in_a_table_alone() {
    let asked = ["winners", "--year", "2001..2005"];
    assert_eq!(headings(&asked), ["year", "municipality"]);
    assert_eq!(headings(&["winners", "--columns", "all", "--year", "2001"])[2..4], ["source", "locator"]);
    assert_eq!(headings(&[&asked[..], &["--columns", "year,note"]].concat()), ["year", "note"], "asked for by name");
    let markdown = stdout(&[&asked[..], &["--format", "markdown"]].concat());
    assert!(markdown.starts_with("| year | municipality | grounds |"), "{markdown}");
    // Also in a pipe, where there is no footer to tell it.
    assert!(!stdout(&[&asked[..], &["--format", "table"]].concat()).contains("grounds"));
    assert_eq!(headings(&["nominees", "--year", "2009"]).last().map(String::as_str), Some("theme"));
    assert_eq!(headings(&["nominees", "--year", "2023"]).last().map(String::as_str), Some("joint_with"));
}

#[test]
fn people_see_titles_and_labels_and_programs_and_who_names_a_column_ids() {
    let asked = ["metrics", "--municipality", "järfälla", "--year", "2009", "--area", "it_platform"];
    let shown = stdout(&[&asked[..], &["--format", "markdown", "--no-header"]].concat());
    assert_eq!(shown, "| 2009 | Järfälla | E-förvaltning score: IT platform | ≈\u{a0}3.8 |\n");
    let named = stdout(&[&asked[..], &["--format", "markdown", "--no-header", "--columns", "indicator,area"]].concat());
    assert_eq!(named, "| e_government_score | IT platform |\n", "a title can be asked for, a label has no other place");
    let row = &json(&asked)[0];
    assert_eq!((&row["indicator"], &row["area"]), (&"e_government_score".into(), &"it_platform".into()));
    let counted = stdout(&["nominees", "--year", "2009", "--count-by", "outcome", "--format", "markdown"]);
    assert!(counted.contains("| Finalist | 3 |"), "{counted}");
    assert_eq!(lines(&["nominees", "--year", "2009", "--count-by", "outcome"])[0], "finalist\t3");
}

#[test]
fn a_column_shows_the_other_one_where_it_is_empty_unless_it_was_named() {
    let asked = ["metrics", "--body", "kommits", "--limit", "1", "--format", "markdown", "--no-header"];
    assert!(stdout(&asked).contains("| KommITS |"), "{}", stdout(&asked));
    let named = stdout(&[&asked[..], &["--columns", "municipality,body"]].concat());
    assert_eq!(named, "|  | KommITS |\n");
    let record = stdout(&["metrics", "--body", "kommits", "--limit", "1", "--format", "record"]);
    assert!(record.contains("body ") && !record.contains("municipality "), "{record}");
}

#[test]
fn a_record_lists_what_is_stated_of_each_row() {
    let asked = ["winners", "--year", "2001..2003", "--format", "record"];
    let written = program().args(asked).env("COLUMNS", "70").output().expect("it runs").stdout;
    let written = String::from_utf8(written).expect("UTF-8");
    assert_eq!(
        written,
        "year          2001
municipality  Kalix
source        skl-2011, skl-2013, kvalitetsmassan-winners
locator       About the award, earlier winners; back cover; About the
              award, earlier winners; Page text

year          2003
municipality  Nacka
source        skl-2011, skl-2013, kvalitetsmassan-winners
locator       About the award, earlier winners; back cover; About the
              award, earlier winners; Page text
"
    );
    assert!(screen(80, &asked).ends_with("\n\n2 rows · 9 of 17 columns (--columns all)\n"));
    assert!(stdout(&["metrics", "--initiative", "stokab", "--format", "record"]).contains("words "), "all own columns");
}

#[test]
fn a_table_that_was_asked_for_stays_one_where_records_are_easier_to_read() {
    let asked = ["winners", "--columns", "all"];
    assert!(screen(80, &asked).starts_with("year                 2001\n"), "{}", screen(80, &asked));
    for (columns, asked) in [(80, &asked[..]), (60, &["metrics"]), (60, &["indicators", "--columns", "all"])] {
        let table = screen(columns, &[asked, &["--format", "table"]].concat());
        assert!(table.lines().any(|line| line.starts_with('─')), "{table}");
        assert!(table.lines().all(|line| line.chars().count() <= usize::from(columns)), "{table}");
    }
}

#[test]
fn at_80_columns_every_table_is_one_and_has_few_lines() {
    for table in tables() {
        let shown = screen(80, &[&table]);
        let rows: usize = stdout(&[&table, "--count"]).trim().parse().expect("a number");
        let most = match table.as_str() {
            // Grounds are paragraphs.
            "winners" => 40,
            "initiatives" | "sources" => 30,
            "indicators" => 25,
            _ => 20,
        };
        assert!(height(&shown) * 10 <= rows * most, "{table}: {} lines for {rows} rows", height(&shown));
    }
    for asked in ["show järfälla", "show stockholm", "show kalix", "show 2011", "show bo dahlbom", "show skl"] {
        let shown = screen(80, &asked.split(' ').collect::<Vec<_>>());
        let sections = shown.matches("\n\n").count().div_ceil(2);
        let rules = shown.lines().filter(|line| line.starts_with('─')).count();
        assert_eq!(rules, sections, "no section as records: {shown}");
    }
}

#[test]
fn what_was_asked_for_by_its_name_is_not_repeated_in_each_row() {
    let shown = screen(80, &["show", "järfälla"]);
    assert!(!shown.contains("year  municipality"), "{shown}");
    let cited = screen(80, &["show", "järfälla", "--cite"]);
    assert!(cited.contains("code  name      county "), "its own row names it: {cited}");
    assert!(screen(80, &["show", "skl"]).contains("Sveriges Kommuner och Landsting"), "a name that was not typed");
}

#[test]
fn figures_and_headings_are_never_broken() {
    let figures: Vec<String> = stdout(&["metrics", "--format", "markdown", "--no-header"])
        .lines()
        .map(|line| line.trim_end_matches(['|', ' ']).rsplit("| ").next().expect("a cell").replace('\\', ""))
        .collect();
    assert!(figures.iter().any(|figure| figure == "650\u{a0}000\u{a0}000\u{a0}SEK"), "{figures:?}");
    for columns in [70, 80, 120] {
        let shown = screen(columns, &["metrics"]);
        assert!(shown.starts_with("year    municipality"), "{columns}: {shown}");
        for figure in &figures {
            // What a figure is, if no fact, may stand on a line of its own.
            assert!(figure.split(' ').all(|part| shown.contains(part)), "{columns}: {figure}");
        }
    }
}

#[test]
fn joint_entries_are_told_where_rows_are_counted() {
    let told = "note: a joint entry is counted once for each that shares it: joint_with names others in 3 of the rows";
    for counted in [&["--count"][..], &["--count-by", "outcome"]] {
        let asked = [&["nominees", "--year", "2023"], counted].concat();
        assert!(screen(120, &asked).contains(told), "{}", screen(120, &asked));
        let asked = [&["nominees", "--year", "2009"], counted].concat();
        assert!(!screen(120, &asked).contains("joint"), "{}", screen(120, &asked));
    }
    // Bars count it once, and say so themselves.
    let chart = ["chart", "nominees", "--x", "outcome", "--year", "2023"];
    assert_eq!(screen(120, &chart).matches("joint").count(), 1, "{}", screen(120, &chart));
    // So do they of what the sources leave out.
    let chart = ["chart", "nominees", "--x", "outcome"];
    assert_eq!(screen(120, &chart).matches("name only some of the nominees").count(), 1, "{}", screen(120, &chart));
    assert!(!screen(120, &["nominees", "--year", "2023"]).contains("note:"), "rows that are listed are not counted");
}
