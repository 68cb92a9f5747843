//! The command line, built from the package's own description.
//!
//! One definition makes the parsing, the help, the completions and the manual page. A table's flags are built only
//! when the command line names that table: a question about one should not pay for the others.

pub mod commands;
mod help;
mod options;
mod others;
mod request;

use std::ffi::OsString;

use anyhow::Result;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, Command};

use crate::exit::{did_you_mean, quoted, usage};
use crate::package::{FieldType, Package, Table};
use crate::text::escape_control;
use commands::Request;

/// Reads a command line, its first word the program's name.
///
/// Help and the like are answers, not errors. What is wrong with a command line is an error of usage.
pub fn parse(package: &Package, arguments: impl IntoIterator<Item = OsString>) -> Result<Request<'_>> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut command = asked(package, &arguments);
    match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => match matches.subcommand() {
            Some((name, matches)) => request::read(package, name, matches),
            None => Ok(text(command.render_help().to_string())),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(text(error.render().to_string())),
            ErrorKind::InvalidSubcommand => Err(unknown_command(&command, &error)),
            _ => Err(usage(printable(&error.render().to_string()))),
        },
    }
}

fn text<'p>(text: String) -> Request<'p> {
    Request { command: commands::Command::Text(text), empty_is_failure: false }
}

fn unknown_command(command: &Command, error: &clap::Error) -> anyhow::Error {
    let typed = error.get(ContextKind::InvalidSubcommand).map(ToString::to_string).unwrap_or_default();
    // `chart` has subcommands of its own; what was typed is then no command's name at the top.
    let charts = command.find_subcommand("chart").filter(|chart| chart.has_subcommands());
    let names = command.get_subcommands().chain(charts.into_iter().flat_map(Command::get_subcommands));
    let hint = did_you_mean(&typed, names.map(Command::get_name));
    usage(format!("there is no table or command {}{hint}\n`itkommun` alone lists them", quoted(&typed)))
}

/// What clap says of an error, less its own prefix, and with nothing that a terminal would act on.
fn printable(message: &str) -> String {
    let lines = message.trim_start_matches("error: ").trim_end().lines();
    lines.map(escape_control).collect::<Vec<_>>().join("\n")
}

/// The command line as far as these arguments need it; where they name no subcommand, its help a list of the tables.
fn asked(package: &Package, arguments: &[OsString]) -> Command {
    let command = command(package, |name| arguments.iter().any(|argument| argument == name));
    let names_one =
        arguments.get(1).and_then(|first| first.to_str()).is_some_and(|first| command.find_subcommand(first).is_some());
    if names_one {
        return command;
    }
    help::arrange(
        others::OTHERS
            .iter()
            .fold(command, |command, other| command.mut_subcommand(other.name, |subcommand| subcommand.hide(true))),
    )
}

/// The whole command line, with the flags of those subcommands that are `wanted`.
fn command(package: &Package, wanted: impl Fn(&str) -> bool) -> Command {
    let mut command = Command::new("itkommun")
        .version(env!("CARGO_PKG_VERSION"))
        .about(package.title().to_owned())
        .long_about(package.description().to_owned())
        .override_usage("itkommun <TABLE> [--<COLUMN> <VALUE>]... [OPTIONS]")
        .max_term_width(100)
        .disable_help_subcommand(true)
        .infer_long_args(false);
    for table in package.tables() {
        let subcommand = Command::new(table.name.clone()).about(table.summary().to_owned());
        let subcommand = subcommand.long_about(table.description.clone());
        command =
            command.subcommand(if wanted(&table.name) { with_flags(package, table, subcommand) } else { subcommand });
    }
    for other in &others::OTHERS {
        let subcommand = Command::new(other.name).about(other.about);
        command = command.subcommand(if wanted(other.name) {
            others::with_arguments(package, other, subcommand, &wanted)
        } else {
            subcommand
        });
    }
    command
}

/// A filter a column, then the flags that say what the answer is to be.
fn with_flags(package: &Package, table: &Table, command: Command) -> Command {
    let command = with_filters(package, table, command);
    let command = command.args(options::OF_ROWS.iter().map(options::Flag::arg));
    let command = command.mut_arg("COUNT_BY", |flag| flag.conflicts_with_all(["COUNT", "COLUMNS", "SORT", "CITE"]));
    let command = command.arg(options::CITE.arg()).arg(options::EXIT_STATUS.arg());
    let formats = if table.citation.is_some() { options::FORMATS_OF_SOURCES } else { options::FORMATS };
    options::with_output(command, formats).after_help(help::of_values(table))
}

fn with_filters(package: &Package, table: &Table, command: Command) -> Command {
    let command = command.args(filter_flags(package, table));
    if options::has_quantity(table) { command.arg(options::POSSIBLY.arg().help_heading("Filters")) } else { command }
}

/// A flag for each column that a table can be asked by.
fn filter_flags<'p>(package: &'p Package, table: &'p Table) -> impl Iterator<Item = Arg> {
    package.columns(table).map(|column| {
        let field = column.field;
        let mut flag = Arg::new(field.name.clone())
            .long(field.name.clone())
            .value_name(help::value_name(package, table, column))
            .help(help::of_column(package, table, column))
            .help_heading("Filters")
            .action(clap::ArgAction::Append)
            .allow_negative_numbers(true);
        if field.name.contains('_') {
            flag = flag.alias(field.name.replace('_', "-"));
        }
        if field.field_type == FieldType::Boolean {
            flag = flag.num_args(0..=1).default_missing_value("true");
        }
        flag
    })
}

#[cfg(test)]
mod tests;
