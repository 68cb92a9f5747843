//! What is cited – a source, or the package itself – and how it is called in a sentence.

use anyhow::Result;

use super::Place;
use crate::package::{KindNames, Package, Record, Table};
use crate::text::stated_or;
use crate::words::{Language, language, words, words_in};

/// A work that is cited, with what is known of it. What is not known is empty.
#[derive(Clone, Default)]
pub struct Reference {
    /// Its id.
    pub id: String,
    /// Who made it.
    pub authors: Vec<String>,
    /// What it is called.
    pub title: String,
    /// The same in the language that is spoken, where it has a title in that.
    pub spoken_title: String,
    /// When it came out: a year, a month or a day.
    pub published: String,
    /// Its version.
    pub version: String,
    /// Its ISBN.
    pub isbn: String,
    /// Its address.
    pub url: String,
    /// The language of its title, as a code.
    pub language: String,
    /// What others may do with it.
    pub license: String,
    /// The id of the work that it is a copy of.
    pub copy_of: String,
    /// What one must know of it.
    pub note: String,
    /// The same in the language that is spoken, where it is written in that.
    pub spoken_note: String,
    /// The copies by which it is cited.
    pub copies: Vec<Copy>,
    /// What it is, as reference managers call it.
    pub kind: Option<KindNames>,
    /// Where in it the rows stand, each once.
    pub places: Vec<Place>,
}

/// A copy by which a work is cited.
#[derive(Clone)]
pub struct Copy {
    /// Where it is.
    pub place: CopyPlace,
    /// What one must know of it.
    pub note: String,
    /// The same in the language that is spoken, where it is written in that.
    pub spoken_note: String,
}

/// Where a copy is.
#[derive(Clone)]
pub enum CopyPlace {
    /// That is not known.
    Unknown,
    /// At the address that the work is told to have, which has none of its own.
    Here,
    /// At an address of its own.
    At(String),
}

impl Reference {
    /// The package itself.
    pub fn of_package(package: &Package) -> Self {
        let dataset = || "dataset".to_owned();
        let id = if package.id() == package.address() { "" } else { package.id() };
        Self {
            id: package.name().to_owned(),
            authors: package.creators().into_iter().map(str::to_owned).collect(),
            title: package.own_title().to_owned(),
            spoken_title: package.title().to_owned(),
            published: package.date().to_owned(),
            version: package.version().to_owned(),
            url: package.address().to_owned(),
            language: package.language().to_owned(),
            license: package.license_names(),
            note: id.to_owned(),
            kind: Some(KindNames { bibtex: dataset(), csl: dataset() }),
            ..Self::default()
        }
    }

    /// Takes in what the row of a source says of it.
    pub(super) fn read(&mut self, sources: &Table, record: Record) -> Result<()> {
        let Some(columns) = &sources.citation else { return Ok(()) };
        let text = |column: &str| {
            let index = sources.index_of(column);
            index.map_or(Ok(String::new()), |index| record.text(index).map(str::to_owned))
        };
        let if_named = |column: &Option<String>| column.as_deref().map_or(Ok(String::new()), text);
        self.authors = Some(text(&columns.author)?).filter(|author| !author.is_empty()).into_iter().collect();
        self.title = text(&columns.title)?;
        self.published = text(&columns.published)?;
        self.isbn = text(&columns.isbn)?;
        self.url = text(&columns.url)?;
        self.note = text(&columns.note)?;
        let spoken = sources.in_language(&columns.note, language());
        self.spoken_note = spoken.map_or(Ok(String::new()), |cell| record.text(cell).map(str::to_owned))?;
        self.language = if_named(&columns.language)?;
        self.copy_of = if_named(&columns.copy_of)?;
        self.kind = columns.kinds.get(&text(&columns.kind)?).cloned();
        Ok(())
    }

    /// Takes in a copy of the work: it is found where the copy is, and what one must know of the copy is told. Of a work
    /// of which nothing is known, its copy is all there is.
    pub(super) fn add_copy(&mut self, copy: Self) {
        if self.title.is_empty() && self.authors.is_empty() {
            *self = copy;
            return;
        }
        let place = match (self.url.is_empty(), copy.url.is_empty()) {
            (_, true) => CopyPlace::Unknown,
            (true, false) => {
                self.url = copy.url;
                CopyPlace::Here
            }
            (false, false) => CopyPlace::At(copy.url),
        };
        self.copies.push(Copy { place, note: copy.note, spoken_note: copy.spoken_note });
    }

