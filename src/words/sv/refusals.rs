//! What is said where a command line is refused for a name, a flag or an argument, in Swedish.

use super::{Swedish, quoted};
use crate::words::refusals::Refusals;

impl Refusals for Swedish {
    fn did_you_mean(&self, names: &[&str]) -> String {
        match names {
            [others @ .., last] if !others.is_empty() => format!("; menade du {} eller {last}?", others.join(", ")),
            _ => format!("; menade du {}?", names.concat()),
        }
    }

    fn no_command(&self, given: &str) -> String {
        format!("ingen tabell och inget kommando heter {}", quoted(given))
    }

    fn commands_are_listed(&self) -> &'static str {
        "`itkommun` utan argument räknar upp dem"
    }

    fn no_flag(&self, command: &str, given: &str) -> String {
        format!("{command} har ingen flagga {}", quoted(given))
    }

    fn flags_are(&self, flags: &[&str]) -> String {
        format!("flaggorna är {}", flags.join(", "))
    }

    fn for_a_column(&self) -> &'static str {
        "<KOLUMN>"
    }

    fn a_flag_each_column(&self) -> &'static str {
        "--<KOLUMN> VÄRDE, en flagga för varje kolumn"
    }

    fn name_is_acted_on(&self, name: &str) -> String {
        format!(
            "ett skript med namnet {} skulle göra mer än komplettera; bash, zsh och fish frågar programmet i stället",
            quoted(name)
        )
    }

    fn no_argument(&self, command: &str, given: &str) -> String {
        format!("{command} tar inget argument {}", quoted(given))
    }

    fn no_argument_behind_dashes(&self, command: &str, given: &str) -> String {
        format!("{command} tar inget argument {}: efter `--` läses inget som en flagga", quoted(given))
    }

    fn help_tells_arguments(&self, command: &str) -> String {
        format!("`itkommun {command} --help` visar vad som kan anges")
    }

    fn help_tells_more(&self, command: &str) -> String {
        format!("`itkommun {command} --help` berättar mer")
    }

    fn needs(&self, command: &str, names: &[&str]) -> String {
        format!("{command} kräver {}", names.join(" och "))
    }

    fn needs_table(&self, command: &str) -> String {
        format!("{command} kräver en tabell")
    }

    fn needs_value(&self, name: &str, allowed: &[&str]) -> String {
        match allowed {
            [] => format!("ett värde krävs ({name})"),
            _ => format!("ett värde krävs ({name}); tillåtna är {}", allowed.join(", ")),
        }
    }

    fn argument_not_utf8(&self) -> &'static str {
        "ett argument är inte UTF-8"
    }

    fn no_table(&self, given: &str) -> String {
        format!("ingen tabell heter {}", quoted(given))
    }

    fn tables_are(&self, tables: &[&str]) -> String {
        format!("tabellerna är {}", tables.join(", "))
    }

    fn no_column(&self, table: &str, given: &str) -> String {
        format!("{table} har ingen kolumn {}", quoted(given))
    }

    fn columns_are(&self, columns: &[&str]) -> String {
        format!("kolumnerna är {}", columns.join(", "))
    }

    fn column_twice(&self, given: &str) -> String {
        format!("{} anges två gånger; en kolumn kan bara stå en gång i ett svar", quoted(given))
    }

    fn no_row_called(&self, table: &str, given: &str) -> String {
        format!("inget i {table} heter {}", quoted(given))
    }

    fn table_lists_all(&self, table: &str) -> String {
        format!("`itkommun {table}` räknar upp samtliga")
    }

    // The kinds are called as the data calls them, and have no gender.
    fn nothing_called(&self, kinds: &str, given: &str) -> String {
        if kinds.is_empty() {
            return format!("inget heter {}", quoted(given));
        }
        format!("inget av slagen {kinds} heter {}", quoted(given))
    }

    fn search_looks(&self, command_line: &str) -> String {
        format!("`{command_line}` söker i samtliga rader")
    }

    fn not_name_and_file(&self, given: &str) -> String {
        format!("{} är inte NAMN=FIL", quoted(given))
    }

    fn not_with(&self, other: &str) -> String {
        format!("kan inte användas tillsammans med {other}")
    }

    fn given_twice(&self) -> &'static str {
        "anges två gånger men tar bara ett värde"
    }
}

#[cfg(test)]
mod tests {
    use super::Swedish;
    use crate::words::refusals::Refusals;

    #[test]
    fn what_was_meant_is_asked_and_what_was_typed_is_quoted() {
        for (names, said) in [
            (&["Lund"][..], "; menade du Lund?"),
            (&["Lund", "Lunda"], "; menade du Lund eller Lunda?"),
            (&["a", "b", "c"], "; menade du a, b eller c?"),
        ] {
            assert_eq!(Swedish.did_you_mean(names), said);
        }
        assert_eq!(Swedish.no_column("winners", "a\u{1b}"), "winners har ingen kolumn `a\\u{1b}`");
        assert_eq!(Swedish.no_column("winners", " "), "winners har ingen kolumn ett tomt värde");
        let cut = format!("`{}…` (130 tecken)", "å".repeat(120));
        assert!(Swedish.no_flag("winners", &"å".repeat(130)).ends_with(&cut));
    }
}
