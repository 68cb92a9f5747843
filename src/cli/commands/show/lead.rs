//! What is told of a thing before its rows: what it is, and by table what there is of it and what there is not.

use std::iter;

use anyhow::Result;

use super::{FEW, Shown, year};
use crate::answer::{Heading, Lead, ResultSet, columns_for_people, own_column};
use crate::output::shown;
use crate::package::{Column, Field, FieldType, Place, Table, Value};
use crate::query::{Filter, Home, Query, Thing};
use crate::text::{sort_by_key, within_sentence};
use crate::words::words;

/// So many rows of a table are told one by one; of more, how many.
const MOST: usize = 12;
/// The same of rows of which nothing but the year is told.
const YEARS: usize = 6;

/// Into so many groups rows are counted.
const GROUPS: usize = 4;

impl<'p> Shown<'_, '_, 'p> {
    /// What is told of each thing.
    pub(super) fn leads(&self, tables: &[&'p Table]) -> Result<Vec<Lead>> {
        // What one of several things of a name has is not said to be missing of the others.
        let mut with_rows = Vec::new();
        for &table in tables.iter().filter(|_| self.is_one_name && self.found.len() > 1) {
            with_rows.extend(self.has_rows(table)?.then_some(table.name.as_str()));
        }
        self.found.iter().map(|thing| self.lead(thing, tables, &with_rows)).collect()
    }

    fn lead(&self, thing: &Thing<'p>, tables: &[&'p Table], with_rows: &[&str]) -> Result<Lead> {
        let home = self.things.home(thing.kind);
        let (name, rows) = home.map_or(Ok((None, Vec::new())), |home| self.own_rows(thing, home))?;
        let name = name.unwrap_or_else(|| thing.value.clone());
        let is_said = (1..=FEW).contains(&rows.len());
        let (mut lines, mut none) = (Vec::new(), Vec::new());
        let is_of_year =
            |table: &Table| year(self.context.package).is_some_and(|it| table.index_of(&it.name).is_some());
        let narrowing = self.narrowing();
        for &table in tables {
            let is_told = home.is_some_and(|it| it.table.name == table.name && (is_said || it.is_keyed));
            let Some(query) = self.query(table, Some(thing), Vec::new())?.filter(|_| !is_told) else {
                continue;
            };
            match self.told_of(thing, query)? {
                Some(told) => lines.push(format!("{}: {told}", table.name_in_text())),
                // Of a table without years it is not said that it has nothing of some.
                None if narrowing.is_some() && !is_of_year(table) => {}
                None if with_rows.contains(&table.name.as_str()) => {}
                None => none.push(table.name_in_text()),
            }
        }
        if !none.is_empty() {
            let none: Vec<&str> = none.iter().map(AsRef::as_ref).collect();
            lines.push(match narrowing {
                Some(flag) => words().none_with(&flag, &none),
                None => words().none_of(&none),
            });
        }
        let what = match self.things.unknown_number(thing)? {
            Some((table, known)) => {
                format!("{} · {}", self.things.called_kind(thing.kind), words().no_row_but_of(&table.name, &known))
            }
            None if is_said => format!("{} · {}", self.things.called_kind(thing.kind), rows.join(" / ")),
            None => self.things.word(thing)?.into_owned(),
        };
        Ok(Lead { name, what, lines })
    }

    /// What the table of a thing's kind calls it, and what it says of it in the columns that people are shown, a text a
    /// row.
    fn own_rows(&self, thing: &Thing<'p>, home: Home<'p>) -> Result<(Option<String>, Vec<String>)> {
        let package = self.context.package;
        let columns = columns_for_people(package, home.table)?.into_iter().filter(|column| match column.place {
            Place::Own(cell) => cell != home.name && !self.things.is_of(home.table, cell, thing.kind),
            Place::Joined { .. } => true,
        });
        let columns: Vec<Column> = iter::once(own_column(home.table, home.name)).chain(columns).collect();
        let say_themselves: Vec<bool> = columns.iter().map(says_itself).collect();
        let is_thing = own_filter(home.table, home.cell, &thing.value);
        let limit = home.is_keyed.then_some(1);
        let query = Query { filters: vec![is_thing], limit, ..Query::new(home.table, columns) };
        let set = ResultSet::of_query(package, query, false).for_people(package, &|_| false)?;
        let (mut name, mut rows) = (None, Vec::new());
        set.each(package, &mut |values, _| {
            let mut stated = set.headings.iter().zip(values).zip(&say_themselves);
            name = stated.next().map(|((_, value), _)| value.plain("").into_owned());
            let stated = stated.filter(|((_, value), _)| !value.is_missing());
            let parts = stated.map(|((heading, value), says_itself)| part(heading, value, *says_itself));
            rows.push(parts.collect::<Vec<_>>().join(" · "));
            Ok(())
        })?;
        Ok((name, rows))
    }

