//! The commands that are not tables: one file a command, which says what it is called, what help tells of it, what it
//! takes and what it does.
//!
//! A new command is such a file and its lines in [`COMMANDS`].

mod chart;
mod check;
mod cite;
mod compare;
mod completions;
mod describe;
mod export;
mod man;
mod profile;
mod schema;
mod search;
mod show;
mod sql;

use anyhow::Result;

pub(super) use chart::is_drawable;
pub(super) use show::THING;

use super::context::Context;
use super::scope::Scope;
use super::{flags, rows};
use crate::answer::Answer;
use crate::output::Format;
use crate::package::Package;
use crate::words::{Text, Told, Words, words};

/// Every command, those first that answer questions.
pub(super) static COMMANDS: &[&Command] = &[
    &show::COMMAND,
    &search::COMMAND,
    &compare::COMMAND,
    &profile::COMMAND,
    &chart::COMMAND,
    &sql::COMMAND,
    &export::COMMAND,
    &schema::COMMAND,
    &describe::COMMAND,
    &check::COMMAND,
    &cite::COMMAND,
    &completions::COMMAND,
    &man::COMMAND,
];

/// A command.
pub(super) struct Command {
    /// What is typed for it.
    pub name: &'static str,
    /// What Swedish readers may type for it.
    pub swedish: &'static str,
    /// What help tells of it.
    pub told: fn(&(dyn Words + 'static)) -> Told,
    /// Examples that hold for every package; the package's own come after them.
    pub examples: &'static [&'static str],
    /// The formats that its answer can have; none where it is no rows.
    pub formats: &'static [Format],
    /// Which of them is usual, if there are any.
    pub usual_format: Text,
    /// Adds what it takes.
    pub arguments: fn(clap::Command, &Package, &Scope) -> clap::Command,
    /// Answers.
    pub answer: for<'p> fn(&Context<'_, 'p>) -> Result<Answer<'p>>,
}

impl Command {
    /// The command as clap knows it, as far as the scope asks for it.
    pub(super) fn build(&self, package: &Package, scope: &Scope) -> clap::Command {
        let command = (self.arguments)(clap::Command::new(self.name), package, scope);
        // The subcommands have these flags themselves, and one format is nothing to choose from.
        let command = if self.formats.len() < 2 || command.has_subcommands() {
            command
        } else {
            flags::with_formats(command, scope, self.formats, self.usual_format)
        };
        if scope.is_all() { command.about(self.told().about) } else { command }
    }

    /// What help tells of it.
    pub(super) fn told(&self) -> Told {
        (self.told)(words())
    }
}

/// An argument of one word or more.
fn several_words(id: &'static str) -> clap::Arg {
    clap::Arg::new(id).required(true).num_args(1..).value_hint(clap::ValueHint::Other)
}

/// The usual format of rows.
const USUAL: Text = rows::USUAL_FORMAT;

/// The usual format of what is no rows.
const NONE: Text = |_| "";

/// No arguments of its own.
fn none(command: clap::Command, _: &Package, _: &Scope) -> clap::Command {
    command
}
