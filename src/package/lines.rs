//! How far a file is read, for what goes wrong before there are rows: where it is unpacked or decoded.

use std::io;

use memchr::memchr_iter;

use super::Problem;

/// The lines that are read of a file, whatever ends them.
#[derive(Default)]
pub(super) struct Lines {
    feeds: u64,
    returns: u64,
}

impl Lines {
    /// Takes note of what is read.
    pub(super) fn pass(&mut self, bytes: &[u8]) {
        self.feeds += memchr_iter(b'\n', bytes).count() as u64;
        self.returns += memchr_iter(b'\r', bytes).count() as u64;
    }

    /// That the file cannot be read behind that.
    pub(super) fn problem(&self, file: &str, message: String) -> io::Error {
        let line = 1 + self.feeds.max(self.returns);
        io::Error::new(io::ErrorKind::InvalidData, Problem { file: file.to_owned(), line, column: 1, message })
    }
}

/// Why a file cannot be read: what is known of the place, or else what the system says.
pub(super) fn of_reading(file: &str, error: io::Error) -> anyhow::Error {
    match error.downcast::<Problem>() {
        Ok(problem) => problem.into(),
        Err(error) => anyhow::Error::new(error).context(file.to_owned()),
    }
}
