//! How a drawing shows what a figure leaves open, and what its legend says of that.

use svg::node::element::{Circle, Group, Line, Polyline, Rectangle};

use super::text::rounded;
use crate::answer::{Figure, Leeway};
use crate::words::words;

/// A way of drawing that needs a word of explanation.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sign {
    Span,
    More,
    Less,
    Hollow,
}

impl Sign {
    /// Those that these figures have.
    pub(super) fn of<'f>(figures: &(impl Iterator<Item = &'f Figure> + Clone)) -> Vec<Self> {
        let is_so = |sign: &Self| {
            figures.clone().any(|figure| match sign {
                Self::Span => matches!(figure.leeway, Leeway::Between(low, high) if high > low),
                Self::More => figure.leeway == Leeway::Above,
                Self::Less => figure.leeway == Leeway::Below,
                Self::Hollow => !figure.is_fact,
            })
        };
        [Self::Span, Self::More, Self::Less, Self::Hollow].into_iter().filter(is_so).collect()
    }

    /// What the legend says of it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Span => words().may_lie(),
            Self::More => words().or_more(),
            Self::Less => words().or_less(),
            Self::Hollow => words().hollow(),
        }
    }

    /// A sample of it at this place, its middle at this height.
    pub(super) fn sample(self, x: f64, y: f64) -> Group {
        let group = Group::new();
        match self {
            Self::Span => group.add(span("ink", (x, y), (x + SAMPLE, y))),
            Self::More => group.add(arrow("s0", (x + 4.0, y), (1.0, 0.0), 3)),
            Self::Less => group.add(arrow("s0", (x + SAMPLE - 4.0, y), (-1.0, 0.0), 3)),
            Self::Hollow => group.add(bar("h0", x, y - BAR / 2.0, SAMPLE)),
        }
    }
}

/// How wide a sample in the legend is.
pub(super) const SAMPLE: f64 = 28.0;

/// How high a bar is.
pub(super) const BAR: f64 = 16.0;

/// How long an arrow of so many heads is.
pub(super) fn reach(heads: u8) -> f64 {
    f64::from(heads) * STEP + 3.0
}

/// From one head of an arrow to the next.
const STEP: f64 = 5.0;

/// A bar from its left upper corner on.
pub(super) fn bar(class: &str, x: f64, y: f64, width: f64) -> Rectangle {
    // The line of a hollow one lies within the bar's bounds.
    let inset = if class.starts_with('h') { 0.75 } else { 0.0 };
    let rectangle = Rectangle::new().set("class", class).set("x", rounded(x + inset)).set("y", rounded(y + inset));
    let (width, height) = ((width - 2.0 * inset).max(0.5), BAR - 2.0 * inset);
    rectangle.set("width", rounded(width)).set("height", height)
}

/// A thin span between two points, its ends marked.
pub(super) fn span(class: &str, from: (f64, f64), to: (f64, f64)) -> Group {
    let length = (to.0 - from.0).hypot(to.1 - from.1).max(0.1);
    let across = ((to.1 - from.1) / length * 4.0, (from.0 - to.0) / length * 4.0);
    let line = |from: (f64, f64), to: (f64, f64)| {
        let line = Line::new().set("x1", rounded(from.0)).set("y1", rounded(from.1));
        line.set("x2", rounded(to.0)).set("y2", rounded(to.1))
    };
    let end = |(x, y): (f64, f64)| line((x - across.0, y - across.1), (x + across.0, y + across.1));
    Group::new().set("class", format!("{class} thin")).add(line(from, to)).add(end(from)).add(end(to))
}

/// A short arrow that fades: its heads from a point on, in a direction of the length 1.
pub(super) fn arrow(class: &str, (x, y): (f64, f64), (right, down): (f64, f64), heads: u8) -> Group {
    let mut group = Group::new().set("class", format!("{class} line"));
    for head in 0..heads {
        let ahead = 3.0 + f64::from(head) * STEP;
        let point = |along: f64, across: f64| {
            let (x, y) = (x + right * along - down * across, y + down * along + right * across);
            format!("{},{}", rounded(x), rounded(y))
        };
        let corners = [point(ahead, -4.0), point(ahead + 3.5, 0.0), point(ahead, 4.0)].join(" ");
        let opacity = [0.9, 0.55, 0.25].get(usize::from(head)).copied().unwrap_or(0.25);
        group = group.add(Polyline::new().set("points", corners).set("opacity", opacity));
    }
    group
}

/// A point; a hollow one hides what lies under it.
pub(super) fn point(is_full: bool, colour: usize, (x, y): (f64, f64), radius: f64) -> Group {
    let circle =
        |class: String| Circle::new().set("class", class).set("cx", rounded(x)).set("cy", rounded(y)).set("r", radius);
    let group = Group::new();
    if is_full {
        group.add(circle(format!("f{colour}")))
    } else {
        group.add(circle("sheet".to_owned())).add(circle(format!("h{colour}")))
    }
}
