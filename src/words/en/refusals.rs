//! What is said where a command line is refused, and why an answer is empty, in English.

use super::English;
use crate::words::refusals::Refusals;

impl Refusals for English {}
