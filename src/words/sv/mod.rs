//! Swedish, as a Swede in public service writes it. `du` stands only in "menade du".

mod answers;
mod drawings;
mod help;
mod problems;
mod refusals;

use super::Words;

/// What is said in Swedish.
pub(super) struct Swedish;

impl Words for Swedish {}
