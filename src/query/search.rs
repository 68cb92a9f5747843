//! Search: the rows of a table that have all of some words, in whichever cells.
//!
//! A row has what its cells hold, what members of fixed sets are called in any language, and what its keys open. Words
//! are compared folded and without hyphens, and a plural finds its singular.

mod columns;

use std::collections::HashMap;

use anyhow::Result;
use memchr::memmem::Finder;

use crate::package::{Column, FieldType, Package, Place, Rows, Table, untranslated};
use crate::text::{push_sought, sort_by};
use crate::words::language;
use columns::{Beside, Text, read_line};

/// Words that are looked for, in one table after the other.
pub struct Search<'p> {
    package: &'p Package,
    words: Vec<Word>,
    /// What is opened by keys, by the table and the columns that it stands in: several tables open the same.
    opened: HashMap<(&'p str, usize, usize), Beside>,
}

/// A word.
struct Word {
    typed: String,
    /// The form in which it is looked for, and what finds it.
    sought: String,
    finder: Finder<'static>,
}

/// The rows of a table that have all words.
#[derive(Default)]
pub struct Matches<'p> {
    /// The positions of the rows, those first that have all words in what they are called by, and of both those that have the words
    /// whole.
    pub positions: Vec<u64>,
    /// Columns that have words which no column shown has, for each row that is so.
    pub unseen: Vec<Column<'p>>,
}

impl<'p> Search<'p> {
    /// For these words; nothing where one of those typed has no letter.
    pub fn new(package: &'p Package, typed: &[String]) -> Option<Self> {
        let mut words = Vec::new();
        for typed in typed {
            let before = words.len();
            for typed in typed.split_whitespace() {
                let sought = sought(typed);
                let sought = sought.split_whitespace().map(singular).filter(|word| !word.is_empty());
                words.extend(sought.map(|sought| Word {
                    typed: typed.to_owned(),
                    sought: sought.to_owned(),
                    finder: Finder::new(sought).into_owned(),
                }));
            }
            if words.len() == before {
                return None;
            }
        }
        Some(Self { package, words, opened: HashMap::new() })
    }

    /// The rows of a table that have all words, of which so many columns are shown.
    pub fn matches(&mut self, table: &'p Table, shown: &[Column<'p>]) -> Result<Matches<'p>> {
        let sought = self.columns(table)?;
        let of_name = named_by(table);
        let is_name: Vec<bool> = sought.iter().map(|it| it.is_own && of_name.contains(&it.cell)).collect();
        let is_seen: Vec<bool> = sought.iter().map(|it| is_seen(table, shown, &it.column)).collect();
        let (mut text, mut found) = (Text::of(&sought), Vec::new());
        let mut unseen = vec![false; sought.len()];
        let mut rows = self.rows(table, &text)?;
        while let Some(record) = rows.next_record()? {
            text.read(record)?;
            if !self.words.iter().all(|word| text.has(word)) {
                continue;
            }
            let mut texts = Vec::new();
            for column in &sought {
                let mut text = Vec::new();
                column.push(record, &mut text)?;
                texts.push(String::from_utf8(text)?);
            }
            let has = |at: usize, word: &Word| texts[at].contains(&word.sought);
            let is_in = |word: &Word, among: &[bool]| (0..texts.len()).any(|at| among[at] && has(at, word));
            let is_named = self.words.iter().all(|word| is_in(word, &is_name));
            let has_whole = |at: usize, word: &Word| has(at, word) && has_whole(&texts[at], &word.sought);
            let is_whole = self.words.iter().all(|word| (0..texts.len()).any(|at| has_whole(at, word)));
            found.push((!is_named, !is_whole, record.position()));
            for word in self.words.iter().filter(|word| !is_in(word, &is_seen)) {
                if let Some(at) = (0..texts.len()).find(|&at| has(at, word)).filter(|_| !is_in(word, &unseen)) {
                    unseen[at] = true;
                }
            }
        }
        let unseen =
            shown_instead(table, sought.iter().zip(unseen).filter_map(|(it, unseen)| unseen.then_some(it.column)));
        sort_by(&mut found, &Ord::cmp);
        Ok(Matches { positions: found.into_iter().map(|(.., position)| position).collect(), unseen })
    }

    /// The rows of a table, less such as are seen not to have all words before they are read.
    fn rows(&self, table: &Table, text: &Text) -> Result<Rows<'p>> {
        let in_line: Vec<&Word> = self.words.iter().filter(|word| !text.may_have_besides(word)).collect();
        if in_line.is_empty() {
            return self.package.rows(table);
        }
        let mut form = Vec::new();
        self.package.rows_where(table, &mut |line| {
            read_line(line, &mut form);
            in_line.iter().all(|word| word.may_be_in_line(&form))
        })
    }

    /// The words that no row of these tables has, as they were typed.
    pub fn nowhere(&mut self, tables: &[&'p Table]) -> Result<Vec<&str>> {
        let mut is_found = vec![false; self.words.len()];
        for &table in tables {
            let sought = self.columns(table)?;
            let mut text = Text::of(&sought);
            let mut rows = self.package.rows(table)?;
            while let Some(record) = rows.next_record()? {
                text.read(record)?;
                for (word, is_found) in self.words.iter().zip(&mut is_found) {
                    *is_found = *is_found || text.has(word);
                }
            }
        }
        let mut nowhere: Vec<&str> = Vec::new();
        for (word, _) in self.words.iter().zip(is_found).filter(|(_, is_found)| !is_found) {
            if !nowhere.contains(&word.typed.as_str()) {
                nowhere.push(&word.typed);
            }
        }
        Ok(nowhere)
    }
}

