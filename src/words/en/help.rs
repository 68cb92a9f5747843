//! What help and the manual say, in English.

use super::English;
use crate::words::help::Help;

impl Help for English {}
