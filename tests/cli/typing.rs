//! What is typed for the values of filters: what runs, and what is refused with what was meant.

use std::collections::BTreeSet;

use crate::support::{empty, firsts, json, lines, refusal, stdout};

/// The years of an answer.
fn years(arguments: &[&str]) -> String {
    lines(&[arguments, &["--columns", "year"]].concat()).join(" ")
}

#[test]
fn years_are_compared_and_lie_in_ranges() {
    for (typed, taken) in [
        ("2009-2013", "2009 2011 2013"),
        ("2009–2013", "2009 2011 2013"),
        ("2001-2003,2023", "2001 2003 2023"),
        (">=2021", "2021 2023"),
        (">2021", "2023"),
        ("<2005", "2001 2003"),
        ("<=2005", "2001 2003 2005"),
        ("> 2021", "2023"),
        ("<2003,>2021", "2001 2023"),
        ("2005,>=2023", "2005 2023"),
        ("latest", "2023"),
        ("Latest, 2001", "2001 2023"),
    ] {
        assert_eq!(years(&["winners", "--year", typed]), taken, "{typed}");
        assert_eq!(years(&["winners", &format!("--year={typed}")]), taken, "{typed}");
    }
    assert_eq!(years(&["winners", "--year", "<2003", "--year", ">2021"]), "2001 2023");
}

#[test]
fn dates_are_compared_by_the_days_of_a_month_and_a_year() {
    for (typed, taken) in [
        (">=2022", "2021 2023"),
        (">2022", "2023"),
        (">=2022-05-02", "2021 2023"),
        (">2022-05-02", "2023"),
        ("<2011-11-15", "2009"),
        ("<=2011-11-15", "2009 2011"),
        ("<2011-11", "2009"),
        ("<=2011-11", "2009 2011"),
        ("2009-11", "2009"),
        ("2009-11,>2022-12", "2009 2023"),
        ("latest", "2023"),
        ("latest,2009", "2009 2023"),
    ] {
        assert_eq!(years(&["editions", "--ceremony-date", typed]), taken, "{typed}");
    }
    assert!(refusal(&["editions", "--ceremony-date", "2009-2013"]).1.contains("`2009-2013` is not a date"));
}

#[test]
fn figures_are_compared_by_all_the_values_that_they_may_have() {
    // Of the scores, 3.9 is exact, and what is just over 3.0 is more than 3 for sure.
    let scores = ["metrics", "--municipality", "järfälla", "--indicator", "e_government_score", "--year", "2009"];
    let found = |typed: &str| lines(&[&scores[..], &["--value", typed, "--columns", "qualifier,value"]].concat());
    assert!(found(">3").contains(&"just_over\t3.0".to_owned()));
    assert!(!found(">3").contains(&"range\t3".to_owned()) && found(">=3").contains(&"range\t3".to_owned()));
    assert!(found("<=3.5").contains(&"exact\t3.5".to_owned()) && !found("<3.5").contains(&"exact\t3.5".to_owned()));
    assert_eq!(stdout(&["metrics", "--value", "-1..3", "--count"]), stdout(&["metrics", "--value=-1..3", "--count"]));
    assert_eq!(stdout(&["metrics", "--value", "-1..3", "--count"]), stdout(&["metrics", "--value", "0..3", "--count"]));
    // To the last digit, where a figure is exact.
    assert_eq!(empty(&["metrics", "--value", "70.0000000000000000001", "--count"]).0, "0\n");
    for negative in ["-5..-1", "-.5", "-1 000", "-5"] {
        assert_eq!(empty(&["metrics", "--value", negative, "--count"]).0, "0\n", "{negative}");
    }
}

#[test]
fn the_latest_is_a_fact_among_the_rows_that_the_others_take() {
    let years_of = |flags: &[&str]| -> BTreeSet<String> {
        firsts(&[&["metrics", "--columns", "year"], flags].concat()).into_iter().collect()
    };
    for besides in [&[][..], &["--municipality", "järfälla"], &["--county", "skåne", "--not-indicator", "count"]] {
        let facts = years_of(&[&["--status", "reported,estimate"], besides].concat());
        let latest = years_of(&[&["--year", "latest"], besides].concat());
        assert_eq!(latest.first(), facts.last(), "{besides:?}");
        assert_eq!(latest.len(), 1, "{besides:?}");
    }
    // What is said of years to come is later, and no fact.
    assert!(years_of(&["--status", "target,forecast"]).last() > years_of(&["--year", "latest"]).last());
    let (answer, notes) = empty(&["metrics", "--status", "target", "--year", "latest"]);
    assert_eq!(answer.lines().count(), 1);
    assert!(
        notes.contains("--year latest: none of the rows that are left has the status reported or estimate"),
        "{notes}"
    );
    assert_eq!(empty(&["winners", "--municipality", "lund", "--year", "latest", "--count"]).0, "0\n");
    // What is left out is left out before, too.
    assert_eq!(years(&["winners", "--not-year", "2023", "--year", "latest"]), "2021");
    let compared = json(&["compare", "järfälla", "täby", "--year", "latest"]);
    let compared = compared.as_array().expect("rows");
    assert!(!compared.is_empty() && compared.iter().all(|row| row["year"] == compared[0]["year"]), "{compared:?}");
    assert_eq!(stdout(&["profile", "järfälla", "--year", "latest"]), stdout(&["profile", "järfälla"]));
}

