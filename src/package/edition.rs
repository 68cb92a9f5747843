//! The package as a work that is cited: whose it is, of which version and of when.

use anyhow::Result;

use super::descriptor::{Contributor, License, Titles};
use super::{Date, FieldType, Package};
use crate::words::{Language, language};

/// The roles of those who made a package.
const MAKERS: [&str; 2] = ["creator", "author"];

impl Package {
    /// Its short name.
    pub fn name(&self) -> &str {
        &self.descriptor.name
    }

    /// What tells it from every other package: an address, or else an identifier.
    pub fn id(&self) -> &str {
        &self.descriptor.id
    }

    /// Its version; empty, as are all of these, where its description does not say.
    pub fn version(&self) -> &str {
        &self.descriptor.version
    }

    /// The day on which this version was made.
    pub fn date(&self) -> &str {
        self.descriptor.created.split('T').next().unwrap_or_default()
    }

    /// The language of its title, as a code.
    pub fn language(&self) -> &str {
        self.descriptor.languages.first().map_or("", String::as_str)
    }

    /// The language in which people are shown its texts, as a code: the one that is spoken, if it has them in that.
    pub fn spoken_language(&self) -> &str {
        let spoken = self.descriptor.languages.iter().find(|code| *code == language().code());
        spoken.map_or(self.language(), String::as_str)
    }

    /// The languages of its texts, as codes.
    pub fn languages(&self) -> &[String] {
        &self.descriptor.languages
    }

    /// Its title in each language that it has one in, with the language's code.
    pub fn titles(&self) -> Vec<(&str, &str)> {
        self.in_languages(&self.descriptor.title, &self.descriptor.titles)
    }

    /// Its description in the same way.
    pub fn descriptions(&self) -> Vec<(&str, &str)> {
        self.in_languages(&self.descriptor.description, &self.descriptor.descriptions)
    }

    fn in_languages<'t>(&'t self, own: &'t str, others: &'t Titles) -> Vec<(&'t str, &'t str)> {
        let swedish = Some((Language::Swedish.code(), &*others.sv)).filter(|(code, _)| *code != self.language());
        let texts = [(self.language(), own)].into_iter().chain(swedish);
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// What it is about in few words, in the language of its title.
    pub fn keywords(&self) -> &[String] {
        self.descriptor.keywords.get()
    }

    /// The same in each language that it has them in, with the language's code.
    pub fn keywords_in_languages(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self.keywords().iter().map(|keyword| (self.language(), keyword.as_str()));
        let others = self.descriptor.translated_keywords.get().iter();
        own.chain(others.flat_map(|(code, words)| words.iter().map(|word| (code.as_str(), word.as_str()))))
    }

    /// The addresses of the themes under which catalogues list it.
    pub fn themes(&self) -> &[String] {
        self.descriptor.themes.get()
    }

    /// The address of the place that it is about; empty where that is not told.
    pub fn place(&self) -> &str {
        &self.descriptor.spatial
    }

    /// The first and the last year of which it tells: those of the moments at which rows are laid out in time.
    pub fn years(&self) -> Result<Option<(String, String)>> {
        let key_of = |table| self.key(table, &table.schema().fields[table.index_of(&table.timeline.as_ref()?.key)?]);
        let Some(key) = self.tables().iter().find_map(key_of).filter(|key| key.field.field_type == FieldType::Year)
        else {
            return Ok(None);
        };
        let mut years = self.held(key.table, key.target)?;
        years.retain(|year| Date::span(year).is_ok());
        Ok(years.iter().min().cloned().zip(years.iter().max().cloned()))
    }

    /// Who publishes it, and their address, as far as that is told.
    pub fn publisher(&self) -> Option<(&str, &str)> {
        let publisher = self.descriptor.contributors.iter().find(|it| it.roles.iter().any(|role| role == "publisher"));
        publisher.map(|it| (it.title.as_str(), it.path.as_str())).filter(|(name, _)| !name.is_empty())
    }

    /// Who made it: the contributors whose role that is, or all of them where it is no one's.
    pub fn creators(&self) -> Vec<&str> {
        let contributors = &self.descriptor.contributors;
        let is_maker = |it: &&Contributor| it.roles.iter().any(|role| MAKERS.contains(&role.as_str()));
        let makers: Vec<&Contributor> = contributors.iter().filter(is_maker).collect();
        let makers = if makers.is_empty() { contributors.iter().collect() } else { makers };
        makers.into_iter().map(|maker| maker.title.as_str()).filter(|name| !name.is_empty()).collect()
    }

    /// The licences under which it may be used, as far as they have names.
    pub fn licenses(&self) -> impl Iterator<Item = &License> {
        self.descriptor.licenses.iter().filter(|license| !license.short_name().is_empty())
    }

    /// The same by their short names, in one line.
    pub fn license_names(&self) -> String {
        self.licenses().map(License::short_name).collect::<Vec<_>>().join(", ")
    }

    /// Where it is found on the web: its id where that is an address, or else its home page.
    pub fn address(&self) -> &str {
        let id = &self.descriptor.id;
        if id.starts_with("https://") || id.starts_with("http://") { id } else { &self.descriptor.homepage }
    }
}
