//! `profile`: the figures of subjects that lie on one scale, beside the mean's, and one's alone beside its own of an
//! earlier year.
//!
//! Where the sources speak of all axes at once, that statement stands for each axis that has none of its own; an axis
//! without either is not stated, which is not 0.

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::{Context, Result, bail};

use super::answer::own_column;
use super::cite::Citations;
use super::compare::{compared, fixed, index, subjects};
use super::drawing::{self, Drawn};
use crate::output::chart::{Bar, Bars, Caption, Figure, Group, Radar, Series, Stroke};
use crate::output::{self, FormatName, Heading, Parts, Style, figure};
use crate::package::{Comparison, Fixed, Interval, Kind, Package, Profile, Qualifier, Table};
use crate::query::{Query, SortKey};

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
        FormatName::Table => answer.write_bars(package, drawn, out),
        FormatName::Svg => answer.write_radar(package, drawn, out),
        _ => answer.write_rows(comparison, drawn.style, out),
    }
}

/// Whose figures of which year.
#[derive(Clone, PartialEq)]
struct Whose {
    name: String,
    is_mean: bool,
    year: String,
}

/// One figure.
struct Score {
    whose: Whose,
    axis: String,
    value: String,
    upper: String,
    qualifier: String,
    unit: String,
    source: String,
    locator: String,
}

/// Every figure that profiles can be made of.
struct Scores(Vec<Score>);

impl Scores {
    fn read(package: &Package, table: &Table, comparison: &Comparison, profile: &Profile) -> Result<Self> {
        let quantity = table.schema().fields.iter().find_map(|field| table.quantity(field)).context("no figures")?;
        let named = [&comparison.of, &comparison.mean.column, &profile.year, &profile.axis];
        let mut cells = named.iter().map(|name| index(table, name)).collect::<Result<Vec<_>>>()?;
        cells.extend([quantity.value, quantity.upper, quantity.qualifier, quantity.unit]);
        cells.extend(drawing::provenance(package, table));
        let columns = cells.iter().map(|&cell| own_column(table, cell)).collect();
        let query =
            Query { table, filters: vec![fixed(table, &profile.figures)?], columns, sort: Vec::new(), limit: None };
        let mut scores = Vec::new();
        query.run(package, |row| {
            let &[of, mean, year, axis, value, upper, qualifier, unit, ref provenance @ ..] = row else {
                bail!("a row too short")
            };
            let is_mean = mean == comparison.mean.value;
            if value.is_empty() || of.is_empty() && !is_mean {
                return Ok(());
            }
            let whose = Whose { name: if is_mean { mean } else { of }.to_owned(), is_mean, year: year.to_owned() };
            let text = |at: usize| provenance.get(at).map_or(String::new(), |&text| text.to_owned());
            scores.push(Score {
                whose,
                axis: axis.to_owned(),
                value: value.to_owned(),
                upper: upper.to_owned(),
                qualifier: qualifier.to_owned(),
                unit: unit.to_owned(),
                source: text(0),
                locator: text(1),
            });
            Ok(())
        })?;
        Ok(Self(scores))
    }

    fn years(&self, name: &str) -> BTreeSet<String> {
        self.0.iter().filter(|score| score.whose.name == name).map(|score| score.whose.year.clone()).collect()
    }

    /// The year asked for, if there are figures of it, or the latest.
    fn year_of(&self, name: &str, asked: Option<&str>) -> Option<String> {
        let years = self.years(name);
        match asked {
            Some(year) => years.contains(year).then(|| year.to_owned()),
            None => years.last().cloned(),
        }
    }

