//! `completions`: a script that completes the command line in a shell.

use anyhow::Result;
use clap::{Arg, value_parser};
use clap_complete::Shell;

use super::Command;
use crate::answer::{Answer, Body};
use crate::cli::context::Context;
use crate::cli::{flags, whole};
use crate::error;
use crate::package::Package;

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "completions",
    about: "Completions for a shell",
    notes: "",
    examples: &["completions bash > itkommun.bash"],
    formats: &[],
    usual_format: "",
    arguments: |command, _: &Package, scope| {
        let shell =
            Arg::new("SHELL").required(true).value_parser(value_parser!(Shell)).help("The shell to complete in");
        flags::with_output(command.arg(shell), scope)
    },
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let shell = flags::one::<Shell>(context.matches, "SHELL").copied();
    let shell = shell.ok_or_else(|| error::missing(COMMAND.name, &["<SHELL>"]))?;
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut whole(context.package), "itkommun", &mut script);
    Ok(Body::Text(String::from_utf8(script)?).into())
}
