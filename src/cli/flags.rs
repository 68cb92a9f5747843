//! The flags that are not filters: what they are called, and what they take.
//!
//! Their ids are upper case, so that no column's name is ever in their way.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::help;
use super::language;
use super::own_package;
use super::pager::When;
use super::scope::Scope;
use crate::error::{self, Refusal};
use crate::output::{Color, Format};
use crate::package::{Package, Table, spelt};
use crate::words::{Flags, Placeholders, Text};

pub(super) const COLUMNS: &str = "COLUMNS";
pub(super) const TABLES: &str = "TABLES";
pub(super) const SORT: &str = "SORT";
pub(super) const LIMIT: &str = "LIMIT";
pub(super) const COUNT: &str = "COUNT";
pub(super) const COUNT_BY: &str = "COUNT_BY";
pub(super) const POSSIBLY: &str = "POSSIBLY";
pub(super) const CITE: &str = "CITE";
pub(super) const EXIT_STATUS: &str = "EXIT_STATUS";
pub(super) const FORMAT: &str = "FORMAT";
/// The formats that have flags of their own.
const SHORT_FORMATS: [(&str, Format); 2] = [("JSON", Format::Json), ("CSV", Format::Csv)];
pub(super) const NO_HEADER: &str = "NO_HEADER";
pub(super) const COLOR: &str = "COLOR";
pub(super) const PAGER: &str = "PAGER";
pub(super) const OUTPUT: &str = "OUTPUT";

/// A flag: its id, its long name, what its value is called if it takes one, and what help tells of it.
struct Flag {
    id: &'static str,
    long: &'static str,
    value: Option<Text>,
    help: Text,
}

const fn flag(id: &'static str, long: &'static str, value: Option<Text>, help: Text) -> Flag {
    Flag { id, long, value, help }
}

impl Flag {
    fn arg(&self, scope: &Scope) -> Arg {
        let arg = Arg::new(self.id).long(self.long);
        let arg = match self.value {
            // `-year` after `--sort` is a column, and `-1` after `--limit` deserves its own error.
            Some(_) => arg.action(ArgAction::Set).allow_hyphen_values(true),
            None => arg.action(ArgAction::SetTrue),
        };
        scope.told(arg, |arg, words| {
            let arg = arg.help((self.help)(words)).help_heading(help::OUTPUT);
            self.value.iter().fold(arg, |arg, value| arg.value_name(value(words)))
        })
    }
}

const NAMES: Option<Text> = Some(Placeholders::a_names);

/// A flag, and what makes it more than most.
type Finished = (Flag, fn(Arg) -> Arg);

/// Adds those of these flags that the scope asks for.
fn with<const N: usize>(command: Command, scope: &Scope, flags: [Finished; N]) -> Command {
    let asked = flags.into_iter().filter(|(flag, _)| scope.has_flag(flag.long));
    command.args(asked.map(|(flag, finish)| finish(flag.arg(scope))))
}

/// Adds the flags that choose rows in number and order.
pub(super) fn with_order(command: Command, scope: &Scope) -> Command {
    let sort = flag(SORT, "sort", NAMES, Flags::flag_sort);
    with(command, scope, [(sort, |arg| arg), limit(Flags::flag_limit)])
}

/// Adds the flag that narrows an answer of several tables to some of them.
pub(super) fn with_tables(command: Command, scope: &Scope) -> Command {
    let tables = flag(TABLES, "table", NAMES, Flags::flag_tables);
    with(command, scope, [(tables, |arg| arg.action(ArgAction::Append).help_heading(help::FILTERS))])
}

/// Adds the flag that bounds the number of rows of each table.
pub(super) fn with_limit_each(command: Command, scope: &Scope) -> Command {
    with(command, scope, [limit(Flags::flag_limit_each)])
}

fn limit(help: Text) -> Finished {
    let limit = flag(LIMIT, "limit", Some(Placeholders::a_count), help);
    (limit, |arg| arg.short('n').value_hint(ValueHint::Other))
}

/// Adds the flags that choose columns or count rows.
pub(super) fn with_columns(command: Command, scope: &Scope) -> Command {
    let columns = flag(COLUMNS, "columns", NAMES, Flags::flag_columns);
    let count = flag(COUNT, "count", None, Flags::flag_count);
    let count_by = flag(COUNT_BY, "count-by", NAMES, Flags::flag_count_by);
    with(command, scope, [(columns, |arg| arg), (count, |arg| arg), (count_by, |arg| arg)])
}