    /// What to tell of a subject without figures.
    fn without(&self, name: &str, year: Option<&str>) -> String {
        let years: Vec<String> = self.years(name).into_iter().collect();
        match year {
            Some(year) if !years.is_empty() => {
                format!("the sources give no scores of {name} for {year}; they do for {}", years.join(", "))
            }
            _ => {
                let names: BTreeSet<&str> =
                    self.0.iter().filter(|score| !score.whose.is_mean).map(|score| score.whose.name.as_str()).collect();
                let mut names: Vec<&str> = names.into_iter().collect();
                names.sort_by_key(|name| SortKey::new(name, Kind::String));
                format!("the sources give no scores of {name}; they do of {}", names.join(", "))
            }
        }
    }

    /// The figures on an axis: its own, or else those that speak of all axes at once.
    fn on(&self, whose: &Whose, axis: &str, all: &str) -> Vec<&Score> {
        let stated = |axis: &str| self.0.iter().filter(|score| score.whose == *whose && score.axis == axis).collect();
        let own: Vec<&Score> = stated(axis);
        if own.is_empty() { stated(all) } else { own }
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
        let year = Heading { kind: Kind::Year, ..Heading::text(&self.profile.year) };
        let number = |name: &str| Heading { kind: Kind::Number, ..Heading::text(name) };
        let mut headings = vec![
            year,
            Heading::text(&comparison.of),
            Heading::text(&self.mean.column),
            Heading::text(&self.profile.axis),
        ];
        let value = number("value");
        if style.format.is_for_people() {
            headings.push(Heading { quantity: Some(Parts { upper: 5, qualifier: 6, unit: 7 }), ..value });
        } else {
            headings.extend([value, number("upper")]);
            headings.extend(["qualifier", "unit", "stated_for", "source", "locator"].map(Heading::text));
        }
        let mut rows = output::start(Style { columns_in_all: 0, ..style }, headings, out)?;
        let mut count = 0;
        for axis in self.axes()? {
            for whose in &self.series {
                let (of, mean) = if whose.is_mean { ("", whose.name.as_str()) } else { (whose.name.as_str(), "") };
                let scores = self.on(whose, axis);
                if scores.is_empty() {
                    rows.row(&[&whose.year, of, mean, axis, "", "", "", "", "", "", ""])?;
                    count += 1;
                }
                for score in scores {
                    let Score { value, upper, qualifier, unit, axis: stated_for, source, locator, .. } = score;
                    rows.row(&[
                        &whose.year,
                        of,
                        mean,
                        axis,
                        value,
                        upper,
                        qualifier,
                        unit,
                        stated_for,
                        source,
                        locator,
                    ])?;
                    count += 1;
                }
            }
        }
        rows.end()?;
        Ok(count)
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
            let figures = axes.iter().map(|axis| Ok(self.figures(whose, axis)?.into_iter().min_by(narrower)));
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
            let Score { value, upper, qualifier, unit, .. } = score;
            let known = Qualifier::named(qualifier).with_context(|| format!("`{qualifier}` is no qualifier"))?;
            let interval = Interval::of(value, upper, known).with_context(|| format!("`{value}` is no figure"))?;
            let (point, (low, high), (least, most)) = (interval.point(), interval.ends(), self.profile.scale);
            let text = figure(value, upper, qualifier, unit);
            let text = if score.axis == axis { text } else { self.profile.of_all(&text) };
            Ok(Figure { text, low: low.max(least), high: high.min(most), point })
        });
        figures.collect()
    }

    fn caption(&self, package: &Package) -> Result<Caption> {
        let mut names: Vec<&str> = Vec::new();
        for whose in self
            .series
            .iter()
            .filter(|whose| !whose.is_mean && !names.contains(&whose.name.as_str()))
            .collect::<Vec<_>>()
        {
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
                "Scores from {least} to {most} in the areas of the survey: {}. Where a score is not exact, the span that it \
                 may have is drawn lighter.",
                whose.join("; ")
            ),
            source: citations.line(package)?,
        })
    }
}

fn label(whose: &Whose) -> String {
    format!("{} {}", whose.name, whose.year)
}

fn narrower(a: &Figure, b: &Figure) -> std::cmp::Ordering {
    (a.high - a.low).total_cmp(&(b.high - b.low))
}
