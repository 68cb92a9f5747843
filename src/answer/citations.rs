//! Citations: the sources of an answer's rows, numbered as they come, and what each of them is.

use std::collections::BTreeMap;
use std::ptr;

use anyhow::Result;

use super::{Reference, ResultSet, Statement};
use crate::package::{Package, Provenance, Table};
use crate::query::Query;
use crate::words::words;

/// The sources cited so far.
#[derive(Default)]
pub struct Citations<'p> {
    cited: Vec<Cited<'p>>,
    /// The position of each of them, by its id.
    positions: BTreeMap<String, usize>,
}

struct Cited<'p> {
    provenance: Provenance<'p>,
    id: String,
    places: Vec<Place>,
}

/// Where in a source rows stand, and its own words for their figures.
#[derive(Clone, Default)]
pub struct Place {
    /// Where; empty where that is not said.
    pub locator: String,
    /// The words, each once.
    pub words: Vec<String>,
}

impl<'p> Citations<'p> {
    /// The number of a statement's source, from 1 in the order in which sources come; its locator is kept.
    pub fn number(&mut self, provenance: Provenance<'p>, statement: &Statement) -> usize {
        let at = self.source(provenance, &statement.source);
        let places = &mut self.cited[at].places;
        let place = places.iter().position(|known| known.locator == statement.locator).unwrap_or_else(|| {
            places.push(Place { locator: statement.locator.to_string(), words: Vec::new() });
            places.len() - 1
        });
        let words = &mut places[place].words;
        if !statement.words.is_empty() && !words.iter().any(|known| *known == statement.words) {
            words.push(statement.words.to_string());
        }
        at + 1
    }

    fn source(&mut self, provenance: Provenance<'p>, id: &str) -> usize {
        if let Some(&at) = self.positions.get(id) {
            return at;
        }
        let at = self.cited.len();
        self.cited.push(Cited { provenance, id: id.to_owned(), places: Vec::new() });
        self.positions.insert(id.to_owned(), at);
        at
    }

    /// The sources of all rows of a query.
    pub fn of_query(package: &'p Package, query: Query<'p>) -> Result<Self> {
        let mut citations = Self::default();
        citations.add_all(package, &ResultSet::of_query(package, query, true))?;
        Ok(citations)
    }

    /// Takes in what all rows of a set rest on, and returns how many rows there were.
    pub fn add_all(&mut self, package: &Package, rows: &ResultSet<'p>) -> Result<usize> {
        rows.each(package, &mut |_, statements| {
            self.add(rows.provenance, statements);
            Ok(())
        })
    }

    /// Takes in what a row rests on, if its table says so.
    pub fn add(&mut self, provenance: Option<Provenance<'p>>, statements: &[Statement]) {
        for (provenance, statement) in provenance.into_iter().flat_map(|it| statements.iter().map(move |one| (it, one)))
        {
            self.number(provenance, statement);
        }
    }

    /// The tables and ids of the sources in the order of their numbers.
    pub fn sources(&self) -> impl Iterator<Item = (&'p Table, &str)> {
        self.cited.iter().map(|cited| (cited.provenance.sources, cited.id.as_str()))
    }

    /// The sources in the order of their numbers.
    pub fn references(&self, package: &Package) -> Result<Vec<Reference>> {
        let with_id =
            |cited: &Cited| Reference { id: cited.id.clone(), places: cited.places.clone(), ..Reference::default() };
        let mut references: Vec<Reference> = self.cited.iter().map(with_id).collect();
        let mut tables: Vec<Provenance> = Vec::new();
        for Cited { provenance, .. } in &self.cited {
            if !tables.iter().any(|known| ptr::eq(known.sources, provenance.sources)) {
                tables.push(*provenance);
            }
        }
        for Provenance { sources, id, .. } in tables {
            let mut rows = package.rows(sources)?;
            while let Some(record) = rows.next_record()? {
                if let Some(&at) = self.positions.get(record.text(id)?) {
                    references[at].read(sources, record)?;
                }
            }
        }
        Ok(references)
    }

    /// The works that are cited, each once, in the order in which they come: one that is cited by a copy is the work
    /// itself, which is told of the copy.
    pub fn works(&self, package: &Package) -> Result<Vec<Reference>> {
        let (mut works, mut copies) = (Self::default(), Vec::new());
        for (cited, reference) in self.cited.iter().zip(self.references(package)?) {
            if reference.copy_of.is_empty() || reference.copy_of == reference.id {
                works.source(cited.provenance, &reference.id);
            } else {
                copies.push((works.source(cited.provenance, &reference.copy_of), reference));
            }
        }
        let mut references = works.references(package)?;
        for (at, copy) in copies {
            references[at].add_copy(copy);
        }
        Ok(references)
    }

    /// The works in one line, for a drawing: the first of them in short, or all of them `in_full`.
    pub fn line(&self, package: &Package, in_full: bool) -> Result<String> {
        const FEW: usize = 4;
        let works = self.works(package)?;
        let shown = if in_full { works.len() } else { FEW };
        let sentence = |work: &Reference| if in_full { work.sentence() } else { work.brief() };
        let mut listed: Vec<String> = works.iter().take(shown).map(sentence).collect();
        for sentence in &mut listed {
            sentence.truncate(sentence.trim_end_matches('.').len());
        }
        Ok(words().sources_line(works.len(), &listed))
    }
}

impl Place {
    /// `Where ("words", "words")`.
    pub(super) fn sentence(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|words| format!("\"{words}\"")).collect();
        match (self.locator.as_str(), words.is_empty()) {
            (locator, true) => locator.to_owned(),
            ("", false) => words.join(", "),
            (locator, false) => format!("{locator} ({})", words.join(", ")),
        }
    }
}