    /// Whether a table has one row, and its columns are all told of a thing before, whose own row it is.
    pub(super) fn is_told(&self, table: &'p Table, columns: &[Column]) -> Result<bool> {
        let Some(query) = self.query(table, None, Vec::new())? else { return Ok(false) };
        // Of one row among others in other years not all may be told.
        if self.narrowing().is_some() || query.count(self.context.package)? != 1 {
            return Ok(false);
        }
        for thing in &self.found {
            let Some(home) = self.things.home(thing.kind).filter(|home| home.table.name == table.name) else {
                continue;
            };
            let is_own = own_filter(table, home.cell, &thing.value);
            let own = Query { filters: vec![is_own], ..Query::new(table, Vec::new()) };
            let is_in_lead = |column: &Column| match column.place {
                Place::Own(cell) => cell == home.name || !self.things.is_of(table, cell, thing.kind),
                Place::Joined { .. } => true,
            };
            let has_words = table.words().is_some();
            if own.count(self.context.package)? == 1 && !has_words && columns.iter().all(is_in_lead) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What there is of a thing in a table, in a few words; nothing where there is no row.
    fn told_of(&self, thing: &Thing<'p>, query: Query<'p>) -> Result<Option<String>> {
        let (package, table) = (self.context.package, query.table);
        let (set, by) = (self.set_shown(table, thing.kind), self.told_by(table, thing.kind)?);
        let year = table.schema().fields.iter().position(|field| field.field_type == FieldType::Year);
        let cells = [set, by, year].map(|cell| cell.map(|cell| own_column(table, cell)));
        let columns = cells.iter().flatten().copied().collect();
        let rows = ResultSet::of_query(package, Query { columns, ..query }, false).for_people(package, &|_| false)?;
        // The groups in the order in which the set has its members, and what is told of each row in them.
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        let mut years: Vec<String> = Vec::new();
        let count = rows.each(package, &mut |values, _| {
            let mut values = values.iter().map(|value| value.plain(", ").into_owned());
            let [group, by, year] = cells.map(|cell| cell.and_then(|_| values.next()).unwrap_or_default());
            years.extend((!year.is_empty()).then_some(year));
            match groups.iter_mut().find(|(known, _)| *known == group) {
                Some((_, rows)) => rows.push(by),
                None => groups.push((group, vec![by])),
            }
            Ok(())
        })?;
        let members = set.map(|cell| members(&table.schema().fields[cell])).unwrap_or_default();
        let place = |group: &str| members.iter().position(|member| *member == group).unwrap_or(usize::MAX);
        sort_by_key(&mut groups, |(group, _)| place(group));
        let named = |group: &str, rest: String| if group.is_empty() { rest } else { format!("{group} {rest}") };
        Ok(match count {
            0 => None,
            1..=MOST if by.is_some() && (by != year || count <= YEARS) => {
                let told = groups.iter().map(|(group, rows)| named(group, rows.join(", ")));
                Some(told.collect::<Vec<_>>().join("; "))
            }
            _ => {
                let counts = groups.iter().filter(|(group, _)| !group.is_empty());
                let counts: Vec<_> = counts.map(|(group, rows)| named(group, rows.len().to_string())).collect();
                let has_counts = !counts.is_empty() && counts.len() <= GROUPS;
                let of_groups = if has_counts { format!(" ({})", counts.join(", ")) } else { String::new() };
                let span = span(&years).filter(|span| *span != thing.value);
                Some(format!("{count}{of_groups}{}", span.map(|span| format!(", {span}")).unwrap_or_default()))
            }
        })
    }

    /// The first fixed set among the columns that people are shown, but for one of what the thing itself is.
    fn set_shown(&self, table: &Table, kind: &str) -> Option<usize> {
        let mut shown = table.columns.iter().filter_map(|name| table.index_of(name));
        shown.find(|cell| {
            let is_set = !table.schema().fields[*cell].constraints.allowed.is_empty();
            is_set && !self.things.is_of(table, *cell, kind)
        })
    }

    /// The column by which the rows that name a thing are told from each other, if one does.
    fn told_by(&self, table: &'p Table, kind: &str) -> Result<Option<usize>> {
        let key = &table.schema().primary_key;
        let cells = key.iter().filter_map(|name| table.index_of(name));
        let others: Vec<usize> = cells.filter(|cell| !self.things.is_of(table, *cell, kind)).collect();
        let name = table.calling().and_then(|name| table.index_of(name));
        Ok(match others[..] {
            [_] if key.len() == 1 && name.is_some() => name,
            [cell] => Some(cell),
            [] if !key.is_empty() => {
                let shown = columns_for_people(self.context.package, table)?.into_iter();
                let mut shown = shown.filter_map(|it| if let Place::Own(cell) = it.place { Some(cell) } else { None });
                shown.find(|cell| !self.things.is_of(table, *cell, kind))
            }
            _ => None,
        })
    }
}

fn own_filter(table: &Table, cell: usize, value: &str) -> Filter {
    Filter::one_of(cell, &table.schema().fields[cell], [value.as_bytes().to_vec()].into())
}

/// What the members of a fixed set are called, in its order.
fn members(field: &Field) -> Vec<&str> {
    field.constraints.allowed.iter().map(|member| field.member_label(member)).collect()
}

/// Whether a text says by itself what it is: a number, a code or the label of a member of a set does not.
fn says_itself(column: &Column) -> bool {
    let has_labels = column.field.categories().iter().any(|member| member.label() != member.value);
    column.field_type() == FieldType::String && !has_labels && column.field.constraints.pattern.is_none()
}

fn part(heading: &Heading, value: &Value, says_itself: bool) -> String {
    let text = shown(value);
    if says_itself { text.into_owned() } else { format!("{}\u{a0}{text}", within(heading).replace(' ', "\u{a0}")) }
}

/// What a column is called within a line: its title, which begins small unless it begins with an abbreviation.
fn within(heading: &Heading) -> String {
    if heading.title.is_empty() { heading.name.clone() } else { within_sentence(&heading.title) }
}

/// `2009–2013`, or the only year.
fn span(years: &[String]) -> Option<String> {
    let (first, last) = (years.iter().min()?, years.iter().max()?);
    Some(if first == last { first.clone() } else { format!("{first}–{last}") })
}
