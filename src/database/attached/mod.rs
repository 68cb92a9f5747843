//! A file of the user's own as a table beside the package's.

use std::fs::{self, File};
use std::io::{BufReader, Read, Seek};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result};
use rusqlite::limits::Limit;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, params_from_iter};

use super::fault::past_time;
use super::link::links;
use super::schema::{self, Use};
use super::select::Limits;
use crate::error::{Refusal, bad_value};
use crate::package::{FieldType, Package, Problem, Record, Rows, Seen, Told, plain};
use crate::words::{quoted, words};

/// The flag that attaches a file, as errors name it.
const FLAG: &str = "--attach";

/// The longest row of a file, in bytes, a little below the longest that SQLite takes here.
const LONGEST_ROW: usize = 1_000_000;

/// How much of a file is looked at for the separator of its cells.
const BEGINNING: u64 = 64 << 10;

/// A CSV file, and the name of the table that it becomes.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The table's name.
    pub name: String,
    /// The file.
    pub path: PathBuf,
}

/// A table that an attachment has become.
pub(super) struct Attached {
    /// Its name.
    pub name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// What is to be told of each column.
    told: Vec<Told>,
}

impl Attached {
    /// What is to be told of those columns that a statement reads, whose names are in lower case.
    pub(super) fn notices(&self, read: &[String]) -> Vec<String> {
        let (mut notices, mut read_as) = (Vec::new(), Vec::new());
        let told = self.columns.iter().zip(&self.told);
        for (name, told) in told.filter(|(name, _)| read.contains(&name.to_ascii_lowercase())) {
            match told {
                Told::Nothing => {}
                Told::Read { has_spaces, has_commas } => read_as.push((name.as_str(), *has_spaces, *has_commas)),
                Told::Text(cell, why) => notices.push(words().read_as_text(&self.name, name, cell, why)),
            }
        }
        if !read_as.is_empty() {
            notices.insert(0, words().read_as_numbers(&self.name, &read_as));
        }
        notices
    }
}

impl Attachment {
    /// Makes the table and fills it, in the time of a statement.
    pub(super) fn load(&self, package: &Package, connection: &Connection, limits: Limits) -> Result<Attached> {
        check_name(package, connection, &self.name)?;
        let mut reader = Reader::open(self, limits)?;
        let columns = reader.header(connection.limit(Limit::SQLITE_LIMIT_COLUMN)?)?;
        let mut seen: Vec<Seen> = columns.iter().map(|_| Seen::default()).collect();
        reader.each(columns.len(), |record, row| {
            for (at, (seen, cell)) in seen.iter_mut().zip(row).enumerate() {
                seen.add(cell, || {
                    let (line, column) = record.place(at);
                    format!("{} ({}:{line}:{column})", quoted(cell), reader.name)
                });
            }
            Ok(())
        })?;
        let (types, told): (Vec<FieldType>, Vec<Told>) =
            seen.into_iter().map(|seen| seen.judge(reader.delimiter)).unzip();
        let declared: Vec<_> =
            columns.iter().zip(&types).map(|(name, field_type)| (name.as_str(), *field_type)).collect();
        connection.execute_batch(&schema::create_plain(&self.name, &declared, Use::Questions))?;
        reader.rewind()?;
        let places = vec!["?"; columns.len()].join(", ");
        let mut insert = connection.prepare(&format!("INSERT INTO {} VALUES ({places})", schema::name(&self.name)))?;
        connection.execute_batch("BEGIN")?;
        reader.each(columns.len(), |_, row| {
            insert
                .execute(params_from_iter(types.iter().zip(row).map(|(field_type, cell)| stored(*field_type, cell))))?;
            Ok(())
        })?;
        connection.execute_batch("COMMIT")?;
        Ok(Attached { name: self.name.clone(), columns, told })
    }
}

