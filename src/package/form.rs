//! How the rows of a table are written, where that is otherwise than the bundled package writes them. Each cell is made what
//! it would be there, so that nothing behind the reader knows of other forms.

mod cell;
mod moment;

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use super::csv::Row;
use super::matching::{Matching, Order};
use super::unpacked;

use crate::words::words;
pub(super) use cell::CellForm;

/// The form of a table.
#[derive(Debug)]
pub(super) struct Form {
    /// What parts two cells.
    pub delimiter: u8,
    /// Whether the first row has the headings.
    pub has_header: bool,
    /// The encoding.
    pub encoding: Encoding,
    /// How the columns of the file are matched with those of the table.
    pub matching: Matching,
    /// The files behind the first, where its rows lie in several.
    pub further: Vec<String>,
    /// What a row begins with that is a comment; empty where none is.
    comment: String,
    /// Whether blanks behind a separator are no part of a cell.
    pub(super) skips_blanks: bool,
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
    /// Where in the row of the file each cell stands, if that is not where its column does.
    order: Option<Arc<Order>>,
}

impl Form {
    /// What the description of a resource says of it.
    pub(super) fn of(resource: &Value) -> Self {
        let dialect = &resource["dialect"];
        let delimiter = dialect["delimiter"].as_str().and_then(delimiter).unwrap_or(b',');
        let schema = &resource["schema"];
        let described = schema["fields"].as_array().map_or(&[][..], Vec::as_slice);
        let cells: Vec<CellForm> =
            described.iter().map(|described| CellForm::of(described, &schema["missingValues"])).collect();
        let cells = match dialect["nullSequence"].as_str() {
            Some(sequence) => cells.into_iter().map(|cell| cell.without(sequence)).collect(),
            None => cells,
        };
        Self {
            delimiter,
            has_header: dialect["header"] != false,
            encoding: encoding(&resource["encoding"]).unwrap_or(Encoding::Utf8),
            matching: Matching::of(schema).unwrap_or(Matching::Exact),
            further: resource["paths"]
                .as_array()
                .map_or(&[][..], Vec::as_slice)
                .iter()
                .skip(1)
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            comment: dialect["commentChar"].as_str().unwrap_or_default().to_owned(),
            skips_blanks: dialect["skipInitialSpace"] == true,
            cells: if cells.iter().all(CellForm::is_usual) { Vec::new() } else { cells },
        }
    }

    /// Whether it is that of the bundled package.
    pub(super) fn is_usual(&self) -> bool {
        let is_one = self.further.is_empty() && self.matching == Matching::Exact;
        is_one && !self.makes_cells() && self.delimiter == b',' && self.has_header && self.encoding == Encoding::Utf8
    }

    /// Whether any cell is made another, or any row is none.
    pub(super) fn makes_cells(&self) -> bool {
        !self.cells.is_empty() || self.skips_blanks || !self.comment.is_empty()
    }

    /// Whether a row is a comment.
    pub(super) fn passes_over(&self, row: &Row) -> bool {
        !self.comment.is_empty() && row.begins_with(self.comment.as_bytes())
    }

    /// Makes a row, of which this is what the file has.
    pub(super) fn make(&self, row: &Row, made: &mut Made) {
        made.bytes.clear();
        made.ends.clear();
        made.wrong.clear();
        let count = made.order.as_ref().map_or(row.read_len(), |order| order.len());
        for at in 0..count {
            let form = self.cells.get(at);
            let place = made.place(at).filter(|place| *place < row.read_len());
            let raw = place.map_or(&b""[..], |place| row.bare(place));
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
    /// With cells that stand elsewhere in the rows of the file.
    pub(super) fn ordered(order: Option<Arc<Order>>) -> Self {
        Self { order, ..Self::default() }
    }

    /// Where in the row of the file each cell stands, if that is not where its column does.
    pub(super) fn order(&self) -> Option<&Arc<Order>> {
        self.order.as_ref()
    }

    /// Where in the row of the file a cell stands, if it has one.
    pub(super) fn place(&self, index: usize) -> Option<usize> {
        self.order.as_ref().map_or(Some(index), |order| order.get(index).copied().flatten())
    }

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
    (byte.is_ascii() && !b"\"\r\n".contains(byte)).then_some(*byte)
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

/// Which text of rows a resource is, `csv` or `tsv`, by its format, its media type or the ending of its file; nothing where it
/// is another.
pub(super) fn kind_of_rows(resource: &Value) -> Option<&'static str> {
    let named = resource["format"].as_str().or(resource["mediatype"].as_str()).map(str::to_lowercase);
    match named.as_deref().map(|named| named.trim_start_matches('.').split(';').next().unwrap_or_default()) {
        Some("csv" | "text/csv" | "txt" | "text/plain" | "") => Some("csv"),
        Some("tsv" | "tab" | "text/tab-separated-values") => Some("tsv"),
        Some(_) => None,
        None => {
            let path = Path::new(unpacked::name(resource["path"].as_str().unwrap_or_default()));
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            match ending.as_deref() {
                Some("csv") => Some("csv"),
                Some("tsv") => Some("tsv"),
                _ => None,
            }
        }
    }
}

/// What the description of a resource asks for that no form reads: a pointer to it from the resource, and what is said of it.
pub(super) fn not_read(resource: &Value) -> Vec<(String, String)> {
    let mut told = Vec::new();
    let mut tell = |pointer: String, property: &str, value: &Value, column: Option<&str>| {
        told.push((pointer, words().not_read(property, &value.to_string(), column)));
    };
    if encoding(&resource["encoding"]).is_none() {
        tell("/encoding".to_owned(), "encoding", &resource["encoding"], None);
    }
    let text = &resource["dialect"]["delimiter"];
    if !text.is_null() && text.as_str().and_then(delimiter).is_none() {
        tell("/dialect/delimiter".to_owned(), "dialect/delimiter", text, None);
    }
    for (at, field) in resource["schema"]["fields"].as_array().into_iter().flatten().enumerate() {
        if !CellForm::is_read(field) {
            let pointer = format!("/schema/fields/{at}/format");
            tell(pointer, "format", &field["format"], field["name"].as_str());
        }
    }
    told
}
