//! `show`: everything about one thing, by its name: first what it is and what there is of it, then the rows, table by
//! table.

mod lead;

use anyhow::Result;
use clap::{Arg, ArgAction, ValueHint};

use super::Command;
use crate::answer::{Answer, Body, Heading, ResultSet, Row, Section, columns_for_people, own_column};
use crate::cli::context::Context;
use crate::cli::{flags, help};
use crate::error;
use crate::output::Format;
use crate::package::{Column, Field, FieldType, Package, Table, Value};
use crate::query::{Asked, Extent, Filter, Found, Query, Thing, Things};
use crate::text::{CollationKey, sort_by_key};
use crate::words::{Commands, words};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "show",
    swedish: "visa",
    told: Commands::command_show,
    examples: &[],
    formats: Format::OF_ROWS,
    usual_format: super::USUAL,
    arguments: |command, package, scope| {
        let name = scope.told(super::several_words(THING), |name, words| {
            let things = Things::of(package);
            let kinds: Vec<_> = things.kinds().into_iter().map(|kind| things.called_kind(kind)).collect();
            name.value_name(words.a_name()).help(words.argument_thing(&kinds.join(", ")))
        });
        let command = flags::with_tables(command.arg(name), scope);
        let command = match year(package).filter(|year| scope.has_flag(&year.flag())) {
            Some(year) => {
                let year = Arg::new(YEAR).long(year.flag()).action(ArgAction::Append).value_hint(ValueHint::Other);
                let year = year.help_heading(help::FILTERS);
                command.arg(scope.told(year, |year, words| year.value_name(words.a_year()).help(words.flag_years())))
            }
            None => command,
        };
        flags::with_exit_status(flags::with_cite(command, scope), scope)
    },
    answer,
};

/// The id of the name, which may be anything's.
pub(in crate::cli) const THING: &str = "THING";

/// The id of the flag for years.
const YEAR: &str = "YEAR";

/// So many things that go by a part of their names are shown; of more the names are listed.
const FEW: usize = 3;

/// A name of two kinds of things shows both. A name that is nothing's is an error of usage.
fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let package = context.package;
    let name = flags::several(context.matches, THING).join(" ");
    let things = Things::of(package);
    let found = match things.find(&name)? {
        Ok(found) => found,
        Err(names) => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            return Err(error::unknown_thing(&kinds(&things), &name, &names).into());
        }
    };
    let for_people = context.style.format.is_for_people();
    if for_people && found.extent != Extent::Whole && found.things.len() > FEW {
        return names(context, &things, &name, &found);
    }
    let is_one_name = found.extent == Extent::Whole;
    let shown = Shown { context, things, found: found.things, is_one_name };
    let tables = context.tables()?;
    let sections = tables.iter().map(|table| shown.section(table)).collect::<Result<_>>()?;
    let (leads, mut notices) =
        if for_people { (shown.leads(&tables)?, Vec::new()) } else { (Vec::new(), shown.unknown_numbers()?) };
    if context.tells_person {
        notices.extend(shown.gaps(&tables)?);
    }
    if notices.is_empty() && (!for_people || context.style.format.is_page()) {
        notices.extend(shown.emptiness(&tables, &name)?);
    }
    // What it is called, and not how it was typed.
    let title = leads.first().filter(|_| leads.len() == 1).map_or(name, |lead| lead.name.clone());
    Ok(Answer { title, leads, notices, ..Body::Sections(sections).into() })
}

/// The kinds of things in a sentence.
fn kinds(things: &Things) -> String {
    let kinds: Vec<_> = things.kinds().into_iter().map(|kind| things.called_kind(kind)).collect();
    words().any_of(&kinds.iter().map(AsRef::as_ref).collect::<Vec<_>>())
}

/// The things that go by a part of their names, kind by kind, in Swedish order.
fn names<'p>(context: &Context, things: &Things<'p>, typed: &str, found: &Found<'p>) -> Result<Answer<'p>> {
    let mut rows = Vec::new();
    for kind in things.kinds() {
        let called = things.called(kind)?;
        let of_kind = found.things.iter().filter(|thing| thing.kind == kind);
        let mut names: Vec<[&str; 2]> =
            of_kind.map(|it| [called.get(&it.value).unwrap_or(&it.value), &it.written].map(String::as_str)).collect();
        sort_by_key(&mut names, |[name, _]| CollationKey::new(name));
        rows.extend(names.into_iter().map(|[name, written]| {
            let also_called = if written == name { "" } else { written };
            Row::new([name, &things.called_kind(kind), also_called].map(|text| Value::text(text).into_owned()).into())
        }));
    }
    let told = || words().part_of_names(typed, rows.len());
    let notices = context.tells_person.then(told).into_iter().collect();
    let headings = ["name", "kind", "also_called"].into_iter().zip(words().name_headings());
    let rows = ResultSet::held(headings.map(|(name, title)| Heading::text(name).titled(title)).collect(), rows);
    Ok(Answer { title: typed.to_owned(), notices, ..rows.into() })
}

/// The column of years by which rows are narrowed: the package's first.
fn year(package: &Package) -> Option<&Field> {
    let mut fields = package.tables().iter().flat_map(|table| &table.schema().fields);
    fields.find(|field| field.field_type == FieldType::Year)
}

/// What is shown.
struct Shown<'a, 'c, 'p> {
    context: &'a Context<'c, 'p>,
    things: Things<'p>,
    found: Vec<Thing<'p>>,
    /// Whether all of them have the name that was typed, and not only a part of theirs in common.
    is_one_name: bool,
}

