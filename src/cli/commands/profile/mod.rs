//! `profile`: the figures of subjects that lie on one scale, beside the mean's, and one's alone beside its own of an
//! earlier year.
//!
//! Where the sources speak of all axes at once, that statement stands for each axis that has none of its own; an axis
//! without either is not stated, which is not 0.

mod drawing;
mod scores;

use anyhow::{Context as _, Result};
use clap::{Arg, ValueHint};

use super::Command;
use crate::answer::{Answer, Body, Heading, Labels, ResultSet, Row, own_column};
use crate::cli::context::Context;
use crate::cli::figures::{self, stated};
use crate::cli::{drawings, flags};
use crate::error;
use crate::output::{Format, figure};
use crate::package::{Comparison, Fixed, Package, Profile, Table, Value, either};
use crate::query::is_year;
use crate::text::distinct;
use crate::words::{Commands, words};
use scores::{Score, Scores, Whose};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "profile",
    swedish: "profil",
    told: Commands::command_profile,
    examples: &[],
    formats: Format::OF_DRAWINGS,
    usual_format: super::USUAL,
    arguments: |command, package, scope| {
        let names = scope.told(super::several_words("NAME"), |names, words| {
            names.value_name(words.a_name()).help(words.argument_drawn(figures::named_table(package)))
        });
        let year = Arg::new("YEAR").long("year").value_hint(ValueHint::Other);
        let year = scope.told(year, |year, words| year.value_name(words.a_year()).help(words.flag_profile_year()));
        let command = figures::with_status(command.arg(names).arg(year), package, scope);
        flags::with_exit_status(drawings::with_flags(command, scope), scope)
    },
    answer,
};

/// Each subject's profile of the year asked for, or else of the latest that there is. Where the sources give no figures
/// of a subject or a year, a notice tells of whom and when they do.
fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let package = context.package;
    let is_drawn = drawings::drawn(context, context.style.format.is_drawn())?;
    let (table, comparison) = figures::compared(package)?;
    let profile = table.profile.as_ref().with_context(|| words().no_profile())?;
    let year = flags::one::<String>(context.matches, "YEAR").map_or(Ok(None), |year| read_year(year))?;
    let names = figures::named(package, table, &comparison.of, &flags::several(context.matches, "NAME"))?;
    let (scores, left_out) = Scores::read(context, table, comparison, profile)?;
    let (mut series, mut notices) = (Vec::new(), Vec::new());
    for name in &names {
        match scores.year_of(name, year.as_deref()) {
            Some(year) => {
                series.push(Whose { name: name.clone(), is_mean: false, year: year.clone() });
                // Of several subjects the earlier years would hide one another.
                let earlier = scores.years(name).range(..year).next_back().cloned().filter(|_| names.len() == 1);
                series.extend(earlier.map(|year| Whose { name: name.clone(), is_mean: false, year }));
            }
            None => notices.push(scores.without(name, year.as_deref())),
        }
    }
    let years = distinct(series.iter().map(|whose| whose.year.clone()));
    // The mean is set beside the latest of the years, and beside those for which it is stated.
    let mean = &comparison.mean;
    let of_mean = years.iter().filter(|year| Some(*year) == years.last() || scores.years(&mean.value).contains(*year));
    series.extend(of_mean.map(|year| Whose { name: mean.value.clone(), is_mean: true, year: year.clone() }));
    let has_figures = |name: &String| series.is_empty() || series.iter().any(|whose| whose.name == *name);
    let names = names.into_iter().filter(has_figures).collect();
    let all = figures::all_axes(table).unwrap_or_default();
    let for_people = context.style.format.is_for_people();
    let mean_called = figures::mean_called(package, table, mean, for_people || is_drawn)?;
    let profiles = Profiles { package, table, profile, mean, mean_called, all, names, scores: &scores, series };
    let drawing = if is_drawn { Some(profiles.drawing(context)?) } else { None };
    if is_drawn && profiles.series.is_empty() {
        notices.push(drawings::nothing(context));
    }
    let mut rows = profiles.rows(comparison, context.style.format.is_for_people())?;
    if context.cite {
        rows.cited = true;
        rows.provenance = package.provenance(table);
    }
    if context.tells_person || rows.is_empty() {
        notices.extend(left_out.notices(false));
    }
    Ok(Answer { body: Body::from(rows), drawing, notices, ..Answer::default() })
}

