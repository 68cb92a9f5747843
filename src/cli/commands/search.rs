//! `search`: rows anywhere that contain all the words, grouped by table.

use std::io::Write;

use anyhow::Result;

use super::answer::{Answer, for_people, own};
use super::sections;
use crate::exit::usage;
use crate::output::{Highlighter, Style};
use crate::package::{Column, Package, Place, Table};
use crate::query::{Filter, Query};
use crate::text::fold;

/// Writes the rows that contain all the words, and returns how many there were.
pub fn run(package: &Package, typed: &[String], style: Style, cite: bool, out: &mut dyn Write) -> Result<usize> {
    let words: Vec<String> =
        typed.iter().flat_map(|typed| fold(typed).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    if words.iter().any(String::is_empty) {
        return Err(usage("an empty word is in every row; give a part of one".to_owned()));
    }
    let mut answers = Vec::new();
    for table in package.tables() {
        // People must see the words that a row was found by, so the columns that have them are added.
        let columns = if style.format.is_for_people() { Some(columns_with(package, table, &words)?) } else { None };
        let answer = Answer::new(package, table, columns, style.format, cite)?;
        answers.push(answer.filtered(Filter::words(words.clone())));
    }
    if style.terminal.color && style.format.is_for_people() {
        let mut marking = Highlighter::new(out, words);
        let count = sections::write(package, &answers, style, cite, &mut marking)?;
        marking.flush()?;
        Ok(count)
    } else {
        sections::write(package, &answers, style, cite, out)
    }
}

fn columns_with<'p>(package: &'p Package, table: &'p Table, words: &[String]) -> Result<Vec<Column<'p>>> {
    let mut columns = for_people(package, table)?;
    let mut everything = Query::new(table, own(table).collect());
    everything.filters.push(Filter::words(words.to_vec()));
    let mut found = vec![false; table.schema().fields.len()];
    everything.run(package, |row| {
        for (found, cell) in found.iter_mut().zip(row) {
            *found = *found || words.iter().any(|word| fold(cell).contains(word.as_str()));
        }
        Ok(())
    })?;
    for (index, column) in own(table).enumerate() {
        let shown = columns.iter().any(|shown| matches!(shown.place, Place::Own(own) if own == index));
        if found[index] && !shown {
            columns.push(column);
        }
    }
    Ok(columns)
}
