//! Which columns an answer has.

use std::ptr;

use anyhow::{Context, Result};

use crate::package::{Column, Package, Place, ProvenancePlace, QuantityColumns, Table};
use crate::words::words;

/// The columns that people are shown unless they ask for others.
pub fn columns_for_people<'p>(package: &'p Package, table: &'p Table) -> Result<Vec<Column<'p>>> {
    let named = table.columns.iter().map(|name| {
        let found = package.columns(table).find(|column| column.field.name == *name);
        found.with_context(|| words().no_such_column(&table.name, name))
    });
    let named = named.collect::<Result<Vec<_>>>()?;
    Ok(if named.is_empty() { own_columns(table).collect() } else { named })
}

/// The same, and the sources' own words for figures.
pub fn columns_with_words<'p>(package: &'p Package, table: &'p Table) -> Result<Vec<Column<'p>>> {
    let mut columns = columns_for_people(package, table)?;
    columns.extend(table.words().map(|cell| own_column(table, cell)));
    Ok(columns)
}

/// The columns of a page that shows all that a table holds: those that are read as parts of another column, or that a
/// page tells in another way, have no cells of their own.
pub fn columns_for_page<'p>(package: &'p Package, table: &'p Table) -> Vec<Column<'p>> {
    let fields = &table.schema().fields;
    let parts = fields.iter().filter_map(|field| field.quantity.as_ref()).flat_map(QuantityColumns::columns);
    let told = parts.chain(fields.iter().flat_map(|field| &field.details)).chain(table.marks.columns());
    let told: Vec<&String> = told.collect();
    let place = package.provenance(table).filter(|it| !ptr::eq(it.sources, table)).map(|it| it.place);
    let of_sources = match place {
        Some(ProvenancePlace::Columns { source, locator }) => [Some(source), locator],
        _ => [None; 2],
    };
    let own = own_columns(table).enumerate();
    let shown = own.filter(|(at, column)| {
        let name = &column.field.name;
        !told.contains(&name) && !of_sources.contains(&Some(*at)) && !table.is_translation(name)
    });
    shown.map(|(_, column)| column).collect()
}

/// The table's own columns for people, who read each text in one language.
pub fn own_columns_in_one_language(table: &Table) -> Vec<Column<'_>> {
    own_columns(table).filter(|column| !table.is_translation(&column.field.name)).collect()
}

/// The table's own columns.
pub fn own_columns(table: &Table) -> impl Iterator<Item = Column<'_>> {
    (0..table.schema().fields.len()).map(|index| own_column(table, index))
}

/// One of the table's own columns.
pub fn own_column(table: &Table, index: usize) -> Column<'_> {
    Column { field: &table.schema().fields[index], place: Place::Own(index) }
}
