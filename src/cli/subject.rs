//! What a command line is about: a table or a command.

use std::borrow::Cow;

use clap::Command;

use super::scope::Scope;
use super::{commands, flags, rows};
use crate::output::Format;
use crate::package::{Package, Table};

/// What the first word of a command line names.
#[derive(Clone, Copy)]
pub(super) enum Subject<'p> {
    Table(&'p Table),
    Command(&'static commands::Command),
}

impl<'p> Subject<'p> {
    pub(super) fn named(package: &'p Package, name: &str) -> Option<Self> {
        let command = commands::COMMANDS.iter().copied().find(|command| command.name == name);
        command.map(Self::Command).or_else(|| package.table(name).map(Self::Table))
    }

    pub(super) fn name(self) -> &'p str {
        match self {
            Self::Table(table) => &table.name,
            Self::Command(command) => command.name,
        }
    }

    /// What is typed for it.
    pub(super) fn typed(self) -> Cow<'p, str> {
        match self {
            Self::Table(table) if is_command(&table.name) => format!("table {}", table.name).into(),
            _ => self.name().into(),
        }
    }

    /// The formats that its answer can have.
    pub(super) fn formats(self) -> &'static [Format] {
        match self {
            Self::Table(_) => Format::OF_ROWS,
            Self::Command(command) => command.formats,
        }
    }

    /// The subject as a clap command, as far as the scope asks for it.
    pub(super) fn build(self, package: &Package, scope: &Scope) -> Command {
        let command = match self {
            Self::Table(table) => rows::build(package, table, scope),
            Self::Command(command) => command.build(package, scope),
        };
        flags::with_surroundings(command, scope)
    }
}

/// Every table, then every command.
pub(super) fn subjects(package: &Package) -> impl Iterator<Item = Subject<'_>> {
    let tables = package.meant_tables().map(Subject::Table);
    tables.chain(commands::COMMANDS.iter().copied().map(Subject::Command))
}

/// What is typed for each of them.
pub(super) fn subject_names(package: &Package) -> impl Iterator<Item = Cow<'_, str>> {
    subjects(package).map(Subject::typed)
}

/// Whether a command is called so.
fn is_command(name: &str) -> bool {
    commands::COMMANDS.iter().any(|command| command.name == name) || ["help", "table"].contains(&name)
}
