//! A table for people, fitted to the width of the terminal: long cells wrap, nothing is cut.
//!
//! Where the columns cannot stand beside each other without breaking words, each row is written as a list of its
//! cells instead. Cutting cells with a mark was rejected: the cells here are sentences, and half of one is useless.

use std::io::{self, Write};
use std::mem;

use comfy_table::{
    Attribute, Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid, TableStyle, Width,
};
use unicode_width::UnicodeWidthStr;

use super::{Heading, RowWriter, Style};
use crate::package::FieldType;
use crate::text::escape_control;

/// A word up to this long is not broken to make a column narrower; a longer one may be.
const LONGEST_UNBROKEN: u16 = 18;

/// A column with longer cells than this should have at least this much room.
const ROOM_FOR_SENTENCES: u16 = 16;

/// The blanks between two columns.
const GAP: u16 = 2;

/// Holds the rows until the widths are known.
pub struct Table<'w> {
    style: Style,
    headings: Vec<Heading>,
    rows: Vec<Vec<String>>,
    out: &'w mut dyn Write,
}

impl<'w> Table<'w> {
    pub fn new(style: Style, headings: Vec<Heading>, out: &'w mut dyn Write) -> Self {
        Self { style, headings, rows: Vec::new(), out }
    }
}

impl RowWriter for Table<'_> {
    fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        let shown = self.headings.iter().zip(cells).map(|(heading, cell)| {
            let shown = escape_control(cell);
            if heading.field_type == FieldType::List {
                shown.replace(heading.delimiter, ", ")
            } else {
                shown.into_owned()
            }
        });
        self.rows.push(shown.collect());
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        let mut whole = None;
        if self.style.terminal.width.is_some_and(|width| self.natural_width() > usize::from(width)) {
            self.leave_out_empty_columns();
            whole = Some(self.rows.clone());
            for cell in self.rows.iter_mut().flatten().filter(|cell| cell.contains('_')) {
                *cell = broken_at_underscores(cell);
            }
        }
        let floors: Vec<u16> = (0..self.headings.len()).map(|column| self.floor(column)).collect();
        let gaps = GAP * columns(self.headings.len().saturating_sub(1));
        let needed = floors.iter().fold(gaps, |sum, floor| sum.saturating_add(*floor));
        // A line of headings over nothing reads as a fault, so no rows give no table.
        if self.style.terminal.width.is_some_and(|width| needed > width) {
            // There is room for long names beside their headings.
            self.rows = whole.unwrap_or_default();
            self.write_records()?;
            self.out.write_all(if self.has_footer() { b"\n" } else { b"" })?;
        } else if !self.rows.is_empty() {
            self.write_grid(&floors)?;
        }
        if self.has_footer() { self.write_footer() } else { Ok(()) }
    }
}

