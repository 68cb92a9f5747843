//! What is meant by the flags that many commands share, with nothing left open.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use clap::ArgMatches;

use super::pager::When;
use super::progress::Progress;
use super::{Asked, flags, output_file};
use crate::answer::{own_columns, own_columns_in_one_language};
use crate::error;
use crate::output::{Color, Format, Style, Terminal};
use crate::package::{Column, Package, Table};
use crate::query::{GroupSort, Sort};
use crate::words::words;

/// What a command has to answer with.
pub(super) struct Context<'a, 'p> {
    /// What is asked.
    pub package: &'p Package,
    /// What was typed for the command's own flags and arguments, or for its subcommand's.
    pub matches: &'a ArgMatches,
    /// The subcommand, if the command has some.
    pub subcommand: Option<&'a str>,
    /// How the answer is to be written.
    pub style: Style,
    /// Whether its format was typed, or is that of the file, and is not only the usual one.
    pub format_is_chosen: bool,
    /// Whether the sources are to be listed.
    pub cite: bool,
    /// The file that the answer goes to, if not standard output.
    pub file: Option<PathBuf>,
    /// When rows are read in a pager.
    pub pager: When,
    /// Whether a person sees what is told besides the answer.
    pub tells_person: bool,
    /// What shows how far the question is.
    pub progress: &'a Arc<Progress>,
}

impl<'a, 'p> Context<'a, 'p> {
    /// Reads the flags; an error where two of them do not go together.
    pub(super) fn new(
        package: &'p Package,
        asked: &'a Asked,
        progress: &'a Arc<Progress>,
        [out_is_terminal, tells_person]: [bool; 2],
    ) -> Result<Self> {
        let subcommand = asked.matches.subcommand();
        let matches = subcommand.map_or(&asked.matches, |(_, matches)| matches);
        let file: Option<PathBuf> = flags::one(matches, flags::OUTPUT).filter(|file| *file != Path::new("-")).cloned();
        let color = flags::one(matches, flags::COLOR).copied().unwrap_or(Color::Auto);
        let terminal = Terminal::of_stdout(color, out_is_terminal && file.is_none());
        let typed: Option<Format> = flags::format(matches)?;
        let formats = asked.subject.formats();
        let named = match (&file, typed) {
            (Some(file), _) => output_file::format(file, typed, formats)?,
            (None, typed) => typed,
        };
        let usual = if terminal.shown { Format::Table } else { Format::Tsv };
        let format = named.unwrap_or(usual);
        if let Some(feature) = format.lacks() {
            return Err(error::built_without(feature).into());
        }
        if format.is_binary() && terminal.shown {
            return Err(error::conflict("--format", &words().is_no_text(format.name())).into());
        }
        let header = !flags::is_set(matches, flags::NO_HEADER);
        let (footer, stays_table) = (true, named == Some(Format::Table));
        let style = Style { format, header, footer, stays_table, terminal, columns_in_all: 0, columns_besides: 0 };
        // A bibliography is the sources of rows, and nothing else of them; a page has them always.
        let cite = flags::is_set(matches, flags::CITE) || format.is_bibliography() || format.is_page();
        if !header && !format.has_header() {
            let name = format.name();
            let problem = if format.is_binary() { words().keeps_headings(name) } else { words().has_no_headings(name) };
            return Err(error::conflict("--no-header", &problem).into());
        }
        if cite && !format.has_citations() {
            return Err(error::conflict("--cite", &words().has_no_place_for_sources(format.name())).into());
        }
        let subcommand = subcommand.map(|(name, _)| name);
        let format_is_chosen = named.is_some();
        let pager = flags::one(matches, flags::PAGER).copied().unwrap_or(When::Auto);
        // A page that is handed on must say itself what is to be known of it.
        let tells_person = tells_person || format.is_page();
        Ok(Self { package, matches, subcommand, style, format_is_chosen, cite, file, pager, tells_person, progress })
    }

    /// Whether a drawing itself lists all its sources in full; a page lists them under it.
    pub(super) fn draws_sources(&self) -> bool {
        self.cite && !self.style.format.is_page()
    }

    /// Whether the answer, if it is rows, is read in a pager.
    pub(super) fn has_pager(&self) -> bool {
        self.pager == When::Auto && self.style.terminal.shown && self.style.format.is_fitted()
    }

