//! What is said in drawings and pages, in English.

use super::English;
use crate::words::drawings::Drawings;

impl Drawings for English {}
