//! What is typed for the name of a command or a flag, made the name that is meant.
//!
//! A letter may come composed or decomposed, and `_` and `-` are one. It is done before clap reads the arguments, so
//! that flags have one name each and nothing is paid for spellings that nobody typed.

use std::ffi::{OsStr, OsString};

use icu_normalizer::ComposingNormalizerBorrowed;

use super::commands::COMMANDS;
use super::filters::NOT;
use super::{Subject, subjects};
use crate::package::{Package, Table, is_spelt, spelt};

/// The table or the command of this name.
pub(super) fn subject<'p>(package: &'p Package, typed: &str) -> Option<Subject<'p>> {
    Subject::named(package, typed).or_else(|| {
        let meant = plain(typed);
        let found = subjects(package).find(|subject| plain(subject.name()) == meant);
        let swedish = || COMMANDS.iter().copied().find(|command| is_spelt(command.swedish, &spelt(typed)));
        let found = found.or_else(|| package.table_named(typed).map(Subject::Table));
        found.or_else(|| swedish().filter(|command| !command.swedish.is_empty()).map(Subject::Command))
    })
}

/// What is typed before the name of a table that a command is called like, too.
const TABLE: [&str; 2] = ["table", "tabell"];

/// What a command line begins with, and how many words it takes: a command or a table, or `table` and a table's name.
pub(super) fn beginning<'p>(package: &'p Package, words: &[OsString]) -> Option<(Subject<'p>, usize)> {
    let word = |at: usize| words.get(at).map(|word: &OsString| word.to_string_lossy());
    let first = word(0)?;
    if is_table_word(&first) {
        return table(package, &word(1)?).map(|table| (Subject::Table(table), 2));
    }
    subject(package, &first).map(|subject| (subject, 1))
}

/// Whether a word says that a table's name follows.
pub(super) fn is_table_word(word: &str) -> bool {
    TABLE.contains(&&*plain(word))
}

/// The table of this name, whatever else is called so.
pub(super) fn table<'p>(package: &'p Package, typed: &str) -> Option<&'p Table> {
    let meant = plain(typed);
    let spelt = || package.tables().iter().find(|table| plain(&table.name) == meant);
    package.table(typed).or_else(spelt).or_else(|| package.table_named(typed))
}

/// The arguments with the names of flags in one spelling, with `-`, and numbers below zero joined to the flags that they
/// are for: clap takes `-1..3` for flags. After `--` nothing is a flag.
pub(super) fn flags(arguments: &[OsString]) -> Vec<OsString> {
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let (flags, words) = arguments.split_at(end);
    let mut named: Vec<OsString> = Vec::with_capacity(arguments.len());
    for argument in flags {
        match named.last_mut().filter(|last| is_below_zero(argument) && lacks_value(last)) {
            Some(last) => {
                last.push("=");
                last.push(argument);
            }
            None => named.push(flag(argument)),
        }
    }
    named.extend(words.iter().cloned());
    named
}

/// The arguments with the documented names of columns for their titles and aliases, and that of the table where it is the
/// first of them.
pub(super) fn documented(
    package: &Package,
    subject: Subject,
    command: &clap::Command,
    mut arguments: Vec<OsString>,
) -> Vec<OsString> {
    let begin_with_table = command.has_subcommands();
    let named = |typed: &OsString| typed.to_str().and_then(|typed| package.table_named(typed));
    let table = match subject {
        Subject::Table(table) => Some(table),
        Subject::Command(_) => arguments.first().filter(|_| begin_with_table).and_then(named),
    };
    if let Some(table) = table.filter(|_| begin_with_table) {
        arguments[0] = table.name.clone().into();
    }
    // A command that is of no table has flags of some columns, whosever they are.
    let others = package.tables().iter().filter(|_| command.get_arguments().next().is_some());
    let tables: Vec<&Table> = table.map_or_else(|| others.collect(), |table| vec![table]);
    let has_flag = |flag: &str| table.is_some() || command.get_arguments().any(|it| it.get_long() == Some(flag));
    // A column may be called as a flag that is none of a column.
    let has_own = |typed: &str| {
        let flag = typed.strip_prefix("--").and_then(|flag| flag.split('=').next());
        flag == Some("help") || flag.is_some_and(|flag| command.get_arguments().any(|it| it.get_long() == Some(flag)))
    };
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    for argument in &mut arguments[..end] {
        let Some(typed) = argument.to_str().filter(|typed| !has_own(typed)) else { continue };
        let mut documented = tables.iter().filter_map(|table| column_flag(package, table, typed, &has_flag));
        if let Some(documented) = documented.next() {
            *argument = documented.into();
        }
    }
    arguments
}

