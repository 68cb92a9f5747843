//! What is told beside an answer, in Swedish.

use super::{Swedish, quoted};
use crate::words::notices::Notices;

impl Notices for Swedish {
    fn error(&self, message: &str) -> String {
        format!("fel: {message}")
    }

    fn note(&self, notice: &str) -> String {
        format!("obs: {notice}")
    }

    fn wrote(&self, file: &str) -> String {
        format!("skrev {file}")
    }

    fn wrote_rows(&self, rows: usize, file: &str) -> String {
        format!("skrev {rows} {} till {file}", if rows == 1 { "rad" } else { "rader" })
    }

    fn pager_failed(&self, command: &str, status: i32) -> String {
        format!("sidvisaren `{command}` slutade med status {status}; --pager never visar svaret utan den")
    }

    fn no_row_but_of(&self, table: &str, known: &[String]) -> String {
        format!("ingen rad i {table}; det finns {}", known.join(", "))
    }

    fn no_row_known(&self, table: &str, years: &[String]) -> String {
        match years {
            [] => format!("ingen rad i {table}, såvitt källorna visar"),
            _ => format!("ingen rad i {table}, såvitt källorna visar; det finns {}", years.join(", ")),
        }
    }

    fn figures_may_lie_within(&self, figures: usize) -> String {
        let (values, them) = if figures == 1 { ("värde", "det") } else { ("värden", "dem") };
        format!("{figures} {values} kan, men behöver inte, ligga inom det som angavs; --possibly tar med {them}")
    }

    fn no_latest(&self, flag: &str, typed: &str) -> String {
        format!("{flag} {typed}: ingen av raderna som är kvar har något värde där")
    }

    fn no_latest_fact(&self, flag: &str, typed: &str, column: &str, facts: &[String]) -> String {
        format!("{flag} {typed}: ingen av raderna som är kvar har {} i kolumnen {column}", facts.join(" eller "))
    }

    fn comma_is_text(&self, flag: &str) -> String {
        format!("{flag} tar en del av texten, även dess kommatecken; för flera anges {flag} igen")
    }

    fn rows_without_sources(&self, table: &str) -> String {
        format!("raderna i {table} anger ingen källa")
    }

    fn joint_rows(&self, column: &str, rows: usize) -> String {
        format!(
            "ett gemensamt bidrag räknas en gång för var och en som delar det: {column} anger andra i {rows} av raderna"
        )
    }

    fn nothing_to_draw(&self, file: Option<&str>) -> String {
        match file {
            Some(file) => format!("inga rader att rita, så {} skrivs inte", quoted(file)),
            None => "inga rader att rita".to_owned(),
        }
    }
}
