//! Filters as flags: for each column one that takes rows and one that leaves them out, and two for empty cells.

use anyhow::Result;
use clap::{Arg, ArgAction, Command, ValueHint};

use super::context::Context;
use super::flags;
use super::help;
use super::scope::Scope;
use crate::error;
use crate::package::{Column, FieldType, Package, Table, flag as flag_of};
use crate::query::{Asked, Filter};
use crate::words::{Flags, Text, words};

/// What stands before a column's name in the flag that leaves its rows out.
pub(super) const NOT: &str = "not-";

/// What stands before a column's name in the id of that flag.
const EXCLUDED: &str = "NOT ";

/// The flags for rows without and with values in certain columns.
pub(super) const MISSING: &str = "MISSING";
pub(super) const PRESENT: &str = "PRESENT";

/// Adds a filter for each column that the table can be asked by.
///
/// The flags that leave rows out are built where one was typed; help has a line for all of them.
pub(super) fn with_filters(command: Command, package: &Package, table: &Table, scope: &Scope) -> Command {
    let mut flags: Vec<Arg> = Vec::new();
    // Of several names that make one flag the first has it; the others are asked for in SQL.
    let mut add = |flag: Arg| {
        if flags.iter().all(|other| other.get_long() != flag.get_long()) {
            flags.push(flag);
        }
    };
    let typed = |name: &str| scope.has_flag(&flag_of(name));
    package.columns_named(table, typed).filter_map(|column| filter(package, table, column, scope)).for_each(&mut add);
    if scope.has_flag_after(NOT) {
        let typed = |name: &str| scope.has_flag(&format!("{NOT}{}", flag_of(name)));
        let columns = package.columns_named(table, typed);
        columns.filter_map(|column| exclusion(package, table, column, scope)).for_each(&mut add);
    }
    let command = command.args(flags);
    let emptiness: [(&str, &str, Text); 2] =
        [(MISSING, "missing", Flags::flag_missing), (PRESENT, "present", Flags::flag_present)];
    let emptiness = emptiness.into_iter().filter(|(_, long, _)| scope.has_flag(long)).map(|(id, long, help)| {
        let flag = Arg::new(id).long(long).action(ArgAction::Append).help_heading(help::FILTERS);
        scope.told(flag, |flag, words| flag.value_name(words.a_names()).help(help(words)))
    });
    flags::with_possibly(command.args(emptiness), table, scope)
}

/// The flag of a column, if the scope asks for it.
pub(super) fn filter(package: &Package, table: &Table, column: Column, scope: &Scope) -> Option<Arg> {
    let field = column.field;
    // It is clap's own id.
    if field.name == "help" {
        return None;
    }
    let flag = flag(column, field.name.clone(), field.flag(), scope)?;
    Some(scope.told(flag, |flag, words| {
        flag.value_name(help::value_name(package, table, column)(words))
            .value_hint(ValueHint::Other)
            .help(help::of_column(package, table, column))
            .help_heading(help::FILTERS)
    }))
}

/// The flag that leaves out the rows of a column, if the scope asks for it and no other column is called so.
fn exclusion(package: &Package, table: &Table, column: Column, scope: &Scope) -> Option<Arg> {
    let own = column.field.flag();
    let long = format!("{NOT}{own}");
    let flag = flag(column, excluded(&column.field.name), long.clone(), scope)?;
    if package.column_names(table).any(|other| flag_of(other) == long) {
        return None;
    }
    Some(scope.told(flag.hide(true), |flag, words| flag.value_name(words.a_value()).help(words.all_but(&own))))
}

fn flag(column: Column, id: String, long: String, scope: &Scope) -> Option<Arg> {
    if !scope.has_flag(&long) {
        return None;
    }
    let flag = Arg::new(id).long(long).action(ArgAction::Append).allow_negative_numbers(true);
    let is_boolean = column.field.field_type == FieldType::Boolean;
    Some(if is_boolean { flag.num_args(0..=1).default_missing_value("true") } else { flag })
}

