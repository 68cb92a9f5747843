//! What is said in drawings and pages, in Swedish.

use super::Swedish;
use crate::words::drawings::Drawings;

impl Drawings for Swedish {}
