//! Tables as commands: which rows, which columns, in which order.

use crate::support::{empty, itkommun, lines, stdout};

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
            "2008\tall_areas\tat_least\t2\t",
            "2009\tall_areas\trange\t3\t3.8",
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
        lines(&["winners", "--year", "..2023", "--county", "Skåne", "--columns", "municipality,code"]),
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
        [("Västerås", "1980"), ("vasteras stad", "1980"), ("upplands bro", "0139"), ("Upplands-Bro", "0139")]
    {
        let mut found = lines(&["nominees", "--municipality", called, "--columns", "code"]);
        found.dedup();
        assert_eq!(found, [code], "{called}");
    }
}

#[test]
fn every_municipality_is_found_by_each_of_its_forms() {
    let names = lines(&["municipalities", "--columns", "name"]);
    assert_eq!(names.len(), 290);
    let genitive = |name: &str| if name.ends_with('s') { name.to_owned() } else { format!("{name}s") };
    let forms: [&dyn Fn(&str) -> String; 5] = [
        &|name| name.to_uppercase(),
        &|name| name.replace('-', " "),
        &|name| format!("{name} stad"),
        &|name| format!("{} kommun", genitive(name)),
        &|name| genitive(&name.to_lowercase()),
    ];
    for form in forms {
        let called: Vec<String> = names.iter().map(|name| form(name)).collect();
        // The headings of a comparison say whom each was taken for.
        let asked = ["compare", "--format", "markdown"].into_iter().chain(called.iter().map(String::as_str));
        let header = stdout(&asked.collect::<Vec<_>>()).lines().next().expect("a header").to_owned();
        let found: Vec<&str> = header.trim_matches(['|', ' ']).split(" | ").skip(3).collect();
        assert_eq!(found, names, "{}", called[0]);
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
        "norrbotten",
        "--county",
        "västerbotten",
        "--sort",
        "name",
        "--columns",
        "name",
    ]);
    assert_eq!(names[names.len() - 3..], ["Älvsbyn", "Överkalix", "Övertorneå"]);
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
    assert_eq!(empty(&["winners", "--municipality", "lund", "--year", "2009", "--format", "json"]).0, "[]\n");
    assert_eq!(empty(&["winners", "--municipality", "lund", "--year", "2009", "--columns", "year"]).0, "year\n");
    assert_eq!(itkommun(&["winners", "--municipality", "lund", "--year", "2009", "-e"]).status.code(), Some(1));
    assert_eq!(itkommun(&["winners", "--municipality", "kalix", "-e"]).status.code(), Some(0));
}

#[test]
fn json_is_typed() {
    let rows = stdout(&["municipalities", "--name", "Upplands Väsby", "--format", "jsonl"]);
    assert_eq!(
        rows,
        "{\"code\":\"0114\",\"name\":\"Upplands Väsby\",\"county\":\"Stockholms län\",\"county_code\":\"01\",\"group\":\"A2\",\
         \"group_2017\":\"A2\",\"organisation_number\":\"212000-0019\",\"wikidata\":\"Q499425\",\"source\":[\"scb-codes\",\
         \"skr-groups-2023\",\"skl-groups-2017\",\"skolverket-2025\",\"wikidata\"],\"locator\":[\"0114\",\"Bilaga1: 0114\",\"0114\",\
         \"Kommun-kod 0114\",\"Q499425\"]}\n"
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
fn an_empty_answer_tells_why_also_in_a_pipe() {
    for (asked, told) in [
        (&["winners", "--year", "2010"][..], "note: --year 2010: no row of editions; there are 2001, 2003, 2005,"),
        (
            &["nominees", "--municipality", "lund"],
            "note: --municipality lund: no row of nominees, as far as the sources tell",
        ),
        (&["nominees", "--year", "2025"], "note: 2025: the sources name neither nominees nor a winner"),
        (&["winners", "--year", "2025"], "note: 2025: the edition was announced, and the sources name no winner"),
        (&["editions", "--year", "2010"], "note: --year 2010: no row of editions; there are 2001, 2003, 2005"),
        (&["people", "--year", "2030"], "note: --year 2030: no row of people; there are 2009, 2011"),
        (&["metrics", "--year", "2005"], "2025, 2030"),
        (&["compare", "lund", "järfälla", "--year", "2030"], "note: Lund: no figures to compare"),
    ] {
        let (answer, notes) = empty(asked);
        assert_eq!(answer.lines().count(), 1, "{asked:?}: the headings alone: {answer}");
        assert!(notes.contains(told), "{asked:?}: {notes}");
    }
}

#[test]
fn an_organisation_is_found_under_each_of_its_names_and_by_a_part() {
    let chairs = |called: &str| lines(&["jurors", "--organisation", called, "--columns", "year"]);
    let skl = ["2009", "2011", "2013", "2015", "2017"];
    for called in ["Sveriges Kommuner och Landsting", "skl", "SKR", "kommuner och landsting"] {
        assert_eq!(chairs(called), skl, "{called}");
    }
    assert!(!chairs("göteborg").is_empty());
}

#[test]
fn a_column_that_is_no_key_answers_to_other_names_of_what_it_names() {
    // Whom a figure is about may be an organisation with a row, or a region without one.
    let bodies = |called: &str| {
        let mut bodies = lines(&["metrics", "--body", called, "--columns", "body"]);
        bodies.sort_unstable();
        bodies.dedup();
        bodies
    };
    assert_eq!(bodies("skr"), ["Sveriges Kommuner och Landsting"]);
    assert_eq!(bodies("Kommunal IT-samverkan"), ["KommITS"]);
    assert_eq!(bodies("värm"), ["Värmland"], "a part of the text is still enough");
    let counted = |flag: &str| stdout(&["metrics", flag, "skr", "--count"]).trim().parse::<usize>().expect("a number");
    let all: usize = stdout(&["metrics", "--count"]).trim().parse().expect("a number");
    assert_eq!(counted("--body") + counted("--not-body"), all);
}

#[test]
fn every_source_finds_its_rows() {
    let tables = crate::support::tables();
    // One is the source of columns, and one of a file that is no table.
    let of_no_row = ["scb-codes", "scb-boundaries"];
    for source in lines(&["sources", "--columns", "id"]).iter().filter(|source| !of_no_row.contains(&source.as_str())) {
        let has_rows = |table: &String| {
            let has_source = crate::support::firsts(&["schema", table]).contains(&"source".to_owned());
            has_source && itkommun(&[table, "--source", source, "-e"]).status.code() == Some(0)
        };
        assert!(tables.iter().any(has_rows), "{source}");
    }
}
