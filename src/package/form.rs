//! How the rows of a table are written, where that is otherwise than the bundled package writes them. Each cell is made what
//! it would be there, so that nothing behind the reader knows of other forms.

mod cell;

use serde_json::Value;

use super::Field;
use crate::words::words;
use cell::CellForm;

/// The form of a table.
#[derive(Debug)]
pub(super) struct Form {
    /// What parts two cells.
    pub delimiter: u8,
    /// Whether the first row has the headings.
    pub has_header: bool,
    /// The encoding.
    pub encoding: Encoding,
    /// How the cells of each column are written; none where no cell is to be made another.
    cells: Vec<CellForm>,
}

/// The encodings that are read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Encoding {
    Utf8,
    Windows1252,
    /// In the order of bytes that the file itself shows.
    Utf16,
    Utf16Le,
    Utf16Be,
}

/// A row as it would be written in the bundled package.
#[derive(Default)]
pub(super) struct Made {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// The cells that are not written as their columns say, and therefore stand as they are.
    wrong: Vec<usize>,
}

impl Form {
    /// What the description of a resource says of it.
    pub(super) fn of(resource: &Value, fields: &[Field]) -> Self {
        let dialect = &resource["dialect"];
        let delimiter = dialect["delimiter"].as_str().and_then(delimiter).unwrap_or(b',');
        let schema = &resource["schema"];
        let described = schema["fields"].as_array().map_or(&[][..], Vec::as_slice);
        let cells = fields.iter().zip(described);
        let cells: Vec<CellForm> =
            cells.map(|(field, described)| CellForm::of(field, described, &schema["missingValues"])).collect();
        Self {
            delimiter,
            has_header: dialect["header"] != false,
            encoding: encoding(&resource["encoding"]).unwrap_or(Encoding::Utf8),
            cells: if cells.iter().all(CellForm::is_usual) { Vec::new() } else { cells },
        }
    }

    /// Whether it is that of the bundled package.
    pub(super) fn is_usual(&self) -> bool {
        self.delimiter == b',' && self.has_header && self.encoding == Encoding::Utf8 && self.cells.is_empty()
    }

    /// Whether any cell is made another.
    pub(super) fn makes_cells(&self) -> bool {
        !self.cells.is_empty()
    }

    /// Makes a row, of which these are the cells.
    pub(super) fn make<'c>(&self, cells: impl Iterator<Item = &'c [u8]>, made: &mut Made) {
        made.bytes.clear();
        made.ends.clear();
        made.wrong.clear();
        for (at, raw) in cells.enumerate() {
            let form = self.cells.get(at);
            if let Ok(cell) = form.map_or(Ok(raw.into()), |form| form.read(raw)) {
                made.bytes.extend_from_slice(&cell);
            } else {
                made.wrong.push(at);
                made.bytes.extend_from_slice(raw);
            }
            made.ends.push(made.bytes.len());
        }
    }
}

impl Made {
    /// A cell.
    pub(super) fn cell(&self, index: usize) -> &[u8] {
        let begin = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.bytes[begin..self.ends[index]]
    }

    /// The first cell that is not written as its column says.
    pub(super) fn first_wrong(&self) -> Option<usize> {
        self.wrong.first().copied()
    }

    /// Whether a cell is not.
    pub(super) fn is_wrong(&self, index: usize) -> bool {
        self.wrong.contains(&index)
    }
}

/// A delimiter that is read.
fn delimiter(text: &str) -> Option<u8> {
    let [byte] = text.as_bytes() else { return None };
    b",;\t|: ".contains(byte).then_some(*byte)
}

/// An encoding that is read, by one of its usual names.
pub(super) fn encoding(named: &Value) -> Option<Encoding> {
    if named.is_null() {
        return Some(Encoding::Utf8);
    }
    let name = named.as_str()?.to_ascii_lowercase().replace('_', "-");
    Some(match name.as_str() {
        "utf-8" | "utf8" | "utf-8-sig" | "ascii" | "us-ascii" => Encoding::Utf8,
        "windows-1252" | "cp1252" | "iso-8859-1" | "iso8859-1" | "latin1" | "latin-1" => Encoding::Windows1252,
        "utf-16" | "utf16" => Encoding::Utf16,
        "utf-16le" | "utf-16-le" => Encoding::Utf16Le,
        "utf-16be" | "utf-16-be" => Encoding::Utf16Be,
        _ => return None,
    })
}

/// What the description of a resource asks for that no form reads, each with what it is of.
pub(super) fn not_read(resource: &Value) -> Vec<String> {
    let mut told = Vec::new();
    let mut tell = |property: &str, value: &Value, column: Option<&str>| {
        told.push(words().not_read(property, &value.to_string(), column));
    };
    if encoding(&resource["encoding"]).is_none() {
        tell("encoding", &resource["encoding"], None);
    }
    let text = &resource["dialect"]["delimiter"];
    if !text.is_null() && text.as_str().and_then(delimiter).is_none() {
        tell("dialect/delimiter", text, None);
    }
    for field in resource["schema"]["fields"].as_array().into_iter().flatten() {
        if !CellForm::is_read(field) {
            tell("format", &field["format"], field["name"].as_str());
        }
    }
    told
}
