//! What is said where a command line is refused, and why an answer is empty, in Swedish.

use super::Swedish;
use crate::words::refusals::Refusals;

impl Refusals for Swedish {}
