//! Refusals about what an answer can become: its format, its file, its drawing.

use super::{Kind, Refusal, refused};
use crate::words::words;

/// A part of the program that this build leaves out.
pub fn built_without(feature: &str) -> Refusal {
    refused(words().built_without(feature))
}

/// A file that is called as a format is.
pub fn format_as_file(format: &str) -> Refusal {
    let refusal = Refusal::new(Kind::BadValue, words().format_for_file(format)).flag("--output").given(format);
    refusal.meant(&[format!("--format {format}")])
}

/// A file whose name says that it is a picture of another kind than the program draws.
pub fn picture(file: &str, ending: &str) -> Refusal {
    let message = words().no_such_picture(&format!(".{ending}"));
    let refusal = Refusal::new(Kind::BadValue, message).flag("--output").given(file);
    refusal.more(words().pictures_are_converted())
}

/// A description for data portals needs what the package does not tell, and a flag can.
pub fn description_needs(flag: &str, how: &str) -> Refusal {
    Refusal::new(Kind::MissingArgument, how.to_owned()).flag(flag)
}

/// The same of what only the package itself can tell, in this property.
pub fn not_described(property: &str) -> Refusal {
    refused(words().not_described(property))
}

/// A file whose ending names no format that the answer can have.
pub fn no_format_of_file(file: &str, endings: &[String]) -> Refusal {
    let allowed: Vec<&str> = endings.iter().map(String::as_str).collect();
    let refusal = Refusal::new(Kind::BadValue, words().ending_of_no_format(file)).flag("--output").given(file);
    refusal.allowed(&allowed).more(&words().endings_are(&allowed))
}

/// A column that `--y` names and that holds no numbers.
pub fn not_drawable(column: &str, table: &str, can: &[&str]) -> Refusal {
    let message = words().not_drawable(column, table, can);
    Refusal::new(Kind::BadValue, message).flag("--y").given(column).allowed(can)
}

/// Figures that count different things, so that no scale holds for all of them.
pub fn several_units(units: &[&str]) -> Refusal {
    Refusal::new(Kind::BadValue, words().several_units(units)).flag("--y")
}

/// A place on a map with several figures, of which it can show one.
pub fn several_figures(place: &str) -> Refusal {
    Refusal::new(Kind::BadValue, words().several_figures(place)).flag("--y")
}

/// More bars than a picture can show.
pub fn too_many_bars(count: usize, most: usize) -> Refusal {
    let refusal = Refusal::new(Kind::BadValue, words().too_many_bars(count, most)).flag("--format");
    refusal.more(words().fewer_bars())
}

/// A table whose rows have no place on a map; those of others have.
pub fn not_on_maps(table: &str, can: &[&str]) -> Refusal {
    Refusal::new(Kind::BadValue, words().not_on_maps(table, can)).flag("--map").allowed(can)
}

/// A column that `--x` names, and by which rows have no place on a map.
pub fn places_nothing(column: &str, table: &str, can: &[&str]) -> Refusal {
    let message = words().places_nothing(column, table, can);
    Refusal::new(Kind::BadValue, message).flag("--x").given(column).allowed(can)
}

/// A table whose rows have a place on a map by several columns.
pub fn several_place(table: &str, can: &[&str]) -> Refusal {
    Refusal::new(Kind::MissingArgument, words().several_place(table, can)).flag("--x").allowed(can)
}

/// Two columns of a statement's answer that have one name, where each needs its own.
pub fn selected_twice(first: &str, second: &str) -> Refusal {
    refused(words().selected_twice(first, second))
}

/// What a sheet of a workbook has no room for: rows, or the characters of a cell.
pub fn past_sheet(what: &str, room: &str) -> Refusal {
    refused(words().past_sheet(what, room)).more(words().past_sheet_otherwise())
}

/// A file whose ending names no form that an export has.
pub fn unknown_ending(flag: &str, ending: &str) -> Refusal {
    let message = words().ending_of_no_export(&format!(".{ending}"));
    Refusal::new(Kind::BadValue, message).flag(flag).given(ending).allowed(&[".sqlite", ".xlsx", ".html", ".ttl"])
}