/// The flag of the column that is meant, its value as it is; nothing where no title and no alias is meant.
fn column_flag(package: &Package, table: &Table, typed: &str, has_flag: &dyn Fn(&str) -> bool) -> Option<String> {
    let flag = typed.strip_prefix("--")?;
    let (name, value) = flag.split_once('=').map_or((flag, ""), |(name, _)| (name, &flag[name.len()..]));
    let named = |name: &str| package.columns(table).any(|column| column.field.flag() == name);
    let (not, column) = match name.strip_prefix(NOT) {
        Some(column) if !named(name) => (NOT, column),
        _ => ("", name),
    };
    let meant = package.column_called(table, column).filter(|it| !named(column) && has_flag(&it.field.flag()))?;
    Some(format!("--{not}{}{value}", meant.field.flag()))
}

fn is_below_zero(argument: &OsStr) -> bool {
    matches!(argument.as_encoded_bytes(), [b'-', b'0'..=b'9' | b'.', ..])
}

/// Whether an argument is a flag by its name alone.
fn lacks_value(argument: &OsStr) -> bool {
    let text = argument.as_encoded_bytes();
    text.starts_with(b"--") && !text.iter().any(|&byte| byte == b'=' || byte.is_ascii_whitespace())
}

fn flag(argument: &OsStr) -> OsString {
    let Some(typed) = argument.to_str().and_then(|argument| argument.strip_prefix("--")) else {
        return argument.to_owned();
    };
    let (name, value) = typed.split_once('=').map_or((typed, None), |(name, value)| (name, Some(value)));
    // A text that begins with two dashes, such as a comment in SQL, is no flag.
    if name.contains(char::is_whitespace) {
        return argument.to_owned();
    }
    let name = plain(name);
    value.map_or_else(|| format!("--{name}"), |value| format!("--{name}={value}")).into()
}

/// The name of the column that is meant.
pub(super) fn column(typed: &str) -> String {
    plain(typed).replace('-', "_")
}

/// A name in one spelling.
pub(super) fn plain(name: &str) -> String {
    let name = name.replace('_', "-");
    if name.is_ascii() { name } else { ComposingNormalizerBorrowed::new_nfc().normalize(&name).into_owned() }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::flags;

    #[test]
    fn a_flag_has_one_spelling_and_a_value_its_own() {
        let typed = ["--ceremony_date", "2009_1", "--a_b=c_d", "-e", "-- a_b", "--o\u{308}rt", "--", "--x_y"];
        let typed: Vec<OsString> = typed.map(OsString::from).into();
        assert_eq!(flags(&typed), ["--ceremony-date", "2009_1", "--a-b=c_d", "-e", "-- a_b", "--ört", "--", "--x_y"]);
    }

    #[test]
    fn a_number_below_zero_is_no_flag() {
        let typed = ["--a_b", "-1..3", "--c=1", "-2", "--d", "-.5", "-e", "-3", "--", "--f", "-4"];
        let typed: Vec<OsString> = typed.map(OsString::from).into();
        assert_eq!(flags(&typed), ["--a-b=-1..3", "--c=1", "-2", "--d=-.5", "-e", "-3", "--", "--f", "-4"]);
    }
}
