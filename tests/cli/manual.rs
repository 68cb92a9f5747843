//! The manual: a page for the program and for each table and command.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::help::{others, run};
use crate::support::{firsts, folder, itkommun, refusal, stdout, tables};

/// A page of the manual as it reads: the sections by their titles, without the marks of fonts.
fn sections(page: &str) -> Vec<(String, Vec<String>)> {
    let mut sections: Vec<(String, Vec<String>)> = Vec::new();
    for line in page.lines() {
        let text = line.replace("\\fB", "").replace("\\fR", "").replace("\\*(Aq", "'").replace("\\&", "");
        let text = text.replace("\\-", "-").replace("\\\\", "\\");
        match (line.strip_prefix(".SH "), sections.last_mut()) {
            (Some(title), _) => sections.push((title.trim_matches('"').to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(text),
            (None, None) => {}
        }
    }
    sections
}

fn section(page: &str, title: &str) -> Vec<String> {
    let found = sections(page).into_iter().find(|(found, _)| found == title);
    found.unwrap_or_else(|| panic!("no section {title}")).1
}

/// The terms of a section and what is said of each.
fn terms(page: &str, title: &str) -> Vec<(String, String)> {
    let lines = section(page, title);
    let entries = lines.windows(3).filter(|lines| lines[0] == ".TP");
    entries.map(|lines| (lines[1].clone(), lines[2].clone())).collect()
}

/// Every page, by the name of its file.
fn pages(name: &str) -> Vec<(String, String)> {
    let folder = folder(name).join("man1");
    stdout(&["man", "--to", folder.to_str().expect("UTF-8")]);
    let pages = fs::read_dir(&folder).expect("the folder").map(|entry| {
        let path = entry.expect("a page").path();
        let name = path.file_name().expect("a name").to_str().expect("UTF-8").to_owned();
        (name, fs::read_to_string(path).expect("a text"))
    });
    pages.collect()
}

#[test]
fn every_table_and_command_has_a_page_and_every_page_that_is_named_is_there() {
    let pages = pages("pages");
    let names: BTreeSet<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    let subjects: Vec<String> = tables().into_iter().chain(others()).collect();
    let wanted = subjects.iter().map(|subject| format!("itkommun-{subject}.1"));
    let wanted: BTreeSet<String> = wanted.chain(["itkommun.1".to_owned()]).collect();
    assert_eq!(names, wanted.iter().map(String::as_str).collect());
    for (name, page) in &pages {
        let titles: Vec<String> = sections(page).into_iter().map(|(title, _)| title).collect();
        for title in [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "EXIT STATUS",
            "ENVIRONMENT",
            "FILES",
            "EXAMPLES",
            "LICENCE",
            "HOW TO CITE",
            "SEE ALSO",
        ] {
            assert_eq!(titles.iter().filter(|found| *found == title).count(), 1, "{name}: {title}");
        }
        let others = section(page, "SEE ALSO").join(" ");
        let others: Vec<&str> = others.split(", ").map(|other| other.strip_suffix("(1)").expect("a page")).collect();
        assert!(others.iter().all(|other| names.contains(format!("{other}.1").as_str())), "{name}: {others:?}");
        let asked = name.trim_end_matches(".1").trim_start_matches("itkommun").trim_start_matches('-');
        let asked: Vec<&str> = ["man"].into_iter().chain(Some(asked).filter(|asked| !asked.is_empty())).collect();
        assert_eq!(stdout(&asked), *page);
    }
}

#[test]
fn a_page_says_every_flag_of_the_help() {
    for (name, page) in pages("flags") {
        let subject = name.trim_end_matches(".1").trim_start_matches("itkommun").trim_start_matches('-').to_owned();
        let help = stdout(&if subject.is_empty() { vec!["-h"] } else { vec![subject.as_str(), "--help"] });
        let typed: Vec<String> = terms(&page, "OPTIONS").into_iter().map(|(term, _)| term).collect();
        // What stands elsewhere in a line is prose.
        let lines = help.lines().filter_map(|line| line.strip_prefix("  "));
        let flags = lines.filter(|line| line.starts_with('-')).filter_map(|line| {
            let words = line.split([' ', ',', '[']);
            words.take_while(|word| word.is_empty() || word.starts_with('-')).find(|word| word.starts_with("--"))
        });
        for flag in flags {
            assert!(typed.iter().any(|term| term.split([' ', ',']).any(|word| word == flag)), "{name}: {flag}");
        }
        for column in tables().iter().filter(|table| **table == subject).flat_map(|table| firsts(&["schema", table])) {
            let flag = format!("--{} ", column.replace('_', "-"));
            assert!(typed.iter().any(|term| term.starts_with(&flag)), "{name}: {flag}");
        }
    }
}

#[test]
fn the_examples_of_the_manual_run() {
    let folder = folder("manual-examples");
    for table in tables() {
        let lines = section(&stdout(&["man", &table]), "EXAMPLES");
        let examples = lines.iter().map(String::as_str).filter(|line| line.starts_with("itkommun "));
        let examples: Vec<&str> = examples.collect();
        assert!(examples.iter().all(|example| example.starts_with(&format!("itkommun {table} "))), "{examples:?}");
        assert!(run(examples.into_iter(), &folder) > 0, "{table}");
    }
}

#[test]
fn the_manual_and_its_pages_tell_the_same() {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.md");
    let manual = fs::read_to_string(manual).expect("the manual");
    let page = stdout(&["man"]);
    for (heading, title) in [("## Exit status", "EXIT STATUS"), ("## Environment", "ENVIRONMENT")] {
        let lines =
            manual.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.starts_with('#'));
        let rows = lines.filter(|line| line.starts_with("| ")).skip(1).map(|line| {
            let cells = line.trim_matches('|').replace('`', "");
            let (term, meaning) = cells.split_once('|').expect("two cells");
            (term.trim().to_owned(), meaning.trim().to_owned())
        });
        assert_eq!(rows.collect::<Vec<_>>(), terms(&page, title), "{heading}");
    }
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    let table = |text: &str| {
        let lines = text.lines().skip_while(|line| *line != "## Environment").filter(|line| line.starts_with("| `"));
        lines.take(terms(&page, "ENVIRONMENT").len()).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(table(&readme), table(&manual), "one table of the environment");
    let licence = env!("CARGO_PKG_LICENSE").split(['(', ')']).nth(1).expect("the program's licence");
    let told = section(&page, "LICENCE").join(" ");
    assert!(licence.split(" OR ").all(|licence| told.contains(licence)), "{told}");
    let citation = stdout(&["cite"]);
    assert_eq!(section(&page, "HOW TO CITE").join(" "), citation.trim_end());
}

#[test]
fn a_page_in_swedish_has_the_sections_of_the_english_one() {
    let titles = [
        ("NAME", "NAMN"),
        ("SYNOPSIS", "SYNOPSIS"),
        ("DESCRIPTION", "BESKRIVNING"),
        ("TABLES", "TABELLER"),
        ("COMMANDS", "KOMMANDON"),
        ("OPTIONS", "FLAGGOR"),
        ("FILTER VALUES", "FILTERVÄRDEN"),
        ("FORMATS", "FORMAT"),
        ("EXIT STATUS", "SLUTSTATUS"),
        ("ENVIRONMENT", "MILJÖVARIABLER"),
        ("FILES", "FILER"),
        ("EXAMPLES", "EXEMPEL"),
        ("LICENCE", "LICENS"),
        ("HOW TO CITE", "KÄLLHÄNVISNING"),
        ("SEE ALSO", "SE ÄVEN"),
    ];
    for subject in [&[][..], &["winners"], &["chart"], &["completions"]] {
        let [english, swedish] = ["en", "sv"].map(|code| stdout(&[&["man"], subject, &["--lang", code]].concat()));
        let found = |page: &str| sections(page).into_iter().map(|(title, _)| title).collect::<Vec<_>>();
        let translated = |title: &String| titles.iter().find(|(own, _)| own == title).expect("a known section").1;
        assert_eq!(found(&english).iter().map(translated).collect::<Vec<_>>(), found(&swedish), "{subject:?}");
        let listed = |own: &str| ["EXIT STATUS", "ENVIRONMENT"].contains(&own);
        for (own, title) in titles.iter().filter(|(own, _)| listed(own)) {
            let terms =
                |page: &str, title: &str| terms(page, title).into_iter().map(|(term, _)| term).collect::<Vec<_>>();
            assert_eq!(terms(&english, own), terms(&swedish, title), "{subject:?}");
        }
        assert_eq!(section(&english, "EXAMPLES"), section(&swedish, "EXEMPEL"));
    }
}

#[test]
fn pages_are_replaced_and_appear_all_or_not_at_all() {
    let folder = folder("manual-folder");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    fs::write(path("itkommun.1"), "before").expect("a page");
    fs::write(path("other.1"), "of others").expect("a page");
    stdout(&["man", "--to", folder.to_str().expect("UTF-8")]);
    assert_eq!(fs::read_to_string(path("itkommun.1")).expect("a page"), stdout(&["man"]));
    assert_eq!(fs::read_to_string(path("other.1")).expect("a page"), "of others");
    // A page that cannot be replaced: none is.
    let all = fs::read_dir(&folder).expect("the folder").count();
    fs::write(path("itkommun.1"), "before").expect("a page");
    fs::remove_file(path("itkommun-winners.1")).expect("it is there");
    fs::create_dir(path("itkommun-winners.1")).expect("a folder");
    let (status, message) = refusal(&["man", "--to", folder.to_str().expect("UTF-8")]);
    assert!(status == Some(3) && message.contains("winners.1` is not written: it is a folder"), "{message}");
    assert_eq!(fs::read_to_string(path("itkommun.1")).expect("a page"), "before");
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), all, "nothing half written is left");
}

