//! The figures that profiles are made of.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

use crate::cli::commands::answer::own_column;
use crate::cli::commands::compare::{fixed, index};
use crate::cli::commands::drawing;
use crate::package::{Comparison, FieldType, Package, Profile, Table};
use crate::query::{Query, SortKey};

/// Whose figures of which year.
#[derive(Clone, PartialEq)]
pub struct Whose {
    pub name: String,
    pub is_mean: bool,
    pub year: String,
}

/// One figure.
pub struct Score {
    pub whose: Whose,
    pub axis: String,
    pub value: String,
    pub upper: String,
    pub qualifier: String,
    pub unit: String,
    pub source: String,
    pub locator: String,
}

/// Every figure that profiles can be made of.
pub struct Scores(pub Vec<Score>);

impl Scores {
    /// Reads them all.
    pub fn read(package: &Package, table: &Table, comparison: &Comparison, profile: &Profile) -> Result<Self> {
        let quantity = table.schema().fields.iter().find_map(|field| table.quantity(field)).context("no figures")?;
        let named = [&comparison.of, &comparison.mean.column, &profile.year, &profile.axis];
        let mut cells = named.iter().map(|name| index(table, name)).collect::<Result<Vec<_>>>()?;
        cells.extend([quantity.value, quantity.upper, quantity.qualifier, quantity.unit]);
        cells.extend(drawing::provenance(package, table));
        let columns = cells.iter().map(|&cell| own_column(table, cell)).collect();
        let mut query = Query::new(table, columns);
        query.filters.push(fixed(table, &profile.figures)?);
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

    /// The years of which there are figures of a subject or of the mean.
    pub fn years(&self, name: &str) -> BTreeSet<String> {
        self.0.iter().filter(|score| score.whose.name == name).map(|score| score.whose.year.clone()).collect()
    }

    /// The year asked for, if there are figures of it, or the latest.
    pub fn year_of(&self, name: &str, asked: Option<&str>) -> Option<String> {
        let years = self.years(name);
        match asked {
            Some(year) => years.contains(year).then(|| year.to_owned()),
            None => years.last().cloned(),
        }
    }

    /// What to tell of a subject without figures.
    pub fn without(&self, name: &str, year: Option<&str>) -> String {
        let years: Vec<String> = self.years(name).into_iter().collect();
        match year {
            Some(year) if !years.is_empty() => {
                format!("the sources give no scores of {name} for {year}; they do for {}", years.join(", "))
            }
            _ => {
                let names: BTreeSet<&str> =
                    self.0.iter().filter(|score| !score.whose.is_mean).map(|score| score.whose.name.as_str()).collect();
                let mut names: Vec<&str> = names.into_iter().collect();
                names.sort_by_key(|name| SortKey::new(name, FieldType::String));
                format!("the sources give no scores of {name}; they do of {}", names.join(", "))
            }
        }
    }

    /// The figures on an axis: its own, or else those that speak of all axes at once.
    pub fn on(&self, whose: &Whose, axis: &str, all: &str) -> Vec<&Score> {
        let stated = |axis: &str| self.0.iter().filter(|score| score.whose == *whose && score.axis == axis).collect();
        let own: Vec<&Score> = stated(axis);
        if own.is_empty() { stated(all) } else { own }
    }
}
