//! What is said where data, a file or a database is not as it should be.

/// What is said where data, a file or a database is not as it should be.
pub(crate) trait Problems {}
