//! `show`: everything about one thing, by its name, table by table.

use std::collections::{BTreeSet, HashSet};

use anyhow::Result;

use super::Command;
use crate::answer::{Answer, Body, Heading, ResultSet, Section, columns_with_words, own_columns};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::error;
use crate::output::Format;
use crate::package::{Field, FieldType, Package, Table};
use crate::query::{Filter, Query, named};
use crate::text::fold_name;

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "show",
    about: "Everything about one thing, by its name",
    notes: "",
    examples: &[],
    formats: Format::OF_ROWS,
    usual_format: super::USUAL,
    arguments: |command, package, scope| {
        let kinds = kinds(package).join(", ");
        let command =
            command.arg(super::words("NAME", format!("A name or code ({kinds}); several words are one name")));
        flags::with_exit_status(flags::with_cite(command, scope), scope)
    },
    answer,
};

/// A name of two kinds of things shows both. A name that is nothing's is an error of usage.
fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let package = context.package;
    let name = flags::several(context.matches, "NAME").join(" ");
    let things = Things::called(package, &name)?;
    let sections = package.tables().iter().map(|table| {
        let format = context.style.format;
        let columns = if format.has_chosen_columns() {
            columns_with_words(package, table)?
        } else {
            own_columns(table).collect()
        };
        let query = Query { filters: vec![Filter::any(things.filters(table))], ..Query::new(table, columns) };
        let rows = ResultSet::of_query(package, query, context.cite);
        let rows = if format.is_for_people() { rows.for_people(package, &|_| false)? } else { rows };
        let rows = ResultSet { headings: things.unsaid(table, &name, rows.headings), ..rows };
        Ok(Section { name: &table.name, title: &table.title, rows })
    });
    let body = Body::Sections(sections.collect::<Result<_>>()?);
    let notices = if context.tells_person { things.missing(package, &name)? } else { Vec::new() };
    Ok(Answer { notices, title: name, ..body.into() })
}

/// The kinds of things that the package's columns name, each once, in the order in which they come.
fn kinds(package: &Package) -> Vec<&str> {
    let mut kinds: Vec<&str> = Vec::new();
    for kind in package.tables().iter().flat_map(fields).filter_map(|(_, field)| field.subject.as_deref()) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

fn fields(table: &Table) -> impl Iterator<Item = (usize, &Field)> {
    table.schema().fields.iter().enumerate()
}

/// The columns of all tables that name things of one kind.
fn columns_of<'p>(package: &'p Package, kind: &str) -> impl Iterator<Item = (&'p Table, usize, &'p Field)> {
    let all = package.tables().iter().flat_map(|table| fields(table).map(move |(cell, field)| (table, cell, field)));
    all.filter(move |(.., field)| field.subject.as_deref() == Some(kind))
}

/// The values, as the tables write them, that a name stands for: by the kind of thing that it names.
struct Things<'p>(Vec<(&'p str, HashSet<Vec<u8>>)>);

impl<'p> Things<'p> {
    /// A thing is called by the names of the row that a key leads to, by its number, or else by its text.
    fn called(package: &'p Package, name: &str) -> Result<Self> {
        let (mut found, mut texts, mut keys) = (Vec::new(), Vec::new(), Vec::new());
        for kind in kinds(package) {
            let key = package.key_of_kind(kind);
            let numeric = columns_of(package, kind).all(|(.., field)| field.field_type.is_numeric());
            match key {
                _ if numeric => found.extend(numbered(package, kind, name).map(|keys| (kind, keys))),
                Some(key) => {
                    found.extend(named(package, key, name)?.map(|keys| (kind, keys)));
                    keys.push(key);
                }
                None => texts.push((kind, values(package, kind)?)),
            }
        }
        let typed = fold_name(name);
        let mut called = matching(&texts, |value| fold_name(value) == typed);
        if found.is_empty() && called.is_empty() && !typed.is_empty() {
            called = matching(&texts, |value| fold_name(value).contains(&typed));
        }
        found.extend(called);
        usual_spellings(package, &mut found)?;
        if found.is_empty() {
            let mut names = Vec::new();
            for key in keys {
                names.extend(package.keys(key)?);
            }
            names.extend(texts.into_iter().flat_map(|(_, values)| values));
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let kinds = kinds(package);
            let (last, others) = kinds.split_last().map_or(("thing", &[][..]), |(last, others)| (*last, others));
            let kinds = if others.is_empty() { last.to_owned() } else { format!("{} or {last}", others.join(", ")) };
            return Err(error::unknown_thing(&kinds, name, &names).into());
        }
        Ok(Self(found))
    }

