//! What the program promises to those who run it: answers, exit statuses, errors.

use std::process::{Command, Stdio};

use crate::support::{itkommun, lines, refusal, stdout};

#[test]
fn the_nominees_of_2009_as_the_booklet_names_them() {
    let json = stdout(&["nominees", "--year", "2009", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("an array");
    let mut named: Vec<_> = rows.iter().map(|row| (row["municipality"].as_str(), row["outcome"].as_str())).collect();
    named.sort_unstable();
    assert_eq!(
        named,
        [
            (Some("Falkenberg"), Some("winner")),
            (Some("Järfälla"), Some("finalist")),
            (Some("Stockholm"), Some("finalist")),
            (Some("Täby"), Some("finalist")),
        ]
    );
    assert!(rows.iter().all(|row| row["year"] == 2009), "a year is a number");
}

#[test]
fn bo_dahlbom_sat_on_these_juries() {
    let csv = stdout(&["jurors", "--name", "dahlbom", "--columns", "year", "--year", "..2015", "--format", "csv"]);
    assert_eq!(csv, "year\n2009\n2011\n2013\n2015\n");
}

#[test]
fn the_scores_that_the_booklet_of_2009_states_of_jarfalla() {
    let asked = ["metrics", "--municipality", "jarfalla", "--indicator", "e_government_score"];
    let mut rows = lines(&[&asked[..], &["--columns", "year,area,qualifier,value,upper"]].concat());
    rows.sort_unstable();
    assert_eq!(
        rows,
        [
            "2008\tall_areas\tat_least\t2.0\t",
            "2009\tall_areas\trange\t3.0\t3.8",
            "2009\tchange_management_and_communication\tjust_over\t3.0\t",
            "2009\tcooperation_and_it_economy\tabout\t3.2\t",
            "2009\te_government_total\texact\t3.5\t",
            "2009\tit_platform\tabout\t3.8\t",
            "2009\tleadership_and_governance\texact\t3.5\t",
        ]
    );
}

#[test]
fn a_key_opens_columns_of_the_table_it_points_to() {
    assert_eq!(
        lines(&["winners", "--county", "Skåne", "--columns", "municipality,code"]),
        ["Malmö\t1280", "Helsingborg\t1283"]
    );
    assert_eq!(lines(&["winners", "--code", "2514", "--columns", "county,municipality"]), ["Norrbottens län\tKalix"]);
}

#[test]
fn a_municipality_is_found_however_it_is_called() {
    for called in [
        "Falkenberg",
        "FALKENBERG",
        "Falkenbergs",
        "Falkenbergs kommun",
        "falkenberg kommun",
        "Falkenbergs stad",
        "Falkenbergs kommuns",
        "1382",
    ] {
        assert_eq!(lines(&["winners", "--municipality", called, "--columns", "year"]), ["2009"], "{called}");
    }
    for called in ["Järfälla", "jarfalla", "Ja\u{308}rfa\u{308}lla", "JÄRFÄLLA"] {
        assert_eq!(lines(&["municipalities", "--name", called, "--columns", "code"]), ["0123"], "{called}");
        assert!(!lines(&["nominees", "--municipality", called]).is_empty(), "{called}");
    }
    // These end in s or are two words, and are not to be taken apart.
    for (called, code) in
        [("Borås", "1490"), ("upplands bro", "0139"), ("Upplands-Bro", "0139"), ("Borås stad", "1490")]
    {
        let found = stdout(&["nominees", "--municipality", called, "--count"]);
        assert!(found.trim().parse::<usize>().is_ok(), "{called} {code}");
    }
}

#[test]
fn several_values_are_or_and_several_flags_are_and() {
    let years = |arguments: &[&str]| lines(&[arguments, &["--columns", "year"]].concat());
    assert_eq!(years(&["winners", "--year", "2001,2005"]), ["2001", "2005"]);
    assert_eq!(years(&["winners", "--year", "2001", "--year", "2005"]), ["2001", "2005"]);
    assert_eq!(years(&["winners", "--year", "..2005", "--municipality", "malmö"]), ["2005"]);
    assert_eq!(years(&["winners", "--municipality", "malmö,nacka"]), ["2003", "2005"]);
    assert_eq!(years(&["editions", "--ceremony-date", "2011-11..2012"]), ["2011"]);
    assert_eq!(years(&["editions", "--ceremony_date", "2011-11-15"]), ["2011"]);
}

#[test]
fn swedish_order_and_missing_values_last() {
    let names = lines(&[
        "municipalities",
        "--county",
        "Norrbotten,",
        "--county",
        "västerbotten",
        "--sort",
        "name",
        "--columns",
        "name",
    ]);
    assert_eq!(names[names.len() - 3..], ["Vindeln", "Vännäs", "Åsele"]);
    let descending = lines(&["municipalities", "--sort", "-name", "--limit", "3", "--columns", "name"]);
    assert_eq!(descending, ["Övertorneå", "Överkalix", "Östra Göinge"]);
    for sort in ["ceremony_date", "-ceremony_date"] {
        let dates = lines(&["editions", "--sort", sort, "--columns", "ceremony_date"]);
        assert_eq!(dates.last().map(String::as_str), Some(""), "{sort}");
    }
}

#[test]
fn counting_limiting_and_the_empty_answer() {
    assert_eq!(stdout(&["municipalities", "--count"]), "290\n");
    assert_eq!(lines(&["municipalities", "--limit", "2", "--columns", "code"]), ["0114", "0115"]);
    assert_eq!(stdout(&["winners", "--municipality", "lund", "--format", "json"]), "[]\n");
    assert_eq!(stdout(&["winners", "--municipality", "lund", "--columns", "year"]), "year\n");
    assert_eq!(itkommun(&["winners", "--municipality", "lund", "-e"]).status.code(), Some(1));
    assert_eq!(itkommun(&["winners", "--municipality", "kalix", "-e"]).status.code(), Some(0));
}

#[test]
fn json_is_typed() {
    let rows = stdout(&["municipalities", "--name", "Upplands Väsby", "--format", "jsonl"]);
    assert_eq!(
        rows,
        "{\"code\":\"0114\",\"name\":\"Upplands Väsby\",\"county\":\"Stockholms län\",\"county_code\":\"01\"}\n"
    );
    let nominee = stdout(&[
        "nominees",
        "--year",
        "2023",
        "--municipality",
        "mora",
        "--columns",
        "joint_with,theme",
        "--format",
        "jsonl",
    ]);
    assert_eq!(nominee, "{\"joint_with\":[\"Orsa\",\"Älvdalen\"],\"theme\":null}\n");
}

#[test]
fn wrong_usage_is_refused_and_says_what_was_meant() {
    for (arguments, said) in [
        (&["winer"][..], "did you mean winners?"),
        (&["winners", "--contty", "x"], "'--county'"),
        (&["nominees", "--municipality", "Jarfala"], "did you mean Järfälla?"),
        (&["nominees", "--outcome", "finallist"], "winner, finalist, nominated; did you mean finalist?"),
        (&["winners", "--year", "2013..2009"], "did you mean 2009..2013?"),
        (&["winners", "--year", "x"], "`x` is not a year"),
        (&["winners", "--year", ""], "an empty value is not a year"),
        (&["winners", "--year", ".."], "has no end"),
        (&["winners", "--limit", "-1"], "`-1` is not a whole number"),
        (&["winners", "--limit", "1.5"], "`1.5` is not a whole number"),
        (&["winners", "--columns", "year,yeer"], "did you mean year?"),
        (&["winners", "--columns", "year,year"], "named twice"),
        (&["winners", "--columns", ""], "has no column an empty value"),
        (&["winners", "--sort", "-nme"], "has no column `nme`"),
        (&["winners", "--format", "jsn"], "did you mean json"),
        (&["winners", "--municipality", ""], "an empty value"),
        (&["municipalities", "--name", " "], "an empty value"),
        (&["editions", "--ceremony-date", "2009-13"], "is not a date"),
        (&["schema", "winnerz"], "did you mean winners?"),
        (&["jurors", "--name"], "a value is required"),
    ] {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {message}");
        assert!(message.starts_with("error: ") && message.contains(said), "{arguments:?}: {message}");
    }
}

#[test]
fn everything_about_a_municipality_a_person_an_organisation_or_a_year() {
    let show = |name: &str| -> serde_json::Value {
        serde_json::from_str(&stdout(&["show", name, "--format", "json"])).expect("an object")
    };
    let falkenberg = show("falkenbergs kommun");
    assert_eq!(falkenberg["winners"][0]["year"], 2009);
    assert_eq!(falkenberg["municipalities"][0]["code"], "1382");
    assert!(falkenberg["nominees"].as_array().is_some_and(|rows| rows.len() == 2), "2009 and 2017");
    assert_eq!(falkenberg["jurors"], serde_json::json!([]), "every table is a key");
    let dahlbom = show("bo dahlbom");
    assert_eq!(dahlbom["jurors"].as_array().map(Vec::len), Some(5));
    assert_eq!(dahlbom["winners"], serde_json::json!([]));
    // The source's spelling finds the person, too.
    assert_eq!(show("Crister Molander"), show("Christer Molander"));
    assert!(show("Intel")["jurors"][0]["name"] == "Carl-Daniel Norenberg");
    let year = show("2011");
    assert_eq!(year["editions"][0]["number"], 6);
    assert_eq!(year["nominees"].as_array().map(Vec::len), Some(3));
    // Two words need no quotes.
    assert_eq!(stdout(&["show", "upplands", "väsby"]), stdout(&["show", "Upplands Väsby"]));
}

#[test]
fn a_name_that_is_nothings_is_refused_with_the_nearest() {
    for (name, nearest) in [("Jarfala", "Järfälla"), ("Bo Dalbom", "Bo Dahlbom"), ("Mikrosoft", "Microsoft")] {
        let (status, message) = refusal(&["show", name]);
        assert_eq!(status, Some(2));
        assert!(message.contains(&format!("did you mean {nearest}")), "{message}");
    }
    assert_eq!(refusal(&["show", " "]).0, Some(2));
}

#[test]
fn rows_are_found_that_contain_all_words() {
    let found: serde_json::Value =
        serde_json::from_str(&stdout(&["search", "GOTEBORGS", "dahlbom", "2009", "--format", "json"])).expect("JSON");
    assert_eq!(found["jurors"].as_array().map(Vec::len), Some(1));
    assert_eq!(found["winners"], serde_json::json!([]));
    let lines = stdout(&["search", "dahlbom", "--format", "jsonl"]);
    assert_eq!(lines.lines().filter(|line| line.starts_with("{\"table\":\"jurors\"")).count(), 5);
    assert_eq!(stdout(&["search", "no such word"]), "table\trow\tcolumn\tvalue\n");
    assert_eq!(itkommun(&["search", "no such word", "-e"]).status.code(), Some(1));
    assert_eq!(refusal(&["search", ""]).0, Some(2));
    let marked = stdout(&["search", "kalix", "--format", "table", "--color", "always"]);
    assert!(marked.contains("\u{1b}[1;33mKalix\u{1b}[0m"));
}

#[test]
fn sources_are_numbered_as_they_come_and_listed() {
    let answer: serde_json::Value =
        serde_json::from_str(&stdout(&["winners", "--year", "2009..2013", "--cite", "--format", "json"]))
            .expect("JSON");
    let numbers: Vec<_> = answer["rows"].as_array().expect("rows").iter().map(|row| &row["citation"]).collect();
    assert_eq!(numbers, [1, 2, 3]);
    let ids: Vec<_> = answer["citations"].as_array().expect("citations").iter().map(|cited| &cited["id"]).collect();
    assert_eq!(ids, ["skl-2009", "skl-2011", "skl-2013"]);
    assert_eq!(answer["citations"][1]["isbn"], "978-91-7164-739-9");
    assert_eq!(answer["citations"][0]["locators"], serde_json::json!(["Preface; also kvalitetsmassan-winners"]));
    let markdown = stdout(&["winners", "--year", "2011", "--cite", "--format", "markdown"]);
    assert!(
        markdown
            .contains("\n1. Sveriges Kommuner och Landsting: Sveriges IT-kommun 2011. 2011. ISBN 978-91-7164-739-9")
    );
    for arguments in [&["show", "kalix"][..], &["search", "kalix"], &["municipalities"], &["sources"], &["indicators"]]
    {
        let answer = stdout(&[arguments, &["--cite", "--format", "json"]].concat());
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        assert!(answer["citations"].is_array(), "{arguments:?}");
    }
    let (status, message) = refusal(&["winners", "--cite"]);
    assert_eq!(status, Some(2));
    assert!(message.contains("tsv has no place for a list of sources"), "{message}");
}

#[test]
fn the_sources_go_to_reference_managers() {
    let bibtex = stdout(&["sources", "--format", "bibtex"]);
    let entries = bibtex.lines().filter(|line| line.starts_with('@')).count();
    assert_eq!(format!("{entries}\n"), stdout(&["sources", "--count"]));
    let csl: Vec<serde_json::Value> =
        serde_json::from_str(&stdout(&["sources", "--format", "csl-json"])).expect("JSON");
    assert_eq!(csl.len(), entries);
    assert!(csl.iter().all(|entry| entry["title"].is_string() && entry["type"].is_string()));
    for (arguments, said) in [
        (&["winners", "--format", "bibtex"][..], "it is for the table sources"),
        (&["sources", "--format", "bibtex", "--columns", "id"], "fields of its own"),
        (&["show", "kalix", "--format", "csl-json"], "holds sources and nothing else"),
    ] {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2));
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn the_description_is_typed_too() {
    let columns: serde_json::Value =
        serde_json::from_str(&stdout(&["schema", "nominees", "--format", "json"])).expect("JSON");
    assert_eq!(columns[2]["values"], serde_json::json!(["winner", "finalist", "nominated"]));
    assert_eq!(columns[0]["required"], true);
    let tables: serde_json::Value = serde_json::from_str(&stdout(&["schema", "--format", "json"])).expect("JSON");
    assert_eq!(tables[0]["columns"], 6);
}

#[test]
fn control_characters_that_were_typed_are_shown_not_acted_on() {
    for arguments in [
        &["\u{1b}[2J"][..],
        &["winners", "--municipality", "\u{1b}]0;x\u{7}"],
        &["winners", "--\u{202e}x"],
        &["export", "--to", "\u{1b}[2J/x"],
        &["export", "--to", "x.\u{1b}[2J"],
        &["chart", "timeline", "-o", "\u{1b}[2J/x.svg"],
        &["check", "\u{1b}[2J"],
    ] {
        let (_, message) = refusal(arguments);
        assert!(!message.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{message:?}");
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf_8_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    for arguments in [&[&b"\xff"[..]][..], &[b"winners", b"--municipality", b"\xff"], &[b"winners", b"--\xff"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
        let output = command.args(arguments.iter().map(|bytes| OsStr::from_bytes(bytes))).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    for arguments in [&["municipalities"][..], &["winners"], &["--help"], &["municipalities", "--format", "csv"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
        let output = command.args(arguments).stdout(full).stderr(Stdio::piped()).output().expect("it runs");
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("No space left"), "{arguments:?}");
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    for format in ["tsv", "csv", "json", "jsonl", "markdown", "table"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
        command.args(["municipalities", "--format", format]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert!(output.stderr.is_empty(), "{format}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn alone_it_shows_one_screen() {
    let screen = stdout(&[]);
    assert_eq!(screen, stdout(&["-h"]));
    assert!(screen.lines().count() <= 24, "{}", screen.lines().count());
    for table in ["winners", "nominees", "jurors", "metrics"] {
        assert!(screen.lines().any(|line| line.trim_start().starts_with(table)), "{table}");
    }
    assert_eq!(screen.lines().filter(|line| line.starts_with("  itkommun ")).count(), 3, "three examples");
}

#[test]
fn the_help_of_a_table_lists_every_column_of_its_schema() {
    for table in lines(&["schema"]) {
        let table = table.split('\t').next().expect("a name").to_owned();
        let help = stdout(&[&table, "--help"]);
        for column in lines(&["schema", &table]) {
            let column = column.split('\t').next().expect("a name");
            assert!(help.contains(&format!("--{column} <")), "{table}: {column}");
        }
    }
}

#[test]
fn the_man_page_and_the_completions_know_every_table() {
    let texts = [
        stdout(&["man"]),
        stdout(&["completions", "bash"]),
        stdout(&["completions", "fish"]),
        stdout(&["completions", "zsh"]),
    ];
    for text in texts {
        assert!(text.contains("nominees") && text.contains("municipalities"));
    }
}
