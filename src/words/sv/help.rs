//! What help says around the flags and commands that it lists, in Swedish.

use super::Swedish;
use crate::words::help::Help;

impl Help for Swedish {
    fn heading_usage(&self) -> &'static str {
        "Användning"
    }

    fn any_flags(&self) -> &'static str {
        "[FLAGGOR]"
    }

    fn usage_of_table(&self, table: Option<&str>) -> String {
        format!("itkommun {} [--<KOLUMN> <VÄRDE>]... [FLAGGOR]", table.unwrap_or("<TABELL>"))
    }

    fn usage_of_command(&self) -> &'static str {
        "itkommun <KOMMANDO> [FLAGGOR] [ARGUMENT]..."
    }

    fn usage_of_chart(&self, table: Option<&str>) -> String {
        format!("itkommun chart {} (--x <KOLUMNER> | --map) [FLAGGOR]", table.unwrap_or("<TABELL>"))
    }

    fn heading_examples(&self) -> &'static str {
        "Exempel"
    }

    fn heading_arguments(&self) -> &'static str {
        "Argument"
    }

    fn heading_options(&self) -> &'static str {
        "Flaggor"
    }

    fn heading_filters(&self) -> &'static str {
        "Filter"
    }

    fn heading_output(&self) -> &'static str {
        "Utdata"
    }

    fn heading_commands(&self) -> &'static str {
        "Kommandon"
    }

    fn other_commands(&self) -> &'static str {
        "Andra kommandon"
    }

    fn also(&self) -> &'static str {
        "även"
    }

    fn more_than_a_screen(&self) -> &'static str {
        "All hjälp: --help · På svenska: --lang sv · In English: --lang en"
    }

    fn this_page(&self) -> &'static str {
        "Den här hjälpen; -h ger en som ryms på skärmen"
    }

    fn all_about_it(&self) -> &'static str {
        "Allt om kommandot"
    }

    fn what_to_ask(&self) -> &'static str {
        "Vad som finns att fråga efter"
    }

    fn versions(&self) -> &'static str {
        "Version av program och data"
    }

    fn where_versions_are(&self) -> &'static str {
        "`itkommun --version` visar version av program och data."
    }

    fn before_a_table(&self) -> &'static str {
        "En tabell som heter som ett kommando"
    }

    fn where_own_packages_are(&self) -> &'static str {
        "`itkommun --package MAPP` ställer samma slags frågor till ett eget Data Package."
    }

    fn tables_whose_columns_are_filters(&self) -> &'static str {
        "Tabeller (varje kolumn är ett filter: itkommun <TABELL> --help)"
    }

    fn program_version(&self, program: &str, data: &str) -> String {
        format!("{program} (data {data})")
    }

    fn features(&self, built: &[&str]) -> String {
        format!("tillval: {}", if built.is_empty() { "inga".to_owned() } else { built.join(", ") })
    }

    fn through(&self, key: &str) -> String {
        format!("via {key}")
    }

    fn a_row_of(&self, table: &str) -> String {
        format!("en rad i {table}")
    }

    fn heading_values(&self) -> &'static str {
        "Värden"
    }

    fn accepted_numbers(&self) -> &'static str {
        "2009 · 2009,2013 · 2009..2013 · ..2013 · '>=2009' · latest"
    }

    fn accepted_decimals(&self) -> &'static str {
        "decimaltal skrivs med punkt, 3.5, och kan inte räknas upp med komma"
    }

    fn accepted_choices(&self) -> &'static str {
        "ett av de fasta värdena, eller flera åtskilda av komma"
    }

    fn accepted_names(&self) -> &'static str {
        "namn eller kod, med små eller stora bokstäver, med eller utan å, ä, ö eller genitiv-s"
    }

    fn accepted_texts(&self) -> &'static str {
        "en del av texten, med små eller stora bokstäver, med eller utan å, ä, ö"
    }

    fn accepted_bools(&self) -> &'static str {
        "true eller false; förvalt är true"
    }

    fn several_flags(&self) -> &'static str {
        "Samma flagga flera gånger betyder eller, olika flaggor betyder och. `_` i en flagga får skrivas `-`."
    }

    fn exclusion(&self) -> &'static str {
        "`--not-<KOLUMN> VÄRDE` ger alla rader utom dem som `--<KOLUMN> VÄRDE` ger."
    }

    fn all_but(&self, flag: &str) -> String {
        format!("Alla rader utom dem som --{flag} ger")
    }

    fn more_of_table(&self, table: &str) -> String {
        format!("Mer: `itkommun schema {table}`")
    }

    fn the_greatest(&self) -> &'static str {
        "Det största"
    }

    fn every_column(&self) -> &'static str {
        "Samtliga kolumner"
    }
}
