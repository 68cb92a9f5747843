//! A table for people, fitted to the width of the terminal: long cells wrap, nothing is cut.
//!
//! Where the columns cannot stand beside each other without breaking words, each row is written as a list of its
//! cells instead. Cutting cells with a mark was rejected: the cells here are sentences, and half of one is useless.

use std::io::{self, Write};
use std::mem;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

use super::figure::{DISPUTED, INFERRED, shown};
use super::{RowWriter, Style};
use crate::answer::Heading;
use crate::package::Value;
use crate::text::escape_control;

/// A word up to this long is not broken to make a column narrower; a longer one may be.
const LONGEST_UNBROKEN: u16 = 18;

/// A column with longer cells than this should have at least this much room.
const ROOM_FOR_SENTENCES: u16 = 16;

/// What the line under the headings is made of.
const RULE: char = '─';

/// The blanks between two columns.
const GAP: u16 = 2;

/// Holds the rows until the widths are known.
pub(super) struct Table<'w> {
    style: Style,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    /// Whether a value is marked as inferred, and one as disputed.
    marked: [bool; 2],
    out: &'w mut dyn Write,
}

/// A column as it is shown.
#[derive(Clone)]
struct Column {
    /// Its heading, with nothing in it that a terminal would act on.
    heading: String,
    is_numeric: bool,
}

impl<'w> Table<'w> {
    /// A table without rows yet.
    pub(super) fn new(style: Style, headings: &[Heading], out: &'w mut dyn Write) -> Self {
        let column = |heading: &Heading| Column {
            heading: escape_control(&heading.name).into_owned(),
            is_numeric: heading.field_type.is_numeric(),
        };
        Self { style, columns: headings.iter().map(column).collect(), rows: Vec::new(), marked: [false; 2], out }
    }
}

