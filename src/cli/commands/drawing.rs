//! What the commands that draw have in common: where a drawing goes, and whom it cites.

use std::io::{Write, stderr};
use std::path::PathBuf;

use anyhow::Result;

use crate::files::write_file;
use crate::output::chart::{Bars, write_bars, write_on_terminal};
use crate::output::{Format, Style};
use crate::package::{Package, ProvenancePlace, Table};
use crate::text::escape_control;

/// How a drawing is to be written.
pub struct Drawn {
    /// The form it takes.
    pub style: Style,
    /// The file it goes to, if not to standard output.
    pub file: Option<PathBuf>,
}

impl Drawn {
    /// Writes bars, as SVG or for a terminal.
    pub fn write_bars(&self, bars: &Bars, out: &mut dyn Write) -> Result<()> {
        if self.style.format == Format::Svg {
            self.write_svg(out, |out| Ok(write_bars(bars, out)?))
        } else {
            Ok(write_on_terminal(bars, self.style.terminal, out)?)
        }
    }

    /// Writes an SVG to the file, which it replaces when it is whole, or to `out`.
    pub fn write_svg(&self, out: &mut dyn Write, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
        match &self.file {
            Some(path) => write_file(path, out, write),
            None => write(out),
        }
    }
}

/// Tells the user something that is no part of the answer.
pub fn note(text: &str) {
    // Where even this cannot be written there is nobody to tell.
    let _ = writeln!(stderr(), "note: {}", escape_control(text));
}

/// The positions of the columns of a table that say where its rows are from: the source, and where in it.
pub fn provenance(package: &Package, table: &Table) -> Vec<usize> {
    match package.provenance(table).map(|provenance| provenance.place) {
        Some(ProvenancePlace::Columns { source, locator }) => [Some(source), locator].into_iter().flatten().collect(),
        _ => Vec::new(),
    }
}
