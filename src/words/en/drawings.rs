//! What is said in and around drawings, in English.

use super::English;
use crate::text::quoted;
use crate::words::drawings::Drawings;

impl Drawings for English {
    fn not_stated(&self) -> &'static str {
        "not stated"
    }

    fn no_label(&self) -> &'static str {
        "(none)"
    }

    fn may_lie(&self) -> &'static str {
        "where the value may lie"
    }

    fn or_more(&self) -> &'static str {
        "or more, how much is not said"
    }

    fn or_less(&self) -> &'static str {
        "or less, how much is not said"
    }

    fn hollow(&self) -> &'static str {
        "no fact, but a target or the like"
    }

    fn bar_chart(&self, bars: &[String]) -> String {
        format!("A bar chart. {}.", bars.join("; "))
    }

    fn radar_chart(&self, series: &[String]) -> String {
        let series: Vec<String> = series.iter().map(|series| format!("{series}.")).collect();
        [&["A radar chart.".to_owned()], &series[..]].concat().join(" ")
    }

    fn timeline(&self, moments: &[String]) -> String {
        format!("A timeline. {}.", moments.join(". "))
    }

    fn counted_by(&self, what: &str, by: &[String]) -> String {
        format!("{what} by {}", by.join(" and "))
    }

    fn but_for(&self, column: &str, values: &[String]) -> String {
        format!("Not {column}: {}", values.join(", "))
    }

    fn without(&self, columns: &str) -> String {
        format!("Without {columns}")
    }

    fn with(&self, columns: &str) -> String {
        format!("With {columns}")
    }

    fn number_of_rows(&self) -> &'static str {
        "Number of rows"
    }

    fn joint(&self) -> &'static str {
        "a joint entry counts once in a bar"
    }

    fn scale(&self, least: &str, most: &str) -> String {
        format!("Scale {least}–{most}")
    }

    fn nothing_drawn(&self, file: Option<&str>) -> String {
        match file {
            Some(file) => format!("no rows to draw, so {} is not written", quoted(file)),
            None => "no rows to draw".to_owned(),
        }
    }

    fn blank_title(&self) -> &'static str {
        "is no heading; leave the flag out for the drawing's own title"
    }

    fn long_title(&self, most: usize) -> String {
        format!("is too long: a heading has at most {most} characters")
    }

    fn untitled(&self, format: &str) -> String {
        format!("{format} has no title here; a drawing has one: --format svg")
    }

    fn sorted_counts(&self) -> &'static str {
        "without --y bars are how many rows there are, most first"
    }

    fn labels_already(&self, column: &str) -> String {
        format!("{column} labels the bars already, by --x")
    }

    fn one_column(&self) -> &'static str {
        "a chart draws one column"
    }

    fn no_unit(&self) -> &'static str {
        "none"
    }
}
