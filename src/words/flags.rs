//! What help tells of each flag and argument.

/// What help tells of each flag and argument.
pub(crate) trait Flags {
    /// Sets the order of rows.
    fn flag_sort(&self) -> &'static str;

    /// Bounds the number of rows.
    fn flag_limit(&self) -> &'static str;

    /// Bounds the number of rows of each table.
    fn flag_limit_each(&self) -> &'static str;

    /// Narrows an answer of several tables to some of them.
    fn flag_tables(&self) -> &'static str;

    /// Chooses columns; `all` is typed for every one.
    fn flag_columns(&self) -> &'static str;

    /// Counts the rows.
    fn flag_count(&self) -> &'static str;

    /// Counts the rows by the values that they have in columns; a list counts with each of its items.
    fn flag_count_by(&self) -> &'static str;

    /// Takes figures, too, that may lie outside of what is asked for.
    fn flag_possibly(&self) -> &'static str;

    /// Lists the sources, which the rows then have the numbers of; formats have it that are named.
    fn flag_cite(&self) -> &'static str;

    /// Tells an empty answer apart by the exit status.
    fn flag_exit_status(&self) -> &'static str;

    /// Names a file for the answer, whose ending says the format.
    fn flag_output(&self) -> &'static str;

    /// Names a file for an answer that is text.
    fn flag_text_file(&self) -> &'static str;

    /// Leaves the line of headings out.
    fn flag_no_header(&self) -> &'static str;

    /// Says when there is colour, by names that are typed.
    fn flag_color(&self) -> &'static str;

    /// Says when there is a pager, by names that are typed, and what names another.
    fn flag_pager(&self) -> &'static str;

    /// Chooses one of these formats; which is usual is said by `usual_rows` and the like.
    fn flag_format(&self, formats: &[&str], usual: &str) -> String;

    /// Is short for the choice of this format.
    fn flag_same_as_format(&self, format: &str) -> String;

    /// Chooses the package.
    fn flag_package(&self) -> &'static str;

    /// Chooses the language.
    fn flag_language(&self) -> &'static str;

    /// Takes rows without values.
    fn flag_missing(&self) -> &'static str;

    /// Takes rows with values.
    fn flag_present(&self) -> &'static str;

    /// Gives a drawing another title.
    fn flag_heading(&self) -> &'static str;

    /// Takes rows of years.
    fn flag_years(&self) -> &'static str;

    /// Chooses the year of a profile.
    fn flag_profile_year(&self) -> &'static str;

    /// Leaves lines out of a comparison that do not differ.
    fn flag_differing(&self) -> &'static str;

    /// Takes figures into a comparison, too, that cannot be compared.
    fn flag_incomparable(&self) -> &'static str;

    /// Names the columns that label bars.
    fn flag_x(&self) -> &'static str;

    /// Names the column that bars show.
    fn flag_y(&self) -> &'static str;

    /// Draws a map instead of bars.
    fn flag_map(&self) -> &'static str;

    /// Adds a file to the tables that are asked.
    fn flag_attach(&self) -> &'static str;

    /// Names what an export becomes: a file by its ending, or a folder.
    fn flag_export_to(&self) -> &'static str;

    /// Lets an export replace what is there.
    fn flag_force(&self) -> &'static str;

    /// Names who publishes what is described; an address may stand behind, between `<` and `>`.
    fn flag_publisher(&self) -> &'static str;

    /// Says of which kind the publisher is, and which is usual.
    fn flag_publisher_type(&self, usual: &str) -> String;

    /// Names where on the web the data is that is described.
    fn flag_address(&self) -> &'static str;

    /// Names a folder for all pages of the manual.
    fn flag_man_to(&self) -> &'static str;

    /// What is looked for.
    fn argument_search(&self) -> &'static str;

    /// The name of a thing of one of these kinds.
    fn argument_thing(&self, kinds: &str) -> String;

    /// Whose figures are drawn; rows of a table, where it is known.
    fn argument_drawn(&self, table: Option<&str>) -> String;

    /// The same where they are compared, one alone with the mean.
    fn argument_compared(&self, table: Option<&str>) -> String;

    /// The statement in SQL; `-` is typed for standard input.
    fn argument_statement(&self) -> &'static str;

    /// The table whose columns are told of.
    fn argument_schema(&self) -> &'static str;

    /// The tables that are exported.
    fn argument_export(&self) -> &'static str;

    /// The files that are described.
    fn argument_describe(&self) -> &'static str;

    /// All problems of a file are told, and not the first thousand alone.
    fn flag_all_problems(&self) -> &'static str;

    /// The folder of the package that is checked.
    fn argument_check(&self) -> &'static str;

    /// The shell that completes.
    fn argument_shell(&self) -> &'static str;

    /// What the page is about.
    fn argument_man(&self) -> &'static str;
}
