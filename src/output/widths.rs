//! How wide the columns of a table are, so that it has few lines.
//!
//! Each column begins as wide as its widest cell. While they do not fit beside each other, that one becomes narrower
//! which adds the fewest lines for each column of the screen that it gives up. Sharing the room by the length of the
//! cells was rejected: one long cell then takes the room of many that are of middling length.

use super::records::average;
use super::wrap::{Break, Wrapped};

/// No column is narrower than this, if its cells are wider.
const LEAST: usize = 8;

/// A word up to this wide should not be broken; a wider one may be, to make a column narrower.
const LONGEST_UNBROKEN: usize = 18;

/// How many lines a line counts that begins at a sign within a word, such as a hyphen; within a wide word; within
/// another one; and before a last syllable: so many may be added elsewhere to spare the reader of it.
const AT_SIGN: usize = 2;
const WITHIN_WIDE: usize = 3;
const WITHIN: usize = 20;
const TAIL: usize = 6;

/// Of a long table so many rows are measured, evenly spread.
const MEASURED: usize = 250;

/// A column's cells, its heading among them.
pub(super) struct Cells<'t> {
    /// What is measured of them.
    texts: Vec<Wrapped<'t>>,
    /// How wide the widest of all is.
    widest: usize,
    /// How wide the widest part is that may not be broken.
    unbroken: usize,
}

/// Widths, and how long the table is with them.
pub(super) struct Fit {
    pub widths: Vec<usize>,
    /// How many lines a row has on average, broken words counted as several.
    pub height: f64,
}

impl<'t> Cells<'t> {
    /// Of so many texts under a heading, if there is one. Neither a figure nor a name in a heading is to be broken.
    pub(super) fn new(heading: Option<&'t str>, texts: impl Iterator<Item = &'t str>, count: usize) -> Self {
        let step = count.div_ceil(MEASURED).max(1);
        let mut unbroken = heading.map_or(0, |heading| Wrapped::new(heading).widest_part());
        let (mut measured, mut widest) = (Vec::new(), 0);
        for (at, text) in heading.into_iter().chain(texts).enumerate() {
            let text = Wrapped::new(text);
            (widest, unbroken) = (text.width().max(widest), text.figure().max(unbroken));
            if at % step == 0 {
                measured.push(text);
            }
        }
        Self { texts: measured, widest, unbroken }
    }

    /// How wide they are where none is parted.
    pub(super) fn widest(&self) -> usize {
        self.widest
    }

    /// How many lines each of them has at a width.
    fn heights(&self, width: usize) -> Vec<usize> {
        let height = |text: &Wrapped| {
            let mut lines = 1;
            text.breaks(width, &mut |_, at| {
                lines += match at {
                    Break::Blank => 1,
                    Break::Sign => AT_SIGN,
                    Break::Within(word) if word > LONGEST_UNBROKEN => WITHIN_WIDE,
                    Break::Within(_) => WITHIN,
                    Break::Tail => TAIL,
                }
            });
            lines
        };
        self.texts.iter().map(height).collect()
    }
}

/// The widths of columns that have so much room in all; nothing where they cannot be read in it.
pub(super) fn fitted(columns: &[Cells], room: usize) -> Option<Fit> {
    fit(columns, room, &|cells| cells.widest.min(LEAST).max(cells.unbroken))
}

/// The same where columns may be so narrow that they can hardly be read; nothing where there is not even room for that.
pub(super) fn forced(columns: &[Cells], room: usize) -> Option<Fit> {
    (1..=LEAST).rev().find_map(|least| fit(columns, room, &|cells| cells.widest.min(least)))
}

fn fit(columns: &[Cells], room: usize, least: &dyn Fn(&Cells) -> usize) -> Option<Fit> {
    let least: Vec<usize> = columns.iter().map(least).collect();
    // More than the others leave it no column can have.
    let spare = room.checked_sub(least.iter().sum())?;
    let start = columns.iter().zip(&least).map(|(cells, least)| cells.widest.min(least + spare));
    let mut widths: Vec<usize> = start.collect();
    let mut heights = Heights::new(columns, &widths);
    while let Some(excess) = widths.iter().sum::<usize>().checked_sub(room).filter(|excess| *excess > 0) {
        let rows = heights.of_rows(&widths);
        let mut best: Option<Step> = None;
        for (column, &from) in widths.iter().enumerate() {
            for width in least[column].max(from.saturating_sub(excess))..from {
                let higher = rows.iter().zip(heights.of(column, width));
                let added = higher.map(|(row, height)| height.saturating_sub(*row)).sum();
                let step = Step { column, width, from, added };
                if best.as_ref().is_none_or(|best| step.is_better_than(best)) {
                    best = Some(step);
                }
            }
        }
        let Step { column, width, .. } = best?;
        widths[column] = width;
    }
    heights.exchange(&mut widths, &least);
    let rows = heights.of_rows(&widths);
    Some(Fit { widths, height: average(rows.iter().sum(), rows.len()) })
}

/// How many lines the cells of columns have at widths, found once each.
struct Heights<'c, 't> {
    columns: &'c [Cells<'t>],
    /// By column and width.
    known: Vec<Vec<Option<Vec<usize>>>>,
}

impl<'c, 't> Heights<'c, 't> {
    /// Up to these widths.
    fn new(columns: &'c [Cells<'t>], widths: &[usize]) -> Self {
        Self { columns, known: widths.iter().map(|&width| vec![None; width + 1]).collect() }
    }

    fn of(&mut self, column: usize, width: usize) -> &[usize] {
        self.known[column][width].get_or_insert_with(|| self.columns[column].heights(width))
    }

    /// How many lines each row has.
    fn of_rows(&mut self, widths: &[usize]) -> Vec<usize> {
        let mut rows = vec![0; self.columns.first().map_or(0, |cells| cells.texts.len())];
        for (column, &width) in widths.iter().enumerate() {
            for (row, height) in rows.iter_mut().zip(self.of(column, width)) {
                *row = (*row).max(*height);
            }
        }
        rows
    }

    /// Lets one column have what another gives up, as long as that takes lines away.
    fn exchange(&mut self, widths: &mut [usize], least: &[usize]) {
        let mut lines: usize = self.of_rows(widths).iter().sum();
        loop {
            let mut best = None;
            for (giver, taker) in (0..widths.len()).flat_map(|giver| (0..least.len()).map(move |taker| (giver, taker)))
            {
                let most = (widths[giver] - least[giver]).min(self.known[taker].len() - 1 - widths[taker]);
                for width in (1..=most).filter(|_| giver != taker) {
                    let mut other = widths.to_vec();
                    other[giver] -= width;
                    other[taker] += width;
                    let fewer: usize = self.of_rows(&other).iter().sum();
                    if fewer < lines {
                        (lines, best) = (fewer, Some(other));
                    }
                }
            }
            let Some(best) = best else { break };
            widths.copy_from_slice(&best);
        }
    }
}

/// A column that becomes narrower, and how many lines that adds.
struct Step {
    column: usize,
    width: usize,
    from: usize,
    added: usize,
}

impl Step {
    /// Whether it adds fewer lines for each column of the screen that it gives up; where it adds as many, whether it
    /// narrows a wider column.
    fn is_better_than(&self, other: &Self) -> bool {
        // Compared crosswise, which is exact.
        let (own, others) = (self.added * (other.from - other.width), other.added * (self.from - self.width));
        own < others || own == others && self.from > other.from
    }
}
