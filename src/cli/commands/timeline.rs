//! `chart timeline`: the rows of a table laid out in time, in the bundled package the editions of the award.

use std::collections::HashMap;
use std::io::Write;

use anyhow::{Context, Result};

use super::answer::own_column;
use super::chart::sources;
use super::compare::index;
use super::drawing::Drawn;
use crate::output::chart::{Caption, Moment, Timeline as Drawing};
use crate::output::{self, Format, Heading};
use crate::package::{FieldType, Package, Table, Timeline};
use crate::query::Query;

/// What stands between those who took the same part.
const SEPARATOR: char = ';';

/// Writes a row a moment, or draws them; returns how many there were.
pub fn run(package: &Package, drawn: &Drawn, out: &mut dyn Write) -> Result<usize> {
    let found = package.tables().iter().find_map(|table| Some((table, table.timeline.as_ref()?)));
    let (table, timeline) = found.context("the package describes no timeline")?;
    let moments = moments(package, table, timeline)?;
    if drawn.style.format == Format::Svg {
        draw(package, table, timeline, &moments, drawn, out)?;
    } else {
        // People are shown what a timeline is about; what the key opens besides would make it too wide for a screen.
        let brief = drawn.style.format.is_for_people();
        let headings = headings(package, table, timeline, brief)?;
        let mut rows = output::start(drawn.style, headings, out)?;
        for moment in &moments {
            let who: Vec<String> = moment.who.iter().map(|names| names.join(&SEPARATOR.to_string())).collect();
            let told = if brief { &[] } else { moment.told.as_slice() };
            let cells = [&moment.when].into_iter().chain(&who).chain(told).chain([&moment.coverage]);
            rows.row(&cells.map(String::as_str).collect::<Vec<_>>())?;
        }
        rows.end()?;
    }
    Ok(moments.len())
}

/// One row of the table that the key points to, and the rows that point to it.
struct Occasion {
    when: String,
    /// Who took each part.
    who: Vec<Vec<String>>,
    /// The columns that the key opens.
    told: Vec<String>,
    /// How much of it is known.
    coverage: String,
}

fn parts<'t>(table: &'t Table, timeline: &Timeline) -> Result<&'t [String]> {
    Ok(&table.schema().fields[index(table, &timeline.part)?].constraints.allowed)
}

/// The columns of the far table that are told: the key, those that it opens, and the coverage.
fn far_columns(package: &Package, table: &Table, timeline: &Timeline) -> Result<Vec<usize>> {
    let declared = table.schema().keys().find(|declared| declared.column == timeline.key);
    let declared = declared.with_context(|| format!("{} is no key", timeline.key))?;
    let key = package.resolve(table, declared).with_context(|| format!("{} leads nowhere", timeline.key))?;
    let coverage = declared.coverage.as_ref().with_context(|| format!("{} has no coverage", timeline.key))?;
    let named = declared.opens.iter().chain([&coverage.column]).map(|name| index(key.table, name));
    [Ok(key.target)].into_iter().chain(named).collect()
}

fn headings(package: &Package, table: &Table, timeline: &Timeline, brief: bool) -> Result<Vec<Heading>> {
    let key = package.key(table, &table.schema().fields[index(table, &timeline.key)?]).context("no key")?;
    let far = far_columns(package, table, timeline)?;
    let mut headings: Vec<Heading> = far.iter().map(|&cell| Heading::from(&own_column(key.table, cell))).collect();
    if brief {
        headings.drain(1..headings.len() - 1);
    }
    let parts = parts(table, timeline)?.iter();
    let of_parts =
        parts.map(|part| Heading { field_type: FieldType::List, delimiter: SEPARATOR, ..Heading::text(part) });
    headings.splice(1..1, of_parts);
    Ok(headings)
}

fn moments(package: &Package, table: &Table, timeline: &Timeline) -> Result<Vec<Occasion>> {
    let key = package.key(table, &table.schema().fields[index(table, &timeline.key)?]).context("no key")?;
    let parts = parts(table, timeline)?;
    let columns = [&timeline.key, &timeline.who, &timeline.part].map(|name| Ok(own_column(table, index(table, name)?)));
    let columns = columns.into_iter().collect::<Result<Vec<_>>>()?;
    let mut who: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    Query::new(table, columns).run(package, |row| {
        let &[when, name, part] = row else { return Ok(()) };
        let of_moment = who.entry(when.to_owned()).or_insert_with(|| vec![Vec::new(); parts.len()]);
        if let Some(at) = parts.iter().position(|known| known == part) {
            of_moment[at].push(name.to_owned());
        }
        Ok(())
    })?;
    let far = far_columns(package, table, timeline)?;
    let columns = far.iter().map(|&cell| own_column(key.table, cell)).collect();
    let mut moments = Vec::new();
    Query::new(key.table, columns).run(package, |row| {
        let [when, told @ .., coverage] = row else { return Ok(()) };
        moments.push(Occasion {
            when: (*when).to_owned(),
            who: who.remove(*when).unwrap_or_else(|| vec![Vec::new(); parts.len()]),
            told: told.iter().map(|&cell| cell.to_owned()).collect(),
            coverage: (*coverage).to_owned(),
        });
        Ok(())
    })?;
    Ok(moments)
}

fn draw(
    package: &Package,
    table: &Table,
    timeline: &Timeline,
    moments: &[Occasion],
    drawn: &Drawn,
    out: &mut dyn Write,
) -> Result<()> {
    let parts = parts(table, timeline)?;
    let declared = table.schema().keys().find(|declared| declared.column == timeline.key);
    let notes = declared.and_then(|declared| declared.coverage.as_ref()).map(|coverage| &coverage.notes);
    let drawn_moments = moments.iter().map(|moment| {
        let mut of_parts = parts.iter().zip(&moment.who).filter(|(_, names)| !names.is_empty());
        let first = of_parts.next().map(|(_, names)| names.join(", "));
        let headline: Vec<&str> = first.iter().chain(&moment.told).map(String::as_str).collect();
        let mut lines: Vec<String> = of_parts.map(|(part, names)| format!("{part}: {}", names.join(", "))).collect();
        lines.extend(notes.and_then(|notes| notes.get(&moment.coverage)).cloned());
        Moment { when: moment.when.clone(), headline: headline.join(" · "), lines }
    });
    let caption = Caption {
        title: timeline.title.clone(),
        description: format!("{} moments, each with its {}.", moments.len(), parts.join(", ")),
        source: sources(package, &Query::new(table, Vec::new()))?,
    };
    let drawing = Drawing { caption, moments: drawn_moments.collect() };
    drawn.write_svg(out, |out| Ok(drawing.write(out)?))
}
