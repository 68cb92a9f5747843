//! What is said in and around drawings, in Swedish.

use super::{Swedish, quoted};
use crate::words::drawings::Drawings;

impl Drawings for Swedish {
    fn not_stated(&self) -> &'static str {
        "uppgift saknas"
    }

    fn no_label(&self) -> &'static str {
        "(uppgift saknas)"
    }

    fn may_lie(&self) -> &'static str {
        "där värdet kan ligga"
    }

    fn or_more(&self) -> &'static str {
        "eller mer, hur mycket anges inte"
    }

    fn or_less(&self) -> &'static str {
        "eller mindre, hur mycket anges inte"
    }

    fn hollow(&self) -> &'static str {
        "inget faktum utan ett mål eller liknande"
    }

    fn bar_chart(&self, bars: &[String]) -> String {
        format!("Ett stapeldiagram. {}.", bars.join("; "))
    }

    fn radar_chart(&self, series: &[String]) -> String {
        let series: Vec<String> = series.iter().map(|series| format!("{series}.")).collect();
        [&["Ett radardiagram.".to_owned()], &series[..]].concat().join(" ")
    }

    fn timeline(&self, moments: &[String]) -> String {
        format!("En tidslinje. {}.", moments.join(". "))
    }

    fn counted_by(&self, what: &str, by: &[String]) -> String {
        format!("{what} per {}", by.join(" och "))
    }

    fn but_for(&self, column: &str, values: &[String]) -> String {
        format!("Ej {column}: {}", values.join(", "))
    }

    fn without(&self, columns: &str) -> String {
        format!("Utan {columns}")
    }

    fn with(&self, columns: &str) -> String {
        format!("Med {columns}")
    }

    fn number_of_rows(&self) -> &'static str {
        "Antal rader"
    }

    fn joint(&self) -> &'static str {
        "ett gemensamt bidrag räknas en gång i en stapel"
    }

    fn scale(&self, least: &str, most: &str) -> String {
        format!("Skala {least}–{most}")
    }

    fn nothing_drawn(&self, file: Option<&str>) -> String {
        match file {
            Some(file) => format!("inga rader att rita, så {} skrivs inte", quoted(file)),
            None => "inga rader att rita".to_owned(),
        }
    }

    fn blank_title(&self) -> &'static str {
        "är ingen rubrik; utan flaggan får diagrammet sin egen rubrik"
    }

    fn long_title(&self, most: usize) -> String {
        format!("är för långt: en rubrik har högst {most} tecken")
    }

    fn untitled(&self, format: &str) -> String {
        format!("{format} har ingen rubrik; det har ett diagram som bild: --format svg")
    }

    fn sorted_counts(&self) -> &'static str {
        "utan --y visar staplarna antalet rader, flest först"
    }

    fn labels_already(&self, column: &str) -> String {
        format!("{column} står redan vid staplarna, genom --x")
    }

    fn one_column(&self) -> &'static str {
        "ett diagram ritar en kolumn"
    }

    fn no_unit(&self) -> &'static str {
        "ingen"
    }
}
