//! Citations: the sources of an answer's rows, numbered as they come, and the list of them under the answer.

use std::io::Write;

use anyhow::Result;

use crate::output::{self, Format, Heading, Style};
use crate::package::{FieldType, Package, Provenance};

/// The sources cited so far.
#[derive(Default)]
pub struct Citations<'p> {
    cited: Vec<Cited<'p>>,
}

struct Cited<'p> {
    provenance: Provenance<'p>,
    id: String,
    locators: Vec<String>,
}

/// What stands between the locators of one citation in JSON; no text has it.
const SEPARATOR: char = '\u{1f}';

impl<'p> Citations<'p> {
    /// The number of a source, from 1 in the order in which sources come; the locator is kept with it.
    pub fn number(&mut self, provenance: Provenance<'p>, id: &str, locator: &str) -> usize {
        let at = self.cited.iter().position(|cited| cited.id == id).unwrap_or_else(|| {
            self.cited.push(Cited { provenance, id: id.to_owned(), locators: Vec::new() });
            self.cited.len() - 1
        });
        let locators = &mut self.cited[at].locators;
        if !locator.is_empty() && !locators.iter().any(|known| known == locator) {
            locators.push(locator.to_owned());
        }
        at + 1
    }

    /// The sources in one line, for a drawing: in full where they are few, else by their names.
    pub fn line(&self, package: &Package) -> Result<String> {
        const FEW: usize = 3;
        const MANY: usize = 12;
        let heading = if self.cited.len() == 1 { "Source" } else { "Sources" };
        let listed = if self.cited.len() <= FEW {
            let described = self.cited.iter().map(|cited| Ok(Described::find(package, cited)?.sentence()));
            described.collect::<Result<Vec<_>>>()?.join("; ")
        } else {
            let mut ids: Vec<&str> = self.cited.iter().take(MANY).map(|cited| cited.id.as_str()).collect();
            let more = format!("and {} more", self.cited.len().saturating_sub(MANY));
            ids.extend((self.cited.len() > MANY).then_some(more.as_str()));
            ids.join(", ")
        };
        Ok(format!("{heading}: {}", if listed.is_empty() { "the package itself" } else { &listed }))
    }

    /// Writes the list: numbered lines for people, the array's rows in JSON.
    pub fn write(&self, package: &Package, style: Style, out: &mut dyn Write) -> Result<()> {
        let described = self.cited.iter().map(|cited| Described::find(package, cited)).collect::<Result<Vec<_>>>()?;
        match style.format {
            Format::Json => write_json(&described, style, out),
            _ if described.is_empty() => Ok(()),
            Format::Markdown => {
                writeln!(out)?;
                for (number, cited) in (1..).zip(&described) {
                    writeln!(out, "{number}. {}", output::markdown_text(&cited.sentence()))?;
                }
                Ok(())
            }
            _ => {
                writeln!(out)?;
                let headings = vec![Heading::number("citation"), Heading::text("source")];
                let style = Style { format: Format::Table, header: false, footer: false, ..style };
                let mut list = output::start(style, headings, out)?;
                for (number, cited) in (1..).zip(&described) {
                    list.row(&[&format!("{number}"), &cited.sentence()])?;
                }
                Ok(list.end()?)
            }
        }
    }
}

/// A cited source with what its own row says of it.
struct Described {
    id: String,
    author: String,
    title: String,
    published: String,
    isbn: String,
    url: String,
    locators: Vec<String>,
}

impl Described {
    fn find(package: &Package, cited: &Cited) -> Result<Self> {
        let sources = cited.provenance.sources;
        let mut described = Self {
            id: cited.id.clone(),
            author: String::new(),
            title: String::new(),
            published: String::new(),
            isbn: String::new(),
            url: String::new(),
            locators: cited.locators.clone(),
        };
        let Some(columns) = &sources.citation else { return Ok(described) };
        let mut rows = package.rows(sources)?;
        while let Some(record) = rows.next()? {
            if record.raw(cited.provenance.id) != cited.id.as_bytes() {
                continue;
            }
            let text = |column: &str| sources.index_of(column).map_or(Ok(""), |index| record.text(index));
            for (part, column) in [
                (&mut described.author, &columns.author),
                (&mut described.title, &columns.title),
                (&mut described.published, &columns.published),
                (&mut described.isbn, &columns.isbn),
                (&mut described.url, &columns.url),
            ] {
                text(column)?.clone_into(part);
            }
            break;
        }
        Ok(described)
    }

    /// `Author: Title. Date. ISBN. Address. – Locators`, less what is not known.
    fn sentence(&self) -> String {
        let mut text = match (self.author.as_str(), self.title.as_str()) {
            ("", "") => self.id.clone(),
            ("", title) => title.to_owned(),
            (author, title) => format!("{author}: {title}"),
        };
        let isbn = if self.isbn.is_empty() { String::new() } else { format!("ISBN {}", self.isbn) };
        for part in [&self.published, &isbn, &self.url] {
            if !part.is_empty() {
                text.push_str(if text.ends_with(['.', '?', '!']) { " " } else { ". " });
                text.push_str(part);
            }
        }
        if !self.locators.is_empty() {
            text.push_str(". – ");
            text.push_str(&self.locators.join("; "));
        }
        text
    }
}

fn write_json(described: &[Described], style: Style, out: &mut dyn Write) -> Result<()> {
    let mut headings = vec![Heading::number("citation")];
    headings.extend(["id", "author", "title", "published", "isbn", "url"].map(Heading::text));
    headings.push(Heading { field_type: FieldType::List, delimiter: SEPARATOR, ..Heading::text("locators") });
    let mut list = output::start(style, headings, out)?;
    for (number, cited) in (1..).zip(described) {
        let locators = cited.locators.join(SEPARATOR.encode_utf8(&mut [0; 4]));
        list.row(&[
            &format!("{number}"),
            &cited.id,
            &cited.author,
            &cited.title,
            &cited.published,
            &cited.isbn,
            &cited.url,
            &locators,
        ])?;
    }
    Ok(list.end()?)
}
