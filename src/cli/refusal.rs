//! What clap finds wrong, in our own words.

use std::borrow::Cow;
use std::ffi::OsString;

use anyhow::Result;
use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::commands::COMMANDS;
use super::filters::NOT;
use super::subject_names;
use crate::error::{self, Refusal};
use crate::output::Format;
use crate::package::{Field, FieldType, Package, Table};
use crate::query::columns_with;
use crate::words::words;

/// Flags that other programs have, the flag of ours that does the same, and what is to be typed where that is more than
/// its name and the same value.
const FLAGS_OF_OTHERS: [(&[&str], &str, &[&str]); 6] = [
    (&["head", "n"], "limit", &[]),
    (&["tail"], "limit", &["--sort -<COLUMN> --limit N"]),
    (&["delimiter"], "format", &["--format csv", "--format tsv"]),
    (&["fields", "select"], "columns", &[]),
    (&["group-by"], "count-by", &[]),
    (&["order-by"], "sort", &[]),
];

/// Flags that other programs have for where a time begins and where it ends: ours are ranges of the column of years.
const RANGES_OF_OTHERS: [(&[&str], [&str; 2]); 2] =
    [(&["from", "after", "från", "efter"], ["", ".."]), (&["to", "before", "till", "före"], ["..", ""])];

/// Flags by which other programs filter. Ours have a flag for each column, and so none is named.
const FILTERS_OF_OTHERS: [&str; 2] = ["where", "filter"];

/// The refusal that an error of clap stands for; `name` is what the command is called, and `typed` what was typed for it.
pub(super) fn of_clap(
    package: &Package,
    command: &Command,
    name: &str,
    typed: &[OsString],
    error: &clap::Error,
) -> Result<Refusal> {
    // An error within a subcommand tells of that one's flags.
    let (command, name) = leaf(command, name, error);
    let argument = text(error, ContextKind::InvalidArg);
    let flag = argument.split([' ', '=']).next().unwrap_or_default();
    let given = text(error, ContextKind::InvalidValue);
    // Help calls an argument by a word of the language; a program is told of it by what it is in each.
    let is_it =
        |arg: &&clap::Arg| arg.is_positional() && list(error, ContextKind::InvalidArg).contains(&&*arg.to_string());
    let argument_itself = command.get_arguments().find(is_it).map(|arg| format!("<{}>", arg.get_id()).into());
    let mut refusal = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            unknown_flag(package, command, &name, typed, &argument)
        }
        ErrorKind::UnknownArgument => {
            let table = package.table(command.get_name());
            let columns = table.map_or(Ok(Vec::new()), |table| columns_with(package, table, &argument))?;
            let flag = |field: &&Field| error::as_typed(&format!("--{}", field.flag()), &argument);
            let meant: Vec<String> = columns.iter().take(3).map(flag).collect();
            if meant.is_empty() {
                error::unexpected_argument(&name, &argument)
            } else {
                error::unexpected_value(&name, &argument, &meant)
            }
        }
        ErrorKind::InvalidSubcommand => {
            let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            error::unknown_table(&text(error, ContextKind::InvalidSubcommand), &names)
        }
        ErrorKind::InvalidValue if given.is_empty() => {
            let value = argument.split_once(' ').map_or(flag, |(_, value)| value);
            error::without_value(flag, value.trim_matches(['<', '>', '[', ']']), &allowed(error))
        }
        ErrorKind::InvalidValue => {
            let refusal = error::not_one_of(flag.trim_matches(['<', '>', '[', ']', '.']), &given, &allowed(error), &[]);
            let called = Format::called(&given).filter(|format| allowed(error).contains(&format.name()));
            match called {
                Some(format) if flag == "--format" => refusal.meant(&[format.name().to_owned()]),
                _ => refusal,
            }
        }
        ErrorKind::TooManyValues => error::bad_value(flag, &given, words().is_not_expected()),
        ErrorKind::MissingRequiredArgument => error::missing(&name, &list(error, ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => error::missing_table(&name),
        ErrorKind::ArgumentConflict => {
            let prior = text(error, ContextKind::PriorArg);
            let prior = prior.split(' ').next().unwrap_or_default();
            if prior.is_empty() || prior == flag {
                error::conflict(flag, words().given_twice())
            } else {
                error::not_together(flag, prior)
            }
        }
        ErrorKind::InvalidUtf8 => error::refused(words().argument_not_utf8().to_owned()),
        _ => {
            let rendered = error.render().to_string();
            error::refused(rendered.trim_start_matches("error: ").trim_end().to_owned())
        }
    };
    refusal.flag = argument_itself.or(refusal.flag);
    Ok(refusal)
}

