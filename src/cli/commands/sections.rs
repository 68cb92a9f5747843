//! Answers of several tables at once, for `show` and `search`: a section a table.

use std::io::Write;

use anyhow::Result;

use super::answer::Answer;
use super::cite::Citations;
use crate::output::{self, Format, Heading, Style};
use crate::package::Package;

/// Writes a section for each table that has rows, and returns how many rows there were in all.
///
/// For people a section has a heading. JSON is one object with a key a table. In the formats that have one shape
/// for all rows, JSON Lines names the table in each object, and TSV and CSV give a line a cell.
pub fn write(package: &Package, sections: &[Answer], style: Style, cite: bool, out: &mut dyn Write) -> Result<usize> {
    let mut cited = Citations::default();
    match style.format {
        Format::Table | Format::Markdown => {
            let mut count = 0;
            for section in sections {
                let mut text = Vec::new();
                let rows = section.write(package, style, &mut text, &mut cited)?;
                if rows > 0 {
                    let title = &section.query.table.title;
                    let between = if count > 0 { "\n" } else { "" };
                    match style.format {
                        Format::Markdown => writeln!(out, "{between}## {title}\n")?,
                        _ => writeln!(out, "{between}{}\n", style.terminal.bold(title))?,
                    }
                    out.write_all(&text)?;
                }
                count += rows;
            }
            if count == 0 && style.terminal.shown {
                writeln!(out, "{}", style.terminal.dim("no rows"))?;
            }
            if cite {
                cited.write(package, style, out)?;
            }
            Ok(count)
        }
        Format::Json => {
            let mut count = 0;
            for (index, section) in sections.iter().enumerate() {
                write!(out, "{}\"{}\":", if index == 0 { "{" } else { "," }, section.query.table.name)?;
                count += section.write(package, style, out, &mut cited)?;
            }
            if cite {
                out.write_all(b",\"citations\":")?;
                cited.write(package, style, out)?;
            }
            out.write_all(b"}\n")?;
            Ok(count)
        }
        Format::Jsonl => {
            let mut count = 0;
            for section in sections {
                let headings = [&[Heading::text("table")], section.headings()].concat();
                let mut lines = output::start(style, headings, out)?;
                let table = section.query.table.name.as_str();
                count += section.each(package, &mut cited, |row| Ok(lines.row(&[&[table], row].concat())?))?;
                lines.end()?;
            }
            Ok(count)
        }
        _ => {
            let headings =
                vec![Heading::text("table"), Heading::number("row"), Heading::text("column"), Heading::text("value")];
            let mut cells = output::start(style, headings, out)?;
            let mut count = 0;
            for section in sections {
                let table = section.query.table.name.as_str();
                let mut number = 0;
                count += section.each(package, &mut cited, |row| {
                    number += 1;
                    for (heading, cell) in section.headings().iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
                        cells.row(&[table, &number.to_string(), &heading.name, cell])?;
                    }
                    Ok(())
                })?;
            }
            cells.end()?;
            Ok(count)
        }
    }
}
