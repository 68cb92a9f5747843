//! `profile`: the figures of subjects that lie on one scale, beside the mean's, and one's alone beside its own of an
//! earlier year.
//!
//! Where the sources speak of all axes at once, that statement stands for each axis that has none of its own; an axis
//! without either is not stated, which is not 0.

mod scores;

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::{Context, Result};

use super::cite::Citations;
use super::compare::{compared, index, subjects};
use super::drawing::{self, Drawn};
use crate::output::chart::{Bar, Bars, Caption, Figure, Group, Radar, Series, Stroke};
use crate::output::{self, Format, Heading, Style, figure};
use crate::package::{Comparison, FieldType, Fixed, Interval, Package, Profile, Qualifier, Table};
use scores::{Score, Scores, Whose};

/// Writes the profiles, each of the year asked for or else of the latest that there is; returns how many rows they have.
///
/// Where the sources give no figures of a subject or a year, a note tells of whom and when they do.
pub fn run(
    package: &Package,
    typed: &[String],
    year: Option<&str>,
    drawn: &Drawn,
    out: &mut dyn Write,
) -> Result<usize> {
    let (table, comparison) = compared(package)?;
    let profile = table.profile.as_ref().context("the package describes no profile")?;
    let subjects = subjects(package, table, &comparison.of, typed)?;
    let scores = Scores::read(package, table, comparison, profile)?;
    let mut series = Vec::new();
    for subject in &subjects {
        match scores.year_of(subject, year) {
            Some(year) => {
                series.push(Whose { name: subject.clone(), is_mean: false, year: year.clone() });
                // Of several subjects the earlier years would hide one another.
                let earlier = scores.years(subject).range(..year).next_back().cloned().filter(|_| subjects.len() == 1);
                series.extend(earlier.map(|year| Whose { name: subject.clone(), is_mean: false, year }));
            }
            None => drawing::note(&scores.without(subject, year)),
        }
    }
    let years: BTreeSet<String> = series.iter().map(|whose| whose.year.clone()).collect();
    // The mean is set beside the latest of the years, and beside those for which it is stated.
    let of_mean =
        years.iter().filter(|year| Some(*year) == years.last() || scores.years(&comparison.mean.value).contains(*year));
    let of_mean: Vec<Whose> =
        of_mean.map(|year| Whose { name: comparison.mean.value.clone(), is_mean: true, year: year.clone() }).collect();
    series.extend(of_mean);
    let answer = Answer { table, profile, mean: &comparison.mean, scores: &scores, series };
    match drawn.style.format {
        Format::Table => answer.write_bars(package, drawn, out),
        Format::Svg => answer.write_radar(package, drawn, out),
        _ => answer.write_rows(comparison, drawn.style, out),
    }
}

struct Answer<'a> {
    table: &'a Table,
    profile: &'a Profile,
    mean: &'a Fixed,
    scores: &'a Scores,
    series: Vec<Whose>,
}

