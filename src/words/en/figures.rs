//! What is said of figures that stand beside each other, in English.

use super::English;
use crate::words::figures::Figures;

impl Figures for English {
    fn no_facts(&self, count: usize) -> String {
        match count {
            1 => "1 figure is left out, a target or the like and no fact; --status shows it".to_owned(),
            _ => format!("{count} figures are left out, targets or the like and no facts; --status shows them"),
        }
    }

    fn incomparable(&self, count: usize) -> String {
        match count {
            1 => "1 figure is left out as not comparable; --all shows it".to_owned(),
            _ => format!("{count} figures are left out as not comparable; --all shows them"),
        }
    }

    fn nothing_to_compare(&self, name: &str, flags: &[String]) -> String {
        if flags.is_empty() {
            return format!("{name}: no figures to compare, as far as the sources tell");
        }
        format!("{name}: no figures to compare with {}", flags.join(" "))
    }

    fn with_care(&self, what: &str) -> String {
        format!("{what} (with care)")
    }

    fn no_scores_for(&self, name: &str, year: &str, years: &[String]) -> String {
        format!("the sources give no scores of {name} for {year}; they do for {}", years.join(", "))
    }

    fn no_scores_of(&self, name: &str, names: &[&str]) -> String {
        format!("the sources give no scores of {name}; they do of {}", names.join(", "))
    }

    fn no_year(&self) -> &'static str {
        "is not a year of four digits"
    }

    fn no_comparison(&self) -> &'static str {
        "the package describes no comparison"
    }

    fn no_profile(&self) -> &'static str {
        "the package describes no profile"
    }

    fn no_timeline(&self) -> &'static str {
        "the package describes no timeline"
    }

    fn no_such_column(&self, table: &str, column: &str) -> String {
        format!("the description of {table} names a column that it has not: {column}")
    }

    fn no_key(&self, column: &str) -> String {
        format!("{column} is no key")
    }

    fn leads_nowhere(&self, column: &str) -> String {
        format!("{column} leads nowhere")
    }

    fn no_coverage(&self, column: &str) -> String {
        format!("{column} has no coverage")
    }

    fn no_figures(&self, table: &str) -> String {
        format!("{table} has no figures")
    }

    fn no_figure_at(&self, text: &str) -> String {
        format!("`{text}` is no number")
    }
}
