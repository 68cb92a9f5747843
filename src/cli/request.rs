//! From what was typed to what is meant.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::ArgMatches;
use clap_complete::Shell;

use super::options;
use crate::cli::commands::{
    Answer, Chart, Command, Drawn, Request, bibliography_columns, compared, drawable, is_drawable,
};
use crate::exit::{did_you_mean, quoted, usage};
use crate::output::{Format, Style};
use crate::package::{Column, Package, Table};
use crate::query::Filter;

/// What is meant by a subcommand and its matches.
pub fn read<'p>(package: &'p Package, name: &str, matches: &ArgMatches) -> Result<Request<'p>> {
    let command = match name {
        "show" => {
            let style = options::general_style(matches)?;
            Command::Show { name: words(matches, "NAME").join(" "), style, cite: options::cite(matches, style.format)? }
        }
        "search" => {
            let style = options::general_style(matches)?;
            Command::Search { words: words(matches, "TEXT"), style, cite: options::cite(matches, style.format)? }
        }
        "compare" => {
            let (table, comparison) = compared(package)?;
            Command::Compare {
                names: words(matches, "NAME"),
                filters: filters(package, table, matches, |column| comparison.by.contains(&column.field.name))?,
                differing: matches.get_flag("DIFFERING"),
                style: options::general_style(matches)?,
            }
        }
        "profile" => Command::Profile {
            names: words(matches, "NAME"),
            year: matches.get_one::<String>("YEAR").map(|year| options::year(year)).transpose()?,
            drawn: drawn(matches)?,
        },
        "chart" => return chart(package, matches),
        #[cfg(not(feature = "sql"))]
        "sql" => return Err(crate::cli::commands::without("sql")),
        #[cfg(feature = "sql")]
        "sql" => Command::Sql {
            statement: matches.get_one::<String>("STATEMENT").cloned().unwrap_or_default(),
            style: options::general_style(matches)?,
        },
        "export" => export(package, matches)?,
        "schema" => {
            let named = matches.get_one::<String>("TABLE").map(|name| table(package, name)).transpose()?;
            Command::Schema { table: named, style: options::general_style(matches)? }
        }
        "check" => {
            let style = options::general_style(matches)?;
            let typed = matches.contains_id("FORMAT");
            let folder = matches.get_one("FOLDER").cloned();
            Command::Check { folder, terminal: style.terminal, style: typed.then_some(style) }
        }
        "completions" => {
            let shell = matches.get_one::<Shell>("SHELL").copied().ok_or_else(|| anyhow!("no shell"))?;
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut super::command(package, |_| true), "itkommun", &mut text);
            Command::Text(String::from_utf8(text)?)
        }
        "man" => {
            let mut text = Vec::new();
            clap_mangen::Man::new(super::command(package, |_| true)).render(&mut text)?;
            Command::Text(String::from_utf8(text)?)
        }
        _ => rows(package, table(package, name)?, matches)?,
    };
    Ok(Request { command, empty_is_failure: options::empty_is_failure(matches) })
}

fn words(matches: &ArgMatches, id: &str) -> Vec<String> {
    matches.get_many::<String>(id).unwrap_or_default().cloned().collect()
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

fn rows<'p>(package: &'p Package, table: &'p Table, matches: &ArgMatches) -> Result<Command<'p>> {
    let style = options::style(matches, package.columns(table).count())?;
    let cite = options::cite(matches, style.format)?;
    let asked = match options::columns(package, table, matches)? {
        columns if style.format.is_bibliography() => Some(of_bibliography(package, table, style, columns.is_some())?),
        columns => columns,
    };
    let answer = answer(package, table, asked, style.format, cite, matches)?;
    if style.format == Format::Svg {
        return Err(usage("--format: svg is for drawings; see `itkommun chart` and `itkommun profile`".to_owned()));
    }
    if let Some(by) = options::count_by(package, table, matches)? {
        if style.format.is_bibliography() {
            return Err(usage(format!("--count-by: {} holds sources and nothing else", style.format.name())));
        }
        return Ok(Command::CountBy { answer, by, style: Style { columns_in_all: 0, ..style } });
    }
    Ok(if matches.get_flag("COUNT") { Command::Count { answer } } else { Command::Table { answer, style, cite } })
}

/// The rows of a table that the filters take, in the order and number asked for.
fn answer<'p>(
    package: &'p Package,
    table: &'p Table,
    columns: Option<Vec<Column<'p>>>,
    format: Format,
    cite: bool,
    matches: &ArgMatches,
) -> Result<Answer<'p>> {
    let mut answer = Answer::new(package, table, columns, format, cite)?;
    answer.query.filters = filters(package, table, matches, |_| true)?;
    answer.query.sort = options::sort(package, table, matches)?;
    answer.query.limit = options::limit(matches)?;
    Ok(answer)
}

