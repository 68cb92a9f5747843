//! `chart timeline`: the rows of a table laid out in time.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context as _, Result, bail};

use crate::answer::{
    Answer, Body, Caption, Citations, Drawing, Heading, Moment, ResultSet, Row, Statement, TimelineChart, own_column,
};
use crate::cli::context::Context;
use crate::cli::figures::index;
use crate::cli::scope::Scope;
use crate::package::{FieldType, Key, Package, Table, Timeline, Value};
use crate::query::Query;

/// The name of the subcommand.
const NAME: &str = "timeline";

/// The subcommand, without the flags that all drawings have.
pub(super) fn build(package: &Package, _: &Scope) -> clap::Command {
    let title = package.tables().iter().find_map(|table| table.timeline.as_ref()).map_or("", |it| &it.title);
    clap::Command::new(NAME).about(title.to_owned())
}

/// A row a moment, and the same as a drawing.
pub(super) fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let package = context.package;
    let found = package.tables().iter().find_map(|table| Some((table, table.timeline.as_ref()?)));
    let (table, timeline) = found.context("the package describes no timeline")?;
    let view = View::new(package, table, timeline)?;
    let moments = view.moments(package)?;
    let is_drawn = context.style.format.is_drawn();
    let drawing = if is_drawn { Some(view.drawing(context, &moments)?) } else { None };
    // People are shown what a timeline is about; what the key opens besides would make it too wide for a screen.
    let mut rows = view.rows(moments, context.style.format.is_for_people());
    if context.cite {
        rows.cited = true;
        rows.provenance = package.provenance(table);
    }
    Ok(Answer { body: Body::from(rows), drawing, ..Answer::default() })
}

/// One row of the table that the key points to, and the rows that point to it.
struct Occasion {
    when: Value<'static>,
    /// Who took each part.
    who: Vec<Vec<Value<'static>>>,
    /// The columns that the key opens.
    told: Vec<Value<'static>>,
    /// How much of it is known.
    coverage: Value<'static>,
    /// Where it is stated who took part.
    statements: Vec<Statement<'static>>,
}

/// Who took each part, and where that is stated.
type Taken = (Vec<Vec<Value<'static>>>, Vec<Statement<'static>>);

/// The columns by which a table is laid out.
struct View<'p> {
    table: &'p Table,
    timeline: &'p Timeline,
    key: Key<'p>,
    parts: &'p [String],
    /// The columns of the far table that are told: the key, those that it opens, and the coverage.
    far: Vec<usize>,
    notes: &'p BTreeMap<String, String>,
}

impl<'p> View<'p> {
    fn new(package: &'p Package, table: &'p Table, timeline: &'p Timeline) -> Result<Self> {
        let declared = table.schema().keys().find(|declared| declared.column == timeline.key);
        let declared = declared.with_context(|| format!("{} is no key", timeline.key))?;
        let key = package.resolve(table, declared).with_context(|| format!("{} leads nowhere", timeline.key))?;
        let coverage = declared.coverage.as_ref().with_context(|| format!("{} has no coverage", timeline.key))?;
        let named = declared.opens.iter().chain([&coverage.column]).map(|name| index(key.table, name));
        let far = [Ok(key.target)].into_iter().chain(named).collect::<Result<_>>()?;
        let parts = &table.schema().fields[index(table, &timeline.part)?].constraints.allowed;
        Ok(Self { table, timeline, key, parts, far, notes: &coverage.notes })
    }

    fn moments(&self, package: &Package) -> Result<Vec<Occasion>> {
        let Timeline { key, who, part, .. } = self.timeline;
        let columns = [key, who, part].map(|name| Ok(own_column(self.table, index(self.table, name)?)));
        let query = Query::new(self.table, columns.into_iter().collect::<Result<_>>()?);
        let nobody = || (vec![Vec::new(); self.parts.len()], Vec::new());
        let mut taken: HashMap<Value<'static>, Taken> = HashMap::new();
        ResultSet::of_query(package, query, true).each(package, &mut |row, statements| {
            let [when, who, part] = row else { bail!("a row too short") };
            let (parts, stated) = taken.entry(when.clone().into_owned()).or_insert_with(nobody);
            let part = part.plain("");
            if let Some(at) = self.parts.iter().position(|known| *known == part) {
                parts[at].push(who.clone().into_owned());
            }
            stated.extend(statements.iter().cloned().map(Statement::into_owned));
            Ok(())
        })?;
        let columns = self.far.iter().map(|&cell| own_column(self.key.table, cell)).collect();
        let mut moments = Vec::new();
        Query::new(self.key.table, columns).run(package, |row| {
            let row: Vec<Value<'static>> = row.iter().cloned().map(Value::into_owned).collect();
            let [when, told @ .., coverage] = row.as_slice() else { bail!("a row too short") };
            let (who, statements) = taken.remove(when).unwrap_or_else(nobody);
            let (when, told, coverage) = (when.clone(), told.to_vec(), coverage.clone());
            moments.push(Occasion { when, who, told, coverage, statements });
            Ok(())
        })?;
        Ok(moments)
    }

    fn rows(&self, moments: Vec<Occasion>, brief: bool) -> ResultSet<'p> {
        let far = self.far.iter().map(|&cell| Heading::from(&own_column(self.key.table, cell)));
        let mut headings: Vec<Heading> = far.collect();
        if brief {
            headings.drain(1..headings.len() - 1);
        }
        let of_parts = self.parts.iter().map(|part| Heading::of_type(part, FieldType::List));
        headings.splice(1..1, of_parts);
        let rows = moments.into_iter().map(|moment| {
            let Occasion { when, who, told, coverage, statements } = moment;
            let told = if brief { Vec::new() } else { told };
            let values = [when].into_iter().chain(who.into_iter().map(Value::List)).chain(told).chain([coverage]);
            Row { values: values.collect(), statements }
        });
        ResultSet::held(headings, rows.collect())
    }

    fn drawing(&self, context: &Context, moments: &[Occasion]) -> Result<Drawing> {
        let names = |values: &[Value]| values.iter().map(|it| it.plain("").into_owned()).collect::<Vec<_>>().join(", ");
        let drawn = moments.iter().map(|moment| {
            let is_decided = moment.who.first().is_some_and(|who| !who.is_empty());
            let mut of_parts = self.parts.iter().zip(&moment.who).filter(|(_, who)| !who.is_empty());
            let first = of_parts.next().map(|(_, who)| names(who));
            let told = moment.told.iter().filter(|told| !told.is_missing()).map(|told| told.plain(", ").into_owned());
            let headline: Vec<String> = first.into_iter().chain(told).collect();
            let mut lines: Vec<String> = of_parts.map(|(part, who)| format!("{part}: {}", names(who))).collect();
            lines.extend(self.notes.get(moment.coverage.plain("").as_ref()).cloned());
            Moment { when: moment.when.plain("").into_owned(), is_decided, headline: headline.join(" · "), lines }
        });
        let query = Query::new(self.table, Vec::new());
        let caption = Caption {
            title: self.timeline.title.clone(),
            description: format!("{} moments, each with its {}.", moments.len(), self.parts.join(", ")),
            source: Citations::of_query(context.package, query)?.line(context.package, context.draws_sources())?,
        };
        Ok(Drawing::Timeline(TimelineChart { caption, moments: drawn.collect() }))
    }
}
