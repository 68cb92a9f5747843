//! What an answer is ordered by: numbers by size, text as Swedish does, missing values last in either direction.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Result;

use crate::package::{Package, Record, Value};
use crate::query::Query;
use crate::query::projection::{Cell, last_cell};
use crate::text::CollationKey;

/// A cell as it is ordered, in ascending order of what it is.
#[derive(PartialEq, Clone)]
pub enum SortKey {
    /// A number, by size.
    Number(f64),
    /// Text, as Swedish sorts it.
    Text(Arc<CollationKey>),
    /// No value.
    Missing,
}

impl SortKey {
    /// The key of a value. A list is ordered as the text of its items.
    pub fn new(value: &Value) -> Self {
        Self::made(value, &mut |text| Arc::new(CollationKey::new(text)))
    }

    fn made(value: &Value, of_text: &mut dyn FnMut(&str) -> Arc<CollationKey>) -> Self {
        let text = value.plain(";");
        let is_number = matches!(value, Value::Number(_) | Value::Quantity(_));
        match if is_number { text.parse().ok() } else { None } {
            Some(number) => Self::Number(number),
            None if value.is_missing() => Self::Missing,
            None => Self::Text(of_text(&text)),
        }
    }

    /// Which of two comes first; what is missing is last in either direction.
    pub(in crate::query) fn compared(&self, other: &Self, descending: bool) -> Ordering {
        let descends = descending && *self != Self::Missing && *other != Self::Missing;
        if descends { other.cmp(self) } else { self.cmp(other) }
    }

    fn class(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Missing => 2,
        }
    }
}

impl Eq for SortKey {}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            _ => self.class().cmp(&other.class()),
        }
    }
}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Makes the keys of rows.
pub(super) struct Keys<'p> {
    cells: Vec<Cell<'p>>,
    /// Those of texts that came before, since a text often comes again, and where each stands among them.
    texts: Vec<Arc<CollationKey>>,
    known: HashMap<Vec<u8>, usize>,
}

/// So many texts are known at once.
const MOST_KNOWN: usize = 10_000;

impl<'p> Keys<'p> {
    /// For what a query is ordered by.
    pub(super) fn new(package: &'p Package, query: &Query<'p>) -> Result<Self> {
        let cells = query.sort.iter().map(|sort| Cell::new(package, query.table, sort.column));
        Ok(Self { cells: cells.collect::<Result<_>>()?, texts: Vec::new(), known: HashMap::new() })
    }

    /// The last cell of a row that it is ordered by.
    pub(super) fn last_cell(&self) -> usize {
        last_cell(&self.cells)
    }

    /// What a row is ordered by.
    pub(super) fn of(&mut self, record: Record) -> Result<Box<[SortKey]>> {
        let (texts, known) = (&mut self.texts, &mut self.known);
        let mut of_text = |text: &str| {
            if let Some(&at) = known.get(text.as_bytes()) {
                return Arc::clone(&texts[at]);
            }
            if texts.len() == MOST_KNOWN {
                known.clear();
                texts.clear();
            }
            let key = Arc::new(CollationKey::new(text));
            known.insert(text.into(), texts.len());
            texts.push(Arc::clone(&key));
            key
        };
        self.cells.iter().map(|cell| Ok(SortKey::made(&cell.sorted_value(record)?, &mut of_text))).collect()
    }
}
