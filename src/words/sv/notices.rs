//! What is told beside an answer, in Swedish.

use super::Swedish;
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
        format!("ingen rad i {table}; där finns {}", known.join(", "))
    }

    fn no_row_known(&self, table: &str, years: &[String]) -> String {
        match years {
            [] => format!("ingen rad i {table}, såvitt källorna anger"),
            _ => format!("ingen rad i {table}, såvitt källorna anger; där finns {}", years.join(", ")),
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
}

#[cfg(test)]
mod tests {
    use super::Swedish;
    use crate::words::notices::Notices;

    #[test]
    fn rows_and_values_are_told_of_in_their_number() {
        assert_eq!(Swedish.wrote_rows(1, "a.csv"), "skrev 1 rad till a.csv");
        assert_eq!(Swedish.wrote_rows(61, "a.csv"), "skrev 61 rader till a.csv");
        assert!(Swedish.figures_may_lie_within(1).starts_with("1 värde kan"));
        assert!(Swedish.figures_may_lie_within(2).ends_with("tar med dem"));
        assert_eq!(Swedish.no_row_known("winners", &[]), "ingen rad i winners, såvitt källorna anger");
    }
}
