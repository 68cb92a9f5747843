//! The words of the help, and of the manual where it says the same: many are made from the package's description.

mod examples;
mod page;

use std::fmt::Write as _;

use clap::Command;

pub(super) use page::{FILTERS, Page, spelled, width};

use super::commands::{COMMANDS, Command as Described};
use crate::package::{Column, FieldType, Package, Place, Table};
use crate::text::escape_control;

/// What is typed for a table.
pub(super) const USAGE: &str = "itkommun <TABLE> [--<COLUMN> <VALUE>]... [OPTIONS]";

/// The program's licence; the data's is the package's.
pub(super) const LICENCE: &str = "MIT or Apache-2.0, at your choice";

/// What the program reads of its environment.
pub(super) const ENVIRONMENT: [(&str, &str); 8] = [
    ("ITKOMMUN_PAGER", "the pager for what is longer than the screen, with its flags; empty or `cat` for none"),
    ("PAGER", "the same, where `ITKOMMUN_PAGER` is not set; where neither is, the pager is `less`"),
    ("NO_COLOR", "no colour, where it is set and not empty; `--color` comes before it"),
    ("CLICOLOR_FORCE", "colour in pipes and files, too, where it is neither empty nor `0`; `NO_COLOR` comes before it"),
    ("COLUMNS", "how many columns tables and help are fitted to, in pipes and files, too"),
    ("TERM", "the kind of terminal: `dumb` takes no pager, and no colour unless that is forced"),
    ("LESS", "the flags of `less`; where it is not set, they are `FRX`"),
    ("LESSCHARSET", "what `less` takes text for; where it is not set, UTF-8"),
];

/// The features that this build may have, and whether it has them.
const FEATURES: [(&str, bool); 2] = [("sql", cfg!(feature = "sql")), ("xlsx", cfg!(feature = "xlsx"))];

/// The top of the command line, without tables and commands.
pub(super) fn top(package: &Package) -> Command {
    let features: Vec<&str> = FEATURES.iter().filter(|(_, is_built)| *is_built).map(|(name, _)| *name).collect();
    let features = if features.is_empty() { "none".to_owned() } else { features.join(", ") };
    let version = version(package);
    Command::new("itkommun")
        .long_version(format!("{version}\nfeatures: {features}"))
        .version(version)
        .about(package.title().to_owned())
        .long_about(package.description().to_owned())
        .override_usage(USAGE)
        .max_term_width(100)
        .disable_help_subcommand(true)
        .infer_long_args(false)
}

/// The version of the program, and that of the data with its date.
fn version(package: &Package) -> String {
    let program = env!("CARGO_PKG_VERSION");
    let of_data = [package.version(), package.date()].into_iter().filter(|part| !part.is_empty());
    let of_data = of_data.collect::<Vec<_>>().join(", ");
    if of_data.is_empty() { program.to_owned() } else { format!("{program} (data {})", escape_control(&of_data)) }
}

/// One screen: what this is, the tables with a line each, three examples; `--help` tells of the other commands, too.
pub(super) fn arranged(package: &Package) -> Command {
    let names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    let width = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let commands = COMMANDS
        .iter()
        .fold(String::new(), |lines, Described { name, about, .. }| format!("{lines}  {name:width$}  {about}\n"));
    let tables = package.tables().iter();
    let tables = tables.map(|table| Command::new(table.name.clone()).about(table.summary().to_owned()));
    let examples =
        format!("{}Each column of a table is a filter, too: `itkommun <TABLE> --help`", examples(package, "", &[]));
    top(package)
        .subcommands(tables)
        .help_template("{about}\n{usage-heading} {usage}\nTables:\n{subcommands}{after-help}")
        .after_help(format!("Other commands: {}\n{examples}", names.join(", ")))
        .after_long_help(format!(
            "Other commands:\n{commands}\n{examples}\n`itkommun --version` tells the versions of program and data."
        ))
}

/// What the help of a command ends with: how it is used.
pub(super) fn of_command(package: &Package, command: &Described) -> String {
    let examples = examples(package, command.name, command.examples);
    let between = if command.notes.is_empty() || examples.is_empty() { "" } else { "\n\n" };
    format!("{}{between}{}", command.notes, examples.trim_end())
}

