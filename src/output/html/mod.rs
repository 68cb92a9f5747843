//! An answer as a page for a browser: one file that asks for no other.
//!
//! It is whole without a script, which only adds filtering and sorting. Its policy lets no script run but that one, so
//! that data which were taken for one by mistake would do nothing. What is said to programs in JSON-LD is data, and runs
//! under no policy.

mod cell;
mod foot;
mod linked_data;
mod survey;
mod table;
mod text;

use std::io::Write;

use anyhow::Result;

use super::Style;
use super::drawing::write_svg;
use crate::answer::{Answer, Body, Drawing, Section};
use crate::package::{self, Package};
use crate::words::{language, words};
use cell::in_language;
use survey::{Part, Survey};
use table::Table;
use text::text;

const STYLE: &str = include_str!("style.css");
/// How rows look as cards; `&` stands for the tables of which this is told.
const CARDS: &str = include_str!("cards.css");
const SCRIPT: &str = include_str!("script.js");

/// What is allowed in the page. The hash is that of the script.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
                      script-src 'sha256-gIWkmHADoFeKDNGeri61zRkT/p+H8A4u1OYz9fkQvr8='; base-uri 'none'; form-action 'none'";

/// Writes an answer as a page, and returns how many rows it has.
pub(super) fn write<'p>(package: &'p Package, answer: &Answer<'p>, style: Style, out: &mut dyn Write) -> Result<usize> {
    let parts = parts(answer);
    let survey = Survey::of(package, &parts)?;
    let title = title(package, answer);
    let tables: Vec<Table> = parts.iter().enumerate().map(|(number, part)| Table::new(part, &survey, number)).collect();
    write_head(package, &title, &tables, out)?;
    if answer.is_package {
        linked_data::write(package, parts.iter().filter_map(|part| part.rows.of_table()).map(|(table, _)| table), out)?;
    }
    writeln!(out, "</head>\n<body>")?;
    writeln!(out, "<header>\n<h1>{}</h1>", text(&title))?;
    let about = answer.of_table.map_or("", |table| table.description());
    let about = if title == package.title() { package.description() } else { about };
    if !about.is_empty() {
        writeln!(out, "<p>{}</p>", text(about))?;
    }
    writeln!(out, "</header>")?;
    let filled = || parts.iter().zip(&survey.parts).filter(|(_, surveyed)| !surveyed.anchors.is_empty());
    if filled().count() > 1 {
        writeln!(out, "<nav aria-label=\"{}\">\n<ul>", text(words().tables()))?;
        for (part, surveyed) in filled() {
            let (name, title) = (text(part.name), text(part.title.unwrap_or(part.name)));
            writeln!(out, "<li><a href=\"#{name}\">{title}</a> <small>{}</small></li>", surveyed.anchors.len())?;
        }
        writeln!(out, "</ul>\n</nav>")?;
    }
    writeln!(out, "<main{}>", in_language(package.spoken_language()))?;
    if let Some(drawing) = &answer.drawing {
        writeln!(out, "<figure>")?;
        write_svg(drawing, out)?;
        writeln!(out, "</figure>")?;
    }
    for lead in &answer.leads {
        writeln!(out, "<p><b>{}</b>: {}</p>", text(&lead.name), text(&lead.what))?;
        let items = lead.lines.iter().map(|line| format!("<li>{}</li>\n", text(line)));
        out.write_all(
            if lead.lines.is_empty() { String::new() } else { format!("<ul>\n{}</ul>\n", items.collect::<String>()) }
                .as_bytes(),
        )?;
    }
    let mut rows = 0;
    for ((part, surveyed), table) in parts.iter().zip(&survey.parts).zip(&tables) {
        let count = surveyed.anchors.len();
        rows += count;
        match part.title {
            Some(_) if count == 0 => {}
            Some(title) => {
                writeln!(out, "<section id=\"{}\">\n<h2>{}</h2>", text(part.name), text(title))?;
                let description = part.rows.of_table().map_or("", |(table, _)| table.description());
                if !description.is_empty() {
                    writeln!(out, "<p>{}</p>", text(description))?;
                }
                table.write(package, style, out)?;
                writeln!(out, "</section>")?;
            }
            None => table.write(package, style, out)?,
        }
    }
    rows += write_other(answer, rows, out)?;
    writeln!(out, "</main>\n<footer>")?;
    foot::write(package, answer, &survey, out)?;
    writeln!(out, "</footer>")?;
    if rows > 0 && !parts.is_empty() {
        writeln!(out, "{}{SCRIPT}</script>", script())?;
    }
    writeln!(out, "</body>\n</html>")?;
    Ok(rows)
}

