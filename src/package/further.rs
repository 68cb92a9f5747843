//! Tables whose rows lie in several files: where one ends, the next goes on.

use std::slice;

use anyhow::Result;

use super::Problem;
use super::check::reason;
use super::files::{Files, Input};
use super::form::Form;
use super::rows::{Rows, opened};

/// The files that are read behind the first.
pub(super) struct Further<'p> {
    files: &'p Files,
    paths: slice::Iter<'p, String>,
    form: &'p Form,
    /// The headings of the first, once they are read. Another may repeat them.
    headings: Option<Vec<Vec<u8>>>,
    /// Whether no row of the file is read yet.
    is_at_begin: bool,
}

impl<'p> Further<'p> {
    /// Those of a table in this form; nothing where there are none.
    pub(super) fn of(files: &'p Files, form: &'p Form) -> Option<Box<Self>> {
        let (paths, headings) = (form.further.iter(), None);
        (!form.further.is_empty()).then(|| Box::new(Self { files, paths, form, headings, is_at_begin: false }))
    }

    fn opened(&self, path: &str) -> Result<Input<'static>> {
        Ok(self.files.open(path).map_err(|error| Problem::behind(path, "", reason(&error)))?)
    }
}

impl Rows<'_> {
    /// Whether the row that is read is a comment, or headings that stood already in the first file of several.
    pub(super) fn passes_over(&mut self) -> bool {
        if self.form.as_ref().is_some_and(|(form, _)| form.passes_over(&self.row)) {
            return true;
        }
        let Some(further) = self.further.as_mut().filter(|further| further.form.has_header) else { return false };
        let is_first = std::mem::take(&mut further.is_at_begin);
        let Some(headings) = &further.headings else {
            further.headings = Some(self.row.cells().map(<[u8]>::to_vec).collect());
            return false;
        };
        let repeats =
            self.row.len() == headings.len() && self.row.cells().zip(headings).all(|(own, first)| own == first);
        is_first && repeats
    }

    /// Goes on with the next file; false where there is none.
    pub(super) fn go_on(&mut self) -> Result<bool> {
        let Some(further) = &mut self.further else { return Ok(false) };
        let Some(path) = further.paths.next() else { return Ok(false) };
        let (position, wanted) = (self.row.reached().position, self.row.how().wanted);
        (self.row, self.input) = opened(path, further.opened(path)?, further.form);
        self.row.begin_behind(position, wanted);
        self.file.clone_from(path);
        further.is_at_begin = true;
        Ok(true)
    }
}
