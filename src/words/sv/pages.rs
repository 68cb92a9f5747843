//! What is said in pages, besides their rows, in Swedish.

use super::Swedish;
use crate::words::pages::Pages;

impl Pages for Swedish {
    fn no_rows(&self) -> &'static str {
        "Inga rader."
    }

    fn page_columns_shown(&self, shown: usize, all: usize) -> String {
        format!("{shown} av {all} kolumner")
    }

    fn source(&self) -> &'static str {
        "Källa"
    }

    fn sources(&self) -> &'static str {
        "Källor"
    }

    fn meanings(&self) -> &'static str {
        "Vad kolumnerna innehåller"
    }

    fn to_be_known(&self) -> &'static str {
        "Att känna till"
    }

    fn signs(&self) -> &'static str {
        "Tecken"
    }

    fn inferred_in_full(&self) -> &'static str {
        "ingen källa anger det, men det följer av vad källorna anger"
    }

    fn disputed_in_full(&self) -> &'static str {
        "källornas uppgifter går isär"
    }

    fn no_fact_in_full(&self) -> &'static str {
        "inget faktum utan ett mål eller en förväntan, som ordet före värdet säger"
    }

    fn disputed_in_short(&self) -> &'static str {
        "omtvistat"
    }

    fn no_fact(&self, status: &str) -> String {
        format!("{status}, inget faktum")
    }

    fn open_signs(&self) -> [&'static str; 5] {
        ["omkring", "drygt", "knappt", "minst", "högst"]
    }

    fn the_data(&self) -> &'static str {
        "Data"
    }

    fn data_from(&self) -> &'static str {
        "Ur"
    }

    fn licence(&self) -> &'static str {
        "Licens"
    }

    fn to_cite(&self, citation: &str) -> String {
        format!("Anges som källa så här: {citation}")
    }

    fn csl_json(&self) -> &'static str {
        "CSL-JSON, för Zotero och pandoc"
    }

    fn filter_rows(&self) -> &'static str {
        "Filtrera rader"
    }

    fn filtered(&self) -> [&'static str; 3] {
        ["{} rad", "{} rader", "{} av {}"]
    }

    fn link_to_row(&self) -> &'static str {
        "En länk till raden"
    }
}
