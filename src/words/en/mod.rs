//! English.

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

/// What is said in English.
pub(super) struct English;

impl Words for English {}
