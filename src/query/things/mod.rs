//! Things: what the cells of a package name, of whatever kind, and the rows that name them.
//!
//! A column tells of which kind of thing its cells are; a key names what the column that it leads to names. So a thing is
//! asked for by one name in all tables.

mod find;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use anyhow::Result;

use super::filter::Extent;
use super::{Filter, Query};
use crate::package::{Column, Field, FieldType, Key, Package, Place, Table};
use crate::words::{Language, language};

/// The columns of a package that name things.
pub struct Things<'p> {
    package: &'p Package,
    columns: Vec<Naming<'p>>,
}

/// A column, and the kind of the things that its cells name.
struct Naming<'p> {
    table: &'p Table,
    column: Column<'p>,
    kind: &'p str,
}

/// Something that cells name.
#[derive(Debug)]
pub struct Thing<'p> {
    /// Of which kind it is.
    pub kind: &'p str,
    /// What cells that name it hold.
    pub value: String,
    /// The name of it that was typed in whole or in part.
    pub written: String,
}

/// What goes by a name, and how much of it was typed.
#[derive(Debug)]
pub struct Found<'p> {
    /// The things, kind by kind, in the order of their values.
    pub things: Vec<Thing<'p>>,
    /// How much of their names it is.
    pub extent: Extent,
}

/// The table of which the things of a kind are the rows.
#[derive(Clone, Copy)]
pub struct Home<'p> {
    /// The table.
    pub table: &'p Table,
    /// The column with what cells elsewhere hold.
    pub cell: usize,
    /// The column with what people call the thing.
    pub name: usize,
    /// Whether keys lead there, so that each thing has one row of it or none at all.
    pub is_keyed: bool,
}

impl<'p> Things<'p> {
    /// Of a package.
    pub fn of(package: &'p Package) -> Self {
        let columns = package.tables().iter().flat_map(|table| {
            let columns = package.columns(table).map(move |column| (table, column));
            columns.filter_map(|(table, column)| Some(Naming { table, column, kind: kind(package, table, column)? }))
        });
        Self { package, columns: columns.collect() }
    }

