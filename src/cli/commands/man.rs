//! `man`: the manual page.

use anyhow::Result;

use super::Command;
use crate::answer::{Answer, Body};
use crate::cli::context::Context;
use crate::cli::{flags, whole};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "man",
    about: "The manual page",
    notes: "",
    examples: &["man > itkommun.1"],
    formats: &[],
    usual_format: "",
    arguments: |command, _, scope| flags::with_output(command, scope),
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(whole(context.package)).render(&mut page)?;
    Ok(Body::Text(String::from_utf8(page)?).into())
}
