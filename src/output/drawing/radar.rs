//! A radar chart as SVG: an axis a spoke, a series a polygon, and on the spokes what a figure leaves open.

use std::f64::consts::TAU;
use std::io::{self, Write};

use svg::node::element::{Group, Line, Polygon, Polyline};

use super::page::{self, COLOURS, MARGIN, height_of};
use super::signs::{Sign, arrow, point, span};
use super::text::{Face, rounded};
use super::{no_rows, share};
use crate::answer::{Figure, Leeway, RadarChart, Series, Stroke};
use crate::words::words;

impl Stroke {
    fn class(self) -> &'static str {
        match self {
            Self::Solid => "line",
            Self::Dashed => "line dashed",
            Self::Dotted => "line dotted",
        }
    }
}

const RADIUS: f64 = 170.0;
/// From the end of a spoke to its name.
const GAP: f64 = 16.0;
/// A name that is wider goes over several lines.
const WIDEST_NAME: f64 = 150.0;
const NAME_LINES: usize = 4;
/// Where the words on a series begin, behind a sample of its line.
const INDENT: f64 = MARGIN + 40.0;
const SPELLED_LINES: usize = 40;

/// Writes the chart.
pub(super) fn write(chart: &RadarChart, out: &mut dyn Write) -> io::Result<()> {
    if chart.series.is_empty() {
        let nothing = Group::new().add(Face::Muted.at(&no_rows(), MARGIN, 14.0));
        return page::write(&chart.caption, page::width(&chart.caption, 0.0), (nothing, 18.0), &[], out);
    }
    let names: Vec<Name> = chart.axes.iter().enumerate().map(|(at, name)| Name::new(chart, at, name)).collect();
    let aside = names.iter().map(Name::aside).fold(RADIUS, f64::max);
    let width = page::width(&chart.caption, 2.0 * (aside + MARGIN));
    let above = names.iter().map(|name| -name.top).fold(RADIUS, f64::max);
    let web = Web { chart, centre: (width / 2.0, above) };
    let mut drawing = web.grid();
    for name in &names {
        drawing = drawing.add(web.name(name));
    }
    // The first lies on top.
    for (number, series) in chart.series.iter().enumerate().rev() {
        drawing = drawing.add(web.series(number, series));
    }
    let mut y = above + names.iter().map(Name::bottom).fold(0.0, f64::max) + 28.0;
    for (number, series) in chart.series.iter().enumerate() {
        let class = format!("{} s{}", series.stroke.class(), number % COLOURS);
        let sample = Line::new().set("class", class).set("x1", MARGIN).set("x2", MARGIN + 28.0);
        drawing = drawing.add(sample.set("y1", rounded(y - 4.0)).set("y2", rounded(y - 4.0)));
        let spelled = spelled(chart, series);
        for (face, text) in [(Face::Bold, series.label.as_str()), (Face::Muted, &spelled)] {
            let lines = face.lines(text, width - MARGIN - INDENT, SPELLED_LINES);
            drawing = drawing.add(face.block(text, &lines, INDENT, y));
            y += height_of(lines.len(), face);
        }
        y += 6.0;
    }
    let figures = chart.series.iter().flat_map(|series| series.figures.iter().flatten());
    page::write(&chart.caption, width, (drawing, y - 18.0), &Sign::of(&figures), out)
}

/// The series in words, so that the chart can be read without measuring it.
fn spelled(chart: &RadarChart, series: &Series) -> String {
    // One statement on all axes need not be said for each.
    if let [Some(first), rest @ ..] = series.figures.as_slice()
        && rest.iter().all(|figure| figure.as_ref() == Some(first))
    {
        return first.text.clone();
    }
    if series.figures.iter().all(Option::is_none) {
        return words().not_stated().to_owned();
    }
    let text = |figure: &Option<Figure>| figure.as_ref().map_or(words().not_stated(), |it| &it.text).to_owned();
    let parts = chart.axes.iter().zip(&series.figures).map(|(axis, figure)| format!("{axis}\u{a0}{}", text(figure)));
    parts.collect::<Vec<_>>().join("\u{a0}· ")
}

/// The direction of an axis: to the right and down, together of the length 1.
fn direction(chart: &RadarChart, axis: usize) -> (f64, f64) {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(1));
    let (sine, cosine) = (TAU * number(axis) / number(chart.axes.len())).sin_cos();
    (sine, -cosine)
}

/// The name of an axis, beside the end of its spoke.
struct Name<'c> {
    text: &'c str,
    lines: Vec<String>,
    /// Where it begins or ends, and where its first line has its upper edge, from the centre.
    x: f64,
    top: f64,
    anchor: &'static str,
}

