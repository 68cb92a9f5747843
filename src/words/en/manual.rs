//! What the manual says besides what help does, in English.

use super::English;
use crate::words::manual::Manual;

impl Manual for English {
    fn section_name(&self) -> &'static str {
        "NAME"
    }

    fn section_synopsis(&self) -> &'static str {
        "SYNOPSIS"
    }

    fn section_description(&self) -> &'static str {
        "DESCRIPTION"
    }

    fn section_tables(&self) -> &'static str {
        "TABLES"
    }

    fn section_commands(&self) -> &'static str {
        "COMMANDS"
    }

    fn section_options(&self) -> &'static str {
        "OPTIONS"
    }

    fn section_values(&self) -> &'static str {
        "FILTER VALUES"
    }

    fn section_formats(&self) -> &'static str {
        "FORMATS"
    }

    fn section_status(&self) -> &'static str {
        "EXIT STATUS"
    }

    fn section_environment(&self) -> &'static str {
        "ENVIRONMENT"
    }

    fn section_files(&self) -> &'static str {
        "FILES"
    }

    fn section_examples(&self) -> &'static str {
        "EXAMPLES"
    }

    fn section_licence(&self) -> &'static str {
        "LICENCE"
    }

    fn section_citing(&self) -> &'static str {
        "HOW TO CITE"
    }

    fn section_see_also(&self) -> &'static str {
        "SEE ALSO"
    }

    fn one_rule(&self) -> &'static str {
        "Every table is a command, and every column of it is a filter, an output column and a sort key, \
         under the same name everywhere: flag, heading of a table, CSV, JSON and SQL. Tables, columns and \
         members of sets also answer to their titles in either language."
    }

    fn where_answers_go(&self) -> &'static str {
        "On a terminal the answer is a table fitted to its width, and goes to a pager where it is longer \
         than the screen. In a pipe or a file it is tab-separated values with a line of headings, never cut \
         and never coloured. Standard output holds the answer and nothing else; notes and errors go to \
         standard error."
    }

    fn values_depend(&self) -> &'static str {
        "What a filter accepts depends on the column, and stands behind its flag:"
    }

    fn ranges(&self) -> &'static str {
        "A range is open at either end, and comparisons are <, <=, > and >=. `latest` is the greatest among \
         the facts that the other filters take. Decimal numbers have a point, and no comma parts them. A \
         figure is taken where every value that it may have is asked for; with `--possibly`, where any is."
    }

    fn emptiness(&self) -> &'static str {
        "`--missing` and `--present` name columns, by comma, that all have no value or all have one."
    }

    fn usual_format(&self, usual: &str) -> String {
        format!("The answer is by default {usual}.")
    }

    fn usual_format_of_all(&self, usual: &str) -> String {
        format!("The answer is by default {usual}; not every command has every format.")
    }

    fn filters_elsewhere(&self) -> &'static str {
        "What they accept, and how several go together: FILTER VALUES in `itkommun`(1)."
    }

    fn help_flag(&self) -> &'static str {
        "The same as help: -h is one screen, --help all of it."
    }

    fn possible_values(&self, names: &str) -> String {
        format!("possible values: {names}")
    }

    fn alias(&self, names: &str) -> String {
        format!("alias: {names}")
    }

    fn in_files_named(&self, about: &str, endings: &str) -> String {
        format!("{about}; in files named {endings}")
    }

    fn no_files(&self) -> &'static str {
        "None: the data is part of the program, there is no configuration file, and nothing is written but \
         the files that are asked for."
    }

    fn no_folder_for_pages(&self) -> &'static str {
        "it is no folder; one page goes to a file by `itkommun man <COMMAND> --output FILE`"
    }

    fn licence_of_program(&self) -> &'static str {
        "The program: MIT or Apache-2.0, at your choice."
    }

    fn licence_of_data(&self, names: &str) -> String {
        format!("The data: {names}.")
    }

    fn status_done(&self) -> &'static str {
        "done, also with no rows"
    }

    fn status_no_rows(&self) -> &'static str {
        "no rows, only under `--exit-status`"
    }

    fn status_usage(&self) -> &'static str {
        "wrong usage, an unknown name included"
    }

    fn status_failed(&self) -> &'static str {
        "the data could not be read, `check` found problems, or the answer could not be written"
    }

    fn status_interrupted(&self) -> &'static str {
        "interrupted from the keyboard; nothing half written is left"
    }
}
