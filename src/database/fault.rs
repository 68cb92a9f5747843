//! What went wrong with a statement, where, and what was probably meant.

use std::collections::HashSet;

use anyhow::anyhow;
use rusqlite::{Error, ErrorCode};

use super::attached::Attached;
use super::link::links;
use super::select::Limits;
use crate::error::{refused, unknown_in_statement};
use crate::package::Package;
use crate::text::escape_control;
use crate::words::words;

/// The error of a statement that SQLite does not run; `refused` is what it may not do.
pub(super) fn of_statement(
    package: &Package,
    attached: &[Attached],
    sql: &str,
    action: Option<&str>,
    error: Error,
) -> anyhow::Error {
    let placed = |message: &str, offset| placed(package, attached, sql, message, offset);
    let of_machine = [ErrorCode::DiskFull, ErrorCode::OutOfMemory, ErrorCode::SystemIoFailure, ErrorCode::CannotOpen];
    if error.sqlite_error_code().is_some_and(|code| of_machine.contains(&code)) {
        return anyhow::Error::from(error).context("sql");
    }
    match error {
        Error::MultipleStatement => refused(words().one_statement().to_owned()).into(),
        Error::SqlInputError { msg, offset, sql: part, .. } => {
            // Of a second statement the offset is counted from its own beginning.
            let before = if sql.ends_with(&part) { sql.len() - part.len() } else { 0 };
            placed(&msg, before + usize::try_from(offset).unwrap_or(0))
        }
        Error::SqliteFailure(_, Some(msg)) => match (action, place_of(&msg, sql)) {
            (Some(action), _) => refused(words().may_only_read(&msg, action)).into(),
            (None, Some(offset)) => placed(&msg, offset),
            (None, None) => refused(format!("sql: {}", words().of_sqlite(&msg))).into(),
        },
        Error::Utf8Error(..) => refused(words().answer_not_utf8().to_owned()).into(),
        other => refused(format!("sql: {}", words().of_sqlite(&other.to_string()))).into(),
    }
}

/// The error of a statement that needs more time than it may take.
pub(super) fn past_time(limits: Limits) -> anyhow::Error {
    anyhow!(words().past_time(limits.time.as_secs_f32()))
}

/// The error of a statement that needs more memory than it may take.
pub(super) fn past_memory(limits: Limits) -> anyhow::Error {
    anyhow!(words().past_memory(limits.memory >> 20))
}

/// Whether SQLite had no memory left.
pub(super) fn is_out_of_memory(error: &anyhow::Error) -> bool {
    error.downcast_ref::<Error>().and_then(Error::sqlite_error_code) == Some(ErrorCode::OutOfMemory)
}

/// Where a failure is whose place SQLite does not tell: at the name that it speaks of, or at the end.
fn place_of(message: &str, sql: &str) -> Option<usize> {
    match message.strip_prefix("no such table: ") {
        Some(name) => word(sql, name.rsplit('.').next().unwrap_or(name)),
        None => (message == "incomplete input").then_some(sql.trim_end().len()),
    }
}

/// Where a word stands, in any case of its ASCII letters.
fn word(sql: &str, word: &str) -> Option<usize> {
    let (lower, word) = (sql.to_ascii_lowercase(), word.to_ascii_lowercase());
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let mut found = lower.match_indices(&word).map(|(at, found)| (at, at + found.len()));
    let whole = |&(from, to): &(usize, usize)| !lower[..from].ends_with(is_part) && !lower[to..].starts_with(is_part);
    found.find(whole).map(|(from, _)| from)
}

/// An error at a byte of the statement; where it is a name that SQLite does not know, with what was probably meant.
fn placed(package: &Package, attached: &[Attached], sql: &str, message: &str, offset: usize) -> anyhow::Error {
    let (place, excerpt) = spot(sql, offset);
    let problem = format!("sql:{place}: {}", words().of_sqlite(message));
    match unknown(package, attached, message) {
        None => refused(format!("{problem}\n{excerpt}")).into(),
        Some((name, known)) => {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            unknown_in_statement(problem, name, &known, &excerpt).into()
        }
    }
}

/// The line and the character of a byte of the statement, and the line itself with a mark under it.
fn spot(sql: &str, offset: usize) -> (String, String) {
    let offset = (0..=offset.min(sql.len())).rev().find(|&at| sql.is_char_boundary(at)).unwrap_or(0);
    let before = &sql[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = sql[start..].lines().next().unwrap_or_default();
    let place = format!("{}:{}", 1 + before.matches('\n').count(), 1 + before[start..].chars().count());
    let (before, behind) = line.split_at((offset - start).min(line.len()));
    let (before, behind) = (escape_control(before), escape_control(behind));
    // Of a long line what is near the place, in characters.
    let cut = before.char_indices().rev().nth(EXCERPT).map(|(at, mark)| at + mark.len_utf8());
    let before = cut.map_or(before.to_string(), |at| format!("…{}", &before[at..]));
    let behind = behind.char_indices().nth(EXCERPT).map_or(behind.to_string(), |(at, _)| format!("{}…", &behind[..at]));
    let mark = " ".repeat(before.chars().count());
    (place, format!("  {before}{behind}\n  {mark}^"))
}

/// How much of a line is shown before and behind a place in it.
const EXCERPT: usize = 60;

/// The name that SQLite does not know, and those that it does.
fn unknown<'m>(package: &Package, attached: &[Attached], message: &'m str) -> Option<(&'m str, Vec<String>)> {
    let tables: Vec<_> = package.tables().iter().collect();
    let links = links(package, &tables);
    if let Some(name) = message.strip_prefix("no such table: ") {
        let names = tables.iter().map(|table| &table.name).chain(links.iter().map(|link| &link.name));
        return Some((name, names.chain(attached.iter().map(|table| &table.name)).cloned().collect()));
    }
    let name = message.strip_prefix("no such column: ")?;
    let name = name.rsplit('.').next().unwrap_or(name);
    let columns = tables.iter().flat_map(|table| package.columns(table)).map(|column| column.field.name.clone());
    let of_links = links.iter().flat_map(|link| &link.columns).map(|column| column.name().to_owned());
    let mut names: Vec<String> = columns.chain(of_links).collect();
    names.extend(attached.iter().flat_map(|table| &table.columns).cloned());
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    Some((name, names))
}

#[cfg(test)]
mod tests {
    use super::spot;

    #[test]
    fn a_place_is_a_line_and_a_character() {
        let sql = "SELECT 'å',\n\tx FROM y";
        let offset = sql.find('x').expect("x");
        assert_eq!(spot(sql, offset), ("2:2".to_owned(), "  \\tx FROM y\n    ^".to_owned()));
        assert_eq!(spot("", 9), ("1:1".to_owned(), "  \n  ^".to_owned()));
        let long = format!("{}x{}", "å".repeat(100), "ö".repeat(100));
        let shown = format!("  …{}x{}…\n{}^", "å".repeat(60), "ö".repeat(59), " ".repeat(63));
        assert_eq!(spot(&long, 200), ("1:101".to_owned(), shown));
    }
}
