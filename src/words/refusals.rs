//! What is said where a command line is refused for a name, a flag or an argument.

/// What is said where a command line is refused for a name, a flag or an argument. What was typed is quoted; a flag at
/// fault stands before it all, with a colon.
pub(crate) trait Refusals {
    /// Added to what is wrong: one of these names, the nearest first, was probably meant. With the sign that parts the two.
    fn did_you_mean(&self, names: &[&str]) -> String;

    /// What was given names neither a table nor a command.
    fn no_command(&self, given: &str) -> String;

    /// How to find the tables and commands.
    fn commands_are_listed(&self) -> &'static str;

    /// The command has no such flag.
    fn no_flag(&self, command: &str, given: &str) -> String;

    /// Which flags a command has.
    fn flags_are(&self, flags: &[&str]) -> String;

    /// What stands for the name of a column that is to be typed.
    fn for_a_column(&self) -> &'static str;

    /// The form of a filter, as help writes it, and that each column has one.
    fn a_flag_each_column(&self) -> &'static str;

    /// The command takes no argument, or none such.
    fn no_argument(&self, command: &str, given: &str) -> String;

    /// The command takes no argument, and this one would be a flag, were it not behind the dashes that end flags.
    fn no_argument_behind_dashes(&self, command: &str, given: &str) -> String;

    /// Where a command's arguments are told of.
    fn help_tells_arguments(&self, command: &str) -> String;

    /// Where more is told of a command.
    fn help_tells_more(&self, command: &str) -> String;

    /// What must be given for a command is not.
    fn needs(&self, command: &str, names: &[&str]) -> String;

    /// A command needs a table.
    fn needs_table(&self, command: &str) -> String;

    /// A table has a name that a shell would act on.
    fn name_is_acted_on(&self, name: &str) -> String;
    /// A flag stands without its value, which help calls by this name; what is allowed, where that is a list.
    fn needs_value(&self, name: &str, allowed: &[&str]) -> String;

    /// An argument is no text.
    fn argument_not_utf8(&self) -> &'static str;

    /// There is no table of this name.
    fn no_table(&self, given: &str) -> String;

    /// Which tables there are.
    fn tables_are(&self, tables: &[&str]) -> String;

    /// A table has no column of this name.
    fn no_column(&self, table: &str, given: &str) -> String;

    /// Which columns a table has.
    fn columns_are(&self, columns: &[&str]) -> String;

    /// A column is named twice where it can stand once.
    fn column_twice(&self, given: &str) -> String;

    /// No row of a table is called so.
    fn no_row_called(&self, table: &str, given: &str) -> String;

    /// Which command lists all rows of a table.
    fn table_lists_all(&self, table: &str) -> String;

    /// Nothing of these kinds, joined by *or*, is called so; empty where there are none.
    fn nothing_called(&self, kinds: &str, given: &str) -> String;

    /// Which command line looks for it in all rows.
    fn search_looks(&self, command_line: &str) -> String;

    /// A file is attached without the name of its table.
    fn not_name_and_file(&self, given: &str) -> String;

    /// The flag cannot be used with another.
    fn not_with(&self, other: &str) -> String;

    /// The flag is given twice, and takes one value.
    fn given_twice(&self) -> &'static str;
}