/// Refuses a name that a statement could not use as it is.
fn check_name(package: &Package, connection: &Connection, name: &str) -> Result<(), Refusal> {
    let is_word = name.chars().all(|character| character.is_alphanumeric() || character == '_');
    if name.is_empty() || !is_word || name.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(bad_value(FLAG, name, words().is_no_table_name()));
    }
    if name.to_ascii_lowercase().starts_with("sqlite_") {
        return Err(bad_value(FLAG, name, words().is_sqlites_name()));
    }
    let tables: Vec<_> = package.tables().iter().collect();
    let links = links(package, &tables);
    let mut taken = tables.iter().map(|table| &table.name).chain(links.iter().map(|link| &link.name));
    if taken.any(|taken| taken.eq_ignore_ascii_case(name)) {
        return Err(bad_value(FLAG, name, words().is_a_table_of_the_package()));
    }
    // Only SQLite knows its own tables and words.
    match connection.prepare(&format!("SELECT * FROM {name}")) {
        Err(error) if error.to_string().starts_with("no such table") => Ok(()),
        Err(error) if error.to_string().contains("syntax error") => {
            Err(bad_value(FLAG, name, words().is_a_word_of_sql()))
        }
        _ => Err(bad_value(FLAG, name, words().is_a_table_already())),
    }
}

/// Reads the rows of a file, and judges them.
struct Reader {
    /// The file's name, as it was typed.
    name: String,
    file: File,
    delimiter: u8,
    limits: Limits,
    begun: Instant,
}

impl Reader {
    fn open(attachment: &Attachment, limits: Limits) -> Result<Self> {
        let name = attachment.path.to_string_lossy().into_owned();
        let fails = || format!("{FLAG} {}: {name}", attachment.name);
        let metadata = fs::metadata(&attachment.path).with_context(fails)?;
        // A pipe would keep the program waiting, and the file is read twice.
        if !metadata.is_file() {
            return Err(bad_value(FLAG, &name, words().is_no_csv_file(metadata.is_dir())).into());
        }
        let mut file = File::open(&attachment.path).with_context(fails)?;
        let mut beginning = Vec::new();
        file.by_ref().take(BEGINNING).read_to_end(&mut beginning).with_context(fails)?;
        let mut reader = Self { name, file, delimiter: b',', limits, begun: Instant::now() };
        reader.delimiter = match separators(&beginning).as_slice() {
            [] => b',',
            // A tab is no part of a name, whatever else is.
            [delimiter] | [delimiter @ b'\t', ..] => *delimiter,
            _ => return Err(reader.problem(1, 1, words().two_separators().to_owned())),
        };
        reader.rewind()?;
        Ok(reader)
    }

    fn rewind(&mut self) -> Result<()> {
        self.file.rewind().with_context(|| self.name.clone())
    }

