//! Link tables: an item a row of each list of keys, since in SQL neither a join nor a foreign key reaches into a list.

use super::schema::followed;
use crate::package::{Field, FieldType, ForeignKey, Package, Table};

/// The table of a list's items, called after the list's table and column: `metrics_source`.
pub struct Link<'p> {
    /// Its name.
    pub name: String,
    /// The table with the list.
    pub table: &'p Table,
    /// The list.
    pub list: &'p Field,
    /// Its columns.
    pub columns: Vec<LinkColumn<'p>>,
    /// The keys that its items are.
    pub(super) keys: Vec<&'p ForeignKey>,
}

/// A column of a link table.
#[derive(Clone, Copy)]
pub enum LinkColumn<'p> {
    /// The rowid of the row with the list.
    Row,
    /// A column of that row's key.
    Key(&'p Field),
    /// The place of the item in the list, from 1.
    Position,
    /// The item.
    Item(&'p Field),
    /// The item of the list that says where in the source, if the item is one.
    Locator(&'p Field),
}

/// The link tables of a database with these tables of a package.
pub fn links<'p>(package: &'p Package, tables: &[&'p Table]) -> Vec<Link<'p>> {
    let mut links: Vec<Link> = Vec::new();
    for table in tables {
        for list in table.schema().fields.iter().filter(|field| field.field_type == FieldType::List) {
            let name = format!("{}_{}", table.name, list.name);
            // Names are the package's to give: what has one already keeps it, and the list is still an array.
            let mut taken = package.tables().iter().map(|table| &table.name).chain(links.iter().map(|link| &link.name));
            let is_taken = taken.any(|taken| taken.eq_ignore_ascii_case(&name));
            let is_kept = |key: &&ForeignKey| {
                let far = package.far_table(table, key);
                key.is_of(&list.name) && far.is_some_and(|far| tables.iter().any(|table| table.name == far.name))
            };
            let keys: Vec<_> = table.schema().list_keys().filter(is_kept).collect();
            if !is_taken && !keys.is_empty() {
                links.push(Link { name, table, list, columns: columns(table, tables, list, &keys), keys });
            }
        }
    }
    links
}

/// The columns of a link table; one of its own gives way to one of the table that has the same name.
fn columns<'p>(table: &'p Table, tables: &[&'p Table], list: &'p Field, keys: &[&ForeignKey]) -> Vec<LinkColumn<'p>> {
    let field = |name: &String| table.index_of(name).map(|index| &table.schema().fields[index]);
    let is_list = |field: &&Field| field.field_type == FieldType::List;
    let key = followed(table, tables).iter().filter_map(field).filter(|field| !is_list(field));
    let locator = keys.iter().find_map(|key| key.locator.as_ref()).and_then(field).filter(is_list);
    let of_table: Vec<_> = key.clone().chain([list]).chain(locator).collect();
    let is_free = |column: &LinkColumn| !of_table.iter().any(|field| field.name.eq_ignore_ascii_case(column.name()));
    let row = Some(LinkColumn::Row).filter(is_free).into_iter();
    let position = Some(LinkColumn::Position).filter(is_free);
    let columns = row.chain(key.map(LinkColumn::Key)).chain(position);
    columns.chain([LinkColumn::Item(list)]).chain(locator.map(LinkColumn::Locator)).collect()
}

impl LinkColumn<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Row => "row",
            Self::Position => "position",
            Self::Key(field) | Self::Item(field) | Self::Locator(field) => &field.name,
        }
    }

    /// What its cells are.
    pub(super) fn field_type(&self) -> FieldType {
        match self {
            Self::Row | Self::Position => FieldType::Integer,
            Self::Key(field) | Self::Item(field) | Self::Locator(field) => field.value_type(),
        }
    }
}
