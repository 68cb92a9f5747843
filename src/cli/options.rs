//! The flags that every table shares, and the reading of their values.

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::exit::{did_you_mean, quoted, usage};
use crate::output::{Color, Format, Style, Terminal};
use crate::package::{Column, Package, Table};
use crate::query::Sort;

/// A flag that is not a filter. Its id is upper case, so that no column's name is ever in its way.
pub struct Flag {
    id: &'static str,
    long: &'static str,
    short: Option<char>,
    /// The name of its value, if it takes one.
    value: Option<&'static str>,
    help: &'static str,
}

/// The flags that say which rows and columns are wanted.
pub const OF_ROWS: [Flag; 5] = [
    Flag {
        id: "COLUMNS",
        long: "columns",
        short: None,
        value: Some("NAMES"),
        help: "Columns to show, by comma, in that order; `all` for every one",
    },
    Flag {
        id: "SORT",
        long: "sort",
        short: None,
        value: Some("NAMES"),
        help: "Columns to sort by, by comma; a `-` before one puts the largest first",
    },
    Flag { id: "LIMIT", long: "limit", short: None, value: Some("N"), help: "At most this many rows" },
    Flag { id: "COUNT", long: "count", short: None, value: None, help: "Only the number of rows" },
    Flag {
        id: "COUNT_BY",
        long: "count-by",
        short: None,
        value: Some("NAMES"),
        help: "How many rows have each value of these columns, most first; each item of a list counts",
    },
];

/// The flag that tells an empty answer apart by the exit status.
pub const EXIT_STATUS: Flag = Flag {
    id: "EXIT_STATUS",
    long: "exit-status",
    short: Some('e'),
    value: None,
    help: "End with status 1 where there are no rows",
};

/// The flag that asks for the sources under the answer.
pub const CITE: Flag = Flag {
    id: "CITE",
    long: "cite",
    short: None,
    value: None,
    help: "Number each row's source, and list the sources under the answer (table, markdown, json)",
};

/// The flag of tables that have a quantity.
pub const POSSIBLY: Flag = Flag {
    id: "POSSIBLY",
    long: "possibly",
    short: None,
    value: None,
    help: "Also figures that may, but need not, lie within what was asked for",
};

/// The formats that rows can have, as help tells of them.
pub const FORMATS: &str = "table, tsv, csv, json, jsonl or markdown; by default table on a terminal, tsv elsewhere";
/// The same of a table of sources.
pub const FORMATS_OF_SOURCES: &str =
    "table, tsv, csv, json, jsonl, markdown, bibtex or csl-json; by default table on a terminal, tsv elsewhere";
/// The same of what can be drawn.
pub const FORMATS_OF_DRAWINGS: &str =
    "table (bars), tsv, csv, json, jsonl, markdown or svg; by default table on a terminal, tsv elsewhere";

/// Gives a command the flags that say how the answer is written, and in which formats.
pub fn with_output(command: Command, formats: &'static str) -> Command {
    command.args(OF_OUTPUT.iter().map(Flag::arg)).mut_arg("FORMAT", |flag| flag.help(formats))
}

/// The flags that say how the answer is written.
const OF_OUTPUT: [Flag; 3] = [
    Flag { id: "FORMAT", long: "format", short: None, value: Some("FORMAT"), help: FORMATS },
    Flag { id: "NO_HEADER", long: "no-header", short: None, value: None, help: "No line of column names" },
    Flag { id: "COLOR", long: "color", short: None, value: Some("WHEN"), help: "auto, always or never" },
];

impl Flag {
    /// What is typed, less the dashes.
    pub fn long(&self) -> &'static str {
        self.long
    }

    /// The flag as clap knows it.
    pub fn arg(&self) -> Arg {
        let arg = Arg::new(self.id).long(self.long).help(self.help).help_heading("Output");
        let arg = if let Some(short) = self.short { arg.short(short) } else { arg };
        match self.value {
            // `-year` after `--sort` is a column, and `-1` after `--limit` deserves its own error.
            Some(value) => arg.value_name(value).action(ArgAction::Set).allow_hyphen_values(true),
            None => arg.action(ArgAction::SetTrue),
        }
    }
}

/// Whether a table has figures.
pub fn has_quantity(table: &Table) -> bool {
    table.schema().fields.iter().any(|field| field.quantity.is_some())
}

/// How the answer is to be written, given how many columns there are to choose from.
pub fn style(matches: &ArgMatches, columns_in_all: usize) -> Result<Style> {
    let color = one_of(matches, "COLOR", "color", &Color::ALL)?.unwrap_or(Color::Auto);
    let terminal = Terminal::of_stdout(color);
    let usual = if terminal.shown { Format::Table } else { Format::Tsv };
    let format = one_of(matches, "FORMAT", "format", &Format::ALL)?.unwrap_or(usual);
    Ok(Style { format, header: !matches.get_flag("NO_HEADER"), footer: true, terminal, columns_in_all })
}