#[test]
fn what_is_no_folder_and_what_is_no_command_is_refused_with_advice() {
    let folder = folder("manual-refused");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    fs::write(path("file"), "a file").expect("a file");
    for (to, said) in [
        ("file", "it is no folder; one page goes to a file by `itkommun man <COMMAND> --output FILE`"),
        ("none/man1", "there is no folder"),
    ] {
        let (status, message) = refusal(&["man", "--to", &path(to)]);
        assert!(status == Some(3) && message.contains(said), "{message}");
    }
    assert_eq!(fs::read_to_string(path("file")).expect("a file"), "a file");
    let (status, message) = refusal(&["man", "winers"]);
    assert!(status == Some(2) && message.contains("did you mean winners?"), "{message}");
    for other in [&["winners"][..], &["-o", "x.1"]] {
        let (status, message) = refusal(&[&["man", "--to", &path("man1")], other].concat());
        assert!(status == Some(2) && message.contains("--to: it cannot be used with"), "{message}");
    }
    assert!(!Path::new(&path("man1")).exists());
    // Other names lead to the same page.
    assert_eq!(stdout(&["man", "vinnare"]), stdout(&["man", "winners"]));
    #[cfg(target_os = "linux")]
    {
        // No user at all may write there.
        let output = itkommun(&["man", "--to", "/proc"]);
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(output.status.code() == Some(3) && message.contains("/proc/itkommun.1` is not written"), "{message}");
    }
}
