//! JSON, as one array or an object a line: numbers as numbers, codes as strings, lists as arrays, missing as null.

use std::io::{self, Write};

use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;
use serde_json::value::RawValue;

use super::RowWriter;
use crate::answer::Heading;
use crate::package::{Decimal, Value};
use crate::text::acts_on_terminal;

/// Writes rows as JSON objects.
pub(super) struct Json<'w> {
    headings: Vec<Heading>,
    out: &'w mut dyn Write,
    array: bool,
    rows: usize,
}

impl<'w> Json<'w> {
    /// One array, a row a line within it.
    pub(super) fn array(headings: Vec<Heading>, out: &'w mut dyn Write) -> Self {
        Self { headings, out, array: true, rows: 0 }
    }

    /// JSON Lines (<https://jsonlines.org>).
    pub(super) fn lines(headings: Vec<Heading>, out: &'w mut dyn Write) -> Self {
        Self { headings, out, array: false, rows: 0 }
    }
}

impl RowWriter for Json<'_> {
    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        if self.array {
            self.out.write_all(if self.rows == 0 { b"[\n" } else { b",\n" })?;
        }
        let row = Row { headings: &self.headings, values };
        row.serialize(&mut serde_json::Serializer::with_formatter(&mut self.out, Visible)).map_err(io::Error::from)?;
        if !self.array {
            self.out.write_all(b"\n")?;
        }
        self.rows += 1;
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        match (self.array, self.rows) {
            (false, _) => Ok(()),
            (true, 0) => self.out.write_all(b"[]\n"),
            (true, _) => self.out.write_all(b"\n]\n"),
        }
    }
}

struct Row<'r> {
    headings: &'r [Heading],
    values: &'r [Value<'r>],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.values.len()))?;
        for (heading, value) in self.headings.iter().zip(self.values) {
            object.serialize_entry(&heading.name, &Typed(value))?;
        }
        object.end()
    }
}

struct Typed<'r>(&'r Value<'r>);

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Missing => serializer.serialize_none(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(text) => number(text, serializer),
            Value::Date(date) => serializer.collect_str(date),
            Value::Boolean(value) => serializer.serialize_bool(*value),
            Value::List(items) => serializer.collect_seq(items.iter().map(Typed)),
            Value::Quantity(quantity) => number(&quantity.value, serializer),
            Value::Marked(marked) => Typed(&marked.value).serialize(serializer),
        }
    }
}

/// A number as JSON has it, a whole one to every digit; what is too large for a machine's stays the text that it is, and so
/// does, since JSON knows none of them and missing they are not, what is none of arithmetic.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text).trim_start_matches('0');
    match (text.parse::<i64>(), text.parse::<f64>()) {
        (Ok(whole), _) => serializer.serialize_i64(whole),
        _ if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let sign = if text.starts_with('-') { "-" } else { "" };
            RawValue::from_string(format!("{sign}{digits}")).map_err(S::Error::custom)?.serialize(serializer)
        }
        (_, Ok(number)) if number.is_finite() => serializer.serialize_f64(number),
        _ => serializer.serialize_str(Decimal::parse(text).and_then(|number| number.special_name()).unwrap_or(text)),
    }
}

/// Compact JSON in which characters that a terminal would act on are always `\u` escapes, which JSON allows.
pub(super) struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        // To look at each character would take a fourth of the work, and most texts have none but these.
        if rest.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return writer.write_all(rest.as_bytes());
        }
        while let Some(at) = rest.find(acts_on_terminal) {
            let (plain, from) = rest.split_at(at);
            writer.write_all(plain.as_bytes())?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                // All of them lie in the Basic Multilingual Plane: one escape each.
                write!(writer, "\\u{:04x}", u32::from(character))?;
            }
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}
