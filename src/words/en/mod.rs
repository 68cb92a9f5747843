//! English.

mod answers;
mod catalogues;
mod commands;
mod descriptions;
mod drawings;
mod figures;
mod files;
mod flags;
mod help;
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

/// What is said in English.
pub(super) struct English;

impl Words for English {}

/// So many cells.
fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}