/// Whether sources are to be cited: only where the format has a place for the list of them.
pub fn cite(matches: &ArgMatches, format: Format) -> Result<bool> {
    let cite = matches.get_flag("CITE");
    if cite && !matches!(format, Format::Table | Format::Markdown | Format::Json) {
        return Err(usage(format!(
            "--cite: {} has no place for a list of sources; add --format table, markdown or json",
            format.name()
        )));
    }
    Ok(cite)
}

/// A style in which any answer can be written, not only one of sources.
pub fn general_style(matches: &ArgMatches) -> Result<Style> {
    let style = style(matches, 0)?;
    match style.format {
        Format::Svg => {
            Err(usage("--format: svg is for drawings; see `itkommun chart` and `itkommun profile`".to_owned()))
        }
        format if format.is_bibliography() => {
            Err(usage(format!("--format: {} holds sources and nothing else", format.name())))
        }
        _ => Ok(style),
    }
}

fn one_of<T: Copy>(matches: &ArgMatches, id: &str, flag: &str, allowed: &[(&str, T)]) -> Result<Option<T>> {
    let Some(typed) = matches.get_one::<String>(id) else { return Ok(None) };
    let chosen = allowed.iter().find(|(name, _)| name == typed).map(|&(_, value)| value);
    let names = || allowed.iter().map(|&(name, _)| name);
    chosen.map(Some).ok_or_else(|| {
        let hint = did_you_mean(typed, names());
        usage(format!("--{flag}: {} is not one of {}{hint}", quoted(typed), names().collect::<Vec<_>>().join(", ")))
    })
}

/// The value of `--limit`.
pub fn limit(matches: &ArgMatches) -> Result<Option<usize>> {
    let Some(typed) = matches.get_one::<String>("LIMIT") else { return Ok(None) };
    typed.parse().map(Some).map_err(|_| usage(format!("--limit: {} is not a whole number from 0 up", quoted(typed))))
}

/// The columns that `--columns` names, each once; nothing where it was not given.
pub fn columns<'p>(package: &'p Package, table: &'p Table, matches: &ArgMatches) -> Result<Option<Vec<Column<'p>>>> {
    let Some(typed) = matches.get_one::<String>("COLUMNS") else { return Ok(None) };
    if typed == "all" {
        return Ok(Some(package.columns(table).collect()));
    }
    named_columns(package, table, "columns", typed).map(Some)
}

/// The columns that `--count-by` names; nothing where it was not given.
pub fn count_by<'p>(package: &'p Package, table: &'p Table, matches: &ArgMatches) -> Result<Option<Vec<Column<'p>>>> {
    named(package, table, "count-by", matches.get_one::<String>("COUNT_BY"))
}

/// The columns that the value of a flag names; nothing where it was not given.
pub fn named<'p>(
    package: &'p Package,
    table: &'p Table,
    flag: &str,
    typed: Option<&String>,
) -> Result<Option<Vec<Column<'p>>>> {
    typed.map(|typed| named_columns(package, table, flag, typed)).transpose()
}

/// A year that was typed, as data writes years.
pub fn year(typed: &str) -> Result<String> {
    let typed = typed.trim();
    if typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(typed.to_owned());
    }
    Err(usage(format!("--year: {} is not a year of four digits", quoted(typed))))
}

/// Whether an answer without rows is told apart by the exit status, where the command has the flag.
pub fn empty_is_failure(matches: &ArgMatches) -> bool {
    matches.try_get_one::<bool>("EXIT_STATUS").ok().flatten().is_some_and(|set| *set)
}

fn named_columns<'p>(package: &'p Package, table: &'p Table, flag: &str, typed: &str) -> Result<Vec<Column<'p>>> {
    let names: Vec<String> = typed.split(',').map(|name| name.trim().replace('-', "_")).collect();
    if let Some((_, name)) = names.iter().enumerate().find(|&(index, name)| names[..index].contains(name)) {
        return Err(usage(format!("--{flag}: {} is named twice; a column stands once in an answer", quoted(name))));
    }
    names.iter().map(|name| column(package, table, flag, name)).collect()
}

/// What `--sort` orders by.
pub fn sort<'p>(package: &'p Package, table: &'p Table, matches: &ArgMatches) -> Result<Vec<Sort<'p>>> {
    let typed = matches.get_one::<String>("SORT");
    let keys = typed.into_iter().flat_map(|typed| typed.split(','));
    keys.map(|key| {
        let (name, descending) = key.trim().strip_prefix('-').map_or((key.trim(), false), |name| (name, true));
        Ok(Sort { column: column(package, table, "sort", name)?, descending })
    })
    .collect()
}

fn column<'p>(package: &'p Package, table: &'p Table, flag: &str, name: &str) -> Result<Column<'p>> {
    let wanted = name.replace('-', "_");
    package.columns(table).find(|column| column.field.name == wanted).ok_or_else(|| {
        let names = || package.columns(table).map(|column| column.field.name.as_str());
        let hint = did_you_mean(name, names());
        let all = names().collect::<Vec<_>>().join(", ");
        usage(format!("--{flag}: {} has no column {}{hint}\nits columns are {all}", table.name, quoted(name)))
    })
}
