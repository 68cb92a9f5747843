//! What is said of things and of rows that are looked for by words, in Swedish.

use super::{Swedish, quoted};
use crate::words::things::Things;

/// ` i` tables, if some are named.
fn within(tables: &[&str]) -> String {
    if tables.is_empty() { String::new() } else { format!(" i {}", tables.join(", ")) }
}

impl Things for Swedish {
    fn none_of(&self, tables: &[&str]) -> String {
        format!("inga, såvitt källorna anger: {}", tables.join(", "))
    }

    fn none_with(&self, flag: &str, tables: &[&str]) -> String {
        format!("inga med {flag}: {}", tables.join(", "))
    }

    fn part_of_names(&self, typed: &str, count: usize) -> String {
        format!("{} ingår i {count} namn; `itkommun show` med ett av dem visar allt om det", quoted(typed))
    }

    fn no_row_names(&self, tables: &[&str], typed: &str, flag: Option<&str>) -> String {
        let with = flag.map(|flag| format!(" med {flag}")).unwrap_or_default();
        format!("ingen rad{} nämner {}{with}", within(tables), quoted(typed))
    }

    fn no_row_has_all(&self, tables: &[&str]) -> String {
        format!("ingen rad{} har alla orden", within(tables))
    }

    fn no_row_has(&self, tables: &[&str], word: &str) -> String {
        format!("ingen rad{} har {}", within(tables), quoted(word))
    }

    fn rows_of(&self, table: &str, limit: usize, found: usize) -> String {
        format!("{table}: {limit} av {found} rader (--limit)")
    }

    fn too_many_words(&self, most: usize, given: usize) -> String {
        format!("search tar högst {most} ord, och {given} angavs; några få ovanliga ord hittar mest")
    }

    fn empty_word(&self) -> &'static str {
        "ett tomt ord finns i varje rad; ange en del av ett ord"
    }
}
