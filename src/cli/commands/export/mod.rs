//! `export`: the package, or some of its tables, as a folder, a database, a workbook or a page; or what data portals want
//! to know of it.
//!
//! It appears whole or not at all: a failure or an interruption leaves what was there before.

mod catalogue;
mod folder;
mod publisher;
mod sections;
#[cfg(feature = "sql")]
mod sqlite;

use std::path::{Path, PathBuf, is_separator};

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};

use super::Command;
use crate::answer::Answer;
use crate::cli::context::Context;
use crate::cli::flags;
use crate::error;
use crate::files::{Existing, not_written};
use crate::output::Format;
use crate::package::{Package, Table};
use crate::words::{Commands, Flags, words};
use publisher::Publisher;

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "export",
    swedish: "exportera",
    told: Commands::command_export,
    examples: &[
        "export --to register.sqlite",
        "export --to register.html",
        "export --to register.ttl --publisher 'The archive' --address https://example.org/register/",
    ],
    formats: &[],
    usual_format: super::NONE,
    arguments: |command, package, scope| {
        let to = Arg::new("TO").long("to").short('o').visible_alias("output").required(true);
        let to = to.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::AnyPath);
        let to = scope.told(to, |to, words| to.value_name(words.a_path()).help(words.flag_export_to()));
        let force = Arg::new("FORCE").long("force").action(ArgAction::SetTrue);
        let force = scope.told(force, |force, words| force.help(words.flag_force()));
        let tables = flags::table_argument(package, scope, Flags::argument_export).num_args(0..);
        publisher::with_flags(command.arg(to).arg(force), scope).arg(tables)
    },
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let named = flags::several(context.matches, "TABLE");
    let is_meant = |table: &&Table| named.is_empty() || named.contains(&table.name);
    let tables: Vec<&Table> = context.package.tables().iter().filter(is_meant).collect();
    let to = flags::one::<PathBuf>(context.matches, "TO").cloned().unwrap_or_default();
    run(context.package, &tables, &to, context.matches)?;
    Ok(Answer { made: Some(to), ..Answer::default() })
}

/// What an export becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    /// A folder of CSV files with their description.
    Folder,
    /// An SQLite database, and beside it the descriptions for Datasette.
    Sqlite,
    /// A workbook for spreadsheets.
    Xlsx,
    /// A page for a browser.
    Html,
    /// A description of the whole for data portals.
    Turtle,
}

impl Target {
    /// What a path asks for, by the ending of its name.
    pub(super) fn of(path: &Path) -> Result<Self> {
        let shown = path.to_string_lossy();
        let Some(name) = path.file_name().filter(|name| *name != "-") else {
            return Err(error::bad_value("--to", &shown, words().names_nothing_to_make()).into());
        };
        // A path that ends in a separator is a folder, whatever its name.
        if shown.ends_with(is_separator) {
            return Ok(Self::Folder);
        }
        if let Some(ending) = name.to_string_lossy().strip_prefix('.')
            && (Self::by_ending(ending).is_some() || Format::by_ending(ending).is_some())
        {
            return Err(error::bad_value("--to", &shown, &words().names_no_file(ending)).into());
        }
        let Some(ending) = path.extension() else { return Ok(Self::Folder) };
        let ending = ending.to_string_lossy();
        Self::by_ending(&ending).ok_or_else(|| error::unknown_ending("--to", &ending).into())
    }

    fn by_ending(ending: &str) -> Option<Self> {
        match ending.to_lowercase().as_str() {
            "sqlite" | "sqlite3" | "db" => Some(Self::Sqlite),
            "xlsx" => Some(Self::Xlsx),
            "html" | "htm" => Some(Self::Html),
            "ttl" => Some(Self::Turtle),
            _ => None,
        }
    }
}

/// Writes the tables to the path.
fn run(package: &Package, tables: &[&Table], path: &Path, matches: &ArgMatches) -> Result<()> {
    let existing = if flags::is_set(matches, "FORCE") { Existing::Replace } else { Existing::Keep };
    let target = Target::of(path)?;
    if target != Target::Turtle {
        publisher::refuse(matches)?;
    }
    let written = match target {
        Target::Turtle => {
            if tables.len() < package.tables().len() {
                return Err(error::refused(words().describes_all().to_owned()).into());
            }
            catalogue::write(package, &Publisher::new(package, matches)?, path, existing)
        }
        Target::Folder => folder::write(package, tables, path, existing),
        Target::Html => sections::write(package, tables, path, existing, Format::Html),
        #[cfg(feature = "sql")]
        Target::Sqlite => sqlite::write(package, tables, path, existing),
        #[cfg(not(feature = "sql"))]
        Target::Sqlite => Err(error::built_without("sql").into()),
        #[cfg(feature = "xlsx")]
        Target::Xlsx => sections::write(package, tables, path, existing, Format::Xlsx),
        #[cfg(not(feature = "xlsx"))]
        Target::Xlsx => Err(error::built_without("xlsx").into()),
    };
    written.map_err(|error| not_written(path, error))
}
