//! What is said where rows are not what their description says, in English.

use super::{English, cells, quoted_value as quoted, set};
use crate::words::problems::Problems;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Problems for English {
    fn cannot_be_read(&self, reason: &str) -> String {
        format!("cannot be read: {reason}")
    }

    fn no_headings(&self) -> &'static str {
        "no line of headings"
    }

    fn other_headings(&self, described: &str) -> String {
        format!("the header is not the columns that the package declares: {described}")
    }

    fn heading_twice(&self, heading: &str) -> String {
        format!("the column {} stands twice", quoted(heading))
    }

    fn not_of_its_form(&self, text: &str) -> String {
        format!("{} is not written as the description says", quoted(text))
    }

    fn one_heading(&self, heading: &str) -> String {
        format!("one heading, {}", quoted(heading))
    }

    fn parted_by(&self, delimiter: &str) -> String {
        format!("; the file looks as if {} parted its cells: dialect/delimiter says so", quoted(delimiter))
    }

    fn looks_like(&self, encoding: &str) -> String {
        format!("not UTF-8; the file looks like {encoding}: encoding says so")
    }

    fn written_so(&self, property: &str) -> String {
        format!("; {property} says so of a column whose numbers are written like that")
    }

    fn is_no_utf_16(&self) -> &'static str {
        "not UTF-16, which encoding says it is"
    }

    fn heading_not_described(&self, heading: &str) -> String {
        format!("the column {} is not declared", quoted(heading))
    }

    fn heading_with_blanks(&self, heading: &str, column: &str) -> String {
        format!("the column {} and the declared {} differ in blanks at their ends", quoted(heading), quoted(column))
    }

    fn heading_out_of_order(&self, heading: &str) -> String {
        format!("the column {} stands in another order than declared", quoted(heading))
    }

    fn heading_missing(&self, column: &str) -> String {
        format!("the column {} is missing", quoted(column))
    }

    fn empty_line(&self) -> &'static str {
        "an empty line"
    }

    fn never_closed(&self) -> &'static str {
        "a quotation mark that is never closed"
    }

    fn row_too_long(&self, most: usize) -> String {
        format!("a row of more than {most} bytes; is a quotation mark in it never closed?")
    }

    fn file_changed(&self) -> &'static str {
        "the file changed while it was read"
    }

    fn cells_of_described(&self, count: usize, described: usize) -> String {
        let is_are = if described == 1 { "is" } else { "are" };
        format!("{} where {described} {is_are} declared", cells(count))
    }

    fn value_required(&self, column: &str) -> String {
        format!("{column} must have a value")
    }

    fn empty_item(&self, list: &str) -> String {
        format!("{} is a list with an empty item", quoted(list))
    }

    fn wrong_type(&self, text: &str, field_type: &str) -> String {
        let expected = match field_type {
            "integer" => "a whole number",
            "year" => "a year of four digits",
            "date" => "a date like 2009-11-17",
            "boolean" => "true or false",
            _ => "a number",
        };
        format!("{} is not {expected}", quoted(text))
    }

    fn no_text_of_type(&self, text: &str, name: &str, example: &str) -> String {
        let name = match name {
            "email" => "an e-mail address",
            "uri" => "a URI",
            "uuid" => "a UUID",
            "binary" => "base64",
            "datetime" => "a date and a time",
            "time" => "a time",
            "yearmonth" => "a month of a year",
            "duration" => "a duration",
            "object" => "a JSON object",
            "array" => "a JSON array",
            "geopoint" => "longitude and latitude",
            "geojson" => "GeoJSON",
            _ => "TopoJSON",
        };
        format!("{} is not {name} like {example}", quoted(text))
    }

    fn not_above(&self, text: &str, bound: &str) -> String {
        format!("{} is not above {bound}", quoted(text))
    }

    fn not_below(&self, text: &str, bound: &str) -> String {
        format!("{} is not below {bound}", quoted(text))
    }

    fn no_date(&self, text: &str, why: &str) -> String {
        format!("{} is not a date: {why}", quoted(text))
    }

    fn date_form(&self) -> &'static str {
        "a date is written like 2009-11-17"
    }

    fn no_month(&self, month: u8) -> String {
        format!("there is no month {month}")
    }

    fn days_of_month(&self, year: u16, month: u8, days: u8) -> String {
        let name = MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"");
        format!("{name} {year:04} has {days} days")
    }

    fn below(&self, text: &str, least: &str, is_date: bool) -> String {
        format!("{} is {} {least}", quoted(text), if is_date { "before" } else { "less than" })
    }

    fn above(&self, text: &str, most: &str, is_date: bool) -> String {
        format!("{} is {} {most}", quoted(text), if is_date { "after" } else { "more than" })
    }

    fn none_of_set(&self, text: &str, allowed: &[String]) -> String {
        format!("{} is not one of {}", quoted(text), set(allowed))
    }

    fn wrong_length(&self, text: &str, (of, length): (&str, usize), bound: usize, is_least: bool) -> String {
        let (most, asked) = if is_least { ("least", "required") } else { ("most", "allowed") };
        let (own, verb) = (parts(of, length), if bound == 1 { "is" } else { "are" });
        format!("{} has {length} {own}; at {most} {bound} {verb} {asked}", quoted(text))
    }

    fn no_match(&self, text: &str, pattern: &str) -> String {
        format!("{} does not match the pattern {pattern}", quoted(text))
    }

    fn stands_already(&self, text: &str, line: u64) -> String {
        format!("{} stands already on line {line}", quoted(text))
    }

    fn primary_key_missing(&self) -> &'static str {
        "the primary key is missing"
    }

    fn primary_key_stands_already(&self, key: &str, line: u64) -> String {
        format!("the primary key {} stands already on line {line}", quoted(key))
    }

    fn no_row_with(&self, table: &str, column: &str, value: &str) -> String {
        format!("no row of {table} has the {column} {}", quoted(value))
    }

    fn uneven(&self, locator: &str, locators: usize, list: &str, items: usize) -> String {
        let many = |count: usize| if count == 1 { "1 item".to_owned() } else { format!("{count} items") };
        format!("{locator} has {} where {list} has {}", many(locators), many(items))
    }

    fn no_qualifier(&self, text: &str, allowed: &[&str]) -> String {
        format!("{} is no qualifier; allowed are {}", quoted(text), allowed.join(", "))
    }

    fn without_upper_end(&self) -> &'static str {
        "a range without its upper end"
    }

    fn without_lower_end(&self) -> &'static str {
        "a range without its lower end"
    }

    fn range_does_not_rise(&self, lower: &str, upper: &str) -> String {
        format!("the range {lower} to {upper} does not rise")
    }

    fn upper_end_without_range(&self, qualifier: &str) -> String {
        format!("an upper end where the qualifier is {qualifier}, not range")
    }

    fn problems_untold(&self, file: &str, count: usize) -> String {
        let problems = if count == 1 { "problem" } else { "problems" };
        format!("{file} has {count} more {problems}; --all shows every one")
    }

    fn no_problems(&self) -> &'static str {
        "no problems"
    }

    fn problems_without_headings(&self) -> &'static str {
        "lines of problems have no headings; add --format"
    }
}

/// What the length of a value of this type counts.
fn parts(of: &str, count: usize) -> &'static str {
    match (of, count) {
        ("string", 1) => "character",
        ("string", _) => "characters",
        ("object", 1) => "member",
        ("object", _) => "members",
        (_, 1) => "item",
        _ => "items",
    }
}
