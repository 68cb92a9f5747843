//! References for reference managers: BibTeX, and CSL-JSON as Zotero and pandoc read it. Programs read them, so that they
//! are the same in every language.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize as _;
use serde_json::{Serializer, Value, json};

use super::Format;
use super::json::Visible;
use crate::answer::Reference;
use crate::text::escape_control;
use crate::words::Language;

/// The months as BibTeX's styles know them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What biblatex calls the languages that a code is for; others are not told.
const LANGUAGES: [(&str, &str); 6] =
    [("da", "danish"), ("de", "ngerman"), ("en", "english"), ("fi", "finnish"), ("nb", "norwegian"), ("sv", "swedish")];

/// Writes references for a reference manager; every format but CSL-JSON is BibTeX.
pub(super) fn write(references: &[Reference], format: Format, out: &mut dyn Write) -> io::Result<()> {
    if format == Format::CslJson { write_csl(references, out) } else { write_bibtex(references, out) }
}

/// Writes BibTeX, an entry a reference, in UTF-8.
///
/// The entries are such as BibTeX's own styles and biblatex both print in full: of a data set the first do not know
/// `version`, the other not `howpublished`, so that it has both.
fn write_bibtex(references: &[Reference], out: &mut dyn Write) -> io::Result<()> {
    for (at, reference) in references.iter().enumerate() {
        if at > 0 {
            out.write_all(b"\n")?;
        }
        // Addresses and names stand as they are, but for what a terminal would act on.
        entry(reference).lines().try_for_each(|line| writeln!(out, "{}", escape_control(line)))?;
    }
    Ok(())
}

fn entry(reference: &Reference) -> String {
    let Reference { id, title, published, version, isbn, url, license, .. } = reference;
    let note = &reference.note_for_programs();
    let kind = reference.kind.as_ref().map_or("misc", |kind| &kind.bibtex);
    let mut entry = format!("@{kind}{{{},\n", key(id));
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(entry, "  {name} = {value},");
        }
    };
    // A name in braces of its own is not taken apart into given and family name, nor is a title put in lower case.
    let whole = |text: &str| if text.is_empty() { String::new() } else { format!("{{{}}}", escaped(text)) };
    let braced = |text: &str| if text.is_empty() { String::new() } else { format!("{{{text}}}") };
    let authors: Vec<String> = reference.authors.iter().map(|author| whole(author)).collect();
    field("author", &braced(&authors.join(" and ")));
    field("title", &braced(&whole(title)));
    if !version.is_empty() {
        field("howpublished", &whole(&format!("Data set. {}", reference.edition_in(Language::English))));
        field("version", &whole(version));
    }
    field("isbn", &whole(isbn));
    let mut parts = published.split('-');
    field("year", &whole(parts.next().unwrap_or_default()));
    let month = parts.next().and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    field("month", month.unwrap_or(&""));
    let language = reference.language.split('-').next().unwrap_or_default();
    let language = LANGUAGES.iter().find(|(code, _)| *code == language);
    field("langid", &braced(language.map_or("", |(_, name)| name)));
    // The url package typesets an address as it stands.
    field("url", &braced(&url.replace(['{', '}'], "")));
    let notes = [license.as_str(), note].into_iter().filter(|note| !note.is_empty());
    field("note", &whole(&notes.collect::<Vec<_>>().join(". ")));
    entry.push_str("}\n");
    entry
}

