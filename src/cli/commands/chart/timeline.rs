//! `chart timeline`: the rows of a table laid out in time.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Context as _, Result, bail};

use super::title;
use crate::answer::{
    Answer, Body, Caption, Citations, Drawing, Heading, Labels, MarkCells, Moment, ResultSet, Row, Statement,
    TimelineChart, own_column,
};
use crate::cli::context::Context;
use crate::cli::drawings;
use crate::cli::figures::index;
use crate::cli::scope::Scope;
use crate::output::shown;
use crate::package::{Coverage, Field, FieldType, Key, Package, Table, Timeline, Value, either};
use crate::query::Query;
use crate::words::words;

/// The name of the subcommand.
pub(super) const NAME: &str = "timeline";

/// The subcommand, without the flags that all drawings have.
pub(super) fn build(package: &Package, _: &Scope) -> clap::Command {
    let title = package.tables().iter().find_map(|table| table.timeline.as_ref()).map_or("", |it| it.title());
    clap::Command::new(NAME).about(title.to_owned())
}

/// A row a moment, and the same as a drawing.
pub(super) fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let package = context.package;
    let found = package.tables().iter().find_map(|table| Some((table, table.timeline.as_ref()?)));
    let (table, timeline) = found.with_context(|| words().no_timeline())?;
    let format = context.style.format;
    let view = View::new(package, table, timeline)?;
    let has_picture = drawings::drawn(context, format.has_pictures())?;
    let moments = view.moments(package, format.is_for_people() || has_picture)?;
    let drawing = if has_picture { Some(view.drawing(context, &moments)?) } else { None };
    // People are shown what a timeline is about; what the key opens besides would make it too wide for a screen.
    let mut rows = view.rows(moments, format.is_for_people());
    if context.cite {
        rows.cited = true;
        rows.provenance = package.provenance(table);
    }
    let is_empty = drawing.as_ref().is_some_and(Drawing::is_empty);
    let notices = is_empty.then(|| drawings::nothing(context)).into_iter().collect();
    Ok(Answer { body: Body::from(rows), drawing, notices, ..Answer::default() })
}

/// One row of the table that the key points to, and the rows that point to it.
struct Occasion {
    when: Value<'static>,
    /// Who took each part.
    who: Vec<Vec<Value<'static>>>,
    /// The columns that the key opens.
    told: Vec<Value<'static>>,
    /// How much of it is known, and what is to be told of that.
    coverage: Value<'static>,
    note: Option<String>,
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
    part: &'p Field,
    /// The columns of the far table that are told: the key, those that it opens, and the coverage.
    far: Vec<usize>,
    coverage: &'p Coverage,
}

impl<'p> View<'p> {
    fn new(package: &'p Package, table: &'p Table, timeline: &'p Timeline) -> Result<Self> {
        let declared = table.schema().keys().find(|declared| declared.is_of(&timeline.key));
        let declared = declared.with_context(|| words().no_key(&timeline.key))?;
        let key = package.resolve(table, declared).with_context(|| words().leads_nowhere(&timeline.key))?;
        let coverage = declared.coverage.as_ref().with_context(|| words().no_coverage(&timeline.key))?;
        let named = declared.opens.iter().chain([&coverage.column]).map(|name| index(key.table, name));
        let far = [Ok(key.target)].into_iter().chain(named).collect::<Result<_>>()?;
        let part = &table.schema().fields[index(table, &timeline.part)?];
        Ok(Self { table, timeline, key, part, far, coverage })
    }

