//! What is said where a description is proposed for files that have none.

/// What is said where a description is proposed for files that have none.
pub(crate) trait Proposals {
    /// A file lies elsewhere than in the folder of its description, or below it.
    fn lies_elsewhere(&self, path: &str) -> String;

    /// The standard does not take the path of a file for one.
    fn is_no_path_of_a_package(&self, path: &str) -> String;

    /// A file has a byte 0 in it.
    fn has_a_byte_0(&self) -> &'static str;

    /// A file is UTF-8, but not here.
    fn is_damaged_utf_8(&self) -> &'static str;

    /// A file is of none of the encodings that are told apart: this byte is none of them.
    fn is_of_no_encoding(&self, byte: u8) -> String;

    /// A row has so many cells by this delimiter, and the first line of the file fewer.
    fn headings_are_not_first(&self, cells: usize, delimiter: &str, headings: usize) -> String;

    /// A heading has nothing in it.
    fn heading_is_empty(&self) -> &'static str;

    /// A heading has a blank at one of its ends.
    fn heading_has_blanks(&self, heading: &str) -> String;

    /// Added to what is wrong with a heading.
    fn headings_are_mended_in_the_file(&self) -> &'static str;

    /// A row, the first of so many, has so many cells where there are so many columns.
    fn rows_of_other_widths(&self, cells: usize, columns: usize, rows: u64) -> String;
}
