//! A timeline as SVG: a moment a line, from the first down to the last.

use std::io::{self, Write};

use svg::node::element::{Circle, Group, Line};

use super::page::{LINE, MARGIN, TOP, rounded, text, wrapped};
use super::{Caption, page};

/// A timeline.
pub struct Timeline {
    /// What it says of itself.
    pub caption: Caption,
    /// The moments, the earliest first.
    pub moments: Vec<Moment>,
}

/// What there is to tell of one moment.
pub struct Moment {
    /// When.
    pub when: String,
    /// What stands out.
    pub headline: String,
    /// What else there is, each in a line.
    pub lines: Vec<String>,
}

const STEM: f64 = MARGIN + 64.0;

impl Timeline {
    /// Writes the chart.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut drawing = Group::new();
        let mut y = TOP + 12.0;
        let mut last = y;
        for moment in &self.moments {
            last = y;
            drawing = drawing
                .add(text(&moment.when, "bold", MARGIN, y + 5.0))
                .add(Circle::new().set("class", "f0").set("cx", STEM).set("cy", rounded(y)).set("r", 5))
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
        page::write(&self.caption, Group::new().add(stem).add(drawing), y - TOP - 14.0, out)
    }
}
