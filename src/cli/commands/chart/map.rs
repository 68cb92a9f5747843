//! `chart TABLE --map`: how many rows each place has, or the figure of each, on a map of their outlines.

use std::cmp::Ordering;
use std::ptr;

use anyhow::{Context as _, Result};
use clap::{Arg, ArgAction};

use super::bars::Bars;
use super::placing::{Places, Placing};
use super::{asked, drawn_column, is_drawable, numbers, title};
use crate::answer::{
    Answer, Body, Caption, Citations, Drawing, Figure, MapChart, MapPlace, ResultSet, Statement, Tally, own_column,
};
use crate::cli::context::Context;
use crate::cli::scope::Scope;
use crate::cli::{drawings, flags, help};
use crate::error;
use crate::package::{Column, Package, ProvenancePlace, Table, Value};
use crate::query::{Query, SortKey};
use crate::text::sort_by;
use crate::words::words;

pub(super) const MAP: &str = "MAP";

/// Adds the flag, where the package has outlines at all.
pub(super) fn with_flag(command: clap::Command, package: &Package, scope: &Scope) -> clap::Command {
    if !scope.has_flag("map") || package.tables().iter().all(|table| table.outlines.is_none()) {
        return command;
    }
    let map = Arg::new(MAP).long("map").action(ArgAction::SetTrue).help_heading(help::OUTPUT);
    command.arg(scope.told(map, |map, words| map.help(words.flag_map())))
}

/// The map, and on a page the same as rows.
pub(super) fn answer<'p>(context: &Context<'_, 'p>, table: &'p Table) -> Result<Answer<'p>> {
    let format = context.style.format;
    if !format.has_pictures() {
        return Err(error::conflict("--map", &words().no_map_in(format.name())).into());
    }
    for (id, flag) in [(flags::SORT, "--sort"), (flags::LIMIT, "--limit")] {
        if flags::is_given(context.matches, id) {
            return Err(error::conflict(flag, words().map_has_all()).into());
        }
    }
    let placing = Placing::chosen(context, table)?;
    let y = drawn_column(context, table)?;
    let map = Map { context, table, placing, y, places: placing.places(context.package)? };
    let (query, left_out) = asked(context, table, &[placing.shown], y)?;
    let mut notices = if context.tells_person { left_out.notices(false) } else { Vec::new() };
    let gaps: Vec<String> = query.gaps(context.package)?.iter().map(ToString::to_string).collect();
    let chart = map.chart(&gaps)?;
    let count = chart.listed().count();
    if count == 0 {
        notices.push(drawings::nothing(context));
        notices.extend(gaps.into_iter().filter(|_| context.tells_person));
    }
    // Where rows are places, what they have is meant, and not that there is one of each.
    let is_one_each = y.is_none() && count > 0 && chart.listed().all(|(_, figure)| figure.text == "1");
    let own = table.schema().fields.iter().enumerate().map(|(at, field)| (own_column(table, at), &*field.name));
    let drawable: Vec<&str> = own.filter(|(column, _)| is_drawable(column)).map(|(_, name)| name).collect();
    if is_one_each && context.tells_person && !drawable.is_empty() {
        notices.push(words().one_row_each(&table.name, &drawable));
    }
    let answer = if format.is_page() {
        numbers(context, query, &[placing.shown], y.is_some(), &mut Vec::new())?
    } else {
        Body::Count(count).into()
    };
    Ok(Answer { drawing: Some(Drawing::Map(chart)), notices, of_table: Some(table), ..answer })
}

/// What is to be drawn, and the places as yet without figures.
struct Map<'a, 'p> {
    context: &'a Context<'a, 'p>,
    table: &'p Table,
    placing: Placing<'p>,
    y: Option<Column<'p>>,
    places: Places,
}

/// What is told of figures besides themselves.
struct Told<'p> {
    /// What one must know to read them.
    lines: Vec<String>,
    citations: Citations<'p>,
    marks: [bool; 2],
    unit: String,
    /// How many rows have no place on the map.
    elsewhere: usize,
}

