//! The list of sources under an answer.

use std::io::{self, Write};

use super::format::{Format, Style, start};
use super::markdown;
use crate::answer::{Heading, Reference};
use crate::package::{FieldType, Value};

/// Writes the sources: numbered lines for people, an array in JSON.
pub(super) fn write(references: &[Reference], style: Style, out: &mut dyn Write) -> io::Result<()> {
    match style.format {
        Format::Json => write_json(references, style, out),
        _ if references.is_empty() => Ok(()),
        Format::Markdown => {
            writeln!(out)?;
            for (number, reference) in (1..).zip(references) {
                writeln!(out, "{number}. {}", markdown::plain(&reference.sentence()))?;
            }
            Ok(())
        }
        _ => {
            writeln!(out)?;
            let headings = vec![Heading::number("citation"), Heading::text("source")];
            let style = Style { format: Format::Table, header: false, footer: false, ..style };
            let mut list = start(style, headings, out)?;
            for (number, reference) in (1..).zip(references) {
                list.row(&[Value::count(number), Value::text(&reference.sentence())])?;
            }
            list.end()
        }
    }
}

fn write_json(references: &[Reference], style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut headings = vec![Heading::number("citation")];
    headings.extend(
        ["id", "author", "title", "published", "isbn", "url", "language", "copy_of", "note"].map(Heading::text),
    );
    headings.push(Heading::of_type("locators", FieldType::List));
    let mut list = start(style, headings, out)?;
    for (number, reference) in (1..).zip(references) {
        let Reference { id, title, published, isbn, url, language, copy_of, note, places, .. } = reference;
        let author = reference.authors.join(", ");
        let texts = [id, &author, title, published, isbn, url, language, copy_of, note].map(|text| Value::text(text));
        let stated = places.iter().map(|place| place.locator.as_str()).filter(|locator| !locator.is_empty());
        let locators = Value::texts(stated);
        list.row(&[&[Value::count(number)][..], &texts, &[locators]].concat())?;
    }
    list.end()
}
