//! What help and the manual tell of each command.

/// What is told of a command.
pub(crate) struct Told {
    /// What it gives, in a line.
    pub(crate) about: &'static str,
    /// What is to be known besides; empty where there is nothing to add. Lines that are indented are a list.
    pub(crate) notes: &'static str,
}

/// What help and the manual tell of each command, and which format is usual where none is asked for.
pub(crate) trait Commands {
    /// Of `show`.
    fn command_show(&self) -> Told;

    /// Of `search`.
    fn command_search(&self) -> Told;

    /// Of `compare`.
    fn command_compare(&self) -> Told;

    /// Of `profile`.
    fn command_profile(&self) -> Told;

    /// Of `chart`.
    fn command_chart(&self) -> Told;

    /// Of `sql`.
    fn command_sql(&self) -> Told;

    /// Of `export`.
    fn command_export(&self) -> Told;

    /// Of `schema`.
    fn command_schema(&self) -> Told;

    /// Of `describe`.
    fn command_describe(&self) -> Told;

    /// Of `check`.
    fn command_check(&self) -> Told;

    /// Of `cite`.
    fn command_cite(&self) -> Told;

    /// Of `completions`.
    fn command_completions(&self) -> Told;

    /// Of `man`.
    fn command_man(&self) -> Told;

    /// The usual format of rows: `table` on a terminal, `tsv` elsewhere.
    fn usual_of_rows(&self) -> &'static str;

    /// The usual form of a citation.
    fn usual_of_citations(&self) -> &'static str;

    /// The usual form of what is wrong with a package.
    fn usual_of_problems(&self) -> &'static str;
}
