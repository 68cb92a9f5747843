//! What help says around the flags and commands that it lists, in English.

use super::English;
use crate::words::help::Help;

impl Help for English {
    fn heading_usage(&self) -> &'static str {
        "Usage"
    }

    fn any_flags(&self) -> &'static str {
        "[OPTIONS]"
    }

    fn usage_of_table(&self, table: Option<&str>) -> String {
        format!("itkommun {} [--<COLUMN> <VALUE>]... [OPTIONS]", table.unwrap_or("<TABLE>"))
    }

    fn usage_of_command(&self) -> &'static str {
        "itkommun <COMMAND> [OPTIONS] [ARGUMENT]..."
    }

    fn usage_of_chart(&self, table: Option<&str>) -> String {
        format!("itkommun chart {} (--x <COLUMNS> | --map) [OPTIONS]", table.unwrap_or("<TABLE>"))
    }

    fn heading_examples(&self) -> &'static str {
        "Examples"
    }

    fn heading_arguments(&self) -> &'static str {
        "Arguments"
    }

    fn heading_options(&self) -> &'static str {
        "Options"
    }

    fn heading_filters(&self) -> &'static str {
        "Filters"
    }

    fn heading_output(&self) -> &'static str {
        "Output"
    }

    fn heading_commands(&self) -> &'static str {
        "Commands"
    }

    fn other_commands(&self) -> &'static str {
        "Other commands"
    }

    fn also(&self) -> &'static str {
        "also"
    }

    fn more_than_a_screen(&self) -> &'static str {
        "All of it: --help · På svenska: --lang sv · In English: --lang en"
    }

    fn this_page(&self) -> &'static str {
        "This page; -h is one screen"
    }

    fn all_about_it(&self) -> &'static str {
        "All about it"
    }

    fn what_to_ask(&self) -> &'static str {
        "What there is to ask"
    }

    fn versions(&self) -> &'static str {
        "The versions of program and data"
    }

    fn where_versions_are(&self) -> &'static str {
        "`itkommun --version` tells the versions of program and data."
    }

    fn before_a_table(&self) -> &'static str {
        "A table that is called like a command"
    }

    fn where_own_packages_are(&self) -> &'static str {
        "`itkommun --package DIR` asks a Data Package of your own in the same way."
    }

    fn tables_whose_columns_are_filters(&self) -> &'static str {
        "Tables (each column is a filter: itkommun <TABLE> --help)"
    }

    fn program_version(&self, program: &str, data: &str) -> String {
        format!("{program} (data {data})")
    }

    fn features(&self, built: &[&str]) -> String {
        format!("features: {}", if built.is_empty() { "none".to_owned() } else { built.join(", ") })
    }

    fn through(&self, key: &str) -> String {
        format!("through {key}")
    }

    fn a_row_of(&self, table: &str) -> String {
        format!("a row of {table}")
    }

    fn heading_values(&self) -> &'static str {
        "Values"
    }

    fn accepted_numbers(&self) -> &'static str {
        "2009 · 2009,2013 · 2009..2013 · ..2013 · '>=2009' · latest"
    }

    fn accepted_decimals(&self) -> &'static str {
        "decimals have a point, 3.5, and no comma parts them"
    }

    fn accepted_choices(&self) -> &'static str {
        "one of the set, or several by comma"
    }

    fn accepted_names(&self) -> &'static str {
        "a name or code, in any case, with or without å, ä, ö or a genitive s"
    }

    fn accepted_texts(&self) -> &'static str {
        "a part of the text, in any case, with or without å, ä, ö"
    }

    fn accepted_bools(&self) -> &'static str {
        "true or false; where neither is typed, true"
    }

    fn several_flags(&self) -> &'static str {
        "A flag given twice means or; different flags mean and. `_` in a flag may be typed `-`."
    }

    fn exclusion(&self) -> &'static str {
        "`--not-<COLUMN> VALUE` takes all rows but those that `--<COLUMN> VALUE` takes."
    }

    fn all_but(&self, flag: &str) -> String {
        format!("All rows but those that --{flag} takes")
    }

    fn more_of_table(&self, table: &str) -> String {
        format!("More: `itkommun schema {table}`")
    }

    fn the_greatest(&self) -> &'static str {
        "The greatest"
    }

    fn every_column(&self) -> &'static str {
        "Every column"
    }
}
