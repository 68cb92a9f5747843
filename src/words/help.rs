//! What help and the manual say.

/// What help and the manual say.
pub(crate) trait Help {}
