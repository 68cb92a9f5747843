//! `completions`: a script that completes the command line in a shell.
//!
//! Those of bash, zsh and fish are short, and ask the program. Those of other shells hold the names of all flags.

use anyhow::Result;
use clap::Arg;
use clap_complete::generate;
use clap_complete::shells::{Elvish, PowerShell};

use super::Command;
use crate::answer::{Answer, Body};
use crate::cli::context::Context;
use crate::cli::{complete, flags, subject_names, whole};
use crate::error;
use crate::package::Package;
use crate::words::{Commands, words};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "completions",
    swedish: "",
    told: Commands::command_completions,
    examples: &["completions bash > itkommun.bash", "completions zsh > _itkommun", "completions fish -o itkommun.fish"],
    formats: &[],
    usual_format: super::NONE,
    arguments: |command, _: &Package, scope| {
        let shell = Arg::new("SHELL").required(true).value_parser(flags::one_of(Script::ALL, Script::name));
        let shell = scope.told(shell, |shell, words| shell.value_name(words.a_shell()).help(words.argument_shell()));
        flags::with_text_file(command.arg(shell), scope)
    },
    answer,
};

/// The script of a shell.
#[derive(Clone, Copy)]
enum Script {
    /// One that asks the program.
    Asking(complete::Shell),
    Elvish,
    PowerShell,
}

impl Script {
    const ALL: &[Self] = &[
        Self::Asking(complete::Shell::Bash),
        Self::Elvish,
        Self::Asking(complete::Shell::Fish),
        Self::PowerShell,
        Self::Asking(complete::Shell::Zsh),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Asking(shell) => shell.name(),
            Self::Elvish => "elvish",
            Self::PowerShell => "powershell",
        }
    }
}

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let named = flags::one::<Script>(context.matches, "SHELL");
    let mut script = Vec::new();
    // Those scripts hold the names as they are, which the shell would act on.
    let is_plain = |name: &str| name.chars().all(|letter| letter.is_alphanumeric() || "-_. ".contains(letter));
    let acted_on = subject_names(context.package).find(|name| !is_plain(name));
    let is_asking = matches!(named, Some(Script::Asking(_)));
    if let Some(name) = acted_on.filter(|_| !is_asking) {
        return Err(error::refused(words().name_is_acted_on(&name)).into());
    }
    match named.ok_or_else(|| error::missing(COMMAND.name, &["<SHELL>"]))? {
        Script::Asking(shell) => script.extend(shell.script().as_bytes()),
        Script::Elvish => generate(Elvish, &mut whole(context.package), "itkommun", &mut script),
        Script::PowerShell => generate(PowerShell, &mut whole(context.package), "itkommun", &mut script),
    }
    Ok(Body::Text(String::from_utf8(script)?).into())
}
