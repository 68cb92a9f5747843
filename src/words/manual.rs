//! What the manual says besides what help does.

/// What the manual says besides what help does.
pub(crate) trait Manual {
    /// The section of the page's name.
    fn section_name(&self) -> &'static str;

    /// The section of how it is typed.
    fn section_synopsis(&self) -> &'static str;

    /// The section of what it is.
    fn section_description(&self) -> &'static str;

    /// The section of the tables.
    fn section_tables(&self) -> &'static str;

    /// The section of the commands that are no tables.
    fn section_commands(&self) -> &'static str;

    /// The section of the flags.
    fn section_options(&self) -> &'static str;

    /// The section of what filters accept.
    fn section_values(&self) -> &'static str;

    /// The section of the formats.
    fn section_formats(&self) -> &'static str;

    /// The section of the exit statuses.
    fn section_status(&self) -> &'static str;

    /// The section of the environment.
    fn section_environment(&self) -> &'static str;

    /// The section of the files that are read or written.
    fn section_files(&self) -> &'static str;

    /// The section of the examples.
    fn section_examples(&self) -> &'static str;

    /// The section of the licences.
    fn section_licence(&self) -> &'static str;

    /// The section of how the data is cited.
    fn section_citing(&self) -> &'static str;

    /// The section of other pages.
    fn section_see_also(&self) -> &'static str;

    /// That tables are commands and columns are flags, and what else they answer to.
    fn one_rule(&self) -> &'static str;

    /// What the answer is on a terminal and elsewhere, and what goes to which stream.
    fn where_answers_go(&self) -> &'static str;

    /// That what a filter accepts is told by what stands behind its flag; the list follows.
    fn values_depend(&self) -> &'static str;

    /// What ranges, `latest` and decimal numbers are, and which figures are taken.
    fn ranges(&self) -> &'static str;

    /// What `--missing` and `--present` name.
    fn emptiness(&self) -> &'static str;

    /// Which format is usual, as `usual_of_rows` and the like say it.
    fn usual_format(&self, usual: &str) -> String;

    /// The same of the program, and that a command may lack a format.
    fn usual_format_of_all(&self, usual: &str) -> String;

    /// Where it stands what filters accept: in the section `section_values` of the program's page.
    fn filters_elsewhere(&self) -> &'static str;

    /// What the flag for help gives, shortly and in full.
    fn help_flag(&self) -> &'static str;

    /// The values that an argument takes.
    fn possible_values(&self, names: &str) -> String;

    /// Other names of a flag.
    fn alias(&self, names: &str) -> String;

    /// What a format is, and the endings of its files.
    fn in_files_named(&self, about: &str, endings: &str) -> String;

    /// That no file is read or written but those that are asked for.
    fn no_files(&self) -> &'static str;

    /// That pages need a folder, and how one alone goes to a file.
    fn no_folder_for_pages(&self) -> &'static str;

    /// The program's licence.
    fn licence_of_program(&self) -> &'static str;

    /// The data's licences.
    fn licence_of_data(&self, names: &str) -> String;

    /// Of status 0.
    fn status_done(&self) -> &'static str;

    /// Of status 1.
    fn status_no_rows(&self) -> &'static str;

    /// Of status 2.
    fn status_usage(&self) -> &'static str;

    /// Of status 3.
    fn status_failed(&self) -> &'static str;

    /// Of status 130.
    fn status_interrupted(&self) -> &'static str;
}