/// The id of the flag that leaves out the rows of a column; a column's own is its name.
pub(super) fn excluded(column: &str) -> String {
    format!("{EXCLUDED}{column}")
}

/// The column that a flag of this id is of.
pub(super) fn column_of(id: &str) -> &str {
    id.strip_prefix(EXCLUDED).unwrap_or(id)
}

/// Whether anything was typed for a column, to take its rows or to leave them out.
pub(super) fn is_asked(context: &Context, column: &str) -> bool {
    [column, &excluded(column)].iter().any(|id| flags::is_given(context.matches, id))
}

/// What was typed for the columns of a table.
pub(super) fn filters(context: &Context, table: &Table) -> Result<Vec<Filter>> {
    let possibly = flags::is_set(context.matches, flags::POSSIBLY);
    all_filters(context, table, possibly)
}

/// The same, which take a figure also where it only may lie within what was asked for.
pub(super) fn filters_possibly(context: &Context, table: &Table) -> Result<Vec<Filter>> {
    all_filters(context, table, true)
}

fn all_filters(context: &Context, table: &Table, possibly: bool) -> Result<Vec<Filter>> {
    let mut filters = Vec::new();
    for (id, flag, is_missing) in [(MISSING, "--missing", true), (PRESENT, "--present", false)] {
        let typed = flags::several(context.matches, id);
        if !typed.is_empty() {
            filters.push(emptiness(context, table, flag, &typed, is_missing)?);
        }
    }
    filters_where(context, table, &|_| true, possibly, filters)
}

/// Adds to the filters what was typed for those columns of a table that are named.
pub(super) fn filters_of(
    context: &Context,
    table: &Table,
    names: &[String],
    filters: Vec<Filter>,
) -> Result<Vec<Filter>> {
    let possibly = flags::is_set(context.matches, flags::POSSIBLY);
    filters_where(context, table, &|column| names.contains(&column.field.name), possibly, filters)
}

fn filters_where(
    context: &Context,
    table: &Table,
    is_meant: &dyn Fn(&Column) -> bool,
    possibly: bool,
    filters: Vec<Filter>,
) -> Result<Vec<Filter>> {
    let excludes = context.matches.ids().any(|id| id.as_str().starts_with(EXCLUDED));
    let mut asked: Vec<Asked> = Vec::new();
    let is_typed = |name: &str| {
        flags::is_given(context.matches, name) || excludes && flags::is_given(context.matches, &excluded(name))
    };
    for column in context.package.columns_named(table, is_typed).filter(is_meant) {
        let mut ask = |id: &str, excluded: bool| {
            let typed = flags::several(context.matches, id);
            if !typed.is_empty() {
                asked.push(Asked { column, typed: typed.into(), excluded });
            }
        };
        ask(&column.field.name, false);
        if excludes {
            ask(&excluded(&column.field.name), true);
        }
    }
    if possibly && !asked.iter().any(|asked| asked.column.field.quantity.is_some()) {
        let figures = table.schema().fields.iter().filter(|field| field.quantity.is_some());
        let figures: Vec<String> = figures.map(|field| format!("--{}", field.name)).collect();
        return Err(error::conflict("--possibly", &words().widens_filters(&figures)).into());
    }
    Filter::parse_all(context.package, table, &asked, possibly, filters)
}

/// Rows that have no value in any of the columns that a list names, or one in each; one list of several is enough.
fn emptiness(context: &Context, table: &Table, flag: &str, typed: &[String], is_missing: bool) -> Result<Filter> {
    let package = context.package;
    let mut lists = Vec::new();
    for typed in typed {
        let columns = context.keys(table, flag, typed)?;
        let present = columns.into_iter().map(|(column, _)| {
            let present = Filter::present(package, table, column)?;
            Ok(if is_missing { present.complement() } else { present })
        });
        lists.push(Filter::all(present.collect::<Result<_>>()?));
    }
    Ok(Filter::any(lists))
}