    /// The kinds, each once, in the order in which they come.
    pub fn kinds(&self) -> Vec<&'p str> {
        let mut kinds: Vec<&str> = Vec::new();
        for naming in &self.columns {
            if !kinds.contains(&naming.kind) {
                kinds.push(naming.kind);
            }
        }
        kinds
    }

    /// Whether an own column of a table names things of a kind.
    pub fn is_of(&self, table: &Table, cell: usize, kind: &str) -> bool {
        self.of_kind(kind).any(|it| it.table.name == table.name && it.own() == Some(cell))
    }

    fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Naming<'p>> {
        self.columns.iter().filter(move |naming| naming.kind == kind)
    }

    fn is_numeric(&self, kind: &str) -> bool {
        self.of_kind(kind).all(|naming| naming.column.field.field_type.is_numeric())
    }

    fn key(&self, kind: &str) -> Option<Key<'p>> {
        self.of_kind(kind).find_map(|naming| naming.key(self.package))
    }

    /// Where the things of a kind are the rows: the table that keys to them lead to, or else the one that begins with them.
    pub fn home(&self, kind: &str) -> Option<Home<'p>> {
        let first = |table: &Table| table.columns.first().map_or(Some(0), |first| table.index_of(first));
        let begins = |naming: &Naming<'p>| {
            let cell = naming.own().filter(|cell| first(naming.table) == Some(*cell))?;
            Some((naming.table, cell))
        };
        let key = self.key(kind).map(|key| (key.table, key.target));
        let (table, cell) = key.or_else(|| self.of_kind(kind).find_map(begins))?;
        let name = table.calling().or(table.names.first()).and_then(|name| table.index_of(name)).unwrap_or(cell);
        Some(Home { table, cell, name, is_keyed: key.is_some() })
    }

    /// A filter for each column of a table, one that a key opens included, whose cells name a thing; none where the table
    /// could not name it.
    pub fn filters(&self, table: &Table, thing: &Thing) -> Result<Vec<Filter>> {
        let mut filters = Vec::new();
        for naming in self.of_kind(thing.kind).filter(|naming| naming.table.name == table.name) {
            let value = thing.value.as_bytes();
            filters.push(match naming.column.place {
                Place::Own(cell) => Filter::one_of(cell, naming.column.field, [value.to_vec()].into()),
                Place::Joined { key, cell } => {
                    let mut keys = HashSet::new();
                    let target = key.target_cells();
                    let mut rows = self.package.rows_up_to(key.table, target.last().max(cell))?;
                    while let Some(record) = rows.next_record()? {
                        if record.raw(cell) == value {
                            keys.insert(target.read(record).into_owned());
                        }
                    }
                    Filter::keyed(key, keys)
                }
            });
        }
        Ok(filters)
    }

    /// Whether any row names a thing.
    pub fn is_named(&self, thing: &Thing) -> Result<bool> {
        for table in self.package.tables() {
            let filters = vec![Filter::any(self.filters(table, thing)?)];
            let query = Query { filters, limit: Some(1), ..Query::new(table, Vec::new()) };
            if query.count(self.package)? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What a thing is called by where no row of a table of its own tells what it is: what the column is called that names
    /// it in place of such a row, or its kind.
    pub fn word(&self, thing: &Thing<'p>) -> Result<Cow<'p, str>> {
        if self.key(thing.kind).is_some() && !self.is_numeric(thing.kind) {
            for naming in self.of_kind(thing.kind).filter(|naming| naming.key(self.package).is_none()) {
                let Some(cell) = naming.own() else { continue };
                let field = naming.column.field;
                let filters = vec![Filter::one_of(cell, field, [thing.value.clone().into_bytes()].into())];
                let query = Query { filters, limit: Some(1), ..Query::new(naming.table, Vec::new()) };
                if query.count(self.package)? > 0 {
                    return Ok(field.name_in_text());
                }
            }
        }
        Ok(self.called_kind(thing.kind))
    }

    /// What a kind is called in the language that is spoken: as the package names it or, in another than that, what a
    /// column of this name is called that names one of them, or else as the table of them is called besides: *källa*.
    pub fn called_kind(&self, kind: &'p str) -> Cow<'p, str> {
        let names_one = |field: &&Field| field.name == kind && field.field_type != FieldType::List;
        let mut fields = self.of_kind(kind).map(|naming| naming.column.field);
        if language() == Language::English {
            return kind.into();
        }
        let of_table = || self.home(kind)?.table.aliases().first().map(|alias| alias.as_str().into());
        fields.find(names_one).map(Field::name_in_text).or_else(of_table).unwrap_or_else(|| kind.into())
    }

    /// Of a number, such as a year, that is none of those which are known: the table of those, and which they are.
    pub fn unknown_number(&self, thing: &Thing) -> Result<Option<(&'p Table, Vec<String>)>> {
        let Some(home) = self.home(thing.kind).filter(|_| self.is_numeric(thing.kind)) else { return Ok(None) };
        let Some(key) = self.key(thing.kind) else { return Ok(None) };
        let known = self.package.held(key.table, key.target)?;
        let is_known = known.contains(&thing.value);
        Ok((!is_known).then_some((home.table, known)))
    }

    /// What people call things of a kind that has a home in the language that is spoken, by their values.
    pub fn called(&self, kind: &str) -> Result<HashMap<String, String>> {
        let mut called = HashMap::new();
        let Some(home) = self.home(kind) else { return Ok(called) };
        let name = &home.table.schema().fields[home.name].name;
        let spoken = home.table.in_language(name, language()).unwrap_or(home.name);
        let mut rows = self.package.rows(home.table)?;
        while let Some(record) = rows.next_record()? {
            let name = Some(record.text(spoken)?).filter(|name| !name.is_empty());
            let name = name.map_or_else(|| record.text(home.name), Ok)?;
            called.insert(record.text(home.cell)?.to_owned(), name.to_owned());
        }
        Ok(called)
    }
}

impl<'p> Naming<'p> {
    /// The position of the column, if it is the table's own.
    fn own(&self) -> Option<usize> {
        if let Place::Own(cell) = self.column.place { Some(cell) } else { None }
    }

    fn key(&self, package: &'p Package) -> Option<Key<'p>> {
        self.own().and_then(|_| package.key(self.table, self.column.field))
    }
}

/// The kind of the things that a column names, if it names things.
fn kind<'p>(package: &'p Package, table: &'p Table, column: Column<'p>) -> Option<&'p str> {
    let of_target = || {
        let key = if let Place::Own(_) = column.place { package.key(table, column.field)? } else { return None };
        key.table.schema().fields[key.target].subject.as_deref()
    };
    column.field.subject.as_deref().or_else(of_target)
}