    /// The parts that can be taken, in order.
    fn parts(&self) -> &'p [String] {
        &self.part.constraints.allowed
    }

    /// The moments; people are shown labels, and how sure each value is.
    fn moments(&self, package: &Package, for_people: bool) -> Result<Vec<Occasion>> {
        let Timeline { key, who, part, .. } = self.timeline;
        let columns = [key, who, part].map(|name| Ok(own_column(self.table, index(self.table, name)?)));
        let mut query = Query::new(self.table, columns.into_iter().collect::<Result<_>>()?);
        let marks = MarkCells::fetch(&mut query);
        let who_field = &self.table.schema().fields[index(self.table, who)?];
        let nobody = || (vec![Vec::new(); self.parts().len()], Vec::new());
        let mut taken: HashMap<Value<'static>, Taken> = HashMap::new();
        ResultSet::of_query(package, query, true).cited_for(for_people).each(package, &mut |row, statements| {
            let [when, who, part, ..] = row else { bail!("a row too short") };
            let (parts, stated) = taken.entry(when.clone().into_owned()).or_insert_with(nobody);
            let part = part.plain("");
            if let Some(at) = self.parts().iter().position(|known| *known == part) {
                let told = either(marks.of(row, who_field), marks.of(row, self.part));
                parts[at].push(who.clone().into_owned().marked(told.map(|told| told && for_people)));
            }
            stated.extend(statements.iter().cloned().map(Statement::into_owned));
            Ok(())
        })?;
        let columns: Vec<_> = self.far.iter().map(|&cell| own_column(self.key.table, cell)).collect();
        let labels = columns.iter().map(|column| {
            if for_people { Labels::of(package, self.key.table, column, false) } else { Ok(Labels::default()) }
        });
        let labels = labels.collect::<Result<Vec<_>>>()?;
        let mut query = Query::new(self.key.table, columns.clone());
        let marks = MarkCells::fetch(&mut query);
        let mut moments = Vec::new();
        query.run(package, |row| {
            let shown = columns.iter().zip(&labels).zip(row).map(|((column, labels), value)| {
                let told = marks.of(row, column.field).map(|told| told && for_people);
                labels.label(value.clone()).into_owned().marked(told)
            });
            let values: Vec<Value<'static>> = shown.collect();
            let [when, told @ .., coverage] = values.as_slice() else { bail!("a row too short") };
            let note = self.coverage.note(&row[columns.len() - 1].plain("")).map(str::to_owned);
            let (who, statements) = taken.remove(&row[0].clone().into_owned()).unwrap_or_else(nobody);
            let (when, told, coverage) = (when.clone(), told.to_vec(), coverage.clone());
            moments.push(Occasion { when, who, told, coverage, note, statements });
            Ok(())
        })?;
        Ok(moments)
    }

    /// What the parts are called.
    fn labels(&self) -> Vec<&'p str> {
        self.parts().iter().map(|part| self.part.member_label(part)).collect()
    }

    fn rows(&self, moments: Vec<Occasion>, brief: bool) -> ResultSet<'p> {
        let far = self.far.iter().map(|&cell| Heading::from(&own_column(self.key.table, cell)));
        let mut headings: Vec<Heading> = far.collect();
        if brief {
            headings.drain(1..headings.len() - 1);
        }
        let of_parts = self.parts().iter().zip(self.labels());
        let of_parts = of_parts.map(|(part, label)| Heading::of_type(part, FieldType::List).titled(label));
        headings.splice(1..1, of_parts);
        let rows = moments.into_iter().map(|moment| {
            let Occasion { when, who, told, coverage, statements, .. } = moment;
            let told = if brief { Vec::new() } else { told };
            let values = [when].into_iter().chain(who.into_iter().map(Value::List)).chain(told).chain([coverage]);
            Row { values: values.collect(), statements }
        });
        ResultSet::held(headings, rows.collect())
    }

    fn drawing(&self, context: &Context, moments: &[Occasion]) -> Result<Drawing> {
        let package = context.package;
        let text = |values: &[Value]| values.iter().map(|it| shown(it).into_owned()).collect::<Vec<_>>().join(", ");
        let parts = self.labels();
        let (mut citations, provenance) = (Citations::default(), package.provenance(self.table));
        let (mut marks, mut times) = ([false; 2], BTreeSet::new());
        let drawn = moments.iter().map(|moment| {
            citations.add(provenance, &moment.statements);
            times.insert(moment.when.plain("").into_owned());
            let values = moment.who.iter().flatten().chain(&moment.told).chain([&moment.when]);
            marks = values.map(Value::marks).fold(marks, either);
            let is_decided = moment.who.first().is_some_and(|who| !who.is_empty());
            let mut of_parts = parts.iter().zip(&moment.who).filter(|(_, who)| !who.is_empty());
            let first = of_parts.next().map(|(_, who)| text(who));
            let told = moment.told.iter().filter(|told| !told.is_missing()).map(|told| shown(told).into_owned());
            let headline: Vec<String> = first.into_iter().chain(told).collect();
            let mut lines: Vec<String> = of_parts.map(|(part, who)| format!("{part}: {}", text(who))).collect();
            lines.extend(moment.note.clone());
            Moment { when: shown(&moment.when).into_owned(), is_decided, headline: headline.join(" · "), lines }
        });
        let moments: Vec<Moment> = drawn.collect();
        let told = moments.iter().map(|it| {
            format!(
                "{}: {}",
                it.when,
                [&it.headline].into_iter().chain(&it.lines).cloned().collect::<Vec<_>>().join("; ")
            )
        });
        let description = words().timeline(&told.collect::<Vec<_>>());
        let title = format!("{}, {}", self.timeline.title(), title::years(&times));
        let caption = Caption {
            title: drawings::heading(context, title)?,
            description,
            source: citations.line(package, context.draws_sources())?,
            marks,
            ..Caption::default()
        };
        Ok(Drawing::Timeline(TimelineChart { caption, moments }))
    }
}
