//! A bar chart as SVG.

use std::io::{self, Write};

use svg::node::element::{Group as Drawing, Line};

use super::page::{self, COLOURS, MARGIN, height_of};
use super::signs::{BAR, Sign, arrow, bar, reach, span};
use super::text::{Face, rounded};
use super::{no_rows, share};
use crate::answer::{BarChart, Figure, Leeway};
use crate::words::words;

/// Labels and figures that are wider go over several lines, and end after so many.
const WIDEST_LABEL: f64 = 240.0;
const LABEL_LINES: usize = 6;
/// How long bars are where the page need not be narrower.
const BARS: f64 = 340.0;
/// The heads of an arrow.
const HEADS: u8 = 3;

/// Writes the chart.
pub(super) fn write(chart: &BarChart, out: &mut dyn Write) -> io::Result<()> {
    let bars = || chart.groups.iter().flat_map(|group| &group.bars);
    if chart.is_empty() {
        let nothing = Drawing::new().add(Face::Muted.at(&no_rows(), MARGIN, 14.0));
        return page::write(&chart.caption, page::width(&chart.caption, 0.0), (nothing, 18.0), &[], out);
    }
    let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max).min(WIDEST_LABEL);
    let labels = widest(&mut bars().map(|bar| Face::Plain.width(&bar.label)));
    let figures = widest(
        &mut bars().map(|bar| Face::Muted.width(bar.figure.as_ref().map_or(words().not_stated(), |it| &it.text))),
    );
    let signs = Sign::of(&chart.figures());
    let beyond = if signs.contains(&Sign::More) { reach(HEADS) } else { 0.0 } + 8.0 + figures + MARGIN;
    let left = MARGIN + labels + 12.0;
    let width = page::width(&chart.caption, left + BARS + beyond);
    let plot = Plot { left, room: (width - left - beyond).max(60.0), scale: chart.scale(), figures };
    let mut drawing = Drawing::new();
    let mut y = 0.0;
    let last = chart.groups.len() - 1;
    for (at, group) in chart.groups.iter().enumerate() {
        if let Some(title) = &group.title {
            let lines = Face::Bold.lines(title, width - 2.0 * MARGIN, LABEL_LINES);
            drawing = drawing.add(Face::Bold.block(title, &lines, MARGIN, y + 14.0));
            y += height_of(lines.len(), Face::Bold) + 6.0;
        }
        for bar in &group.bars {
            let lines = Face::Plain.lines(&bar.label, labels, LABEL_LINES);
            drawing = drawing.add(Face::Plain.block(&bar.label, &lines, MARGIN, y + 12.5));
            let (figure, beside) = plot.figure(bar.figure.as_ref(), bar.series % COLOURS, y);
            drawing = drawing.add(figure);
            let lines = lines.len().max(beside);
            y += height_of(lines - 1, Face::Plain) + if lines > 1 { 26.0 } else { 22.0 };
        }
        y += if group.title.is_some() && at < last { 8.0 } else { 0.0 };
    }
    let zero = rounded(plot.x(0.0));
    let axis =
        Line::new().set("class", "axis").set("x1", zero).set("x2", zero).set("y1", -4).set("y2", rounded(y - 2.0));
    page::write(&chart.caption, width, (drawing.add(axis), y), &signs, out)
}

/// Where figures are drawn.
struct Plot {
    left: f64,
    room: f64,
    scale: (f64, f64),
    /// How wide their texts are.
    figures: f64,
}

impl Plot {
    fn x(&self, value: f64) -> f64 {
        self.left + share(value, self.scale) * self.room
    }

    /// A figure at a height, its text behind it, and how many lines that has.
    fn figure(&self, figure: Option<&Figure>, colour: usize, y: f64) -> (Drawing, usize) {
        let drawing = Drawing::new();
        let Some(figure) = figure else {
            return (drawing.add(Face::Muted.at(words().not_stated(), self.left + 8.0, y + 12.5)), 1);
        };
        let (zero, end, middle) = (self.x(0.0), self.x(figure.number), y + BAR / 2.0);
        let (from, to) = (zero.min(end), zero.max(end));
        let mut drawing = drawing;
        if to > from {
            let class = format!("{}{colour}", if figure.is_fact { 'f' } else { 'h' });
            drawing = drawing.add(bar(&class, from, y, to - from));
        }
        let mut text_at = to;
        match figure.leeway {
            Leeway::None => {}
            Leeway::Between(low, high) => {
                if high > low {
                    drawing = drawing.add(span("ink", (self.x(low), middle), (self.x(high), middle)));
                }
                text_at = text_at.max(self.x(high));
            }
            Leeway::Above | Leeway::Below => {
                let right = if figure.leeway == Leeway::Above { 1.0 } else { -1.0 };
                // Towards zero it lies on its own bar.
                let inwards = (end - zero) * right < 0.0;
                let heads =
                    if inwards { (1..=HEADS).rev().find(|&heads| reach(heads) < to - from) } else { Some(HEADS) };
                let class = if inwards && figure.is_fact { "paper".to_owned() } else { format!("s{colour}") };
                drawing = drawing.add(arrow(&class, (end, middle), (right, 0.0), heads.unwrap_or(0)));
                text_at = text_at.max(end + if inwards { 0.0 } else { right * reach(HEADS) });
            }
        }
        let lines = Face::Muted.lines(&figure.text, self.figures, LABEL_LINES);
        let text = Face::Muted.block(&figure.text, &lines, text_at + 8.0, y + 12.5);
        (drawing.add(text), lines.len())
    }
}
