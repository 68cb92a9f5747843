//! The lines of a comparison: one for each thing that is compared.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use crate::answer::{FigureLabels, Labels, MarkCells, ResultSet, Row, Statement, own_column};
use crate::cli::context::Context;
use crate::cli::figures::{self, LeftOut, stated};
use crate::cli::filters;
use crate::output::figure;
use crate::package::{Comparison, Field, Fixed, Quantity, Table, Value, either};
use crate::query::{Filter, Query, SortKey};
use crate::words::{language, words};

/// The lines, and how many figures are left out of them.
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    pub(super) left_out: LeftOut,
}

/// One line: what is compared, and each subject's figures, those of the mean last.
#[derive(Clone)]
pub(super) struct Line {
    by: Vec<Value<'static>>,
    /// How sure those are: whether one is inferred, and whether it is disputed, in any of the figures' rows.
    by_marks: Vec<[bool; 2]>,
    /// Whether its figures can be compared; missing where that is not told.
    comparable: Value<'static>,
    with_care: bool,
    pub(super) figures: Vec<Vec<Stated>>,
}

/// A figure, what it is about, for which axis it was stated, and where.
#[derive(Clone)]
pub(super) struct Stated {
    quantity: Quantity<'static>,
    /// Whether it is inferred, and whether it is disputed.
    is_marked: [bool; 2],
    /// What of its row is inferred, and what is disputed.
    marks: Vec<Value<'static>>,
    subject: Value<'static>,
    axis: String,
    statements: Vec<Statement<'static>>,
    /// Whether it was stated of all axes at once.
    is_of_all: bool,
}

/// Which columns programs get besides those that every comparison has.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pub(super) comparable: bool,
    pub(super) subject: bool,
    pub(super) form: stated::Form,
}

impl Lines {
    /// Reads the figures that are facts, or of the status asked for, and that can be set beside each other, or `all`.
    pub(super) fn read(
        context: &Context,
        table: &Table,
        comparison: &Comparison,
        names: &[String],
        mean: Option<&Fixed>,
        all: bool,
    ) -> Result<Self> {
        let package = context.package;
        let index = |name: &String| figures::index(table, name);
        let by = comparison.by.iter().map(index).collect::<Result<Vec<_>>>()?;
        let axis = table.profile.as_ref().and_then(|profile| comparison.by.iter().position(|it| *it == profile.axis));
        let whose = vec![whose(table, &comparison.of, names, mean)?];
        let filters = filters::filters_of(context, table, &figures::flags_of(table, comparison), whose)?;
        let own = by.iter().copied().chain([index(&comparison.of)?, figures::value_column(table)?]);
        let mut columns: Vec<_> = own.map(|cell| own_column(table, cell)).collect();
        let subject = comparison.subject.as_ref().map(index).transpose()?;
        columns.extend(subject.map(|cell| own_column(table, cell)));
        let comparable = figures::comparable_column(package, table, comparison)?;
        columns.extend(comparable);
        let fields = &table.schema().fields;
        let value_field = &fields[figures::value_column(table)?];
        let mut query = Query { filters, ..Query::new(table, columns) };
        let marks = MarkCells::fetch(&mut query);
        let for_people = context.style.format.is_for_people();
        let spoken_subject = comparison.subject.as_ref().filter(|_| for_people).and_then(|name| {
            query.columns.push(own_column(table, table.in_language(name, language())?));
            Some(query.columns.len() - 1)
        });
        let labels = FigureLabels::of(package, table, for_people)?;
        let any_status = figures::asks_status(context, table);
        let (mut lines, mut left_out): (BTreeMap<Vec<SortKey>, Line>, _) = (BTreeMap::new(), LeftOut::default());
        let shown = names.len() + usize::from(mean.is_some());
        ResultSet::of_query(package, query, true).cited_for(for_people).each(package, &mut |row, statements| {
            let (of_line, rest) = row.split_at(by.len());
            let [of, value, rest @ ..] = rest else { bail!("a row too short") };
            let (subject_value, comparable_value) = rest.split_at(usize::from(subject.is_some()));
            let Value::Quantity(quantity) = value.clone().into_owned() else { return Ok(()) };
            let quantity = labels.label(*quantity);
            let spoken = spoken_subject.map(|at| &row[at]).filter(|subject| !subject.is_missing());
            let comparable = comparable_value.first().cloned().map_or(Value::Missing, Value::into_owned);
            if !all && !figures::is_comparable(comparison, &comparable) {
                left_out.incomparable += 1;
                return Ok(());
            }
            if !quantity.is_fact && !any_status {
                left_out.no_facts += 1;
                return Ok(());
            }
            let keys = of_line.iter().zip(&by).map(|(value, &cell)| rank(value, &fields[cell])).collect();
            let with_care = figures::asks_care(comparison, &comparable);
            let line = lines.entry(keys).or_insert_with(|| Line {
                by: of_line.iter().cloned().map(Value::into_owned).collect(),
                by_marks: vec![[false; 2]; by.len()],
                comparable,
                with_care,
                figures: vec![Vec::new(); shown],
            });
            for (told, &cell) in line.by_marks.iter_mut().zip(&by) {
                *told = either(*told, marks.of(row, &fields[cell]));
            }
            let of = of.plain("");
            let place = names.iter().position(|name| *name == of).unwrap_or(names.len());
            if let Some(figures) = line.figures.get_mut(place) {
                figures.push(Stated {
                    quantity,
                    is_marked: marks.of(row, value_field),
                    marks: marks.lists(row),
                    subject: spoken.or(subject_value.first()).cloned().map_or(Value::Missing, Value::into_owned),
                    axis: axis.map_or(String::new(), |axis| of_line[axis].plain("").into_owned()),
                    statements: statements.iter().cloned().map(Statement::into_owned).collect(),
                    is_of_all: false,
                });
            }
            Ok(())
        })?;
        let mut lines: Vec<Line> = lines.into_values().collect();
        if let (Some(profile), Some(axis)) = (&table.profile, axis) {
            spread(&mut lines, axis, &profile.all);
        }
        Ok(Self { lines, left_out })
    }
}

