//! Tables whose rows lie in several files: where one ends, the next goes on.

use std::slice;

use anyhow::Result;

use super::Problem;
use super::check::reason;
use super::files::{Files, Input};
use super::form::Form;
use super::lines::of_reading;
use super::rows::{Rows, opened};

/// The files that are read behind the first.
pub(super) struct Further<'p> {
    files: &'p Files,
    paths: slice::Iter<'p, String>,
    form: &'p Form,
    /// The headings of the first, once they are read. Another may repeat them.
    headings: Option<Vec<Vec<u8>>>,
    /// Whether the first row of a file is read and has not been handed on: it is none of headings.
    has_row: bool,
}

impl<'p> Further<'p> {
    /// Those of a table in this form; nothing where there are none.
    pub(super) fn of(files: &'p Files, form: &'p Form) -> Option<Box<Self>> {
        let (paths, headings) = (form.further.iter(), None);
        (!form.further.is_empty()).then(|| Box::new(Self { files, paths, form, headings, has_row: false }))
    }

    fn opened(&self, path: &str) -> Result<Input<'static>> {
        Ok(self.files.open(path).map_err(|error| Problem::behind(path, "", reason(&error)))?)
    }
}

impl Rows<'_> {
    /// Keeps what is read first, if it is the headings of a table in several files.
    pub(super) fn keep_headings(&mut self) {
        let Some(further) = self.further.as_mut().filter(|it| it.headings.is_none() && it.form.has_header) else {
            return;
        };
        further.headings = Some(self.row.cells().map(<[u8]>::to_vec).collect());
    }

    /// Whether the row that is read is still to be handed on.
    pub(super) fn take_row(&mut self) -> bool {
        self.further.as_mut().is_some_and(|further| std::mem::take(&mut further.has_row))
    }

    /// Goes on with the next file behind its headings, if it has some; false where there is no other file.
    pub(super) fn go_on(&mut self) -> Result<bool> {
        let Some(further) = &mut self.further else { return Ok(false) };
        let Some(path) = further.paths.next() else { return Ok(false) };
        let (position, wanted) = (self.row.reached().position, self.row.how().wanted);
        (self.row, self.input) = opened(path, further.opened(path)?, further.form);
        self.row.begin_behind(position, wanted);
        self.file.clone_from(path);
        if let Some(headings) = &further.headings {
            let is_found = self.row.read(&mut *self.input, None).map_err(|error| of_reading(path, error))?;
            let repeats =
                self.row.len() == headings.len() && self.row.cells().zip(headings).all(|(own, first)| own == first);
            further.has_row = is_found && !repeats;
        }
        Ok(true)
    }
}