    /// All of a table's own columns, as the format shows them.
    pub(super) fn all_columns<'t>(&self, table: &'t Table) -> Vec<Column<'t>> {
        let is_for_people = self.style.format.is_for_people();
        if is_for_people { own_columns_in_one_language(table) } else { own_columns(table).collect() }
    }

    /// The value of `--limit`.
    pub(super) fn limit(&self) -> Result<Option<usize>> {
        let Some(typed) = flags::one::<String>(self.matches, flags::LIMIT) else { return Ok(None) };
        let number = typed.parse().map_err(|_| error::bad_value("--limit", typed, words().is_no_limit()));
        Ok(Some(number?))
    }

    /// The tables that `--table` names, in the package's order; all of them where it was not given.
    pub(super) fn tables(&self) -> Result<Vec<&'p Table>> {
        let typed = flags::several(self.matches, flags::TABLES);
        let mut named = HashSet::new();
        for name in typed.iter().flat_map(|typed| typed.split(',')).map(str::trim) {
            let Some(table) = super::names::table(self.package, name) else {
                let tables: Vec<&str> = self.package.tables().iter().map(|table| table.name.as_str()).collect();
                return Err(error::unknown_table(name, &tables).into());
            };
            named.insert(&table.name);
        }
        let tables = self.package.tables().iter();
        Ok(tables.filter(|table| typed.is_empty() || named.contains(&table.name)).collect())
    }

    /// The names of the tables that `--table` names, for what is told of them; none where all are asked.
    pub(super) fn named_tables(&self) -> Result<Vec<&'p str>> {
        if flags::several(self.matches, flags::TABLES).is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.tables()?.into_iter().map(|table| table.name.as_str()).collect())
    }

    /// The columns that a flag names, in its order; nothing where it was not given.
    pub(super) fn columns(&self, table: &'p Table, id: &str, flag: &str) -> Result<Option<Vec<Column<'p>>>> {
        let Some(typed) = flags::one::<String>(self.matches, id) else { return Ok(None) };
        let keys = self.keys(table, flag, typed)?;
        Ok(Some(keys.into_iter().map(|(column, _)| column).collect()))
    }

    /// What `--sort` orders by.
    pub(super) fn sort(&self, table: &'p Table) -> Result<Vec<Sort<'p>>> {
        let Some(typed) = flags::one::<String>(self.matches, flags::SORT) else { return Ok(Vec::new()) };
        let keys = self.keys(table, "--sort", typed)?.into_iter();
        Ok(keys.map(|(column, descending)| Sort { column, descending }).collect())
    }

    /// What `--sort` orders by where rows are counted: the values of these columns, and how many rows have each.
    pub(super) fn group_sort(&self, by: &[Column]) -> Result<Vec<GroupSort>> {
        let Some(typed) = flags::one::<String>(self.matches, flags::SORT) else { return Ok(Vec::new()) };
        let mut names: Vec<&str> = by.iter().map(|column| column.field.name.as_str()).collect();
        names.push("count");
        let mut seen = HashSet::new();
        let order = typed.split(',').map(|name| {
            let (name, descending) = direction(name.trim());
            let wanted = super::names::column(name);
            let at = names.iter().position(|name| *name == wanted);
            let at = at.ok_or_else(|| error::unknown_column("--sort", "--count-by", name, &names))?;
            if !seen.insert(at) {
                return Err(error::named_twice("--sort", name).into());
            }
            Ok(GroupSort { value: Some(at).filter(|at| *at < by.len()), descending })
        });
        order.collect()
    }

    /// The columns that a list names, and whether there is a `-` before each, as `--sort` allows.
    pub(super) fn keys(&self, table: &'p Table, flag: &str, typed: &str) -> Result<Vec<(Column<'p>, bool)>> {
        let mut keys: Vec<(Column, bool)> = Vec::new();
        for name in typed.split(',').map(str::trim) {
            let (name, descending) = if flag == "--sort" { direction(name) } else { (name, false) };
            let column = self.column(table, flag, name)?;
            if keys.iter().any(|(other, _)| other.field.name == column.field.name) {
                return Err(error::named_twice(flag, name).into());
            }
            keys.push((column, descending));
        }
        Ok(keys)
    }

    fn column(&self, table: &'p Table, flag: &str, name: &str) -> Result<Column<'p>> {
        let wanted = super::names::column(name);
        let found = |wanted: &str| self.package.columns(table).find(|column| column.field.name == wanted);
        found(name).or_else(|| found(&wanted)).or_else(|| self.package.column_called(table, name)).ok_or_else(|| {
            let names: Vec<&str> = self.package.columns(table).map(|column| column.field.name.as_str()).collect();
            if name == "all" && flag == "--columns" {
                return error::bad_value(flag, name, words().stands_alone()).into();
            }
            error::unknown_column(flag, &table.name, name, &names).into()
        })
    }
}

/// A name, and whether there is a `-` before it, which puts the largest first.
fn direction(name: &str) -> (&str, bool) {
    name.strip_prefix('-').map_or((name, false), |name| (name, true))
}
