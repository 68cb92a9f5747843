//! What is said of things and of rows that are looked for by words.

/// What is said of things and of rows that are looked for by words.
///
/// `tables` are those that were asked, by name; none where all were.
pub(crate) trait Things {
    /// The tables that have no row that names the thing.
    fn none_of(&self, tables: &[&str]) -> String;
    /// The same within what the rows are narrowed to, by a flag as it is typed.
    fn none_with(&self, flag: &str, tables: &[&str]) -> String;
    /// What was typed is part of many names, which are listed.
    fn part_of_names(&self, typed: &str, count: usize) -> String;
    /// No row names a thing, within what the rows are narrowed to by a flag as it is typed, if they are.
    fn no_row_names(&self, tables: &[&str], typed: &str, flag: Option<&str>) -> String;

    /// No row has all the words.
    fn no_row_has_all(&self, tables: &[&str]) -> String;
    /// No row has a word.
    fn no_row_has(&self, tables: &[&str], word: &str) -> String;
    /// The limit leaves out rows of a table that were found.
    fn rows_of(&self, table: &str, limit: usize, found: usize) -> String;
    /// More words are given than rows are looked for by.
    fn too_many_words(&self, most: usize, given: usize) -> String;
    /// A word without a letter is given.
    fn empty_word(&self) -> &'static str;
}
