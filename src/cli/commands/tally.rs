//! `--count-by`: how many rows have each value.

use std::io::Write;

use anyhow::Result;

use super::answer::Answer;
use crate::output::{self, Heading, Style};
use crate::package::{Column, Package};

/// Writes a row for each combination of values, and returns how many there were.
pub fn run(package: &Package, answer: &Answer, by: &[Column], style: Style, out: &mut dyn Write) -> Result<usize> {
    // An item of a list stands in its row alone.
    let mut headings: Vec<Heading> = by.iter().map(Heading::of_item).collect();
    headings.push(Heading::number("count"));
    let groups = answer.query.tally(package, by)?;
    let mut rows = output::start(style, headings, out)?;
    for group in &groups {
        let count = group.count.to_string();
        let cells: Vec<&str> = group.values.iter().map(String::as_str).chain([count.as_str()]).collect();
        rows.row(&cells)?;
    }
    rows.end()?;
    Ok(groups.len())
}
