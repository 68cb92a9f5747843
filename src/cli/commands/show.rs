//! `show`: everything about a municipality, a person, an organisation or a year, table by table.

use std::collections::HashSet;
use std::io::Write;

use anyhow::Result;

use super::answer::Answer;
use super::sections;
use crate::exit::{did_you_mean, quoted, usage};
use crate::output::Style;
use crate::package::{FieldType, Package, Subject, Table};
use crate::query::{Filter, named};
use crate::text::fold_name;

/// Writes what there is about the thing of this name, and returns how many rows that is.
///
/// A name of two kinds of things shows both. A name that is nothing's is an error of usage.
pub fn run(package: &Package, name: &str, style: Style, cite: bool, out: &mut dyn Write) -> Result<usize> {
    let things = Things::called(package, name)?;
    let mut answers = Vec::new();
    for table in package.tables() {
        let answer = Answer::new(package, table, None, style.format, cite)?;
        answers.push(answer.filtered(Filter::any(things.filters(table))));
    }
    sections::write(package, &answers, style, cite, out)
}

/// The values, as the tables write them, that a name stands for: by the kind of thing that it names.
struct Things(Vec<(Subject, HashSet<Vec<u8>>)>);

impl Things {
    fn called(package: &Package, name: &str) -> Result<Self> {
        let all = [Subject::Person, Subject::Organisation].map(|subject| (subject, values(package, subject)));
        let all = all.into_iter().map(|(subject, values)| Ok((subject, values?))).collect::<Result<Vec<_>>>()?;
        let mut found = Vec::new();
        if let Some(key) = municipality_key(package)
            && let Some(keys) = named(package, key, name)?
        {
            found.push((Subject::Municipality, keys));
        }
        if name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit()) {
            found.push((Subject::Year, HashSet::from([name.as_bytes().to_vec()])));
        }
        let typed = fold_name(name);
        let mut texts = matching(&all, |value| fold_name(value) == typed);
        if found.is_empty() && texts.is_empty() && !typed.is_empty() {
            texts = matching(&all, |value| fold_name(value).contains(&typed));
        }
        found.extend(texts);
        usual_spellings(package, &mut found)?;
        if found.is_empty() {
            let mut names: Vec<&str> = all.iter().flat_map(|(_, values)| values.iter().map(String::as_str)).collect();
            let municipalities = municipality_names(package)?;
            names.extend(municipalities.iter().map(String::as_str));
            let hint = did_you_mean(name, names);
            return Err(usage(format!(
                "no municipality, person, organisation or year is called {}{hint}",
                quoted(name)
            )));
        }
        Ok(Self(found))
    }

    /// A filter for each column of the table whose cells name such things.
    fn filters(&self, table: &Table) -> Vec<Filter> {
        let mut filters = Vec::new();
        for (cell, field) in table.schema().fields.iter().enumerate() {
            for (_, values) in self.0.iter().filter(|(subject, _)| field.subject == Some(*subject)) {
                filters.push(Filter::one_of(cell, field, values.clone()));
            }
        }
        filters
    }
}

/// Adds to what was found under one source's spelling the usual one.
fn usual_spellings(package: &Package, found: &mut [(Subject, HashSet<Vec<u8>>)]) -> Result<()> {
    for table in package.tables() {
        for (cell, field) in table.schema().fields.iter().enumerate() {
            let usual = field.spelling_of.as_ref().and_then(|usual| table.index_of(usual));
            let spelt = found.iter_mut().find(|(subject, _)| field.subject == Some(*subject));
            let (Some(usual), Some((_, values))) = (usual, spelt) else { continue };
            let mut rows = package.rows(table)?;
            while let Some(record) = rows.next()? {
                if values.contains(record.raw(cell)) {
                    values.insert(record.raw(usual).to_vec());
                }
            }
        }
    }
    Ok(())
}

fn matching(all: &[(Subject, Vec<String>)], is_meant: impl Fn(&str) -> bool) -> Vec<(Subject, HashSet<Vec<u8>>)> {
    let matched = all.iter().map(|(subject, values)| {
        (*subject, values.iter().filter(|value| is_meant(value)).map(|value| value.clone().into_bytes()).collect())
    });
    matched.filter(|(_, values): &(_, HashSet<Vec<u8>>)| !values.is_empty()).collect()
}

/// Every text by which the tables name things of one kind.
fn values(package: &Package, subject: Subject) -> Result<Vec<String>> {
    let mut values = HashSet::new();
    for table in package.tables() {
        let fields = table.schema().fields.iter().enumerate();
        let cells: Vec<_> = fields.filter(|(_, field)| field.subject == Some(subject)).collect();
        if cells.is_empty() {
            continue;
        }
        let mut rows = package.rows(table)?;
        while let Some(record) = rows.next()? {
            for (cell, field) in &cells {
                let text = record.text(*cell)?;
                if field.field_type == FieldType::List {
                    values.extend(text.split(field.delimiter).map(str::to_owned));
                } else {
                    values.insert(text.to_owned());
                }
            }
        }
    }
    values.remove("");
    Ok(values.into_iter().collect())
}

fn municipality_key(package: &Package) -> Option<crate::package::Key<'_>> {
    package.tables().iter().find_map(|table| {
        let fields = table.schema().fields.iter();
        fields.filter(|field| field.subject == Some(Subject::Municipality)).find_map(|field| package.key(table, field))
    })
}

fn municipality_names(package: &Package) -> Result<Vec<String>> {
    let Some(key) = municipality_key(package) else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    let mut rows = package.rows(key.table)?;
    while let Some(record) = rows.next()? {
        names.push(record.text(key.target)?.to_owned());
    }
    Ok(names)
}