impl<'c> Name<'c> {
    fn new(chart: &RadarChart, axis: usize, text: &'c str) -> Self {
        let lines = Face::Plain.lines(text, WIDEST_NAME, NAME_LINES);
        let (right, down) = direction(chart, axis);
        let anchor = match right {
            _ if right.abs() < 0.1 => "middle",
            _ if right > 0.0 => "start",
            _ => "end",
        };
        let height = height_of(lines.len(), Face::Plain);
        // At the top it stands above its spoke, at the bottom below it, else beside it.
        let top = down * (RADIUS + GAP) - height * (1.0 - down.clamp(-1.0, 1.0)) / 2.0;
        Self { text, lines, x: right * (RADIUS + GAP), top, anchor }
    }

    fn aside(&self) -> f64 {
        let wide = self.lines.iter().map(|line| Face::Plain.width(line)).fold(0.0, f64::max);
        self.x.abs() + if self.anchor == "middle" { wide / 2.0 } else { wide }
    }

    fn bottom(&self) -> f64 {
        self.top + height_of(self.lines.len(), Face::Plain)
    }
}

/// The chart about a centre.
struct Web<'c> {
    chart: &'c RadarChart,
    centre: (f64, f64),
}

impl Web<'_> {
    /// The rings of the scale's whole numbers and the spokes.
    fn grid(&self) -> Group {
        let mut grid = Group::new();
        let (least, most) = self.chart.scale;
        let mut ring = least + 1.0;
        while ring <= most {
            let corners = (0..self.chart.axes.len()).map(|axis| self.point(axis, ring));
            grid = grid.add(Polygon::new().set("class", "grid").set("points", points(corners)));
            let (x, y) = self.point(0, ring);
            grid = grid.add(Face::Small.at(&ring.to_string(), x + 6.0, y + 12.0));
            ring += 1.0;
        }
        for axis in 0..self.chart.axes.len() {
            let (x, y) = self.point(axis, most);
            let spoke =
                Line::new().set("class", "grid").set("x1", rounded(self.centre.0)).set("y1", rounded(self.centre.1));
            grid = grid.add(spoke.set("x2", x).set("y2", y));
        }
        grid
    }

    fn name(&self, name: &Name) -> Group {
        let (x, y) = (self.centre.0 + name.x, self.centre.1 + name.top + 13.5);
        Group::new().add(Face::Plain.block(name.text, &name.lines, x, y).set("text-anchor", name.anchor))
    }

    fn series(&self, number: usize, series: &Series) -> Group {
        let colour = number % COLOURS;
        let mut group = Group::new();
        // Next to an axis that is not stated the line is broken.
        let count = self.chart.axes.len();
        for axis in 0..count {
            let next = (axis + 1) % count;
            if let (Some(here), Some(there)) = (&series.figures[axis], &series.figures[next]) {
                let ends = [self.point(axis, here.point()), self.point(next, there.point())];
                let line = Polyline::new().set("class", format!("{} s{colour}", series.stroke.class()));
                group = group.add(line.set("points", points(ends.into_iter())));
            }
        }
        for (axis, figure) in series.figures.iter().enumerate() {
            let Some(figure) = figure else { continue };
            let (at, (right, down)) = (self.point(axis, figure.point()), direction(self.chart, axis));
            // A point under others is larger, so that all are seen.
            let above = self.chart.series[..number].iter().filter_map(|series| series.figures[axis].as_ref());
            let above = above.filter(|above| self.point(axis, above.point()) == at).count();
            let radius = 4.0 + 2.0 * f64::from(u8::try_from(above).unwrap_or(u8::MAX).min(4));
            match figure.leeway {
                Leeway::Between(low, high) if high > low => {
                    group = group.add(span(&format!("s{colour}"), self.point(axis, low), self.point(axis, high)));
                }
                Leeway::Above | Leeway::Below => {
                    let out = if figure.leeway == Leeway::Above { 1.0 } else { -1.0 };
                    let (right, down) = (right * out, down * out);
                    let from = (at.0 + right * radius, at.1 + down * radius);
                    group = group.add(arrow(&format!("s{colour}"), from, (right, down), 3));
                }
                _ => {}
            }
            group = group.add(point(figure.is_fact, colour, at, radius));
        }
        group
    }

    fn point(&self, axis: usize, value: f64) -> (f64, f64) {
        let distance = share(value, self.chart.scale) * RADIUS;
        let (right, down) = direction(self.chart, axis);
        (rounded(self.centre.0 + right * distance), rounded(self.centre.1 + down * distance))
    }
}

fn points(corners: impl Iterator<Item = (f64, f64)>) -> String {
    corners.map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}