    /// What one must know of it and of the copies by which it is cited, in the language that is spoken.
    pub fn note_for_people(&self) -> String {
        let copies = self.copies.iter().map(|copy| (&copy.place, stated_or(&copy.spoken_note, &copy.note)));
        note(stated_or(&self.spoken_note, &self.note), copies, language())
    }

    /// The same for programs, which read it in the package's own language whichever is spoken.
    pub fn note_for_programs(&self) -> String {
        let copies = self.copies.iter().map(|copy| (&copy.place, copy.note.as_str()));
        note(&self.note, copies, Language::English)
    }

    /// `Author: Title. Date. ISBN. Address. Note – Places`, less what is not known. The note is part of it: what one
    /// must know of a source, such as that it was read from a poor scan, one must know wherever it is cited.
    pub fn sentence(&self) -> String {
        let author = self.authors.join(", ");
        let mut text = match (author.as_str(), self.title.as_str()) {
            ("", "") => self.id.clone(),
            ("", title) => title.to_owned(),
            (author, title) => format!("{author}: {title}"),
        };
        let isbn = if self.isbn.is_empty() { String::new() } else { format!("ISBN {}", self.isbn) };
        for part in [&self.published, &isbn, &self.url, &self.note_for_people()] {
            add_sentence(&mut text, part);
        }
        let places: Vec<String> = self.places.iter().map(Place::sentence).filter(|place| !place.is_empty()).collect();
        if !places.is_empty() {
            add_sentence(&mut text, &format!("– {}", places.join("; ")));
        }
        text
    }

    /// The same in short, for where many are named: `Author: Title, year`, the year where the title does not say it.
    pub fn brief(&self) -> String {
        let author = self.authors.join(", ");
        let title = match (author.as_str(), self.title.as_str()) {
            ("", "") => self.id.clone(),
            ("", title) => title.to_owned(),
            (author, "") => author.to_owned(),
            (author, title) => format!("{author}: {title}"),
        };
        match self.published.split('-').next() {
            Some(year) if !year.is_empty() && !title.contains(year) => format!("{title}, {year}"),
            _ => title,
        }
    }

    /// The same of a data set in the form that `DataCite` recommends, with its date and licence besides:
    /// `Creators (Year): Title. Version, Date. (Dataset). Licence. Address or identifier`
    pub fn of_data(&self) -> String {
        let year = self.published.split('-').next().unwrap_or_default();
        let year = if year.is_empty() { String::new() } else { format!(" ({year})") };
        let title = stated_or(&self.spoken_title, stated_or(&self.title, &self.id));
        let mut text = match self.authors.join("; ").as_str() {
            "" => format!("{title}{year}"),
            authors => format!("{authors}{year}: {title}"),
        };
        add_sentence(&mut text, &self.edition_in(language()));
        add_sentence(&mut text, words().dataset());
        add_sentence(&mut text, &self.license);
        add_sentence(&mut text, &self.url);
        add_sentence(&mut text, &self.note);
        text
    }

    /// The version and its date: `Version 0.2.0, 2026-11-26`.
    pub fn edition_in(&self, language: Language) -> String {
        let version = &self.version;
        let version = if version.is_empty() { String::new() } else { words_in(language).version(version) };
        let parts = [version.as_str(), &self.published].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// What one must know of a work and, behind it, where each copy is and what one must know of that.
fn note<'r>(own: &str, copies: impl Iterator<Item = (&'r CopyPlace, &'r str)>, language: Language) -> String {
    let (words, mut note) = (words_in(language), own.to_owned());
    for (place, of_copy) in copies {
        match place {
            CopyPlace::Unknown => {}
            CopyPlace::Here => add_sentence(&mut note, words.address_of_copy()),
            CopyPlace::At(address) => add_sentence(&mut note, &words.copy_at(address)),
        }
        add_sentence(&mut note, of_copy);
    }
    note
}

/// Adds a sentence, if there is one, and ends the one before it.
fn add_sentence(text: &mut String, sentence: &str) {
    if sentence.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push_str(if text.ends_with(['.', '?', '!']) { " " } else { ". " });
    }
    text.push_str(sentence);
}