impl Line {
    /// The figures in words, with what each is about where they are about several things or ask for care, and what `all`
    /// axes are called behind one that is stated of them at once. One that two sources state alike stands once.
    fn texts(&self, figures: &[Stated], all: Option<&str>) -> Vec<String> {
        let with_subject = self.with_care || figures.iter().any(|stated| stated.subject != figures[0].subject);
        let mut texts: Vec<String> = Vec::new();
        for stated in figures {
            let mut text = figure(&stated.quantity);
            if let Some(all) = all.filter(|_| stated.is_of_all) {
                text = figures::of_all_axes(&text, all);
            }
            if with_subject && !stated.subject.is_missing() {
                text = format!("{}: {text}", stated.subject.plain(", "));
            }
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }

    /// Whether two figures are stated and differ.
    pub(super) fn differs(&self, all: Option<&str>) -> bool {
        let mut stated = self.figures.iter().filter(|figures| !figures.is_empty()).map(|it| self.texts(it, all));
        let first = stated.next();
        stated.any(|figures| Some(figures) != first)
    }

    /// The line with a cell for each subject; that it asks for care is told in the column at `named`.
    pub(super) fn for_people(self, all: Option<&str>, labels: &[Labels], named: usize) -> Row {
        let cell = |figures: &Vec<Stated>| {
            let texts = self.texts(figures, all).into_iter().map(|text| Value::Text(text.into()));
            Value::List(texts.collect()).marked(figures.iter().map(|stated| stated.is_marked).fold([false; 2], either))
        };
        let cells = self.figures.iter().map(cell).collect::<Vec<_>>();
        let mut values: Vec<Value> = self.by.into_iter().zip(labels).map(|(value, of)| of.label(value)).collect();
        if let Some(value) = values.get_mut(named).filter(|_| self.with_care) {
            *value = Value::Text(words().with_care(&value.plain(", ")).into());
        }
        let mut values: Vec<Value> =
            values.into_iter().zip(self.by_marks).map(|(value, marks)| value.marked(marks)).collect();
        values.extend(cells);
        let statements = self.figures.into_iter().flatten().flat_map(|stated| stated.statements);
        Row { values, statements: statements.collect() }
    }

    /// A row for each figure.
    pub(super) fn into_rows(self, names: &[Value<'static>], mean: Option<&Value<'static>>, parts: Parts) -> Vec<Row> {
        let mut rows = Vec::new();
        for (at, figures) in self.figures.into_iter().enumerate() {
            for Stated { quantity, marks, subject, axis, statements, .. } in figures {
                let mut values = self.by.clone();
                values.extend(parts.comparable.then(|| self.comparable.clone()));
                let of_mean = if at < names.len() { None } else { mean };
                values.push(names.get(at).cloned().unwrap_or(Value::Missing));
                values.push(of_mean.cloned().unwrap_or(Value::Missing));
                values.extend(parts.subject.then_some(subject));
                values.extend(stated::values(&quantity, &axis, &marks, &statements, parts.form));
                rows.push(Row { values, statements });
            }
        }
        rows
    }
}

/// Sets what is said of all axes at once where nothing is said of one of them, marked as such: it holds there, too.
fn spread(lines: &mut [Line], axis: usize, all: &str) {
    let stated_for = |line: &Line| line.by[axis].plain("").into_owned();
    let of_all: Vec<Line> = lines.iter().filter(|line| stated_for(line) == all).cloned().collect();
    for line in lines.iter_mut().filter(|line| !line.by[axis].is_missing() && stated_for(line) != all) {
        let alike = |all: &&Line| {
            all.by.iter().zip(&line.by).enumerate().all(|(place, (all, own))| place == axis || all == own)
        };
        let Some(all) = of_all.iter().find(alike) else { continue };
        for (own, all) in line.figures.iter_mut().zip(&all.figures).filter(|(own, _)| own.is_empty()) {
            own.extend(all.iter().map(|stated| Stated { is_of_all: true, ..stated.clone() }));
        }
    }
}

/// A filter for the rows of the subjects, and of the mean if it is wanted.
fn whose(table: &Table, of: &str, names: &[String], mean: Option<&Fixed>) -> Result<Filter> {
    let keys = names.iter().map(|name| name.clone().into_bytes()).collect();
    let mut whose = vec![Filter::one_of(figures::index(table, of)?, figures::field(table, of)?, keys)];
    whose.extend(mean.map(|mean| figures::fixed(table, mean)).transpose()?);
    Ok(Filter::any(whose))
}

/// How a value is ordered among others: members of a fixed set as the set has them.
fn rank(value: &Value, field: &Field) -> SortKey {
    match field.constraints.allowed.iter().position(|member| *member == value.plain("")) {
        Some(place) => SortKey::new(&Value::count(place)),
        None => SortKey::new(value),
    }
}
