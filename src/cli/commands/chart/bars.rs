//! Bars: how many rows have each label, or the number of each row.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};

use crate::answer::{Bar, Citations, Figure, ResultSet, Row, Statement, own_column};
use crate::cli::figures;
use crate::error;
use crate::output::shown;
use crate::package::{Column, Package, Provenance, Table, Value, either};
use crate::query::Query;
use crate::words::words;

/// Bars, what their rows rest on, and whether a value among them is inferred, and one disputed.
#[derive(Default)]
pub(super) struct Bars<'p> {
    pub list: Vec<Bar>,
    pub citations: Citations<'p>,
    pub marks: [bool; 2],
    /// What all of them are about, if they are about the same and it is told.
    pub about: Option<String>,
    /// What the numbers of all of them count, if that is told.
    pub unit: String,
}

impl<'p> Bars<'p> {
    /// A bar for each label, as long as the count behind it.
    pub(super) fn counted(rows: &[Row], provenance: Option<Provenance<'p>>) -> Result<Self> {
        let mut bars = Self::default();
        for Row { values, statements } in rows {
            bars.citations.add(provenance, statements);
            if let [label @ .., count] = &values[..] {
                let figure = figure(count)?;
                bars.list.push(Bar { label: text(label), series: 0, figure });
            }
        }
        Ok(bars)
    }

    /// A bar for each row, labelled by all but the last of the query's columns, and by what it is about where that is
    /// told and differs.
    pub(super) fn measured(package: &'p Package, mut query: Query<'p>) -> Result<Self> {
        let table = query.table;
        let labels = query.columns.len() - 1;
        query.columns.extend(subject(table, &query)?.into_iter().map(|cell| own_column(table, cell)));
        let unit = query.columns.len();
        query.columns.extend(unit_of_part(table, &query.columns[labels]).map(|cell| own_column(table, cell)));
        let rows = ResultSet::of_query(package, query, true).for_people(package, &|_| false)?;
        let (mut bars, mut units, mut subjects) = (Self::default(), BTreeSet::new(), Vec::new());
        rows.each(package, &mut |values, statements: &[Statement]| {
            let (label, value) = (&values[..labels], &values[labels]);
            match value.unmarked() {
                Value::Quantity(quantity) => _ = units.insert(quantity.unit.to_string()),
                Value::Missing => {}
                _ => units.extend(values.get(unit).map(|unit| unit.plain("").into_owned())),
            }
            bars.citations.add(rows.provenance, statements);
            for value in values.iter().take(labels + 1) {
                bars.marks = either(bars.marks, value.marks());
            }
            bars.list.push(Bar { label: text(label), series: 0, figure: figure(value)? });
            let about = values[labels + 1..unit].iter().filter(|about| !about.is_missing());
            let about = about.map(|about| shown(about).into_owned()).collect::<Vec<_>>().join(", ");
            subjects.push(Some(about).filter(|about| !about.is_empty()));
            Ok(())
        })?;
        if units.len() > 1 {
            let units: Vec<&str> =
                units.iter().map(|unit| if unit.is_empty() { words().no_unit() } else { unit }).collect();
            return Err(error::several_units(&units).into());
        }
        bars.unit = units.into_iter().next().unwrap_or_default();
        bars.about = tell_subjects(&mut bars.list, subjects);
        Ok(bars)
    }
}

/// The columns that tell what a figure is about, unless they are labels themselves.
fn subject(table: &Table, query: &Query) -> Result<Vec<usize>> {
    let subject = table.comparison.as_ref().and_then(|comparison| comparison.subject.as_ref());
    let axis = table.profile.as_ref().map(|profile| &profile.axis);
    let told = subject.into_iter().chain(axis);
    let told = told.filter(|name| query.columns.iter().all(|column| column.field.name != **name));
    told.map(|name| figures::index(table, name)).collect()
}

/// The column that tells what a number counts that is part of a figure, such as the upper end of a range.
fn unit_of_part(table: &Table, y: &Column) -> Option<usize> {
    let mut quantities = table.schema().fields.iter().filter_map(|field| field.quantity.as_ref());
    let of = quantities.find(|quantity| quantity.upper == y.field.name)?;
    table.index_of(&of.unit)
}

/// Puts behind the labels what each bar is about, where that differs; returns what all of them are about, where not.
fn tell_subjects(bars: &mut [Bar], subjects: Vec<Option<String>>) -> Option<String> {
    if subjects.windows(2).all(|two| two[0] == two[1]) {
        return subjects.into_iter().next().flatten();
    }
    for (bar, subject) in bars.iter_mut().zip(subjects) {
        if let Some(subject) = subject {
            bar.label = format!("{}: {subject}", bar.label);
        }
    }
    None
}

/// A value as a figure to draw; nothing where it is missing.
fn figure(value: &Value) -> Result<Option<Figure>> {
    let text = shown(value).into_owned();
    match value.unmarked() {
        Value::Quantity(quantity) => {
            let problem = || words().no_figure_at(&text);
            Figure::of(quantity, text.clone()).with_context(problem).map(Some)
        }
        Value::Missing => Ok(None),
        number => {
            let number = number.plain("").parse().with_context(|| words().no_figure_at(&text))?;
            Ok(Some(Figure::exact(text, number)))
        }
    }
}

/// What labels a bar.
fn text(values: &[Value]) -> String {
    let mut label = String::new();
    for value in values.iter().filter(|value| !value.is_missing()) {
        // A year belongs to what stands before it.
        let between = if matches!(value.unmarked(), Value::Number(_)) { " " } else { ", " };
        label.push_str(if label.is_empty() { "" } else { between });
        label.push_str(&shown(value));
    }
    if label.is_empty() { words().no_label().to_owned() } else { label }
}
