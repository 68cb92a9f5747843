//! The commands that are not tables: what they are called and what they take.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use super::options::{self, Flag};
use super::{filter_flags, with_filters};
use crate::commands::compared;
use crate::package::{Package, Table};

/// Each with what it gives.
pub const OTHERS: [(&str, &str); 11] = [
    ("show", "Everything about a municipality, a person, an organisation or a year"),
    ("search", "Rows of any table that contain all the words"),
    ("compare", "Municipalities' figures beside each other, or one's beside the mean"),
    ("profile", "The e-profile of municipalities: their scores in each area beside the mean"),
    ("chart", "Rows of a table as bars, or the timeline of the award"),
    ("sql", "A SELECT over all tables, answered by SQLite"),
    ("export", "The tables as a folder, an SQLite database or a workbook"),
    ("schema", "The tables, or the columns of one"),
    ("check", "What is wrong with a data package"),
    ("completions", "Completions for a shell"),
    ("man", "The manual page"),
];

/// Gives such a command its arguments; of `chart`'s tables those get their flags that are `wanted`.
pub fn with_arguments(package: &Package, name: &str, command: Command, wanted: impl Fn(&str) -> bool) -> Command {
    match name {
        "show" => of_sections(command.arg(several("NAME", "A name or code, as in a filter, or a year"))),
        "search" => {
            of_sections(command.arg(several("TEXT", "Words or parts of them, in any case, with or without å, ä, ö")))
        }
        "compare" => with_output(compare(package, command).arg(options::EXIT_STATUS.arg())),
        "profile" => with_output(
            command
                .arg(several("NAME", "Municipalities, each by name or code"))
                .arg(
                    Arg::new("YEAR")
                        .long("year")
                        .value_name("YEAR")
                        .help("The year; the latest with scores where none is given"),
                )
                .arg(output())
                .arg(options::EXIT_STATUS.arg()),
        ),
        "chart" => chart(package, command, wanted),
        "sql" => with_output(
            command
                .arg(
                    Arg::new("STATEMENT")
                        .required(true)
                        .allow_hyphen_values(true)
                        .help("A SELECT statement, or - for one on standard input; collation sv, function fold()"),
                )
                .arg(options::EXIT_STATUS.arg()),
        ),
        "export" => export(command),
        "schema" => with_output(command.arg(Arg::new("TABLE").help("A table; all of them where none is named"))),
        "check" => with_output(
            command.arg(
                Arg::new("FOLDER")
                    .value_parser(value_parser!(PathBuf))
                    .help("A folder with a datapackage.json; the bundled package where none is named"),
            ),
        ),
        "completions" => command
            .arg(Arg::new("SHELL").required(true).value_parser(value_parser!(Shell)).help("The shell to complete in")),
        _ => command,
    }
}

fn with_output(command: Command) -> Command {
    command.args(options::OF_OUTPUT.iter().map(Flag::arg))
}

fn of_sections(command: Command) -> Command {
    with_output(command.arg(options::CITE.arg()).arg(options::EXIT_STATUS.arg()))
}

/// An argument of one word or more.
fn several(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).required(true).num_args(1..).help(help)
}

fn output() -> Arg {
    Arg::new("OUTPUT")
        .long("output")
        .short('o')
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .help("A file for the drawing, then --format svg; it is replaced if it is there")
        .help_heading("Output")
}

fn compare(package: &Package, command: Command) -> Command {
    let command =
        command.arg(several("NAME", "Municipalities, each by name or code; one alone is compared with the mean")).arg(
            Arg::new("DIFFERING")
                .long("differing")
                .action(ArgAction::SetTrue)
                .help("Only what is stated of two or more, and differs"),
        );
    match compared(package) {
        Ok((table, comparison)) => command
            .args(filter_flags(package, table).filter(|flag| comparison.by.iter().any(|name| flag.get_id() == name))),
        Err(_) => command,
    }
}

fn chart(package: &Package, command: Command, wanted: impl Fn(&str) -> bool) -> Command {
    let timeline = Command::new("timeline")
        .about("The award from its first edition on: winner, finalists and how much the sources tell")
        .arg(output());
    let command = command
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("TABLE")
        .subcommand_help_heading("Tables")
        .override_usage("itkommun chart <TABLE> --x <COLUMNS> [--y <COLUMN>] [--<COLUMN> <VALUE>]... [OPTIONS]")
        .subcommand(with_output(timeline));
    package.tables().iter().fold(command, |command, table| {
        let subcommand = Command::new(table.name.clone()).about(table.summary().to_owned());
        command.subcommand(if wanted(&table.name) { of_table(package, table, subcommand) } else { subcommand })
    })
}

fn of_table(package: &Package, table: &Table, command: Command) -> Command {
    let columns = |name: &'static str, long: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(long).value_name(value).help(help)
    };
    let command = command
        .arg(columns("X", "x", "COLUMNS", "The columns that label the bars, by comma").required(true))
        .arg(columns("Y", "y", "COLUMN", "The column of numbers to draw; how many rows there are where none is named"));
    let command = with_filters(package, table, command);
    let rows = options::OF_ROWS.iter().filter(|flag| ["sort", "limit"].contains(&flag.long()));
    with_output(command.args(rows.map(Flag::arg)).arg(options::EXIT_STATUS.arg()).arg(output()))
}

fn export(command: Command) -> Command {
    command
        .arg(
            Arg::new("TO")
                .long("to")
                .value_name("PATH")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("FILE.sqlite, FILE.xlsx, or a folder for CSV files and their datapackage.json"),
        )
        .arg(Arg::new("FORCE").long("force").action(ArgAction::SetTrue).help("Replace what is there"))
        .arg(Arg::new("TABLE").num_args(0..).help("Tables; all of them where none is named"))
}
