//! Answers as files: the name says the format, and the file is whole.

use std::fs;
use std::path::Path;

use crate::support::{folder, itkommun, refusal, stdout};

const QUESTION: [&str; 4] = ["nominees", "--year", "2009", "--cite"];

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// A question, its answer in a file.
fn to_file<'a>(question: &[&'a str], path: &'a Path) -> Vec<&'a str> {
    [question, &["-o", name(path)]].concat()
}

#[test]
fn the_ending_says_the_format() {
    let folder = folder("endings");
    for (file, format) in [
        ("x.csv", "csv"),
        ("x.TSV", "tsv"),
        ("x.tab", "tsv"),
        ("x.json", "json"),
        ("x.jsonl", "jsonl"),
        ("x.ndjson", "jsonl"),
        ("x.md", "markdown"),
        ("x.txt", "table"),
        ("x.bib", "bibtex"),
    ] {
        let path = folder.join(file);
        assert_eq!(stdout(&to_file(&QUESTION[..3], &path)), "", "nothing is written elsewhere");
        let expected = stdout(&[&QUESTION[..3], &["--format", format]].concat());
        assert_eq!(fs::read_to_string(&path).expect("the file"), expected, "{file}");
    }
    // What is typed counts before the ending, and `-` is standard output.
    let path = folder.join("y.csv");
    stdout(&to_file(&["nominees", "--json"], &path));
    assert_eq!(fs::read_to_string(&path).expect("the file"), stdout(&["nominees", "--format", "json"]));
    assert_eq!(stdout(&["nominees", "-o", "-"]), stdout(&["nominees"]));
    // Answers that are text go to a file of any name.
    let page = folder.join("itkommun.1");
    stdout(&to_file(&["man"], &page));
    assert_eq!(fs::read_to_string(&page).expect("the file"), stdout(&["man"]));
}

#[test]
fn short_words_and_letters_mean_the_long_flags() {
    for (short, long) in [
        (&["--json"][..], &["--format", "json"][..]),
        (&["--csv"], &["--format", "csv"]),
        (&["-f", "csv"], &["--format", "csv"]),
        (&["-n", "2"], &["--limit", "2"]),
        (&["-n2", "-fjson"], &["--limit", "2", "--format", "json"]),
    ] {
        let [short, long] = [short, long].map(|flags| stdout(&[&["nominees"], flags].concat()));
        assert_eq!(short, long);
    }
    for apart in [["--json", "--csv"], ["--csv", "--format=csv"]] {
        let (status, message) = refusal(&["nominees", apart[0], apart[1]]);
        assert!(status == Some(2) && message.contains("it cannot be used with"), "{message}");
    }
    assert!(refusal(&["man", "--json"]).1.contains("man has no flag `--json`"));
    let (_, error) = refusal(&["nominees", "--json", "--year", "x"]);
    assert!(error.starts_with("{\"error\":"), "{error}");
}

#[test]
fn a_name_that_says_no_format_of_the_answer_is_refused() {
    let folder = folder("refused");
    for (file, said) in [
        ("x.foo", "it may be .txt, .tsv, .csv, .json, .jsonl, .md, .html, .xlsx, .sqlite, .bib"),
        ("x", "is no format of this answer"),
        ("x.svg", "is no format of this answer"),
        ("x.png", "rsvg-convert or inkscape"),
        ("x.PDF", "rsvg-convert or inkscape"),
        (".csv", "names no file; did you mean NAME.csv?"),
    ] {
        let (status, message) = refusal(&to_file(&["winners"], &folder.join(file)));
        assert_eq!(status, Some(2), "{file}");
        assert!(message.contains(said), "{file}: {message}");
    }
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 0);
    assert!(refusal(&["winners", "--output", "json"]).1.contains("did you mean --format json?"));
    let (status, message) = refusal(&to_file(&["winners"], &folder.join("none/x.csv")));
    assert!(status == Some(3) && message.contains("there is no folder"), "{message}");
    assert_eq!(refusal(&to_file(&["winners", "-f", "csv"], &folder)).0, Some(3));
    assert!(refusal(&to_file(&["export"], &folder.join(".csv"))).1.contains("did you mean NAME.csv?"));
}

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    let path = folder("replaced").join("x.csv");
    for question in [&["winners"][..], &["winners", "--year", "2009"]] {
        stdout(&to_file(question, &path));
        let expected = stdout(&[question, &["--format", "csv"]].concat());
        assert_eq!(fs::read_to_string(&path).expect("the file"), expected);
    }
    let before = fs::read(&path).expect("the file");
    assert_eq!(itkommun(&to_file(&["winners", "--year", "x"], &path)).status.code(), Some(2));
    assert_eq!(fs::read(&path).expect("the file"), before);
}

