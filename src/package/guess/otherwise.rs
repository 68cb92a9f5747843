//! What a file looks like that is written otherwise than its description says: nothing is guessed silently, but what it seems
//! to be is told.

use super::cell::{Mark, Number, Written};
use crate::package::{Field, FieldType, Record};
use crate::words::words;

/// What is wrong with all headings at once, because the file seems to be of another encoding or its cells to be parted by
/// something else.
pub(in crate::package) fn of_headings(header: Record, fields: &[Field]) -> Option<String> {
    let mut cells = header.written();
    let first = cells.next()?;
    let encoding = match first {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [_, 0, ..] | [0, ..] => Some("utf-16"),
        _ => [first].into_iter().chain(cells).any(|cell| std::str::from_utf8(cell).is_err()).then_some("windows-1252"),
    };
    if let Some(encoding) = encoding {
        return Some(words().looks_like(encoding));
    }
    let only = std::str::from_utf8(first).ok().filter(|_| header.written_len() == 1 && fields.len() > 1)?;
    let delimiter = [";", "\t", "|", ","].into_iter().find(|it| only.split(it).count() == fields.len())?;
    let hint = words().parted_by(&delimiter.escape_default().to_string());
    Some(words().cells_of_described(1, fields.len()) + &hint)
}

/// What is wrong with a heading that is the only one of a file of which nothing else is said, because there seem to be more.
pub(in crate::package) fn of_only_heading(heading: &str) -> Option<String> {
    let delimiter = [";", "\t", "|"].into_iter().find(|delimiter| heading.contains(delimiter))?;
    Some(words().one_heading(heading) + &words().parted_by(&delimiter.escape_default().to_string()))
}

/// The property by which a column is one of numbers that are written like this text, which by itself is none of this type.
pub(in crate::package) fn of_number(field_type: FieldType, text: &str) -> Option<&'static str> {
    let Written::Number(Number { is_grouped, mark, .. }) = Written::of(text) else { return None };
    match (field_type, mark) {
        (FieldType::Number, Mark::Comma | Mark::OpenComma) => Some("decimalChar"),
        (FieldType::Number | FieldType::Integer, Mark::None) if is_grouped => Some("groupChar"),
        _ => None,
    }
}
