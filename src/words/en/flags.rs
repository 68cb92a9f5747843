//! What help tells of each flag and argument, in English.

use super::English;
use crate::words::flags::Flags;

impl Flags for English {
    fn flag_sort(&self) -> &'static str {
        "Order by these columns, by comma; `-` before one puts the largest first"
    }

    fn flag_limit(&self) -> &'static str {
        "At most this many rows"
    }

    fn flag_limit_each(&self) -> &'static str {
        "At most this many rows of each table"
    }

    fn flag_tables(&self) -> &'static str {
        "Only these tables, by comma"
    }

    fn flag_columns(&self) -> &'static str {
        "Columns to show, by comma, in that order; `all` for every one"
    }

    fn flag_count(&self) -> &'static str {
        "Only the number of rows"
    }

    fn flag_count_by(&self) -> &'static str {
        "How many rows have each value of these columns, most first; each item of a list counts"
    }

    fn flag_possibly(&self) -> &'static str {
        "Also figures that may, but need not, lie within what was asked for"
    }

    fn flag_cite(&self) -> &'static str {
        "Number each row's source, and list the sources under the answer (table, markdown, json)"
    }

    fn flag_exit_status(&self) -> &'static str {
        "End with status 1 where there are no rows"
    }

    fn flag_output(&self) -> &'static str {
        "A file for the answer, replaced if it is there; its ending (.csv, .xlsx …) says the format"
    }

    fn flag_text_file(&self) -> &'static str {
        "A file for it, replaced if it is there"
    }

    fn flag_no_header(&self) -> &'static str {
        "No line of column names"
    }

    fn flag_color(&self) -> &'static str {
        "auto, always or never"
    }

    fn flag_pager(&self) -> &'static str {
        "auto or never; ITKOMMUN_PAGER or PAGER names another than less"
    }

    fn flag_format(&self, formats: &[&str], usual: &str) -> String {
        let (last, others) = formats.split_last().map_or(("", &[][..]), |(last, others)| (*last, others));
        format!("{} or {last}; by default {usual}", others.join(", "))
    }

    fn flag_same_as_format(&self, format: &str) -> String {
        format!("The same as --format {format}")
    }

    fn flag_package(&self) -> &'static str {
        "A folder with a Data Package, or its datapackage.json, to ask instead of the register"
    }

    fn flag_language(&self) -> &'static str {
        "en or sv; by default what ITKOMMUN_LANG or the locale says"
    }

    fn flag_missing(&self) -> &'static str {
        "Rows without a value in these columns, by comma; in all of them"
    }

    fn flag_present(&self) -> &'static str {
        "Rows with a value in these columns, by comma; in all of them"
    }

    fn flag_heading(&self) -> &'static str {
        "The title of the drawing, instead of its own"
    }

    fn flag_years(&self) -> &'static str {
        "Rows of these years: 2009 · 2009,2013 · 2009..2013 · latest"
    }

    fn flag_profile_year(&self) -> &'static str {
        "The year; the latest with figures where none is given"
    }

    fn flag_differing(&self) -> &'static str {
        "Only what is stated of two or more, and differs"
    }

    fn flag_incomparable(&self) -> &'static str {
        "Also figures that cannot be set beside each other"
    }

    fn flag_x(&self) -> &'static str {
        "The columns that label the bars, by comma"
    }

    fn flag_y(&self) -> &'static str {
        "The column of numbers to draw; without it, the number of rows"
    }

    fn flag_map(&self) -> &'static str {
        "A map instead of bars, by the column that names places: -o map.svg"
    }

    fn flag_attach(&self) -> &'static str {
        "A CSV file of your own as a table of this name beside the others"
    }

    fn flag_export_to(&self) -> &'static str {
        "FILE.sqlite, FILE.xlsx, FILE.html, FILE.ttl, or a folder for CSV files and their datapackage.json"
    }

    fn flag_publisher(&self) -> &'static str {
        "In FILE.ttl, who publishes the data: NAME, or \"NAME <ADDRESS>\""
    }

    fn flag_publisher_type(&self, usual: &str) -> String {
        format!("In FILE.ttl, what the publisher is; {usual} by default")
    }

    fn flag_address(&self) -> &'static str {
        "In FILE.ttl, where the data is published"
    }

    fn flag_force(&self) -> &'static str {
        "Replace what is there"
    }

    fn flag_man_to(&self) -> &'static str {
        "Write every page to this folder; pages that are there are replaced"
    }

    fn argument_search(&self) -> &'static str {
        "Words or parts of them, in any case, with or without å, ä, ö"
    }

    fn argument_thing(&self, kinds: &str) -> String {
        format!("A name or code ({kinds}); several words are one name")
    }

    fn argument_drawn(&self, table: Option<&str>) -> String {
        format!("Of {}, by name or code", table.unwrap_or("things"))
    }

    fn argument_compared(&self, table: Option<&str>) -> String {
        format!("Of {}, by name or code; one alone is beside the mean", table.unwrap_or("things"))
    }

    fn argument_statement(&self) -> &'static str {
        "A SELECT statement, or - for one on standard input"
    }

    fn argument_schema(&self) -> &'static str {
        "A table; all of them where none is named"
    }

    fn argument_export(&self) -> &'static str {
        "Tables; all of them where none is named"
    }

    fn argument_describe(&self) -> &'static str {
        "CSV files, in the folder of the description or below it"
    }

    fn flag_all_problems(&self) -> &'static str {
        "Tell of every problem, not of the first 1000 of a file"
    }

    fn argument_check(&self) -> &'static str {
        "A folder with a datapackage.json; the bundled package where none is named"
    }

    fn argument_shell(&self) -> &'static str {
        "The shell to complete in"
    }

    fn argument_man(&self) -> &'static str {
        "A table or a command; the page of the program where none is named"
    }
}
