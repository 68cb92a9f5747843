//! A description of files of which nothing is said, as the Data Package standard has it.
//!
//! A file is read twice: for its encoding, and for what its columns hold; of neither more than a row is kept. It is read in
//! the form that is proposed, so that what is proposed can be read.

use std::io::{BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::cell::SPACES;
use super::encoding::{self, Guess};
use super::{Seen, Told, delimiter, names};
use crate::package::files::Files;
use crate::package::files::Input;
use crate::package::form::Form;
use crate::package::lines::of_reading;
use crate::package::rows::Rows;
use crate::package::{Date, FieldType, Problem, Record};
use crate::words::{quoted, words};

/// A description, and what is to be told of it.
pub struct Proposal {
    /// The description, as JSON.
    pub text: String,
    /// What keeps columns from being numbers that mostly are, and files from being tables.
    pub notices: Vec<String>,
}

/// How much of a file is looked at for what parts its cells, in bytes.
const BEGINNING: u64 = 256 << 10;

/// Proposes the description of these files, to lie in this folder.
pub fn propose(folder: &Path, files: &[PathBuf]) -> Result<Proposal> {
    let (mut resources, mut names, mut notices) = (Vec::new(), Vec::new(), Vec::new());
    for file in files {
        let path = names::path(folder, file)?;
        let name = names::table(&path, &names);
        names.push(name.clone());
        let file = Proposed { files: &Files::Folder(folder.to_owned(), None), path, name };
        resources.push(file.resource(&mut notices)?);
    }
    let description =
        json!({"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": resources});
    Ok(Proposal { text: serde_json::to_string_pretty(&description)? + "\n", notices })
}

/// A file that is described.
struct Proposed<'f> {
    files: &'f Files,
    path: String,
    name: String,
}

impl Proposed<'_> {
    fn resource(&self, notices: &mut Vec<String>) -> Result<Value> {
        let mut resource = json!({"name": self.name, "type": "table", "path": self.path, "format": "csv"});
        resource["encoding"] = json!(self.encoding()?);
        let delimiter = self.delimiter(&resource)?;
        if delimiter == "\t" {
            resource["format"] = json!("tsv");
        }
        if delimiter != "," {
            resource["dialect"] = json!({"delimiter": delimiter});
        }
        resource["schema"] = json!({"fields": self.fields(&resource, delimiter.as_bytes()[0], notices)?});
        Ok(resource)
    }

    fn problem(&self, (line, column): (u64, u64), message: String) -> anyhow::Error {
        Problem { file: self.path.clone(), line, column, message }.into()
    }

    fn bytes(&self) -> Result<Box<dyn Read>> {
        Ok(match self.files.open(&self.path)? {
            Input::Held(bytes) => Box::new(Cursor::new(bytes)),
            Input::Read(read) => read,
        })
    }

    fn encoding(&self) -> Result<&'static str> {
        let mut bytes = BufReader::with_capacity(64 << 10, self.bytes()?);
        let guess = encoding::of(&mut bytes).map_err(|error| of_reading(&self.path, error))?;
        match guess {
            Guess::Utf8 => Ok("utf-8"),
            Guess::Named(name) => Ok(name),
            Guess::NoText(place) => Err(self.problem(place, words().has_a_byte_0().to_owned())),
            Guess::Damaged(place) => Err(self.problem(place, words().is_damaged_utf_8().to_owned())),
            Guess::Unknown(place, byte) => Err(self.problem(place, words().is_of_no_encoding(byte))),
        }
    }

    fn delimiter(&self, resource: &Value) -> Result<&'static str> {
        let mut beginning = Vec::new();
        self.bytes()?.take(BEGINNING).read_to_end(&mut beginning).map_err(|error| of_reading(&self.path, error))?;
        let is_cut = beginning.len() as u64 == BEGINNING;
        let forms = delimiter::ALL.map(|delimiter| {
            let mut resource = resource.clone();
            resource["dialect"] = json!({"delimiter": delimiter});
            Form::of(&resource)
        });
        let rows = |at: usize| Rows::formed(&self.path, Input::Held(beginning.as_slice().into()), &forms[at]);
        Ok(delimiter::of(&self.path, rows, is_cut)?)
    }

    /// What the columns are, by all rows.
    fn fields(&self, resource: &Value, delimiter: u8, notices: &mut Vec<String>) -> Result<Vec<Value>> {
        let form = Form::of(resource);
        let mut rows = Rows::formed(&self.path, self.files.open(&self.path)?, &form);
        let Some(header) = rows.next_of_any_length()? else {
            bail!(self.problem((1, 1), words().no_headings().to_owned()))
        };
        let headings = self.headings(header)?;
        let spaced = headings.iter().position(|heading| heading.trim() != heading);
        if let Some(at) = spaced {
            let (line, column) = header.place(at);
            notices.push(format!("{}:{line}:{column}: {}", self.path, words().heading_has_blanks(&headings[at])));
        }
        let mut columns: Vec<Column> = headings.iter().map(|_| Column::default()).collect();
        let mut other_widths = 0_u64;
        let mut first_of_other_width = None;
        loop {
            let Some(record) = rows.next_of_any_length()? else { break };
            if record.cell_count() != columns.len() {
                other_widths += 1;
                first_of_other_width.get_or_insert((record.line(), record.cell_count()));
            }
            for (at, column) in columns.iter_mut().enumerate().take(record.cell_count()) {
                let cell = record.text(at)?;
                column.add(cell, || {
                    let (line, column) = record.place(at);
                    format!("{} ({}:{line}:{column})", quoted(cell), self.path)
                });
            }
            if let Some(place) = rows.unclosed_quote() {
                return Err(self.problem(place, words().never_closed().to_owned()));
            }
        }
        if let Some((line, cells)) = first_of_other_width {
            let told = words().rows_of_other_widths(cells, columns.len(), other_widths);
            notices.push(format!("{}:{line}:1: {told}", self.path));
        }
        let fields = headings.into_iter().zip(columns).map(|(heading, column)| {
            let (field, told) = column.field(&heading, delimiter);
            if let Told::Text(cell, why) = told {
                notices.push(words().read_as_text(&self.name, &heading, &cell, why));
            }
            field
        });
        Ok(fields.collect())
    }

    /// The headings, which name the columns: each of them is one, and there are no two of one name.
    fn headings(&self, header: Record) -> Result<Vec<String>> {
        let mut seen = std::collections::HashSet::new();
        let headings = (0..header.cell_count()).map(|cell| {
            let heading = header.text(cell)?;
            let problem = if heading.trim().is_empty() {
                words().heading_is_empty().to_owned()
            } else if seen.insert(heading) {
                return Ok(heading.to_owned());
            } else {
                words().heading_twice(heading) + words().headings_are_mended_in_the_file()
            };
            Err(self.problem(header.place(cell), problem))
        });
        headings.collect()
    }
}

