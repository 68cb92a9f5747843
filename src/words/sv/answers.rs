//! What is said around the rows of an answer, in Swedish.

use super::Swedish;
use crate::words::answers::Answers;

impl Answers for Swedish {
    fn widths_of_first(&self, rows: usize) -> String {
        format!("bredderna är de {rows} första radernas")
    }

    fn progress(&self) -> &'static str {
        "{wide_bar} {decimal_bytes} av {decimal_total_bytes}{msg}, {eta} kvar"
    }

    fn rows(&self, count: usize) -> String {
        match count {
            0 => "inga rader".to_owned(),
            1 => "1 rad".to_owned(),
            _ => format!("{count} rader"),
        }
    }

    fn columns_shown(&self, shown: usize, all: usize) -> String {
        format!("{shown} av {all} kolumner (--columns all)")
    }

    fn empty_columns(&self, count: usize) -> String {
        if count == 1 { "1 tom kolumn visas inte".to_owned() } else { format!("{count} tomma kolumner visas inte") }
    }

    fn inferred(&self) -> &'static str {
        "härlett"
    }

    fn disputed(&self) -> &'static str {
        "uppgifterna går isär"
    }

    fn decimal_sign(&self) -> char {
        ','
    }

    fn count_heading(&self) -> &'static str {
        "Antal"
    }

    fn citation_heading(&self) -> &'static str {
        "Hänvisning"
    }

    fn stated_for_heading(&self) -> &'static str {
        "Angivet för"
    }

    fn name_headings(&self) -> [&'static str; 3] {
        ["Namn", "Slag", "Kallas även"]
    }

    fn all_of(&self, names: &[String]) -> String {
        names.join(" och ")
    }

    fn any_of(&self, names: &[&str]) -> String {
        match names {
            [] => "sak".to_owned(),
            [name] => (*name).to_owned(),
            [others @ .., last] => format!("{} eller {last}", others.join(", ")),
        }
    }

    fn and_more(&self, names: &[String], more: usize) -> String {
        let names = names.join(", ");
        if more == 0 { names } else { format!("{names} och {more} till") }
    }

    fn sources_line(&self, count: usize, told: &[String]) -> String {
        let told = match count - told.len() {
            0 => told.join("; "),
            more => format!("{}; samt {more} till", told.join("; ")),
        };
        match count {
            0 => "Källa: datapaketet självt".to_owned(),
            1 => format!("Källa: {told}"),
            _ => format!("Källor: {told}"),
        }
    }

    fn address_of_copy(&self) -> &'static str {
        "Adressen går till en kopia."
    }

    fn copy_at(&self, address: &str) -> String {
        format!("En kopia: {address}")
    }

    fn version(&self, version: &str) -> String {
        format!("Version {version}")
    }

    fn dataset(&self) -> &'static str {
        "(Datamängd)."
    }

    fn citation_without_headings(&self) -> &'static str {
        "en källhänvisning har ingen rubrikrad"
    }

    fn tables(&self) -> &'static str {
        "Tabeller"
    }

    fn columns_of(&self, table: &str) -> String {
        format!("Kolumner i {table}")
    }

    fn table_headings(&self) -> [&'static str; 5] {
        ["Tabell", "Engelsk titel", "Svensk titel", "Kolumner", "Beskrivning"]
    }

    fn column_headings(&self) -> [&'static str; 9] {
        [
            "Kolumn",
            "Engelsk titel",
            "Svensk titel",
            "Typ",
            "Obligatorisk",
            "Värden",
            "Nyckel till",
            "Öppnas av",
            "Beskrivning",
        ]
    }
}