impl Answer<'_> {
    fn axes(&self) -> Result<Vec<&str>> {
        let members = &self.table.schema().fields[index(self.table, &self.profile.axis)?].constraints.allowed;
        Ok(members.iter().map(String::as_str).filter(|axis| *axis != self.profile.all).collect())
    }

    fn on(&self, whose: &Whose, axis: &str) -> Vec<&Score> {
        self.scores.on(whose, axis, &self.profile.all)
    }

    /// A row for each figure, and one without a figure where none is stated.
    fn write_rows(&self, comparison: &Comparison, style: Style, out: &mut dyn Write) -> Result<usize> {
        let of_type = |field_type: FieldType, name: &str| Heading { field_type, ..Heading::text(name) };
        let mut headings = vec![of_type(FieldType::Year, &self.profile.year)];
        headings.extend([&comparison.of, &self.mean.column, &self.profile.axis].map(|name| Heading::text(name)));
        headings.push(of_type(FieldType::Number, "value"));
        if !style.format.is_for_people() {
            headings.push(of_type(FieldType::Number, "upper"));
            headings.extend(["qualifier", "unit", "stated_for", "source", "locator"].map(Heading::text));
        }
        let shown = headings.len();
        let mut rows = output::start(style, headings, out)?;
        let mut count = 0;
        for axis in self.axes()? {
            for whose in &self.series {
                let (of, mean) = if whose.is_mean { ("", whose.name.as_str()) } else { (whose.name.as_str(), "") };
                let stated: Vec<[String; 7]> =
                    self.on(whose, axis).into_iter().map(|score| self.cells(score, axis, style)).collect();
                let stated = if stated.is_empty() { vec![Default::default()] } else { stated };
                count += stated.len();
                for cells in &stated {
                    let cells = [&whose.year, of, mean, axis].into_iter().chain(cells.iter().map(String::as_str));
                    rows.row(&cells.take(shown).collect::<Vec<_>>())?;
                }
            }
        }
        rows.end()?;
        Ok(count)
    }

    /// The cells of a figure; people are shown it as one, and for what it was stated if that is not this axis.
    fn cells(&self, score: &Score, axis: &str, style: Style) -> [String; 7] {
        let Score { value, upper, qualifier, unit, axis: stated_for, source, locator, .. } = score;
        let value = if style.format.is_for_people() { self.text(score, axis) } else { value.clone() };
        [&value, upper, qualifier, unit, stated_for, source, locator].map(String::clone)
    }

    fn text(&self, score: &Score, axis: &str) -> String {
        let text = figure(&score.value, &score.upper, &score.qualifier, &score.unit);
        if score.axis == axis { text } else { self.profile.of_all(&text) }
    }

    fn write_bars(&self, package: &Package, drawn: &Drawn, out: &mut dyn Write) -> Result<usize> {
        if self.series.is_empty() {
            return Ok(0);
        }
        let mut count = 0;
        let mut groups = Vec::new();
        for axis in self.axes()? {
            let mut bars = Vec::new();
            for (series, whose) in self.series.iter().enumerate() {
                let figures = self.figures(whose, axis)?;
                count += figures.len().max(1);
                if figures.is_empty() {
                    bars.push(Bar { label: label(whose), series, figure: None });
                }
                bars.extend(figures.into_iter().map(|figure| Bar {
                    label: label(whose),
                    series,
                    figure: Some(figure),
                }));
            }
            groups.push(Group { title: Some(self.profile.label(axis).to_owned()), bars });
        }
        let bars = Bars { caption: self.caption(package)?, groups, maximum: Some(self.profile.scale.1) };
        drawn.write_bars(&bars, out)?;
        Ok(count)
    }

    fn write_radar(&self, package: &Package, drawn: &Drawn, out: &mut dyn Write) -> Result<usize> {
        if self.series.is_empty() {
            return Ok(0);
        }
        let axes = self.axes()?;
        let mut series = Vec::new();
        for whose in &self.series {
            let figures = axes.iter().map(|axis| Ok(at_one_point(self.figures(whose, axis)?)));
            let stroke = match self.series.iter().position(|other| other.name == whose.name) {
                _ if whose.is_mean => Stroke::Dotted,
                Some(first) if self.series[first] != *whose => Stroke::Dashed,
                _ => Stroke::Solid,
            };
            series.push(Series { label: label(whose), stroke, figures: figures.collect::<Result<_>>()? });
        }
        let count = series.len() * axes.len();
        let axes = axes.iter().map(|axis| self.profile.label(axis).to_owned()).collect();
        let radar = Radar { caption: self.caption(package)?, axes, scale: self.profile.scale, series };
        drawn.write_svg(out, |out| Ok(radar.write(out)?))?;
        Ok(count)
    }

    /// The figures on an axis as charts draw them, within the scale.
    fn figures(&self, whose: &Whose, axis: &str) -> Result<Vec<Figure>> {
        let figures = self.on(whose, axis).into_iter().map(|score| {
            let Score { value, upper, qualifier, .. } = score;
            let known = Qualifier::named(qualifier).with_context(|| format!("`{qualifier}` is no qualifier"))?;
            let interval = Interval::of(value, upper, known).with_context(|| format!("`{value}` is no figure"))?;
            let (point, (low, high), (least, most)) = (interval.point(), interval.ends(), self.profile.scale);
            let text = self.text(score, axis);
            Ok(Figure { text, low: low.max(least), high: high.min(most), point })
        });
        figures.collect()
    }

    fn caption(&self, package: &Package) -> Result<Caption> {
        let mut names: Vec<&str> = Vec::new();
        for whose in self.series.iter().filter(|whose| !whose.is_mean) {
            if !names.contains(&whose.name.as_str()) {
                names.push(&whose.name);
            }
        }
        let (least, most) = self.profile.scale;
        let whose: Vec<String> = self.series.iter().map(label).collect();
        let mut citations = Citations::default();
        if let Some(provenance) = package.provenance(self.table) {
            for score in &self.scores.0 {
                if self.series.contains(&score.whose) {
                    citations.number(provenance, &score.source, "");
                }
            }
        }
        Ok(Caption {
            title: format!("{} of {}, scale {least}–{most}", self.profile.title, names.join(", ")),
            description: format!(
                "Figures from {least} to {most} of {}. Where one is not exact, the span that it may have is drawn lighter.",
                whose.join("; ")
            ),
            source: citations.line(package)?,
        })
    }
}

fn label(whose: &Whose) -> String {
    format!("{} {}", whose.name, whose.year)
}

/// Several statements of one thing as one point: where the surest of them lies, and in the words of all.
fn at_one_point(figures: Vec<Figure>) -> Option<Figure> {
    let text = figures.iter().map(|figure| figure.text.as_str()).collect::<Vec<_>>().join(" / ");
    let surest = figures.into_iter().min_by(|a, b| (a.high - a.low).total_cmp(&(b.high - b.low)))?;
    Some(Figure { text, ..surest })
}
