//! By which column the rows of a table have a place on a map, and what places there are.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::answer::{MapPlace, own_column};
use crate::cli::context::Context;
use crate::error;
use crate::package::{Column, FieldType, Package, Table, Value};
use crate::words::words;

/// A column by which rows have a place on a map: the values that it repeats stand in a column of the table with outlines.
#[derive(Clone, Copy)]
pub(super) struct Placing<'p> {
    pub column: Column<'p>,
    pub outlined: &'p Table,
    target: usize,
    /// The column that people are shown instead; the same, where it is a key.
    pub shown: Column<'p>,
}

impl<'p> Placing<'p> {
    /// The columns of a table that are such; of these, where there are some, those that name one place a row.
    fn all(package: &'p Package, table: &'p Table) -> Vec<Self> {
        let own = table.outlines.as_ref().and_then(|outlined| table.index_of(&outlined.column));
        let own = own.map(|target| {
            let [column, shown] = [target, label(table, target)].map(|cell| own_column(table, cell));
            Self { column, outlined: table, target, shown }
        });
        let keys = table.schema().keys().filter_map(|declared| package.resolve(table, declared));
        let keys = keys.filter(|key| key.table.outlines.is_some());
        let keys = keys.map(|key| {
            let column = own_column(table, key.own);
            Self { column, outlined: key.table, target: key.target, shown: column }
        });
        own.into_iter().chain(keys).collect()
    }

    fn name(&self) -> &'p str {
        &self.column.field.name
    }

    /// The column that was named; the one that names one place a row, where none was.
    pub(super) fn chosen(context: &Context<'_, 'p>, table: &'p Table) -> Result<Self> {
        let package = context.package;
        let all = Self::all(package, table);
        if all.is_empty() {
            let others = package.tables().iter().filter(|table| !Self::all(package, table).is_empty());
            let others: Vec<&str> = others.map(|table| table.name.as_str()).collect();
            return Err(error::not_on_maps(&table.name, &others).into());
        }
        let names: Vec<&str> = all.iter().map(Self::name).collect();
        if let Some(columns) = context.columns(table, "X", "--x")? {
            let [Column { field: x, .. }] = columns[..] else {
                return Err(error::conflict("--x", words().map_of_one_column()).into());
            };
            let found = all.iter().find(|placing| placing.name() == x.name);
            return Ok(*found.ok_or_else(|| error::places_nothing(&x.name, &table.name, &names))?);
        }
        let mut of_one: Vec<&Self> = all.iter().filter(|it| it.column.field.field_type != FieldType::List).collect();
        if of_one.is_empty() {
            of_one = all.iter().collect();
        }
        if let [one] = of_one[..] { Ok(*one) } else { Err(error::several_place(&table.name, &names).into()) }
    }

    /// The places, each without a figure as yet.
    pub(super) fn places(&self, package: &Package) -> Result<Places> {
        let table = self.outlined;
        let id = table.outlines.as_ref().and_then(|outlined| table.index_of(&outlined.column)).unwrap_or(self.target);
        let label = label(table, self.target);
        let outlines = package.outlines(table)?;
        let mut by_id = BTreeMap::new();
        for (at, outline) in outlines.iter().enumerate() {
            by_id.insert(outline.id.clone(), at);
        }
        let (mut places, mut rows) = (Places::default(), package.rows(table)?);
        while let Some(record) = rows.next_record()? {
            if let Some(&at) = by_id.get(record.text(id)?) {
                places.by_value.insert(record.text(self.target)?.to_owned(), places.all.len());
                places.all.push(MapPlace {
                    label: record.text(label)?.to_owned(),
                    figure: None,
                    outline: outlines[at].clone(),
                });
            }
        }
        Ok(places)
    }
}

/// The places of a map, and which of them each value names.
#[derive(Default)]
pub(super) struct Places {
    pub all: Vec<MapPlace>,
    by_value: BTreeMap<String, usize>,
}

impl Places {
    /// The place that a value names, if it names one.
    pub(super) fn named(&mut self, value: &str) -> Option<&mut MapPlace> {
        self.by_value.get(value).map(|&at| &mut self.all[at])
    }

    /// Whether a value, or an item of it, names a place.
    pub(super) fn has(&self, value: &Value) -> bool {
        value.items().iter().any(|item| self.by_value.contains_key(&*item.plain("")))
    }
}

/// The column by which people call the rows of a table; else this one.
fn label(table: &Table, otherwise: usize) -> usize {
    table.calling().and_then(|name| table.index_of(name)).unwrap_or(otherwise)
}
