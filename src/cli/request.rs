//! From what was typed to what is meant.

use anyhow::{Result, anyhow};
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

use super::options;
use crate::commands::{Request, TableOutput};
use crate::exit::{did_you_mean, quoted, usage};
use crate::output::{Heading, Parts, Style};
use crate::package::{Column, Package, Place, Table};
use crate::query::{Filter, Query};

/// The commands that are not tables.
pub const OTHERS: [(&str, &str); 3] = [
    ("schema", "The tables, or the columns of one"),
    ("completions", "Completions for a shell"),
    ("man", "The manual page"),
];

/// Gives such a command its arguments.
pub fn with_arguments(name: &str, command: Command) -> Command {
    match name {
        "schema" => command
            .arg(Arg::new("TABLE").help("A table; all of them where none is named"))
            .args(options::OF_OUTPUT.iter().map(options::Flag::arg)),
        "completions" => command.arg(
            Arg::new("SHELL").required(true).value_parser(clap::value_parser!(Shell)).help("The shell to complete in"),
        ),
        _ => command,
    }
}

/// What is meant by a subcommand and its matches.
pub fn read<'p>(package: &'p Package, name: &str, matches: &ArgMatches) -> Result<Request<'p>> {
    match name {
        "schema" => {
            let named = matches.get_one::<String>("TABLE").map(|name| table(package, name)).transpose()?;
            Ok(Request::Schema { table: named, style: options::style(matches, 0)? })
        }
        "completions" => {
            let shell = matches.get_one::<Shell>("SHELL").copied().ok_or_else(|| anyhow!("no shell"))?;
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut super::command(package, |_| true), "itkommun", &mut text);
            Ok(Request::Text(String::from_utf8(text)?))
        }
        "man" => {
            let mut text = Vec::new();
            clap_mangen::Man::new(super::command(package, |_| true)).render(&mut text)?;
            Ok(Request::Text(String::from_utf8(text)?))
        }
        _ => rows(package, table(package, name)?, matches),
    }
}

fn table<'p>(package: &'p Package, name: &str) -> Result<&'p Table> {
    package.table(name).ok_or_else(|| {
        let names = || package.tables().iter().map(|table| table.name.as_str());
        let hint = did_you_mean(name, names());
        usage(format!(
            "there is no table {}{hint}\nthe tables are {}",
            quoted(name),
            names().collect::<Vec<_>>().join(", ")
        ))
    })
}

fn rows<'p>(package: &'p Package, table: &'p Table, matches: &ArgMatches) -> Result<Request<'p>> {
    let possibly = table.schema().fields.iter().any(|field| field.quantity.is_some()) && matches.get_flag("POSSIBLY");
    let mut filters = Vec::new();
    let mut columns_in_all = 0;
    for column in package.columns(table) {
        columns_in_all += 1;
        if let Some(typed) = matches.get_many::<String>(&column.field.name) {
            let typed: Vec<String> = typed.cloned().collect();
            filters.push(Filter::parse(package, table, column, &typed, possibly)?);
        }
    }
    let style = options::style(matches, columns_in_all)?;
    let columns = match options::columns(package, table, matches)? {
        Some(columns) => columns,
        None if style.format.is_for_people() => options::columns_for_people(package, table)?,
        None => package.columns(table).filter(|column| matches!(column.place, Place::Own(_))).collect(),
    };
    let sort = options::sort(package, table, matches)?;
    let (columns, headings) = headings(table, columns, style);
    let query = Query { table, filters, columns, sort, limit: options::limit(matches)? };
    let output = if matches.get_flag("COUNT") { TableOutput::Count } else { TableOutput::Rows { style, headings } };
    Ok(Request::Table { query, output, empty_is_failure: matches.get_flag("EXIT_STATUS") })
}

/// The headings of an answer, and its columns with those added that the figures among them need.
///
/// People are shown a figure as one cell; for that its parts are fetched too, after the columns that are shown.
fn headings<'p>(table: &'p Table, mut columns: Vec<Column<'p>>, style: Style) -> (Vec<Column<'p>>, Vec<Heading>) {
    let mut headings: Vec<Heading> = columns.iter().map(Heading::from).collect();
    if style.format.is_for_people() {
        let mut fetch = |own: usize| {
            let stands = columns.iter().position(|column| matches!(column.place, Place::Own(index) if index == own));
            stands.unwrap_or_else(|| {
                columns.push(Column { field: &table.schema().fields[own], place: Place::Own(own) });
                columns.len() - 1
            })
        };
        for heading in &mut headings {
            let field = table.schema().fields.iter().find(|field| field.name == heading.name);
            heading.quantity = field.and_then(|field| table.quantity(field)).map(|quantity| Parts {
                upper: fetch(quantity.upper),
                qualifier: fetch(quantity.qualifier),
                unit: fetch(quantity.unit),
            });
        }
    }
    (columns, headings)
}
