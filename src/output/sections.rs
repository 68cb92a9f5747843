//! Answers of several tables at once: a section a table.
//!
//! For people a section has a heading. JSON is one object with a key a table. In the formats that have one shape
//! for all rows, JSON Lines names the table in each object, and TSV and CSV give a line a cell.

use std::io::Write;

use anyhow::Result;

use super::citations;
use super::format::{Format, Style, start};
use super::render::{each, headings, write_set};
use crate::answer::{Citations, Heading, Section};
use crate::package::{Package, Value};
use crate::words::words;

/// Writes a section for each table that has rows, and returns how many rows there were in all. Behind a lead there is an
/// empty line first.
pub(super) fn write(
    package: &Package,
    sections: &[Section],
    has_lead: bool,
    style: Style,
    out: &mut dyn Write,
) -> Result<usize> {
    match style.format {
        Format::Table | Format::Record | Format::Markdown => for_people(package, sections, has_lead, style, out),
        Format::Json => one_object(package, sections, style, out),
        Format::Jsonl => lines(package, sections, style, out),
        _ => cells(package, sections, style, out),
    }
}

fn for_people(
    package: &Package,
    sections: &[Section],
    has_lead: bool,
    style: Style,
    out: &mut dyn Write,
) -> Result<usize> {
    let (mut cited, mut count, mut has_text) = (Citations::default(), 0, has_lead);
    for section in sections {
        let mut text = Vec::new();
        let rows = write_set(package, &section.rows, style, &mut cited, &mut text)?;
        // Its sources stand beside the rows.
        let is_shown = rows > 0 && (!section.is_told || section.rows.cited);
        if is_shown {
            let between = if has_text { "\n" } else { "" };
            match style.format {
                Format::Markdown => writeln!(out, "{between}## {}\n", section.title)?,
                _ => writeln!(out, "{between}{}\n", style.terminal.bold(section.title))?,
            }
            out.write_all(&text)?;
        }
        has_text = has_text || is_shown;
        count += rows;
    }
    if count == 0 && style.terminal.shown {
        let between = if has_text { "\n" } else { "" };
        writeln!(out, "{between}{}", style.terminal.dim(&words().rows(0)))?;
    }
    citations::write(&cited.references(package)?, style, out)?;
    Ok(count)
}

fn one_object(package: &Package, sections: &[Section], style: Style, out: &mut dyn Write) -> Result<usize> {
    let (mut cited, mut count) = (Citations::default(), 0);
    for (index, section) in sections.iter().enumerate() {
        write!(out, "{}\"{}\":", if index == 0 { "{" } else { "," }, section.name)?;
        count += write_set(package, &section.rows, style, &mut cited, out)?;
    }
    if sections.iter().any(|section| section.rows.cited) {
        out.write_all(b",\"citations\":")?;
        citations::write(&cited.references(package)?, style, out)?;
    }
    out.write_all(b"}\n")?;
    Ok(count)
}

fn lines(package: &Package, sections: &[Section], style: Style, out: &mut dyn Write) -> Result<usize> {
    let mut count = 0;
    for section in sections {
        let headings = [&[Heading::text("table")], headings(&section.rows).as_slice()].concat();
        let mut lines = start(style, headings, out)?;
        count += each(package, &section.rows, &mut Citations::default(), &mut |values| {
            Ok(lines.row(&[&[Value::text(section.name)], values].concat())?)
        })?;
        lines.end()?;
    }
    Ok(count)
}

fn cells(package: &Package, sections: &[Section], style: Style, out: &mut dyn Write) -> Result<usize> {
    let of_cells =
        vec![Heading::text("table"), Heading::number("row"), Heading::text("column"), Heading::text("value")];
    let (mut cells, mut count) = (start(style, of_cells, out)?, 0);
    for section in sections {
        let headings = headings(&section.rows);
        let mut row = 0_usize;
        count += each(package, &section.rows, &mut Citations::default(), &mut |values| {
            row += 1;
            let number = row.to_string();
            for (heading, value) in headings.iter().zip(values).filter(|(_, value)| !value.is_missing()) {
                let text = value.plain(heading.delimiter.encode_utf8(&mut [0; 4]));
                let (table, column) = (Value::text(section.name), Value::text(&heading.name));
                cells.row(&[table, Value::Number(number.as_str().into()), column, Value::text(&text)])?;
            }
            Ok(())
        })?;
    }
    cells.end()?;
    Ok(count)
}
