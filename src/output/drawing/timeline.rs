//! A timeline as SVG: a moment a line, from the first down to the last.

use std::io::{self, Write};

use svg::node::element::{Circle, Group, Line};

use super::page;
use super::page::{LINE, MARGIN, TOP, rounded, text, wrapped};
use crate::answer::TimelineChart;

const STEM: f64 = MARGIN + 64.0;

/// Writes the chart.
pub(super) fn write(chart: &TimelineChart, out: &mut dyn Write) -> io::Result<()> {
    let mut drawing = Group::new();
    let mut y = TOP + 12.0;
    let mut last = y;
    for moment in &chart.moments {
        last = y;
        drawing = drawing
            .add(text(&moment.when, "bold", MARGIN, y + 5.0))
            .add(
                Circle::new()
                    .set("class", if moment.is_decided { "f0" } else { "h0" })
                    .set("cx", STEM)
                    .set("cy", rounded(y))
                    .set("r", 5),
            )
            .add(text(&moment.headline, "bold", STEM + 20.0, y + 5.0));
        y += LINE;
        for line in moment.lines.iter().flat_map(|line| wrapped(line, 84)) {
            drawing = drawing.add(text(&line, "muted", STEM + 20.0, y + 5.0));
            y += LINE;
        }
        y += 14.0;
    }
    let stem = Line::new().set("class", "grid").set("x1", STEM).set("x2", STEM);
    let stem = stem.set("y1", rounded(TOP + 12.0)).set("y2", rounded(last));
    page::write(&chart.caption, Group::new().add(stem).add(drawing), y - TOP - 14.0, out)
}