impl<'p> Map<'_, 'p> {
    fn query(&self, label: Column<'p>) -> Result<Query<'p>> {
        Ok(asked(self.context, self.table, &[label], self.y)?.0)
    }

    fn chart(mut self, gaps: &[String]) -> Result<MapChart> {
        let (context, shown) = (self.context, self.placing.shown);
        let mut told = if self.y.is_some() { self.measure()? } else { self.count()? };
        // Of what lies on the map itself, each row is a place.
        let by = [shown];
        let by = Some(&by[..]).filter(|_| self.y.is_none() && !ptr::eq(self.placing.outlined, self.table));
        let (title, lines) = title::of(context, &mut self.query(shown)?, by, self.y.as_ref())?;
        told.lines.extend(lines);
        let mut notes = gaps.to_vec();
        notes.extend((told.elsewhere > 0).then(|| words().not_on_map(told.elsewhere)));
        notes.extend(outlines_from(context, self.placing.outlined)?);
        let mut places = self.places.all;
        sort_by(&mut places, &in_order);
        let figures = self.y.map_or(words().count_heading(), |y| y.field.title_or_name());
        let without = if self.y.is_some() { words().no_figure_here() } else { words().none() };
        let mut chart = MapChart {
            caption: Caption::default(),
            headings: [shown.field.title_or_name(), figures].map(str::to_owned),
            unit: told.unit,
            without: without.to_owned(),
            places,
        };
        chart.caption = Caption {
            title: drawings::heading(context, title)?,
            subtitle: told.lines.join(" · "),
            description: words().map(&chart.listed().map(|(place, _)| place.told()).collect::<Vec<_>>()),
            notes,
            source: told.citations.line(context.package, context.draws_sources())?,
            marks: told.marks,
        };
        Ok(chart)
    }

    /// Tells each place how many rows it has.
    fn count(&mut self) -> Result<Told<'p>> {
        let package = self.context.package;
        let column = self.placing.column;
        let tally = Tally::new(package, self.query(column)?, &[column], false, false)?;
        let mut elsewhere = 0;
        for row in &tally.rows {
            let [value, count] = &row.values[..] else { continue };
            let text = count.plain("");
            let number = text.parse().with_context(|| words().no_figure_at(&text))?;
            match self.places.named(&value.plain("")) {
                Some(place) => place.figure = Some(Figure::exact(text.into_owned(), number)),
                None => elsewhere += text.parse().unwrap_or(0),
            }
        }
        let mut citations = Citations::default();
        let rows = ResultSet::of_query(package, self.query(column)?, true).cited_for(true);
        rows.each(package, &mut |values, statements| {
            if values.first().is_some_and(|value| self.places.has(value)) {
                citations.add(rows.provenance, statements);
            }
            Ok(())
        })?;
        let joint = tally.has_joint.then(|| words().joint_on_map());
        let lines = [words().number_of_rows()].into_iter().chain(joint).map(str::to_owned).collect();
        Ok(Told { lines, citations, marks: [false; 2], unit: String::new(), elsewhere })
    }

    /// Tells each place the figure of its row.
    fn measure(&mut self) -> Result<Told<'p>> {
        let package = self.context.package;
        let mut named: Vec<Vec<String>> = Vec::new();
        self.query(self.placing.column)?.run(package, |row| {
            let items = row.first().map_or(&[][..], Value::items);
            named.push(items.iter().map(|item| item.plain("").into_owned()).collect());
            Ok(())
        })?;
        let bars = Bars::measured(package, self.query(self.placing.shown)?)?;
        let mut elsewhere = 0;
        for (bar, named) in bars.list.into_iter().zip(named) {
            let mut is_placed = false;
            for name in named {
                let Some(place) = self.places.named(&name) else { continue };
                is_placed = true;
                if bar.figure.is_some() && place.figure.is_some() {
                    return Err(error::several_figures(&place.label).into());
                }
                if let Some(figure) = &bar.figure {
                    place.label.clone_from(&bar.label);
                    place.figure = Some(figure.clone());
                }
            }
            elsewhere += usize::from(!is_placed);
        }
        let lines = bars.about.into_iter().collect();
        Ok(Told { lines, citations: bars.citations, marks: bars.marks, unit: bars.unit, elsewhere })
    }
}

/// The largest figures first, and as Swedish sorts where they are alike.
fn in_order(one: &MapPlace, other: &MapPlace) -> Ordering {
    let number = |place: &MapPlace| place.figure.as_ref().map_or(f64::NEG_INFINITY, Figure::point);
    let label = |place: &MapPlace| SortKey::new(&Value::text(&place.label));
    let by_label = || label(one).cmp(&label(other)).then_with(|| one.outline.id.cmp(&other.outline.id));
    number(other).total_cmp(&number(one)).then_with(by_label)
}

/// Where the outlines are from, if that is told.
fn outlines_from(context: &Context, outlined: &Table) -> Result<Option<String>> {
    let Some(provenance) = context.package.provenance_of_outlines(outlined) else { return Ok(None) };
    let ProvenancePlace::Always(source) = provenance.place else { return Ok(None) };
    let mut citations = Citations::default();
    let statement = Statement { source: source.into(), locator: "".into(), words: "".into() };
    citations.add(Some(provenance), &[statement]);
    let works = citations.works(context.package)?;
    let in_full = context.draws_sources();
    let told = works.first().map(|work| if in_full { work.sentence() } else { work.brief() });
    Ok(told.map(|told| words().outlines_from(&told)))
}
