//! `man`: the manual, a page for the program and one for each table and command.

mod page;
mod roff;

use std::io::Write;
use std::iter::once;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::{Arg, ValueHint, value_parser};

use super::Command;
use crate::answer::{Answer, Body};
use crate::cli::context::Context;
use crate::cli::{Subject, flags, names, refusal, subjects};
use crate::error;
use crate::files::{Existing, StagedFile, StagedFolder, not_written, publish_all};
use crate::package::Package;
use crate::words::{Commands, words};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "man",
    swedish: "handbok",
    told: Commands::command_man,
    examples: &["man > itkommun.1", "man show > itkommun-show.1", "man --to man1"],
    formats: &[],
    usual_format: super::NONE,
    arguments: |command, _, scope| {
        let subject = scope.told(Arg::new("COMMAND"), |subject, words| {
            subject.value_name(words.a_command()).help(words.argument_man())
        });
        let to = Arg::new("TO").long("to");
        let to = to.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath);
        let to = scope.told(to, |to, words| to.value_name(words.a_folder()).help(words.flag_man_to()));
        flags::with_text_file(command.arg(subject).arg(to), scope)
    },
    answer,
};

/// A folder is for all pages, a file for one.
const APART: [flags::Apart; 1] = [("TO", "--to", &[(flags::OUTPUT, "--output")])];

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    flags::keep_apart(context.matches, &APART)?;
    let package = context.package;
    if let Some(folder) = flags::one::<PathBuf>(context.matches, "TO") {
        if flags::is_given(context.matches, "COMMAND") {
            return Err(error::not_together("--to", &format!("<{}>", words().a_command())).into());
        }
        write(package, folder)?;
        return Ok(Answer { made: Some(folder.clone()), ..Answer::default() });
    }
    let page = match flags::one::<String>(context.matches, "COMMAND") {
        None => page::of_program(package),
        Some(name) => match names::subject(package, name) {
            Some(subject) => page::of(package, subject),
            None => return Err(refusal::unknown_command(package, name).into()),
        },
    };
    Ok(Body::Text(page?).into())
}

/// Writes every page to a folder, which is made where it is not there: all of them or none.
fn write(package: &Package, folder: &Path) -> Result<()> {
    if folder.is_dir() {
        let files = pages(package)?.into_iter().map(|(name, text)| {
            let mut file = StagedFile::create(&folder.join(name), Existing::Replace)?;
            file.write_all(text.as_bytes())?;
            Ok(file)
        });
        return publish_all(files.collect::<Result<_>>()?);
    }
    if folder.symlink_metadata().is_ok() {
        return Err(not_written(folder, anyhow!(words().no_folder_for_pages())));
    }
    let made = StagedFolder::create(folder, Existing::Keep)?;
    for (name, text) in pages(package)? {
        made.write(&name, text.as_bytes())?;
    }
    made.publish(|_| Ok(()))
}

/// Every page with the name of its file.
fn pages(package: &Package) -> Result<Vec<(String, String)>> {
    // A table may be called like a path.
    let file = |name: &str| format!("{}.1", name.replace(['/', '\\'], "-"));
    let program = page::of_program(package).map(|text| (file(page::PROGRAM), text));
    let of_subject = |subject: Subject| Ok((file(&page::page_name(subject.name())), page::of(package, subject)?));
    once(program).chain(subjects(package).map(of_subject)).collect()
}
