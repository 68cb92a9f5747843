//! What a row has in which words are looked for, column by column.
//!
//! Of what stands in other tables and of labels only that is kept which has any of the words: it is little, and what a row's
//! keys open need not be looked through for each row.

use std::collections::HashMap;
use std::rc::Rc;

use anyhow::Result;

use super::{Search, Word};
use crate::package::{Column, Field, FieldType, Key, Place, Record, Table};
use crate::text::push_sought;

/// What stands beside a value, be it a key or a member of a fixed set, where it has any of the words.
pub(super) type Beside = Rc<HashMap<Vec<u8>, String>>;

/// A column in which words are looked for.
pub(super) struct Sought<'p> {
    pub column: Column<'p>,
    /// The cell, or that of the key which opens the column.
    pub cell: usize,
    /// The separator of the cell's items, if it is a list.
    delimiter: Option<u8>,
    /// Whether what the cell holds is looked at.
    pub is_own: bool,
    /// What is looked at besides, by what the cell holds.
    besides: Beside,
}

impl<'p> Search<'p> {
    /// The columns of a table in which words are looked for.
    pub(super) fn columns(&mut self, table: &'p Table) -> Result<Vec<Sought<'p>>> {
        // What a key over several columns opens is found in the table where it stands.
        let is_sought = |column: &Column| !matches!(column.place, Place::Joined { key, .. } if !key.is_single());
        let columns: Vec<Column> = self.package.columns(table).filter(is_sought).collect();
        let mut sought = Vec::new();
        for &column in &columns {
            sought.push(match column.place {
                Place::Own(cell) => {
                    let besides = Rc::new(self.labels(column.field)?);
                    Sought { column, cell, delimiter: delimiter(column.field), is_own: true, besides }
                }
                Place::Joined { key, cell } => {
                    if !self.opened.contains_key(&place(key, cell)) {
                        self.open(key, &columns)?;
                    }
                    let besides = self.opened.get(&place(key, cell)).map(Rc::clone).unwrap_or_default();
                    Sought { column, cell: key.own, delimiter: delimiter(key.field), is_own: false, besides }
                }
            });
        }
        Ok(sought)
    }

    /// Reads what a key opens of these columns, all at once.
    fn open(&mut self, key: Key<'p>, columns: &[Column<'p>]) -> Result<()> {
        let mut opened = Vec::new();
        for column in columns {
            if let Place::Joined { key: other, cell } = column.place
                && place(other, cell) == place(key, cell)
            {
                opened.push((cell, self.labels(column.field)?, HashMap::new()));
            }
        }
        let last = opened.iter().map(|(cell, ..)| *cell).fold(key.target, usize::max);
        let has_labels = opened.iter().any(|(_, labels, _)| !labels.is_empty());
        let mut text = Vec::new();
        let mut rows = self.package.rows_where_up_to(key.table, last, &mut |line| {
            read_line(line, &mut text);
            has_labels || self.words.iter().any(|word| word.may_be_in_line(&text))
        })?;
        while let Some(record) = rows.next_record()? {
            for (cell, labels, besides) in &mut opened {
                text.clear();
                push(record, *cell, &mut text)?;
                text.extend_from_slice(labels.get(record.raw(*cell)).map_or(b"", String::as_bytes));
                self.keep(besides, record.raw(key.target), &text)?;
            }
        }
        self.opened.extend(opened.into_iter().map(|(cell, _, besides)| (place(key, cell), Rc::new(besides))));
        Ok(())
    }

    /// What the members of a fixed set are called, each label in a line.
    fn labels(&self, field: &Field) -> Result<HashMap<Vec<u8>, String>> {
        let mut labels = HashMap::new();
        for member in field.categories() {
            let mut text = Vec::new();
            for label in [&member.label, &member.labels.sv] {
                if !label.is_empty() && *label != member.value {
                    push_sought(&mut text, label.as_bytes())?;
                    text.push(b'\n');
                }
            }
            self.keep(&mut labels, member.value.as_bytes(), &text)?;
        }
        Ok(labels)
    }