/// What was typed for those columns of a table that are flags of the command.
fn filters(
    package: &Package,
    table: &Table,
    matches: &ArgMatches,
    is_flag: impl Fn(&Column) -> bool,
) -> Result<Vec<Filter>> {
    let possibly = matches.try_get_one::<bool>("POSSIBLY").ok().flatten().is_some_and(|possibly| *possibly);
    let mut filters = Vec::new();
    for column in package.columns(table).filter(is_flag) {
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

fn chart<'p>(package: &'p Package, matches: &ArgMatches) -> Result<Request<'p>> {
    let (name, matches) = matches.subcommand().ok_or_else(|| anyhow!("no chart"))?;
    let drawn = drawn(matches)?;
    if name == "timeline" {
        return Ok(Request { command: Command::Timeline { drawn }, empty_is_failure: false });
    }
    let table = table(package, name)?;
    let labels = options::named(package, table, "x", matches.get_one::<String>("X"))?.unwrap_or_default();
    let y = options::named(package, table, "y", matches.get_one::<String>("Y"))?;
    let y = match y.as_deref() {
        None => None,
        Some([y]) if is_drawable(y) => Some(*y),
        Some([y, ..]) => {
            let can = drawable(package, table);
            let can = if can.is_empty() {
                "it has none".to_owned()
            } else {
                format!("of {name} those are {}", can.join(", "))
            };
            return Err(usage(format!(
                "--y: {} is not a number; a chart draws one column of numbers: {can}",
                y.field.name
            )));
        }
        Some([]) => return Err(usage("--y: a chart draws one column".to_owned())),
    };
    if let Some(y) = y.filter(|y| labels.iter().any(|label| label.field.name == y.field.name)) {
        return Err(usage(format!("--y: {} labels the bars already, by --x", y.field.name)));
    }
    let columns = labels.iter().copied().chain(y).collect();
    let answer = answer(package, table, Some(columns), drawn.style.format, false, matches)?;
    if y.is_none() && !answer.query.sort.is_empty() {
        return Err(usage("--sort: without --y bars are how many rows there are, most first".to_owned()));
    }
    Ok(Request {
        command: Command::Chart { chart: Chart { answer, labels, y }, drawn },
        empty_is_failure: options::empty_is_failure(matches),
    })
}

/// How a drawing is to be written: as SVG where it goes to a file.
fn drawn(matches: &ArgMatches) -> Result<Drawn> {
    let file = matches.get_one::<PathBuf>("OUTPUT").cloned();
    let mut style = options::style(matches, 0)?;
    if style.format.is_bibliography() {
        return Err(usage(format!("--format: {} holds sources and nothing else", style.format.name())));
    }
    if file.is_some() && !matches.contains_id("FORMAT") {
        style.format = Format::Svg;
    }
    if file.is_some() && style.format != Format::Svg {
        return Err(usage(format!("--output: a file is for --format svg; redirect {} with >", style.format.name())));
    }
    let is_svg = |file: &PathBuf| file.extension().is_none_or(|extension| extension.eq_ignore_ascii_case("svg"));
    if let Some(file) = file.as_ref().filter(|file| !is_svg(file)) {
        return Err(usage(format!("--output: drawings are SVG; {} says otherwise", quoted(&file.to_string_lossy()))));
    }
    Ok(Drawn { style, file })
}

fn export<'p>(package: &'p Package, matches: &ArgMatches) -> Result<Command<'p>> {
    let named = words(matches, "TABLE");
    let named = named.iter().map(|name| table(package, name)).collect::<Result<Vec<_>>>()?;
    let is_meant = |table: &&Table| named.is_empty() || named.iter().any(|named| named.name == table.name);
    Ok(Command::Export {
        tables: package.tables().iter().filter(is_meant).collect(),
        path: matches.get_one::<PathBuf>("TO").cloned().unwrap_or_default(),
        force: matches.get_flag("FORCE"),
    })
}
