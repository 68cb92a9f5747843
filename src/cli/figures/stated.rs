//! A figure as programs get it from `compare` and `profile`: its parts, what it was stated for, and where.

use anyhow::{Context as _, Result};

use crate::answer::{Heading, Statement, own_column};
use crate::package::{FieldType, Package, ProvenancePlace, Quantity, Table, Value};
use crate::words::words;

/// The headings of the parts, which are called as the table calls them.
pub(crate) fn headings(package: &Package, table: &Table) -> Result<Vec<Heading>> {
    let fields = &table.schema().fields;
    let quantity = fields.iter().find_map(|field| table.quantity(field));
    let quantity = quantity.with_context(|| words().no_figures(&table.name))?;
    let parts = [quantity.value, quantity.upper, quantity.qualifier, quantity.unit].into_iter().chain(quantity.status);
    let mut headings: Vec<Heading> = parts.map(|cell| Heading::from(&own_column(table, cell))).collect();
    headings.push(Heading::text("stated_for").titled(words().stated_for_heading()));
    let told = marks(table).into_iter().chain(sources(package, table));
    headings.extend(told.map(|cell| Heading::from(&own_column(table, cell))));
    Ok(headings)
}

/// The positions of the columns that tell which values of a row are inferred, and which are disputed.
pub(crate) fn marks(table: &Table) -> Vec<usize> {
    table.marks.columns().filter_map(|mark| table.index_of(mark)).collect()
}

/// The positions of the columns that say where a row is from: the source, and where in it.
fn sources(package: &Package, table: &Table) -> Vec<usize> {
    match package.provenance(table).map(|provenance| provenance.place) {
        Some(ProvenancePlace::Columns { source, locator }) => [Some(source), locator].into_iter().flatten().collect(),
        _ => Vec::new(),
    }
}

/// What the parts of a figure are in a table.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// Whether figures have a status.
    status: bool,
    /// How many columns say where a row is from.
    sources: usize,
    /// Whether a row may name several sources.
    source_lists: bool,
}

impl Form {
    /// The form of a table's figures.
    pub(crate) fn of(package: &Package, table: &Table) -> Self {
        let fields = &table.schema().fields;
        let status = fields.iter().any(|field| table.quantity(field).is_some_and(|cells| cells.status.is_some()));
        let sources = sources(package, table);
        let source_lists = sources.first().is_some_and(|&cell| fields[cell].field_type == FieldType::List);
        Self { status, sources: sources.len(), source_lists }
    }
}

/// The values under these headings; those of the marks are the row's own.
pub(crate) fn values(
    quantity: &Quantity<'static>,
    stated_for: &str,
    marks: &[Value<'static>],
    statements: &[Statement<'static>],
    form: Form,
) -> Vec<Value<'static>> {
    let text = |text: &str| Value::text(text).into_owned();
    let number = |text: &str| if text.is_empty() { Value::Missing } else { Value::Number(text.to_owned().into()) };
    let list = |texts: Vec<&str>| {
        let texts = Value::texts(texts).into_owned();
        if form.source_lists { texts } else { texts.items()[0].clone() }
    };
    let mut values =
        vec![number(&quantity.value), number(&quantity.upper), text(quantity.qualifier.name()), text(&quantity.unit)];
    values.extend(form.status.then(|| text(&quantity.status)));
    values.push(text(stated_for));
    values.extend_from_slice(marks);
    let sources = list(statements.iter().map(|statement| statement.source.as_ref()).collect());
    let locators = list(statements.iter().map(|statement| statement.locator.as_ref()).collect());
    values.extend([sources, locators].into_iter().take(form.sources));
    values
}