/// A word that names neither a table nor a command.
pub(super) fn unknown_command(package: &Package, given: &str) -> Refusal {
    let called = package.tables().iter().flat_map(Table::called).map(str::to_lowercase);
    let called: Vec<String> = called.chain(COMMANDS.iter().map(|command| command.swedish.to_owned())).collect();
    let called: Vec<&str> = called.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let names: Vec<_> = subject_names(package).collect();
    error::unknown_command(given, &names.iter().map(AsRef::as_ref).collect::<Vec<_>>(), &called)
}

/// A flag that the command has not: one of no column, one that other programs have, or one misspelt.
fn unknown_flag(package: &Package, command: &Command, name: &str, typed: &[OsString], given: &str) -> Refusal {
    let longs = || command.get_arguments().filter(|arg| !arg.is_hide_set()).filter_map(|arg| arg.get_long());
    let flags: Vec<String> = longs().map(|long| format!("--{long}")).collect();
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let bare = given.trim_start_matches('-');
    if flags.contains(&given) {
        return error::behind_dashes(name, given);
    }
    let filtered = package.table(command.get_name());
    if let (Some(column), Some(table)) = (bare.strip_prefix(NOT), filtered) {
        let columns: Vec<&str> = package.columns(table).map(|column| column.field.name.as_str()).collect();
        return error::unknown_column(given, &table.name, &column.replace('-', "_"), &columns);
    }
    if FILTERS_OF_OTHERS.contains(&bare) && longs().any(|long| long == "missing") {
        return error::filter_of_others(name, given, &flags);
    }
    let range = RANGES_OF_OTHERS.iter().find(|(theirs, _)| theirs.contains(&bare));
    let mut columns = filtered.into_iter().flat_map(|table| package.columns(table));
    if let (Some((_, [before, behind])), Some(years)) =
        (range, columns.find(|it| it.field.field_type == FieldType::Year))
    {
        let value = value_of(typed, given).unwrap_or_else(|| "YEAR".to_owned());
        return error::flag_of_others(
            name,
            given,
            &flags,
            &[&format!("--{} {before}{value}{behind}", years.field.flag())],
        );
    }
    let others = FLAGS_OF_OTHERS.iter().find(|(theirs, ..)| theirs.contains(&bare));
    match others.filter(|(_, ours, _)| longs().any(|long| long == *ours)) {
        Some((_, ours, [])) => {
            let value = value_of(typed, given);
            let meant = value.map_or(format!("--{ours}"), |value| error::as_typed(&format!("--{ours}"), &value));
            error::flag_of_others(name, given, &flags, &[&meant])
        }
        Some((_, _, meant)) => error::flag_of_others(name, given, &flags, meant),
        None => {
            let called = filtered.into_iter().flat_map(|table| package.columns(table)).flat_map(|it| it.field.called());
            let called: Vec<String> = called.map(|name| name.to_lowercase().replace(' ', "-")).collect();
            error::unknown_flag(name, given, &flags, &called.iter().map(String::as_str).collect::<Vec<_>>())
        }
    }
}

/// What was typed for a flag, behind it or joined to it.
fn value_of(typed: &[OsString], flag: &str) -> Option<String> {
    let typed: Vec<Cow<str>> = typed.iter().map(|argument| argument.to_string_lossy()).collect();
    let joined = typed.iter().find_map(|argument| argument.strip_prefix(flag)?.strip_prefix('='));
    let behind = || typed.iter().skip_while(|argument| *argument != flag).nth(1).filter(|next| !next.starts_with("--"));
    joined.or_else(|| behind().map(AsRef::as_ref)).map(str::to_owned)
}

/// The subcommand that the error is about, and its whole name.
fn leaf<'c>(command: &'c Command, name: &str, error: &clap::Error) -> (&'c Command, String) {
    let usage = text(error, ContextKind::Usage);
    let mut typed = usage.split_whitespace().skip_while(|word| *word != "itkommun").skip(2);
    match typed.next().and_then(|word| command.find_subcommand(word)) {
        Some(subcommand) => (subcommand, format!("{name} {}", subcommand.get_name())),
        None => (command, name.to_owned()),
    }
}

fn list(error: &clap::Error, kind: ContextKind) -> Vec<&str> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        Some(ContextValue::String(text)) => vec![text],
        _ => Vec::new(),
    }
}

fn allowed(error: &clap::Error) -> Vec<&str> {
    list(error, ContextKind::ValidValue)
}

fn text(error: &clap::Error, kind: ContextKind) -> Cow<'_, str> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => Cow::Borrowed(text),
        Some(ContextValue::Strings(texts)) => Cow::Borrowed(texts.first().map_or("", String::as_str)),
        Some(ContextValue::StyledStr(text)) => Cow::Owned(text.to_string()),
        _ => Cow::Borrowed(""),
    }
}