/// What of a column is seen.
#[derive(Default)]
struct Column {
    seen: Seen,
    /// How many cells have something in them, and how many of these are dates, and true or false.
    filled: u64,
    dates: u64,
    booleans: u64,
    /// Which spaces stand in cells.
    spaces: Vec<char>,
}

impl Column {
    fn add(&mut self, cell: &str, example: impl Fn() -> String) {
        self.seen.add(cell, example);
        if cell.is_empty() {
            return;
        }
        // Of those that are numbers alone it is asked.
        if cell.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            for space in cell.chars().filter(|letter| SPACES.contains(letter)) {
                if !self.spaces.contains(&space) {
                    self.spaces.push(space);
                }
            }
        }
        self.filled += 1;
        self.dates += u64::from(cell.len() == 10 && Date::parse(cell).is_ok());
        self.booleans += u64::from(matches!(cell, "true" | "True" | "TRUE" | "false" | "False" | "FALSE"));
    }

    /// The column as a field of a schema, and what is to be told of it.
    fn field(self, name: &str, delimiter: u8) -> (Value, Told) {
        let of_type = |field_type: FieldType| json!({"name": name, "type": field_type.name()});
        if self.filled > 0 && self.dates == self.filled {
            return (of_type(FieldType::Date), Told::Nothing);
        }
        if self.filled > 0 && self.booleans == self.filled {
            return (of_type(FieldType::Boolean), Told::Nothing);
        }
        let (field_type, told) = self.seen.judge(delimiter);
        let mut field = of_type(field_type);
        if let Told::Read { has_spaces, has_commas } = told {
            match self.spaces[..] {
                // Of whole numbers groups are newer than of others, and not all that read packages know them.
                [space] if has_spaces => {
                    field = of_type(FieldType::Number);
                    field["groupChar"] = json!(space.to_string());
                }
                // The standard knows one sign for it.
                [..] if has_spaces => return (of_type(FieldType::String), Told::Nothing),
                _ => {}
            }
            if has_commas {
                field["decimalChar"] = json!(",");
            }
        }
        (field, told)
    }
}
