//! A table for people, fitted to the width of the terminal: cells wrap, nothing is cut.
//!
//! Columns that are empty in all rows give way, unless they were asked for by name, and so do those that say only what
//! goes without saying. Where a row is shorter as a record
//! than as a line of narrow columns, rows are written as records, unless a table was asked for. Cutting cells with a mark
//! was rejected: the cells here are sentences, and half of one is useless.
//!
//! Of a very long answer the first rows decide, since not all can be held: their widths are those of the others, and no
//! column gives way, since it may have a value further down.

use std::io::{self, Write};
use std::mem;

use super::figure::{legend, shown};
use super::grid::{GAP, Track, lines};
use super::records;
use super::title::over_column;
use super::tone::Tone;
use super::widths::{Cells, fitted, forced};
use super::{Format, RowWriter, Style};
use crate::answer::Heading;
use crate::package::{FieldType, Value, either};
use crate::text::escape_control;
use crate::words::words;

/// What the line under the headings is made of.
const RULE: &str = "─";

/// A table may have so many times the lines of records: its rows can be compared, theirs cannot.
const MORE_THAN_RECORDS: f64 = 1.5;

/// So many rows are held, and decide.
const SAMPLE: usize = if cfg!(test) { 8 } else { 10_000 };

/// Holds the rows until the widths are known.
pub(super) struct Table<'w> {
    style: Style,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    /// How many rows are written, and in columns of which widths if not as records.
    written: usize,
    widths: Option<Vec<usize>>,
    /// How many columns have given way.
    empty: usize,
    /// Whether a value is marked as inferred, and one as disputed.
    marked: [bool; 2],
    out: &'w mut dyn Write,
}

/// A cell as it is shown.
pub(super) struct Cell {
    /// Its text, with nothing in it that a terminal would act on.
    pub text: String,
    /// What its colour says, where there is colour.
    pub tone: Option<Tone>,
}

/// A column as it is shown.
struct Column {
    /// Its heading, with nothing in it that a terminal would act on.
    heading: String,
    /// Whether its cells stand at its right, as numbers do.
    is_right: bool,
    is_named: bool,
    unsaid: Option<String>,
    emphasised: Vec<String>,
}

impl Column {
    /// A value as a cell of the column.
    fn cell(&self, value: &Value, has_colour: bool) -> Cell {
        let text = escape_control(&shown(value)).into_owned();
        let is_chief = has_colour && self.emphasised.contains(&text);
        let tone = if is_chief { Some(Tone::Chief) } else { Tone::of(value).filter(|_| has_colour) };
        Cell { text, tone }
    }
}

impl<'w> Table<'w> {
    /// A table without rows yet.
    pub(super) fn new(style: Style, headings: &[Heading], out: &'w mut dyn Write) -> Self {
        let column = |heading: &Heading| Column {
            heading: escape_control(&over_column(heading)).into_owned(),
            // Years are names more than numbers: no one adds them.
            is_right: heading.field_type.is_numeric() && heading.field_type != FieldType::Year,
            is_named: heading.is_named,
            unsaid: heading.unsaid.clone(),
            emphasised: heading.emphasised.clone(),
        };
        let columns = headings.iter().map(column).collect();
        Self { style, columns, rows: Vec::new(), written: 0, widths: None, empty: 0, marked: [false; 2], out }
    }
}

impl RowWriter for Table<'_> {
    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        for value in values {
            self.marked = either(self.marked, value.marks());
        }
        let has_colour = self.style.terminal.color;
        if self.rows.len() == SAMPLE {
            self.write_rows()?;
        }
        self.rows.push(self.columns.iter().zip(values).map(|(column, value)| column.cell(value, has_colour)).collect());
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        // A line of headings over nothing reads as a fault, so no rows give no table.
        if !self.rows.is_empty() {
            if self.written == 0 {
                self.leave_out_empty_columns();
            }
            self.write_rows()?;
            if self.widths.is_none() && self.has_footer() {
                writeln!(self.out)?;
            }
        }
        self.write_footer()
    }
}

