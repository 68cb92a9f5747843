//! What is said where a command line is refused, and why an answer is empty.

/// What is said where a command line is refused, and why an answer is empty.
pub(crate) trait Refusals {}
