//! What the program says to people, in each of its languages, and which of them it speaks.
//!
//! Each language is a module of plain functions, `en` and `sv`; a trait for each subject says which there are, so that a
//! text that one language lacks does not compile, and what is to be told stands beside it. Texts that are looked up by a
//! key while the program runs were rejected: over two hundred of them, fluent-bundle added 0.67 million instructions to a
//! start and rust-i18n 0.25, functions 0.007.
//!
//! What a program reads is in no language: names of columns, flags and members in machine formats, the grammar of values,
//! exit statuses, the order of rows, and the `file:line:column:` before what is wrong in a file.

mod en;
mod sv;

mod answers;
mod catalogues;
mod commands;
mod descriptions;
mod drawings;
mod figures;
mod files;
mod flags;
mod help;
mod manual;
mod maps;
mod notices;
mod pages;
mod placeholders;
mod problems;
mod proposals;
mod refusals;
mod statements;
mod surroundings;
mod things;
mod values;
mod workbooks;

use std::sync::atomic::{AtomicBool, Ordering};

use answers::Answers;
use catalogues::Catalogues;
use descriptions::Descriptions;
use drawings::Drawings;
use figures::Figures;
use files::Files;
use maps::Maps;
use notices::Notices;
use pages::Pages;
use problems::Problems;
use proposals::Proposals;
use refusals::Refusals;
use statements::Statements;
use things::Things;
use values::Values;
use workbooks::Workbooks;

pub(crate) use commands::{Commands, Told};
pub(crate) use flags::Flags;
pub(crate) use help::{Help, LANGUAGES};
pub(crate) use manual::Manual;
pub(crate) use placeholders::Placeholders;
pub(crate) use surroundings::Surroundings;

/// A language that the program speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// English.
    English,
    /// Swedish.
    Swedish,
}

/// Whether Swedish is spoken. One for the process, as a locale is: an error is worded where it is found, and a language
/// handed down to there would be an argument of nearly every function.
static SWEDISH: AtomicBool = AtomicBool::new(false);

/// The language that is spoken; English until another is chosen.
pub fn language() -> Language {
    if SWEDISH.load(Ordering::Relaxed) { Language::Swedish } else { Language::English }
}

/// Chooses the language that is spoken from now on.
pub fn speak(language: Language) {
    SWEDISH.store(language == Language::Swedish, Ordering::Relaxed);
}

/// All that is said.
pub(crate) trait Words:
    Answers
    + Catalogues
    + Commands
    + Descriptions
    + Drawings
    + Figures
    + Files
    + Flags
    + Help
    + Manual
    + Maps
    + Notices
    + Pages
    + Placeholders
    + Problems
    + Proposals
    + Refusals
    + Statements
    + Surroundings
    + Things
    + Values
    + Workbooks
{
}

/// One of the texts that have nothing to fill in, resolved when it is shown.
pub(crate) type Text = fn(&(dyn Words + 'static)) -> &'static str;

/// What is said, in the language that is spoken.
pub(crate) fn words() -> &'static dyn Words {
    words_in(language())
}

/// What is said in a language, for texts that are in one whichever is spoken.
pub(crate) fn words_in(language: Language) -> &'static dyn Words {
    match language {
        Language::English => &en::English,
        Language::Swedish => &sv::Swedish,
    }
}

/// What was typed or read, quoted for a message: [`crate::text::quoted`] in the language that is spoken.
pub(crate) fn quoted(text: &str) -> String {
    match language() {
        Language::English => crate::text::quoted(text),
        Language::Swedish => sv::quoted(text),
    }
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Swedish];

    /// The language's code.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
        }
    }

    /// The language of a code or a locale, such as `sv_SE.UTF-8`; nothing where it is none of ours.
    pub fn named(locale: &str) -> Option<Self> {
        let code = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

#[cfg(test)]
mod tests;
