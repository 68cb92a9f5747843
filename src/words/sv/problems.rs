//! What is said where data, a file or a database is not as it should be, in Swedish.

use super::Swedish;
use crate::words::problems::Problems;

impl Problems for Swedish {}
