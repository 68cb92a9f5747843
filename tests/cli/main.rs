//! The program as its users run it.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

mod answers;
mod behaviour;
mod check;
mod commands;
mod export;
mod readme;
#[cfg(feature = "sql")]
mod sql;
mod support;