/// A year that was typed, as data writes years; nothing for the latest of each subject.
fn read_year(typed: &str) -> Result<Option<String>> {
    match typed.trim() {
        "latest" => Ok(None),
        year if is_year(year) => Ok(Some(year.to_owned())),
        _ => Err(error::bad_value("--year", typed, words().no_year()).into()),
    }
}

/// The profiles that were asked for.
struct Profiles<'a, 'p> {
    package: &'p Package,
    table: &'p Table,
    profile: &'p Profile,
    mean: &'p Fixed,
    mean_called: String,
    /// What all axes are called together.
    all: String,
    /// Whose they are, as far as they have figures.
    names: Vec<String>,
    scores: &'a Scores,
    series: Vec<Whose>,
}

impl<'p> Profiles<'_, 'p> {
    /// What people call those whose figures they are.
    fn called<'s>(&'s self, whose: &'s Whose) -> &'s str {
        if whose.is_mean { &self.mean_called } else { &whose.name }
    }

    fn axes(&self) -> Result<Vec<&'p str>> {
        let members = &figures::field(self.table, &self.profile.axis)?.constraints.allowed;
        Ok(members.iter().map(String::as_str).filter(|axis| *axis != self.profile.all).collect())
    }

    fn on(&self, whose: &Whose, axis: &str) -> Vec<&Score> {
        self.scores.on(whose, axis, &self.profile.all)
    }

    /// A figure in words, with what it was stated for if that is not this axis, and how sure it is.
    fn text(&self, score: &Score, axis: &str) -> Value<'static> {
        let text = figure(&score.quantity);
        let text = if score.axis == axis { text } else { figures::of_all_axes(&text, &self.all) };
        Value::Text(text.into()).marked(score.marks.value)
    }

    /// The year of a series, with how sure it is.
    fn year(&self, whose: &Whose) -> Value<'static> {
        Value::Number(whose.year.clone().into()).marked(self.scores.year_marks(whose))
    }

    /// What an axis is called.
    fn axis_label<'l>(&'l self, axis: &'l str) -> &'l str {
        figures::field(self.table, &self.profile.axis).map_or(axis, |field| field.member_label(axis))
    }

    /// A row for each figure, and one without a figure where none is stated. People are shown it as one.
    fn rows(&self, comparison: &Comparison, for_people: bool) -> Result<ResultSet<'p>> {
        let parts = stated::headings(self.package, self.table)?;
        let form = stated::Form::of(self.package, self.table);
        let named = [&self.profile.year, &comparison.of, &self.mean.column, &self.profile.axis];
        let mut headings =
            named.iter().map(|name| figures::heading(self.table, name)).collect::<Result<Vec<Heading>>>()?;
        let shown = if for_people { 1 } else { parts.len() };
        headings.extend(parts.into_iter().take(shown));
        let column = own_column(self.table, figures::index(self.table, &self.profile.axis)?);
        let labels = if for_people { Labels::of(self.package, self.table, &column, false)? } else { Labels::default() };
        let mut rows = Vec::new();
        for axis in self.axes()? {
            let of_axis = labels.label(Value::Text(axis.to_owned().into()));
            for whose in &self.series {
                let name = Value::Text(self.called(whose).to_owned().into());
                let (of, mean) = if whose.is_mean { (Value::Missing, name) } else { (name, Value::Missing) };
                let year = if for_people { self.year(whose) } else { self.year(whose).unmarked().clone() };
                let scores = self.on(whose, axis);
                let marks = scores.iter().map(|score| score.marks.axis).fold([false; 2], either);
                let of_axis = of_axis.clone().marked(marks.map(|is_so| is_so && for_people));
                let of_row = [year, of, mean, of_axis];
                if scores.is_empty() {
                    rows.push(Row::new([&of_row[..], &vec![Value::Missing; shown]].concat()));
                }
                rows.extend(scores.into_iter().map(|score| {
                    let figure = if for_people {
                        vec![self.text(score, axis)]
                    } else {
                        stated::values(&score.quantity, &score.axis, &score.marks.lists, &score.statements, form)
                    };
                    Row { values: [&of_row[..], &figure].concat(), statements: score.statements.clone() }
                }));
            }
        }
        Ok(ResultSet::held(headings, rows))
    }
}
