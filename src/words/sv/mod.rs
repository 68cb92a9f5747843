//! Swedish, as a Swede in public service writes it. `du` stands only in "menade du".

mod answers;
mod commands;
mod drawings;
mod flags;
mod help;
mod manual;
mod notices;
mod placeholders;
mod problems;
mod refusals;
mod surroundings;
mod values;

use super::Words;
use crate::text::quoted_in;

/// What is said in Swedish.
pub(super) struct Swedish;

impl Words for Swedish {}

/// What was typed or read, quoted for a message.
pub(super) fn quoted(text: &str) -> String {
    quoted_in(text, "ett tomt värde", "tecken")
}