    /// Keeps what stands beside a value if it has any of the words.
    fn keep(&self, besides: &mut HashMap<Vec<u8>, String>, value: &[u8], text: &[u8]) -> Result<()> {
        if self.words.iter().any(|word| word.is_in(text)) {
            besides.insert(value.to_vec(), str::from_utf8(text)?.to_owned());
        } else if !besides.is_empty() {
            // Of several rows of one key the last counts, as where it is shown.
            besides.remove(value);
        }
        Ok(())
    }
}

/// What a row has in all columns, each text in a line, in the form in which words are looked for.
pub(super) struct Text<'c, 'p> {
    /// The columns in which there is more than what the cells hold.
    with_besides: Vec<&'c Sought<'p>>,
    /// Its cells as they are, which are brought into that form together.
    cells: Vec<u8>,
    sought: Vec<u8>,
}

impl<'c, 'p> Text<'c, 'p> {
    /// Of rows with these columns, none of them yet.
    pub(super) fn of(columns: &'c [Sought<'p>]) -> Self {
        let with_besides = columns.iter().filter(|column| !column.besides.is_empty()).collect();
        Self { with_besides, cells: Vec::new(), sought: Vec::new() }
    }

    /// Takes in a row in the place of another.
    pub(super) fn read(&mut self, record: Record) -> Result<()> {
        self.cells.clear();
        self.sought.clear();
        for cell in 0..record.cell_count() {
            self.cells.extend_from_slice(record.raw(cell));
            self.cells.push(b'\n');
        }
        if push_sought(&mut self.sought, &self.cells).is_err() {
            // The error with the place of the cell.
            (0..record.cell_count()).try_for_each(|cell| record.text(cell).map(|_| ()))?;
        }
        for column in &self.with_besides {
            column.push_besides(record, &mut self.sought);
        }
        Ok(())
    }

    /// Whether any row may have a word in more than what its cells hold.
    pub(super) fn may_have_besides(&self, word: &Word) -> bool {
        let mut texts = self.with_besides.iter().flat_map(|column| column.besides.values());
        texts.any(|text| text.contains(&word.sought))
    }

    /// Whether a word stands in it.
    pub(super) fn has(&self, word: &Word) -> bool {
        word.is_in(&self.sought)
    }
}

impl Sought<'_> {
    /// Adds what a row has in the column, each text in a line.
    pub(super) fn push(&self, record: Record, text: &mut Vec<u8>) -> Result<()> {
        if self.is_own {
            push(record, self.cell, text)?;
        }
        self.push_besides(record, text);
        Ok(())
    }

    fn push_besides(&self, record: Record, text: &mut Vec<u8>) {
        if self.besides.is_empty() || record.raw(self.cell).is_empty() {
            return;
        }
        for item in record.raw(self.cell).split(|byte| Some(*byte) == self.delimiter) {
            if let Some(beside) = self.besides.get(item) {
                text.extend_from_slice(beside.as_bytes());
            }
        }
    }
}

impl Word {
    /// Whether it stands in a text that has the form in which words are looked for.
    fn is_in(&self, text: &[u8]) -> bool {
        self.finder.find(text).is_some()
    }

    /// Whether it may stand in a cell of such a line, where a quote is written as two.
    pub(super) fn may_be_in_line(&self, line: &[u8]) -> bool {
        self.sought.contains('"') || self.is_in(line)
    }
}

/// Brings a line of a bundled table, which is UTF-8, into the form in which words are looked for.
pub(super) fn read_line(line: &[u8], form: &mut Vec<u8>) {
    form.clear();
    let _ = push_sought(form, line);
}

/// Adds what a cell holds as a line.
fn push(record: Record, cell: usize, text: &mut Vec<u8>) -> Result<()> {
    let raw = record.raw(cell);
    if raw.is_empty() {
        return Ok(());
    }
    if push_sought(text, raw).is_err() {
        record.text(cell)?;
    }
    text.push(b'\n');
    Ok(())
}

/// What a key leads to, and a column there.
fn place(key: Key<'_>, cell: usize) -> (&str, usize, usize) {
    (&key.table.name, key.target, cell)
}

fn delimiter(field: &Field) -> Option<u8> {
    (field.field_type == FieldType::List).then_some(field.delimiter as u8)
}
