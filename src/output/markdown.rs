//! A table in GitHub Flavored Markdown, to paste into a document.

use std::borrow::Cow;
use std::io::{self, Write};

use super::figure::shown;
use super::title::over_column;
use super::{RowWriter, Style};
use crate::answer::Heading;
use crate::package::Value;
use crate::text::escape_control;

/// Writes rows as lines of a Markdown table.
pub(super) struct Markdown<'w> {
    out: &'w mut dyn Write,
}

impl<'w> Markdown<'w> {
    pub(super) fn new(style: Style, headings: &[Heading], out: &'w mut dyn Write) -> io::Result<Self> {
        if style.header {
            line(out, headings.iter().map(|heading| plain(&over_column(heading)).into_owned().into()))?;
            line(
                out,
                headings
                    .iter()
                    .map(|heading| Cow::Borrowed(if heading.field_type.is_numeric() { "---:" } else { "---" })),
            )?;
        }
        Ok(Self { out })
    }
}

impl RowWriter for Markdown<'_> {
    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        line(self.out, values.iter().map(|value| Cow::Owned(plain(&shown(value)).into_owned())))
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
pub(super) fn plain(cell: &str) -> Cow<'_, str> {
    if !cell.contains(|character: char| character.is_control() || "\\|<>*`[]_&~$@^".contains(character)) {
        return escape_control(cell);
    }
    let mut escaped = String::with_capacity(cell.len() + 4);
    let cell = cell.replace("\r\n", "\n");
    let mut before = ' ';
    for (at, character) in cell.char_indices() {
        let after = &cell[at + character.len_utf8()..];
        let within_a_word = before.is_alphanumeric() && after.starts_with(char::is_alphanumeric);
        match character {
            '\n' => escaped.push_str("<br>"),
            '\\' | '|' | '<' | '>' | '*' | '`' | '[' | ']' | '~' | '$' | '^' => escaped.extend(['\\', character]),
            // In a word these are letters, to pandoc, too.
            '_' | '@' if !within_a_word => escaped.extend(['\\', character]),
            '&' if begins_entity(after) => escaped.push_str("\\&"),
            _ => escaped.push(character),
        }
        before = character;
    }
    Cow::Owned(escape_control(&escaped).into_owned())
}

/// Whether what follows an ampersand makes it a character reference, as `lt;` and `#60;` do.
fn begins_entity(after: &str) -> bool {
    let name = after.split_once(';').map(|(name, _)| name.trim_start_matches('#'));
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_markdown_would_act_on_is_escaped_and_nothing_else() {
        for (cell, escaped) in [
            ("IT&Telekomföretagen", "IT&Telekomföretagen"),
            ("a &lt; b &#60; c & d;", "a \\&lt; b \\&#60; c & d;"),
            ("~~gone~~ *b* it_platform _x_", "\\~\\~gone\\~\\~ \\*b\\* it_platform \\_x\\_"),
            ("$x$ costs $5 @key a@b.se x^2^", "\\$x\\$ costs \\$5 \\@key a@b.se x\\^2\\^"),
            ("a|b\\c\n<d>", "a\\|b\\\\c<br>\\<d\\>"),
            ("\u{1b}[31m", "\\u{1b}\\[31m"),
        ] {
            assert_eq!(plain(cell), escaped, "{cell}");
        }
    }
}
