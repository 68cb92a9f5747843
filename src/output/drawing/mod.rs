//! Drawings: bars on a terminal or as SVG, a radar chart, a timeline.

mod bars;
mod page;
mod radar;
mod terminal;
mod timeline;

use std::io::{self, Write};

use crate::answer::{BarChart, Drawing, Figure};

pub(crate) use terminal::write as write_bars_on_terminal;

/// What is drawn where a figure is not known.
const NOT_STATED: &str = "not stated";

/// What stands in a drawing of nothing.
const NO_ROWS: &str = "no rows";

/// Writes a drawing as SVG.
pub(super) fn write_svg(drawing: &Drawing, out: &mut dyn Write) -> io::Result<()> {
    match drawing {
        Drawing::Bars(chart) => bars::write(chart, out),
        Drawing::Profile { radar, .. } => radar::write(radar, out),
        Drawing::Timeline(chart) => timeline::write(chart, out),
    }
}

impl BarChart {
    fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.groups.iter().flat_map(|group| &group.bars).filter_map(|bar| bar.figure.as_ref())
    }

    /// The ends of the scale: they take in 0 and every end of a figure that is not open.
    fn scale(&self) -> (f64, f64) {
        let ends = self.figures().flat_map(|figure| [figure.low, figure.high]).filter(|end| end.is_finite());
        let (low, high) =
            ends.fold((0.0, self.maximum.unwrap_or(0.0)), |(low, high): (f64, f64), end| (low.min(end), high.max(end)));
        // What is open reaches visibly past the greatest number.
        let open = |end: fn(&Figure) -> f64| self.figures().any(|figure| end(figure).is_infinite());
        let high = if self.maximum.is_none() && open(|figure| figure.high) { high * 1.1 } else { high };
        let low = if open(|figure| figure.low) { low * 1.1 } else { low };
        if high > low { (low, high) } else { (0.0, 1.0) }
    }
}

impl Figure {
    /// From where to where on a scale it is drawn, in shares of it: the sure part from zero, then the possible part.
    fn spans(&self, (least, most): (f64, f64)) -> ((f64, f64), (f64, f64)) {
        let share = |value: f64| ((value - least) / (most - least)).clamp(0.0, 1.0);
        let (zero, low, high) = (share(0.0), share(self.low), share(self.high));
        // Sure is what lies between zero and the end that is nearer to it.
        let near = if self.low > 0.0 {
            low
        } else if self.high < 0.0 {
            high
        } else {
            zero
        };
        ((zero.min(near), zero.max(near)), (low, high))
    }
}
