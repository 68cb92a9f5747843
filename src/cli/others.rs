//! The commands that are not tables: what they are called and what they take.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use super::options::{self, Flag};
use super::{filter_flags, with_filters};
use crate::cli::commands::compared;
use crate::package::{Package, Table};

/// A command that is not a table.
pub struct Other {
    pub name: &'static str,
    /// What it gives, in a line.
    pub about: &'static str,
    /// What its help ends with: how it is used.
    after: &'static str,
}

/// Each of them, those first that answer questions.
pub const OTHERS: [Other; 11] = [
    Other {
        name: "show",
        about: "Everything about a municipality, a person, an organisation or a year",
        after: "Examples:
  itkommun show Täby
  itkommun show Bo Dahlbom --cite --format markdown",
    },
    Other {
        name: "search",
        about: "Rows of any table that contain all the words",
        after: "Examples:
  itkommun search e-tjänst göteborg
  itkommun search dahlbom 2009 --format json",
    },
    Other {
        name: "compare",
        about: "Municipalities' figures beside each other, or one's beside the mean",
        after: "Examples:
  itkommun compare Järfälla Täby --year 2009
  itkommun compare Falkenberg --indicator e_government_score",
    },
    Other {
        name: "profile",
        about: "The e-profile of municipalities: their scores in each area beside the mean",
        after: "What is sure of a score is drawn whole, what it only may be is shaded.

Examples:
  itkommun profile Järfälla --format table
  itkommun profile Falkenberg Täby --year 2009 --output profile.svg",
    },
    Other {
        name: "chart",
        about: "Rows of a table as bars, or the timeline of the award",
        after: "--x names the columns that label the bars; without --y a bar is how many rows have that
label, most first, with --y it is the number in that column, in the order of --sort.

Examples:
  itkommun chart nominees --x county --output counties.svg
  itkommun chart metrics --indicator e_services --x municipality,year --y value
  itkommun chart timeline --format markdown
The filters of a table: `itkommun chart <TABLE> --help`",
    },
    Other {
        name: "sql",
        about: "A SELECT over all tables, answered by SQLite",
        after: "Tables have the columns that `itkommun schema <TABLE>` lists. Lists are JSON arrays
(json_each takes them apart), missing values NULL. COLLATE sv sorts as Swedish does,
fold(text) makes of a text what filters compare.

Examples:
  itkommun sql \"SELECT name, count(*) FROM jurors GROUP BY name\"
  itkommun sql \"SELECT county FROM municipalities EXCEPT SELECT county FROM nominees\"
  itkommun sql \"SELECT value FROM nominees, json_each(joint_with)\"",
    },
    Other {
        name: "export",
        about: "The tables as a folder, an SQLite database or a workbook",
        after: "Examples:
  itkommun export --to register
  itkommun export --to register.sqlite
  itkommun export --to jury.xlsx jurors editions",
    },
    Other {
        name: "schema",
        about: "The tables, or the columns of one",
        after: "Examples:
  itkommun schema
  itkommun schema metrics --format markdown",
    },
    Other {
        name: "check",
        about: "What is wrong with a data package",
        after: "Each problem is a line file:line:column: message, or a row with --format; if
there is any, the exit status is 3.

Examples:
  itkommun check
  itkommun check --format json",
    },
    Other {
        name: "completions",
        about: "Completions for a shell",
        after: "Examples:
  itkommun completions bash > itkommun.bash",
    },
    Other {
        name: "man",
        about: "The manual page",
        after: "Examples:
  itkommun man > itkommun.1",
    },
];

/// Gives such a command its arguments; of `chart`'s tables those get their flags that are `wanted`.
pub fn with_arguments(package: &Package, other: &Other, command: Command, wanted: impl Fn(&str) -> bool) -> Command {
    let command = command.after_help(other.after);
    match other.name {
        "show" => of_sections(command.arg(several("NAME", "A name or code, or a year; several words are one name"))),
        "search" => {
            of_sections(command.arg(several("TEXT", "Words or parts of them, in any case, with or without å, ä, ö")))
        }
        "compare" => with_rows(compare(package, command).arg(options::EXIT_STATUS.arg())),
        "profile" => options::with_output(
            command
                .arg(several("NAME", "Municipalities, each by name or code, two words in quotes"))
                .arg(
                    Arg::new("YEAR")
                        .long("year")
                        .value_name("YEAR")
                        .help("The year; the latest with scores where none is given"),
                )
                .arg(output())
                .arg(options::EXIT_STATUS.arg()),
            options::FORMATS_OF_DRAWINGS,
        ),
        "chart" => chart(package, command, wanted),
        "sql" => with_rows(
            command
                .arg(
                    Arg::new("STATEMENT")
                        .required(true)
                        .allow_hyphen_values(true)
                        .help("A SELECT statement, or - for one on standard input"),
                )
                .arg(options::EXIT_STATUS.arg()),
        ),
        "export" => export(command),
        "schema" => with_rows(command.arg(Arg::new("TABLE").help("A table; all of them where none is named"))),
        "check" => options::with_output(
            command.arg(
                Arg::new("FOLDER")
                    .value_parser(value_parser!(PathBuf))
                    .help("A folder with a datapackage.json; the bundled package where none is named"),
            ),
            "table, tsv, csv, json, jsonl or markdown; by default a line a problem",
        ),
        "completions" => command
            .arg(Arg::new("SHELL").required(true).value_parser(value_parser!(Shell)).help("The shell to complete in")),
        _ => command,
    }
}

fn with_rows(command: Command) -> Command {
    options::with_output(command, options::FORMATS)
}

fn of_sections(command: Command) -> Command {
    with_rows(command.arg(options::CITE.arg()).arg(options::EXIT_STATUS.arg()))
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
    let command = command
        .arg(several(
            "NAME",
            "Municipalities, each by name or code, two words in quotes; one alone is compared with the mean",
        ))
        .arg(
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
    let title =
        package.tables().iter().find_map(|table| table.timeline.as_ref()).map_or("", |timeline| &timeline.title);
    let timeline = Command::new("timeline").about(title.to_owned()).arg(output());
    let command = command
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("TABLE")
        .subcommand_help_heading("Tables")
        .override_usage("itkommun chart <TABLE> --x <COLUMNS> [--y <COLUMN>] [--<COLUMN> <VALUE>]... [OPTIONS]")
        .subcommand(options::with_output(timeline, options::FORMATS_OF_DRAWINGS));
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
    let command = command.args(rows.map(Flag::arg)).arg(options::EXIT_STATUS.arg()).arg(output());
    options::with_output(command, options::FORMATS_OF_DRAWINGS)
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
