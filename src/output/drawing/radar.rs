//! A radar chart as SVG: an axis a spoke, a series a polygon, and where a figure is not sure, the span that it may have.

use std::f64::consts::TAU;
use std::io::{self, Write};

use svg::node::element::{Circle, Group, Line, Polygon, Polyline};

use super::page;
use super::page::{COLOURS, LINE, MARGIN, TOP, WIDTH, rounded, text, wrapped};
use crate::answer::{RadarChart, Series, Stroke};

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
/// Where the legend's words begin, behind a sample of the line.
const INDENT: f64 = MARGIN + 40.0;
const CENTRE: (f64, f64) = (WIDTH / 2.0, TOP + RADIUS + 30.0);

/// Writes the chart.
pub(super) fn write(chart: &RadarChart, out: &mut dyn Write) -> io::Result<()> {
    chart.write(out)
}

impl RadarChart {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.series.is_empty() {
            let nothing = Group::new().add(text(super::NO_ROWS, "muted", MARGIN, TOP + 14.0));
            return page::write(&self.caption, nothing, LINE, out);
        }
        let mut drawing = self.grid();
        for (number, series) in self.series.iter().enumerate() {
            drawing = drawing.add(self.polygon(number, series));
        }
        let mut y = CENTRE.1 + RADIUS + 56.0;
        for (number, series) in self.series.iter().enumerate() {
            let class = format!("{} s{}", series.stroke.class(), number % COLOURS);
            let sample = Line::new().set("class", class).set("x1", MARGIN).set("x2", MARGIN + 30.0);
            drawing = drawing.add(sample.set("y1", rounded(y - 4.0)).set("y2", rounded(y - 4.0))).add(text(
                &series.label,
                "bold",
                INDENT,
                y,
            ));
            y += LINE;
            for line in wrapped(&self.spelled(series), 96) {
                drawing = drawing.add(text(&line, "muted", INDENT, y));
                y += LINE;
            }
            y += 4.0;
        }
        page::write(&self.caption, drawing, y - TOP - LINE, out)
    }

    /// The series in words, so that the chart can be read without measuring it.
    fn spelled(&self, series: &Series) -> String {
        // One statement on all axes need not be said for each.
        if let [Some(first), rest @ ..] = series.figures.as_slice()
            && rest.iter().all(|figure| figure.as_ref() == Some(first))
        {
            return first.text.clone();
        }
        let stated = self.axes.iter().zip(&series.figures);
        let parts =
            stated.map(|(axis, figure)| format!("{axis} {}", figure.as_ref().map_or(super::NOT_STATED, |f| &f.text)));
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// The rings of the scale's whole numbers, the spokes and their names.
    fn grid(&self) -> Group {
        let mut grid = Group::new();
        let (least, most) = self.scale;
        let mut ring = least + 1.0;
        while ring <= most {
            let corners = (0..self.axes.len()).map(|axis| self.point(axis, ring));
            grid = grid.add(Polygon::new().set("class", "grid").set("points", points(corners)));
            grid = grid.add(text(&ring.to_string(), "muted small", CENTRE.0 + 4.0, self.point(0, ring).1 - 2.0));
            ring += 1.0;
        }
        for (axis, name) in self.axes.iter().enumerate() {
            let (x, y) = self.point(axis, most);
            let spoke = Line::new().set("class", "grid").set("x1", rounded(CENTRE.0)).set("y1", rounded(CENTRE.1));
            grid = grid.add(spoke.set("x2", x).set("y2", y));
            let (sine, cosine) = self.angle(axis).sin_cos();
            let anchor = if sine.abs() < 0.1 {
                "middle"
            } else if sine > 0.0 {
                "start"
            } else {
                "end"
            };
            let lines = wrapped(name, 20);
            let above = if cosine > 0.9 { pixels(lines.len() - 1) } else { 0.0 };
            let (x, y) = (CENTRE.0 + sine * (RADIUS + 16.0), CENTRE.1 - cosine * (RADIUS + 16.0) + 5.0 - above);
            for (at, line) in lines.iter().enumerate() {
                grid = grid.add(text(line, "", x, y + pixels(at)).set("text-anchor", anchor));
            }
        }
        grid
    }

    fn polygon(&self, number: usize, series: &Series) -> Group {
        let colour = number % COLOURS;
        let mut group = Group::new();
        // Next to an axis that is not stated the line is broken.
        let count = self.axes.len();
        for axis in 0..count {
            let next = (axis + 1) % count;
            if let (Some(here), Some(there)) = (&series.figures[axis], &series.figures[next]) {
                let ends = [self.point(axis, here.point), self.point(next, there.point)];
                let line = Polyline::new().set("class", format!("{} s{colour}", series.stroke.class()));
                group = group.add(line.set("points", points(ends.into_iter())));
            }
        }
        for (axis, figure) in series.figures.iter().enumerate() {
            let Some(figure) = figure else { continue };
            // Spans of several series would hide each other, so each lies a little beside the spoke.
            let aside = (f64::from(u32::try_from(number).unwrap_or(0)) - 1.0) * 5.0;
            let (sine, cosine) = self.angle(axis).sin_cos();
            let shifted = |(x, y): (f64, f64)| (rounded(x + cosine * aside), rounded(y + sine * aside));
            if figure.high > figure.low {
                let (from, to) = (shifted(self.point(axis, figure.low)), shifted(self.point(axis, figure.high)));
                let span = Line::new().set("class", format!("s{colour} possible")).set("stroke-width", 5);
                group = group.add(span.set("x1", from.0).set("y1", from.1).set("x2", to.0).set("y2", to.1));
            }
            let (x, y) = self.point(axis, figure.point);
            group = group.add(
                Circle::new()
                    .set("class", format!("{}{colour}", if figure.is_fact { 'f' } else { 'h' }))
                    .set("cx", x)
                    .set("cy", y)
                    .set("r", 4),
            );
        }
        group
    }

    fn angle(&self, axis: usize) -> f64 {
        let count = f64::from(u32::try_from(self.axes.len()).unwrap_or(1));
        TAU * f64::from(u32::try_from(axis).unwrap_or(0)) / count
    }

    fn point(&self, axis: usize, value: f64) -> (f64, f64) {
        let (least, most) = self.scale;
        let distance = (value.clamp(least, most) - least) / (most - least) * RADIUS;
        let (sine, cosine) = self.angle(axis).sin_cos();
        (rounded(CENTRE.0 + sine * distance), rounded(CENTRE.1 - cosine * distance))
    }
}

fn points(corners: impl Iterator<Item = (f64, f64)>) -> String {
    corners.map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

fn pixels(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE
}
