//! `describe`: a description for files that have none, so that they can be asked as a package.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ValueHint, value_parser};

use super::Command;
use crate::answer::{Answer, Body};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::output::Format;
use crate::package::{Package, Proposal, propose};
use crate::words::Commands;

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "describe",
    swedish: "beskriv",
    told: Commands::command_describe,
    examples: &["describe figures.csv > datapackage.json", "describe *.csv -o datapackage.json"],
    formats: &[Format::Json],
    usual_format: super::NONE,
    arguments: |command, _: &Package, scope| {
        let files = Arg::new("FILE").required(true).num_args(1..).value_parser(value_parser!(PathBuf));
        let files = files.value_hint(ValueHint::FilePath);
        let files = scope.told(files, |files, words| files.value_name(words.a_file()).help(words.argument_describe()));
        flags::with_text_file(command.arg(files), scope)
    },
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let files = context.matches.get_many::<PathBuf>("FILE").into_iter().flatten();
    // Paths within a description are those from where it lies.
    let folder = context.file.as_deref().and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let Proposal { text, notices } = propose(folder.unwrap_or(Path::new(".")), &files.cloned().collect::<Vec<_>>())?;
    Ok(Answer { notices, ..Body::Text(text).into() })
}
