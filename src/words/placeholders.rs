//! What stands in help for what is to be typed.

/// What stands in help for what is to be typed.
pub(crate) trait Placeholders {
    /// For a number.
    fn a_number(&self) -> &'static str;

    /// For a year.
    fn a_year(&self) -> &'static str;

    /// For a date.
    fn a_date(&self) -> &'static str;

    /// For what is true or false.
    fn a_bool(&self) -> &'static str;

    /// For one of a fixed set.
    fn a_choice(&self) -> &'static str;

    /// For a name.
    fn a_name(&self) -> &'static str;

    /// For names of columns or tables, by comma.
    fn a_names(&self) -> &'static str;

    /// For a text.
    fn a_text(&self) -> &'static str;

    /// For a value of whatever kind.
    fn a_value(&self) -> &'static str;

    /// For how many.
    fn a_count(&self) -> &'static str;

    /// For a format.
    fn a_format(&self) -> &'static str;

    /// For whether always, never or where it fits.
    fn a_when(&self) -> &'static str;

    /// For a package of one's own.
    fn a_package(&self) -> &'static str;

    /// For the code of a language.
    fn a_language(&self) -> &'static str;

    /// For a file.
    fn a_file(&self) -> &'static str;

    /// For a folder.
    fn a_folder(&self) -> &'static str;

    /// For a file or a folder.
    fn a_path(&self) -> &'static str;

    /// For an address on the web.
    fn an_address(&self) -> &'static str;

    /// For a name and the file that is called so.
    fn a_named_file(&self) -> &'static str;

    /// For a table.
    fn a_table(&self) -> &'static str;

    /// For a column.
    fn a_column(&self) -> &'static str;

    /// For columns, by comma.
    fn a_columns(&self) -> &'static str;

    /// For a table or a command.
    fn a_command(&self) -> &'static str;

    /// For a shell.
    fn a_shell(&self) -> &'static str;

    /// For a statement in SQL.
    fn a_statement(&self) -> &'static str;
}