#[test]
fn thousands_are_parted_by_spaces_in_numbers_and_nowhere_else() {
    let count = |typed: &str| stdout(&["metrics", "--value", typed, "--count"]);
    assert_eq!(count("1 000.."), count("1000.."));
    assert_eq!(count("1\u{a0}000\u{a0}000.."), count("1000000.."));
    for (arguments, said) in [
        (["winners", "--year", "2009 2013"], "`2009 2013` is not a year of four digits"),
        (["winners", "--year", "20092013"], "`20092013` is not a year of four digits"),
        (["winners", "--year", "2 009"], "`2 009` is not a year of four digits"),
        (["metrics", "--value", "30 00"], "`30 00` is not a number"),
        (["editions", "--number", "1 2"], "`1 2` is not a whole number"),
    ] {
        let (status, message) = refusal(&arguments);
        assert!(status == Some(2) && message.contains(said), "{message}");
    }
}

#[test]
fn a_decimal_comma_is_never_two_numbers_in_silence() {
    for (typed, meant) in [
        ("3,5", "--value: `3,5` has a comma; did you mean 3.5 or --value 3 --value 5?"),
        ("3,5..4", "--value: `3,5..4` has a comma; did you mean 3.5..4?"),
        ("3,9,4", "--value: `3,9,4` has a comma; did you mean --value 3 --value 9 --value 4?"),
    ] {
        let (status, message) = refusal(&["metrics", "--value", typed]);
        assert_eq!(status, Some(2));
        assert!(message.contains(meant) && message.contains("each of several numbers its own --value"), "{message}");
    }
    assert!(refusal(&["metrics", "--not-value", "3,5"]).1.contains("--not-value 3 --not-value 5"));
    let both = stdout(&["metrics", "--value", "3", "--value", "5", "--count"]);
    assert_ne!(both, stdout(&["metrics", "--value", "3", "--count"]));
    assert_eq!(lines(&["editions", "--number", "1,2", "--columns", "number"]), ["1", "2"]);
}

#[test]
fn what_was_meant_is_told_as_it_is_to_be_typed() {
    for (asked, meant) in [
        (&["metrics", "--municipality", "Värmland"][..], "did you mean --body Värmland or --county Värmland?"),
        (&["metrics", "--not-municipality", "Värmland"], "did you mean --not-body Värmland or --not-county Värmland?"),
        (&["winners", "--municipality", "Västra Götaland"], "did you mean --county \"Västra Götaland\"?"),
        (&["nominees", "--municipality", "180"], "nothing in municipalities is called `180`; did you mean 0180?"),
        (&["winners", "--county", "12"], "--county: `12` is a county_code; did you mean --county \"Skåne län\"?"),
        (&["municipalities", "--county", "25"], "did you mean --county \"Norrbottens län\"?"),
        (&["järfälla"], "did you mean itkommun show Järfälla?"),
        (&["järfälla", "2009"], "did you mean itkommun show Järfälla?"),
        (&["bo", "dahlbom", "--format", "csv"], "did you mean itkommun show Bo Dahlbom?"),
        (&["winer"], "did you mean winners?"),
        (&["winners", "2009"], "did you mean --year 2009?"),
        (&["winners", "malmö"], "did you mean --municipality malmö?"),
        (&["winners", "skåne"], "did you mean --county skåne?"),
        (&["nominees", "finalist"], "did you mean --outcome finalist?"),
        (&["chart", "winners", "2009", "--x", "county"], "did you mean --year 2009?"),
        (&["chart", "timeline", "--output", "json"], "did you mean --format json?"),
        (&["winners", "--where", "year=2009"], "did you mean --<COLUMN> VALUE, a flag for each column?"),
        (&["winners", "--filter", "year=2009"], "did you mean --<COLUMN> VALUE"),
        (&["winners", "--head", "5"], "did you mean --limit 5?"),
        (&["winners", "--n=5"], "did you mean --limit 5?"),
        (&["winners", "--tail", "5"], "did you mean --sort -<COLUMN> --limit N?"),
        (&["winners", "--delimiter", ","], "did you mean --format csv or --format tsv?"),
        (&["winners", "--fields", "year,county"], "did you mean --columns year,county?"),
        (&["winners", "--select", "year"], "did you mean --columns year?"),
        (&["winners", "--group-by", "county"], "did you mean --count-by county?"),
        (&["winners", "--order-by", "--count"], "did you mean --sort?"),
        (&["winners", "--not-contty", "x"], "--not-contty: winners has no column `contty`; did you mean county?"),
        (&["winners", "--not-county"], "--not-county: a value is required, VALUE"),
        (&["winners", "--missing", "nmae"], "--missing: winners has no column `nmae`"),
    ] {
        let (status, message) = refusal(asked);
        assert_eq!(status, Some(2), "{asked:?}: {message}");
        assert!(message.contains(meant), "{asked:?}: {message}");
    }
    // Of a fixed set, what is no member is refused, and a part of one, too: Gotland is no part of Östergötland.
    assert!(
        refusal(&["winners", "--county", "99"]).1.contains("`99` is none of its 21 values\nthey are Stockholms län,")
    );
    assert!(refusal(&["winners", "--county", "land"]).1.contains("`land` is none of its 21 values"));
    assert_eq!(lines(&["municipalities", "--county", "gotland", "--columns", "name"]), ["Gotland"]);
}

