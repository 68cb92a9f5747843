//! What is said of figures that stand beside each other, in Swedish.

use super::Swedish;
use crate::words::figures::Figures;

impl Figures for Swedish {
    fn no_facts(&self, count: usize) -> String {
        match count {
            1 => "1 värde visas inte: det är ett mål eller liknande och inget faktum; --status visar det".to_owned(),
            _ => format!("{count} värden visas inte: de är mål eller liknande och inga fakta; --status visar dem"),
        }
    }

    fn incomparable(&self, count: usize) -> String {
        match count {
            1 => "1 värde visas inte eftersom det inte är jämförbart; --all visar det".to_owned(),
            _ => format!("{count} värden visas inte eftersom de inte är jämförbara; --all visar dem"),
        }
    }

    fn nothing_to_compare(&self, name: &str, flags: &[String]) -> String {
        if flags.is_empty() {
            return format!("{name}: inga värden att jämföra, såvitt källorna anger");
        }
        format!("{name}: inga värden att jämföra med {}", flags.join(" "))
    }

    fn with_care(&self, what: &str) -> String {
        format!("{what} (med försiktighet)")
    }

    fn no_scores_for(&self, name: &str, year: &str, years: &[String]) -> String {
        format!("källorna ger inga poäng för {name} år {year}, men för {}", years.join(", "))
    }

    fn no_scores_of(&self, name: &str, names: &[&str]) -> String {
        format!("källorna ger inga poäng för {name}, men för {}", names.join(", "))
    }

    fn no_year(&self) -> &'static str {
        "är inget årtal med fyra siffror"
    }

    fn no_comparison(&self) -> &'static str {
        "paketet beskriver ingen jämförelse"
    }

    fn no_profile(&self) -> &'static str {
        "paketet beskriver ingen profil"
    }

    fn no_timeline(&self) -> &'static str {
        "paketet beskriver ingen tidslinje"
    }

    fn no_such_column(&self, table: &str, column: &str) -> String {
        format!("beskrivningen av {table} nämner en kolumn som inte finns: {column}")
    }

    fn no_key(&self, column: &str) -> String {
        format!("{column} är ingen nyckel")
    }

    fn leads_nowhere(&self, column: &str) -> String {
        format!("{column} leder ingenstans")
    }

    fn no_coverage(&self, column: &str) -> String {
        format!("{column} har ingen täckning")
    }

    fn no_figures(&self, table: &str) -> String {
        format!("{table} har inga värden")
    }

    fn no_figure_at(&self, text: &str) -> String {
        format!("`{text}` är inget tal")
    }
}
