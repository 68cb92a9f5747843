//! One answer in every format, side by side, so that a reviewer sees at once what each of them does.

use super::format::start;
use super::{Format, Style, Terminal};
use crate::answer::Heading;
use crate::package::{FieldType, Value};

const PIPE: Terminal = Terminal { shown: false, width: None, color: false };

fn heading(name: &str, field_type: FieldType) -> Heading {
    Heading::of_type(name, field_type)
}

/// What a format makes of the awkward cells that data may hold.
fn written(format: Format, header: bool, terminal: Terminal) -> String {
    let headings = vec![
        heading("year", FieldType::Year),
        heading("code", FieldType::String),
        heading("value", FieldType::Number),
        heading("places", FieldType::List),
        heading("note", FieldType::String),
    ];
    let style =
        Style { format, header, footer: true, stays_table: false, terminal, columns_in_all: 7, columns_besides: 0 };
    let mut out = Vec::new();
    let mut answer = start(style, headings, &mut out).expect("a format");
    let number = |text: &'static str| Value::Number(text.into());
    let note = Value::text("plain, \"quoted\" | piped");
    let places = Value::texts(["Ale", "Kungälv"]);
    answer.row(&[number("2009"), Value::text("0180"), number("4.0"), places, note]).expect("a row");
    let note = Value::text("tab\there\nline \u{202e}bidi \\ back_slash");
    let nothing = Value::List(Vec::new());
    answer.row(&[number("2011"), Value::Missing, Value::Missing, nothing, note]).expect("a row");
    answer.end().expect("an end");
    drop(answer);
    String::from_utf8(out).expect("text")
}

#[test]
fn tsv() {
    insta::assert_snapshot!(written(Format::Tsv, true, PIPE));
}

#[test]
fn csv() {
    insta::assert_snapshot!(written(Format::Csv, true, PIPE));
}

#[test]
fn nothing_that_acts_on_a_terminal_reaches_one() {
    let terminal = Terminal { shown: true, width: Some(80), color: false };
    let of_rows = Format::WITHOUT_SOURCES.iter().filter(|format| !format.is_binary() && !format.is_page());
    for &format in of_rows {
        let text = written(format, true, terminal).replace(['\n', '\t'], "");
        assert!(!text.contains(crate::text::acts_on_terminal), "{format:?}: {text:?}");
    }
}

#[test]
fn headings_are_shown_like_cells() {
    let terminal = Terminal { shown: true, width: Some(80), color: false };
    for format in [Format::Table, Format::Tsv, Format::Csv, Format::Markdown, Format::Json] {
        let style = Style { terminal, ..Style::plain(format) };
        let mut out = Vec::new();
        let mut answer = start(style, vec![heading("a\u{1b}[2Jb|\nc", FieldType::String)], &mut out).expect("a format");
        answer.row(&[Value::text("x")]).expect("a row");
        answer.end().expect("an end");
        drop(answer);
        let text = String::from_utf8(out).expect("text").replace('\n', "");
        assert!(!text.contains(crate::text::acts_on_terminal), "{format:?}: {text:?}");
    }
}

#[test]
fn json() {
    let text = written(Format::Json, true, PIPE);
    insta::assert_snapshot!(text);
    let rows: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(rows[0]["code"], "0180");
    assert_eq!(rows[1]["note"], "tab\there\nline \u{202e}bidi \\ back_slash");
    assert!(rows[1]["value"].is_null() && rows[1]["places"] == serde_json::json!([]));
}

#[test]
fn jsonl() {
    insta::assert_snapshot!(written(Format::Jsonl, true, PIPE));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(written(Format::Markdown, true, PIPE));
}

#[test]
fn table() {
    insta::assert_snapshot!(written(Format::Table, true, PIPE));
}

#[test]
fn table_on_a_narrow_terminal() {
    insta::assert_snapshot!(written(Format::Table, true, Terminal { shown: true, width: Some(50), color: false }));
}

#[test]
fn table_on_a_terminal_too_narrow_for_columns() {
    insta::assert_snapshot!(written(Format::Table, true, Terminal { shown: true, width: Some(30), color: true }));
}

#[test]
fn without_a_header_only_rows_are_left() {
    for format in [Format::Tsv, Format::Csv, Format::Markdown, Format::Table] {
        assert!(!written(format, false, PIPE).contains("code"), "{format:?}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    use unicode_width::UnicodeWidthStr;
    for width in 30..90 {
        let terminal = Terminal { shown: true, width: Some(width), color: false };
        let text = written(Format::Table, true, terminal);
        assert!(text.lines().all(|line| line.width() <= usize::from(width)), "{width}:\n{text}");
    }
}

#[test]
fn of_a_very_long_answer_the_first_rows_decide() {
    let terminal = Terminal { shown: true, width: Some(40), color: false };
    let of = |format: Format, rows: usize| {
        let headings = vec![heading("id", FieldType::Integer), heading("note", FieldType::String)];
        let style = Style { terminal, footer: true, stays_table: true, ..Style::plain(format) };
        let mut out = Vec::new();
        let mut answer = start(style, headings, &mut out).expect("a format");
        for row in 0..rows {
            // The ninth is the first that is wider, and has a value where the others have none.
            let (id, note) = if row == 8 { ("123456".to_owned(), "a longer note") } else { (row.to_string(), "") };
            answer.row(&[Value::Number(id.into()), Value::text(note)]).expect("a row");
        }
        answer.end().expect("an end");
        drop(answer);
        String::from_utf8(out).expect("text")
    };
    let held = of(Format::Table, 8);
    assert_eq!(held.lines().next(), Some("id"), "an empty column gives way where all rows are known:\n{held}");
    let long = of(Format::Table, 10);
    let lines: Vec<&str> = long.lines().collect();
    assert_eq!(lines[..3], ["id  note", "────────", " 0"], "{long}");
    // What is wider wraps in its column, and a figure stays whole.
    assert!(lines[10].starts_with("123\u{a0}456  a"), "{long}");
    let letters: String = lines[10..].concat().chars().filter(char::is_ascii_alphabetic).collect();
    assert!(letters.starts_with("alongernote"), "{long}");
    assert!(long.contains("10 rows") && long.contains("widths are those of the first 8 rows"), "{long}");
    let records = of(Format::Record, 10);
    assert_eq!(
        records.matches("\n\n").count(),
        10,
        "an empty line between two, and before the number of rows:\n{records}"
    );
}

#[test]
fn a_heading_of_joined_characters_loses_nothing_of_its_record() {
    let name = "❤️".repeat(6);
    for width in 1..40 {
        let terminal = Terminal { width: Some(width), ..PIPE };
        let (header, footer, format) = (true, true, Format::Record);
        let style =
            Style { format, header, footer, stays_table: false, terminal, columns_in_all: 1, columns_besides: 0 };
        let mut out = Vec::new();
        let mut answer = start(style, vec![heading(&name, FieldType::String)], &mut out).expect("a format");
        answer.row(&[Value::text("a value of some length")]).expect("a row");
        answer.end().expect("an end");
        drop(answer);
        let letters: String = String::from_utf8(out).expect("text").chars().filter(char::is_ascii_alphabetic).collect();
        assert_eq!(letters, "avalueofsomelength", "{width}");
    }
}
