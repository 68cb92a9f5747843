//! A table in GitHub Flavored Markdown, to paste into a document.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Heading, RowWriter, Style};
use crate::package::FieldType;
use crate::text::escape_control;

/// Writes rows as lines of a Markdown table.
pub struct Markdown<'w> {
    headings: Vec<Heading>,
    out: &'w mut dyn Write,
}

impl<'w> Markdown<'w> {
    pub fn new(style: Style, headings: Vec<Heading>, out: &'w mut dyn Write) -> io::Result<Self> {
        if style.header {
            line(out, headings.iter().map(|heading| plain(&heading.name)))?;
            line(
                out,
                headings
                    .iter()
                    .map(|heading| Cow::Borrowed(if heading.field_type.is_numeric() { "---:" } else { "---" })),
            )?;
        }
        Ok(Self { headings, out })
    }
}

impl RowWriter for Markdown<'_> {
    fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        let cells = self.headings.iter().zip(cells).map(|(heading, cell)| {
            if heading.field_type == FieldType::List {
                Cow::Owned(plain(cell).replace(heading.delimiter, ", "))
            } else {
                plain(cell)
            }
        });
        line(self.out, cells)
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn line<'c>(out: &mut dyn Write, cells: impl Iterator<Item = Cow<'c, str>>) -> io::Result<()> {
    for cell in cells {
        write!(out, "| {cell} ")?;
    }
    out.write_all(b"|\n")
}

/// The text with what Markdown would act on inside a table escaped, and line ends as `<br>`.
pub fn plain(cell: &str) -> Cow<'_, str> {
    if !cell.contains(|character: char| character.is_control() || "\\|<>*`[]_".contains(character)) {
        return escape_control(cell);
    }
    let mut escaped = String::with_capacity(cell.len() + 4);
    let cell = cell.replace("\r\n", "\n");
    let mut before = ' ';
    let mut characters = cell.chars().peekable();
    while let Some(character) = characters.next() {
        let within_a_word = before.is_alphanumeric() && characters.peek().is_some_and(|after| after.is_alphanumeric());
        match character {
            '\n' => escaped.push_str("<br>"),
            '\\' | '|' | '<' | '>' | '*' | '`' | '[' | ']' => escaped.extend(['\\', character]),
            '_' if !within_a_word => escaped.push_str("\\_"),
            _ => escaped.push(character),
        }
        before = character;
    }
    Cow::Owned(escape_control(&escaped).into_owned())
}
