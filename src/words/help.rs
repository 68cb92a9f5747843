//! What help says around the flags and commands that it lists.

/// How the other language is asked for, told in both wherever help ends: who reads it may know one of them.
pub(crate) const LANGUAGES: &str = "På svenska: --lang sv eller ITKOMMUN_LANG=sv · In English: --lang en";

/// What help says around the flags and commands that it lists.
pub(crate) trait Help {
    /// The heading of how something is typed.
    fn heading_usage(&self) -> &'static str;

    /// What stands in a usage for all the flags.
    fn any_flags(&self) -> &'static str;

    /// How a table is typed, or the one of this name.
    fn usage_of_table(&self, table: Option<&str>) -> String;

    /// How a command is typed.
    fn usage_of_command(&self) -> &'static str;

    /// How bars are asked for, of any table or of this one.
    fn usage_of_chart(&self, table: Option<&str>) -> String;

    /// The heading of the examples.
    fn heading_examples(&self) -> &'static str;

    /// The heading of what is typed without a flag.
    fn heading_arguments(&self) -> &'static str;

    /// The heading of the flags of one command alone.
    fn heading_options(&self) -> &'static str;

    /// The heading of the flags that take rows.
    fn heading_filters(&self) -> &'static str;

    /// The heading of the flags that say how the answer comes.
    fn heading_output(&self) -> &'static str;

    /// The heading of the commands that stand below one.
    fn heading_commands(&self) -> &'static str;

    /// The heading of the commands that are no tables.
    fn other_commands(&self) -> &'static str;

    /// What stands before the names of filters that have no line of their own.
    fn also(&self) -> &'static str;

    /// The last line of a screen: what tells all of it, and how the other language is asked for, in both.
    fn more_than_a_screen(&self) -> &'static str;

    /// What the flag for help gives on the page that lists it.
    fn this_page(&self) -> &'static str;

    /// What the flag for help gives, of a table or a command.
    fn all_about_it(&self) -> &'static str;

    /// What the flag for help gives, of the program.
    fn what_to_ask(&self) -> &'static str;

    /// What `--version` gives.
    fn versions(&self) -> &'static str;

    /// The same, where the flag is named for it.
    fn where_versions_are(&self) -> &'static str;

    /// That a package of one's own can be asked, and how.
    fn where_own_packages_are(&self) -> &'static str;

    /// What the word `table` is for: a table that a command is called like.
    fn before_a_table(&self) -> &'static str;

    /// The heading of the tables, with that their columns are filters, and where these are listed.
    fn tables_whose_columns_are_filters(&self) -> &'static str;

    /// The version of the program, and that of its data.
    fn program_version(&self, program: &str, data: &str) -> String;

    /// The features that were built in.
    fn features(&self, built: &[&str]) -> String;

    /// Through which key a column is found.
    fn through(&self, key: &str) -> String;

    /// Which table's rows a filter names.
    fn a_row_of(&self, table: &str) -> String;

    /// The heading of what filters accept.
    fn heading_values(&self) -> &'static str;

    /// What numbers, years and dates may be asked for by: values, lists and ranges.
    fn accepted_numbers(&self) -> &'static str;

    /// How decimals are written.
    fn accepted_decimals(&self) -> &'static str;

    /// How members of a fixed set are asked for.
    fn accepted_choices(&self) -> &'static str;

    /// How names are asked for.
    fn accepted_names(&self) -> &'static str;

    /// How texts are asked for.
    fn accepted_texts(&self) -> &'static str;

    /// How what is true or false is asked for.
    fn accepted_bools(&self) -> &'static str;

    /// How several flags go together.
    fn several_flags(&self) -> &'static str;

    /// What the flags take that leave rows out.
    fn exclusion(&self) -> &'static str;

    /// What one of these takes: all rows but those of this flag.
    fn all_but(&self, flag: &str) -> String;

    /// Where the columns of a table are told of.
    fn more_of_table(&self, table: &str) -> String;

    /// What is chosen by `latest`.
    fn the_greatest(&self) -> &'static str;

    /// What is chosen by `all` among columns.
    fn every_column(&self) -> &'static str;
}
