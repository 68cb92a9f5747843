//! What is said of statements in SQL, of what they may do, and of the files beside their tables.

/// What is said of statements in SQL, of what they may do, and of the files beside their tables.
#[cfg_attr(not(feature = "sql"), allow(dead_code))]
pub(crate) trait Statements {
    /// What SQLite has to say against a statement, as it says it in English and at any length.
    fn of_sqlite(&self, message: &str) -> String;

    /// A statement is more than one.
    fn one_statement(&self) -> &'static str;

    /// A statement does what none may, which SQLite says in this message and calls by this name.
    fn may_only_read(&self, message: &str, action: &str) -> String;

    /// A statement changes nothing and selects nothing.
    fn statement_without_answer(&self) -> &'static str;

    /// A statement has a parameter, such as `?1`.
    fn statement_with_parameter(&self) -> &'static str;

    /// A statement changes something.
    fn statement_would_write(&self) -> &'static str;

    /// A statement is longer than so many kilobytes, or holds what is no text.
    fn statement_too_long(&self, kilobytes: u64) -> String;

    /// A statement on standard input is no text in UTF-8.
    fn stdin_not_utf8(&self) -> &'static str;

    /// What standard input is called where it cannot be read.
    fn standard_input(&self) -> &'static str;

    /// A statement takes more time than so many seconds.
    fn past_time(&self, seconds: f32) -> String;

    /// A statement takes more memory than so many megabytes.
    fn past_memory(&self, megabytes: usize) -> String;

    /// The thread of a statement has ended with an error of the program.
    fn worker_failed(&self) -> &'static str;

    /// A text of a statement's answer is not UTF-8.
    fn answer_not_utf8(&self) -> &'static str;

    /// The same of a text that a function is given.
    fn function_not_utf8(&self, function: &str) -> String;

    /// What LIKE is to read as an escape is not one character.
    fn escape_of_one_character(&self, given: &str) -> String;

    /// A pattern is no regular expression, and why in the words of the library that reads them.
    fn expression_refused(&self, pattern: &str, reason: &str) -> String;

    /// A value that is bytes, and no text.
    fn a_blob(&self) -> &'static str;

    /// The median is asked for of what is no number; the value is one as SQL writes it, or [`Self::a_blob`].
    fn median_of_no_number(&self, value: &str) -> String;

    /// A value of the package is not a number, or not a whole one, as its column should be.
    fn not_stored(&self, text: &str, is_whole: bool) -> String;

    /// Of an attached table some columns are read as numbers: their names, and whether spaces part thousands and commas
    /// decimals.
    fn read_as_numbers(&self, table: &str, columns: &[(&str, bool, bool)]) -> String;

    /// A column of an attached table is text for the sake of this cell, whose fault `why` says.
    fn read_as_text(&self, table: &str, column: &str, cell: &str, why: &str) -> String;

    /// Said behind a cell: it is no number.
    fn is_not_numeric(&self) -> &'static str;

    /// The same: it is a number that a machine's number would round.
    fn has_too_many_digits(&self) -> &'static str;

    /// The same, beside others that have decimals.
    fn has_too_many_digits_beside_decimals(&self) -> &'static str;

    /// The same: it has a comma, in a file whose cells are parted by commas.
    fn has_comma_of_cells(&self) -> &'static str;

    /// The same: it has a comma before its decimals, and others have a point.
    fn has_comma_beside_points(&self) -> &'static str;

    /// The same: it has a space between its thousands, and others have a point before decimals.
    fn has_space_beside_points(&self) -> &'static str;

    /// The same: its comma may stand before decimals or between thousands.
    fn has_open_comma(&self) -> &'static str;

    /// Said behind the name for an attached table: it is none that SQL reads without quotes.
    fn is_no_table_name(&self) -> &'static str;

    /// The same: it begins as SQLite's own names do.
    fn is_sqlites_name(&self) -> &'static str;

    /// The same: the package has a table of this name.
    fn is_a_table_of_the_package(&self) -> &'static str;

    /// The same: it is a word of the language.
    fn is_a_word_of_sql(&self) -> &'static str;

    /// The same: another file or SQLite has a table of this name.
    fn is_a_table_already(&self) -> &'static str;

    /// Said behind the path of an attached file: it is a folder, or something else that is no file.
    fn is_no_csv_file(&self, is_folder: bool) -> &'static str;

    /// The first line of a file is parted by commas and by semicolons.
    fn two_separators(&self) -> &'static str;

    /// A file is empty.
    fn file_is_empty(&self) -> &'static str;

    /// A column of a file has no name.
    fn column_without_name(&self) -> &'static str;

    /// Two columns of a file have this name, in whatever case.
    fn second_column(&self, name: &str) -> String;

    /// A file has more columns than so many.
    fn too_many_columns(&self, most: i32) -> String;

    /// A row of a file has so many cells, where there are so many columns.
    fn cells_of_header(&self, cells: usize, columns: usize, separator: &str) -> String;

    /// A quote is opened and not closed.
    fn quote_never_closed(&self) -> &'static str;

    /// A cell goes on behind the quote that closes it.
    fn goes_on_behind_quote(&self) -> &'static str;

    /// A cell of a file is no text in UTF-8.
    fn file_not_utf8(&self) -> &'static str;
}
