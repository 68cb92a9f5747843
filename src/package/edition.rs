//! The package as a work that is cited: whose it is, of which version and of when.

use super::Package;
use super::descriptor::{Contributor, License};
use crate::words::language;

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