#[test]
fn help_is_asked_for_by_a_word_too() {
    assert_eq!(stdout(&["help"]), stdout(&["--help"]));
    assert_eq!(stdout(&["help", "winners"]), stdout(&["winners", "--help"]));
    assert_eq!(stdout(&["help", "chart", "winners"]), stdout(&["chart", "winners", "--help"]));
    assert!(refusal(&["help", "winer"]).1.contains("did you mean winners?"));
}

#[test]
fn each_help_has_a_line_for_what_is_left_out() {
    for asked in [&["metrics", "--help"][..], &["chart", "metrics", "--help"]] {
        let help = stdout(asked);
        assert_eq!(help.matches("--not-").count(), 1, "{help}");
        assert!(help.contains("--missing <NAMES>") && help.contains("--present <NAMES>"), "{help}");
    }
}

#[test]
fn swedish_names_of_tables_columns_and_members_are_understood() {
    for (swedish, english) in [
        (&["vinnare", "--län", "skåne"][..], &["winners", "--county", "skåne"][..]),
        (&["VINNARE", "--ar=2009"], &["winners", "--year=2009"]),
        (&["nominerade", "--år", "2009", "--inte-år", "2009"], &[]),
        (&["nominees", "--kommun", "täby"], &["nominees", "--municipality", "täby"]),
        (&["nominees", "--not-kommun", "täby"], &["nominees", "--not-municipality", "täby"]),
        (&["nominees", "--utfall", "Vinnare,slutnominerad"], &["nominees", "--outcome", "winner,finalist"]),
        (&["jurors", "--role", "ordförande"], &["jurors", "--role", "chair"]),
        (&["metrics", "--area", "Styrning och ledning"], &["metrics", "--area", "leadership_and_governance"]),
        (&["winners", "--columns", "år,kommun,län"], &["winners", "--columns", "year,municipality,county"]),
        (&["winners", "--sort", "-län,år"], &["winners", "--sort", "-county,year"]),
        (&["winners", "--count-by", "län"], &["winners", "--count-by", "county"]),
        (&["winners", "--missing", "motivering"], &["winners", "--missing", "grounds"]),
        (&["winners", "--present", "Motivering"], &["winners", "--present", "grounds"]),
        (&["chart", "nominerade", "--x", "län"], &["chart", "nominees", "--x", "county"]),
        (
            &["chart", "nominerade", "--kommun", "täby", "--outcome", "vinnare", "--x", "år"],
            &["chart", "nominees", "--municipality", "täby", "--outcome", "winner", "--x", "year"],
        ),
        (&["metrics", "--unit", "kronor"], &["metrics", "--unit", "SEK"]),
        (&["metrics", "--enhet", "procent"], &["metrics", "--unit", "percent"]),
        (&["metrics", "--qualifier", "cirka,nästan"], &["metrics", "--qualifier", "about,just_under"]),
        (&["metrics", "--omtvistat", "värde", "--count"], &["metrics", "--disputed", "value", "--count"]),
        (&["metrics", "--indicator", "kostnad"], &["metrics", "--indicator", "cost"]),
        (&["schema", "vinnare"], &["schema", "winners"]),
        (&["help", "vinnare"], &["help", "winners"]),
    ] {
        if english.is_empty() {
            assert!(refusal(swedish).1.contains("has no flag `--inte-år`"));
            continue;
        }
        let [swedish, english] = [swedish, english].map(|arguments| {
            let output = crate::support::itkommun(arguments);
            assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
            output.stdout
        });
        assert_eq!(String::from_utf8_lossy(&swedish), String::from_utf8_lossy(&english));
    }
    assert_eq!(
        crate::support::lines(&["metrics", "--omtvistat", "värde"]).len(),
        4,
        "the disputed figures of the data"
    );
    assert!(refusal(&["nominees", "--utfall", "vinare"]).1.contains("did you mean vinnare?"));
    // What was wrong is told by the documented names.
    assert!(refusal(&["vinnare", "--kommun", "tabi"]).1.contains("--municipality: nothing in municipalities"));
}
