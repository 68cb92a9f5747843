//! A cell as what it is.
//!
//! Numbers keep the text that the source has: 3.0 says more than 3, and an integer may be longer than a machine's.

use std::borrow::Cow;

use anyhow::Result;

use super::descriptor::StatusColumn;
use super::quantity::{Interval, Qualifier};
use super::{Date, Field, FieldType, QuantityCells, Record, boolean};
use crate::words::words;

/// A value of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value<'v> {
    /// Nothing is stated.
    Missing,
    /// Text or a code.
    Text(Cow<'v, str>),
    /// A day.
    Date(Date),
    /// A number as it is written, with a point before its decimals.
    Number(Cow<'v, str>),
    /// True or false.
    Boolean(bool),
    /// Items in order, none of them missing.
    List(Vec<Value<'v>>),
    /// A figure with what its source's words leave open.
    Quantity(Box<Quantity<'v>>),
    /// A value with how sure it is, for people.
    Marked(Box<Marked<'v>>),
}

/// A value, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marked<'v> {
    /// The value.
    pub value: Value<'v>,
    /// Whether no source states it, and it follows from what sources state.
    pub inferred: bool,
    /// Whether sources disagree on it.
    pub disputed: bool,
}

/// A figure: a number, and what its source's words leave open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity<'v> {
    /// The number as it is written; of a range its lower end.
    pub value: Cow<'v, str>,
    /// The upper end of a range; empty where it is none.
    pub upper: Cow<'v, str>,
    /// How sure the figure is.
    pub qualifier: Qualifier,
    /// What it counts; empty where it is a bare number.
    pub unit: Cow<'v, str>,
    /// What it counts where that is one; empty where that is not told.
    pub unit_one: Cow<'v, str>,
    /// What it is: reported, a target or the like; empty where that is not told.
    pub status: Cow<'v, str>,
    /// Whether its status goes without saying.
    pub is_plain: bool,
    /// Whether it is a fact, and neither a goal nor a guess at what will be.
    pub is_fact: bool,
}

/// What either of two values is marked as.
pub fn either(one: [bool; 2], other: [bool; 2]) -> [bool; 2] {
    [one[0] || other[0], one[1] || other[1]]
}

impl Quantity<'_> {
    /// The values that the figure may have; nothing where it is no number.
    pub fn interval(&self) -> Option<Interval> {
        Interval::of(&self.value, &self.upper, self.qualifier)
    }
}

impl<'v> Value<'v> {
    /// The number of things counted.
    pub fn count(count: usize) -> Value<'static> {
        Value::Number(Cow::Owned(count.to_string()))
    }

    /// A text, or nothing where it is empty.
    pub fn text(text: &'v str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(Cow::Borrowed(text)) }
    }

    /// A list of texts.
    pub fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Value<'t> {
        Value::List(texts.into_iter().map(Value::text).collect())
    }

    /// The value with how sure it is: whether it is inferred, and whether it is disputed.
    #[must_use]
    pub fn marked(self, [inferred, disputed]: [bool; 2]) -> Self {
        if inferred || disputed { Self::Marked(Box::new(Marked { value: self, inferred, disputed })) } else { self }
    }

    /// The value without how sure it is.
    pub fn unmarked(&self) -> &Self {
        if let Self::Marked(marked) = self { marked.value.unmarked() } else { self }
    }

    /// Whether it, or one of its items, is inferred, and whether one is disputed.
    pub fn marks(&self) -> [bool; 2] {
        match self {
            Self::Marked(marked) => either([marked.inferred, marked.disputed], marked.value.marks()),
            Self::List(items) => items.iter().map(Self::marks).fold([false; 2], either),
            _ => [false; 2],
        }
    }

    /// Whether nothing is stated; an empty list states nothing.
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Missing => true,
            Self::List(items) => items.is_empty(),
            Self::Marked(marked) => marked.value.is_missing(),
            _ => false,
        }
    }

    /// The value as one text: a list's items joined by the separator, of a figure the number alone.
    pub fn plain(&self, separator: &str) -> Cow<'_, str> {
        match self {
            Self::Missing => Cow::Borrowed(""),
            Self::Text(text) | Self::Number(text) => Cow::Borrowed(text),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Boolean(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
            Self::List(items) => {
                Cow::Owned(items.iter().map(|item| item.plain(separator)).collect::<Vec<_>>().join(separator))
            }
            Self::Quantity(quantity) => Cow::Borrowed(&quantity.value),
            Self::Marked(marked) => marked.value.plain(separator),
        }
    }

    /// The items of a list; any other value is the only item of its own, a missing one included.
    pub fn items(&self) -> &[Value<'v>] {
        match self {
            Self::List(items) if items.is_empty() => &[Value::Missing],
            Self::List(items) => items,
            Self::Marked(marked) => marked.value.items(),
            other => std::slice::from_ref(other),
        }
    }

    /// The same value, independent of the row that it was read from.
    pub fn into_owned(self) -> Value<'static> {
        let owned = |text: Cow<str>| Cow::Owned(text.into_owned());
        match self {
            Self::Missing => Value::Missing,
            Self::Text(text) => Value::Text(owned(text)),
            Self::Number(text) => Value::Number(owned(text)),
            Self::Date(date) => Value::Date(date),
            Self::Boolean(value) => Value::Boolean(value),
            Self::List(items) => Value::List(items.into_iter().map(Value::into_owned).collect()),
            Self::Quantity(quantity) => {
                let Quantity { value, upper, qualifier, unit, unit_one, status, is_plain, is_fact } = *quantity;
                let [value, upper, unit, unit_one, status] = [value, upper, unit, unit_one, status].map(owned);
                Value::Quantity(Box::new(Quantity {
                    value,
                    upper,
                    qualifier,
                    unit,
                    unit_one,
                    status,
                    is_plain,
                    is_fact,
                }))
            }
            Self::Marked(marked) => Value::Marked(Box::new(Marked { value: marked.value.into_owned(), ..*marked })),
        }
    }
}

