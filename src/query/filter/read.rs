//! Reading what was typed for the columns of a table.

use std::borrow::Cow;
use std::collections::HashSet;

use anyhow::Result;

use super::{
    CellPredicate, Filter, Predicate, choice, date, delimiter, elsewhere, latest, name, number, quantity, text,
};
use crate::package::{Column, Field, FieldType, Package, Place, Table};
use crate::words::Language;

/// What was typed for a column.
#[derive(Clone)]
pub struct Asked<'a> {
    /// The column.
    pub column: Column<'a>,
    /// What was typed, one text each time that its flag was.
    pub typed: Cow<'a, [String]>,
    /// Whether the rows that it means are to be left out, and all others taken.
    pub excluded: bool,
}

/// The flag by which a column is asked, for refusals.
#[derive(Clone, Copy)]
pub(super) struct Flag<'f> {
    pub(super) field: &'f Field,
    excludes: bool,
}

impl<'f> Flag<'f> {
    /// The flag that takes the rows of a column.
    pub(super) fn of(field: &'f Field) -> Self {
        Self { field, excludes: false }
    }

    /// The flag that means the same of another column.
    pub(super) fn for_column(self, field: &Field) -> Flag<'_> {
        Flag { field, excludes: self.excludes }
    }

    /// The flag as it is typed.
    pub(super) fn name(self) -> String {
        let not = if self.excludes { "not-" } else { "" };
        format!("--{not}{}", self.field.flag())
    }
}

impl Filter {
    /// Reads what was typed for a column of a table, as the only thing that is asked.
    ///
    /// Where the column is a quantity, `possibly` takes a row also where only some of the values that its figure may
    /// have are asked for.
    ///
    /// An error says what was wrong, what is allowed and what was probably meant; it is an error of usage.
    ///
    /// ```
    /// use itkommun::package::Package;
    /// use itkommun::query::{Filter, Query};
    ///
    /// let package = Package::bundled();
    /// let winners = package.table("winners").expect("the table");
    /// let column = |name| package.columns(winners).find(|column| column.field.name == name).expect("the column");
    /// let count = |name, typed: &[&str]| {
    ///     let typed: Vec<String> = typed.iter().map(|&typed| typed.to_owned()).collect();
    ///     let filters = vec![Filter::parse(&package, winners, column(name), &typed, false)?];
    ///     Query { filters, ..Query::new(winners, Vec::new()) }.count(&package)
    /// };
    /// // The column decides: a year is a number, and a municipality a row of another table, by any of its names.
    /// assert_eq!(count("year", &["2009..2013"])?, 3);
    /// for name in ["Falkenberg", "FALKENBERGS KOMMUN", "1382"] {
    ///     assert_eq!(count("municipality", &[name])?, 1, "{name}");
    /// }
    /// // A name that there is not is an error, and not an empty answer.
    /// assert!(count("municipality", &["Falkenbreg"]).is_err());
    /// # Ok::<(), anyhow::Error>(())
    /// ```
    pub fn parse(package: &Package, table: &Table, column: Column, typed: &[String], possibly: bool) -> Result<Self> {
        one(package, table, &Asked { column, typed: typed.into(), excluded: false }, possibly, &[])
    }

    /// Adds to the filters one for each column that something was typed for. What is the latest is found among the rows
    /// that all the others take.
    pub fn parse_all(
        package: &Package,
        table: &Table,
        asked: &[Asked],
        possibly: bool,
        mut filters: Vec<Self>,
    ) -> Result<Vec<Self>> {
        let is_latest = |asked: &&Asked| latest::is_asked(&asked.typed, asked.column.field);
        for asked in asked.iter().filter(|asked| !is_latest(asked)) {
            filters.push(one(package, table, asked, possibly, &[])?);
        }
        let latest = asked.iter().filter(is_latest).map(|asked| one(package, table, asked, possibly, &filters));
        let latest = latest.collect::<Result<Vec<_>>>()?;
        filters.extend(latest);
        Ok(filters)
    }
}

/// The filter of one column, with others at its side.
fn one(package: &Package, table: &Table, asked: &Asked, possibly: bool, others: &[Filter]) -> Result<Filter> {
    let Asked { column, ref typed, excluded } = *asked;
    let flag = Flag { field: column.field, excludes: excluded };
    let read = |typed: &[String]| {
        placed(package, table, column, &|table, cell| {
            // A name that nothing is called may be another column's, which only the table that was asked tells.
            of_cell(package, table, cell, flag, typed, possibly)
        })
    };
    let filter = if latest::is_asked(typed, column.field) {
        let (latest, typed) = latest::apart(typed, column.field);
        let latest = latest::filter(package, table, column, &latest, others)?;
        if typed.is_empty() { latest } else { Filter::any(vec![latest, read(&typed)?]) }
    } else {
        read(typed)?
    };
    Ok(if excluded { filter.complement() } else { filter })
}

