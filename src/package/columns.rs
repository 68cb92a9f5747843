//! The columns that a table can be asked by: its own, and those that its keys open.

use std::iter;

use super::{Field, FieldType, ForeignKey, Key, Package, QuantityColumns, Table, Value};

/// A column as a question names it.
#[derive(Clone, Copy)]
pub struct Column<'p> {
    /// What the column is.
    pub field: &'p Field,
    /// Where its cells are found.
    pub place: Place<'p>,
}

/// Where the cells of a column are found.
#[derive(Clone, Copy)]
pub enum Place<'p> {
    /// In the table's own rows, at this position.
    Own(usize),
    /// In the row that a key points to.
    Joined {
        /// The key, and where it leads.
        key: Key<'p>,
        /// The position of the cells in the other table.
        cell: usize,
    },
}

/// The positions of the columns that a quantity is made of.
#[derive(Clone, Copy)]
pub struct QuantityCells {
    /// The figure, or the lower end of a range.
    pub value: usize,
    /// The upper end of a range.
    pub upper: usize,
    /// How sure the figure is.
    pub qualifier: usize,
    /// What it counts.
    pub unit: usize,
    /// Whether it is a fact, if that is told.
    pub status: Option<usize>,
    /// The source's own words for it, if they are kept.
    pub words: Option<usize>,
}

impl QuantityCells {
    /// The last of them.
    pub fn last(self) -> usize {
        let Self { value, upper, qualifier, unit, status, words } = self;
        [upper, qualifier, unit, status.unwrap_or(0), words.unwrap_or(0)].into_iter().fold(value, usize::max)
    }
}

/// How the rows of a table tell that several of them are one entry.
pub struct Joint {
    /// The position of the list of those with whom a row shares its entry.
    pub with: usize,
    /// The position of whose row it is.
    pub who: usize,
    /// The positions of what else tells rows apart.
    pub of: Vec<usize>,
}

/// Where the rows of a table are taken from.
#[derive(Clone, Copy)]
pub struct Provenance<'p> {
    /// The table of the sources.
    pub sources: &'p Table,
    /// The position in it of the column that names a source.
    pub id: usize,
    /// Where each row says it.
    pub place: ProvenancePlace<'p>,
}

/// Where each row says what it is taken from.
#[derive(Clone, Copy)]
pub enum ProvenancePlace<'p> {
    /// In these columns: the source, and where in it.
    Columns {
        /// The position of the source.
        source: usize,
        /// The position of the locator, if the rows have one.
        locator: Option<usize>,
    },
    /// Nowhere: every row is from this one source.
    Always(&'p str),
}

impl Field {
    /// Whether a row that marks the columns of these names marks this one. Of a figure it may name any of its parts.
    pub fn is_among(&self, names: &[Value]) -> bool {
        let mut own = iter::once(&self.name).chain(self.quantity.iter().flat_map(QuantityColumns::columns));
        own.any(|own| names.iter().any(|name| *name.plain("") == **own))
    }
}

impl Table {
    /// The position of the column with the sources' own words for figures, if these are kept.
    pub fn words(&self) -> Option<usize> {
        self.schema().fields.iter().find_map(|field| self.quantity(field)?.words)
    }

    /// The quantity whose figure stands in this column, if that is what it is.
    pub fn quantity(&self, field: &Field) -> Option<QuantityCells> {
        let columns = field.quantity.as_ref()?;
        Some(QuantityCells {
            value: self.index_of(&field.name)?,
            upper: self.index_of(&columns.upper)?,
            qualifier: self.index_of(&columns.qualifier)?,
            unit: self.index_of(&columns.unit)?,
            status: columns.status.as_ref().and_then(|status| self.index_of(&status.column)),
            words: columns.words.as_ref().and_then(|words| self.index_of(words)),
        })
    }
}

impl Package {
    /// Every column that a table can be asked by: its own in their order, then those that its keys open.
    ///
    /// ```
    /// use itkommun::package::{Package, Place};
    ///
    /// let package = Package::bundled();
    /// let winners = package.table("winners").expect("the table");
    /// let county = package.columns(winners).find(|column| column.field.name == "county").expect("the column");
    /// // It is asked for like any column of winners, but stands in the table of municipalities.
    /// assert!(matches!(county.place, Place::Joined { key, .. } if key.field.name == "municipality"));
    /// ```
    pub fn columns<'p>(&'p self, table: &'p Table) -> impl Iterator<Item = Column<'p>> {
        self.columns_named(table, |_| true)
    }

