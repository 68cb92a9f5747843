//! What is said around the rows of an answer.

/// What is said around the rows of an answer.
pub(crate) trait Answers {
    /// How many rows there are.
    fn rows(&self, count: usize) -> String;
    /// The columns are as wide as these first rows ask for.
    fn widths_of_first(&self, rows: usize) -> String;
    /// The bar of a long question, a template of indicatif's: what is read of how much, the rows found, and the time left.
    fn progress(&self) -> &'static str;
    /// Only so many of all columns are shown, and `--columns all` shows them.
    fn columns_shown(&self, shown: usize, all: usize) -> String;
    /// So many columns are left out because they are empty.
    fn empty_columns(&self, count: usize) -> String;
    /// Behind the sign for it: a value that no source states follows from what sources state.
    fn inferred(&self) -> &'static str;
    /// Behind the sign for it: sources differ on a value.
    fn disputed(&self) -> &'static str;
    /// The sign that stands before the decimals of a number.
    fn decimal_sign(&self) -> char;

    /// The heading over how many rows there are of each kind.
    fn count_heading(&self) -> &'static str;
    /// The heading over the numbers of sources.
    fn citation_heading(&self) -> &'static str;
    /// The heading over what a figure was stated for, where it stands for something else, too.
    fn stated_for_heading(&self) -> &'static str;
    /// The headings of a list of names: the name, what kind of thing it is, and what it is also called.
    fn name_headings(&self) -> [&'static str; 3];

    /// Two names or more in a sentence, joined by *and*.
    fn all_of(&self, names: &[String]) -> String;
    /// Names in a sentence, any of which may be meant, joined by *or*.
    fn any_of(&self, names: &[&str]) -> String;
    /// The first of some names, and how many more there are; none where these are all.
    fn and_more(&self, names: &[String], more: usize) -> String;

    /// The line of sources under a drawing: those that are told, of so many, and how many more there are.
    fn sources_line(&self, count: usize, told: &[String]) -> String;
    /// Told of a work that is cited by a copy: the address is the copy's.
    fn address_of_copy(&self) -> &'static str;
    /// Told of a work that is cited by a copy: where the copy is.
    fn copy_at(&self, address: &str) -> String;
    /// The version of the data, as a citation has it.
    fn version(&self, version: &str) -> String;
    /// A sentence of a citation: it is a data set that is cited.
    fn dataset(&self) -> &'static str;
    /// Why a citation cannot leave out its headings.
    fn citation_without_headings(&self) -> &'static str;

    /// The title of a list of tables.
    fn tables(&self) -> &'static str;
    /// The title of a list of a table's columns.
    fn columns_of(&self, table: &str) -> String;
    /// The headings of a list of tables: the name, the title, the Swedish title, how many columns, and the description.
    fn table_headings(&self) -> [&'static str; 5];
    /// The headings of a list of columns: the name, the title, the Swedish title, the type, whether it is required, the
    /// values allowed, the table that it is a key to, the key that opens it, and the description.
    fn column_headings(&self) -> [&'static str; 9];
}
