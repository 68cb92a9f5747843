//! What is said where data, a file or a database is not as it should be, in English.

use super::English;
use crate::words::problems::Problems;

impl Problems for English {}
