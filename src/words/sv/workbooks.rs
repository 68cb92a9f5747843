//! What is said in workbooks, besides their rows, in Swedish.

use super::{Swedish, quoted};
use crate::words::workbooks::Workbooks;

impl Workbooks for Swedish {
    fn sheet_of_columns(&self) -> (&'static str, [&'static str; 5]) {
        ("Kolumner", ["Tabell", "Kolumn", "Engelsk titel", "Svensk titel", "Beskrivning"])
    }

    fn sheet_of_sources(&self) -> (&'static str, [&'static str; 3]) {
        ("Källhänvisningar", ["Nummer", "Källa", "Fullständig hänvisning"])
    }

    fn sheet_on_data(&self) -> (&'static str, [&'static str; 7]) {
        ("Om data", ["Titel", "Beskrivning", "Version", "Datum", "Licens", "Adress", "Källhänvisning"])
    }

    fn too_many_rows(&self) -> &'static str {
        "fler rader än ett blad rymmer"
    }

    fn room_for_rows(&self, most: u32) -> String {
        format!("{most} rader")
    }

    fn long_cell(&self, row: Option<u32>, column: usize, name: Option<&str>, length: usize) -> String {
        let place = row.map_or("rubrikraden".to_owned(), |row| format!("rad {row}"));
        let column = name.map_or_else(|| column.to_string(), quoted);
        format!("{place}, kolumn {column}: en cell med {length} tecken")
    }
}
