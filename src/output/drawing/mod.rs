//! Drawings: bars on a terminal or as SVG, a radar chart, a timeline, a map.

mod bars;
mod map;
mod page;
mod radar;
mod signs;
mod terminal;
mod text;
mod timeline;

use std::io::{self, Write};

use crate::answer::{BarChart, Drawing, Figure, Leeway};
use crate::words::words;

pub(crate) use terminal::write as write_bars_on_terminal;

/// What stands in a drawing of nothing.
fn no_rows() -> String {
    words().rows(0)
}

/// Writes a drawing as SVG.
pub(super) fn write_svg(drawing: &Drawing, out: &mut dyn Write) -> io::Result<()> {
    match drawing {
        Drawing::Bars(chart) => bars::write(chart, out),
        Drawing::Profile { radar, .. } => radar::write(radar, out),
        Drawing::Timeline(chart) => timeline::write(chart, out),
        Drawing::Map(chart) => map::write(chart, out),
    }
}

impl BarChart {
    fn figures(&self) -> impl Iterator<Item = &Figure> + Clone {
        self.groups.iter().flat_map(|group| &group.bars).filter_map(|bar| bar.figure.as_ref())
    }

    /// The ends of the scale: they take in 0 and all that a figure is known to reach.
    fn scale(&self) -> (f64, f64) {
        let ends = self.figures().flat_map(|figure| match figure.leeway {
            Leeway::Between(low, high) => [low, high],
            _ => [figure.number; 2],
        });
        let (low, high) =
            ends.fold((0.0, self.maximum.unwrap_or(0.0)), |(low, high): (f64, f64), end| (low.min(end), high.max(end)));
        if high > low { (low, high) } else { (0.0, 1.0) }
    }
}

/// Where on a scale a value lies, from 0 to 1.
fn share(value: f64, (least, most): (f64, f64)) -> f64 {
    ((value - least) / (most - least)).clamp(0.0, 1.0)
}
