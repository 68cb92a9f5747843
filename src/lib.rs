//! The register of Sveriges IT-kommun, and the engine that answers questions about it.
//!
//! Data walks one way: arguments → request → rows → answer → text.

pub mod cli;
#[cfg(feature = "sql")]
mod database;
pub mod exit;
pub mod files;
mod output;
pub mod package;
mod query;
mod text;