#[cfg(feature = "sql")]
#[test]
fn an_answer_as_a_database_has_its_types() {
    let folder = folder("answers");
    let path = folder.join("x.sqlite");
    stdout(&to_file(&["metrics", "--municipality", "järfälla", "--columns", "code,year,value,source"], &path));
    let database = rusqlite::Connection::open(&path).expect("a database");
    let statement = "SELECT group_concat(DISTINCT typeof(code) || typeof(year) || json_type(source)) FROM metrics";
    let types: String = database.query_row(statement, [], |row| row.get(0)).expect(statement);
    assert_eq!(types, "textintegerarray");
    let path = folder.join("counted.sqlite");
    stdout(&to_file(&["winners", "--count"], &path));
    let database = rusqlite::Connection::open(&path).expect("a database");
    let count: i64 = database.query_row("SELECT count FROM winners", [], |row| row.get(0)).expect("a count");
    assert_eq!(count.to_string(), stdout(&["winners", "--count"]).trim());
    // A section is a table.
    let path = folder.join("shown.db");
    stdout(&to_file(&["show", "järfälla"], &path));
    let database = rusqlite::Connection::open(&path).expect("a database");
    let outcome: String = database.query_row("SELECT outcome FROM nominees", [], |row| row.get(0)).expect("a row");
    assert_eq!(outcome, "finalist");
    for (other, said) in [("a", "two columns are called `a`;"), ("A", "two columns are called `a` and `A`, to SQL one")]
    {
        let statement = format!("SELECT 1 AS a, 2 AS {other}");
        let (status, message) = refusal(&to_file(&["sql", &statement], &path));
        assert!(status == Some(2) && message.contains(said), "{message}");
    }
    // To JSON they are two.
    assert_eq!(stdout(&["sql", "SELECT 1 AS a, 2 AS A", "--format", "jsonl"]), "{\"a\":1,\"A\":2}\n");
}

#[cfg(feature = "xlsx")]
#[test]
fn an_answer_as_a_workbook_says_what_it_is_of() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let path = folder("workbooks").join("x.xlsx");
    stdout(&to_file(&["winners", "--columns", "year,code", "--year", "2009", "--cite"], &path));
    let mut workbook: Xlsx<_> = open_workbook(&path).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["winners", "columns", "citations", "about"]);
    let rows = workbook.worksheet_range("winners").expect("a sheet");
    assert_eq!(rows.get((1, 0)), Some(&Data::Float(2009.0)));
    assert_eq!(rows.get((1, 1)), Some(&Data::String("1382".to_owned())), "a code is text");
    let about = workbook.worksheet_range("about").expect("a sheet");
    let told: Vec<String> = about.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(told, ["title", "description", "version", "date", "licence", "citation"]);
    let citation = stdout(&["cite"]);
    assert_eq!(about.get((5, 1)), Some(&Data::String(citation.trim_end().to_owned())));
    // Sheets without rows are left out.
    stdout(&to_file(&["show", "järfälla"], &path));
    let workbook: Xlsx<_> = open_workbook(&path).expect("a workbook");
    assert!(workbook.sheet_names().contains(&"nominees".to_owned()));
    assert!(!workbook.sheet_names().contains(&"winners".to_owned()));
}

#[cfg(feature = "xlsx")]
#[test]
fn a_text_that_is_too_long_for_a_cell_is_refused_with_its_place() {
    let path = folder("long-cells").join("x.xlsx");
    let of = |length: usize| format!("SELECT 1 AS n, printf('%{length}s', '') AS text");
    stdout(&to_file(&["sql", &of(32_767)], &path));
    let (status, message) = refusal(&to_file(&["sql", &of(32_768)], &path));
    assert_eq!(status, Some(2));
    let said = "error: row 1, column `text`: a cell of 32768 characters, where a workbook has room for 32767\n\
                another format has no such limit, such as .csv or .sqlite\n";
    assert_eq!(message, said);
}

#[cfg(unix)]
#[test]
fn a_person_is_told_what_was_written_and_is_shown_no_binary() {
    use crate::pty::{On, Terminal};
    let path = folder("told").join("x.csv");
    let seen = Terminal::default().run(On::Stderr, &to_file(&["winners", "--year", "2009"], &path));
    assert_eq!(seen.screen.trim_end(), format!("wrote 1 row to {}", name(&path)));
    assert_eq!(seen.piped, "");
    // Nothing of the terminal is in the file.
    let seen = Terminal::default().run(On::All, &to_file(&["winners", "--color", "always", "-f", "csv"], &path));
    assert_eq!(seen.status, Some(0));
    assert_eq!(fs::read_to_string(&path).expect("the file"), stdout(&["winners", "--format", "csv"]));
    if cfg!(feature = "xlsx") {
        let seen = Terminal::default().run(On::All, &["winners", "--format", "xlsx"]);
        assert_eq!(seen.status, Some(2));
        assert!(seen.screen.contains("xlsx is no text; add -o FILE"), "{}", seen.screen);
    }
}
