//! The words of the help that are made from the package's description.

use std::fmt::Write as _;

use clap::Command;

use super::others::{OTHERS, Other};
use crate::package::{Column, FieldType, Package, Place, Table};

/// One screen: what this is, the tables with a line each, three examples; `--help` tells of the other commands, too.
pub fn arrange(command: Command) -> Command {
    let names: Vec<&str> = OTHERS.iter().map(|other| other.name).collect();
    let width = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let others = OTHERS
        .iter()
        .fold(String::new(), |lines, Other { name, about, .. }| format!("{lines}  {name:width$}  {about}\n"));
    command
        .help_template("{about}\n\n{usage-heading} {usage}\n\nTables:\n{subcommands}{after-help}")
        .after_help(format!("Other commands: {}\n\n{EXAMPLES}", names.join(", ")))
        .after_long_help(format!("Other commands:\n{others}\n{EXAMPLES}\n`itkommun --version` tells the version."))
}

const EXAMPLES: &str = "Examples:
  itkommun winners --county Skåne
  itkommun nominees --year 2009 --format json
  itkommun jurors --name dahlbom --columns year,title
Each column of a table is a filter, too: `itkommun <TABLE> --help`";

/// What stands for the value of a filter in the help.
pub fn value_name(package: &Package, table: &Table, column: Column) -> &'static str {
    let field = column.field;
    match field.field_type {
        FieldType::Integer | FieldType::Number => "NUMBER",
        FieldType::Year => "YEAR",
        FieldType::Date => "DATE",
        FieldType::Boolean => "BOOL",
        FieldType::String | FieldType::List if !field.constraints.allowed.is_empty() => "CHOICE",
        FieldType::String | FieldType::List if named_table(package, table, column).is_some() => "NAME",
        FieldType::String | FieldType::List => "TEXT",
    }
}

/// What a column means, and where it is found if that is another table.
pub fn of_column(package: &Package, table: &Table, column: Column) -> String {
    let mut text = column.field.description.clone();
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

/// What the values of filters may be.
pub fn of_values(table: &Table) -> String {
    format!(
        "Values:
  NUMBER, YEAR, DATE  2009 · 2009,2013 · 2009..2013 · 2009.. · ..2013
  CHOICE              one of the set, or several by comma
  NAME                a name or code, in any case, with or without å, ä, ö, kommun or a genitive s
  TEXT                a part of the text, in any case, with or without å, ä, ö
A flag given twice means or; different flags mean and. `_` in a flag may be typed `-`.

More: `itkommun schema {}`",
        table.name
    )
}

/// The table whose rows a filter names, if it is such a filter: a key of numbers is asked for by number.
fn named_table<'p>(package: &'p Package, table: &'p Table, column: Column) -> Option<&'p Table> {
    let asked_by_name = matches!(column.place, Place::Own(_)) && !column.field.field_type.is_numeric();
    if asked_by_name { package.key(table, column.field).map(|key| key.table) } else { None }
}
