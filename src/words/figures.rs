//! What is said of figures that stand beside each other.

/// What is said of figures that stand beside each other.
pub(crate) trait Figures {
    /// So many figures are left out because they are no facts, and `--status` shows them.
    fn no_facts(&self, count: usize) -> String;
    /// So many figures are left out because they cannot be compared, and `--all` shows them.
    fn incomparable(&self, count: usize) -> String;
    /// There is nothing to compare of a name, within what was asked for by these flags as they are typed, if any were.
    fn nothing_to_compare(&self, name: &str, flags: &[String]) -> String;
    /// What is compared, with a mark that it asks for care.
    fn with_care(&self, what: &str) -> String;
    /// The sources give scores of a name for these years, but not for that which was asked for.
    fn no_scores_for(&self, name: &str, year: &str, years: &[String]) -> String;
    /// The sources give scores of these names, but not of that which was asked for.
    fn no_scores_of(&self, name: &str, names: &[&str]) -> String;
    /// Behind what was typed: it is no year.
    fn no_year(&self) -> &'static str;

    /// A package does not say what can be compared.
    fn no_comparison(&self) -> &'static str;
    /// A package does not say what a profile is made of.
    fn no_profile(&self) -> &'static str;
    /// A package does not say what stands on a timeline.
    fn no_timeline(&self) -> &'static str;
    /// What a package says of a table names a column that the table has not.
    fn no_such_column(&self, table: &str, column: &str) -> String;
    /// A column is to be a key, and is none.
    fn no_key(&self, column: &str) -> String;
    /// A key leads to no table or column that there is.
    fn leads_nowhere(&self, column: &str) -> String;
    /// A key does not say how much is known of the rows that it leads to.
    fn no_coverage(&self, column: &str) -> String;
    /// A table has no column of figures.
    fn no_figures(&self, table: &str) -> String;
    /// What should be a figure or a number, and is none.
    fn no_figure_at(&self, text: &str) -> String;
}
