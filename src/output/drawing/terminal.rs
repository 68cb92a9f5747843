//! Bars on a terminal, fitted to its width: whole where the figure is sure, shaded where it only may reach.

use std::borrow::Cow;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::NOT_STATED;
use super::page::wrapped;
use crate::answer::{BarChart, Figure};
use crate::output::Terminal;
use crate::text::escape_control;

/// The width where there is no terminal to ask.
const USUAL_WIDTH: usize = 80;

/// A bar has at least this much room; where a label would leave less, it gets a line of its own.
const LEAST_BAR: usize = 12;

/// What a bar of what is no fact, such as a target, is made of.
const HOLLOW: &str = "▭";

/// Eighths of a block, from one to seven.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// Writes the chart.
pub(crate) fn write(chart: &BarChart, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    let width = terminal.width.map_or(USUAL_WIDTH, usize::from);
    writeln!(out, "{}", terminal.bold(&escape_control(&chart.caption.title)))?;
    let bars = || chart.groups.iter().flat_map(|group| &group.bars);
    let labels = bars().map(|bar| escape_control(&bar.label).width()).max().unwrap_or(0);
    let figures = bars().map(|bar| text(bar.figure.as_ref()).width()).max().unwrap_or(0);
    let indent = if chart.groups.iter().any(|group| group.title.is_some()) { 2 } else { 0 };
    let beside = indent + labels + figures + 4 + LEAST_BAR <= width;
    let room = width.saturating_sub(indent + figures + 2 + if beside { labels + 2 } else { 0 }).max(1);
    let scale = chart.scale();
    for group in &chart.groups {
        if let Some(title) = &group.title {
            writeln!(out, "\n{}", escape_control(title))?;
        }
        for bar in &group.bars {
            let label = escape_control(&bar.label);
            write!(out, "{:indent$}{label}", "")?;
            if beside {
                write!(out, "{:1$}", "", labels - label.width() + 2)?;
            } else {
                write!(out, "\n{:indent$}", "")?;
            }
            let figure = text(bar.figure.as_ref());
            let drawn = bar.figure.as_ref().map(|figure| drawn(figure, scale, room, terminal)).unwrap_or_default();
            let (bar, columns) = drawn;
            // The figure stands right behind its bar.
            let line = if columns == 0 { figure.into_owned() } else { format!("{bar}  {figure}") };
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)?;
    for line in wrapped(&escape_control(&chart.caption.source), width) {
        writeln!(out, "{}", terminal.dim(&line))?;
    }
    Ok(())
}

fn text(figure: Option<&Figure>) -> Cow<'_, str> {
    figure.map_or(Cow::Borrowed(NOT_STATED), |figure| escape_control(&figure.text))
}

/// A bar, and how many columns it takes.
fn drawn(figure: &Figure, scale: (f64, f64), room: usize, terminal: Terminal) -> (String, usize) {
    let ((from, to), (_, reach)) = figure.spans(scale);
    let blank = " ".repeat(eighths(from, room) / 8);
    let whole = eighths(to, room).saturating_sub(eighths(from, room) / 8 * 8);
    let mut sure = if figure.is_fact { "█" } else { HOLLOW }.repeat(whole / 8);
    if figure.is_fact {
        sure.extend((whole % 8).checked_sub(1).map(|eighth| EIGHTHS[eighth]));
    }
    let before = blank.width() + sure.width();
    let shaded = "░".repeat((eighths(reach, room) / 8).saturating_sub(before));
    let columns = before + shaded.width();
    (format!("{blank}{sure}{}", if shaded.is_empty() { shaded.into() } else { terminal.dim(&shaded) }), columns)
}

/// A share of the room in eighths of a column.
fn eighths(share: f64, room: usize) -> usize {
    let room = u32::try_from(room * 8).unwrap_or(u32::MAX);
    // A share is from 0 to 1, so the product is a small number from 0 up.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let eighths = (share * f64::from(room)).round() as usize;
    eighths
}
