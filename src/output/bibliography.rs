//! Sources for reference managers: BibTeX, and CSL-JSON as Zotero and pandoc read it.
//!
//! Both take rows of the same cells, [`COLUMNS`] of them: id, author, title, published, isbn, url, a note, and the kind
//! of source in the format's own term.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize as _;
use serde_json::{Serializer, Value, json};

use super::RowWriter;
use super::json::Visible;
use crate::package::Value as Typed;
use crate::text::escape_control;

/// How many cells a row has.
pub const COLUMNS: usize = 8;

/// BibTeX, an entry a source, in UTF-8.
pub(super) struct Bibtex<'w> {
    out: &'w mut dyn Write,
    entries: usize,
}

impl<'w> Bibtex<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, entries: 0 }
    }
}

/// The months as BibTeX's styles know them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl RowWriter for Bibtex<'_> {
    fn row(&mut self, values: &[Typed]) -> io::Result<()> {
        let texts: Vec<_> = values.iter().map(|value| value.plain(", ")).collect();
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let [id, author, title, published, isbn, url, note, kind] = texts[..] else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        let mut entry = format!("@{kind}{{{id},\n");
        // An organisation's name in braces of its own is not taken apart into given and family name.
        for (name, value, braces) in
            [("author", author, ("{{", "}}")), ("title", title, ("{{", "}}")), ("isbn", isbn, ("{", "}"))]
        {
            if !value.is_empty() {
                let _ = writeln!(entry, "  {name} = {}{}{},", braces.0, escaped(value), braces.1);
            }
        }
        let mut parts = published.split('-');
        if let Some(year) = parts.next().filter(|year| !year.is_empty()) {
            let _ = writeln!(entry, "  year = {{{year}}},");
        }
        if let Some(month) = parts.next().and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)) {
            let _ = writeln!(entry, "  month = {month},");
        }
        if !url.is_empty() {
            // The url package typesets an address as it stands.
            let _ = writeln!(entry, "  url = {{{}}},", url.replace(['{', '}'], ""));
        }
        if !note.is_empty() {
            let _ = writeln!(entry, "  note = {{{}}},", escaped(note));
        }
        entry.push_str("}\n");
        if self.entries > 0 {
            self.out.write_all(b"\n")?;
        }
        self.entries += 1;
        // Addresses and names stand as they are, but for what a terminal would act on.
        entry.lines().try_for_each(|line| writeln!(self.out, "{}", escape_control(line)))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The text with what TeX would act on escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', character]),
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// CSL-JSON (<https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>), one array.
pub(super) struct Csl<'w> {
    out: &'w mut dyn Write,
    entries: usize,
}

impl<'w> Csl<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, entries: 0 }
    }
}

impl RowWriter for Csl<'_> {
    fn row(&mut self, values: &[Typed]) -> io::Result<()> {
        let texts: Vec<_> = values.iter().map(|value| value.plain(", ")).collect();
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let [id, author, title, published, isbn, url, note, kind] = texts[..] else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        let mut entry = json!({"id": id, "type": kind, "title": title});
        let mut set = |name: &str, text: &str, value: Value| {
            if !text.is_empty() {
                entry[name] = value;
            }
        };
        set("author", author, json!([{"literal": author}]));
        set("ISBN", isbn, isbn.into());
        set("URL", url, url.into());
        set("note", note, note.into());
        let date: Vec<u32> = published.split('-').filter_map(|part| part.parse().ok()).collect();
        set("issued", published, json!({"date-parts": [date]}));
        self.out.write_all(if self.entries == 0 { b"[\n" } else { b",\n" })?;
        self.entries += 1;
        entry.serialize(&mut Serializer::with_formatter(&mut self.out, Visible)).map_err(io::Error::from)
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(if self.entries == 0 { b"[]\n" } else { b"\n]\n" })
    }
}

#[cfg(test)]
mod tests {
    use super::{Bibtex, Csl, RowWriter, Typed, escaped};

    const ROW: [&str; 8] = [
        "skl-2009",
        "SKL & co",
        "Sveriges IT-kommun 2009",
        "2009-11",
        "978-91-7164-739-9",
        "https://a.se/x_y",
        "A copy.",
        "booklet",
    ];

    #[test]
    fn bibtex() {
        let mut out = Vec::new();
        Bibtex::new(&mut out).row(&ROW.map(Typed::text)).expect("an entry");
        assert_eq!(
            String::from_utf8(out).expect("text"),
            "@booklet{skl-2009,\n  author = {{SKL \\& co}},\n  title = {{Sveriges IT-kommun 2009}},\n  \
             isbn = {978-91-7164-739-9},\n  year = {2009},\n  month = nov,\n  url = {https://a.se/x_y},\n  note = {A copy.},\n}\n"
        );
    }

    #[test]
    fn csl() {
        let mut out = Vec::new();
        let mut csl = Csl::new(&mut out);
        csl.row(&ROW.map(Typed::text)).expect("an entry");
        csl.row(&["x", "", "T", "", "", "", "", "webpage"].map(Typed::text)).expect("an entry");
        csl.end().expect("an end");
        let entries: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!(entries[0]["issued"], serde_json::json!({"date-parts": [[2009, 11]]}));
        assert_eq!(entries[0]["author"], serde_json::json!([{"literal": "SKL & co"}]));
        assert_eq!(entries[1], serde_json::json!({"id": "x", "type": "webpage", "title": "T"}));
    }

    #[test]
    fn tex_acts_on_nothing_in_a_title() {
        assert_eq!(escaped("50 % & {a}_b\\c"), "50 \\% \\& \\{a\\}\\_b\\textbackslash{}c");
    }
}
