//! What is said where a value is refused, or a form that an answer cannot have.

/// What is said where a value is refused, or a form that an answer cannot have.
///
/// Functions called `is_…`, `has_…` and the like say only what is wrong, and stand behind what was given: see
/// [`value_refused`](Self::value_refused). Others are whole sentences. A flag at fault stands before it all, with a colon.
pub(crate) trait Values {
    /// A value, quoted, and what is wrong with it.
    fn value_refused(&self, given: &str, problem: &str) -> String;

    /// What is wrong with a value, and examples of what may stand in its place.
    fn with_examples(&self, problem: &str, examples: &[&str]) -> String;

    /// It is no year, in none of the forms in which years are typed.
    fn is_no_year(&self) -> &'static str;

    /// It is no whole number, in none of the forms in which they are typed.
    fn is_no_integer(&self) -> &'static str;

    /// It is neither a number nor a range.
    fn is_no_number(&self) -> &'static str;

    /// It is no number of rows.
    fn is_no_limit(&self) -> &'static str;

    /// It is no date, and which forms are dates.
    fn is_no_date(&self) -> &'static str;

    /// It has the form of a date, and no day, for this reason; and which forms are dates.
    fn is_no_day(&self, reason: &str) -> String;

    /// It is a range of dates without an end, and which forms are dates.
    fn has_no_date(&self) -> &'static str;

    /// It is a range of numbers without an end.
    fn has_no_end(&self) -> &'static str;

    /// A range whose ends stand the wrong way round, and what was meant.
    fn backwards(&self, given: &str, meant: &str) -> String;

    /// A number with a comma, which may be a decimal one or part two numbers.
    fn has_comma(&self) -> &'static str;

    /// How decimals, and several numbers, are typed for a flag.
    fn how_numbers_are_typed(&self, flag: &str) -> String;

    /// It is a part of every text.
    fn is_in_every_text(&self) -> &'static str;

    /// It stands in another column of the table, which holds codes.
    fn is_code(&self, column: &str) -> String;

    /// It is none of a few members of a set, all listed.
    fn is_none_of(&self, allowed: &[&str]) -> String;

    /// It is none of so many members of a set.
    fn is_none_of_many(&self, count: usize) -> String;

    /// Which members a set has.
    fn members_are(&self, allowed: &[&str]) -> String;

    /// The flag takes no value.
    fn is_not_expected(&self) -> &'static str;

    /// It names every column, and is one of several names.
    fn stands_alone(&self) -> &'static str;

    /// It is an ending and no name of a file.
    fn names_no_file(&self, ending: &str) -> String;

    /// The flag widens filters on figures, and there is none; these would be such.
    fn widens_filters(&self, flags: &[String]) -> String;

    /// A format is not shown on a terminal.
    fn is_no_text(&self, format: &str) -> String;

    /// A workbook's headings cannot be left out.
    fn keeps_headings(&self, format: &str) -> String;

    /// A format has no headings to leave out.
    fn has_no_headings(&self, format: &str) -> String;

    /// A format cannot list sources.
    fn has_no_place_for_sources(&self, format: &str) -> String;

    /// A bibliography has neither columns nor counts.
    fn holds_sources_alone(&self, format: &str) -> String;

    /// A part of the program that this build leaves out.
    fn built_without(&self, feature: &str) -> String;

    /// A file is called as a format is.
    fn format_for_file(&self, format: &str) -> String;

    /// A file whose ending, with its point, is that of pictures which the program does not draw.
    fn no_such_picture(&self, ending: &str) -> String;

    /// How such a picture is made from one that it does.
    fn pictures_are_converted(&self) -> &'static str;

    /// A file whose ending names no format that the answer can have.
    fn ending_of_no_format(&self, file: &str) -> String;

    /// Which endings there may be.
    fn endings_are(&self, endings: &[&str]) -> String;

    /// A file whose ending, with its point, names no form that an export has.
    fn ending_of_no_export(&self, ending: &str) -> String;

    /// A column to be drawn that holds no numbers, and those of the table that do.
    fn not_drawable(&self, column: &str, table: &str, can: &[&str]) -> String;

    /// Figures that count different things, so that no scale holds for all of them.
    fn several_units(&self, units: &[&str]) -> String;

    /// More bars than a picture can show.
    fn too_many_bars(&self, count: usize, most: usize) -> String;

    /// What does with many bars.
    fn fewer_bars(&self) -> &'static str;

    /// Two columns of a statement's answer that have one name, if perhaps in other letters.
    fn selected_twice(&self, first: &str, second: &str) -> String;

    /// What a sheet of a workbook has no room for, and how much it has.
    fn past_sheet(&self, what: &str, room: &str) -> String;

    /// Formats without such a limit.
    fn past_sheet_otherwise(&self) -> &'static str;

    /// Behind the place of a cell: its value is none of the qualifiers of figures.
    fn cell_is_no_qualifier(&self) -> &'static str;

    /// Behind the place of a cell: it is no number, or the lower end of a range without an upper one.
    fn cell_is_no_figure(&self) -> &'static str;

    /// Behind the place of a cell: it is no number.
    fn cell_is_no_number(&self) -> &'static str;

    /// A cell is not written in the form that the description tells; the cell follows.
    fn cell_of_another_form(&self) -> &'static str;

    /// Behind the place of a cell: it is no date.
    fn cell_is_no_date(&self) -> &'static str;

    /// Behind the place of a cell: it is no boolean.
    fn cell_is_no_boolean(&self) -> &'static str;

    /// Behind the place of a cell: it is no text.
    fn cell_is_not_utf8(&self) -> &'static str;
}
