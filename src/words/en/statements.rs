//! What is said of statements in SQL, in English.

use super::{English, cells};
use crate::text::{quoted, shortened};
use crate::words::statements::Statements;

impl Statements for English {
    fn of_sqlite(&self, message: &str) -> String {
        shortened(message, "characters").into_owned()
    }

    fn one_statement(&self) -> &'static str {
        "sql: more than one statement; give one at a time"
    }

    fn may_only_read(&self, message: &str, action: &str) -> String {
        format!("sql: {message}: {action}; the statement may only read")
    }

    fn statement_without_answer(&self) -> &'static str {
        "sql: the statement has no answer; write a SELECT"
    }

    fn statement_with_parameter(&self) -> &'static str {
        "sql: the statement has a parameter; write the value in its place"
    }

    fn statement_would_write(&self) -> &'static str {
        "sql: the statement would write; write a SELECT"
    }

    fn statement_too_long(&self, kilobytes: u64) -> String {
        format!("sql: a statement is text of at most {kilobytes} kB, without NUL")
    }

    fn stdin_not_utf8(&self) -> &'static str {
        "sql: standard input is not UTF-8"
    }

    fn standard_input(&self) -> &'static str {
        "standard input"
    }

    fn past_time(&self, seconds: f32) -> String {
        past_limit(&format!("{seconds} s"))
    }

    fn past_memory(&self, megabytes: usize) -> String {
        past_limit(&format!("{megabytes} MB of memory"))
    }

    fn worker_failed(&self) -> &'static str {
        "it has panicked"
    }

    fn answer_not_utf8(&self) -> &'static str {
        "sql: a text that is not UTF-8"
    }

    fn function_not_utf8(&self, function: &str) -> String {
        format!("{function}: a text that is not UTF-8")
    }

    fn escape_of_one_character(&self, given: &str) -> String {
        format!("like: ESCAPE takes one character, and not {}", quoted(given))
    }

    fn expression_refused(&self, pattern: &str, reason: &str) -> String {
        format!("regexp: {}: {reason}", quoted(pattern))
    }

    fn a_blob(&self) -> &'static str {
        "a blob"
    }

    fn median_of_no_number(&self, value: &str) -> String {
        format!("median: {value} is not a number")
    }

    fn not_stored(&self, text: &str, is_whole: bool) -> String {
        let what = if is_whole { "a whole number" } else { "a number" };
        format!("`{text}` is not {what}; `itkommun check` tells where it stands")
    }

    fn read_as_numbers(&self, table: &str, columns: &[(&str, bool, bool)]) -> String {
        let columns = columns.iter().map(|(column, has_spaces, has_commas)| match (has_spaces, has_commas) {
            (true, false) => format!("{column} with spaces between thousands"),
            (true, true) => format!("{column} with spaces between thousands and a decimal comma"),
            (false, _) => format!("{column} with a decimal comma"),
        });
        format!("in {table}, read as numbers: {}", columns.collect::<Vec<_>>().join(", "))
    }

    fn read_as_text(&self, table: &str, column: &str, cell: &str, why: &str) -> String {
        format!("{table}.{column} is text: {cell} {why}")
    }

    fn is_not_numeric(&self) -> &'static str {
        "is no number"
    }

    fn has_too_many_digits(&self) -> &'static str {
        "has more digits than a number holds"
    }

    fn has_too_many_digits_beside_decimals(&self) -> &'static str {
        "has more digits than a number holds in a column with decimals"
    }

    fn has_comma_of_cells(&self) -> &'static str {
        "has a comma, which in this file parts cells"
    }

    fn has_comma_beside_points(&self) -> &'static str {
        "has a decimal comma, others a point"
    }

    fn has_space_beside_points(&self) -> &'static str {
        "has a space between thousands, others a decimal point"
    }

    fn has_open_comma(&self) -> &'static str {
        "may be in thousandths or in thousands"
    }

    fn is_no_table_name(&self) -> &'static str {
        "is no name of a table; letters, digits and _ are, a letter first"
    }

    fn is_sqlites_name(&self) -> &'static str {
        "is no name of a table; those with sqlite_ before are SQLite's own"
    }

    fn is_a_table_of_the_package(&self) -> &'static str {
        "is a table of the register; give another name"
    }

    fn is_a_word_of_sql(&self) -> &'static str {
        "is a word of SQL; give another name"
    }

    fn is_a_table_already(&self) -> &'static str {
        "is a table already; give another name"
    }

    fn is_no_csv_file(&self, is_folder: bool) -> &'static str {
        if is_folder { "is a folder; a CSV file is expected" } else { "is no regular file; a CSV file is expected" }
    }

    fn two_separators(&self) -> &'static str {
        "the first line has both , and ; between its names; put names with one of them in quotes"
    }

    fn file_is_empty(&self) -> &'static str {
        "the file is empty; its first line names the columns"
    }

    fn column_without_name(&self) -> &'static str {
        "a column without a name"
    }

    fn second_column(&self, name: &str) -> String {
        format!("a second column {}; to SQL A and a are one letter", quoted(name))
    }

    fn too_many_columns(&self, most: i32) -> String {
        format!("more than {most} columns")
    }

    fn cells_of_header(&self, count: usize, columns: usize, separator: &str) -> String {
        format!("{} where the header has {columns}, parted by `{separator}`", cells(count))
    }

    fn quote_never_closed(&self) -> &'static str {
        "a quote that is never closed"
    }

    fn goes_on_behind_quote(&self) -> &'static str {
        "a cell that goes on behind its closing quote; a quote within quotes is written twice"
    }

    fn file_not_utf8(&self) -> &'static str {
        "not text in UTF-8; save the file as CSV in UTF-8"
    }
}

fn past_limit(limit: &str) -> String {
    format!(
        "sql: the statement takes more than {limit}; for larger questions `itkommun export --to FILE.sqlite` writes a \
         database, which `sqlite3 FILE.sqlite` asks without this limit"
    )
}