    fn rows(&self) -> Rows<'_> {
        Rows::foreign(&self.name, Box::new(BufReader::new(&self.file)), self.delimiter, LONGEST_ROW)
    }

    /// The names of the columns.
    fn header(&mut self, most: i32) -> Result<Vec<String>> {
        let mut rows = self.rows();
        let Some(header) = rows.next_of_any_length()? else {
            return Err(self.problem(1, 1, words().file_is_empty().to_owned()));
        };
        let mut names: Vec<String> = Vec::new();
        for index in 0..header.cell_count() {
            let (name, (line, column)) = (self.text(header, index)?, header.place(index));
            let problem = if name.trim().is_empty() {
                Some(words().column_without_name().to_owned())
            } else if names.iter().any(|other| other.eq_ignore_ascii_case(name)) {
                Some(words().second_column(name))
            } else if i32::try_from(index).is_ok_and(|index| index >= most) {
                Some(words().too_many_columns(most))
            } else {
                None
            };
            if let Some(problem) = problem {
                return Err(self.problem(line, column, problem));
            }
            names.push(name.to_owned());
        }
        self.check_quotes(&rows)?;
        drop(rows);
        self.rewind()?;
        Ok(names)
    }

    /// Hands on the cells of each row behind the header.
    fn each(&self, columns: usize, mut take: impl FnMut(Record, &[&str]) -> Result<()>) -> Result<()> {
        let mut rows = self.rows();
        rows.next_of_any_length()?;
        loop {
            if self.begun.elapsed() > self.limits.time {
                return Err(past_time(self.limits));
            }
            let Some(row) = rows.next_of_any_length()? else { return Ok(()) };
            let (count, (line, column)) = (row.cell_count(), row.place(columns.min(row.cell_count() - 1)));
            if count == columns {
                let cells = (0..count).map(|index| self.text(row, index)).collect::<Result<Vec<_>>>()?;
                take(row, &cells)?;
            }
            self.check_quotes(&rows)?;
            if count != columns {
                let separator = char::from(self.delimiter).escape_default().to_string();
                return Err(self.problem(line, column, words().cells_of_header(count, columns, &separator)));
            }
        }
    }

    /// Refuses quotes in the last row read of which nobody knows what they enclose.
    fn check_quotes(&self, rows: &Rows) -> Result<()> {
        if let Some((line, column)) = rows.unclosed_quote() {
            return Err(self.problem(line, column, words().quote_never_closed().to_owned()));
        }
        if let Some((line, column)) = rows.resumed_cell() {
            return Err(self.problem(line, column, words().goes_on_behind_quote().to_owned()));
        }
        Ok(())
    }

    fn text<'r>(&self, record: Record<'r>, index: usize) -> Result<&'r str> {
        let text = str::from_utf8(record.raw(index)).ok().filter(|text| !text.contains('\0'));
        text.ok_or_else(|| {
            let (line, column) = record.place(index);
            self.problem(line, column, words().file_not_utf8().to_owned())
        })
    }

    fn problem(&self, line: u64, column: u64, message: String) -> anyhow::Error {
        Problem { file: self.name.clone(), line, column, message }.into()
    }
}

/// A cell as a column of this type holds it.
fn stored(field_type: FieldType, cell: &str) -> ToSqlOutput<'_> {
    let number = match field_type {
        FieldType::Integer => plain(cell).and_then(|plain| plain.parse().ok()).map(Value::Integer),
        FieldType::Number => plain(cell).and_then(|plain| plain.parse().ok()).map(Value::Real),
        _ => None,
    };
    match number {
        Some(number) => ToSqlOutput::Owned(number),
        None if cell.is_empty() => ToSqlOutput::Borrowed(ValueRef::Null),
        None => ToSqlOutput::Borrowed(ValueRef::Text(cell.as_bytes())),
    }
}

/// Which characters part the names of the first line: those that stand in it outside of quotes.
fn separators(beginning: &[u8]) -> Vec<u8> {
    let mut is_quoted = false;
    let text = beginning.iter().skip_while(|byte| matches!(byte, b'\n' | b'\r'));
    let line = text.take_while(|&&byte| {
        is_quoted ^= byte == b'"';
        is_quoted || byte != b'\n' && byte != b'\r'
    });
    let mut is_quoted = false;
    let bare: Vec<u8> = line
        .copied()
        .filter(|&byte| {
            is_quoted ^= byte == b'"';
            !is_quoted
        })
        .collect();
    [b'\t', b',', b';'].into_iter().filter(|separator| bare.contains(separator)).collect()
}

#[cfg(test)]
mod tests {
    use super::separators;

    #[test]
    fn what_stands_in_quotes_parts_nothing() {
        for (text, found) in [
            ("code,name\n1;2", ","),
            ("\"Folkmängd, 2023\";code\n1,2", ";"),
            ("\n\"a\n,\"\tb;c\n", "\t;"),
            ("code\n1,2;3", ""),
            ("\"a\"\",\";b", ";"),
        ] {
            assert_eq!(separators(text.as_bytes()), found.as_bytes(), "{text}");
        }
    }
}
