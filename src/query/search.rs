//! Search: the rows of a table that have all of some words, in whichever cells.
//!
//! A row has what its cells hold, what members of fixed sets are called in any language, and what its keys open. Words
//! are compared folded and without hyphens, and a plural finds its singular.

use std::collections::HashMap;
use std::rc::Rc;

use anyhow::Result;

use crate::package::{Column, Field, FieldType, Package, Place, Record, Table, untranslated};
use crate::text::{push_sought, sort_by};
use crate::words::language;

/// Words that are looked for, in one table after the other.
pub struct Search<'p> {
    package: &'p Package,
    words: Vec<Word>,
    /// What is opened by keys, by the table and the columns that it stands in: several tables open the same.
    opened: HashMap<(&'p str, usize, usize), Opened>,
}

/// A word.
struct Word {
    typed: String,
    /// The form in which it is looked for.
    sought: String,
}

/// What stands in a column of another table, by the key.
type Opened = Rc<HashMap<Vec<u8>, String>>;

/// The rows of a table that have all words.
#[derive(Default)]
pub struct Matches<'p> {
    /// The positions of the rows, those first that have all words in what they are called by, and of both those that have the words
    /// whole.
    pub positions: Vec<u64>,
    /// Columns that have words which no column shown has, for each row that is so.
    pub unseen: Vec<Column<'p>>,
}

/// A column in which words are looked for.
struct Sought<'p> {
    column: Column<'p>,
    /// The cell, or that of the key which opens the column.
    cell: usize,
    /// The separator of the cell's items, if it is a list.
    delimiter: Option<u8>,
    /// Whether what the cell holds is looked at.
    is_own: bool,
    /// What is looked at besides, by what the cell holds.
    besides: Option<Opened>,
}

impl<'p> Search<'p> {
    /// For these words; nothing where one of those typed has no letter.
    pub fn new(package: &'p Package, typed: &[String]) -> Option<Self> {
        let mut words = Vec::new();
        for typed in typed {
            let before = words.len();
            for typed in typed.split_whitespace() {
                let sought = sought(typed);
                let sought = sought.split(' ').map(singular).filter(|word| !word.is_empty());
                words.extend(sought.map(|sought| Word { typed: typed.to_owned(), sought: sought.to_owned() }));
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
        let (mut text, mut found) = (String::new(), Vec::new());
        let mut unseen = vec![false; sought.len()];
        let mut rows = self.package.rows(table)?;
        while let Some(record) = rows.next_record()? {
            text.clear();
            for column in &sought {
                column.push(record, &mut text)?;
            }
            if !self.words.iter().all(|word| text.contains(&word.sought)) {
                continue;
            }
            let mut texts = Vec::new();
            for column in &sought {
                text.clear();
                column.push(record, &mut text)?;
                texts.push(text.clone());
            }
            let has = |at: usize, word: &Word| texts[at].contains(&word.sought);
            let is_in = |word: &Word, among: &[bool]| (0..texts.len()).any(|at| among[at] && has(at, word));
            let is_named = self.words.iter().all(|word| is_in(word, &is_name));
            let is_whole = self.words.iter().all(|word| texts.iter().any(|text| has_whole(text, &word.sought)));
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

    /// The words that no row of these tables has, as they were typed.
    pub fn nowhere(&mut self, tables: &[&'p Table]) -> Result<Vec<&str>> {
        let (mut text, mut is_found) = (String::new(), vec![false; self.words.len()]);
        for &table in tables {
            let sought = self.columns(table)?;
            let mut rows = self.package.rows(table)?;
            while let Some(record) = rows.next_record()? {
                text.clear();
                for column in &sought {
                    column.push(record, &mut text)?;
                }
                for (word, is_found) in self.words.iter().zip(&mut is_found) {
                    *is_found = *is_found || text.contains(&word.sought);
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

    fn columns(&mut self, table: &'p Table) -> Result<Vec<Sought<'p>>> {
        let mut sought = Vec::new();
        // What a key over several columns opens is found in the table where it stands.
        let is_sought = |column: &Column| !matches!(column.place, Place::Joined { key, .. } if !key.is_single());
        for column in self.package.columns(table).filter(is_sought) {
            sought.push(match column.place {
                Place::Own(cell) => {
                    let field = column.field;
                    let labels =
                        field.categories().iter().map(|it| (it.value.clone().into_bytes(), labels(field, &it.value)));
                    let labels: HashMap<_, _> = labels.collect();
                    let besides = (!labels.is_empty()).then(|| Rc::new(labels));
                    Sought { column, cell, delimiter: delimiter(field), is_own: true, besides }
                }
                Place::Joined { key, cell } => {
                    let place = (key.table.name.as_str(), key.target, cell);
                    let opened = match self.opened.get(&place) {
                        Some(opened) => Rc::clone(opened),
                        None => Rc::new(opened(self.package, key.table, key.target, cell)?),
                    };
                    self.opened.insert(place, Rc::clone(&opened));
                    let (cell, delimiter) = (key.own, delimiter(key.field));
                    Sought { column, cell, delimiter, is_own: false, besides: Some(opened) }
                }
            });
        }
        Ok(sought)
    }
}

impl Sought<'_> {
    /// Adds what a row has in the column, each text in a line.
    fn push(&self, record: Record, text: &mut String) -> Result<()> {
        if record.raw(self.cell).is_empty() {
            return Ok(());
        }
        if self.is_own {
            push_sought(text, record.text(self.cell)?);
            text.push('\n');
        }
        let Some(besides) = &self.besides else { return Ok(()) };
        for item in record.raw(self.cell).split(|byte| Some(*byte) == self.delimiter) {
            if let Some(beside) = besides.get(item) {
                text.push_str(beside);
            }
        }
        Ok(())
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

/// What a column of a table holds, by that of its keys.
fn opened(package: &Package, table: &Table, target: usize, cell: usize) -> Result<HashMap<Vec<u8>, String>> {
    let field = &table.schema().fields[cell];
    let (mut opened, mut rows) = (HashMap::new(), package.rows_up_to(table, target.max(cell))?);
    while let Some(record) = rows.next_record()? {
        let value = record.text(cell)?;
        let text = if value.is_empty() { String::new() } else { sought(value) + "\n" + &labels(field, value) };
        opened.insert(record.raw(target).to_vec(), text);
    }
    Ok(opened)
}

/// What a member of a fixed set is called, each label in a line.
fn labels(field: &Field, member: &str) -> String {
    let members = field.categories().iter().filter(|it| it.value == member);
    let labels =
        members.flat_map(|it| [&it.label, &it.labels.sv]).filter(|label| !label.is_empty() && *label != member);
    labels.fold(String::new(), |lines, label| lines + &sought(label) + "\n")
}

fn sought(text: &str) -> String {
    let mut sought = String::with_capacity(text.len());
    push_sought(&mut sought, text);
    sought
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

fn delimiter(field: &Field) -> Option<u8> {
    (field.field_type == FieldType::List).then_some(field.delimiter as u8)
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
