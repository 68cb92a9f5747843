//! The answer of one table: what is asked of it, under which headings it is shown, and what its rows cite.

use std::io::Write;

use anyhow::{Result, anyhow};

use super::cite::Citations;
use crate::output::{self, Format, Heading, Parts, Style};
use crate::package::{Column, Package, Place, Provenance, ProvenancePlace, Table};
use crate::query::{Filter, Query};

/// A question about one table and how its answer is to look.
pub struct Answer<'p> {
    /// What is asked.
    pub query: Query<'p>,
    headings: Vec<Heading>,
    citing: Option<Citing<'p>>,
}

/// How the rows of an answer are cited.
struct Citing<'p> {
    provenance: Provenance<'p>,
    /// The position in a fetched row of the cell that becomes the citation's number.
    number: usize,
    /// The position in a fetched row of the locator, if the rows have one.
    locator: Option<usize>,
}

impl<'p> Answer<'p> {
    /// An answer with the columns asked for, or those usual in the style's format; its rows numbered by their source
    /// where `cite` is set and they have one.
    ///
    /// What the figures and the citations among the columns need is fetched too, after the columns that are shown.
    pub fn new(
        package: &'p Package,
        table: &'p Table,
        asked: Option<Vec<Column<'p>>>,
        format: Format,
        cite: bool,
    ) -> Result<Self> {
        let mut columns = match asked {
            Some(columns) => columns,
            None if format.is_for_people() => for_people(package, table)?,
            None => own(table).collect(),
        };
        let mut headings: Vec<Heading> = columns.iter().map(Heading::from).collect();
        let mut citing = None;
        if let Some(provenance) = package.provenance(table).filter(|_| cite) {
            let source = match provenance.place {
                ProvenancePlace::Columns { source, .. } => source,
                ProvenancePlace::Always(_) => 0,
            };
            citing = Some(Citing { provenance, number: columns.len(), locator: None });
            columns.push(own_column(table, source));
            headings.push(Heading::number("citation"));
        }
        if let Some(citing) = &mut citing
            && let ProvenancePlace::Columns { locator: Some(locator), .. } = citing.provenance.place
        {
            citing.locator = Some(columns.len());
            columns.push(own_column(table, locator));
        }
        if format.is_for_people() {
            for (heading, column) in headings.iter_mut().zip(columns.clone()) {
                let Some(quantity) =
                    matches!(column.place, Place::Own(_)).then(|| table.quantity(column.field)).flatten()
                else {
                    continue;
                };
                let mut fetch = |own: usize| {
                    columns.push(own_column(table, own));
                    columns.len() - 1
                };
                let (upper, qualifier) = (fetch(quantity.upper), fetch(quantity.qualifier));
                heading.quantity = Some(Parts { upper, qualifier, unit: fetch(quantity.unit) });
            }
        }
        let query = Query::new(table, columns);
        Ok(Self { query, headings, citing })
    }

    /// The same, of those rows only that the filter takes.
    pub fn filtered(mut self, filter: Filter) -> Self {
        self.query.filters.push(filter);
        self
    }

    /// Writes the rows, and returns how many there were.
    pub fn write(
        &self,
        package: &Package,
        style: Style,
        out: &mut dyn Write,
        cited: &mut Citations<'p>,
    ) -> Result<usize> {
        let mut answer = output::start(style, self.headings.clone(), out)?;
        let count = self.each(package, cited, |row| Ok(answer.row(row)?))?;
        answer.end()?;
        Ok(count)
    }

    /// Hands on each row with its citation's number in place.
    pub fn each(
        &self,
        package: &Package,
        cited: &mut Citations<'p>,
        mut emit: impl FnMut(&[&str]) -> Result<()>,
    ) -> Result<usize> {
        self.query.run(package, |row| {
            let Some(citing) = &self.citing else { return emit(row) };
            let source = match citing.provenance.place {
                ProvenancePlace::Columns { .. } => row[citing.number],
                ProvenancePlace::Always(source) => source,
            };
            let number = cited.number(citing.provenance, source, citing.locator.map_or("", |at| row[at])).to_string();
            let mut numbered = row.to_vec();
            numbered[citing.number] = &number;
            emit(&numbered)
        })
    }

    /// The headings of what is shown.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }
}

/// The columns that people are shown unless they ask for others.
pub fn for_people<'p>(package: &'p Package, table: &'p Table) -> Result<Vec<Column<'p>>> {
    let named = table.columns.iter().map(|name| {
        let found = package.columns(table).find(|column| column.field.name == *name);
        found.ok_or_else(|| anyhow!("the description of {} names a column that it has not: {name}", table.name))
    });
    let named = named.collect::<Result<Vec<_>>>()?;
    Ok(if named.is_empty() { own(table).collect() } else { named })
}

/// The table's own columns.
pub fn own(table: &Table) -> impl Iterator<Item = Column<'_>> {
    (0..table.schema().fields.len()).map(|index| own_column(table, index))
}

/// One of the table's own columns.
pub fn own_column(table: &Table, index: usize) -> Column<'_> {
    Column { field: &table.schema().fields[index], place: Place::Own(index) }
}
