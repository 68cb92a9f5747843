//! What is said around the rows of an answer, in Swedish.

use super::Swedish;
use crate::words::answers::Answers;

impl Answers for Swedish {
    fn rows(&self, count: usize) -> String {
        match count {
            0 => "inga rader".to_owned(),
            1 => "1 rad".to_owned(),
            _ => format!("{count} rader"),
        }
    }
}
