//! Profiles as bars and as a radar chart.

use anyhow::{Context as _, Result};

use super::Profiles;
use super::scores::{Score, Whose};
use crate::answer::{Bar, BarChart, Caption, Citations, Drawing, Figure, Group, RadarChart, Series, Stroke};
use crate::cli::context::Context;
use crate::cli::drawings;
use crate::output::{between, number, shown};
use crate::package::either;
use crate::text::distinct;
use crate::words::words;

impl Profiles<'_, '_> {
    /// The drawing.
    pub(super) fn drawing(&self, context: &Context) -> Result<Drawing> {
        let caption = self.caption(context)?;
        let bars = BarChart { caption: caption.clone(), groups: self.groups()?, maximum: Some(self.profile.scale.1) };
        Ok(Drawing::Profile { bars, radar: self.radar(caption)? })
    }

    fn groups(&self) -> Result<Vec<Group>> {
        if self.series.is_empty() {
            return Ok(Vec::new());
        }
        let mut groups = Vec::new();
        for axis in self.axes()? {
            let mut bars = Vec::new();
            for (series, whose) in self.series.iter().enumerate() {
                let figures = self.figures(whose, axis)?;
                let bar = |figure| Bar { label: self.label(whose), series, figure };
                if figures.is_empty() {
                    bars.push(bar(None));
                }
                bars.extend(figures.into_iter().map(|figure| bar(Some(figure))));
            }
            groups.push(Group { title: Some(self.axis_label(axis).to_owned()), bars });
        }
        Ok(groups)
    }

    fn radar(&self, caption: Caption) -> Result<RadarChart> {
        let axes = self.axes()?;
        let mut series = Vec::new();
        for whose in &self.series {
            let figures = axes.iter().map(|axis| Ok(at_one_point(self.figures(whose, axis)?)));
            let stroke = match self.series.iter().position(|other| other.name == whose.name) {
                _ if whose.is_mean => Stroke::Dotted,
                Some(first) if self.series[first] != *whose => Stroke::Dashed,
                _ => Stroke::Solid,
            };
            series.push(Series { label: self.label(whose), stroke, figures: figures.collect::<Result<_>>()? });
        }
        let axes = axes.iter().map(|axis| self.axis_label(axis).to_owned()).collect();
        Ok(RadarChart { caption, axes, scale: self.profile.scale, series })
    }

    /// The figures on an axis as charts draw them, within the scale.
    fn figures(&self, whose: &Whose, axis: &str) -> Result<Vec<Figure>> {
        let figure = |score: &Score| {
            let figure = Figure::of(&score.quantity, shown(&self.text(score, axis)).into_owned());
            let figure = figure.with_context(|| words().no_figure_at(&score.quantity.value))?;
            Ok(figure.within(self.profile.scale))
        };
        self.on(whose, axis).into_iter().map(figure).collect()
    }

    fn caption(&self, context: &Context) -> Result<Caption> {
        let (least, most) = self.profile.scale;
        let provenance = self.package.provenance(self.table);
        let (mut citations, mut marks) = (Citations::default(), [false; 2]);
        for score in self.scores.0.iter().filter(|score| self.series.contains(&score.whose)) {
            citations.add(provenance, &score.statements);
            marks = [score.marks.year, score.marks.value].into_iter().fold(marks, either);
        }
        let years = distinct(self.series.iter().filter(|it| !it.is_mean).map(|it| it.year.as_str()));
        let latest = years.last().map_or(String::new(), |year| format!(" {year}"));
        let names = self.names.join(", ");
        let title = format!(
            "{}, {names}{}",
            self.profile.title(),
            if self.names.len() == 1 || years.len() == 1 { &latest } else { "" }
        );
        Ok(Caption {
            title: drawings::heading(context, title)?,
            subtitle: words().scale(&number(&least.to_string()), &number(&most.to_string())),
            description: self.description()?,
            source: citations.line(self.package, context.draws_sources())?,
            marks,
            ..Caption::default()
        })
    }

    /// The figures in words, for those who do not see them.
    fn description(&self) -> Result<String> {
        let mut told = Vec::new();
        for whose in &self.series {
            let figures = self.axes()?.into_iter().map(|axis| {
                let texts = self.on(whose, axis).into_iter().map(|score| shown(&self.text(score, axis)).into_owned());
                let text = texts.collect::<Vec<_>>().join(" / ");
                format!("{} {}", self.axis_label(axis), if text.is_empty() { words().not_stated() } else { &text })
            });
            let figures: Vec<String> = figures.collect();
            told.push(format!("{}: {}", self.label(whose), figures.join(between(&figures))));
        }
        Ok(words().radar_chart(&told))
    }

    fn label(&self, whose: &Whose) -> String {
        format!("{} {}", self.called(whose), shown(&self.year(whose)))
    }
}

/// Several statements of one thing as one point: where the surest of them lies, and in the words of all.
fn at_one_point(figures: Vec<Figure>) -> Option<Figure> {
    let text = figures.iter().map(|figure| figure.text.as_str()).collect::<Vec<_>>().join(" / ");
    let surest = figures.into_iter().min_by(|a, b| a.leeway.width().total_cmp(&b.leeway.width()))?;
    Some(Figure { text, ..surest })
}