impl<'r> Record<'r> {
    /// The cell of a column of this table as what the column says that it is; an error with its place where it is not.
    pub fn value(self, index: usize, field: &Field) -> Result<Value<'r>> {
        let text = self.text(index)?;
        if text.is_empty() {
            return Ok(if field.field_type == FieldType::List { Value::List(Vec::new()) } else { Value::Missing });
        }
        Ok(match field.field_type {
            FieldType::List => {
                let of_type = |item| match field.value_type() {
                    kind if kind.is_numeric() => Value::Number(Cow::Borrowed(item)),
                    FieldType::Boolean => boolean(item).map_or(Value::text(item), Value::Boolean),
                    _ => Value::text(item),
                };
                Value::List(text.split(field.delimiter).map(of_type).collect())
            }
            FieldType::Boolean => match boolean(text) {
                Some(value) => Value::Boolean(value),
                None => return Err(self.bad(index, words().cell_is_no_boolean())),
            },
            FieldType::Date => Value::Date(Date::parse(text).map_err(|_| self.bad(index, words().cell_is_no_date()))?),
            other if other.is_numeric() => Value::Number(Cow::Borrowed(text)),
            _ => Value::Text(Cow::Borrowed(text)),
        })
    }

    /// The figure whose parts stand in these cells; `statuses` tells what its status means.
    pub fn quantity(self, cells: QuantityCells, statuses: Option<&StatusColumn>) -> Result<Value<'r>> {
        let value = self.text(cells.value)?;
        if value.is_empty() {
            return Ok(Value::Missing);
        }
        let qualifier = Qualifier::named(self.text(cells.qualifier)?)
            .ok_or_else(|| self.bad(cells.qualifier, words().cell_is_no_qualifier()))?;
        let status = cells.status.map_or(Ok(""), |cell| self.text(cell))?;
        let is_fact = statuses.is_none_or(|it| it.facts.iter().any(|fact| fact == status));
        let is_plain = statuses.is_none_or(|it| it.plain == status);
        Ok(Value::Quantity(Box::new(Quantity {
            value: Cow::Borrowed(value),
            upper: Cow::Borrowed(self.text(cells.upper)?),
            qualifier,
            unit: Cow::Borrowed(self.text(cells.unit)?),
            unit_one: Cow::Borrowed(""),
            status: Cow::Borrowed(status),
            is_plain,
            is_fact,
        })))
    }
}
