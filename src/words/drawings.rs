//! What is said in drawings and pages.

/// What is said in drawings and pages.
pub(crate) trait Drawings {}
