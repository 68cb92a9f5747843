//! The figures that profiles are made of.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::answer::{ResultSet, Statement, own_column};
use crate::cli::context::Context;
use crate::cli::figures::{self, LeftOut, stated};
use crate::cli::filters;
use crate::package::{Comparison, Profile, Quantity, Table, Value};
use crate::query::Query;
use crate::text::CollationKey;

/// Whose figures of which year.
#[derive(Clone, PartialEq)]
pub(super) struct Whose {
    pub name: String,
    pub is_mean: bool,
    pub year: String,
}

/// One figure.
pub(super) struct Score {
    pub whose: Whose,
    pub axis: String,
    pub quantity: Quantity<'static>,
    /// What of its row is inferred, and what is disputed.
    pub marks: Vec<Value<'static>>,
    pub statements: Vec<Statement<'static>>,
}

/// Every figure that profiles can be made of.
pub(super) struct Scores(pub Vec<Score>);

impl Scores {
    /// Reads those that are facts, or of the status asked for, and counts the others.
    pub(super) fn read(
        context: &Context,
        table: &Table,
        comparison: &Comparison,
        profile: &Profile,
    ) -> Result<(Self, LeftOut)> {
        let named = [&comparison.of, &comparison.mean.column, &profile.year, &profile.axis];
        let mut cells = named.iter().map(|name| figures::index(table, name)).collect::<Result<Vec<_>>>()?;
        cells.push(figures::value_column(table)?);
        cells.extend(stated::marks(table));
        let columns = cells.iter().map(|&cell| own_column(table, cell)).collect();
        let scores = vec![figures::fixed(table, &profile.figures)?];
        let status: Vec<String> = figures::status_column(table).into_iter().cloned().collect();
        let filters = filters::filters_of(context, table, &status, scores)?;
        let query = Query { filters, ..Query::new(table, columns) };
        let any_status = figures::asks_status(context, table);
        let (mut scores, mut left_out) = (Vec::new(), LeftOut::default());
        ResultSet::of_query(context.package, query, true).each(context.package, &mut |row, statements| {
            let [of, mean, year, axis, value, marks @ ..] = row else { bail!("a row too short") };
            let [of, mean, year, axis] = [of, mean, year, axis].map(|value| value.plain("").into_owned());
            let is_mean = mean == comparison.mean.value;
            let Value::Quantity(quantity) = value.clone().into_owned() else { return Ok(()) };
            if !quantity.is_fact && !any_status {
                left_out.no_facts += 1;
            } else if !of.is_empty() || is_mean {
                let whose = Whose { name: if is_mean { mean } else { of }, is_mean, year };
                let statements = statements.iter().cloned().map(Statement::into_owned).collect();
                let marks = marks.iter().cloned().map(Value::into_owned).collect();
                scores.push(Score { whose, axis, quantity: *quantity, marks, statements });
            }
            Ok(())
        })?;
        Ok((Self(scores), left_out))
    }

    /// The years of which there are figures of a subject or of the mean.
    pub(super) fn years(&self, name: &str) -> BTreeSet<String> {
        self.0.iter().filter(|score| score.whose.name == name).map(|score| score.whose.year.clone()).collect()
    }

    /// The year asked for, if there are figures of it, or the latest.
    pub(super) fn year_of(&self, name: &str, asked: Option<&str>) -> Option<String> {
        let years = self.years(name);
        match asked {
            Some(year) => years.contains(year).then(|| year.to_owned()),
            None => years.last().cloned(),
        }
    }

    /// What to tell of a subject without figures.
    pub(super) fn without(&self, name: &str, year: Option<&str>) -> String {
        let years: Vec<String> = self.years(name).into_iter().collect();
        match year {
            Some(year) if !years.is_empty() => {
                format!("the sources give no scores of {name} for {year}; they do for {}", years.join(", "))
            }
            _ => {
                let names: BTreeSet<&str> =
                    self.0.iter().filter(|score| !score.whose.is_mean).map(|score| score.whose.name.as_str()).collect();
                let mut names: Vec<&str> = names.into_iter().collect();
                names.sort_by_key(|name| CollationKey::new(name));
                format!("the sources give no scores of {name}; they do of {}", names.join(", "))
            }
        }
    }

    /// The figures on an axis: its own, or else those that speak of all axes at once.
    pub(super) fn on(&self, whose: &Whose, axis: &str, all: &str) -> Vec<&Score> {
        let stated = |axis: &str| self.0.iter().filter(|score| score.whose == *whose && score.axis == axis).collect();
        let own: Vec<&Score> = stated(axis);
        if own.is_empty() { stated(all) } else { own }
    }
}
