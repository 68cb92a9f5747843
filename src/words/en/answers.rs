//! What is said around the rows of an answer, in English.

use super::English;
use crate::words::answers::Answers;

impl Answers for English {
    fn rows(&self, count: usize) -> String {
        match count {
            0 => "no rows".to_owned(),
            1 => "1 row".to_owned(),
            _ => format!("{count} rows"),
        }
    }
}
