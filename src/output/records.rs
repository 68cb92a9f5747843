//! Rows as records: each is a list of its stated cells, an empty line between two.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::Terminal;
use super::grid::{GAP, Track, lines};
use super::table::Cell;
use super::wrap::Wrapped;

/// Writes the rows under these headings.
pub(super) fn write(headings: &[&str], rows: &[Vec<Cell>], terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    let is_stated = |column: usize| rows.iter().any(|row| !row[column].text.is_empty());
    let stated = headings.iter().enumerate().filter(|(column, _)| is_stated(*column));
    let widest = stated.map(|(_, heading)| heading.width()).max().unwrap_or(0);
    let widths = widths(widest, terminal.width.map(usize::from));
    let tracks = widths.map(|width| Track { width, is_right: false });
    for (number, row) in rows.iter().enumerate() {
        if number > 0 {
            out.write_all(b"\n")?;
        }
        for (heading, cell) in headings.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty()) {
            let mut names = Wrapped::new(heading).lines(tracks[0].width).into_iter();
            for line in lines([(*heading, None), (cell.text.as_str(), cell.tone)].into_iter(), &tracks) {
                // A name with letters of many characters may have been parted once more.
                let name = names.next().and_then(|name| Some((name, line.strip_prefix(name)?)));
                match name {
                    Some((name, rest)) => writeln!(out, "{}{rest}", terminal.bold(name))?,
                    None => writeln!(out, "{line}")?,
                }
            }
        }
    }
    Ok(())
}

/// How wide headings and cells may be, the widest heading being so wide.
fn widths(widest: usize, screen: Option<usize>) -> [usize; 2] {
    let Some(screen) = screen else { return [widest, usize::MAX] };
    let heading = widest.min(screen.saturating_sub(GAP) / 2).max(1);
    [heading, screen.saturating_sub(heading + GAP).max(1)]
}

/// How many lines a row has on average, the empty one between two rows included.
pub(super) fn height(headings: &[&str], rows: &[Vec<Cell>], screen: usize) -> f64 {
    let widest = headings.iter().map(|heading| heading.width()).max().unwrap_or(0);
    let [_, room] = widths(widest, Some(screen));
    let cells = rows.iter().flatten().map(|cell| &cell.text).filter(|text| !text.is_empty());
    let lines: usize = cells.map(|cell| cell.width().div_ceil(room)).sum();
    average(lines, rows.len()) + 1.0
}

/// So many lines, on average of so many rows.
pub(super) fn average(lines: usize, rows: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(lines) / float(rows.max(1))
}
