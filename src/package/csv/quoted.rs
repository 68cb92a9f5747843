//! Cells within quotes, in which a line may end and a quote is two.

use memchr::{memchr, memchr_iter};

use super::{Cells, Cut, Marks};

/// Takes in the cell whose quote opens here, if it is to be read, and finds its end, as [`Marks::cell_end`] does.
pub(super) fn quoted(
    bytes: &[u8],
    open: usize,
    is_whole: bool,
    is_read: bool,
    (cells, marks): (&mut Cells, &mut Marks),
    lines: &mut u64,
) -> Result<Option<(usize, bool)>, Cut> {
    let begin = open + 1;
    // What stands before a quote that is two in the file, that one included.
    let mut parts = Vec::new();
    let mut from = begin;
    let mut at = begin;
    let close = loop {
        let Some(length) = memchr(b'"', &bytes[at..]) else {
            if !is_whole {
                return Err(Cut);
            }
            cells.unclosed = true;
            break bytes.len();
        };
        let quote = at + length;
        at = quote + 2;
        match bytes.get(quote + 1) {
            Some(b'"') => {
                parts.push(&bytes[from..=quote]);
                from = at;
            }
            None if !is_whole => return Err(Cut),
            _ => break quote,
        }
    };
    *lines += line_ends(&bytes[begin..close]);
    let behind = (close + 1).min(bytes.len());
    marks.pass_to(behind);
    let found = marks.cell_end(bytes);
    let end = found.map_or(bytes.len(), |(end, _)| end);
    if end > behind {
        cells.resumed = cells.resumed.or(Some(cells.count));
    }
    if is_read && parts.is_empty() && end == behind {
        cells.push(begin, close);
    } else if is_read {
        parts.extend([&bytes[from..close], &bytes[behind..end]]);
        cells.push_parts((begin, end), &parts);
    }
    Ok(found)
}

/// How many lines end within cells. In most none does, which is found sooner than what is counted.
pub(super) fn line_ends(cell: &[u8]) -> u64 {
    if memchr(b'\n', cell).is_none() { 0 } else { memchr_iter(b'\n', cell).count() as u64 }
}
