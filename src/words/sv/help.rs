//! What help and the manual say, in Swedish.

use super::Swedish;
use crate::words::help::Help;

impl Help for Swedish {}