/// The filter of a column, made for the table in which its cells stand. Of another table what remains is a set of keys.
pub(super) fn placed(
    package: &Package,
    table: &Table,
    column: Column,
    of_cell: &dyn Fn(&Table, usize) -> Result<Filter>,
) -> Result<Filter> {
    let (key, cell) = match column.place {
        Place::Own(cell) => return of_cell(table, cell),
        Place::Joined { key, cell } => (key, cell),
    };
    let far = of_cell(key.table, cell)?;
    let mut keys = HashSet::new();
    let target = key.target_cells();
    let mut rows = package.rows_up_to(key.table, target.last().max(far.last_cell()))?;
    while let Some(record) = rows.next_record()? {
        if far.accepts(record)? {
            keys.insert(target.read(record).into_owned());
        }
    }
    Ok(Filter { hint: far.hint, ..Filter::keyed(key, keys) })
}

/// The filter of a column of this very table.
fn of_cell(
    package: &Package,
    table: &Table,
    cell: usize,
    flag: Flag,
    typed: &[String],
    possibly: bool,
) -> Result<Filter> {
    let field = flag.field;
    let test = if let Some(cells) = table.quantity(field) {
        let ranges = number::Ranges::parse(parts(typed, field), flag)?;
        CellPredicate::Quantity(quantity::Quantities::new(ranges, cells, possibly))
    } else if field.field_type.is_numeric() {
        CellPredicate::Number(number::Ranges::parse(parts(typed, field), flag)?)
    } else if field.is_date() {
        CellPredicate::Date(date::Ranges::parse(parts(typed, field), flag)?)
    } else if let Some(key) = package.key(table, field) {
        CellPredicate::OneOf(name::found(package, table, key, typed, flag)?)
    } else if let Some(allowed) = choice::allowed(field) {
        elsewhere::refuse_codes(package, table, cell, typed, flag)?;
        CellPredicate::OneOf(choice::parse(&allowed, typed, flag)?)
    } else {
        return of_text(package, table, cell, flag, typed);
    };
    Ok(Predicate::Cell { cell, delimiter: delimiter(field), test }.into())
}

/// The filter of a column of text: a part of it, another name of a thing that it names, or what one of its values is
/// called.
fn of_text(package: &Package, table: &Table, cell: usize, flag: Flag, typed: &[String]) -> Result<Filter> {
    let field = flag.field;
    let parts = text::Parts::parse(typed, flag)?;
    elsewhere::refuse_codes(package, table, cell, typed, flag)?;
    let hint = parts.hint();
    let cell_of = |cell, test| Filter::from(Predicate::Cell { cell, delimiter: delimiter(field), test });
    let filter = Filter { hint, ..cell_of(cell, CellPredicate::Text(parts)) };
    // What is said in both languages is found in either, whichever is spoken.
    let languages = Language::ALL.into_iter().filter_map(|language| table.in_language(&field.name, language));
    let spoken = languages.map(|cell| Ok(cell_of(cell, CellPredicate::Text(text::Parts::parse(typed, flag)?))));
    let spoken: Vec<Filter> = spoken.collect::<Result<_>>()?;
    let mut called = called(package, field, typed)?;
    called.extend(typed.iter().filter_map(|typed| field.member_called(typed)).map(|member| member.as_bytes().to_vec()));
    if table.marks.columns().any(|mark| *mark == field.name) {
        // They hold the names of columns, which are called otherwise, too.
        let columns = typed.iter().filter_map(|typed| package.column_called(table, typed));
        called.extend(columns.map(|column| column.field.name.as_bytes().to_vec()));
    }
    let called = (!called.is_empty()).then(|| Filter::one_of(cell, field, called));
    let others: Vec<Filter> = spoken.into_iter().chain(called).collect();
    if others.is_empty() {
        return Ok(filter);
    }
    let hint = filter.hint.clone();
    Ok(Filter { hint, ..Filter::any([filter].into_iter().chain(others).collect()) })
}

/// The keys of the things of a column's kind that are called so. Where only some of the things that it names have rows
/// it is no key, but those that do answer to all their names.
fn called(package: &Package, field: &Field, typed: &[String]) -> Result<HashSet<Vec<u8>>> {
    let mut called = HashSet::new();
    if let Some(key) = field.subject.as_ref().and_then(|kind| package.key_of_kind(kind)) {
        for typed in typed {
            called.extend(name::named(package, key, typed)?.unwrap_or_default());
        }
    }
    Ok(called)
}

/// The values that were typed for a column of numbers or dates: a comma parts them, but for numbers that may have
/// decimals, of which it may be the decimal comma.
pub(super) fn parts<'t>(typed: &'t [String], field: &Field) -> impl Iterator<Item = &'t str> {
    let whole = field.field_type == FieldType::Number;
    typed.iter().flat_map(move |typed| typed.split(move |character| character == ',' && !whole))
}
