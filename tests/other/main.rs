//! The engine knows no award: over a package about lighthouses it speaks of lighthouses, whatever it is asked.
//!
//! What is asked goes through the library, so that the package need not be the one that is compiled in.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use itkommun::cli::{self, ExitStatus, Sink};
use itkommun::package::{MOST_PROBLEMS, Package, check};

/// Words of the bundled package, in lower case. The program's own name is none of them.
const OURS: [&str; 17] = [
    "municipalit",
    "kommun",
    "winners",
    "nominees",
    "järfälla",
    "täby",
    "falkenberg",
    "stockholm",
    "skåne",
    "jurors",
    "dahlbom",
    "e-service",
    "e-profile",
    "e_government",
    "edition",
    "award",
    "sveriges",
];

fn lighthouses_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other/lighthouses")
}

fn lighthouses() -> Package {
    Package::in_folder(&lighthouses_folder()).expect("a package")
}

/// What is answered and what is told besides, where both go to a terminal or not.
fn ask(arguments: &[&str], is_terminal: bool) -> (ExitStatus, String) {
    ask_of(&lighthouses(), arguments, is_terminal)
}

fn ask_of(package: &Package, arguments: &[&str], is_terminal: bool) -> (ExitStatus, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = ["itkommun"].iter().chain(arguments);
    let [to_out, to_err] = [&mut out, &mut err].map(|writer| Sink { is_terminal, ..Sink::new(writer) });
    let status = cli::run(package, arguments, to_out, to_err);
    let text = [out, err].map(|bytes| String::from_utf8(bytes).expect("UTF-8")).concat();
    (status, text)
}

/// What is answered, after making sure that it ends in this way and has none of our words.
fn answer(arguments: &[&str], expected: ExitStatus) -> String {
    let (status, text) = ask(arguments, false);
    assert_eq!(status, expected, "{arguments:?}: {text}");
    assert!(ours(&text).is_empty(), "{arguments:?}: {:?}", ours(&text));
    text
}

/// The lines of a text that have any of our words.
fn ours(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.to_lowercase().replace("itkommun", ""));
    lines.filter(|line| OURS.iter().any(|word| line.contains(word))).collect()
}

