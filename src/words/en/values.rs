//! What is said where a value is refused, or a form that an answer cannot have, in English.

use super::English;
use crate::text::quoted;
use crate::words::values::Values;

/// The forms in which dates are typed.
macro_rules! with_dates {
    ($problem:literal) => {
        concat!(
            $problem,
            "; allowed are 2009-11-17 or 2009-11 or 2009, lists, ranges like 2009..2013-06, '>=2009' or latest"
        )
    };
}

impl Values for English {
    fn value_refused(&self, given: &str, problem: &str) -> String {
        format!("{} {problem}", quoted(given))
    }

    fn with_examples(&self, problem: &str, examples: &[&str]) -> String {
        format!("{problem}; allowed are {}", examples.join(" or "))
    }

    fn is_no_year(&self) -> &'static str {
        "is not a year of four digits, a list of them or a range"
    }

    fn is_no_integer(&self) -> &'static str {
        "is not a whole number, a list of them or a range"
    }

    fn is_no_number(&self) -> &'static str {
        "is not a number or a range"
    }

    fn is_no_limit(&self) -> &'static str {
        "is not a whole number from 0 up"
    }

    fn is_no_date(&self) -> &'static str {
        with_dates!("is not a date")
    }

    fn is_no_day(&self, reason: &str) -> String {
        format!(with_dates!("is not a date: {}"), reason)
    }

    fn has_no_date(&self) -> &'static str {
        with_dates!("has no end")
    }

    fn has_no_end(&self) -> &'static str {
        "has no end"
    }

    fn backwards(&self, given: &str, meant: &str) -> String {
        format!("the range {} runs backwards; did you mean {meant}?", quoted(given))
    }

    fn has_comma(&self) -> &'static str {
        "has a comma"
    }

    fn how_numbers_are_typed(&self, flag: &str) -> String {
        format!("a decimal has a point, and each of several numbers its own {flag}")
    }

    fn is_in_every_text(&self) -> &'static str {
        "finds nothing in particular; give a part of the text"
    }

    fn is_code(&self, column: &str) -> String {
        format!("is a {column}")
    }

    fn is_none_of(&self, allowed: &[&str]) -> String {
        format!("is not one of {}", allowed.join(", "))
    }

    fn is_none_of_many(&self, count: usize) -> String {
        format!("is none of its {count} values")
    }

    fn members_are(&self, allowed: &[&str]) -> String {
        format!("they are {}", allowed.join(", "))
    }

    fn is_not_expected(&self) -> &'static str {
        "is not expected; the flag takes no value"
    }

    fn stands_alone(&self) -> &'static str {
        "stands alone; it names every column"
    }

    fn names_no_file(&self, ending: &str) -> String {
        format!("names no file; did you mean NAME.{ending}?")
    }

    fn widens_filters(&self, flags: &[String]) -> String {
        format!("it widens a filter on {}", flags.join(" or "))
    }

    fn is_no_text(&self, format: &str) -> String {
        format!("{format} is no text; add -o FILE")
    }

    fn keeps_headings(&self, format: &str) -> String {
        format!("{format} keeps its headings")
    }

    fn has_no_headings(&self, format: &str) -> String {
        format!("{format} has no line of headings")
    }

    fn has_no_place_for_sources(&self, format: &str) -> String {
        format!("{format} has no place for a list of sources; add --format table, markdown or json")
    }

    fn holds_sources_alone(&self, format: &str) -> String {
        format!("{format} holds sources and nothing else, in fields of its own")
    }

    fn built_without(&self, feature: &str) -> String {
        format!("this itkommun was built without `{feature}`; build it with `cargo build --features {feature}`")
    }

    fn format_for_file(&self, format: &str) -> String {
        format!("a file is expected, and {} is a format", quoted(format))
    }

    fn no_such_picture(&self, ending: &str) -> String {
        format!("{} is not written: drawings are SVG", quoted(ending))
    }

    fn pictures_are_converted(&self) -> &'static str {
        "write a .svg and convert it, with rsvg-convert or inkscape"
    }

    fn ending_of_no_format(&self, file: &str) -> String {
        format!("the ending of {} is no format of this answer", quoted(file))
    }

    fn endings_are(&self, endings: &[&str]) -> String {
        format!("it may be {}; --format says it, too", endings.join(", "))
    }

    fn ending_of_no_export(&self, ending: &str) -> String {
        format!(
            "{} is not written; allowed are .sqlite, .xlsx, .html, .ttl and, for a folder of CSV files, a name without an \
             ending or with a / behind it",
            quoted(ending)
        )
    }

    fn not_drawable(&self, column: &str, table: &str, can: &[&str]) -> String {
        let those = match can {
            [] => "it has none".to_owned(),
            _ => format!("of {table} those are {}", can.join(", ")),
        };
        format!("{column} is not a number; a chart draws one column of numbers: {those}")
    }

    fn several_units(&self, units: &[&str]) -> String {
        format!("figures of several units cannot share a scale ({}); filter the rows", units.join(", "))
    }

    fn too_many_bars(&self, count: usize, most: usize) -> String {
        format!("{count} bars are too many for a picture, which has at most {most}")
    }

    fn fewer_bars(&self) -> &'static str {
        "a filter or --limit draws some of them; --format table draws all"
    }

    fn selected_twice(&self, first: &str, second: &str) -> String {
        let names = match (quoted(first), quoted(second)) {
            (first, second) if first == second => first,
            (first, second) => format!("{first} and {second}, to SQL one name"),
        };
        format!("sql: two columns are called {names}; give one another name with AS")
    }

    fn past_sheet(&self, what: &str, room: &str) -> String {
        format!("{what}, where a workbook has room for {room}")
    }

    fn past_sheet_otherwise(&self) -> &'static str {
        "another format has no such limit, such as .csv or .sqlite"
    }

    fn cell_is_no_qualifier(&self) -> &'static str {
        "no qualifier"
    }

    fn cell_is_no_figure(&self) -> &'static str {
        "not a number, or a range without its upper end"
    }

    fn cell_is_no_number(&self) -> &'static str {
        "not a number"
    }

    fn cell_of_another_form(&self) -> &'static str {
        "not written as the description says"
    }

    fn cell_is_no_date(&self) -> &'static str {
        "not a date like 2009-11-17"
    }

    fn cell_is_no_boolean(&self) -> &'static str {
        "neither true nor false"
    }

    fn cell_is_not_utf8(&self) -> &'static str {
        "not UTF-8; encoding says which it is"
    }
}
