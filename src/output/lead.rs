//! What is told of things before their rows, in lines as wide as the terminal.

use std::io::{self, Write};

use super::markdown::plain;
use super::wrap::Wrapped;
use super::{Format, Style};
use crate::answer::Lead;
use crate::text::escape_control;

/// How far the lines below the first are set in.
const INDENT: &str = "  ";

/// Writes what is told of each thing, an empty line between two, and returns whether there was any; nothing in the formats
/// of programs.
pub(super) fn write(leads: &[Lead], style: Style, out: &mut dyn Write) -> io::Result<bool> {
    if !matches!(style.format, Format::Table | Format::Record | Format::Markdown) {
        return Ok(false);
    }
    for (at, lead) in leads.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        match style.format {
            Format::Markdown => {
                writeln!(out, "**{}**: {}", plain(&lead.name), plain(&lead.what))?;
                out.write_all(if lead.lines.is_empty() { b"" } else { b"\n" })?;
                lead.lines.iter().try_for_each(|line| writeln!(out, "- {}", plain(line)))?;
            }
            _ => for_screen(lead, style, out)?,
        }
    }
    Ok(!leads.is_empty())
}

fn for_screen(lead: &Lead, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let width = style.terminal.width.map_or(usize::MAX, usize::from);
    let name = escape_control(&lead.name);
    let what = format!("{name}: {}", escape_control(&lead.what));
    for line in Wrapped::new(&what).lines(width) {
        match line.strip_prefix(&*name) {
            Some(rest) => writeln!(out, "{}{rest}", style.terminal.bold(&name))?,
            None => writeln!(out, "{line}")?,
        }
    }
    for line in &lead.lines {
        let line = escape_control(line);
        for (at, line) in Wrapped::new(&line).lines(width.saturating_sub(INDENT.len()).max(1)).iter().enumerate() {
            writeln!(out, "{}{line}", if at == 0 { "" } else { INDENT })?;
        }
    }
    Ok(())
}
