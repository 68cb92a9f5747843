//! English.

mod answers;
mod drawings;
mod help;
mod problems;
mod refusals;

use super::Words;

/// What is said in English.
pub(super) struct English;

impl Words for English {}
