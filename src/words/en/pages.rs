//! What is said in pages, besides their rows, in English.

use super::English;
use crate::words::pages::Pages;

impl Pages for English {
    fn no_rows(&self) -> &'static str {
        "No rows."
    }

    fn page_columns_shown(&self, shown: usize, all: usize) -> String {
        format!("{shown} of {all} columns")
    }

    fn source(&self) -> &'static str {
        "Source"
    }

    fn sources(&self) -> &'static str {
        "Sources"
    }

    fn meanings(&self) -> &'static str {
        "What the columns mean"
    }

    fn to_be_known(&self) -> &'static str {
        "To be known"
    }

    fn signs(&self) -> &'static str {
        "Signs"
    }

    fn inferred_in_full(&self) -> &'static str {
        "no source states it, but it follows from what sources state"
    }

    fn disputed_in_full(&self) -> &'static str {
        "statements of sources differ"
    }

    fn no_fact_in_full(&self) -> &'static str {
        "no fact, but aimed at or expected, as the word before the figure says"
    }

    fn disputed_in_short(&self) -> &'static str {
        "disputed"
    }

    fn no_fact(&self, status: &str) -> String {
        format!("{status}, no fact")
    }

    fn open_signs(&self) -> [&'static str; 5] {
        ["about", "just over", "just under", "at least", "at most"]
    }

    fn the_data(&self) -> &'static str {
        "The data"
    }

    fn data_from(&self) -> &'static str {
        "From"
    }

    fn licence(&self) -> &'static str {
        "Licence"
    }

    fn to_cite(&self, citation: &str) -> String {
        format!("To cite it: {citation}")
    }

    fn csl_json(&self) -> &'static str {
        "CSL-JSON, for Zotero and pandoc"
    }

    fn filter_rows(&self) -> &'static str {
        "Filter rows"
    }

    fn filtered(&self) -> [&'static str; 3] {
        ["{} row", "{} rows", "{} of {}"]
    }

    fn link_to_row(&self) -> &'static str {
        "A link to this row"
    }
}
