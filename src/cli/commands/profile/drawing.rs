//! Profiles as bars and as a radar chart.

use anyhow::{Context as _, Result};

use super::Profiles;
use super::scores::{Score, Whose};
use crate::answer::{Bar, BarChart, Caption, Citations, Drawing, Figure, Group, RadarChart, Series, Stroke};

impl Profiles<'_, '_> {
    /// The drawing; its sources in full where they are to be `cited`.
    pub(super) fn drawing(&self, cited: bool) -> Result<Drawing> {
        let caption = self.caption(cited)?;
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
                let bar = |figure| Bar { label: label(whose), series, figure };
                if figures.is_empty() {
                    bars.push(bar(None));
                }
                bars.extend(figures.into_iter().map(|figure| bar(Some(figure))));
            }
            groups.push(Group { title: Some(self.profile.label(axis).to_owned()), bars });
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
            series.push(Series { label: label(whose), stroke, figures: figures.collect::<Result<_>>()? });
        }
        let axes = axes.iter().map(|axis| self.profile.label(axis).to_owned()).collect();
        Ok(RadarChart { caption, axes, scale: self.profile.scale, series })
    }

    /// The figures on an axis as charts draw them, within the scale.
    fn figures(&self, whose: &Whose, axis: &str) -> Result<Vec<Figure>> {
        let figure = |score: &Score| {
            let interval = score.quantity.interval();
            let interval = interval.with_context(|| format!("`{}` is no figure", score.quantity.value))?;
            let (point, (low, high), (least, most)) = (interval.point(), interval.ends(), self.profile.scale);
            Ok(Figure {
                text: self.text(score, axis),
                low: low.max(least),
                high: high.min(most),
                point,
                is_fact: score.quantity.is_fact,
            })
        };
        self.on(whose, axis).into_iter().map(figure).collect()
    }

    fn caption(&self, cited: bool) -> Result<Caption> {
        let (least, most) = self.profile.scale;
        let whose: Vec<String> = self.series.iter().map(label).collect();
        let mut citations = Citations::default();
        if let Some(provenance) = self.package.provenance(self.table) {
            for score in self.scores.0.iter().filter(|score| self.series.contains(&score.whose)) {
                for statement in &score.statements {
                    citations.number(provenance, statement);
                }
            }
        }
        Ok(Caption {
            title: format!("{} of {}, scale {least}–{most}", self.profile.title, self.names.join(", ")),
            description: if whose.is_empty() {
                "No figures.".to_owned()
            } else {
                format!(
                    "Figures from {least} to {most} of {}. Where one is not exact, the span that it may have is drawn lighter.",
                    whose.join("; ")
                )
            },
            source: citations.line(self.package, cited)?,
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
