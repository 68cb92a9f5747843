//! Citations: the sources of an answer's rows, numbered as they come, and what each of them is.

use anyhow::Result;

use super::{ResultSet, Statement};
use crate::package::{Package, Provenance, Record, Table};
use crate::query::Query;

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

/// A cited source with what its own row says of it. What is not known is empty.
#[derive(Default)]
pub struct Reference {
    /// Its id.
    pub id: String,
    /// Who made it.
    pub author: String,
    /// What it is called.
    pub title: String,
    /// When it came out: a year, a month or a day.
    pub published: String,
    /// Its ISBN.
    pub isbn: String,
    /// Its address.
    pub url: String,
    /// Where in it the rows stand, each once.
    pub locators: Vec<String>,
}

impl<'p> Citations<'p> {
    /// The number of a statement's source, from 1 in the order in which sources come; its locator is kept.
    pub fn number(&mut self, provenance: Provenance<'p>, statement: &Statement) -> usize {
        let at = self.cited.iter().position(|cited| cited.id == statement.source).unwrap_or_else(|| {
            self.cited.push(Cited { provenance, id: statement.source.to_string(), locators: Vec::new() });
            self.cited.len() - 1
        });
        let locators = &mut self.cited[at].locators;
        if !statement.locator.is_empty() && !locators.iter().any(|known| *known == statement.locator) {
            locators.push(statement.locator.to_string());
        }
        at + 1
    }

    /// The sources of all rows of a query.
    pub fn of_query(package: &'p Package, query: Query<'p>) -> Result<Self> {
        let mut citations = Self::default();
        let rows = ResultSet::of_query(package, query, true);
        rows.each(package, &mut |_, statements| {
            citations.add(rows.provenance, statements);
            Ok(())
        })?;
        Ok(citations)
    }

    /// Takes in what a row rests on, if its table says so.
    pub fn add(&mut self, provenance: Option<Provenance<'p>>, statements: &[Statement]) {
        for (provenance, statement) in provenance.into_iter().flat_map(|it| statements.iter().map(move |one| (it, one)))
        {
            self.number(provenance, statement);
        }
    }

    /// The sources in the order of their numbers.
    pub fn references(&self, package: &Package) -> Result<Vec<Reference>> {
        self.cited.iter().map(|cited| cited.reference(package)).collect()
    }

    /// The sources in one line, for a drawing: in full where they are few or `all` are wanted, else by their ids.
    pub fn line(&self, package: &Package, all: bool) -> Result<String> {
        const FEW: usize = 3;
        const MANY: usize = 12;
        let heading = if self.cited.len() == 1 { "Source" } else { "Sources" };
        let listed = if all || self.cited.len() <= FEW {
            let references = self.references(package)?;
            let brief = references.into_iter().map(|reference| Reference { locators: Vec::new(), ..reference });
            brief.map(|reference| reference.sentence()).collect::<Vec<_>>().join("; ")
        } else {
            let mut ids: Vec<&str> = self.cited.iter().take(MANY).map(|cited| cited.id.as_str()).collect();
            let more = format!("and {} more", self.cited.len().saturating_sub(MANY));
            ids.extend((self.cited.len() > MANY).then_some(more.as_str()));
            ids.join(", ")
        };
        Ok(format!("{heading}: {}", if listed.is_empty() { "the package itself" } else { &listed }))
    }
}

impl Cited<'_> {
    fn reference(&self, package: &Package) -> Result<Reference> {
        let sources = self.provenance.sources;
        let mut rows = package.rows(sources)?;
        while let Some(record) = rows.next_record()? {
            if record.raw(self.provenance.id) == self.id.as_bytes() {
                let reference = Reference::read(sources, record)?;
                return Ok(Reference { id: self.id.clone(), locators: self.locators.clone(), ..reference });
            }
        }
        Ok(Reference { id: self.id.clone(), locators: self.locators.clone(), ..Reference::default() })
    }
}

impl Reference {
    fn read(sources: &Table, record: Record) -> Result<Self> {
        let Some(columns) = &sources.citation else { return Ok(Self::default()) };
        let text = |column: &str| {
            let index = sources.index_of(column);
            index.map_or(Ok(String::new()), |index| record.text(index).map(str::to_owned))
        };
        Ok(Self {
            author: text(&columns.author)?,
            title: text(&columns.title)?,
            published: text(&columns.published)?,
            isbn: text(&columns.isbn)?,
            url: text(&columns.url)?,
            ..Self::default()
        })
    }

    /// `Author: Title. Date. ISBN. Address. – Locators`, less what is not known.
    pub fn sentence(&self) -> String {
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
