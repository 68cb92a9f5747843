//! What is told beside an answer, in English.

use super::English;
use crate::words::notices::Notices;

impl Notices for English {
    fn error(&self, message: &str) -> String {
        format!("error: {message}")
    }

    fn note(&self, notice: &str) -> String {
        format!("note: {notice}")
    }

    fn wrote(&self, file: &str) -> String {
        format!("wrote {file}")
    }

    fn wrote_rows(&self, rows: usize, file: &str) -> String {
        format!("wrote {rows} {} to {file}", if rows == 1 { "row" } else { "rows" })
    }

    fn pager_failed(&self, command: &str, status: i32) -> String {
        format!("the pager `{command}` ended with status {status}; --pager never does without")
    }

    fn no_row_but_of(&self, table: &str, known: &[String]) -> String {
        format!("no row of {table}; there are {}", known.join(", "))
    }

    fn no_row_known(&self, table: &str, years: &[String]) -> String {
        match years {
            [] => format!("no row of {table}, as far as the sources tell"),
            _ => format!("no row of {table}, as far as the sources tell; there are {}", years.join(", ")),
        }
    }

    fn figures_may_lie_within(&self, figures: usize) -> String {
        let figures_lie = if figures == 1 { "figure need not, but may, lie" } else { "figures need not, but may, lie" };
        format!("{figures} {figures_lie} within it; --possibly takes them")
    }

    fn no_latest(&self, flag: &str, typed: &str) -> String {
        format!("{flag} {typed}: none of the rows that are left has a value there")
    }

    fn no_latest_fact(&self, flag: &str, typed: &str, column: &str, facts: &[String]) -> String {
        format!("{flag} {typed}: none of the rows that are left has the {column} {}", facts.join(" or "))
    }

    fn comma_is_text(&self, flag: &str) -> String {
        format!("{flag} takes a part of the text, its commas too; for several give {flag} again")
    }

    fn rows_without_sources(&self, table: &str) -> String {
        format!("rows of {table} name no source")
    }

    fn joint_rows(&self, column: &str, rows: usize) -> String {
        format!("a joint entry is counted once for each that shares it: {column} names others in {rows} of the rows")
    }
}
