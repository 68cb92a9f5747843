//! What is said where a description is proposed for files that have none, in English.

use super::{English, cells};
use crate::text::quoted;
use crate::words::proposals::Proposals;

impl Proposals for English {
    fn lies_elsewhere(&self, path: &str) -> String {
        format!(
            "{path} lies elsewhere than the description, which can name files of its own folder and below it alone: run \
             this in a folder above the files, or let -o FOLDER/datapackage.json put it there"
        )
    }

    fn is_no_path_of_a_package(&self, path: &str) -> String {
        format!(
            "{path}: a description cannot name a path that begins with . or ~ or has \\ in it; give it another name"
        )
    }

    fn has_a_byte_0(&self) -> &'static str {
        "a byte 0, which no text has; a workbook or a database is saved as CSV first"
    }

    fn is_damaged_utf_8(&self) -> &'static str {
        "not UTF-8, as the rest of the file is; save it anew, or mend this place"
    }

    fn is_of_no_encoding(&self, byte: u8) -> String {
        format!(
            "neither UTF-8 nor UTF-16 nor windows-1252, which has no letter {byte:#04x}; save the file as CSV in UTF-8"
        )
    }

    fn headings_are_not_first(&self, count: usize, delimiter: &str, headings: usize) -> String {
        format!(
            "{}, parted by `{delimiter}`, and {headings} on the first line, which should be that of the headings; delete what \
             stands above them",
            cells(count)
        )
    }

    fn heading_is_empty(&self) -> &'static str {
        "a column without a name; write one into the file"
    }

    fn heading_has_blanks(&self, heading: &str) -> String {
        format!(
            "the heading {} begins or ends with a blank, which others that read the package may not expect",
            quoted(heading)
        )
    }

    fn headings_are_mended_in_the_file(&self) -> &'static str {
        "; write another into the file"
    }

    fn rows_of_other_widths(&self, count: usize, columns: usize, rows: u64) -> String {
        let of_others = if rows > 1 { format!(", the first of {rows} such rows") } else { String::new() };
        format!("{} where there are {columns} headings{of_others}; `check` tells of each", cells(count))
    }
}
