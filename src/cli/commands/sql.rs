//! `sql`: a SELECT over the tables of the package.

use std::fmt::Write as _;
use std::io::{Read, Write};

use anyhow::{Context, Result};
use rusqlite::types::Value;

use crate::database::{Limits, Selection, select};
use crate::exit::{quoted, usage};
use crate::output::{self, Format, Heading, Style};
use crate::package::{Column, FieldType, Package};

/// The longest statement, in bytes.
const LONGEST: u64 = 1 << 20;

/// Answers the statement, or, where it is `-`, the one on standard input; returns how many rows there were.
///
/// What is wrong with the statement, a refused one included, is an error of usage.
pub fn run(package: &Package, statement: &str, style: Style, out: &mut dyn Write) -> Result<usize> {
    let mut sql = statement.to_owned();
    if statement == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes).context("standard input")?;
        sql = String::from_utf8(bytes).map_err(|_| usage("sql: standard input is not UTF-8".to_owned()))?;
    }
    if sql.len() as u64 > LONGEST || sql.contains('\0') {
        return Err(usage(format!("sql: a statement is text of at most {} kB, without NUL", LONGEST >> 10)));
    }
    let Selection { columns, rows } = select(package, &sql, Limits::default())?;
    let headings = columns.into_iter().map(|column| {
        let origin = column
            .origin
            .and_then(|(table, column)| package.columns(package.table(&table)?).find(|own| own.field.name == column));
        (Heading::text(&column.name), origin)
    });
    Answer { headings: headings.collect(), rows }.write(style, out)
}

/// The rows of an answer, all of them: what a column holds is known only at the end.
struct Answer<'p> {
    headings: Vec<(Heading, Option<Column<'p>>)>,
    rows: Vec<Vec<Value>>,
}

impl Answer<'_> {
    fn write(mut self, style: Style, out: &mut dyn Write) -> Result<usize> {
        for index in 0..self.headings.len() {
            let (heading, origin) = &mut self.headings[index];
            let mut values = self.rows.iter().map(|row| &row[index]).filter(|value| **value != Value::Null);
            if values.clone().all(|value| matches!(value, Value::Integer(_) | Value::Real(_)))
                && values.next().is_some()
            {
                heading.field_type = FieldType::Number;
            } else if let Some(column) = origin.filter(|column| column.field_type() == FieldType::List) {
                // Lists come out as the table has them, unless the column holds something else, too.
                if values.all(|value| items(value, column.delimiter()).is_some()) {
                    heading.field_type = FieldType::List;
                    heading.delimiter = column.delimiter();
                }
            }
        }
        let headings: Vec<Heading> = self.headings.iter().map(|(heading, _)| heading.clone()).collect();
        one_name_each(&headings, style.format)?;
        let mut answer = output::start(style, headings.clone(), out)?;
        for row in &self.rows {
            let cells: Vec<String> = headings.iter().zip(row).map(|(heading, value)| text(value, heading)).collect();
            answer.row(&cells.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        answer.end()?;
        Ok(self.rows.len())
    }
}

/// In an object of JSON, the second of two keys alike would hide the first.
fn one_name_each(headings: &[Heading], format: Format) -> Result<()> {
    let twice = headings
        .iter()
        .enumerate()
        .find(|(at, heading)| headings[..*at].iter().any(|other| other.name == heading.name));
    match twice {
        Some((_, heading)) if matches!(format, Format::Json | Format::Jsonl) => {
            Err(usage(format!("sql: two columns are called {}; give one another name with AS", quoted(&heading.name))))
        }
        _ => Ok(()),
    }
}

/// The items of a JSON array, as the package's tables write a list.
fn items(value: &Value, delimiter: char) -> Option<String> {
    let Value::Text(text) = value else { return None };
    let items: Vec<String> = serde_json::from_str(text).ok()?;
    Some(items.join(delimiter.encode_utf8(&mut [0; 4])))
}

fn text(value: &Value, heading: &Heading) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        // A whole number without a decimal point, as it would be written; one of twenty digits in powers of ten.
        Value::Real(number) if number.abs() < 1e15 => number.to_string(),
        Value::Real(number) => format!("{number:?}"),
        Value::Text(_) if heading.field_type == FieldType::List => items(value, heading.delimiter).unwrap_or_default(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => {
            let mut hex = String::with_capacity(bytes.len() * 2);
            for byte in bytes {
                let _ = write!(hex, "{byte:02x}");
            }
            hex
        }
    }
}
