//! From what was typed to what is meant.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

use super::options;
use crate::commands::{Answer, Request, bibliography_columns};
use crate::exit::{did_you_mean, quoted, usage};
use crate::output::Style;
use crate::package::{Column, Package, Table};
use crate::query::Filter;

/// The commands that are not tables.
pub const OTHERS: [(&str, &str); 8] = [
    ("show", "Everything about a municipality, a person, an organisation or a year"),
    ("search", "Rows of any table that contain all the words"),
    ("sql", "A SELECT over all tables, answered by SQLite"),
    ("export", "The tables as a folder, an SQLite database or a workbook"),
    ("schema", "The tables, or the columns of one"),
    ("check", "What is wrong with a data package"),
    ("completions", "Completions for a shell"),
    ("man", "The manual page"),
];

/// Gives such a command its arguments.
pub fn with_arguments(name: &str, command: Command) -> Command {
    let with_output = |command: Command| command.args(options::OF_OUTPUT.iter().map(options::Flag::arg));
    let of_sections = |command: Command| with_output(command.arg(options::CITE.arg()).arg(options::EXIT_STATUS.arg()));
    match name {
        "show" => of_sections(command.arg(several("NAME").help("A name or code, as in a filter, or a year"))),
        "search" => of_sections(
            command.arg(several("TEXT").help("Words or parts of them, in any case, with or without å, ä, ö")),
        ),
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
        "export" => command
            .arg(
                Arg::new("TO")
                    .long("to")
                    .value_name("PATH")
                    .required(true)
                    .value_parser(clap::value_parser!(PathBuf))
                    .help("FILE.sqlite, FILE.xlsx, or a folder for CSV files and their datapackage.json"),
            )
            .arg(Arg::new("FORCE").long("force").action(clap::ArgAction::SetTrue).help("Replace what is there"))
            .arg(Arg::new("TABLE").num_args(0..).help("Tables; all of them where none is named")),
        "schema" => with_output(command.arg(Arg::new("TABLE").help("A table; all of them where none is named"))),
        "check" => with_output(
            command.arg(
                Arg::new("FOLDER")
                    .value_parser(clap::value_parser!(PathBuf))
                    .help("A folder with a datapackage.json; the bundled package where none is named"),
            ),
        ),
        "completions" => command.arg(
            Arg::new("SHELL").required(true).value_parser(clap::value_parser!(Shell)).help("The shell to complete in"),
        ),
        _ => command,
    }
}

/// An argument of one word or more.
fn several(name: &'static str) -> Arg {
    Arg::new(name).required(true).num_args(1..)
}

/// What is meant by a subcommand and its matches.
pub fn read<'p>(package: &'p Package, name: &str, matches: &ArgMatches) -> Result<Request<'p>> {
    match name {
        "show" | "search" => {
            let style = options::general_style(matches)?;
            let cite = options::cite(matches, style.format)?;
            let empty_is_failure = matches.get_flag("EXIT_STATUS");
            let words = |id| matches.get_many::<String>(id).unwrap_or_default().cloned().collect::<Vec<_>>();
            Ok(if name == "show" {
                Request::Show { name: words("NAME").join(" "), style, cite, empty_is_failure }
            } else {
                Request::Search { words: words("TEXT"), style, cite, empty_is_failure }
            })
        }
        "sql" => Ok(Request::Sql {
            statement: matches.get_one::<String>("STATEMENT").cloned().unwrap_or_default(),
            style: options::general_style(matches)?,
            empty_is_failure: matches.get_flag("EXIT_STATUS"),
        }),
        "export" => {
            let named = matches.get_many::<String>("TABLE").unwrap_or_default();
            let named = named.map(|name| table(package, name)).collect::<Result<Vec<_>>>()?;
            let is_meant = |table: &&Table| named.is_empty() || named.iter().any(|named| named.name == table.name);
            Ok(Request::Export {
                tables: package.tables().iter().filter(is_meant).collect(),
                path: matches.get_one::<PathBuf>("TO").cloned().unwrap_or_default(),
                force: matches.get_flag("FORCE"),
            })
        }
        "check" => {
            let style = options::general_style(matches)?;
            let typed = matches.contains_id("FORMAT");
            Ok(Request::Check {
                folder: matches.get_one("FOLDER").cloned(),
                terminal: style.terminal,
                style: typed.then_some(style),
            })
        }
        "schema" => {
            let named = matches.get_one::<String>("TABLE").map(|name| table(package, name)).transpose()?;
            Ok(Request::Schema { table: named, style: options::general_style(matches)? })
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
    let filters = filters(package, table, matches)?;
    let style = options::style(matches, package.columns(table).count())?;
    let cite = options::cite(matches, style.format)?;
    let asked = match options::columns(package, table, matches)? {
        columns if style.format.is_bibliography() => Some(of_bibliography(package, table, style, columns.is_some())?),
        columns => columns,
    };
    let mut answer = Answer::new(package, table, asked, style.format, cite)?;
    answer.query.filters = filters;
    answer.query.sort = options::sort(package, table, matches)?;
    answer.query.limit = options::limit(matches)?;
    let empty_is_failure = matches.get_flag("EXIT_STATUS");
    if let Some(by) = options::count_by(package, table, matches)? {
        if style.format.is_bibliography() {
            return Err(usage(format!("--count-by: {} holds sources and nothing else", style.format.name())));
        }
        let style = Style { columns_in_all: 0, ..style };
        return Ok(Request::CountBy { answer, by, style, empty_is_failure });
    }
    Ok(if matches.get_flag("COUNT") {
        Request::Count { answer, empty_is_failure }
    } else {
        Request::Table { answer, style, cite, empty_is_failure }
    })
}

fn filters(package: &Package, table: &Table, matches: &ArgMatches) -> Result<Vec<Filter>> {
    let possibly = options::has_quantity(table) && matches.get_flag("POSSIBLY");
    let mut filters = Vec::new();
    for column in package.columns(table) {
        if let Some(typed) = matches.get_many::<String>(&column.field.name) {
            let typed: Vec<String> = typed.cloned().collect();
            filters.push(Filter::parse(package, table, column, &typed, possibly)?);
        }
    }
    Ok(filters)
}

/// The columns of a bibliography; an error where the table holds no sources, or columns were asked for.
fn of_bibliography<'p>(package: &Package, table: &'p Table, style: Style, asked: bool) -> Result<Vec<Column<'p>>> {
    let format = style.format.name();
    let Some(columns) = bibliography_columns(table) else {
        let tables = package.tables().iter().filter(|table| bibliography_columns(table).is_some());
        let names = tables.map(|table| table.name.as_str()).collect::<Vec<_>>().join(", ");
        return Err(usage(format!("--format: {format} holds sources; it is for the table {names}")));
    };
    if asked {
        return Err(usage(format!("--columns: {format} has fields of its own")));
    }
    Ok(columns)
}
