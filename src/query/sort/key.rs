//! What an answer is ordered by: numbers by size, text as Swedish does, missing values last in either direction.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Result;

use crate::package::{Decimal, EXACT, Package, Record, Value, rounded};
use crate::query::Query;
use crate::query::projection::Cell;
use crate::text::CollationKey;

/// A cell as it is ordered, in ascending order of what it is.
#[derive(PartialEq, Clone)]
pub enum SortKey {
    /// A number, by size.
    Number(f64),
    /// A whole number of more digits than that has, and the nearest that it has.
    Long(Arc<(f64, Decimal)>),
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
        match if is_number { Self::number(text.as_bytes()) } else { None } {
            Some(number) => number,
            None if value.is_missing() => Self::Missing,
            None => Self::Text(of_text(&text)),
        }
    }

    /// That of a number; nothing where the text is none.
    fn number(text: &[u8]) -> Option<Self> {
        let number = rounded(text)?;
        let is_long = text.len() > EXACT && text.strip_prefix(b"-").unwrap_or(text).iter().all(u8::is_ascii_digit);
        if !is_long {
            return Some(Self::Number(number));
        }
        Some(Self::Long(Arc::new((number, Decimal::parse(str::from_utf8(text).ok()?)?))))
    }

    /// Which of two comes first; what is missing is last in either direction.
    pub(in crate::query) fn compared(&self, other: &Self, descending: bool) -> Ordering {
        let descends = descending && *self != Self::Missing && *other != Self::Missing;
        if descends { other.cmp(self) } else { self.cmp(other) }
    }

    fn class(&self) -> u8 {
        match self {
            Self::Number(_) | Self::Long(_) => 0,
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
            (Self::Long(a), Self::Long(b)) => a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)),
            // A float of so few digits is written with these.
            (Self::Number(a), Self::Long(b)) => {
                a.total_cmp(&b.0).then_with(|| Decimal::parse(&a.to_string()).as_ref().cmp(&Some(&b.1)))
            }
            (Self::Long(_), Self::Number(_)) => other.cmp(self).reverse(),
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
    texts: Texts,
}

impl<'p> Keys<'p> {
    /// For what a query is ordered by.
    pub(super) fn new(package: &'p Package, query: &Query<'p>) -> Result<Self> {
        let cells = query.sort.iter().map(|sort| Cell::new(package, query.table, sort.column));
        Ok(Self { cells: cells.collect::<Result<_>>()?, texts: Texts::default() })
    }

    /// The last cell of a row that it is ordered by.
    pub(super) fn last_cell(&self) -> usize {
        self.cells.iter().map(Cell::last_sorted_cell).max().unwrap_or(0)
    }

    /// The weightiest of what a row is ordered by.
    pub(super) fn first(&mut self, record: Record) -> Result<SortKey> {
        // Most are, and of millions it counts that nothing is made of them but the number.
        if let Some(number) = self.cells[0].number_cell().and_then(|cell| SortKey::number(record.raw(cell))) {
            return Ok(number);
        }
        let value = self.cells[0].sorted_value(record)?;
        Ok(SortKey::made(&value, &mut |text| self.texts.key(text)))
    }

    /// Whether the others can be made.
    pub(super) fn check_others(&self, record: Record) -> Result<()> {
        self.cells[1..].iter().try_for_each(|cell| cell.sorted_value(record).map(drop))
    }

    /// The others.
    pub(super) fn others(&mut self, record: Record) -> Result<Box<[SortKey]>> {
        let mut of_text = |text: &str| self.texts.key(text);
        self.cells[1..].iter().map(|cell| Ok(SortKey::made(&cell.sorted_value(record)?, &mut of_text))).collect()
    }
}

/// The keys of texts that came before, since a text often comes again, and where each stands among them.
#[derive(Default)]
struct Texts {
    keys: Vec<Arc<CollationKey>>,
    known: HashMap<Vec<u8>, usize>,
}

/// So many texts are known at once.
const MOST_KNOWN: usize = 10_000;

impl Texts {
    fn key(&mut self, text: &str) -> Arc<CollationKey> {
        if let Some(&at) = self.known.get(text.as_bytes()) {
            return Arc::clone(&self.keys[at]);
        }
        if self.keys.len() == MOST_KNOWN {
            self.known.clear();
            self.keys.clear();
        }
        let key = Arc::new(CollationKey::new(text));
        self.known.insert(text.into(), self.keys.len());
        self.keys.push(Arc::clone(&key));
        key
    }
}
