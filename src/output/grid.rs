//! Cells beside each other, each of them wrapped in its own column of the screen.
//!
//! Where a text goes on in the next line is decided here, since comfy-table parts figures from their units and ids at
//! any letter; it sets the lines beside each other.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, TableStyle, Width};

use super::tone::{Tone, coloured};
use super::wrap::Wrapped;

/// The blanks between two columns.
pub(super) const GAP: usize = 2;

/// A column of the screen.
#[derive(Clone, Copy)]
pub(super) struct Track {
    pub width: usize,
    /// Whether its cells stand at its right, as numbers do.
    pub is_right: bool,
}

impl Track {
    /// The same, so wide that no figure of this cell is parted.
    pub(super) fn holding(self, cell: &str) -> Self {
        Self { width: self.width.max(Wrapped::new(cell).figure()), ..self }
    }
}

/// The lines of cells that stand beside each other.
pub(super) fn lines<'c>(cells: impl Iterator<Item = (&'c str, Option<Tone>)>, tracks: &[Track]) -> Vec<String> {
    let mut grid = Grid::new();
    grid.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Disabled);
    grid.add_row(cells.zip(tracks).map(|((cell, tone), track)| {
        let alignment = if track.is_right { CellAlignment::Right } else { CellAlignment::Left };
        let wrapped = Wrapped::new(cell).lines(track.width);
        let toned = tone.map(|tone| wrapped.iter().map(|line| tone.around(line)).collect::<Vec<_>>().join("\n"));
        Cell::new(toned.unwrap_or_else(|| wrapped.join("\n"))).set_alignment(alignment)
    }));
    let last = tracks.len().saturating_sub(1);
    for ((at, track), column) in tracks.iter().enumerate().zip(grid.column_iter_mut()) {
        let gap = if at < last { GAP } else { 0 };
        column.set_padding((0, columns(gap)));
        // Nothing stands behind the last column: it is as wide as its lines, and has no end where there is no screen.
        if at < last || track.is_right {
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(columns(track.width + gap))));
        }
    }
    // Blanks at a line's end are no part of an answer.
    grid.lines().map(|line| coloured(line.trim_end_matches(' ').to_owned())).collect()
}

fn columns(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