/// Whether a table has texts of its own besides keys and where rows are from. The rows of one that has none, such as one of
/// figures by place and year, are found by what they name in so many numbers that what is looked for is lost among them.
pub fn has_texts(package: &Package, table: &Table) -> bool {
    let is_besides = |name: &String| {
        table.marks.columns().any(|mark| mark == name)
            || table.schema().keys().any(|key| key.is_of(name) || key.locator.as_ref() == Some(name))
    };
    let mut fields = table.schema().fields.iter();
    fields.any(|field| {
        matches!(field.value_type(), FieldType::String)
            && package.key(table, field).is_none()
            && !is_besides(&field.name)
    })
}

fn sought(text: &str) -> String {
    let mut sought = Vec::new();
    let _ = push_sought(&mut sought, text.as_bytes());
    String::from_utf8(sought).unwrap_or_default()
}

/// A long word without the ending of a Swedish plural or a genitive: kommuner, datorer, Falkenbergs. What is left of a
/// short one would be part of too much.
fn singular(word: &str) -> &str {
    const LEAST: usize = 5;
    let endings = [("s", LEAST + 1), ("er", LEAST), ("ar", LEAST), ("or", LEAST)];
    endings.iter().fold(word, |word, (ending, least)| {
        word.strip_suffix(ending).filter(|stem| stem.chars().count() >= *least).unwrap_or(word)
    })
}

/// Whether a word stands in a text by itself and not as a part of others.
fn has_whole(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric()).any(|whole| singular(whole) == word)
}

/// The columns by which a row is called: its names, or else its key, or else the first that people are shown.
fn named_by(table: &Table) -> Vec<usize> {
    let key = &table.schema().primary_key;
    let first = table.columns.get(..1).unwrap_or_default();
    let names = [&table.names[..], key, first].into_iter().find(|names| !names.is_empty());
    names.unwrap_or_default().iter().filter_map(|name| table.index_of(name)).collect()
}

/// The columns in which people see what these hold: `note` where what it says stands in `note_sv`, which they are shown
/// of it; each once.
fn shown_instead<'p>(table: &'p Table, columns: impl Iterator<Item = Column<'p>>) -> Vec<Column<'p>> {
    let is_own = |column: &Column| matches!(column.place, Place::Own(_));
    let mut shown: Vec<Column> = Vec::new();
    for column in columns {
        let own = is_own(&column).then(|| table.index_of(in_one_language(&column.field.name)));
        let place = own.flatten().map(|cell| Column { field: &table.schema().fields[cell], place: Place::Own(cell) });
        let column = place.unwrap_or(column);
        if !shown.iter().any(|it| it.field.name == column.field.name && is_own(it) == is_own(&column)) {
            shown.push(column);
        }
    }
    shown
}

/// The name under which people see what the column of this name holds.
fn in_one_language(name: &str) -> &str {
    untranslated(name, language()).unwrap_or(name)
}

/// Whether people see what a column holds where these are shown: behind another one, or in place of it, too.
fn is_seen(table: &Table, shown: &[Column], column: &Column) -> bool {
    let name = &in_one_language(&column.field.name).to_owned();
    let titles = table.schema().keys().filter(|key| shown.iter().any(|it| key.is_of(&it.field.name)));
    shown.iter().any(|it| {
        it.field.name == *name || it.field.details.contains(name) || it.field.else_shows.as_ref() == Some(name)
    }) || titles.into_iter().any(|key| key.shows.as_ref() == Some(name))
}