impl<'p> Shown<'_, '_, 'p> {
    /// The rows of a table that name the things, or `only` one of them; nothing where its columns could not. The latest
    /// year is that of all the things.
    fn query(&self, table: &'p Table, only: Option<&Thing>, columns: Vec<Column<'p>>) -> Result<Option<Query<'p>>> {
        let (package, mut named) = (self.context.package, Vec::new());
        for thing in &self.found {
            named.extend(self.things.filters(table, thing)?);
        }
        let of_one = only.map(|thing| self.things.filters(table, thing)).transpose()?;
        if of_one.as_ref().unwrap_or(&named).is_empty() {
            return Ok(None);
        }
        let mut filters = vec![Filter::any(named)];
        let typed = flags::several(self.context.matches, YEAR);
        if let Some(year) = year(package).filter(|_| !typed.is_empty()) {
            match table.index_of(&year.name).map(|cell| own_column(table, cell)) {
                Some(column) => {
                    let asked = Asked { column, typed: typed.into(), excluded: false };
                    filters = Filter::parse_all(package, table, &[asked], false, filters)?;
                }
                // A row without a year is of none.
                None => filters.push(Filter::any(Vec::new())),
            }
        }
        filters.extend(of_one.map(Filter::any));
        Ok(Some(Query { filters, ..Query::new(table, columns) }))
    }

    /// The flag for the years that the rows are narrowed to, as it is typed.
    fn narrowing(&self) -> Option<String> {
        let typed = flags::several(self.context.matches, YEAR);
        let year = year(self.context.package).filter(|_| !typed.is_empty())?;
        Some(error::as_typed(&format!("--{}", year.flag()), &typed.join(",")))
    }

    fn has_rows(&self, table: &'p Table) -> Result<bool> {
        let query = self.query(table, None, Vec::new())?;
        Ok(query.map(|query| query.count(self.context.package)).transpose()?.is_some_and(|count| count > 0))
    }

    /// What to tell where no table has a row.
    fn emptiness(&self, tables: &[&'p Table], name: &str) -> Result<Option<String>> {
        for table in tables {
            if self.has_rows(table)? {
                return Ok(None);
            }
        }
        let tables = self.context.named_tables()?;
        Ok(Some(words().no_row_names(&tables, name, self.narrowing().as_deref())))
    }

    fn section(&self, table: &'p Table) -> Result<Section<'p>> {
        let (package, format) = (self.context.package, self.context.style.format);
        let columns =
            if format.has_chosen_columns() { columns_shown(package, table)? } else { self.context.all_columns(table) };
        let headings = columns.iter().map(Heading::from).collect();
        let is_told = format.has_chosen_columns() && self.is_told(table, &columns)?;
        let rows = match self.query(table, None, columns)? {
            Some(query) => ResultSet::of_query(package, query, self.context.cite),
            None => ResultSet { cited: self.context.cite, ..ResultSet::held(headings, Vec::new()) },
        };
        let rows = if format.is_for_people() { rows.for_people(package, &|_| false)? } else { rows };
        let rows = ResultSet { headings: self.unsaid(table, rows.headings), ..rows };
        Ok(Section { name: &table.name, title: table.title(), rows, is_told })
    }

    /// The headings of a table with what goes without saying: the only thing that is shown. In its own row it is said.
    fn unsaid(&self, table: &Table, headings: Vec<Heading>) -> Vec<Heading> {
        let [thing] = &self.found[..] else { return headings };
        let is_home = self.things.home(thing.kind).is_some_and(|home| home.table.name == table.name);
        let is_unsaid = |heading: &Heading| {
            let cell = table.index_of(&heading.name).filter(|_| !is_home);
            cell.is_some_and(|cell| self.things.is_of(table, cell, thing.kind))
        };
        let with_unsaid = headings.into_iter().map(|heading| {
            let unsaid = is_unsaid(&heading).then(|| thing.value.clone());
            Heading { unsaid, ..heading }
        });
        with_unsaid.collect()
    }

    /// What the sources leave out of tables that could name the things and do not.
    fn gaps(&self, tables: &[&'p Table]) -> Result<Vec<String>> {
        let package = self.context.package;
        let mut gaps = Vec::new();
        for table in tables {
            let Some(query) = self.query(table, None, Vec::new())? else { continue };
            if query.count(package)? == 0 {
                let left_out = query.gaps(package)?.into_iter();
                gaps.extend(left_out.map(|gap| format!("{}: {gap}", table.name)));
            }
        }
        Ok(gaps)
    }

    /// Of numbers, such as years, that are none of those which are known, the ones that are. Where other rows name it, a
    /// program need not be told.
    fn unknown_numbers(&self) -> Result<Vec<String>> {
        let mut told = Vec::new();
        for thing in &self.found {
            let is_told = self.context.tells_person || !self.things.is_named(thing)?;
            let unknown = self.things.unknown_number(thing)?.filter(|_| is_told);
            told.extend(unknown.map(|(table, known)| {
                let unknown = words().no_row_but_of(&table.name, &known);
                format!("{}: {unknown}", thing.value)
            }));
        }
        Ok(told)
    }
}

/// The columns that people are shown, and the sources' own words for figures.
fn columns_shown<'p>(package: &'p Package, table: &'p Table) -> Result<Vec<Column<'p>>> {
    let mut columns = columns_for_people(package, table)?;
    columns.extend(table.words().map(|cell| own_column(table, cell)));
    Ok(columns)
}
