//! `compare`: how the figures of several subjects, municipalities in the bundled package, stand beside each other.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Context, Result, bail};

use super::answer::own_column;
use crate::output::{self, Heading, Style, figure};
use crate::package::{Comparison, Field, FieldType, Fixed, Package, Profile, Table};
use crate::query::{Filter, Query, SortKey, find};

/// What stands between two figures of one subject in one line.
const SEPARATOR: char = ';';

/// The table whose figures are compared, and how.
pub fn compared(package: &Package) -> Result<(&Table, &Comparison)> {
    let found = package.tables().iter().find_map(|table| Some((table, table.comparison.as_ref()?)));
    found.context("the package describes no comparison")
}

/// The subjects that were named, as the table writes them, in the order typed and each once.
pub fn subjects(package: &Package, table: &Table, of: &str, typed: &[String]) -> Result<Vec<String>> {
    let key = package.key(table, field(table, of)?).with_context(|| format!("{of} is no key"))?;
    let mut subjects = Vec::new();
    for name in typed.iter().flat_map(|typed| typed.split(',')) {
        let found = find(package, key, &[name.to_owned()], None)?.into_iter().map(String::from_utf8);
        let mut found = found.collect::<Result<Vec<_>, _>>()?;
        found.retain(|subject| !subjects.contains(subject));
        found.sort();
        subjects.extend(found);
    }
    Ok(subjects)
}

/// Writes a line for each of what is compared, and returns how many there were. One subject alone is compared with the
/// mean; with `differing` only lines are written in which two figures are stated and differ.
pub fn run(
    package: &Package,
    typed: &[String],
    filters: Vec<Filter>,
    differing: bool,
    style: Style,
    out: &mut dyn Write,
) -> Result<usize> {
    let (table, comparison) = compared(package)?;
    let subjects = subjects(package, table, &comparison.of, typed)?;
    let mean = (subjects.len() == 1).then_some(&comparison.mean);
    let lines = lines(package, table, comparison, &subjects, mean, filters)?;
    let mut headings = comparison
        .by
        .iter()
        .map(|name| Ok(Heading::from(&own_column(table, index(table, name)?))))
        .collect::<Result<Vec<_>>>()?;
    let whose = subjects.iter().chain(mean.map(|mean| &mean.value));
    headings.extend(whose.map(|name| Heading {
        field_type: FieldType::List,
        delimiter: SEPARATOR,
        ..Heading::text(name)
    }));
    let mut answer = output::start(style, headings, out)?;
    let mut count = 0;
    for (_, line) in lines {
        let mut stated = line.figures.iter().filter(|figures| !figures.is_empty());
        let first = stated.next();
        if differing && stated.all(|figures| Some(figures) == first) {
            continue;
        }
        let figures: Vec<String> = line.figures.iter().map(|figures| figures.join(&SEPARATOR.to_string())).collect();
        answer.row(&line.by.iter().chain(&figures).map(String::as_str).collect::<Vec<_>>())?;
        count += 1;
    }
    answer.end()?;
    Ok(count)
}

/// One line: what is compared, and each subject's figures.
#[derive(Clone)]
struct Line {
    by: Vec<String>,
    figures: Vec<Vec<String>>,
}