    /// What to tell of the tables that could name such things and do not, and what the sources leave out there.
    fn missing(&self, package: &Package, name: &str) -> Result<Vec<String>> {
        let (mut missing, mut gaps) = (Vec::new(), Vec::new());
        for table in package.tables() {
            let filters = self.filters(table);
            let could = !filters.is_empty();
            let query = Query { filters: vec![Filter::any(filters)], ..Query::new(table, Vec::new()) };
            if could && query.count(package)? == 0 {
                missing.push(table.name.as_str());
                let left_out = query.gaps(package)?.into_iter();
                gaps.extend(left_out.map(|gap| format!("{}: {}: {}", table.name, gap.keys.join(", "), gap.note)));
            }
        }
        if missing.is_empty() {
            return Ok(Vec::new());
        }
        gaps.insert(0, format!("{name}: nothing in {}, as far as the sources tell", missing.join(", ")));
        Ok(gaps)
    }

    /// The headings of a table with what goes without saying: the name that was typed, where it is the thing's own. In the
    /// row of the thing itself it is said.
    fn unsaid(&self, table: &Table, typed: &str, headings: Vec<Heading>) -> Vec<Heading> {
        let unsaid = |heading: &Heading| {
            let field = fields(table).map(|(_, field)| field).find(|field| field.name == heading.name)?;
            let (_, values) = self.0.iter().find(|(kind, _)| field.subject.as_deref() == Some(kind))?;
            let is_own = |value: &&str| fold_name(value) == fold_name(typed) && !table.names.contains(&field.name);
            values.iter().filter_map(|value| str::from_utf8(value).ok()).find(is_own).map(str::to_owned)
        };
        headings.into_iter().map(|heading| Heading { unsaid: unsaid(&heading), ..heading }).collect()
    }

    /// A filter for each column of the table whose cells name such things.
    fn filters(&self, table: &Table) -> Vec<Filter> {
        let mut filters = Vec::new();
        for (cell, field) in fields(table) {
            for (_, values) in self.0.iter().filter(|(kind, _)| field.subject.as_deref() == Some(kind)) {
                filters.push(Filter::one_of(cell, field, values.clone()));
            }
        }
        filters
    }
}

/// The number that was typed, if things of this kind are numbered so: a year has four digits.
fn numbered(package: &Package, kind: &str, typed: &str) -> Option<HashSet<Vec<u8>>> {
    let is_year = columns_of(package, kind).any(|(.., field)| field.field_type == FieldType::Year);
    let is_number = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (!is_year || typed.len() == 4)).then(|| HashSet::from([typed.as_bytes().to_vec()]))
}

/// Adds to what was found under one source's spelling the usual one.
fn usual_spellings(package: &Package, found: &mut [(&str, HashSet<Vec<u8>>)]) -> Result<()> {
    for table in package.tables() {
        for (cell, field) in fields(table) {
            let usual = field.spelling_of.as_ref().and_then(|usual| table.index_of(usual));
            let spelt = found.iter_mut().find(|(kind, _)| field.subject.as_deref() == Some(kind));
            let (Some(usual), Some((_, values))) = (usual, spelt) else { continue };
            let mut rows = package.rows(table)?;
            while let Some(record) = rows.next_record()? {
                if values.contains(record.raw(cell)) {
                    values.insert(record.raw(usual).to_vec());
                }
            }
        }
    }
    Ok(())
}

fn matching<'p>(texts: &[(&'p str, Vec<String>)], is_meant: impl Fn(&str) -> bool) -> Vec<(&'p str, HashSet<Vec<u8>>)> {
    let matched = texts.iter().map(|(kind, values)| {
        (*kind, values.iter().filter(|value| is_meant(value)).map(|value| value.clone().into_bytes()).collect())
    });
    matched.filter(|(_, values): &(_, HashSet<Vec<u8>>)| !values.is_empty()).collect()
}

/// Every text by which the tables name things of one kind.
fn values(package: &Package, kind: &str) -> Result<Vec<String>> {
    let mut values = BTreeSet::new();
    for (table, cell, field) in columns_of(package, kind) {
        let mut rows = package.rows(table)?;
        while let Some(record) = rows.next_record()? {
            let value = record.value(cell, field)?;
            values.extend(value.items().iter().map(|item| item.plain("").into_owned()));
        }
    }
    values.remove("");
    Ok(values.into_iter().collect())
}