/// The names at the beginning of the lines under a heading of the help.
fn listed(heading: &str) -> Vec<String> {
    let help = answer(&["--help"], ExitStatus::Done);
    let lines = help.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn our_words_would_be_found() {
    assert_eq!(ours("itkommun --sea north\nThe Municipality\n--e-services\n"), ["the municipality", "--e-services"]);
    let mut out = Vec::new();
    cli::run(&Package::bundled(), ["itkommun", "--help"], Sink::new(&mut out), Sink::new(&mut Vec::new()));
    assert!(ours(&String::from_utf8_lossy(&out)).len() > 8);
}

#[test]
fn the_package_is_sound() {
    let mut told = Vec::new();
    let untold = check(&lighthouses(), MOST_PROBLEMS, &mut |problem| {
        told.push(problem.to_string());
        Ok(())
    });
    assert_eq!((told.concat(), untold.expect("it is read")), (String::new(), Vec::new()));
}

#[test]
fn help_speaks_of_the_package() {
    let top = answer(&["--help"], ExitStatus::Done);
    assert!(top.starts_with("Lighthouses, how bright") && top.contains("itkommun lights --sea north"), "{top}");
    assert_eq!(answer(&[], ExitStatus::Done), answer(&["-h"], ExitStatus::Done));
    let tables = listed("Tables (each column is a filter: itkommun <TABLE> --help):");
    assert_eq!(tables, ["lights", "visits", "seasons", "readings", "keepers", "papers"]);
    let commands = listed("Other commands:");
    assert!(commands.len() >= 11, "{commands:?}");
    for name in tables.iter().chain(&commands) {
        let help = answer(&[name, "--help"], ExitStatus::Done);
        assert!(help.contains("Usage: itkommun"), "{help}");
        answer(&[name, "-h"], ExitStatus::Done);
    }
    for table in tables.iter().map(String::as_str).chain(["timeline"]) {
        answer(&["chart", table, "--help"], ExitStatus::Done);
    }
    assert!(answer(&["show", "--help"], ExitStatus::Done).contains("lighthouse, season, paper, fleet, keeper"));
    assert!(answer(&["compare", "--help"], ExitStatus::Done).contains("Of lights, by name or code"));
}

#[test]
fn what_shells_and_readers_are_given_speaks_of_the_package() {
    for shell in ["powershell", "elvish"] {
        assert!(answer(&["completions", shell], ExitStatus::Done).contains("lights"), "{shell}");
    }
    for shell in ["bash", "zsh", "fish"] {
        answer(&["completions", shell], ExitStatus::Done);
        for (line, word) in
            [("itkommun li", "lights"), ("itkommun show sk", "Skerry"), ("itkommun compare sk", "Skerry")]
        {
            assert!(answer(&["__complete", shell, line], ExitStatus::Done).contains(word), "{shell}: {line}");
        }
    }
    assert!(answer(&["man"], ExitStatus::Done).contains("How each light was found in each season"));
    for table in listed("Tables (each column is a filter: itkommun <TABLE> --help):") {
        answer(&["schema", &table], ExitStatus::Done);
    }
    assert!(answer(&["schema"], ExitStatus::Done).contains("How each light was found in each season."));
}

#[test]
fn answers_speak_of_the_package() {
    for (arguments, said) in [
        (&["visits"][..], "Öland Reef"),
        (&["visits", "--season", "1905"], "the log is lost"),
        (&["visits", "--sea", "east", "--columns", "all"], "The fog bell was heard."),
        (&["readings", "--reading", "7..", "--possibly"], "lamps"),
        (&["readings", "--light", "1", "--count-by", "paper"], "list-1903"),
        (&["readings", "--paper", "list of lights", "--cite"], "The Admiralty: List of Lights. 1903. ISBN L 7"),
        (&["papers", "--format", "bibtex"], "@book{list-1903,"),
        (&["papers", "--format", "csl-json"], "\"manuscript\""),
        (&["lights", "--tended"], "Skerry"),
        (&["show", "skerry", "light"], "The Old One"),
        (
            &["show", "skerry"],
            "Skerry: lighthouse · number\u{a0}1 · North · lit\u{a0}on\u{a0}1844-02-01\nvisits: bright 1903; dim 1904\n",
        ),
        (&["show", "old one"], "Skerry: lighthouse"),
        (&["show", "log"], "log: paper · Log of the Tern · 1904\n"),
        (&["show", "1910"], "1910: season · no row of seasons; there are 1903, 1904, 1905"),
        (&["show", "1903"], "Öland Reef"),
        (&["show", "ida louis"], "Skerry"),
        (&["search", "fog bell"], "The fog bell was heard."),
        (&["compare", "skerry", "holm"], "brightness"),
        (&["compare", "skerry"], "All lights"),
        (&["compare", "2", "1", "--differing", "--cite"], "5.5"),
        (&["profile", "skerry"], "Towards the sea"),
        (&["profile", "holm"], "(all sides)"),
        (&["chart", "visits", "--x", "sea"], "North"),
        (&["chart", "readings", "--scale", "lamps", "--x", "light", "--y", "reading"], ">\u{a0}12\u{a0}lamps"),
        (&["chart", "timeline"], "Gannet"),
        (&["check"], ""),
    ] {
        let mut found = false;
        // Not every command has every format; and where the sources have no place, or one is asked for already, it is
        // refused in the same words.
        for format in ["", "table", "markdown", "csv", "json", "jsonl", "svg"] {
            let format = if format.is_empty() { Vec::new() } else { vec!["--format", format] };
            let both = [arguments, &format].concat();
            for is_terminal in [true, false] {
                let (status, text) = ask(&both, is_terminal);
                assert!(matches!(status, ExitStatus::Done | ExitStatus::Usage), "{both:?}: {text}");
                assert!(ours(&text).is_empty(), "{both:?}: {:?}", ours(&text));
                found = found || status == ExitStatus::Done && text.contains(said);
            }
        }
        assert!(found, "{arguments:?} never says {said}: {}", ask(arguments, true).1);
    }
}

#[cfg(feature = "sql")]
#[test]
fn statements_ask_the_package() {
    let statement = "SELECT sea, count(*) AS n FROM visits GROUP BY sea ORDER BY sea COLLATE sv";
    assert_eq!(answer(&["sql", statement], ExitStatus::Done), "sea\tn\nEast\t1\nNorth\t3\n");
    assert!(answer(&["sql", "SELECT * FROM light"], ExitStatus::Usage).contains("did you mean lights"));
}

#[test]
fn errors_speak_of_the_package() {
    for (arguments, said) in [
        (&["light"][..], "did you mean lights?"),
        (&["municipality"], "there is no table or command"),
        (&["lights", "--see", "north"], "did you mean --sea"),
        (&["lights", "--zzz"], "its flags are --number"),
        (&["visits", "--light", "skery"], "did you mean Skerry?"),
        (&["visits", "--light", ""], "nothing in lights is called"),
        (&["visits", "--verdict", "brigt"], "bright, dim, dark; did you mean bright?"),
        (&["visits", "--season", "x"], "is not a year"),
        (&["lights", "--lit-on", "x"], "is not a date"),
        (&["lights", "--height", "1,5x"], "is not a number"),
        (&["lights", "--height", "1,5"], "a decimal has a point"),
        (&["lights", "--tended", "maybe"], "is not one of"),
        (&["lights", "--sea", ""], "an empty value"),
        (&["lights", "--columns", "nme"], "did you mean name or number?"),
        (&["lights", "--sort", "nme"], "its columns are number, name"),
        (&["lights", "--limit", "x"], "is not a whole number"),
        (&["lights", "--possibly"], "possibly"),
        (&["readings", "--possibly"], "it widens a filter on --reading"),
        (
            &["show", "skery"],
            "no lighthouse, season, paper, fleet or keeper is called `skery`; did you mean Skerry or Skerryvore?",
        ),
        (&["search", " "], "an empty word"),
        (&["compare", "skery"], "did you mean Skerry?"),
        (&["compare"], "compare needs"),
        (&["profile", "skerry", "--year", "x"], "is not a year of four digits"),
        (&["chart"], "needs a table"),
        (&["chart", "light", "--x", "sea"], "did you mean lights?"),
        (&["chart", "lights", "--x", "sea", "--y", "name"], "of lights those are number, height"),
        (&["schema", "light"], "did you mean lights?"),
        (&["export"], "--to <PATH>"),
        (&["completions", "ksh"], "bash"),
    ] {
        for format in [&[][..], &["--format", "json"]] {
            let both = [arguments, format].concat();
            for is_terminal in [true, false] {
                let (status, text) = ask(&both, is_terminal);
                assert_eq!(status, ExitStatus::Usage, "{both:?}: {text}");
                // What was typed is repeated, and is none of the engine's.
                let text = text.replace(arguments.last().expect("a word"), "");
                assert!(ours(&text).is_empty(), "{both:?}: {:?}", ours(&text));
            }
        }
        let (_, text) = ask(arguments, false);
        assert!(text.contains(said), "{arguments:?}: {text}");
    }
}

/// What the description of a table may leave out.
const MORE: [&str; 6] = ["columns", "names", "citation", "comparison", "scoreProfile", "timeline"];

#[test]
fn a_package_that_describes_tables_alone_is_asked_too() {
    let (from, to) = (lighthouses_folder(), Path::new(env!("CARGO_TARGET_TMPDIR")).join("tables-alone"));
    fs::create_dir_all(&to).expect("a folder");
    let description = fs::read_to_string(from.join("datapackage.json")).expect("a description");
    let mut description: serde_json::Value = serde_json::from_str(&description).expect("JSON");
    for table in description["resources"].as_array_mut().expect("tables") {
        for name in MORE {
            table.as_object_mut().expect("a table").remove(name);
        }
        fs::copy(from.join(text(&table["path"])), to.join(text(&table["path"]))).expect("a file");
    }
    description.as_object_mut().expect("a package").remove("examples");
    fs::write(to.join("datapackage.json"), description.to_string()).expect("a file");
    let package = Package::in_folder(&to).expect("a package");
    for (arguments, expected) in [
        (&["--help"][..], ExitStatus::Done),
        (&["compare", "--help"], ExitStatus::Done),
        (&["profile", "--help"], ExitStatus::Done),
        (&["chart", "--help"], ExitStatus::Done),
        (&["man"], ExitStatus::Done),
        (&["completions", "zsh"], ExitStatus::Done),
        (&["readings", "--cite", "--format", "table"], ExitStatus::Done),
        (&["show", "skerry"], ExitStatus::Done),
        (&["chart", "visits", "--x", "sea", "--format", "svg"], ExitStatus::Done),
        // What is wrong with these is the package's, not the question's.
        (&["compare", "skerry"], ExitStatus::Failed),
        (&["profile", "skerry"], ExitStatus::Failed),
        (&["chart", "timeline"], ExitStatus::Failed),
    ] {
        let (status, text) = ask_of(&package, arguments, false);
        assert!(status == expected && !text.is_empty() && ours(&text).is_empty(), "{arguments:?}: {text}");
    }
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}
