//! `cite`: how the data as a whole is cited.

use anyhow::Result;

use super::Command;
use crate::answer::{Answer, Body, Reference};
use crate::cli::context::Context;
use crate::error;
use crate::output::Format;
use crate::text::escape_control;
use crate::words::words;

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "cite",
    swedish: "citera",
    about: "How to cite the data: its version, date and licence",
    notes: "The sources of rows: --cite or --format bibtex on any table, `show`, `search` \
            and whatever is drawn.",
    examples: &["cite", "cite --format bibtex", "cite --format csl-json"],
    formats: Format::OF_REFERENCES,
    usual_format: "by default a line in the form that DataCite recommends",
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