/// Adds the flag for figures that may lie within what is asked for.
pub(super) fn with_possibly(command: Command, table: &Table, scope: &Scope) -> Command {
    if !table.schema().fields.iter().any(|field| field.quantity.is_some()) {
        return command;
    }
    let possibly = flag(POSSIBLY, "possibly", None, Flags::flag_possibly);
    with(command, scope, [(possibly, |arg| arg.help_heading(help::FILTERS))])
}

/// Adds the flag that lists the sources.
pub(super) fn with_cite(command: Command, scope: &Scope) -> Command {
    with(command, scope, [(flag(CITE, "cite", None, Flags::flag_cite), |arg| arg)])
}

/// Adds the flag that tells an empty answer apart by the exit status.
pub(super) fn with_exit_status(command: Command, scope: &Scope) -> Command {
    let exit_status = flag(EXIT_STATUS, "exit-status", None, Flags::flag_exit_status);
    with(command, scope, [(exit_status, |arg| arg.short('e'))])
}

/// Adds the flag that names a file for the answer.
pub(super) fn with_output(command: Command, scope: &Scope) -> Command {
    with_file(command, scope, Flags::flag_output)
}

/// Adds the flag that names a file for an answer that is text.
pub(super) fn with_text_file(command: Command, scope: &Scope) -> Command {
    with_file(command, scope, Flags::flag_text_file)
}

fn with_file(command: Command, scope: &Scope, help: Text) -> Command {
    let output = flag(OUTPUT, "output", Some(Placeholders::a_file), help);
    let finish = |arg: Arg| arg.short('o').value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    with(command, scope, [(output, finish)])
}

/// Adds the flags that say how the answer is written, in which of these formats.
pub(super) fn with_formats(command: Command, scope: &Scope, formats: &'static [Format], usual: Text) -> Command {
    let no_header = flag(NO_HEADER, "no-header", None, Flags::flag_no_header);
    let color = flag(COLOR, "color", WHEN, Flags::flag_color);
    let colors = |arg: Arg| arg.value_parser(one_of(Color::ALL, Color::name)).hide_possible_values(true);
    let pager = flag(PAGER, "pager", WHEN, Flags::flag_pager);
    let when = |arg: Arg| arg.value_parser(one_of(When::ALL, When::name)).hide_possible_values(true);
    let command = if scope.has_flag("format") {
        let format = flag(FORMAT, "format", Some(Placeholders::a_format), |_| "").arg(scope);
        let format = scope.told(format, |format, words| {
            let names: Vec<&str> = formats.iter().map(|format| format.name()).collect();
            format.help(words.flag_format(&names, usual(words)))
        });
        command.arg(
            format.short('f').value_parser(one_of(formats, Format::name)).ignore_case(true).hide_possible_values(true),
        )
    } else {
        command
    };
    let command = with_output(with_short_formats(command, scope, formats), scope);
    with(command, scope, [(no_header, |arg| arg), (color, colors), (pager, when)])
}

const WHEN: Option<Text> = Some(Placeholders::a_when);

/// Adds a flag for each format that has one of its own.
fn with_short_formats(command: Command, scope: &Scope, formats: &[Format]) -> Command {
    SHORT_FORMATS.iter().filter(|(_, format)| formats.contains(format)).fold(command, |command, &(id, format)| {
        let long = format.name();
        if !scope.has_flag(long) {
            return command;
        }
        let arg = Arg::new(id).long(long).action(ArgAction::SetTrue).help_heading(help::OUTPUT);
        command.arg(scope.told(arg, |arg, words| arg.help(words.flag_same_as_format(long))))
    })
}

/// Adds the flags for the language and the package, which are taken out of the arguments before these are parsed: for help,
/// and for completions, which read them.
pub(super) fn with_surroundings(command: Command, scope: &Scope) -> Command {
    let of_package = scope.has_flag(own_package::PACKAGE).then(|| own_package(scope));
    let of_language = scope.has_flag(language::LANG).then(|| language(scope));
    command.args(of_package.into_iter().chain(of_language))
}

