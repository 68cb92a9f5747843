//! What drawings show: bars, a radar chart, a timeline, a map. How they are drawn is decided elsewhere.

use crate::package::{Outline, Qualifier, Quantity};

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
    /// A map, on paper alone.
    Map(MapChart),
}

impl Drawing {
    /// Whether nothing is drawn.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Bars(bars) | Self::Profile { bars, .. } => bars.is_empty(),
            Self::Timeline(timeline) => timeline.moments.is_empty(),
            Self::Map(map) => map.listed().next().is_none(),
        }
    }
}

/// What every chart says of itself.
#[derive(Clone, Debug, Default)]
pub struct Caption {
    /// What it shows, of whom and when.
    pub title: String,
    /// What one must know to read it: what is counted, which rows are left out.
    pub subtitle: String,
    /// The same for those who do not see it: what there is to see.
    pub description: String,
    /// What the sources leave out, a sentence each.
    pub notes: Vec<String>,
    /// Where the figures are from.
    pub source: String,
    /// Whether a value in it is marked as inferred, and one as disputed.
    pub marks: [bool; 2],
}

/// A figure as a chart draws it: a bar as far as its number, and what that leaves open.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// As people read it.
    pub text: String,
    /// The number stated, of a range its lower end.
    pub number: f64,
    /// What else the value may be.
    pub leeway: Leeway,
    /// Whether it is a fact; what is none, such as a target, is drawn hollow.
    pub is_fact: bool,
}

/// What the words of a source leave open of a figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Leeway {
    /// Nothing: it is this number.
    None,
    /// It lies between these.
    Between(f64, f64),
    /// It is this number or more; how much more is not said.
    Above,
    /// It is this number or less; how much less is not said.
    Below,
}

impl Leeway {
    /// How wide it is.
    pub fn width(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Between(low, high) => high - low,
            Self::Above | Self::Below => f64::INFINITY,
        }
    }
}

impl Figure {
    /// A number that is exact.
    pub fn exact(text: String, number: f64) -> Self {
        Self { text, number, leeway: Leeway::None, is_fact: true }
    }

    /// A figure under the text that people read; nothing where it is no number.
    pub fn of(quantity: &Quantity, text: String) -> Option<Self> {
        let interval = quantity.interval()?;
        let (low, high) = interval.ends();
        let leeway = match quantity.qualifier {
            Qualifier::Exact => Leeway::None,
            Qualifier::About | Qualifier::Range => Leeway::Between(low, high),
            Qualifier::JustOver | Qualifier::Over | Qualifier::AtLeast => Leeway::Above,
            Qualifier::JustUnder | Qualifier::Under | Qualifier::AtMost => Leeway::Below,
        };
        let number = if quantity.qualifier == Qualifier::Range { low } else { interval.point() };
        Some(Self { text, number, leeway, is_fact: quantity.is_fact })
    }

    /// The same on a scale, beyond whose ends it cannot lie.
    #[must_use]
    pub fn within(self, (least, most): (f64, f64)) -> Self {
        let leeway = match self.leeway {
            Leeway::Between(low, high) => Leeway::Between(low.max(least), high.min(most)),
            other => other,
        };
        Self { leeway, ..self }
    }

    /// Where it lies as a point: at the number stated, of a range in its middle.
    pub fn point(&self) -> f64 {
        match self.leeway {
            Leeway::Between(low, high) if low >= self.number => f64::midpoint(low, high),
            _ => self.number,
        }
    }
}

/// One bar.
pub struct Bar {
    /// Whose it is, as people read it.
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

/// A map, and a list of what is on it.
pub struct MapChart {
    /// What it says of itself.
    pub caption: Caption,
    /// What the places are, and what the figures of them.
    pub headings: [String; 2],
    /// What the figures count, where they do not say it themselves and are not just rows.
    pub unit: String,
    /// What is said of places that have no figure.
    pub without: String,
    /// The places: those with the largest figures first, and those without one last.
    pub places: Vec<MapPlace>,
}

/// One place of a map.
pub struct MapPlace {
    /// What it is called.
    pub label: String,
    /// Its figure, if there is one.
    pub figure: Option<Figure>,
    /// Where it lies.
    pub outline: Outline,
}

impl MapPlace {
    /// Its name and its figure; the name alone, where it has none.
    pub fn told(&self) -> String {
        self.figure.as_ref().map_or(self.label.clone(), |figure| format!("{}: {}", self.label, figure.text))
    }
}

impl MapChart {
    /// The places that have a figure, with it.
    pub fn listed(&self) -> impl Iterator<Item = (&MapPlace, &Figure)> + Clone {
        self.places.iter().filter_map(|place| Some((place, place.figure.as_ref()?)))
    }
}