/// The examples of a command, its own and the package's, under their heading.
fn examples(package: &Package, command: &str, own: &[&str]) -> String {
    let of_package = package.examples(command).iter().map(String::as_str);
    let lines = own
        .iter()
        .copied()
        .chain(of_package)
        .fold(String::new(), |lines, example| format!("{lines}  itkommun {example}\n"));
    if lines.is_empty() { lines } else { format!("Examples:\n{lines}") }
}

/// What a text says first: up to a colon, a semicolon or the full stop.
pub(super) fn summary(text: &str) -> &str {
    text.split([':', ';']).next().unwrap_or_default().split(". ").next().unwrap_or_default().trim_end_matches('.')
}

/// What stands for the value of a filter in the help.
pub(super) fn value_name(package: &Package, table: &Table, column: Column) -> &'static str {
    let field = column.field;
    match field.field_type {
        FieldType::Integer | FieldType::Number => "NUMBER",
        FieldType::Year => "YEAR",
        FieldType::String if field.dates => "DATE",
        FieldType::Boolean => BOOL,
        FieldType::Date => "DATE",
        FieldType::String | FieldType::List if !field.constraints.allowed.is_empty() => "CHOICE",
        FieldType::String | FieldType::List if named_table(package, table, column).is_some() => "NAME",
        FieldType::String | FieldType::List => "TEXT",
    }
}

/// What a column means, and where it is found if that is another table.
pub(super) fn of_column(package: &Package, table: &Table, column: Column) -> String {
    let mut text = column.field.description().to_owned();
    match column.place {
        Place::Joined { key, .. } => {
            let _ = write!(text, " [through {}]", key.field.name);
        }
        Place::Own(_) => {
            if let Some(named) = named_table(package, table, column) {
                let _ = write!(text, " [a row of {}]", named.name);
            } else if !column.field.constraints.allowed.is_empty() {
                let _ = write!(text, " [{}]", column.field.constraints.allowed.join(", "));
            }
        }
    }
    text
}

/// The flags that leave rows out, which are not listed.
pub(super) const OF_EXCLUSION: &str = "`--not-<COLUMN> VALUE` takes all rows but those that `--<COLUMN> VALUE` takes.";

/// How several flags go together.
pub(super) const OF_SEVERAL: &str =
    "A flag given twice means or; different flags mean and. `_` in a flag may be typed `-`.";

/// What the values of filters may be, by what stands for them in the help.
pub(super) const VALUES: [(&str, &str); 5] = [
    ("NUMBER, YEAR, DATE", "2009 · 2009,2013 · 2009..2013 · ..2013 · '>=2009' · latest"),
    ("CHOICE", "one of the set, or several by comma"),
    ("NAME", "a name or code, in any case, with or without å, ä, ö or a genitive s"),
    ("TEXT", "a part of the text, in any case, with or without å, ä, ö"),
    (BOOL, "true or false; where neither is typed, true"),
];

/// What stands for the value of a column that is true or false.
const BOOL: &str = "BOOL";

/// What the values of a table's filters may be.
pub(super) fn of_values(package: &Package, table: &Table) -> String {
    let has = |wanted: FieldType| package.columns(table).any(|column| column.field.field_type == wanted);
    let mut text = "Values:\n".to_owned();
    for (name, accepted) in VALUES.iter().filter(|(name, _)| *name != BOOL || has(FieldType::Boolean)) {
        let _ = writeln!(text, "  {name:18}  {accepted}");
        if name.starts_with("NUMBER") && has(FieldType::Number) {
            let _ = writeln!(text, "{:22}decimals have a point, 3.5, and no comma parts them", "");
        }
    }
    let _ = write!(text, "{OF_SEVERAL}\n{OF_EXCLUSION}\n\nMore: `itkommun schema {}`", table.name);
    text
}

/// The table whose rows a filter names, if it is such a filter: a key of numbers is asked for by number.
fn named_table<'p>(package: &'p Package, table: &'p Table, column: Column) -> Option<&'p Table> {
    let asked_by_name = matches!(column.place, Place::Own(_)) && !column.field.field_type.is_numeric();
    if asked_by_name { package.key(table, column.field).map(|key| key.table) } else { None }
}