/// The flag for a package of one's own.
pub(super) fn own_package(scope: &Scope) -> Arg {
    let flag = flag("PACKAGE", own_package::PACKAGE, Some(Placeholders::a_package), Flags::flag_package);
    flag.arg(scope).value_hint(ValueHint::DirPath)
}

/// The flag for the language.
pub(super) fn language(scope: &Scope) -> Arg {
    let flag = flag("LANG", language::LANG, Some(Placeholders::a_language), Flags::flag_language);
    flag.arg(scope).value_parser(language::codes()).hide_possible_values(true)
}

/// The format that was typed, by its flag or by one of its own.
pub(super) fn format(matches: &ArgMatches) -> Result<Option<Format>, Refusal> {
    keep_apart(
        matches,
        &[("JSON", "--json", &[("CSV", "--csv"), (FORMAT, "--format")]), ("CSV", "--csv", &[(FORMAT, "--format")])],
    )?;
    let short = || SHORT_FORMATS.iter().find(|(id, _)| is_set(matches, id)).map(|(_, format)| *format);
    Ok(one(matches, FORMAT).copied().or_else(short))
}

/// A parser of the members of a fixed set by their names.
pub(super) fn one_of<T: Copy + Send + Sync + 'static>(
    members: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let known = PossibleValuesParser::new(members.iter().map(|&member| name(member)));
    // Every name that clap lets pass is a member's, in whatever case.
    let is_it = move |given: &str, member| name(member).eq_ignore_ascii_case(given);
    known.map(move |given| members.iter().copied().find(|&member| is_it(&given, member)).unwrap_or(members[0]))
}

/// An argument that names a table, also by a title or an alias.
pub(super) fn table_argument(package: &Package, scope: &Scope, help: Text) -> Arg {
    let named = package.tables().iter().map(|table| (table.name.clone(), table.called().map(spelt).collect()));
    let table = Arg::new("TABLE").value_parser(TableNamed(named.collect())).hide_possible_values(true);
    scope.told(table, |table, words| table.value_name(words.a_table()).help(help(words)))
}

/// Takes the names of tables and what else these are called, and gives the name.
#[derive(Clone)]
struct TableNamed(Vec<(String, Vec<String>)>);

impl TypedValueParser for TableNamed {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &std::ffi::OsStr) -> Result<String, clap::Error> {
        let names = self.0.iter().map(|(name, _)| name);
        let known = PossibleValuesParser::new(names).parse_ref(command, arg, value);
        known.or_else(|error| {
            let typed = value.to_str().map(spelt).unwrap_or_default();
            let called = self.0.iter().find(|(_, called)| called.contains(&typed));
            called.map(|(name, _)| name.clone()).ok_or(error)
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|(name, _)| PossibleValue::new(name))))
    }
}

/// Whether a flag was typed.
pub(super) fn is_given(matches: &ArgMatches, id: &str) -> bool {
    let is_built = matches.try_contains_id(id).unwrap_or(false);
    is_built && matches.value_source(id) == Some(ValueSource::CommandLine)
}

/// Flags of which the first does not go with any of the others: their ids and names.
pub(super) type Apart = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// An error where two flags that do not go together were typed.
pub(super) fn keep_apart(matches: &ArgMatches, rules: &[Apart]) -> Result<(), Refusal> {
    for (_, name, others) in rules.iter().filter(|(id, ..)| is_given(matches, id)) {
        if let Some((_, other)) = others.iter().find(|(other, _)| is_given(matches, other)) {
            return Err(error::not_together(name, other));
        }
    }
    Ok(())
}

/// Whether a flag without a value was given; one that the command has not was not.
pub(super) fn is_set(matches: &ArgMatches, id: &str) -> bool {
    one::<bool>(matches, id).is_some_and(|set| *set)
}

/// The value of a flag or an argument, if it was given.
pub(super) fn one<'m, T: Clone + Send + Sync + 'static>(matches: &'m ArgMatches, id: &str) -> Option<&'m T> {
    matches.try_get_one::<T>(id).ok().flatten()
}

/// The values of a flag or an argument.
pub(super) fn several(matches: &ArgMatches, id: &str) -> Vec<String> {
    matches.try_get_many::<String>(id).ok().flatten().unwrap_or_default().cloned().collect()
}
