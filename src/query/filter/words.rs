//! Words: each must be in the row, in whichever cells.

use anyhow::Result;

use crate::package::Record;
use crate::text::fold;

/// Folded words that a row must contain, all of them.
pub(super) struct Words(Vec<String>);

impl Words {
    /// For words that are folded already and none of which is empty.
    pub(super) fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    /// Whether each word is part of one of the row's cells.
    pub(super) fn all_in(&self, record: Record) -> Result<bool> {
        let mut missing: Vec<&str> = self.0.iter().map(String::as_str).collect();
        for cell in 0..record.cell_count() {
            let text = fold(record.text(cell)?);
            missing.retain(|word| !text.contains(word));
            if missing.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
