//! `cite`: how the data as a whole is cited.

use anyhow::Result;

use super::Command;
use crate::answer::{Answer, Body, Reference};
use crate::cli::context::Context;
use crate::error;
use crate::output::Format;
use crate::text::escape_control;
use crate::words::{Commands, words};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "cite",
    swedish: "citera",
    told: Commands::command_cite,
    examples: &["cite", "cite --format bibtex", "cite --format csl-json"],
    formats: Format::OF_REFERENCES,
    usual_format: Commands::usual_of_citations,
    arguments: super::none,
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let package = Reference::of_package(context.package);
    if context.format_is_chosen {
        return Ok(Body::References(vec![package]).into());
    }
    if !context.style.header {
        return Err(error::conflict("--no-header", words().citation_without_headings()).into());
    }
    Ok(Body::Text(format!("{}\n", escape_control(&package.of_data()))).into())
}
