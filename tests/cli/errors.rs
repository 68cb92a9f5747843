//! What is wrong with a command line, and what was meant.

use crate::support::{program, refusal};

#[test]
fn wrong_usage_is_refused_and_says_what_was_meant() {
    for (arguments, said) in [
        (&["winer"][..], "did you mean winners?"),
        (&["winners", "--contty", "x"], "did you mean --county"),
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

#[test]
fn in_swedish_the_same_is_wrong_and_only_the_words_are_others() {
    for (arguments, said) in [
        (&["winer"][..], "ingen tabell och inget kommando heter `winer`; menade du winners?"),
        (&["winners", "--contty", "x"], "winners har ingen flagga `--contty`; menade du --county"),
        (&["nominees", "--municipality", "Jarfala"], "inget i municipalities heter `Jarfala`; menade du Järfälla?"),
        (&["nominees", "--outcome", "finallist"], "`finallist` är inget av winner, finalist, nominated; menade du"),
        (&["winners", "--year", "2013..2009"], "intervallet `2013..2009` går baklänges; menade du 2009..2013?"),
        (&["winners", "--year", ""], "--year: ett tomt värde är varken ett årtal"),
        (&["metrics", "--value", "3,5"], "`3,5` har ett kommatecken; menade du 3.5 eller --value 3 --value 5?"),
        (&["winners", "--where", "x"], "menade du --<KOLUMN> VÄRDE, en flagga för varje kolumn?"),
        (&["winners", "--count", "--sort", "year"], "--count: kan inte användas tillsammans med --sort"),
        (&["jurors", "--name"], "--name: ett värde krävs"),
        (&["winners", "-o", "x.png"], "`.png` kan inte skrivas: bilder skrivs som SVG"),
    ] {
        let (status, message) = refusal(&[arguments, &["--lang", "sv"]].concat());
        assert_eq!(status, Some(2), "{arguments:?}: {message}");
        assert!(message.starts_with("fel: ") && message.contains(said), "{arguments:?}: {message}");
        let [english, swedish] = ["en", "sv"].map(|code| {
            let (_, message) = refusal(&[arguments, &["--lang", code, "--format", "json"]].concat());
            let mut object: serde_json::Value = serde_json::from_str(&message).expect("JSON");
            let message = object["error"].as_object_mut().and_then(|error| error.remove("message"));
            assert!(message.is_some_and(|message| message.is_string()), "{arguments:?}");
            object
        });
        assert_eq!(english, swedish, "{arguments:?}");
    }
    let output = program().args(["winners", "--year", "1999", "--lang", "sv"]).output().expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.starts_with("obs: --year 1999: ingen rad i editions; där finns 2001, "), "{told}");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf_8_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    for arguments in [&[&b"\xff"[..]][..], &[b"winners", b"--municipality", b"\xff"], &[b"winners", b"--\xff"]] {
        let arguments = arguments.iter().map(|bytes| OsStr::from_bytes(bytes));
        let output = program().args(arguments.clone()).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{:?}", arguments.collect::<Vec<_>>());
    }
}

#[test]
fn where_json_is_asked_for_an_error_is_an_object_with_its_parts() {
    let object = |arguments: &[&str]| -> serde_json::Value {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
        let object: serde_json::Value = serde_json::from_str(&message).expect("JSON");
        assert!(object["error"]["message"].as_str().is_some_and(|text| !text.is_empty()));
        object["error"].clone()
    };
    for (arguments, kind, flag, given, nearest) in [
        (&["winer", "--format", "json"][..], "unknown_command", None, Some("winer"), Some("winners")),
        (
            &["winners", "--contty", "x", "--format=json"],
            "unknown_flag",
            Some("--contty"),
            Some("--contty"),
            Some("--county"),
        ),
        (
            &["nominees", "--municipality", "Jarfala", "--format", "jsonl"],
            "unknown_name",
            Some("--municipality"),
            Some("Jarfala"),
            Some("Järfälla"),
        ),
        (
            &["winners", "--columns", "yeer", "--format", "json"],
            "unknown_name",
            Some("--columns"),
            Some("yeer"),
            Some("year"),
        ),
        (
            &["nominees", "--outcome", "finallist", "--format", "json"],
            "bad_value",
            Some("--outcome"),
            Some("finallist"),
            Some("finalist"),
        ),
        (
            &["winners", "--year", "2013..2009", "--format", "json"],
            "bad_value",
            Some("--year"),
            Some("2013..2009"),
            Some("2009..2013"),
        ),
        (
            &["winners", "--delimiter", ",", "--format", "json"],
            "unknown_flag",
            Some("--delimiter"),
            Some("--delimiter"),
            Some("--format csv"),
        ),
        (&["winners", "--count", "--count-by", "year", "--format", "json"], "conflict", Some("--count-by"), None, None),
        (&["chart", "winners", "--format", "json"], "missing_argument", Some("--x <COLUMNS>"), None, None),
    ] {
        let error = object(arguments);
        let text = |text: Option<&str>| text.map_or(serde_json::Value::Null, Into::into);
        assert_eq!(error["kind"], kind, "{arguments:?}");
        assert_eq!((&error["flag"], &error["given"]), (&text(flag), &text(given)), "{arguments:?}");
        assert_eq!(error["nearest"][0], text(nearest), "{arguments:?}");
        assert!(error["allowed"].is_array(), "{arguments:?}");
    }
    assert_eq!(
        object(&["nominees", "--outcome", "x", "--format", "json"])["allowed"].as_array().map(Vec::len),
        Some(3)
    );
    // Where the format itself is wrong nothing is known to be read by a program.
    assert!(
        refusal(&["winners", "--format", "jsn"]).1.starts_with("error: --format: `jsn` is not one of table, record,")
    );
    let (status, message) = refusal(&["check", "no-such-folder", "--format", "json"]);
    let error: serde_json::Value = serde_json::from_str(&message).expect("JSON");
    assert_eq!((status, &error["error"]["kind"]), (Some(3), &"io".into()), "{message}");
}

#[test]
fn a_flag_without_effect_is_refused() {
    for (arguments, said) in [
        ("metrics --possibly", "--possibly: it widens a filter on --value"),
        ("metrics --possibly --year 2009", "--possibly: it widens a filter on --value"),
        ("chart metrics --x year --possibly", "--possibly: it widens a filter on --value"),
        ("winners --sort year,-year", "--sort: `year` is named twice"),
        ("winners --columns year,all", "--columns: `all` stands alone"),
        ("winners --columns year,year", "--columns: `year` is named twice"),
        ("winners --count --columns year", "--count: it cannot be used with --columns"),
        ("winners --count --sort year", "--count: it cannot be used with --sort"),
        ("winners --count --cite --format table", "--count: it cannot be used with --cite"),
        ("winners --count --no-header", "--count: it cannot be used with --no-header"),
        ("winners --count-by year --cite --format table", "--count-by: it cannot be used with --cite"),
        ("winners --no-header --format json", "--no-header: json has no line of headings"),
        ("sources --no-header --format bibtex", "--no-header: bibtex has no line of headings"),
        ("sources --count --format bibtex", "--count: bibtex holds sources"),
        ("check --no-header", "--no-header: lines of problems have no headings"),
        ("chart timeline --no-header --format svg", "--no-header: svg has no line of headings"),
        ("chart winners --x county --cite", "--cite: tsv has no place for a list of sources"),
        ("chart winners --x county --heading Winners --format json", "--heading: json has no title"),
    ] {
        let (status, message) = refusal(&arguments.split(' ').collect::<Vec<_>>());
        assert_eq!(status, Some(2), "{arguments}: {message}");
        let told = message.contains(&format!("error: {said}")) || message.contains(&format!("\"message\":\"{said}"));
        assert!(told, "{arguments}: {message}");
    }
}

#[test]
fn a_name_of_any_length_is_refused_at_once() {
    let long = "järfälla ".repeat(11_000);
    for arguments in [["winners", "--municipality", &long], ["winners", "--columns", &long], ["show", &long, "x"]] {
        let started = std::time::Instant::now();
        let (status, message) = refusal(&arguments);
        assert_eq!(status, Some(2));
        assert!(message.len() < 2000, "{}", message.len());
        // What grows with the square takes minutes; other work on the machine may take seconds.
        assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    }
}
