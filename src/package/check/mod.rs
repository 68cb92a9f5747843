//! Checking a package against its own description: every problem, and where it stands.
//!
//! It judges as the standard does (types, constraints, keys), and over that what only this program knows: items of
//! lists, lists that do not fit together, figures whose parts do not, and outlines.

mod column;
mod declared;
mod description;
mod figure;
mod headings;
mod hints;
mod keys;
mod lists;
mod other_files;
mod outlines;
mod places;
mod promises;
mod table;
mod text_type;
mod unique;
mod unread;
mod value;
mod written;

use std::borrow::Cow;
use std::fmt::{self, Display};

use anyhow::Result;

use super::inline::Inline;
use super::{Field, Package, Table};
use crate::error::did_you_mean;
use crate::words::words;
pub(super) use unread::of_rows as unread_of_rows;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the descriptor.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// The character on it, from 1.
    pub column: u64,
    /// What is wrong, what is allowed and what was probably meant.
    pub message: String,
}

impl Problem {
    /// A problem behind this much of a file.
    pub(super) fn behind(file: &str, before: &str, message: String) -> Self {
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let (line, column) = (1 + before.matches('\n').count(), 1 + before[start..].chars().count());
        Self { file: file.to_owned(), line: line as u64, column: column as u64, message }
    }
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl std::error::Error for Problem {}

/// So many problems of one file are told, unless all are asked for: who has mended these will ask again.
pub const MOST_PROBLEMS: usize = 1000;

/// A longer message, in characters, is cut.
const LONGEST_MESSAGE: usize = 2000;

/// How many more problems of a file there are than were told.
#[derive(Debug, PartialEq, Eq)]
pub struct Untold {
    /// The file, relative to the descriptor.
    pub file: String,
    /// How many.
    pub problems: usize,
}

/// Tells of all that is wrong with a package's description and its tables, each as it is found, so that none is held. Of
/// one file at most so many are told; the rest are counted.
pub fn check(package: &Package, most: usize, tell: &mut Tell) -> Result<Vec<Untold>> {
    let mut told = Telling { tell, most, count: 0, untold: Vec::new(), inline: None };
    let text = package.descriptor_text()?;
    // What a package need not have is passed over when it is read, and may be no text or no number.
    let written = match &package.own {
        Some(own) => Cow::Borrowed(&own.written),
        None => Cow::Owned(serde_json::from_slice(text.as_bytes())?),
    };
    told.all(description::check(package, (&text, &written)), package.descriptor_file())?;
    let targets = keys::Targets::read(package, &written);
    // One table that cannot be read hides no other.
    let described = written["resources"].as_array().into_iter().flatten();
    let described = described.filter(|resource| !resource["schema"].is_null());
    // Nor does what is wrong with the description hide what is wrong with the rows, unless it says how they are written.
    let is_read = |table: &Table| !matches!(package.form(table), Some(Err(_)));
    let tables = package.tables().iter().zip(described).filter(|(table, _)| is_read(table));
    for (table, described) in tables {
        told.inline = package.inline(&table.path).map(|inline| (inline, package.descriptor_file(), &*text));
        table::Checker::new(package, table, described, &targets).run(&mut told)?;
        told.inline = None;
        told.end(&table.path);
        let file = package.outlines_file(table).map_or("", |file| &file.path);
        told.all(outlines::check(package, table), file)?;
    }
    other_files::unread(package).try_for_each(|problem| told.all(vec![problem], ""))?;
    for (at, resource) in written["resources"].as_array().into_iter().flatten().enumerate() {
        told.all(promises::check(package, resource, at, &text), package.descriptor_file())?;
    }
    Ok(told.untold)
}

/// What is told of a problem.
pub type Tell<'t> = dyn FnMut(Problem) -> Result<()> + 't;

/// What tells of the problems of one file after the other.
struct Telling<'t, 'u> {
    tell: &'t mut Tell<'u>,
    most: usize,
    /// How many the file has that is checked.
    count: usize,
    untold: Vec<Untold>,
    /// The rows that are checked, where they stand in the description: their places there are told.
    inline: Option<(&'t Inline, &'t str, &'t str)>,
}

impl Telling<'_, '_> {
    fn add(&mut self, problem: Problem) -> Result<()> {
        self.count += 1;
        if self.count > self.most {
            return Ok(());
        }
        let problem = match self.inline {
            Some((inline, file, text)) => inline.placed(problem, (file, text)),
            None => problem,
        };
        // Names come from the package, too, and none of them has a bound.
        let message = match problem.message.char_indices().nth(LONGEST_MESSAGE) {
            Some((at, _)) => format!("{}…", &problem.message[..at]),
            None => problem.message,
        };
        (self.tell)(Problem { message, ..problem })
    }

    /// How many more of the file are told.
    fn left(&self) -> usize {
        self.most.saturating_sub(self.count)
    }

    /// All problems of a file.
    fn all(&mut self, problems: Vec<Problem>, file: &str) -> Result<()> {
        problems.into_iter().try_for_each(|problem| self.add(problem))?;
        self.end(file);
        Ok(())
    }

    /// Counts anew, since what follows is of another file.
    fn end(&mut self, file: &str) {
        let problems = self.count.saturating_sub(self.most);
        self.count = 0;
        if problems > 0 {
            self.untold.push(Untold { file: file.to_owned(), problems });
        }
    }
}

/// That a table has no column of this name.
fn no_column(table: &Table, name: &str) -> String {
    no_column_of(table, table.schema().fields.iter(), name)
}

/// That it has none of this name among these columns.
fn no_column_of<'f>(table: &Table, fields: impl Iterator<Item = &'f Field>, name: &str) -> String {
    let hint = did_you_mean(name, fields.map(|field| field.name.as_str()));
    words().no_column(&table.name, name) + &hint
}

/// That a file is not read, and why.
pub(super) fn cannot_be_read(error: &anyhow::Error) -> String {
    words().cannot_be_read(&reason(error))
}

/// Why it is not.
pub(super) fn reason(error: &anyhow::Error) -> String {
    let cause = error.root_cause();
    let of_machine = cause.downcast_ref().map(|error| words().of_machine(error));
    let of_place = || cause.downcast_ref().map(|problem: &Problem| problem.message.clone());
    of_machine.or_else(of_place).unwrap_or_else(|| cause.to_string())
}

/// The text as well as it can be read.
fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
