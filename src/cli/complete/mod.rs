//! What can come at the cursor of a command line, for the shells in which a short script asks.
//!
//! A script hands on the line as far as it is typed, and is told the words that fit: commands and tables, flags, and what
//! a flag takes, down to the names that the package's rows have. The program is asked at each press of the key, so that
//! a script of a kilobyte serves for every package, and knows none.
//!
//! Why not the engine that `clap_complete` has for this: it is marked unstable, builds the whole command line for each
//! word, does not know that `jar` begins Järfälla, has no lists by comma, and puts `Lilla Edet` in as two words. What is
//! needed beyond clap's own definition of the flags, which is read here, is less than would stand around that engine.
//!
//! A line that cannot be completed is no error: there is nothing to offer, and nobody to tell.

mod line;
mod matching;
mod place;
mod shell;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::beforehand;
use crate::error;
use crate::package::Package;
use line::Line;
pub(super) use shell::Shell;

/// What the scripts call; no table has a name like it, and help does not tell of it.
pub(super) const NAME: &str = "__complete";

/// A word that can come.
struct Candidate {
    text: String,
    /// What it means; empty where that needs no telling.
    help: String,
}

/// What can come at the cursor, behind so many bytes of the word there, which stay.
enum Offer {
    /// One of these words.
    Words(usize, Vec<Candidate>),
    /// The path of a file.
    Files(usize),
    /// The path of a folder.
    Folders(usize),
}

/// What a script is told: its arguments are the shell, the line up to the cursor and, in bash, what breaks words.
pub(super) fn answer(package: &Package, arguments: &[OsString]) -> String {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    let Some(shell) = arguments.next().and_then(|name| Shell::named(&name)) else { return String::new() };
    let typed = arguments.next().unwrap_or_default();
    // Letters are compared one by one, and so must be whole.
    let typed = ComposingNormalizerBorrowed::new_nfc().normalize(&typed);
    let line = Line::read(&typed, shell, &arguments.next().unwrap_or_default());
    let offer = place::offer(package, &line).ok().flatten();
    offer.map_or_else(String::new, |offer| shell.told(&line, offer))
}

/// The package that is named in the line which a script hands on.
pub(super) fn package_named(arguments: &[OsString]) -> Option<PathBuf> {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    let shell = Shell::named(&arguments.next()?)?;
    let line = Line::read(&arguments.next()?, shell, "");
    let mut words = [String::new()].into_iter().chain(line.words).map(OsString::from).collect();
    let missing = || error::refused(String::new());
    beforehand::take(&mut words, "--package", &missing).ok()?.map(PathBuf::from)
}

#[cfg(test)]
mod tests;
