//! What drawings show: bars, a radar chart, a timeline. How they are drawn is decided elsewhere.

/// An answer as a picture.
pub enum Drawing {
    /// Bars, on a terminal and on paper.
    Bars(BarChart),
    /// Figures on one scale: bars on a terminal, a radar chart on paper.
    Profile {
        /// For a terminal.
        bars: BarChart,
        /// For paper.
        radar: RadarChart,
    },
    /// A timeline, on paper alone.
    Timeline(TimelineChart),
}

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
    /// Whether it is a fact; what is none, such as a target, is drawn hollow.
    pub is_fact: bool,
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
pub struct BarChart {
    /// What it says of itself.
    pub caption: Caption,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// The scale's end, where it is given and not found from the figures.
    pub maximum: Option<f64>,
}

impl BarChart {
    /// Whether there is no bar.
    pub fn is_empty(&self) -> bool {
        self.groups.iter().all(|group| group.bars.is_empty())
    }
}

impl Figure {
    /// A number that is exact.
    pub fn exact(text: &str, number: f64) -> Self {
        Self { text: text.to_owned(), low: number, high: number, point: number, is_fact: true }
    }
}

/// A radar chart.
pub struct RadarChart {
    /// What it says of itself.
    pub caption: Caption,
    /// What the axes are called, clockwise from the top.
    pub axes: Vec<String>,
    /// The ends of the scale.
    pub scale: (f64, f64),
    /// What is drawn, the first first.
    pub series: Vec<Series>,
}

/// One polygon.
pub struct Series {
    /// Whose it is.
    pub label: String,
    /// How its line is drawn.
    pub stroke: Stroke,
    /// A figure an axis; nothing where it is not stated.
    pub figures: Vec<Option<Figure>>,
}

/// How a line is drawn, so that lines which lie on each other are all seen.
#[derive(Clone, Copy)]
pub enum Stroke {
    /// A whole line: what is drawn first.
    Solid,
    /// Long strokes: the same at an earlier time.
    Dashed,
    /// Dots: the mean.
    Dotted,
}

/// A timeline.
pub struct TimelineChart {
    /// What it says of itself.
    pub caption: Caption,
    /// The moments, the earliest first.
    pub moments: Vec<Moment>,
}

/// What there is to tell of one moment.
pub struct Moment {
    /// When.
    pub when: String,
    /// Whether it is known who took its first part; else it is drawn hollow.
    pub is_decided: bool,
    /// What stands out.
    pub headline: String,
    /// What else there is, each in a line.
    pub lines: Vec<String>,
}
