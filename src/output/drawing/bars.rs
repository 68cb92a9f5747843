//! A bar chart as SVG.

use std::io::{self, Write};

use svg::node::element::{Group as Drawing, Line, Rectangle};

use super::page::{COLOURS, LINE, MARGIN, TOP, WIDTH, rounded, text, wrapped};
use super::{NO_ROWS, NOT_STATED, page};
use crate::answer::BarChart;

/// About the width of a character, in pixels.
const CHARACTER: f64 = 7.0;
/// Labels longer than this, in characters, go over several lines.
const LABEL: usize = 36;

/// Writes the chart.
pub(super) fn write(chart: &BarChart, out: &mut dyn Write) -> io::Result<()> {
    let bars = || chart.groups.iter().flat_map(|group| &group.bars);
    let widest = |texts: &mut dyn Iterator<Item = usize>| pixels(texts.max().unwrap_or(0));
    let labels = widest(&mut bars().map(|bar| bar.label.chars().count().min(LABEL)));
    let figures = widest(&mut bars().map(|bar| bar.figure.as_ref().map_or(0, |figure| figure.text.chars().count())));
    let left = MARGIN + labels + 12.0;
    let room = (WIDTH - left - figures - 8.0 - MARGIN).max(60.0);
    let scale = chart.scale();
    let mut drawing = Drawing::new();
    let mut y = TOP;
    if chart.is_empty() {
        return page::write(&chart.caption, drawing.add(text(NO_ROWS, "muted", MARGIN, y + 14.0)), LINE, out);
    }
    for group in &chart.groups {
        if let Some(title) = &group.title {
            drawing = drawing.add(text(title, "bold", MARGIN, y + 14.0));
            y += 24.0;
        }
        for bar in &group.bars {
            let lines = wrapped(&bar.label, LABEL);
            for (at, line) in (0..).zip(&lines) {
                drawing = drawing.add(text(line, "", MARGIN, y + 14.0 + f64::from(at) * LINE));
            }
            let Some(figure) = &bar.figure else {
                drawing = drawing.add(text(NOT_STATED, "muted", left, y + 14.0));
                y += height(lines.len());
                continue;
            };
            let ((from, to), (least, most)) = figure.spans(scale);
            let colour = if figure.is_fact { 'f' } else { 'h' };
            let class = format!("{colour}{}", bar.series % COLOURS);
            if most > least {
                let possible = rectangle(left + least * room, y, (most - least) * room);
                drawing = drawing.add(possible.set("class", format!("{class} possible")));
            }
            if to > from {
                drawing = drawing.add(rectangle(left + from * room, y, (to - from) * room).set("class", class));
            }
            drawing = drawing.add(text(&figure.text, "muted", left + to.max(most) * room + 6.0, y + 14.0));
            y += height(lines.len());
        }
        y += if group.title.is_some() { 8.0 } else { 0.0 };
    }
    let zero = rounded(left + (0.0 - scale.0) / (scale.1 - scale.0) * room);
    let axis =
        Line::new().set("class", "grid").set("x1", zero).set("x2", zero).set("y1", TOP - 4.0).set("y2", rounded(y));
    page::write(&chart.caption, drawing.add(axis), y - TOP, out)
}

fn rectangle(x: f64, y: f64, width: f64) -> Rectangle {
    let rectangle = Rectangle::new().set("x", rounded(x)).set("y", rounded(y + 2.0));
    rectangle.set("width", rounded(width)).set("height", 16)
}

fn height(lines: usize) -> f64 {
    pixels(lines.saturating_sub(1)) / CHARACTER * LINE + 22.0
}

fn pixels(characters: usize) -> f64 {
    f64::from(u32::try_from(characters).unwrap_or(u32::MAX)) * CHARACTER
}
