//! Counting an answer's rows by the values of some of its columns.

use std::cmp::Ordering;
use std::collections::HashMap;

use anyhow::Result;
use foldhash::fast::RandomState;

use super::Query;
use super::projection::{Cell, last_cell};
use super::scan::threads;
use super::sort::SortKey;
use crate::package::{Column, Decimal, Package, Record, Rows, Spot, Value, Work};
use crate::text::sort_by;

/// Values, and how many rows have them.
pub struct Group {
    /// A value a column.
    pub values: Vec<Value<'static>>,
    /// How many rows.
    pub count: usize,
}

/// One thing that groups are ordered by.
pub struct GroupSort {
    /// The place among the values of a group; how many rows it has where there is none.
    pub value: Option<usize>,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl<'p> Query<'p> {
    /// How many rows have each combination of values in these columns: in this order, then most first, ties by the
    /// values, text as Swedish sorts it and missing values last. A row whose cell is a list counts once under each item.
    pub fn count_by(&self, package: &'p Package, by: &[Column<'p>], order: &[GroupSort]) -> Result<Vec<Group>> {
        let cells = by.iter().map(|&column| Cell::new(package, self.table, column)).collect::<Result<Vec<_>>>()?;
        let (known, groups) = (HashMap::default(), Groups::default());
        let mut alike = Alike { cells: &cells, known, rows: Vec::new(), groups, counts: Vec::new() };
        self.tally(package, &cells, &mut |raw, count, record| alike.add(raw, count, record))?;
        alike.count();
        let Alike { groups, counts, .. } = alike;
        let counted = groups.values.into_iter().zip(counts);
        let keyed = counted.map(|(values, count)| (values.iter().map(SortKey::new).collect(), Group { values, count }));
        let mut groups: Vec<(Vec<SortKey>, Group)> = keyed.collect();
        sort_by(&mut groups, &|(a, first), (b, second)| {
            let asked = order.iter().map(|sort| match sort.value {
                Some(at) => a[at].compared(&b[at], sort.descending),
                None if sort.descending => second.count.cmp(&first.count),
                None => first.count.cmp(&second.count),
            });
            // Numbers that differ in their seventeenth digit sort as one.
            let written =
                || first.values.iter().map(|it| it.plain("")).cmp(second.values.iter().map(|it| it.plain("")));
            let usual = || second.count.cmp(&first.count).then_with(|| a.cmp(b)).then_with(written);
            asked.fold(Ordering::Equal, Ordering::then).then_with(usual)
        });
        Ok(groups.into_iter().map(|(_, group)| group).take(self.limit.unwrap_or(usize::MAX)).collect())
    }

    /// How many of the rows share their entry with others, so that the entry is counted more than once.
    pub fn joint(&self, package: &'p Package) -> Result<usize> {
        let Some(cell) = self.table.joint.as_ref().and_then(|joint| self.table.index_of(joint)) else { return Ok(0) };
        let mut joint = 0;
        self.each(package, None, cell, &mut |record| {
            joint += usize::from(!record.raw(cell).is_empty());
            Ok(())
        })?;
        Ok(joint)
    }
}

/// What takes how many rows are the same byte for byte where they are counted, and one of them.
type TakeAlike<'t> = dyn FnMut(&[u8], usize, Record) -> Result<()> + 't;

impl<'p> Query<'p> {
    /// Hands on how many rows are alike in these cells, in each part of a long table, and the first of them.
    fn tally(&self, package: &'p Package, cells: &[Cell], take: &mut TakeAlike) -> Result<()> {
        let asked = self.asked();
        let mut rows = asked.rows(package, last_cell(cells))?;
        let threads = threads(package, self);
        let each = |rows: &mut Rows, take: &mut TakeAlike| {
            let mut raw = Vec::new();
            asked.each(rows, None, &mut |record| {
                if let [Cell::Own { index, .. }] = cells {
                    return take(record.raw(*index), 1, record);
                }
                raw.clear();
                for cell in cells {
                    cell.copy_raw(record, &mut raw);
                }
                take(&raw, 1, record)
            })
        };
        if threads == 1 {
            return each(&mut rows, take).map(|_| ());
        }
        let worker = || {
            let work: Work<Vec<Tallied>> = Box::new(|rows| {
                let (mut known, mut tallied) = (HashMap::<_, _, RandomState>::default(), Vec::new());
                each(rows, &mut |raw, count, record| {
                    if let Some(&at) = known.get(raw) {
                        let tallied: &mut Tallied = &mut tallied[at];
                        tallied.count += count;
                    } else {
                        known.insert(raw.to_vec(), tallied.len());
                        tallied.push(Tallied { raw: raw.to_vec(), count, first: Spot::of(record) });
                    }
                    Ok(())
                })?;
                Ok(tallied)
            });
            Ok(work)
        };
        rows.in_parts(threads, asked.last_cell(last_cell(cells)), &worker, &mut |tallied, rows| {
            let Some(tallied) = tallied else { return each(rows, take).map(|_| true) };
            for Tallied { raw, count, first } in tallied {
                if let Some(record) = rows.again(first)? {
                    take(&raw, count, record)?;
                }
            }
            Ok(true)
        })
    }
}

