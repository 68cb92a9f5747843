//! What stands in help for what is to be typed, in Swedish.

use super::Swedish;
use crate::words::placeholders::Placeholders;

impl Placeholders for Swedish {
    fn a_number(&self) -> &'static str {
        "TAL"
    }

    fn a_year(&self) -> &'static str {
        "ÅR"
    }

    fn a_date(&self) -> &'static str {
        "DATUM"
    }

    fn a_bool(&self) -> &'static str {
        "BOOL"
    }

    fn a_choice(&self) -> &'static str {
        "VAL"
    }

    fn a_name(&self) -> &'static str {
        "NAMN"
    }

    fn a_names(&self) -> &'static str {
        "NAMN"
    }

    fn a_text(&self) -> &'static str {
        "TEXT"
    }

    fn a_value(&self) -> &'static str {
        "VÄRDE"
    }

    fn a_count(&self) -> &'static str {
        "N"
    }

    fn a_format(&self) -> &'static str {
        "FORMAT"
    }

    fn a_when(&self) -> &'static str {
        "NÄR"
    }

    fn a_package(&self) -> &'static str {
        "MAPP"
    }

    fn a_language(&self) -> &'static str {
        "SPRÅK"
    }

    fn a_file(&self) -> &'static str {
        "FIL"
    }

    fn a_folder(&self) -> &'static str {
        "MAPP"
    }

    fn a_path(&self) -> &'static str {
        "SÖKVÄG"
    }

    fn an_address(&self) -> &'static str {
        "ADRESS"
    }

    fn a_named_file(&self) -> &'static str {
        "NAMN=FIL"
    }

    fn a_table(&self) -> &'static str {
        "TABELL"
    }

    fn a_column(&self) -> &'static str {
        "KOLUMN"
    }

    fn a_columns(&self) -> &'static str {
        "KOLUMNER"
    }

    fn a_command(&self) -> &'static str {
        "KOMMANDO"
    }

    fn a_shell(&self) -> &'static str {
        "SKAL"
    }

    fn a_statement(&self) -> &'static str {
        "SATS"
    }
}