impl RowWriter for Table<'_> {
    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        for value in values {
            if let Value::Marked(marked) = value {
                self.marked[0] |= marked.inferred;
                self.marked[1] |= marked.disputed;
            }
        }
        self.rows.push(values.iter().map(|value| escape_control(&shown(value)).into_owned()).collect());
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        let width = self.style.terminal.width.map(usize::from);
        if width.is_some_and(|width| self.natural_width() > width) {
            self.leave_out_empty_columns();
            let whole = self.rows.clone();
            for cell in self.rows.iter_mut().flatten().filter(|cell| cell.contains('_')) {
                *cell = broken_at_underscores(cell);
            }
            if width.is_some_and(|width| self.least_width() > width) {
                // There is room for long names beside their headings.
                self.rows = whole;
                self.write_records()?;
                self.out.write_all(if self.has_footer() { b"\n" } else { b"" })?;
                return self.write_footer();
            }
        }
        // A line of headings over nothing reads as a fault, so no rows give no table.
        if !self.rows.is_empty() {
            self.write_grid()?;
        }
        self.write_footer()
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
        let stated: Vec<usize> = (0..self.columns.len()).filter(|&column| is_stated(column)).collect();
        if !stated.is_empty() {
            self.columns = stated.iter().map(|&column| self.columns[column].clone()).collect();
            for row in &mut self.rows {
                *row = stated.iter().map(|&column| mem::take(&mut row[column])).collect();
            }
        }
    }

    /// How wide the table is where nothing wraps.
    fn natural_width(&self) -> usize {
        let widest = |column: usize| self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let columns = self.columns.iter().enumerate();
        columns.map(|(at, column)| widest(at).max(column.heading.width()) + usize::from(GAP)).sum()
    }

    /// How wide the table is where all wraps that may.
    fn least_width(&self) -> usize {
        let gaps = usize::from(GAP) * self.columns.len().saturating_sub(1);
        (0..self.columns.len()).map(|column| usize::from(self.floor(column))).sum::<usize>() + gaps
    }

    /// The least width of a column: its longest word, and room to read where it holds sentences.
    fn floor(&self, column: usize) -> u16 {
        let Column { heading, is_numeric } = &self.columns[column];
        let mut floor = if self.style.header { columns(heading.width()) } else { 0 };
        for row in &self.rows {
            let cell = &row[column];
            let word = cell.split([' ', '\n']).map(UnicodeWidthStr::width).max().unwrap_or(0);
            // A number is never broken, its thousands and its unit included.
            let word = if *is_numeric { columns(cell.width()) } else { columns(word).min(LONGEST_UNBROKEN) };
            floor = floor.max(word).max(columns(cell.width()).min(ROOM_FOR_SENTENCES));
        }
        floor
    }

    fn write_grid(&mut self) -> io::Result<()> {
        let mut grid = self.grid();
        if self.style.header {
            grid.set_header(self.columns.iter().map(|column| &column.heading));
        }
        grid.add_rows(&self.rows);
        let last = self.columns.len().saturating_sub(1);
        let floors: Vec<u16> = (0..self.columns.len()).map(|column| self.floor(column)).collect();
        for (at, column) in grid.column_iter_mut().enumerate() {
            let gap = if at < last { GAP } else { 0 };
            column.set_padding((0, gap));
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(floors[at].saturating_add(gap))));
            if self.columns[at].is_numeric {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let mut within_header = self.style.header;
        for line in grid.lines() {
            within_header &= !line.starts_with(RULE);
            // Blanks at a line's end are no part of the answer.
            let line = line.trim_end();
            if within_header {
                writeln!(self.out, "{}", self.style.terminal.bold(line))?;
            } else {
                writeln!(self.out, "{line}")?;
            }
        }
        Ok(())
    }

    /// Each row as a list of its stated cells, an empty line between two rows.
    fn write_records(&mut self) -> io::Result<()> {
        for (number, row) in self.rows.iter().enumerate() {
            if number > 0 {
                self.out.write_all(b"\n")?;
            }
            let mut grid = self.grid();
            let stated = self.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            grid.add_rows(stated.clone().map(|(column, cell)| [&column.heading, cell]));
            for (column, gap) in grid.column_iter_mut().zip([GAP, 0]) {
                column.set_padding((0, gap));
            }
            let mut headings = stated.map(|(column, _)| column.heading.as_str()).peekable();
            for line in grid.lines() {
                let line = line.trim_end();
                match headings.next_if(|heading| line.starts_with(*heading)) {
                    Some(heading) => {
                        writeln!(self.out, "{}{}", self.style.terminal.bold(heading), &line[heading.len()..])?;
                    }
                    None => writeln!(self.out, "{line}")?,
                }
            }
        }
        Ok(())
    }

    fn grid(&self) -> Grid {
        let mut grid = Grid::new();
        grid.load_style(TableStyle::new().header_separator(LineStyle::none().fill(RULE)));
        if let Some(width) = self.style.terminal.width {
            grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        }
        grid
    }

    /// How many rows there are, and what more could be shown.
    fn write_footer(&mut self) -> io::Result<()> {
        if !self.has_footer() {
            return Ok(());
        }
        let rows = match self.rows.len() {
            0 => "no rows".to_owned(),
            1 => "1 row".to_owned(),
            many => format!("{many} rows"),
        };
        let shown = self.columns.len().saturating_sub(self.style.columns_besides);
        let all = self.style.columns_in_all;
        let more = (shown < all).then(|| format!("{shown} of {all} columns (--columns all)"));
        let mut footer = rows;
        if let Some(more) = more {
            let together = footer.width() + 3 + more.width();
            let fits = self.style.terminal.width.is_none_or(|width| together <= usize::from(width));
            footer = format!("{footer}{}{more}", if fits { " · " } else { "\n" });
        }
        writeln!(self.out, "{}", self.style.terminal.dim(&footer))?;
        let signs = [format!("{INFERRED} inferred"), format!("{DISPUTED} statements differ")];
        let legend: Vec<String> = signs.into_iter().zip(self.marked).filter_map(|(it, so)| so.then_some(it)).collect();
        if legend.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", self.style.terminal.dim(&legend.join(" · ")))
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

/// A number of columns on the screen; wider than any screen is as wide as can be.
fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