fn write_head(package: &Package, title: &str, tables: &[Table], out: &mut dyn Write) -> Result<()> {
    let of = if title == package.title() { String::new() } else { format!(" – {}", package.title()) };
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n\
         <title>{}{}</title>\n<style>\n{STYLE}{}",
        language().code(),
        text(POLICY),
        text(title),
        text(&of),
        cards()
    )?;
    tables.iter().try_for_each(|table| table.write_style(out))?;
    Ok(writeln!(out, "</style>")?)
}

/// The script's element, with what it says.
fn script() -> String {
    let [one, more, of] = words().filtered();
    let (filter, link) = (words().filter_rows(), words().link_to_row());
    let told = [("filter", filter), ("one", one), ("more", more), ("of", of), ("link", link)];
    let told = told.map(|(name, said)| format!(" data-{name}=\"{}\"", text(said)));
    format!("<script{}>", told.concat())
}

/// The style sheet of cards: on screens that are too narrow for a table of few columns or of many, and everywhere.
fn cards() -> String {
    let [few, many, all] = [".few", ".many", ".cards"].map(|class| CARDS.replace('&', class));
    format!(
        "@media screen and (max-width: 71.99rem) {{\n{few}}}\n@media screen and (max-width: 87.99rem) {{\n{many}}}\n{all}\
         .cards tbody {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(min(28rem, 100%), 1fr)); \
         gap: 0 2rem; align-items: start }}\n"
    )
}

/// What the page is about.
fn title<'a>(package: &'a Package, answer: &'a Answer) -> String {
    let of_drawing = answer.drawing.as_ref().map(|drawing| match drawing {
        Drawing::Bars(bars) | Drawing::Profile { bars, .. } => &bars.caption.title,
        Drawing::Timeline(timeline) => &timeline.caption.title,
        Drawing::Map(map) => &map.caption.title,
    });
    let of_table = answer.of_table.map(package::Table::title_or_name);
    let asked = Some(&answer.title).filter(|title| !title.is_empty());
    asked.or(of_drawing).map(String::as_str).or(of_table).unwrap_or(package.title()).to_owned()
}

fn parts<'a, 'p>(answer: &'a Answer<'p>) -> Vec<Part<'a, 'p>> {
    match &answer.body {
        Body::Rows(rows) => {
            let name = answer.of_table.map_or("rows", |table| &table.name);
            vec![Part { name, title: None, rows }]
        }
        Body::Sections(sections) => {
            let part = |section: &'a Section<'p>| {
                let title = if section.title.is_empty() { section.name } else { section.title };
                Part { name: section.name, title: Some(title), rows: &section.rows }
            };
            sections.iter().map(part).collect()
        }
        _ => Vec::new(),
    }
}

/// Writes what is no rows of tables, and returns how many rows it counts as.
fn write_other(answer: &Answer, rows: usize, out: &mut dyn Write) -> Result<usize> {
    match &answer.body {
        Body::Sections(_) if rows == 0 => writeln!(out, "<p class=\"count\">{}</p>", text(words().no_rows()))?,
        // What is drawn is counted besides, and needs no telling.
        Body::Count(count) => {
            if answer.drawing.is_none() {
                writeln!(out, "<p class=\"count\">{}</p>", text(&words().rows(*count)))?;
            }
            return Ok(*count);
        }
        Body::Text(told) => {
            writeln!(out, "<pre>{}</pre>", told.lines().map(text).collect::<Vec<_>>().join("\n"))?;
            return Ok(1);
        }
        Body::References(references) => {
            foot::write_references(references, out)?;
            return Ok(references.len());
        }
        Body::Rows(_) | Body::Sections(_) | Body::Lines(_) => {}
    }
    Ok(0)
}
