//! What is said where a command line is refused for a name, a flag or an argument, in English.

use super::English;
use crate::text::quoted;
use crate::words::refusals::Refusals;

impl Refusals for English {
    fn did_you_mean(&self, names: &[&str]) -> String {
        match names {
            [others @ .., last] if !others.is_empty() => format!("; did you mean {} or {last}?", others.join(", ")),
            _ => format!("; did you mean {}?", names.concat()),
        }
    }

    fn no_command(&self, given: &str) -> String {
        format!("there is no table or command {}", quoted(given))
    }

    fn commands_are_listed(&self) -> &'static str {
        "`itkommun` alone lists them"
    }

    fn no_flag(&self, command: &str, given: &str) -> String {
        format!("{command} has no flag {}", quoted(given))
    }

    fn flags_are(&self, flags: &[&str]) -> String {
        format!("its flags are {}", flags.join(", "))
    }

    fn for_a_column(&self) -> &'static str {
        "<COLUMN>"
    }

    fn a_flag_each_column(&self) -> &'static str {
        "--<COLUMN> VALUE, a flag for each column"
    }

    fn name_is_acted_on(&self, name: &str) -> String {
        format!(
            "a script with the name {} would do more than complete; bash, zsh and fish ask the program instead",
            quoted(name)
        )
    }

    fn no_argument(&self, command: &str, given: &str) -> String {
        format!("{command} takes no argument {}", quoted(given))
    }

    fn no_argument_behind_dashes(&self, command: &str, given: &str) -> String {
        format!("{command} takes no argument {}: behind `--` nothing is read as a flag", quoted(given))
    }

    fn help_tells_arguments(&self, command: &str) -> String {
        format!("`itkommun {command} --help` tells what it takes")
    }

    fn help_tells_more(&self, command: &str) -> String {
        format!("`itkommun {command} --help` tells more")
    }

    fn needs(&self, command: &str, names: &[&str]) -> String {
        format!("{command} needs {}", names.join(" and "))
    }

    fn needs_table(&self, command: &str) -> String {
        format!("{command} needs a table")
    }

    fn needs_value(&self, name: &str, allowed: &[&str]) -> String {
        match allowed {
            [] => format!("a value is required, {name}"),
            _ => format!("a value is required, {name}; allowed are {}", allowed.join(", ")),
        }
    }

    fn argument_not_utf8(&self) -> &'static str {
        "an argument is not UTF-8"
    }

    fn no_table(&self, given: &str) -> String {
        format!("there is no table {}", quoted(given))
    }

    fn tables_are(&self, tables: &[&str]) -> String {
        format!("the tables are {}", tables.join(", "))
    }

    fn no_column(&self, table: &str, given: &str) -> String {
        format!("{table} has no column {}", quoted(given))
    }

    fn columns_are(&self, columns: &[&str]) -> String {
        format!("its columns are {}", columns.join(", "))
    }

    fn column_twice(&self, given: &str) -> String {
        format!("{} is named twice; a column stands once in an answer", quoted(given))
    }

    fn no_row_called(&self, table: &str, given: &str) -> String {
        format!("nothing in {table} is called {}", quoted(given))
    }

    fn table_lists_all(&self, table: &str) -> String {
        format!("`itkommun {table}` lists them all")
    }

    fn nothing_called(&self, kinds: &str, given: &str) -> String {
        if kinds.is_empty() {
            return format!("no thing is called {}", quoted(given));
        }
        format!("no {kinds} is called {}", quoted(given))
    }

    fn search_looks(&self, command_line: &str) -> String {
        format!("`{command_line}` looks for it in all rows")
    }

    fn not_name_and_file(&self, given: &str) -> String {
        format!("{} is not NAME=FILE", quoted(given))
    }

    fn not_with(&self, other: &str) -> String {
        format!("it cannot be used with {other}")
    }

    fn given_twice(&self) -> &'static str {
        "it is given twice, and takes one value"
    }
}
