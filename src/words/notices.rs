//! What is told beside an answer: why it is empty, where it went, and that something failed.

/// What is told beside an answer: why it is empty, where it went, and that something failed.
pub(crate) trait Notices {
    /// A failure, in words of its own, on a line of its own or several.
    fn error(&self, message: &str) -> String;

    /// Something that is no part of the answer.
    fn note(&self, notice: &str) -> String;

    /// An answer that is text went to a file.
    fn wrote(&self, file: &str) -> String;

    /// So many rows went to a file.
    fn wrote_rows(&self, rows: usize, file: &str) -> String;

    /// The command of a pager ended with a status other than 0.
    fn pager_failed(&self, command: &str, status: i32) -> String;

    /// Behind what was asked for: it is none of a table's keys, which are all known.
    fn no_row_but_of(&self, table: &str, known: &[String]) -> String;

    /// Behind what was asked for: no row of a table has it, as far as is known; years that there are, if any are told.
    fn no_row_known(&self, table: &str, years: &[String]) -> String;

    /// Behind a flag: so many figures may, but need not, lie within what was asked for, and another flag takes them.
    fn figures_may_lie_within(&self, figures: usize) -> String;

    /// What was typed for the latest value of a column finds none: no row that is left has a value.
    fn no_latest(&self, flag: &str, typed: &str) -> String;

    /// The same, where only rows count that hold one of these values in another column.
    fn no_latest_fact(&self, flag: &str, typed: &str, column: &str, facts: &[String]) -> String;

    /// A flag takes a part of a text, in which a comma parts nothing.
    fn comma_is_text(&self, flag: &str) -> String;

    /// A table has no column for sources.
    fn rows_without_sources(&self, table: &str) -> String;

    /// What several share is counted once for each: in so many rows a column names others.
    fn joint_rows(&self, column: &str, rows: usize) -> String;
}
