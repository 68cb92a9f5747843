//! Charts: bars on a terminal or as SVG, a radar chart, a timeline.

mod bars;
mod page;
mod radar;
mod terminal;
mod timeline;

pub use bars::write as write_bars;
pub use radar::{Radar, Series, Stroke};
pub use terminal::write as write_on_terminal;
pub use timeline::{Moment, Timeline};

/// What every chart says of itself.
#[derive(Clone, Debug)]
pub struct Caption {
    /// What it shows.
    pub title: String,
    /// The same for those who do not see it: what there is to see.
    pub description: String,
    /// Where the figures are from.
    pub source: String,
}

/// A figure as a chart draws it.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// As people read it.
    pub text: String,
    /// The least and the greatest value that it may have; infinite where it is open.
    pub low: f64,
    /// See `low`.
    pub high: f64,
    /// Where it is drawn as a point: at the number stated, of a range in its middle.
    pub point: f64,
}

/// One bar.
pub struct Bar {
    /// Whose it is.
    pub label: String,
    /// Which of the series it belongs to, from 0; its colour.
    pub series: usize,
    /// How long it is; nothing where that is not stated.
    pub figure: Option<Figure>,
}

/// Bars under a common heading.
pub struct Group {
    /// The heading, if there is one.
    pub title: Option<String>,
    /// The bars, in order.
    pub bars: Vec<Bar>,
}

/// A bar chart.
pub struct Bars {
    /// What it says of itself.
    pub caption: Caption,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// The scale's end, where it is given and not found from the figures.
    pub maximum: Option<f64>,
}

/// What is drawn where a figure is not known.
const NOT_STATED: &str = "not stated";

impl Bars {
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
    /// A number that is exact.
    pub fn exact(text: &str, number: f64) -> Self {
        Self { text: text.to_owned(), low: number, high: number, point: number }
    }

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