impl Table<'_> {
    fn has_footer(&self) -> bool {
        self.style.footer && self.style.terminal.shown
    }

    /// Leaves out columns without any value, where the footer tells that there are more.
    fn leave_out_empty_columns(&mut self) {
        if !self.has_footer() || self.style.columns_in_all == 0 {
            return;
        }
        let is_stated = |column: usize| self.rows.iter().any(|row| !row[column].is_empty());
        let stated: Vec<usize> = (0..self.headings.len()).filter(|&column| is_stated(column)).collect();
        if !stated.is_empty() {
            self.headings = stated.iter().map(|&column| self.headings[column].clone()).collect();
            for row in &mut self.rows {
                *row = stated.iter().map(|&column| mem::take(&mut row[column])).collect();
            }
        }
    }

    /// How wide the table is where nothing wraps.
    fn natural_width(&self) -> usize {
        let widest = |column: usize| self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let columns = self.headings.iter().enumerate();
        columns.map(|(column, heading)| widest(column).max(heading.name.width()) + usize::from(GAP)).sum()
    }

    /// The least width of a column: its longest word, and room to read where it holds sentences.
    fn floor(&self, column: usize) -> u16 {
        // A number is never broken, its thousands and its unit included.
        let numeric = self.headings[column].field_type.is_numeric();
        let heading = if self.style.header { escape_control(&self.headings[column].name).width() } else { 0 };
        let mut floor = columns(heading);
        for row in &self.rows {
            let cell = &row[column];
            let word = cell.split([' ', '\n']).map(UnicodeWidthStr::width).max().unwrap_or(0);
            let word = if numeric { columns(cell.width()) } else { columns(word).min(LONGEST_UNBROKEN) };
            floor = floor.max(word).max(columns(cell.width()).min(ROOM_FOR_SENTENCES));
        }
        floor
    }

    fn write_grid(&mut self, floors: &[u16]) -> io::Result<()> {
        let mut grid = self.grid();
        if self.style.header {
            grid.set_header(self.headings.iter().map(|heading| bold(&escape_control(&heading.name))));
        }
        grid.add_rows(&self.rows);
        for (index, (column, floor)) in grid.column_iter_mut().zip(floors).enumerate() {
            let gap = if index + 1 < floors.len() { GAP } else { 0 };
            column.set_padding((0, gap));
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(floor.saturating_add(gap))));
            if self.headings[index].field_type.is_numeric() {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        write_lines(self.out, &grid)
    }

    /// Each row as a list of its stated cells, an empty line between two rows.
    fn write_records(&mut self) -> io::Result<()> {
        for (number, row) in self.rows.iter().enumerate() {
            if number > 0 {
                self.out.write_all(b"\n")?;
            }
            let mut grid = self.grid();
            let stated = self.headings.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            grid.add_rows(stated.map(|(heading, cell)| [bold(&escape_control(&heading.name)), Cell::new(cell)]));
            for (column, gap) in grid.column_iter_mut().zip([GAP, 0]) {
                column.set_padding((0, gap));
            }
            write_lines(self.out, &grid)?;
        }
        Ok(())
    }

    fn grid(&self) -> Grid {
        let mut grid = Grid::new();
        grid.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─')));
        if self.style.terminal.color {
            grid.enforce_styling()
        } else {
            grid.force_no_tty()
        };
        if let Some(width) = self.style.terminal.width {
            grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        }
        grid
    }

    /// How many rows there are, and what more could be shown.
    fn write_footer(&mut self) -> io::Result<()> {
        let rows = match self.rows.len() {
            0 => "no rows".to_owned(),
            1 => "1 row".to_owned(),
            many => format!("{many} rows"),
        };
        let (shown, all) = (self.headings.len(), self.style.columns_in_all);
        let more = (shown < all).then(|| format!("{shown} of {all} columns (--columns all)"));
        let mut footer = rows;
        if let Some(more) = more {
            let together = footer.width() + 3 + more.width();
            let fits = self.style.terminal.width.is_none_or(|width| together <= usize::from(width));
            footer = format!("{footer}{}{more}", if fits { " · " } else { "\n" });
        }
        writeln!(self.out, "{}", self.style.terminal.dim(&footer))
    }
}

/// The text with its long names, which have no blanks, in lines that end at underscores.
fn broken_at_underscores(cell: &str) -> String {
    let words = cell.split(' ').map(|word| {
        if word.width() <= usize::from(LONGEST_UNBROKEN) {
            return word.to_owned();
        }
        let mut lines = vec![String::new()];
        for part in word.split_inclusive('_') {
            match lines.last_mut() {
                Some(line) if line.width() + part.width() <= usize::from(LONGEST_UNBROKEN) => line.push_str(part),
                _ => lines.push(part.to_owned()),
            }
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    });
    words.collect::<Vec<_>>().join(" ")
}

fn bold(text: &str) -> Cell {
    Cell::new(text).add_attribute(Attribute::Bold)
}

/// A number of columns on the screen; wider than any screen is as wide as can be.
fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Blanks at a line's end are no part of the answer.
fn write_lines(out: &mut dyn Write, grid: &Grid) -> io::Result<()> {
    for line in grid.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
