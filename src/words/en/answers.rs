//! What is said around the rows of an answer, in English.

use super::English;
use crate::words::answers::Answers;

impl Answers for English {
    fn widths_of_first(&self, rows: usize) -> String {
        format!("widths are those of the first {rows} rows")
    }

    fn progress(&self) -> &'static str {
        "{wide_bar} {decimal_bytes} of {decimal_total_bytes}{msg}, {eta} left"
    }

    fn rows(&self, count: usize) -> String {
        match count {
            0 => "no rows".to_owned(),
            1 => "1 row".to_owned(),
            _ => format!("{count} rows"),
        }
    }

    fn columns_shown(&self, shown: usize, all: usize) -> String {
        format!("{shown} of {all} columns (--columns all)")
    }

    fn empty_columns(&self, count: usize) -> String {
        if count == 1 { "1 empty column not shown".to_owned() } else { format!("{count} empty columns not shown") }
    }

    fn inferred(&self) -> &'static str {
        "inferred"
    }

    fn disputed(&self) -> &'static str {
        "statements differ"
    }

    fn decimal_sign(&self) -> char {
        '.'
    }

    fn count_heading(&self) -> &'static str {
        "Count"
    }

    fn citation_heading(&self) -> &'static str {
        "Citation"
    }

    fn stated_for_heading(&self) -> &'static str {
        "Stated for"
    }

    fn name_headings(&self) -> [&'static str; 3] {
        ["Name", "Kind", "Also called"]
    }

    fn all_of(&self, names: &[String]) -> String {
        names.join(" and ")
    }

    fn any_of(&self, names: &[&str]) -> String {
        match names {
            [] => "thing".to_owned(),
            [name] => (*name).to_owned(),
            [others @ .., last] => format!("{} or {last}", others.join(", ")),
        }
    }

    fn and_more(&self, names: &[String], more: usize) -> String {
        let names = names.join(", ");
        if more == 0 { names } else { format!("{names} and {more} more") }
    }

    fn sources_line(&self, count: usize, told: &[String]) -> String {
        let told = match count - told.len() {
            0 => told.join("; "),
            more => format!("{}; and {more} more", told.join("; ")),
        };
        match count {
            0 => "Sources: the package itself".to_owned(),
            1 => format!("Source: {told}"),
            _ => format!("Sources: {told}"),
        }
    }

    fn address_of_copy(&self) -> &'static str {
        "The address is that of a copy."
    }

    fn copy_at(&self, address: &str) -> String {
        format!("A copy: {address}")
    }

    fn version(&self, version: &str) -> String {
        format!("Version {version}")
    }

    fn dataset(&self) -> &'static str {
        "(Dataset)."
    }

    fn citation_without_headings(&self) -> &'static str {
        "a citation has no line of headings"
    }

    fn tables(&self) -> &'static str {
        "Tables"
    }

    fn columns_of(&self, table: &str) -> String {
        format!("Columns of {table}")
    }

    fn table_headings(&self) -> [&'static str; 5] {
        ["Table", "Title", "Title sv", "Columns", "Description"]
    }

    fn column_headings(&self) -> [&'static str; 9] {
        ["Column", "Title", "Title sv", "Type", "Required", "Values", "Key to", "Opened by", "Description"]
    }
}
