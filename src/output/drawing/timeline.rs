//! A timeline as SVG: a moment a line, from the first down to the last.

use std::io::{self, Write};

use svg::node::element::{Group, Line};

use super::no_rows;
use super::page::{self, MARGIN};
use super::signs::point;
use super::text::{Face, rounded};
use crate::answer::{Moment, TimelineChart};

/// From the line of time to what is told beside it.
const GAP: f64 = 20.0;
/// What is told of a moment has no more lines than this.
const LINES: usize = 12;

/// Writes the chart.
pub(super) fn write(chart: &TimelineChart, out: &mut dyn Write) -> io::Result<()> {
    let times = chart.moments.iter().map(|moment| Face::Bold.width(&moment.when)).fold(0.0, f64::max);
    let stem = MARGIN + times + GAP;
    let told = chart.moments.iter().flat_map(texts).map(|(face, text)| face.width(text)).fold(0.0, f64::max);
    let width = page::width(&chart.caption, stem + GAP + told + MARGIN);
    if chart.moments.is_empty() {
        let nothing = Group::new().add(Face::Muted.at(&no_rows(), MARGIN, 14.0));
        return page::write(&chart.caption, width, (nothing, 18.0), &[], out);
    }
    let mut drawing = Group::new();
    let (mut y, mut last) = (0.0, 0.0);
    for moment in &chart.moments {
        last = y + 9.0;
        drawing = drawing.add(Face::Bold.at(&moment.when, MARGIN, y + 13.5)).add(point(
            moment.is_decided,
            0,
            (stem, last),
            5.0,
        ));
        for (face, text) in texts(moment) {
            let lines = face.lines(text, width - MARGIN - stem - GAP, LINES);
            drawing = drawing.add(face.block(text, &lines, stem + GAP, y + 13.5));
            y += page::height_of(lines.len(), face);
        }
        y += 12.0;
    }
    let line = Line::new().set("class", "grid").set("x1", rounded(stem)).set("x2", rounded(stem));
    let line = line.set("y1", 9).set("y2", rounded(last));
    page::write(&chart.caption, width, (Group::new().add(line).add(drawing), y - 12.0), &[], out)
}

/// What is told of a moment.
fn texts(moment: &Moment) -> impl Iterator<Item = (Face, &String)> {
    let headline = [(Face::Bold, &moment.headline)].into_iter();
    headline.chain(moment.lines.iter().map(|line| (Face::Muted, line)))
}