fn lines(
    package: &Package,
    table: &Table,
    comparison: &Comparison,
    subjects: &[String],
    mean: Option<&Fixed>,
    mut filters: Vec<Filter>,
) -> Result<BTreeMap<Vec<SortKey>, Line>> {
    let quantity = table.schema().fields.iter().find_map(|field| table.quantity(field)).context("no figures")?;
    let of = index(table, &comparison.of)?;
    let mean_at = index(table, &comparison.mean.column)?;
    filters.push(whose(table, &comparison.of, subjects, mean)?);
    let by = comparison.by.iter().map(|name| index(table, name)).collect::<Result<Vec<_>>>()?;
    let cells = [quantity.value, quantity.upper, quantity.qualifier, quantity.unit, of, mean_at];
    let columns = by.iter().chain(&cells).map(|&cell| own_column(table, cell)).collect();
    let query = Query { filters, ..Query::new(table, columns) };
    let mut lines: BTreeMap<Vec<SortKey>, Line> = BTreeMap::new();
    query.run(package, |row| {
        let (of_line, figure_cells) = row.split_at(by.len());
        let &[value, upper, qualifier, unit, subject, mean] = figure_cells else { bail!("a row too short") };
        let keys = of_line.iter().zip(&by).map(|(text, &cell)| rank(text, &table.schema().fields[cell])).collect();
        let line = lines.entry(keys).or_insert_with(|| Line {
            by: of_line.iter().map(|&text| text.to_owned()).collect(),
            figures: vec![Vec::new(); subjects.len() + 1],
        });
        let place = subjects.iter().position(|name| name == subject).unwrap_or(subjects.len());
        debug_assert!(place < subjects.len() || !mean.is_empty());
        let figure = figure(value, upper, qualifier, unit);
        if !figure.is_empty() && !line.figures[place].contains(&figure) {
            line.figures[place].push(figure);
        }
        Ok(())
    })?;
    if let Some(profile) = &table.profile {
        spread(&mut lines, comparison, profile);
    }
    let shown = subjects.len() + usize::from(mean.is_some());
    for line in lines.values_mut() {
        line.figures.truncate(shown);
    }
    Ok(lines)
}

/// Sets what is said of all axes at once where nothing is said of one of them, marked as such: it holds there, too.
fn spread(lines: &mut BTreeMap<Vec<SortKey>, Line>, comparison: &Comparison, profile: &Profile) {
    let Some(axis) = comparison.by.iter().position(|name| *name == profile.axis) else { return };
    let of_all: Vec<Line> = lines.values().filter(|line| line.by[axis] == profile.all).cloned().collect();
    for line in lines.values_mut().filter(|line| !line.by[axis].is_empty() && line.by[axis] != profile.all) {
        let alike = |all: &&Line| {
            all.by.iter().zip(&line.by).enumerate().all(|(place, (all, own))| place == axis || all == own)
        };
        let Some(all) = of_all.iter().find(alike) else { continue };
        for (own, all) in line.figures.iter_mut().zip(&all.figures).filter(|(own, _)| own.is_empty()) {
            own.extend(all.iter().map(|figure| profile.of_all(figure)));
        }
    }
}

/// A filter for the rows of the subjects, and of the mean if it is wanted.
fn whose(table: &Table, of: &str, subjects: &[String], mean: Option<&Fixed>) -> Result<Filter> {
    let keys = subjects.iter().map(|subject| subject.clone().into_bytes()).collect();
    let mut whose = vec![Filter::one_of(index(table, of)?, field(table, of)?, keys)];
    whose.extend(mean.map(|mean| fixed(table, mean)).transpose()?);
    Ok(Filter::any(whose))
}

/// A filter for the rows that have one value in a column.
pub fn fixed(table: &Table, fixed: &Fixed) -> Result<Filter> {
    let values = [fixed.value.clone().into_bytes()].into();
    Ok(Filter::one_of(index(table, &fixed.column)?, field(table, &fixed.column)?, values))
}

/// How a cell is ordered among others: members of a fixed set as the set has them.
fn rank(text: &str, field: &Field) -> SortKey {
    match field.constraints.allowed.iter().position(|member| member == text) {
        Some(place) => SortKey::new(&place.to_string(), FieldType::Integer),
        None => SortKey::new(text, field.field_type),
    }
}

/// The position of a column that the description names.
pub fn index(table: &Table, column: &str) -> Result<usize> {
    table
        .index_of(column)
        .with_context(|| format!("the description of {} names a column that it has not: {column}", table.name))
}

fn field<'t>(table: &'t Table, column: &str) -> Result<&'t Field> {
    Ok(&table.schema().fields[index(table, column)?])
}
