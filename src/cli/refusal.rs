//! What clap finds wrong, in our own words.

use std::borrow::Cow;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error::{self, Refusal};

/// The refusal that an error of clap stands for; `name` is what the command is called.
pub(super) fn of_clap(command: &Command, name: &str, error: &clap::Error) -> Refusal {
    // An error within a subcommand tells of that one's flags.
    let (command, name) = leaf(command, name, error);
    let argument = text(error, ContextKind::InvalidArg);
    let flag = argument.split([' ', '=']).next().unwrap_or_default();
    let given = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let flags: Vec<String> =
                command.get_arguments().filter_map(|arg| arg.get_long()).map(|it| format!("--{it}")).collect();
            error::unknown_flag(&name, &argument, &flags.iter().map(String::as_str).collect::<Vec<_>>())
        }
        ErrorKind::UnknownArgument => error::unexpected_argument(&name, &argument),
        ErrorKind::InvalidSubcommand => {
            let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            error::unknown_table(&text(error, ContextKind::InvalidSubcommand), &names)
        }
        ErrorKind::InvalidValue if given.is_empty() => {
            let value = argument.split_once(' ').map_or(flag, |(_, value)| value);
            error::without_value(flag, value.trim_matches(['<', '>', '[', ']']), &allowed(error))
        }
        ErrorKind::InvalidValue => {
            error::not_one_of(flag.trim_matches(['<', '>', '[', ']', '.']), &given, &allowed(error))
        }
        ErrorKind::TooManyValues => error::bad_value(flag, &given, "is not expected; the flag takes no value"),
        ErrorKind::MissingRequiredArgument => error::missing(&name, &list(error, ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => error::missing(&name, &["a table"]),
        ErrorKind::ArgumentConflict => {
            let prior = text(error, ContextKind::PriorArg);
            let prior = prior.split(' ').next().unwrap_or_default();
            if prior.is_empty() || prior == flag {
                error::conflict(flag, "it is given twice, and takes one value")
            } else {
                error::not_together(flag, prior)
            }
        }
        ErrorKind::InvalidUtf8 => error::refused("an argument is not UTF-8".to_owned()),
        _ => {
            let rendered = error.render().to_string();
            error::refused(rendered.trim_start_matches("error: ").trim_end().to_owned())
        }
    }
}

/// The subcommand that the error is about, and its whole name.
fn leaf<'c>(command: &'c Command, name: &str, error: &clap::Error) -> (&'c Command, String) {
    let usage = text(error, ContextKind::Usage);
    let mut words = usage.split_whitespace().skip_while(|word| *word != "itkommun").skip(2);
    match words.next().and_then(|word| command.find_subcommand(word)) {
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
