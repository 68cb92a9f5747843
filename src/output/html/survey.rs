//! What must be known of all rows of a page before the first of them is written: which columns say anything, where
//! each row will stand, and what signs need a legend. Of the rows themselves nothing is kept.

use std::collections::{HashMap, HashSet};
use std::ptr;

use anyhow::Result;

use super::cell::Links;
use super::text::anchor;
use crate::answer::{Citations, Entry, Reference, ResultSet};
use crate::output::figure::shown;
use crate::package::{Key, Package, Place, Provenance, Value};

/// A table of the page.
pub(super) struct Part<'a, 'p> {
    /// Its name.
    pub name: &'a str,
    /// Its title, where the page has several.
    pub title: Option<&'a str>,
    /// Its rows.
    pub rows: &'a ResultSet<'p>,
}

impl<'p> Part<'_, 'p> {
    /// How each row says where it is from; nothing where the rows are sources themselves.
    pub(super) fn provenance(&self) -> Option<Provenance<'p>> {
        let table = self.rows.of_table().map(|(table, _)| table);
        self.rows.provenance.filter(|it| table.is_none_or(|table| !ptr::eq(it.sources, table)))
    }

    /// The keys among the columns, with their positions.
    pub(super) fn keys(&self, package: &'p Package) -> impl Iterator<Item = (usize, Key<'p>)> {
        let columns = self.rows.of_table().into_iter().flat_map(|(table, columns)| {
            columns.iter().enumerate().filter(|(_, it)| matches!(it.place, Place::Own(_))).map(move |it| (table, it))
        });
        columns.filter_map(|(table, (at, column))| Some((at, package.key(table, column.field)?)))
    }
}

/// What is known of one table.
pub(super) struct Surveyed {
    /// Which of its columns are shown: those that say something, or that were asked for by name.
    pub shown: Vec<bool>,
    /// Where each of its rows stands.
    pub anchors: Vec<String>,
}

/// What is known of the page.
#[derive(Default)]
pub(super) struct Survey<'p> {
    /// Of each table.
    pub parts: Vec<Surveyed>,
    /// What its rows rest on.
    pub cited: Citations<'p>,
    /// The same, with what is known of each source.
    pub references: Vec<Reference>,
    /// Where rows stand.
    pub anchors: HashSet<String>,
    /// The rows that keys lead to, by the table and the column that the keys name.
    links: HashMap<(String, usize), Links>,
    /// The signs that stand in it.
    pub signs: Signs,
}

/// The signs that need a legend.
#[derive(Default)]
pub(super) struct Signs {
    /// Whether a value is marked as inferred.
    pub inferred: bool,
    /// Whether a value is marked as disputed.
    pub disputed: bool,
    /// Whether a figure is no fact.
    pub no_fact: bool,
    /// The signs of what figures leave open, with their meanings.
    pub open: HashSet<char>,
}

impl<'p> Survey<'p> {
    /// Reads all rows once.
    pub(super) fn of(package: &'p Package, parts: &[Part<'_, 'p>]) -> Result<Self> {
        let mut survey = Self::default();
        for part in parts {
            let surveyed = survey.part(package, part)?;
            survey.anchors.extend(surveyed.anchors.iter().cloned());
            survey.parts.push(surveyed);
        }
        for (_, key) in parts.iter().flat_map(|part| part.keys(package)) {
            survey.link(package, key)?;
        }
        survey.references = survey.cited.references(package)?;
        Ok(survey)
    }

    fn part(&mut self, package: &'p Package, part: &Part<'_, 'p>) -> Result<Surveyed> {
        let headings = &part.rows.headings;
        let mut shown_columns: Vec<bool> = headings.iter().map(|heading| heading.is_named).collect();
        let (mut anchors, mut names) = (Vec::new(), Names::default());
        part.rows.each_entry(package, &mut |Entry { values, statements, key, .. }| {
            for ((is_shown, value), heading) in shown_columns.iter_mut().zip(values).zip(headings) {
                self.signs.read(value);
                *is_shown |= !value.is_missing()
                    && heading.unsaid.as_ref().is_none_or(|unsaid| shown(value) != **unsaid)
                    || matches!(value, Value::Marked(_));
            }
            self.cited.add(part.provenance(), statements);
            anchors.push(names.next(part.name, key));
            Ok(())
        })?;
        // Rows of which everything goes without saying are rows still.
        if !shown_columns.contains(&true) {
            shown_columns.fill(true);
        }
        Ok(Surveyed { shown: shown_columns, anchors })
    }

    /// Finds the rows that a key may lead to, as far as the page has them.
    fn link(&mut self, package: &'p Package, key: Key<'p>) -> Result<()> {
        let of = (key.table.name.clone(), key.target);
        if self.links.contains_key(&of) {
            return Ok(());
        }
        let own = key.table.schema().primary_key.iter().map(|name| key.table.index_of(name));
        let own: Option<Vec<usize>> = own.collect();
        let (mut links, mut rows, mut names) = (Links::new(), package.rows(key.table)?, Names::default());
        if let Some(own) = own.filter(|own| !own.is_empty()) {
            while let Some(record) = rows.next_record()? {
                let parts = own.iter().map(|&cell| record.text(cell).map(Value::text)).collect::<Result<Vec<_>>>()?;
                let anchor = names.next(&key.table.name, &parts);
                if self.anchors.contains(&anchor) {
                    links.entry(record.text(key.target)?.to_owned()).or_insert(anchor);
                }
            }
        }
        self.links.insert(of, links);
        Ok(())
    }

    /// The language of a source, as a code; empty where it is not known.
    pub(super) fn language(&self, source: &str) -> &str {
        self.references.iter().find(|it| it.id == source).map_or("", |reference| &reference.language)
    }

    /// The rows that a key leads to.
    pub(super) fn links(&self, key: Key) -> Option<&Links> {
        self.links.get(&(key.table.name.clone(), key.target)).filter(|links| !links.is_empty())
    }
}

impl Signs {
    fn read(&mut self, value: &Value) {
        match value {
            Value::Marked(marked) => {
                self.inferred |= marked.inferred;
                self.disputed |= marked.disputed;
                self.read(&marked.value);
            }
            Value::Quantity(quantity) => {
                self.no_fact |= !quantity.is_fact;
                self.open.extend(shown(value).chars().filter(|sign| OPEN.contains(sign)));
            }
            // What is compared is figures in words.
            Value::List(_) | Value::Text(_) => {
                self.open.extend(shown(value).chars().filter(|sign| OPEN.contains(sign)));
            }
            _ => {}
        }
    }
}

/// What stands before a figure that is not exact, and does not speak for itself.
pub(super) const OPEN: [char; 5] = ['≈', '≳', '≲', '≥', '≤'];

/// Gives each row a name of its own: that of its key, or else of its place.
#[derive(Default)]
struct Names {
    rows: usize,
    given: HashMap<String, usize>,
}

impl Names {
    fn next(&mut self, table: &str, key: &[Value]) -> String {
        self.rows += 1;
        if key.is_empty() {
            return anchor(table, [self.rows.to_string().into()].into_iter());
        }
        let name = anchor(table, key.iter().map(|value| value.plain(" ")));
        let times = self.given.entry(name.clone()).or_default();
        *times += 1;
        // Keys that differ in punctuation alone, or a key that is none.
        if *times == 1 { name } else { format!("{name}/{times}") }
    }
}
