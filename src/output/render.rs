//! The one place where an answer becomes text.

use std::io::Write;

use anyhow::Result;

use super::drawing::{write_bars_on_terminal, write_svg};
use super::format::{Format, Style, start};
use super::highlighter::Highlighter;
#[cfg(any(feature = "sql", feature = "xlsx"))]
use super::whole;
use super::{bibliography, citations, html, lead, sections};
use crate::answer::{Answer, Body, Citations, Drawing, Heading, ResultSet, Statement};
use crate::package::{FieldType, Package, Provenance, Value};
use crate::text::escape_control;
use crate::words::words;

/// Writes an answer, and returns how many rows it has. Its sources are numbered and listed where it has them.
pub fn write(package: &Package, answer: &Answer, style: Style, out: &mut dyn Write) -> Result<usize> {
    if style.format.is_page() {
        return html::write(package, answer, style, out);
    }
    if style.terminal.color && style.format.is_fitted() && !answer.highlight.is_empty() {
        let mut marking = Highlighter::new(out, answer.highlight.clone());
        let rows = write_plain(package, answer, style, &mut marking)?;
        marking.flush()?;
        return Ok(rows);
    }
    write_plain(package, answer, style, out)
}

fn write_plain(package: &Package, answer: &Answer, style: Style, out: &mut dyn Write) -> Result<usize> {
    #[cfg(any(feature = "sql", feature = "xlsx"))]
    if style.format.is_binary() {
        return whole::write(package, answer, style.format, out);
    }
    match (&answer.drawing, style.format) {
        (Some(drawing), Format::Svg) => write_svg(drawing, out)?,
        (Some(Drawing::Bars(bars) | Drawing::Profile { bars, .. }), Format::Table) => {
            if bars.is_empty() {
                return Ok(0);
            }
            write_bars_on_terminal(bars, style.terminal, out)?;
        }
        _ => {
            let has_lead = lead::write(&answer.leads, style, out)?;
            return write_body(package, &answer.body, has_lead, style, out);
        }
    }
    // What is drawn is counted, not written.
    match &answer.body {
        Body::Rows(rows) => rows.each(package, &mut |_, _| Ok(())),
        Body::Count(rows) => Ok(*rows),
        _ => Ok(0),
    }
}

fn write_body(package: &Package, body: &Body, has_lead: bool, style: Style, out: &mut dyn Write) -> Result<usize> {
    if style.format.is_bibliography() {
        return write_bibliography(package, body, style.format, out);
    }
    match body {
        Body::Text(text) => {
            out.write_all(text.as_bytes())?;
            // Text is an answer, never an empty one.
            Ok(1)
        }
        Body::Lines(each) => {
            each(&mut |line| {
                writeln!(out, "{}", escape_control(line))?;
                // What comes next may take long.
                Ok(out.flush()?)
            })?;
            Ok(1)
        }
        Body::Count(rows) => {
            if style.format.is_json() {
                writeln!(out, "{{\"count\":{rows}}}")?;
            } else {
                writeln!(out, "{rows}")?;
            }
            Ok(*rows)
        }
        Body::Rows(rows) => write_rows(package, rows, style, out),
        Body::Sections(sections) => sections::write(package, sections, has_lead, style, out),
        Body::References(references) => {
            references.iter().try_for_each(|reference| writeln!(out, "{}", escape_control(&reference.sentence())))?;
            Ok(references.len())
        }
    }
}

/// Writes what an answer rests on instead of its rows, and returns how many these are.
fn write_bibliography(package: &Package, body: &Body, format: Format, out: &mut dyn Write) -> Result<usize> {
    let (mut cited, mut count) = (Citations::default(), 0);
    match body {
        Body::Rows(rows) => count += cited.add_all(package, rows)?,
        Body::Sections(sections) => {
            for section in sections {
                count += cited.add_all(package, &section.rows)?;
            }
        }
        Body::References(references) => {
            bibliography::write(references, format, out)?;
            return Ok(references.len());
        }
        Body::Text(_) | Body::Lines(_) | Body::Count(_) => {}
    }
    bibliography::write(&cited.works(package)?, format, out)?;
    Ok(count)
}

fn write_rows(package: &Package, rows: &ResultSet, style: Style, out: &mut dyn Write) -> Result<usize> {
    let mut cited = Citations::default();
    let in_object = rows.cited && style.format == Format::Json;
    if in_object {
        out.write_all(b"{\"rows\":")?;
    }
    let count = write_set(package, rows, style, &mut cited, out)?;
    if rows.cited {
        if in_object {
            out.write_all(b",\"citations\":")?;
        }
        citations::write(&cited.references(package)?, style, out)?;
        if in_object {
            out.write_all(b"}\n")?;
        }
    }
    Ok(count)
}

/// Writes rows under their headings, and returns how many there were.
pub(super) fn write_set<'p>(
    package: &Package,
    rows: &ResultSet<'p>,
    style: Style,
    cited: &mut Citations<'p>,
    out: &mut dyn Write,
) -> Result<usize> {
    let columns_besides = usize::from(rows.provenance.is_some());
    let style = Style { columns_in_all: rows.columns_in_all, columns_besides, ..style };
    let mut writer = start(style, headings(rows), out)?;
    let count = each(package, rows, cited, &mut |values| Ok(writer.row(values)?))?;
    writer.end()?;
    Ok(count)
}

/// The columns of a set, that of the citations' numbers among them.
pub(super) fn headings(rows: &ResultSet) -> Vec<Heading> {
    let mut headings = rows.headings.clone();
    headings.extend(
        rows.provenance.map(|_| Heading::of_type("citation", FieldType::List).titled(words().citation_heading())),
    );
    headings
}

/// Hands on each row of a set, the numbers of its citations behind it.
pub(super) fn each<'p>(
    package: &Package,
    rows: &ResultSet<'p>,
    cited: &mut Citations<'p>,
    emit: &mut dyn FnMut(&[Value]) -> Result<()>,
) -> Result<usize> {
    let Some(provenance) = rows.provenance else { return rows.each(package, &mut |values, _| emit(values)) };
    rows.each(package, &mut |values, statements| {
        let number = number(cited, provenance, statements);
        emit(&[values, &[number]].concat())
    })
}

/// The numbers of a row's sources.
fn number<'p>(cited: &mut Citations<'p>, provenance: Provenance<'p>, statements: &[Statement]) -> Value<'static> {
    let mut numbers: Vec<Value> = Vec::new();
    for statement in statements {
        let number = Value::count(cited.number(provenance, statement));
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Value::List(numbers)
}
