//! `chart`: bars for the rows of a table, by a figure or by how many there are.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write;

use anyhow::{Context, Result};

use super::answer::{Answer, own_column};
use super::cite::Citations;
use super::drawing::{self, Drawn};
use super::{table, tally};
use crate::exit::usage;
use crate::output::chart::{Bar, Bars, Caption, Figure, Group};
use crate::output::{Format, figure};
use crate::package::{Column, FieldType, Interval, Package, Place, ProvenancePlace, Qualifier, Table};
use crate::query::{Query, SortKey};

/// What a bar chart shows.
pub struct Chart<'p> {
    /// The rows, with the columns that label the bars, and the one that is drawn.
    pub answer: Answer<'p>,
    /// The columns that label the bars.
    pub labels: Vec<Column<'p>>,
    /// The column whose numbers are drawn; how many rows have each label where there is none.
    pub y: Option<Column<'p>>,
}

/// Writes a bar for each row, or for each label and how many rows have it; returns how many there were.
pub fn run(package: &Package, chart: &mut Chart, drawn: &Drawn, out: &mut dyn Write) -> Result<usize> {
    if !matches!(drawn.style.format, Format::Table | Format::Svg) {
        return match chart.y {
            Some(_) => table::run(package, &chart.answer, drawn.style, false, out),
            None => tally::run(package, &chart.answer, &chart.labels, drawn.style, out),
        };
    }
    let (bars, mut source) = if let Some(y) = chart.y {
        measured(package, chart, y)?
    } else {
        let bars = counted(package, chart)?;
        // The limit is one of bars; the rows behind them are not limited.
        chart.answer.query.limit = None;
        (bars, sources(package, &chart.answer.query)?)
    };
    for gap in chart.answer.query.gaps(package)? {
        let _ = write!(source, ". {}: {}", gap.keys.join(", "), gap.note);
    }
    let count = bars.len();
    if count == 0 {
        drawing::note("no rows to draw");
        return Ok(0);
    }
    let table = chart.answer.query.table;
    let by = chart.labels.iter().map(|column| column.field.name.as_str()).collect::<Vec<_>>().join(", ");
    let title = match chart.y {
        Some(y) => format!("{}: {} by {by}", table.title, y.field.name),
        None => format!("{}: rows by {by}", table.title),
    };
    let description =
        format!("A bar chart of {count} bars. Where a figure is not exact, the span that it may have is lighter.");
    let groups = vec![Group { title: None, bars }];
    drawn.write_bars(&Bars { caption: Caption { title, description, source }, groups, maximum: None }, out)?;
    Ok(count)
}

fn counted(package: &Package, chart: &Chart) -> Result<Vec<Bar>> {
    let by = &chart.labels;
    let mut groups = chart.answer.query.tally(package, by)?;
    // Along a scale the scale's own order is what one looks for.
    if by.first().is_some_and(|column| column.field.field_type.is_numeric()) {
        groups.sort_by_key(|group| {
            group
                .values
                .iter()
                .zip(by)
                .map(|(value, column)| SortKey::new(value, column.field_type()))
                .collect::<Vec<_>>()
        });
    }
    let bars = groups.into_iter().map(|group| {
        let length = f64::from(u32::try_from(group.count).unwrap_or(u32::MAX));
        let figure = Figure::exact(&group.count.to_string(), length);
        Bar { label: label(group.values.iter().map(String::as_str)), series: 0, figure: Some(figure) }
    });
    Ok(bars.collect())
}

/// The bars of the rows that have a number, and the line of their sources.
fn measured(package: &Package, chart: &Chart, y: Column) -> Result<(Vec<Bar>, String)> {
    let query = &chart.answer.query;
    let labels = chart.labels.len();
    let mut columns = chart.labels.clone();
    columns.push(y);
    let quantity = if matches!(y.place, Place::Own(_)) { query.table.quantity(y.field) } else { None };
    if let Some(quantity) = quantity {
        columns.extend([quantity.upper, quantity.qualifier, quantity.unit].map(|cell| own_column(query.table, cell)));
    }
    let (mut bars, mut units) = (Vec::new(), BTreeSet::new());
    query.select(package, &columns, |row| {
        let value = row[labels];
        let drawn = if value.is_empty() {
            None
        } else if quantity.is_some() {
            let &[upper, qualifier, unit] = &row[labels + 1..labels + 4] else { return Ok(()) };
            units.insert(unit.to_owned());
            let interval = Qualifier::named(qualifier).and_then(|known| Interval::of(value, upper, known));
            let interval = interval.with_context(|| format!("`{qualifier} {value}` is no figure"))?;
            let (low, high) = interval.ends();
            Some(Figure { text: figure(value, upper, qualifier, unit), low, high, point: interval.point() })
        } else {
            let number: f64 = value.parse().with_context(|| format!("`{value}` is no number"))?;
            Some(Figure::exact(value, number))
        };
        bars.push(Bar { label: label(row[..labels].iter().copied()), series: 0, figure: drawn });
        Ok(())
    })?;
    if units.len() > 1 {
        let units = units.iter().map(|unit| if unit.is_empty() { "none" } else { unit }).collect::<Vec<_>>().join(", ");
        return Err(usage(format!("--y: figures of several units cannot share a scale ({units}); filter the rows")));
    }
    Ok((bars, sources(package, query)?))
}

fn label<'t>(values: impl Iterator<Item = &'t str>) -> String {
    let values: Vec<&str> = values.filter(|value| !value.is_empty()).collect();
    if values.is_empty() { "(none)".to_owned() } else { values.join(" ") }
}

/// The line of the sources of all rows of an answer.
pub fn sources(package: &Package, query: &Query) -> Result<String> {
    let mut citations = Citations::default();
    if let Some(provenance) = package.provenance(query.table) {
        match provenance.place {
            ProvenancePlace::Always(source) => _ = citations.number(provenance, source, ""),
            ProvenancePlace::Columns { source, .. } => {
                query.select(package, &[own_column(query.table, source)], |row| {
                    citations.number(provenance, row[0], "");
                    Ok(())
                })?;
            }
        }
    }
    citations.line(package)
}

/// Whether a column can be drawn.
pub fn is_drawable(column: &Column) -> bool {
    matches!(column.field_type(), FieldType::Integer | FieldType::Number)
}

/// The columns of a table that can be drawn.
pub fn drawable<'p>(package: &'p Package, table: &'p Table) -> Vec<&'p str> {
    package.columns(table).filter(is_drawable).map(|column| column.field.name.as_str()).collect()
}