    /// Those of them whose names are meant. The description of another table is not looked at for the others.
    pub fn columns_named<'p>(
        &'p self,
        table: &'p Table,
        is_meant: impl Fn(&str) -> bool + Copy,
    ) -> impl Iterator<Item = Column<'p>> {
        let own = table.schema().fields.iter().enumerate().filter(move |(_, field)| is_meant(&field.name));
        let own = own.map(|(index, field)| Column { field, place: Place::Own(index) });
        let joined = table.schema().all_keys().flat_map(move |declared| {
            declared.opens.iter().filter(move |name| is_meant(name)).filter_map(move |name| {
                if !table.is_opened_by(declared, name) {
                    return None;
                }
                let key = self.resolve(table, declared)?;
                let cell = key.table.index_of(name)?;
                let field = &key.table.schema().fields[cell];
                Some(Column { field, place: Place::Joined { key, cell } })
            })
        });
        own.chain(joined)
    }

    /// The names of the columns that a table can be asked by, in the same order.
    pub fn column_names<'p>(&'p self, table: &'p Table) -> impl Iterator<Item = &'p str> {
        let own = table.schema().fields.iter().map(|field| field.name.as_str());
        own.chain(table.schema().all_keys().flat_map(|declared| declared.opens.iter().map(String::as_str)))
    }

    /// How rows that are one entry are known, if some are: each of those who share it has a row, told apart by the column
    /// that points to the same table as the list of the others.
    pub fn joint(&self, table: &Table) -> Option<Joint> {
        let with = table.index_of(table.joint.as_ref()?)?;
        let fields = &table.schema().fields;
        let others = self.key(table, &fields[with])?;
        let is_alike = |cell: usize| {
            let key = self.key(table, &fields[cell]);
            key.is_some_and(|key| key.table.name == others.table.name && key.target == others.target)
        };
        let key = table.schema().primary_key.iter().filter_map(|name| table.index_of(name));
        let (who, of): (Vec<_>, Vec<_>) = key.partition(|&cell| is_alike(cell));
        Some(Joint { with, who: *who.first()?, of })
    }

    /// Where the rows of a table are taken from; nothing where they are the package's own.
    pub fn provenance<'p>(&'p self, table: &'p Table) -> Option<Provenance<'p>> {
        if let Some(source) = &table.cited_source {
            return self.always_from(source);
        }
        if table.citation.is_some() {
            // A source is cited as itself.
            let id = table.names.first().and_then(|name| table.index_of(name))?;
            let place = ProvenancePlace::Columns { source: id, locator: None };
            return Some(Provenance { sources: table, id, place });
        }
        let declared = table.schema().keys().find(|key| key.locator.is_some())?;
        let key = self.resolve(table, declared)?;
        let locator = table.index_of(declared.locator.as_deref()?);
        Some(Provenance {
            sources: key.table,
            id: key.target,
            place: ProvenancePlace::Columns { source: key.own, locator },
        })
    }

    /// Where the outlines of a table's rows are taken from, if that is told.
    pub fn provenance_of_outlines<'p>(&'p self, table: &Table) -> Option<Provenance<'p>> {
        self.always_from(self.outlines_file(table)?.cited_source.as_deref()?)
    }

    fn always_from<'p>(&'p self, source: &'p str) -> Option<Provenance<'p>> {
        let sources = self.tables().iter().find(|table| table.citation.is_some())?;
        let id = sources.names.first().and_then(|name| sources.index_of(name))?;
        Some(Provenance { sources, id, place: ProvenancePlace::Always(source) })
    }

    /// The key that a column is, if it is one.
    pub fn key<'p>(&'p self, table: &'p Table, field: &Field) -> Option<Key<'p>> {
        let declared = table.schema().keys().find(|key| key.is_of(&field.name))?;
        self.resolve(table, declared)
    }

    /// The key by which things of a kind are called: that of a column that names such things and is one.
    pub fn key_of_kind<'p>(&'p self, kind: &str) -> Option<Key<'p>> {
        self.tables().iter().find_map(|table| {
            let mut named = table.schema().fields.iter().filter(|field| field.subject.as_deref() == Some(kind));
            named.find_map(|field| self.key(table, field))
        })
    }

    /// The table to which a declared key of this table points; one without a name is the table itself.
    pub fn far_table<'p>(&'p self, table: &'p Table, declared: &ForeignKey) -> Option<&'p Table> {
        let name = &declared.reference.table;
        if name.is_empty() { Some(table) } else { self.table(name) }
    }
}

impl Table {
    /// Whether it is this key that opens what a name means: one column, the table's own, or that of the first key which opens
    /// one called so.
    pub(super) fn is_opened_by(&self, key: &ForeignKey, name: &String) -> bool {
        let first = self.schema().all_keys().find(|key| key.opens.contains(name));
        self.index_of(name).is_none() && first.is_some_and(|first| std::ptr::eq(first, key))
    }
}

impl Column<'_> {
    /// What the cells are in an answer: a list wherever the key they are reached by is one.
    pub fn field_type(&self) -> FieldType {
        match self.place {
            Place::Joined { key, .. } if key.field.field_type == FieldType::List => FieldType::List,
            _ => self.field.field_type,
        }
    }

    /// The separator of the items, where the cells are lists.
    pub fn delimiter(&self) -> char {
        match self.place {
            Place::Joined { key, .. } => key.field.delimiter,
            Place::Own(_) => self.field.delimiter,
        }
    }
}
