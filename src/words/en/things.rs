//! What is said of things and of rows that are looked for by words, in English.

use super::English;
use crate::text::quoted;
use crate::words::things::Things;

/// ` of` tables, if some are named.
fn of(tables: &[&str]) -> String {
    if tables.is_empty() { String::new() } else { format!(" of {}", tables.join(", ")) }
}

impl Things for English {
    fn none_of(&self, tables: &[&str]) -> String {
        format!("none, as far as the sources tell: {}", tables.join(", "))
    }

    fn none_with(&self, flag: &str, tables: &[&str]) -> String {
        format!("none with {flag}: {}", tables.join(", "))
    }

    fn part_of_names(&self, typed: &str, count: usize) -> String {
        format!("{} is part of {count} names; `itkommun show` with one of them shows all about it", quoted(typed))
    }

    fn no_row_names(&self, tables: &[&str], typed: &str, flag: Option<&str>) -> String {
        let with = flag.map(|flag| format!(" with {flag}")).unwrap_or_default();
        format!("no row{} names {}{with}", of(tables), quoted(typed))
    }

    fn no_row_has_all(&self, tables: &[&str]) -> String {
        format!("no row{} has all the words", of(tables))
    }

    fn no_row_has(&self, tables: &[&str], word: &str) -> String {
        format!("no row{} has {}", of(tables), quoted(word))
    }

    fn rows_of(&self, table: &str, limit: usize, found: usize) -> String {
        format!("{table}: {limit} of {found} rows (--limit)")
    }

    fn too_many_words(&self, most: usize, given: usize) -> String {
        format!("search takes at most {most} words, and {given} were given; a few rare ones find most")
    }

    fn empty_word(&self) -> &'static str {
        "an empty word is in every row; give a part of one"
    }
}
