//! Swedish, as a Swede in public service writes it. `du` stands only in "menade du".

mod answers;
mod catalogues;
mod commands;
mod descriptions;
mod drawings;
mod figures;
mod files;
mod flags;
mod help;
mod json;
mod manual;
mod maps;
mod notices;
mod pages;
mod placeholders;
mod problems;
mod proposals;
mod refusals;
mod statements;
mod surroundings;
mod things;
mod values;
mod workbooks;

use super::Words;
use crate::text::{quoted_in, quoted_value_in, set_in};

/// What is said in Swedish.
pub(super) struct Swedish;

impl Words for Swedish {}

/// What was typed or read, quoted for a message.
pub(super) fn quoted(text: &str) -> String {
    quoted_in(text, "ett tomt värde", "tecken")
}

/// A value of a row, quoted for a message.
fn quoted_value(text: &str) -> String {
    quoted_value_in(text, "ett tomt värde", "tecken")
}

/// What a set allows, as far as a message has room for it.
fn set(allowed: &[String]) -> String {
    set_in(allowed, |others| format!(" och {others} till"))
}

/// So many cells.
fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} celler") }
}
