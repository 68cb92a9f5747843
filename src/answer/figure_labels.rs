//! What people are shown of the parts of a figure that are members of fixed sets: its unit and its status.

use anyhow::Result;

use super::people::Labels;
use crate::package::{Package, Quantity, Table};

/// What the units and the statuses of a table's figures are called; nothing for programs, which have them as they are.
#[derive(Default)]
pub struct FigureLabels {
    units: Labels,
    single_units: Labels,
    /// None for programs.
    statuses: Option<Labels>,
}

impl FigureLabels {
    /// Those of a table.
    pub fn of(package: &Package, table: &Table, for_people: bool) -> Result<Self> {
        let figures = table.schema().fields.iter().find_map(|field| field.quantity.as_ref());
        let Some(columns) = figures.filter(|_| for_people) else { return Ok(Self::default()) };
        let labels = |name: Option<&String>| {
            let column = name.and_then(|name| package.columns(table).find(|column| column.field.name == *name));
            column.map_or(Ok(Labels::default()), |column| Labels::of(package, table, &column, false))
        };
        Ok(Self {
            units: labels(Some(&columns.unit))?,
            single_units: labels(columns.unit_one.as_ref())?,
            statuses: Some(labels(columns.status.as_ref().map(|status| &status.column))?),
        })
    }

    /// The figure with labels for its unit and its status.
    #[must_use]
    pub fn label<'v>(&self, mut quantity: Quantity<'v>) -> Quantity<'v> {
        quantity.unit = self.units.of_text(quantity.unit);
        quantity.unit_one = self.single_units.of_text(quantity.unit_one);
        if let Some(statuses) = self.statuses.as_ref().filter(|_| !quantity.is_plain) {
            // It stands before a number, within the line.
            quantity.status = statuses.of_text(quantity.status).to_lowercase().into();
        }
        quantity
    }
}
