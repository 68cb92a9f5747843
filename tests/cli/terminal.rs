//! What people get on a terminal: tables fitted to it, what is not shown, and notes.

use unicode_width::UnicodeWidthStr;

use crate::pty::{On, Seen, Terminal, plain};
use crate::support::{lines, program, stdout, tables};

const WIDTHS: [u16; 4] = [60, 80, 120, 200];

#[test]
fn an_answer_is_a_table_on_a_terminal_and_tab_separated_in_a_pipe() {
    let asked = ["winners", "--year", "2009..2011", "--columns", "year,municipality"];
    let table = "year  municipality\n────────────────────\n2009  Falkenberg\n2011  Upplands Väsby\n";
    let seen = Terminal::default().run(On::Stdout, &[&asked[..], &["--color", "never"]].concat());
    assert_eq!(seen.screen.rsplit_once("2 rows").map(|(rows, _)| rows), Some(table));
    // That errors would be seen on a terminal changes nothing.
    let seen = Terminal::default().run(On::Stderr, &asked);
    assert_eq!(seen.piped, "year\tmunicipality\n2009\tFalkenberg\n2011\tUpplands Väsby\n");
    assert_eq!((seen.screen.as_str(), seen.status), ("", Some(0)));
}

#[test]
fn no_line_of_an_answer_is_wider_than_the_terminal() {
    let tables = tables();
    let mut asked: Vec<Vec<&str>> = Vec::new();
    for table in tables.iter().map(String::as_str) {
        // Of thousands of rows those behind are as wide as the first.
        let some = [table, "--limit", "400"];
        asked.push(some.into());
        asked.extend([&["--columns", "all"][..], &["--cite"]].map(|flags| [&some, flags].concat()));
        asked.push(vec!["schema", table]);
    }
    asked.extend(["schema", "show kalix", "show stockholm", "show 2011", "search stockholm"].map(words));
    asked.extend(["compare järfälla täby falkenberg stockholm", "nominees --count-by county,outcome"].map(words));
    asked.extend(["profile täby", "profile järfälla täby falkenberg", "chart nominees --x county"].map(words));
    asked.extend(["chart metrics --indicator e_services --x municipality,year --y value", "chart timeline"].map(words));
    for columns in WIDTHS {
        let terminal = Terminal::of_columns(columns);
        for asked in &asked {
            let seen = terminal.run(On::Stdout, asked);
            assert_eq!(seen.status, Some(0), "{asked:?}");
            for line in plain(&seen.screen).lines() {
                assert!(line.width() <= usize::from(columns), "{columns}, {asked:?}: {line}");
            }
        }
    }
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

#[test]
fn a_wider_terminal_takes_fewer_lines() {
    let heights = WIDTHS.map(|columns| Terminal::of_columns(columns).screen(&["initiatives"]).lines().count());
    assert!(heights.is_sorted_by(|narrow, wide| narrow > wide), "{heights:?}");
}

#[test]
fn nothing_of_a_cell_is_cut() {
    for asked in [
        ["municipalities", "--columns", "code,name,county"],
        ["jurors", "--columns", "year,name,organisation"],
        // A column in which nothing is marked: marks are signs besides what the cells hold.
        ["initiatives", "--columns", "name,description"],
    ] {
        for columns in WIDTHS {
            let screen = plain(&Terminal::of_columns(columns).screen(&asked));
            let (table, _) = screen.trim_end().rsplit_once('\n').expect("a table and a footer");
            assert!(table.contains('─'), "{asked:?} stands in columns at {columns}");
            assert_eq!(letters(&table.replace('─', "")), letters(&stdout(&asked)), "{asked:?} at {columns}");
        }
    }
}

/// Every character but blanks, in the order of its code: what is left of a text however it is wrapped.
fn letters(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn a_terminal_of_unknown_width_has_80_columns_and_the_environment_overrides_it() {
    let usual = Terminal::default().screen(&["initiatives"]);
    let unknown = Terminal { columns: 0, rows: 0, ..Terminal::default() };
    assert_eq!(unknown.screen(&["initiatives"]), usual);
    let overridden = Terminal { columns: 200, variables: &[("COLUMNS", "80"), ("TERM", "xterm")], ..unknown };
    assert_eq!(overridden.screen(&["initiatives"]), usual);
}

/// The last line of an answer on a terminal.
fn footer(asked: &[&str]) -> String {
    let screen = plain(&Terminal::of_columns(200).run(On::Stdout, asked).screen);
    screen.lines().last().expect("a footer").to_owned()
}

#[test]
fn a_footer_tells_how_many_rows_there_are_and_what_is_not_shown() {
    for (asked, rows, shown) in [
        (&["nominees", "--year", "2009"][..], "4 rows", 4),
        (&["nominees", "--year", "2009", "--limit", "1", "--columns", "year,outcome"], "1 row", 2),
        (&["municipalities", "--columns", "code"], "290 rows", 1),
    ] {
        let all = lines(&["schema", asked[0]]).iter().filter(|column| !column.contains("_sv\t")).count();
        assert_eq!(footer(asked), format!("{rows} · {shown} of {all} columns (--columns all)"));
    }
    assert_eq!(footer(&["municipalities", "--columns", "all"]), "290 rows", "where all is shown there is no more");
    assert_eq!(footer(&["winners", "--year", "2001", "--columns", "all"]), "1 row · 7 empty columns not shown");
    for columns in ["year", "all"] {
        let asked = ["winners", "--municipality", "lund", "--columns", columns];
        let screen = Terminal::default().run(On::Stdout, &asked).screen;
        assert_eq!(plain(&screen), "no rows\n", "of no rows no column would show more");
    }
    assert_eq!(footer(&["jurors", "--count-by", "name", "--limit", "3"]), "3 rows");
    let cited = plain(&Terminal::default().screen(&["winners", "--year", "2009", "--cite"]));
    assert_eq!(cited.matches("1 row").count(), 1, "the list of sources has none of its own: {cited}");
    let narrow = Terminal::of_columns(20).screen(&["winners", "--year", "2009", "--color", "never"]);
    assert!(narrow.contains("\n1 row\n"), "on a line of its own where both do not fit: {narrow}");
}

#[test]
fn a_citation_is_none_of_the_columns_that_a_footer_counts() {
    for table in ["jurors", "sources", "indicators"] {
        let asked = [table, "--limit", "1"];
        let cited = plain(&Terminal::of_columns(200).screen(&[&asked[..], &["--cite"]].concat()));
        assert!(cited.contains(&footer(&asked)), "{table}: {} in\n{cited}", footer(&asked));
    }
}

#[test]
fn what_the_sources_leave_out_is_told_beside_the_answer() {
    let asked = ["nominees", "--year", "2001..2009", "--columns", "year"];
    let seen = Terminal::default().run(On::Stderr, &asked);
    assert_eq!(seen.piped, stdout(&asked), "nothing but data goes to standard output");
    assert!(seen.screen.starts_with("note: 2001, 2003, 2005, 2007: the sources "), "{}", seen.screen);
    assert_eq!(seen.screen.lines().count(), 1, "{}", seen.screen);
    let screen = Terminal::default().screen(&asked);
    assert!(screen.ends_with(&format!("(--columns all)\u{1b}[0m\n{}", seen.screen)), "after the answer: {screen}");
    // Of 2009 all nominees are known, and of jurors nothing is said.
    for asked in [["nominees", "--year", "2009"], ["jurors", "--year", "2009"]] {
        assert_eq!(Terminal::default().run(On::Stderr, &asked).screen, "", "{asked:?}");
    }
    // In a pipe an answer speaks for itself.
    let seen = Terminal::default().run(On::Stdout, &asked);
    assert_eq!((seen.piped.as_str(), seen.status), ("", Some(0)));
}

#[test]
fn a_list_by_commas_that_finds_no_text_gets_a_hint() {
    let seen = Terminal::default().run(On::Stderr, &["jurors", "--name", "dahlbom,fransson"]);
    assert!(seen.screen.starts_with("note: --name takes a part of the text"), "{}", seen.screen);
    assert!(seen.screen.replace("\n ", "").contains("for several give --name again"), "{}", seen.screen);
    // A comma that is found, or none, is no mistake.
    for asked in [["jurors", "--locator", "award, "], ["jurors", "--name", "nobody"]] {
        let seen = Terminal::default().run(On::Stderr, &asked);
        assert!(!seen.screen.contains("a part of the text"), "{asked:?}: {}", seen.screen);
    }
}

#[test]
fn data_is_the_same_on_a_terminal_and_in_a_pipe() {
    for format in ["json", "jsonl", "csv", "tsv", "markdown"] {
        let asked = ["winners", "--year", "2009..2023", "--format", format];
        assert_eq!(Terminal::of_columns(60).screen(&asked), stdout(&asked), "{format}");
    }
}

#[test]
fn what_a_terminal_would_act_on_is_escaped() {
    for asked in [
        &["\u{1b}[2J"][..],
        &["winners", "--municipality", "\u{1b}]0;x\u{7}"],
        &["winners", "--\u{202e}x"],
        &["show", "\u{1b}[2J"],
        &["check", "\u{1b}[2J"],
    ] {
        let Seen { screen, status, .. } = Terminal::default().run(On::All, asked);
        assert!(matches!(status, Some(2 | 3)) && screen.starts_with("error: "), "{screen}");
        assert!(!screen.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{screen:?}");
        assert!(screen.contains("\\u{1b}") || screen.contains("\\u{202e}"), "{screen:?}");
    }
}

#[cfg(feature = "sql")]
#[test]
fn no_heading_and_no_cell_reaches_a_terminal_raw() {
    let statement = "SELECT char(27) || '[2J' AS \"a\u{1b}[2J\",\n char(0x202e) || char(7),\n 1 +\t1";
    for columns in [60, 80, 84, 200] {
        let terminal = Terminal { variables: &[("TERM", "dumb")], ..Terminal::of_columns(columns) };
        for format in ["table", "tsv", "csv", "markdown"] {
            let screen = terminal.screen(&["sql", statement, "--format", format]);
            assert!(!screen.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{columns} {format}: {screen:?}");
            assert_eq!(screen.matches("\\u{1b}").count(), 2, "{columns} {format}: {screen}");
            assert!(screen.contains("\\u{202e}\\u{7}"), "{columns} {format}: {screen}");
        }
    }
}

#[test]
fn the_help_is_fitted_to_the_terminal() {
    for columns in [60, 80, 100] {
        let screen = Terminal::of_columns(columns).screen(&[]);
        assert!(screen.lines().all(|line| line.width() <= usize::from(columns)), "{columns}: {screen}");
        let fitted = program().env("COLUMNS", columns.to_string()).output().expect("the program runs");
        assert_eq!(screen.as_bytes(), fitted.stdout, "{columns}");
    }
}

#[cfg(feature = "sql")]
#[test]
fn a_heading_of_several_lines_drops_no_row() {
    // The heading is the expression itself, with its tab and its line end, and wider as it is shown than as it is.
    let statement =
        "SELECT name,\n\t'a long text that takes most of the line' ||\n\t' and a little more'\nFROM jurors LIMIT 2";
    for columns in [40, 60, 80, 82, 84, 86, 90, 120] {
        let screen = Terminal::of_columns(columns).screen(&["sql", statement, "--color", "never"]);
        assert!(screen.contains("Bo Dahlbom") && screen.contains("2 rows"), "{columns}: {screen}");
    }
}

#[test]
fn notes_and_errors_are_wrapped_at_words_on_a_terminal_and_nowhere_else() {
    let terminal = Terminal::of_columns(40);
    for (asked, status) in [(&["nominees", "--year", "1999..2009", "--columns", "year"][..], 0), (&["winers"], 2)] {
        let seen = terminal.run(On::All, asked);
        assert_eq!(seen.status, Some(status));
        let told: Vec<&str> = seen.screen.lines().skip_while(|line| !line.contains(": ")).collect();
        assert!(told.iter().all(|line| line.chars().count() <= 40), "{told:?}");
        assert!(told.len() > 1 && told[1].starts_with("  "), "{told:?}");
        let piped = crate::support::itkommun(asked);
        let piped = String::from_utf8(piped.stderr).expect("UTF-8");
        assert!(piped.is_empty() || piped.lines().count() < told.len(), "{piped}");
    }
}

#[test]
fn every_line_of_an_error_has_its_place_on_the_terminal() {
    // The second line of it is indented, and ends at each of these widths with another word.
    for columns in 60..70 {
        let screen = Terminal::of_columns(columns).run(On::All, &["winners", "--saknas", "x"]).screen;
        assert!(screen.lines().count() > 3, "{screen}");
        assert!(screen.lines().all(|line| line.chars().count() <= usize::from(columns)), "{columns}: {screen}");
    }
}
