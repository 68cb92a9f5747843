//! JSON, as one array or an object a line: numbers as numbers, codes as strings, lists as arrays, missing as null.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;

use super::{Heading, RowWriter};
use crate::package::{FieldType, boolean};
use crate::text::acts_on_terminal;

/// Writes rows as JSON objects.
pub struct Json<'w> {
    headings: Vec<Heading>,
    out: &'w mut dyn Write,
    array: bool,
    rows: usize,
}

impl<'w> Json<'w> {
    /// One array, a row a line within it.
    pub fn array(headings: Vec<Heading>, out: &'w mut dyn Write) -> Self {
        Self { headings, out, array: true, rows: 0 }
    }

    /// JSON Lines (<https://jsonlines.org>).
    pub fn lines(headings: Vec<Heading>, out: &'w mut dyn Write) -> Self {
        Self { headings, out, array: false, rows: 0 }
    }
}

impl RowWriter for Json<'_> {
    fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        if self.array {
            self.out.write_all(if self.rows == 0 { b"[\n" } else { b",\n" })?;
        }
        let row = Row { headings: &self.headings, cells };
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
    cells: &'r [&'r str],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.cells.len()))?;
        for (heading, cell) in self.headings.iter().zip(self.cells) {
            object.serialize_entry(&heading.name, &Value { heading, cell })?;
        }
        object.end()
    }
}

struct Value<'r> {
    heading: &'r Heading,
    cell: &'r str,
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cell = self.cell;
        match self.heading.field_type {
            FieldType::List if cell.is_empty() => serializer.collect_seq([""; 0]),
            FieldType::List => serializer.collect_seq(cell.split(self.heading.delimiter)),
            _ if cell.is_empty() => serializer.serialize_none(),
            FieldType::Integer | FieldType::Year | FieldType::Number => {
                match (cell.parse::<i64>(), cell.parse::<f64>()) {
                    (Ok(whole), _) => serializer.serialize_i64(whole),
                    (_, Ok(number)) if number.is_finite() => serializer.serialize_f64(number),
                    _ => serializer.serialize_str(cell),
                }
            }
            FieldType::Boolean => match boolean(cell) {
                Some(value) => serializer.serialize_bool(value),
                None => serializer.serialize_str(cell),
            },
            FieldType::String | FieldType::Date => serializer.serialize_str(cell),
        }
    }
}

/// Compact JSON in which characters that a terminal would act on are always `\u` escapes, which JSON allows.
pub struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
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
