//! Where in a file something stands: the line, and the character on it.

/// The line and the character at which a cell stands, counted in the bytes of the file.
pub fn of_cell(bytes: &[u8], (mut line, mut at): (u64, usize), cell: usize) -> (u64, u64) {
    let (mut line_start, mut cells, mut quoted) = (at, 0, false);
    while cells < cell && at < bytes.len() {
        match bytes[at] {
            b'"' => quoted = !quoted,
            b',' if !quoted => cells += 1,
            b'\n' => {
                line += 1;
                line_start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    let before = String::from_utf8_lossy(&bytes[line_start..at.min(bytes.len())]);
    (line, 1 + before.trim_start_matches('\u{feff}').chars().count() as u64)
}

/// Where the last quotation mark is that opens a cell and is never closed.
pub fn of_unclosed_quote(bytes: &[u8]) -> Option<(u64, u64)> {
    let (mut line, mut line_start, mut open) = (1, 0, None);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'"' if open.is_some() => open = None,
            b'"' => open = Some((line, 1 + String::from_utf8_lossy(&bytes[line_start..at]).chars().count() as u64)),
            b'\n' => {
                line += 1;
                line_start = at + 1;
            }
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{of_cell, of_unclosed_quote};

    #[test]
    fn a_cell_is_found_behind_quotes_and_line_ends() {
        let bytes = "id,note\n1,\"å, \"\"b\"\"\nc\",x\n".as_bytes();
        assert_eq!(of_cell(bytes, (2, 8), 0), (2, 1));
        assert_eq!(of_cell(bytes, (2, 8), 1), (2, 3));
        assert_eq!(of_cell(bytes, (2, 8), 2), (3, 4));
    }

    #[test]
    fn an_open_quote_is_found() {
        assert_eq!(of_unclosed_quote(b"a,b\n\"c\"\"\",d\n"), None);
        assert_eq!(of_unclosed_quote(b"a,b\nc,\"d\n"), Some((2, 3)));
    }
}