/// How many rows of a part are alike, and where the first of them is.
struct Tallied {
    raw: Vec<u8>,
    count: usize,
    first: Spot,
}

/// Rows that are the same byte for byte where they are counted: a row whose like came before costs no more than finding it.
struct Alike<'c, 'p> {
    cells: &'c [Cell<'p>],
    known: HashMap<Vec<u8>, usize, RandomState>,
    /// Their values, and how many they are.
    rows: Vec<(Vec<Value<'static>>, usize)>,
    /// What was counted before.
    groups: Groups,
    counts: Vec<usize>,
}

/// So many are told apart at once, however many groups there are.
const MOST_ALIKE: usize = 50_000;

impl Alike<'_, '_> {
    /// Adds so many rows, of which this is one.
    fn add(&mut self, raw: &[u8], count: usize, record: Record) -> Result<()> {
        if let Some(&at) = self.known.get(raw) {
            self.rows[at].1 += count;
            return Ok(());
        }
        if self.rows.len() == MOST_ALIKE {
            self.count();
        }
        let values = self.cells.iter().map(|cell| Ok(cell.value(record)?.into_owned())).collect::<Result<_>>()?;
        self.known.insert(raw.to_vec(), self.rows.len());
        self.rows.push((values, count));
        Ok(())
    }

    /// Counts them in their groups, and holds them no longer.
    fn count(&mut self) {
        self.known.clear();
        for (values, count) in self.rows.drain(..) {
            for values in counted_under(&values) {
                let group = self.groups.of(values);
                self.counts.resize(self.groups.values.len(), 0);
                self.counts[group] += count;
            }
        }
    }
}

/// What a row of these values is counted under: itself, or where some are lists each combination of their items.
pub fn counted_under(values: &[Value]) -> Vec<Vec<Value<'static>>> {
    let mut combinations = vec![Vec::new()];
    for value in values {
        let extended = combinations.iter().flat_map(|values: &Vec<Value>| {
            value.items().iter().map(|item| [values.as_slice(), &[counted(item)]].concat())
        });
        combinations = extended.collect();
    }
    combinations
}

/// Combinations of values, each with a place, in the order in which they came. Numbers of one size are one value, however
/// they are written, as they are to filters, to orders and to SQL.
#[derive(Default)]
pub struct Groups {
    known: HashMap<Vec<Key>, usize>,
    /// The values of each.
    pub values: Vec<Vec<Value<'static>>>,
}

/// What tells a value from others.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Number(Decimal),
    Other(Value<'static>),
}

impl Groups {
    /// The place of these values. A number stands as the shortest of those that are the same.
    pub fn of(&mut self, values: Vec<Value<'static>>) -> usize {
        let place = *self.known.entry(values.iter().map(Key::new).collect()).or_insert(self.values.len());
        let Some(known) = self.values.get_mut(place) else {
            self.values.push(values);
            return place;
        };
        for (known, value) in known.iter_mut().zip(values) {
            if value.plain("").len() < known.plain("").len() {
                *known = value;
            }
        }
        place
    }
}

impl Key {
    fn new(value: &Value<'static>) -> Self {
        match value {
            Value::Number(text) => Decimal::parse(text).map_or_else(|| Self::Other(value.clone()), Self::Number),
            _ => Self::Other(value.clone()),
        }
    }
}

/// What a value is counted as. A figure is its number alone, as in the column: those of one number would else be groups
/// that look alike to a program, for which unit and qualifier are columns of their own.
fn counted(value: &Value) -> Value<'static> {
    match value {
        Value::Quantity(quantity) => Value::Number(quantity.value.clone().into_owned().into()),
        other => other.clone().into_owned(),
    }
}