/// The id as the key of an entry, less what would end it.
fn key(id: &str) -> String {
    id.replace(|character: char| !character.is_alphanumeric() && !"-_.:/+".contains(character), "_")
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

/// Writes CSL-JSON (<https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>), one array.
fn write_csl(references: &[Reference], out: &mut dyn Write) -> io::Result<()> {
    for (at, reference) in references.iter().enumerate() {
        out.write_all(if at == 0 { b"[\n" } else { b",\n" })?;
        item(reference).serialize(&mut Serializer::with_formatter(&mut *out, Visible)).map_err(io::Error::from)?;
    }
    out.write_all(if references.is_empty() { b"[]\n" } else { b"\n]\n" })
}

fn item(reference: &Reference) -> Value {
    let Reference { id, title, published, version, isbn, url, language, license, .. } = reference;
    let note = &reference.note_for_programs();
    let kind = reference.kind.as_ref().map_or("document", |kind| &kind.csl);
    let mut item = json!({"id": id, "type": kind, "title": title});
    let mut set = |name: &str, is_known: bool, value: Value| {
        if is_known {
            item[name] = value;
        }
    };
    let authors: Vec<Value> = reference.authors.iter().map(|author| json!({"literal": author})).collect();
    set("author", !authors.is_empty(), authors.into());
    let date: Vec<u32> = published.split('-').filter_map(|part| part.parse().ok()).collect();
    set("issued", !date.is_empty(), json!({"date-parts": [date]}));
    for (name, text) in [
        ("version", version),
        ("ISBN", isbn),
        ("URL", url),
        // Without it the styles put Swedish titles in the capitals of English ones.
        ("language", language),
        ("license", license),
        ("note", note),
    ] {
        set(name, !text.is_empty(), text.as_str().into());
    }
    item
}

#[cfg(test)]
mod tests {
    use super::{Reference, escaped, key, write_bibtex, write_csl};
    use crate::package::KindNames;

    fn booklet() -> Reference {
        Reference {
            id: "skl-2009".to_owned(),
            authors: vec!["SKL & co".to_owned()],
            title: "Sveriges IT-kommun 2009".to_owned(),
            published: "2009-11".to_owned(),
            isbn: "978-91-7164-739-9".to_owned(),
            url: "https://a.se/x_y".to_owned(),
            language: "sv".to_owned(),
            note: "A copy.".to_owned(),
            kind: Some(KindNames { bibtex: "booklet".to_owned(), csl: "pamphlet".to_owned() }),
            ..Reference::default()
        }
    }

    #[test]
    fn bibtex() {
        let mut out = Vec::new();
        let two = Reference { authors: vec!["A and B".to_owned(), "C".to_owned()], ..booklet() };
        let unknown = Reference { id: "a, b}".to_owned(), language: "tlh".to_owned(), ..Reference::default() };
        write_bibtex(&[booklet(), unknown], &mut out).expect("entries");
        assert_eq!(
            String::from_utf8(out).expect("text"),
            "@booklet{skl-2009,\n  author = {{SKL \\& co}},\n  title = {{Sveriges IT-kommun 2009}},\n  \
             isbn = {978-91-7164-739-9},\n  year = {2009},\n  month = nov,\n  langid = {swedish},\n  \
             url = {https://a.se/x_y},\n  note = {A copy.},\n}\n\n@misc{a__b_,\n}\n"
        );
        let mut out = Vec::new();
        write_bibtex(&[two], &mut out).expect("an entry");
        assert!(String::from_utf8(out).expect("text").contains("  author = {{A and B} and {C}},\n"));
    }

    #[test]
    fn csl() {
        let mut out = Vec::new();
        let unknown = Reference { id: "x".to_owned(), published: "soon".to_owned(), ..Reference::default() };
        write_csl(&[booklet(), unknown], &mut out).expect("items");
        let items: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!(items[0]["issued"], serde_json::json!({"date-parts": [[2009, 11]]}));
        assert_eq!(items[0]["author"], serde_json::json!([{"literal": "SKL & co"}]));
        assert_eq!(items[0]["language"], "sv");
        assert_eq!(items[1], serde_json::json!({"id": "x", "type": "document", "title": ""}));
    }

    #[test]
    fn nothing_is_an_empty_bibliography() {
        let (mut bibtex, mut csl) = (Vec::new(), Vec::new());
        write_bibtex(&[], &mut bibtex).expect("no entry");
        write_csl(&[], &mut csl).expect("no item");
        assert_eq!((bibtex.as_slice(), csl.as_slice()), (&b""[..], &b"[]\n"[..]));
    }

    #[test]
    fn tex_acts_on_nothing_in_a_title() {
        assert_eq!(escaped("50 % & {a}_b\\c"), "50 \\% \\& \\{a\\}\\_b\\textbackslash{}c");
    }

    #[test]
    fn an_id_ends_no_entry() {
        assert_eq!(key("år-2009.a:b"), "år-2009.a:b");
        assert_eq!(key("a b,c{d}%\\"), "a_b_c_d___");
    }
}
