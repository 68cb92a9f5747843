//! A table as a command: its rows, with their sources where that is asked for, or how many there are.

use std::io::{IsTerminal, Write, stderr};

use anyhow::Result;

use super::answer::Answer;
use super::bibliography;
use super::cite::Citations;
use super::drawing::note;
use crate::output::{Format, Style};
use crate::package::Package;
use crate::query::Filter;

/// Writes the answer, and returns how many rows it has.
pub fn run(package: &Package, answer: &Answer, style: Style, cite: bool, out: &mut dyn Write) -> Result<usize> {
    if style.format.is_bibliography() {
        return bibliography::run(package, answer, style, out);
    }
    let mut cited = Citations::default();
    if !cite {
        return answer.write(package, style, out, &mut cited);
    }
    let json = style.format == Format::Json;
    if json {
        out.write_all(b"{\"rows\":")?;
    }
    let count = answer.write(package, style, out, &mut cited)?;
    if json {
        out.write_all(b",\"citations\":")?;
    }
    cited.write(package, style, out)?;
    if json {
        out.write_all(b"}\n")?;
    }
    Ok(count)
}

/// Tells a person of rows that the answer cannot have, because the sources do not give them, and, where it has none,
/// how else the question may have been meant.
pub fn tell(package: &Package, answer: &Answer, rows: usize, out: &mut dyn Write) -> Result<()> {
    if !stderr().is_terminal() {
        return Ok(());
    }
    out.flush()?;
    for gap in answer.query.gaps(package)? {
        note(&format!("{}: {}", gap.keys.join(", "), gap.note));
    }
    if rows == 0 {
        answer.query.filters.iter().filter_map(Filter::hint).for_each(note);
    }
    Ok(())
}
