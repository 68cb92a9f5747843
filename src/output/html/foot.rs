//! The foot of a page: what its signs mean, what is to be told besides, the sources, and how to cite.

use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;

use super::cell::{in_language, write_address};
use super::survey::{OPEN, Signs, Survey};
use super::text::{address, anchor, text};
use crate::answer::{Answer, Reference};
use crate::output::bibliography;
use crate::output::figure::{DISPUTED, INFERRED};
use crate::output::format::Format;
use crate::package::Package;
use crate::words::{language, words};

/// Writes the foot.
pub(super) fn write(package: &Package, answer: &Answer, survey: &Survey, out: &mut dyn Write) -> Result<()> {
    write_signs(&survey.signs, out)?;
    if !answer.notices.is_empty() {
        writeln!(out, "<h2>{}</h2>\n<ul>", words().to_be_known())?;
        answer.notices.iter().try_for_each(|notice| writeln!(out, "<li>{}</li>", text(notice)))?;
        writeln!(out, "</ul>")?;
    }
    let sources = survey.cited.sources().map(|(table, id)| anchor(&table.name, [id.into()].into_iter()));
    let sources: Vec<_> = sources.zip(&survey.references).collect();
    // A source whose row is in the page is not listed once more.
    let listed: Vec<_> = sources.iter().filter(|(anchor, _)| !survey.anchors.contains(anchor)).collect();
    if !listed.is_empty() {
        writeln!(out, "<h2>{}</h2>\n<ul class=\"sources\">", words().sources())?;
        for (anchor, reference) in listed {
            writeln!(out, "<li id=\"{}\"><b>{}</b> {}</li>", text(anchor), text(&reference.id), source(reference)?)?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "<h2>{}</h2>", words().the_data())?;
    let of_data = Reference::of_package(package);
    let edition = of_data.edition_in(language());
    let edition = if edition.is_empty() { edition } else { format!(". {edition}") };
    write!(out, "<p>{} {}{}", words().data_from(), text(package.title()), text(&edition))?;
    let licence = words().licence();
    for license in package.licenses() {
        let name = text(license.name_in_full());
        match address(&license.path) {
            Some(address) => {
                let address = text(address);
                write!(out, ". {licence}: <a href=\"{address}\" rel=\"noreferrer license\">{name}</a>")?;
            }
            None => write!(out, ". {licence}: {name}")?,
        }
    }
    writeln!(out, ".</p>\n<p>{}</p>", text(&words().to_cite(&of_data.of_data())))?;
    Ok(())
}

/// What the signs of the page mean; nothing of those that it has not.
fn write_signs(signs: &Signs, out: &mut dyn Write) -> Result<()> {
    let mut told: Vec<(String, &str)> = Vec::new();
    let sign = |sign: &str| format!("<b class=\"sign\">{sign}</b>");
    if signs.inferred {
        told.push((sign(INFERRED), words().inferred_in_full()));
    }
    if signs.disputed {
        told.push((sign(DISPUTED), words().disputed_in_full()));
    }
    if signs.no_fact {
        told.push(("<i class=\"no-fact\">5</i>".to_owned(), words().no_fact_in_full()));
    }
    let open = OPEN.iter().zip(words().open_signs()).filter(|(sign, _)| signs.open.contains(sign));
    told.extend(open.map(|(sign, meaning)| (sign.to_string(), meaning)));
    if told.is_empty() {
        return Ok(());
    }
    writeln!(out, "<h2>{}</h2>\n<dl class=\"signs\">", words().signs())?;
    told.iter().try_for_each(|(sign, meaning)| writeln!(out, "<div><dt>{sign}</dt><dd>{meaning}</dd></div>"))?;
    Ok(writeln!(out, "</dl>")?)
}

/// A source in a sentence, its title in its own language. Where in it each row stands is told in the row.
fn source(reference: &Reference) -> Result<String> {
    let mut told = String::new();
    if !reference.authors.is_empty() {
        let _ = write!(told, "{}: ", text(&reference.authors.join(", ")));
    }
    if !reference.title.is_empty() {
        let _ = write!(told, "<cite{}>{}</cite>. ", in_language(&reference.language), text(&reference.title));
    }
    let isbn = if reference.isbn.is_empty() { String::new() } else { format!("ISBN {}", reference.isbn) };
    for part in [&reference.published, &isbn].into_iter().filter(|part| !part.is_empty()) {
        let _ = write!(told, "{}. ", text(part));
    }
    match address(&reference.url) {
        Some(address) => write_address(address, &text(address), &mut told)?,
        None => told.push_str(&text(&reference.url)),
    }
    let note = reference.note_for_people();
    if !note.is_empty() {
        let _ = write!(told, " {}", text(&note));
    }
    Ok(told)
}

/// Writes what is cited as a page of its own, with what reference managers take.
pub(super) fn write_references(references: &[Reference], out: &mut dyn Write) -> Result<()> {
    for reference in references {
        writeln!(out, "<p>{}</p>", text(&reference.of_data()))?;
    }
    for (title, format) in [("BibTeX", Format::Bibtex), (words().csl_json(), Format::CslJson)] {
        let mut entries = Vec::new();
        bibliography::write(references, format, &mut entries)?;
        let entries = String::from_utf8(entries)?;
        let lines: Vec<_> = entries.lines().map(text).collect();
        writeln!(out, "<h2>{title}</h2>\n<pre>{}</pre>", lines.join("\n"))?;
    }
    Ok(())
}
