//! English.

mod answers;
mod drawings;
mod help;
mod notices;
mod problems;
mod refusals;
mod values;

use super::Words;

/// What is said in English.
pub(super) struct English;

impl Words for English {}
