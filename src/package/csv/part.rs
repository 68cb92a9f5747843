//! A part of a file, whose first row begins at its first byte and whose last may end in the next part.

use super::{How, Row};

/// How far the rows of a file are read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::package) struct Reached {
    /// The byte of the file at which what follows begins.
    pub position: u64,
    /// Its line.
    pub line: u64,
    /// Whether the byte before was a carriage return, to which a line feed belongs.
    after_return: bool,
}

impl Reached {
    /// This byte and line.
    pub(in crate::package) fn at(position: u64, line: u64) -> Self {
        Self { position, line, after_return: false }
    }

    /// The same on this line.
    pub(in crate::package) fn on_line(self, line: u64) -> Self {
        Self { line, ..self }
    }
}

impl<'b> Row<'b> {
    /// Before the first row of these bytes, which begin where a file was read to. A row that has no end in them is none,
    /// unless they are the last.
    pub(in crate::package) fn of_part(bytes: &'b [u8], how: How, reached: Reached, is_last: bool) -> Self {
        let Reached { position, line, after_return } = reached;
        Self {
            how,
            is_whole: is_last,
            is_part: !is_last,
            before: position,
            first_line: line,
            line,
            looked_from: line,
            next_line: line,
            after_return,
            ..Self::over(bytes.into(), how.delimiter)
        }
    }

    /// How far it and what is before it reach.
    pub(in crate::package) fn reached(&self) -> Reached {
        Reached { position: self.before + self.next as u64, line: self.next_line, after_return: self.after_return }
    }

    /// What is read of the file and not passed over.
    pub(in crate::package) fn rest(&self) -> &[u8] {
        &self.buffer[self.next..self.filled]
    }

    /// Goes to the row that begins at this byte of the file, and on this line of those from the first row on.
    pub(in crate::package) fn go_to(&mut self, position: u64, line: u64) {
        self.next = usize::try_from(position - self.before).unwrap_or(usize::MAX).min(self.filled);
        (self.next_line, self.after_return) = (self.first_line + line - 1, false);
        self.ahead.go();
    }
}
