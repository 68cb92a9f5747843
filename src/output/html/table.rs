//! A table of the page. On a narrow screen each row is a card, its cells named by the style sheet and not in each cell,
//! which would take half of the page.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;

use super::cell::{self, Leads, in_language};
use super::survey::{Part, Survey, Surveyed};
use super::text::{anchor, style_string, text};
use crate::answer::{Entry, Heading};
use crate::output::Style;
use crate::output::title::title;
use crate::package::{FieldType, Package, ProvenancePlace};
use crate::words::words;

/// How many columns the classes have at most of which the style sheet knows how wide a screen they need. Of more than
/// these, rows are cards on every screen.
const CLASSES: [(&str, usize); 2] = [("few", 6), ("many", 10)];

/// A part of the page as it is shown.
pub(super) struct Table<'t, 'p> {
    part: &'t Part<'t, 'p>,
    survey: &'t Survey<'p>,
    /// Which of the page's tables it is.
    number: usize,
    /// Where each of its rows stands.
    anchors: &'t [String],
    /// The columns that are shown, with their positions among those of the rows.
    headings: Vec<(usize, &'t Heading)>,
    /// Whether each row tells what it rests on.
    has_sources: bool,
}

impl<'t, 'p> Table<'t, 'p> {
    /// The `number`th part of a page.
    pub(super) fn new(part: &'t Part<'t, 'p>, survey: &'t Survey<'p>, number: usize) -> Self {
        let Surveyed { shown, anchors } = &survey.parts[number];
        let place = part.provenance().map(|provenance| provenance.place);
        let has_sources = matches!(place, Some(ProvenancePlace::Columns { .. }))
            || part.rows.of_table().is_none() && part.provenance().is_some();
        let headings = part.rows.headings.iter().enumerate().filter(|(at, _)| shown[*at]).collect();
        Self { part, survey, number, anchors, headings, has_sources }
    }

    /// Names the cells of cards, sets sources in small letters, and numbers below each other.
    pub(super) fn write_style(&self, out: &mut dyn Write) -> Result<()> {
        if self.anchors.is_empty() {
            return Ok(());
        }
        let Self { number, has_sources, .. } = self;
        let titles = self.headings.iter().map(|(_, heading)| title(heading));
        let titles: Vec<String> = titles.chain(has_sources.then(|| words().sources().to_owned())).collect();
        for (at, title) in (1..).zip(&titles) {
            writeln!(out, ".t{number} td:nth-child({at}){{--title:{}}}", style_string(title))?;
        }
        if *has_sources {
            writeln!(out, ".t{number} td:nth-child({}){{font-size:.875em}}", titles.len())?;
        }
        for (at, _) in (1..).zip(&self.headings).filter(|(_, (_, heading))| is_right(heading)) {
            writeln!(out, ".t{number} :is(th,td):nth-child({at}){{text-align:right}}")?;
        }
        Ok(())
    }

    /// Writes the rows under their headings.
    pub(super) fn write(&self, package: &'p Package, style: Style, out: &mut dyn Write) -> Result<()> {
        if self.anchors.is_empty() {
            return Ok(writeln!(out, "<p class=\"count\">{}</p>", text(words().no_rows()))?);
        }
        let columns = self.headings.len() + usize::from(self.has_sources);
        let class = CLASSES.iter().find(|(_, most)| columns <= *most).map_or("cards", |(class, _)| class);
        writeln!(out, "<div class=\"table {class}\">\n<table class=\"t{}\">", self.number)?;
        writeln!(out, "<caption>{}</caption>", caption(self.part, self.anchors.len(), self.headings.len()))?;
        if style.header {
            write_head(&self.headings, self.has_sources, out)?;
        }
        writeln!(out, "<tbody>")?;
        self.write_rows(package, out)?;
        writeln!(out, "</tbody>\n</table>\n</div>")?;
        write_meanings(self.part, &self.headings, out)
    }

