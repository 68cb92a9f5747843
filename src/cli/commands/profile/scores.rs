//! The figures that profiles are made of.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::answer::{FigureLabels, MarkCells, ResultSet, Statement, own_column};
use crate::cli::context::Context;
use crate::cli::figures::{self, LeftOut};
use crate::cli::filters;
use crate::package::{Comparison, Profile, Quantity, Table, Value, either};
use crate::query::Query;
use crate::text::{CollationKey, distinct, sort_by_key};
use crate::words::words;

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
    /// Whether its year, its axis and the figure itself are inferred, and whether each is disputed.
    pub marks: Marks,
    pub quantity: Quantity<'static>,
    pub statements: Vec<Statement<'static>>,
}

/// How sure the parts of a figure's row are.
pub(super) struct Marks {
    pub year: [bool; 2],
    pub axis: [bool; 2],
    pub value: [bool; 2],
    /// What of the row is inferred, and what is disputed, as the row lists it.
    pub lists: Vec<Value<'static>>,
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
        let columns = cells.iter().map(|&cell| own_column(table, cell)).collect();
        let scores = vec![figures::fixed(table, &profile.figures)?];
        let status: Vec<String> = figures::status_column(table).into_iter().cloned().collect();
        let filters = filters::filters_of(context, table, &status, scores)?;
        let mut query = Query { filters, ..Query::new(table, columns) };
        let marks = MarkCells::fetch(&mut query);
        let [year, axis] = [&profile.year, &profile.axis].map(|name| figures::field(table, name));
        let (year_field, axis_field, value_field) =
            (year?, axis?, &table.schema().fields[figures::value_column(table)?]);
        let any_status = figures::asks_status(context, table);
        let (mut scores, mut left_out) = (Vec::new(), LeftOut::default());
        let for_people = context.style.format.is_for_people() || context.style.format.has_pictures();
        let labels = FigureLabels::of(context.package, table, for_people)?;
        ResultSet::of_query(context.package, query, true).cited_for(for_people).each(
            context.package,
            &mut |row, statements| {
                let [of, mean, year, axis, value, ..] = row else { bail!("a row too short") };
                let [of, mean, year, axis] = [of, mean, year, axis].map(|value| value.plain("").into_owned());
                let is_mean = mean == comparison.mean.value;
                let Value::Quantity(quantity) = value.clone().into_owned() else { return Ok(()) };
                let quantity = labels.label(*quantity);
                if !quantity.is_fact && !any_status {
                    left_out.no_facts += 1;
                } else if !of.is_empty() || is_mean {
                    let marks = Marks {
                        year: marks.of(row, year_field),
                        axis: marks.of(row, axis_field),
                        value: marks.of(row, value_field),
                        lists: marks.lists(row),
                    };
                    let whose = Whose { name: if is_mean { mean } else { of }, is_mean, year };
                    let statements = statements.iter().cloned().map(Statement::into_owned).collect();
                    scores.push(Score { whose, axis, marks, quantity, statements });
                }
                Ok(())
            },
        )?;
        Ok((Self(scores), left_out))
    }

    /// The years of which there are figures of a subject or of the mean.
    pub(super) fn years(&self, name: &str) -> BTreeSet<String> {
        distinct(self.0.iter().filter(|score| score.whose.name == name).map(|score| score.whose.year.clone()))
    }

    /// The year asked for, if there are figures of it, or the latest.
    pub(super) fn year_of(&self, name: &str, asked: Option<&str>) -> Option<String> {
        let years = self.years(name);
        match asked {
            Some(year) => years.contains(year).then(|| year.to_owned()),
            None => years.last().cloned(),
        }
    }

    /// How sure the year of a series is: it is marked where any of its figures marks it.
    pub(super) fn year_marks(&self, whose: &Whose) -> [bool; 2] {
        let own = self.0.iter().filter(|score| score.whose == *whose);
        own.map(|score| score.marks.year).fold([false; 2], either)
    }

    /// What to tell of a subject without figures.
    pub(super) fn without(&self, name: &str, year: Option<&str>) -> String {
        let years: Vec<String> = self.years(name).into_iter().collect();
        match year {
            Some(year) if !years.is_empty() => words().no_scores_for(name, year, &years),
            _ => {
                let of_others = self.0.iter().filter(|score| !score.whose.is_mean);
                let names = distinct(of_others.map(|score| score.whose.name.as_str()));
                let mut names: Vec<&str> = names.into_iter().collect();
                sort_by_key(&mut names, |name| CollationKey::new(name));
                words().no_scores_of(name, &names)
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