impl Table<'_> {
    /// Writes the rows that are held, and lets go of them.
    fn write_rows(&mut self) -> io::Result<()> {
        if self.written == 0 {
            self.widths = self.widths();
        }
        match self.widths.take() {
            Some(widths) => {
                self.write_table(&widths)?;
                self.widths = Some(widths);
            }
            None => self.write_records()?,
        }
        self.written += self.rows.len();
        self.rows.clear();
        Ok(())
    }

    /// Columns that say nothing give way.
    fn leave_out_empty_columns(&mut self) {
        if self.style.format != Format::Table {
            return;
        }
        let is_shown = |at: usize, column: &Column| {
            let is_all = |text: &str| self.rows.iter().all(|row| row[at].text == text);
            column.is_named || !is_all("") && !column.unsaid.as_ref().is_some_and(|unsaid| is_all(unsaid))
        };
        let stays: Vec<bool> = self.columns.iter().enumerate().map(|(at, column)| is_shown(at, column)).collect();
        if stays.contains(&true) {
            self.empty = stays.iter().filter(|stays| !**stays).count();
            let mut staying = stays.iter();
            self.columns.retain(|_| staying.next() == Some(&true));
            for row in &mut self.rows {
                let cells = mem::take(row).into_iter().zip(&stays);
                *row = cells.filter_map(|(cell, stays)| stays.then_some(cell)).collect();
            }
        }
    }

    fn headings(&self) -> Vec<&str> {
        self.columns.iter().map(|column| column.heading.as_str()).collect()
    }

    /// How wide the columns are; nothing where the rows are to be records.
    fn widths(&self) -> Option<Vec<usize>> {
        if self.style.format == Format::Record {
            return None;
        }
        let cells = |at: usize| {
            let heading = self.columns.get(at).map(|column| column.heading.as_str()).filter(|_| self.style.header);
            Cells::new(heading, self.rows.iter().map(move |row| row[at].text.as_str()), self.rows.len())
        };
        let cells: Vec<Cells> = (0..self.columns.len()).map(cells).collect();
        let natural: Vec<usize> = cells.iter().map(Cells::widest).collect();
        let Some(screen) = self.style.terminal.width.map(usize::from) else { return Some(natural) };
        let gaps = GAP * self.columns.len().saturating_sub(1);
        if natural.iter().sum::<usize>() + gaps <= screen {
            return Some(natural);
        }
        let room = screen.checked_sub(gaps)?;
        let table = fitted(&cells, room);
        if self.style.stays_table {
            return Some(table.or_else(|| forced(&cells, room))?.widths);
        }
        let of_records = records::height(&self.headings(), &self.rows, screen);
        Some(table.filter(|table| table.height <= MORE_THAN_RECORDS * of_records)?.widths)
    }

    fn write_table(&mut self, widths: &[usize]) -> io::Result<()> {
        let tracks = widths.iter().zip(&self.columns);
        let tracks = tracks.map(|(&width, column)| Track { width, is_right: column.is_right }).collect::<Vec<_>>();
        let is_first = self.written == 0;
        if self.style.header && is_first {
            for line in lines(self.columns.iter().map(|column| (column.heading.as_str(), None)), &tracks) {
                writeln!(self.out, "{}", self.style.terminal.bold(&line))?;
            }
            let rule = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
            writeln!(self.out, "{}", RULE.repeat(rule))?;
        }
        for row in &self.rows {
            // A figure is not parted where none was so wide in the rows that decided.
            let holding = |(cell, track): (&Cell, &Track)| if is_first { *track } else { track.holding(&cell.text) };
            let tracks: Vec<Track> = row.iter().zip(&tracks).map(holding).collect();
            for line in lines(row.iter().map(|cell| (cell.text.as_str(), cell.tone)), &tracks) {
                writeln!(self.out, "{line}")?;
            }
        }
        Ok(())
    }

    fn write_records(&mut self) -> io::Result<()> {
        if self.written > 0 {
            writeln!(self.out)?;
        }
        let headings: Vec<&str> = self.columns.iter().map(|column| column.heading.as_str()).collect();
        records::write(&headings, &self.rows, self.style.terminal, self.out)
    }

    fn has_footer(&self) -> bool {
        self.style.footer && self.style.terminal.shown
    }

    /// How many rows there are, what more could be shown, and what the marks mean.
    fn write_footer(&mut self) -> io::Result<()> {
        if !self.has_footer() {
            return Ok(());
        }
        let mut told = vec![words().rows(self.written)];
        told.extend((self.written > SAMPLE && self.widths.is_some()).then(|| words().widths_of_first(SAMPLE)));
        told.extend(self.not_shown().filter(|_| self.written > 0));
        self.write_note(&told)?;
        let legend = legend(self.marked);
        if legend.is_empty() { Ok(()) } else { self.write_note(&legend) }
    }

    /// What of the columns that there are to choose from is not shown.
    fn not_shown(&self) -> Option<String> {
        let (all, besides) = (self.style.columns_in_all, self.style.columns_besides);
        let shown = self.columns.len().saturating_sub(besides);
        match () {
            () if shown + self.empty < all => Some(words().columns_shown(shown, all)),
            () if all > 0 && self.empty > 0 => Some(words().empty_columns(self.empty)),
            () => None,
        }
    }

    /// Writes parts of a note on one line, or where that is too long, each on its own.
    fn write_note(&mut self, parts: &[String]) -> io::Result<()> {
        let together = parts.join(" · ");
        let fits = |width: u16| unicode_width::UnicodeWidthStr::width(together.as_str()) <= usize::from(width);
        let note = if self.style.terminal.width.is_none_or(fits) { together } else { parts.join("\n") };
        writeln!(self.out, "{}", self.style.terminal.dim(&note))
    }
}
