//! What stands in help for what is to be typed, in English.

use super::English;
use crate::words::placeholders::Placeholders;

impl Placeholders for English {
    fn a_number(&self) -> &'static str {
        "NUMBER"
    }

    fn a_year(&self) -> &'static str {
        "YEAR"
    }

    fn a_date(&self) -> &'static str {
        "DATE"
    }

    fn a_bool(&self) -> &'static str {
        "BOOL"
    }

    fn a_choice(&self) -> &'static str {
        "CHOICE"
    }

    fn a_name(&self) -> &'static str {
        "NAME"
    }

    fn a_names(&self) -> &'static str {
        "NAMES"
    }

    fn a_text(&self) -> &'static str {
        "TEXT"
    }

    fn a_value(&self) -> &'static str {
        "VALUE"
    }

    fn a_count(&self) -> &'static str {
        "N"
    }

    fn a_format(&self) -> &'static str {
        "FORMAT"
    }

    fn a_when(&self) -> &'static str {
        "WHEN"
    }

    fn a_package(&self) -> &'static str {
        "DIR"
    }

    fn a_language(&self) -> &'static str {
        "LANG"
    }

    fn a_file(&self) -> &'static str {
        "FILE"
    }

    fn a_folder(&self) -> &'static str {
        "FOLDER"
    }

    fn a_path(&self) -> &'static str {
        "PATH"
    }

    fn an_address(&self) -> &'static str {
        "ADDRESS"
    }

    fn a_named_file(&self) -> &'static str {
        "NAME=FILE"
    }

    fn a_table(&self) -> &'static str {
        "TABLE"
    }

    fn a_column(&self) -> &'static str {
        "COLUMN"
    }

    fn a_columns(&self) -> &'static str {
        "COLUMNS"
    }

    fn a_command(&self) -> &'static str {
        "COMMAND"
    }

    fn a_shell(&self) -> &'static str {
        "SHELL"
    }

    fn a_statement(&self) -> &'static str {
        "STATEMENT"
    }
}