    fn write_rows(&self, package: &'p Package, out: &mut dyn Write) -> Result<()> {
        let Self { part, survey, .. } = *self;
        let keys: Vec<_> = part.keys(package).collect();
        let links_of = |at: usize| keys.iter().find(|(of, _)| *of == at).and_then(|(_, key)| survey.links(*key));
        let leads = self.headings.iter().map(|(at, _)| Leads { rows: links_of(*at), field: part.rows.field(*at) });
        let leads: Vec<_> = leads.collect();
        let has_words = !has_column_of_words(part);
        let [titles, language] = languages(part);
        let (mut row, mut anchors) = (String::new(), self.anchors.iter());
        part.rows.each_entry(package, &mut |Entry { values, statements, cells, .. }| {
            row.clear();
            let _ = write!(row, "<tr id=\"{}\">", text(anchors.next().map_or("", String::as_str)));
            for ((at, heading), leads) in self.headings.iter().zip(&leads) {
                let value = &values[*at];
                let language = if Some(*at) == titles { language.and_then(|at| cells.get(at)) } else { None };
                let language = language.map_or(Cow::Borrowed(heading.language.as_str()), |language| language.plain(""));
                let language = if value.is_missing() { "" } else { &*language };
                let _ = write!(row, "<td{}>", in_language(language));
                cell::write(value, cells.get(*at), *leads, &mut row);
                row.push_str("</td>");
            }
            if let Some(provenance) = part.provenance().filter(|_| self.has_sources) {
                let to = |source: &str| anchor(&provenance.sources.name, [source.into()].into_iter());
                row.push_str("<td>");
                cell::write_statements(statements, has_words, &to, &|source| survey.language(source), &mut row);
                row.push_str("</td>");
            }
            row.push_str("</tr>\n");
            Ok(out.write_all(row.as_bytes())?)
        })?;
        Ok(())
    }
}

/// How many rows there are, how many columns of those to choose from, and the source that is that of every row.
fn caption(part: &Part, rows: usize, columns: usize) -> String {
    let mut caption = words().rows(rows);
    if columns < part.rows.columns_in_all {
        let _ = write!(caption, ", {}", words().page_columns_shown(columns, part.rows.columns_in_all));
    }
    let mut caption = format!("<span class=\"count\">{}</span>", text(&caption));
    if let Some(provenance) = part.provenance()
        && let ProvenancePlace::Always(source) = provenance.place
    {
        let to = anchor(&provenance.sources.name, [source.into()].into_iter());
        let heading = text(words().source());
        let _ = write!(caption, ". {heading}: <a href=\"#{}\">{}</a>", text(&to), text(source));
    }
    caption
}

/// The positions of the titles of sources, and of the language of each, where the rows are sources and both are shown.
fn languages(part: &Part) -> [Option<usize>; 2] {
    let Some((table, columns)) = part.rows.of_table() else { return [None; 2] };
    let names = table.citation.as_ref().and_then(|citation| Some([&citation.title, citation.language.as_ref()?]));
    names.map_or([None; 2], |names| names.map(|name| columns.iter().position(|column| column.field.name == *name)))
}

/// Whether the sources' words have a column.
fn has_column_of_words(part: &Part) -> bool {
    let of_table = part.rows.of_table();
    of_table.is_some_and(|(table, columns)| {
        let words = table.words().map(|cell| &table.schema().fields[cell].name);
        columns.iter().any(|column| Some(&column.field.name) == words)
    })
}

fn write_head(headings: &[(usize, &Heading)], has_sources: bool, out: &mut dyn Write) -> Result<()> {
    write!(out, "<thead><tr>")?;
    for (_, heading) in headings {
        let class = if heading.field_type.is_numeric() { " class=\"number\"" } else { "" };
        write!(out, "<th scope=\"col\"{class}>{}</th>", text(&title(heading)))?;
    }
    if has_sources {
        write!(out, "<th scope=\"col\">{}</th>", text(words().sources()))?;
    }
    Ok(writeln!(out, "</tr></thead>")?)
}

/// What each column holds, where that is described.
fn write_meanings(part: &Part, headings: &[(usize, &Heading)], out: &mut dyn Write) -> Result<()> {
    let Some((_, columns)) = part.rows.of_table() else { return Ok(()) };
    let described = |at: &usize| columns.get(*at).map_or("", |column| column.field.description());
    if headings.iter().all(|(at, _)| described(at).is_empty()) {
        return Ok(());
    }
    writeln!(out, "<details><summary>{}</summary>\n<dl>", text(words().meanings()))?;
    for (at, heading) in headings.iter().filter(|(at, _)| !described(at).is_empty()) {
        writeln!(out, "<dt>{}</dt><dd>{}</dd>", text(&title(heading)), text(described(at)))?;
    }
    Ok(writeln!(out, "</dl>\n</details>")?)
}

/// Whether the cells stand at the right: whole numbers do, that are neither names, as years are, nor have words around
/// them, as figures have.
fn is_right(heading: &Heading) -> bool {
    heading.field_type == FieldType::Integer
}
