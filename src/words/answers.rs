//! What is said around the rows of an answer.

/// What is said around the rows of an answer.
pub(crate) trait Answers {
    /// How many rows there are.
    fn rows(&self, count: usize) -> String;
}
