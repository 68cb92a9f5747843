//! The words of refusals about what an answer can become: its format, its file, its drawing.

use super::{Kind, Refusal, refused};
use crate::text::quoted;

/// A part of the program that this build leaves out.
pub fn built_without(feature: &str) -> Refusal {
    refused(format!("this itkommun was built without `{feature}`; build it with `cargo build --features {feature}`"))
}

/// A file that is called as a format is.
pub fn format_as_file(format: &str) -> Refusal {
    let message = format!("a file is expected, and {} is a format", quoted(format));
    let refusal = Refusal::new(Kind::BadValue, message).flag("--output").given(format);
    refusal.meant(&[format!("--format {format}")])
}

/// A file whose name says that it is a picture of another kind than the program draws.
pub fn picture(file: &str, ending: &str) -> Refusal {
    let message = format!("{} is not written: drawings are SVG", quoted(&format!(".{ending}")));
    let refusal = Refusal::new(Kind::BadValue, message).flag("--output").given(file);
    refusal.more("write a .svg and convert it, with rsvg-convert or inkscape")
}

/// A file whose ending names no format that the answer can have.
pub fn no_format_of_file(file: &str, endings: &[String]) -> Refusal {
    let message = format!("the ending of {} is no format of this answer", quoted(file));
    let allowed: Vec<&str> = endings.iter().map(String::as_str).collect();
    let refusal = Refusal::new(Kind::BadValue, message).flag("--output").given(file).allowed(&allowed);
    refusal.more(&format!("it may be {}; --format says it, too", allowed.join(", ")))
}

/// A column that `--y` names and that holds no numbers.
pub fn not_drawable(column: &str, table: &str, can: &[&str]) -> Refusal {
    let those =
        if can.is_empty() { "it has none".to_owned() } else { format!("of {table} those are {}", can.join(", ")) };
    let message = format!("{column} is not a number; a chart draws one column of numbers: {those}");
    Refusal::new(Kind::BadValue, message).flag("--y").given(column).allowed(can)
}

/// Figures that count different things, so that no scale holds for all of them.
pub fn several_units(units: &[&str]) -> Refusal {
    let message = format!("figures of several units cannot share a scale ({}); filter the rows", units.join(", "));
    Refusal::new(Kind::BadValue, message).flag("--y")
}

/// More bars than a picture can show.
pub fn too_many_bars(count: usize, most: usize) -> Refusal {
    let message = format!("{count} bars are too many for a picture, which has at most {most}");
    let refusal = Refusal::new(Kind::BadValue, message).flag("--format");
    refusal.more("a filter or --limit draws some of them; --format table draws all")
}

/// Two columns of a statement's answer that have one name, where each needs its own.
pub fn selected_twice(first: &str, second: &str) -> Refusal {
    let names = if first == second {
        quoted(first)
    } else {
        format!("{} and {}, to SQL one name", quoted(first), quoted(second))
    };
    refused(format!("sql: two columns are called {names}; give one another name with AS"))
}

/// What a sheet of a workbook has no room for: rows, or the characters of a cell.
pub fn past_sheet(what: &str, room: &str) -> Refusal {
    let refusal = refused(format!("{what}, where a workbook has room for {room}"));
    refusal.more("another format has no such limit, such as .csv or .sqlite")
}

/// A file whose ending names no form that an export has.
pub fn unknown_ending(flag: &str, ending: &str) -> Refusal {
    let message = format!(
        "{} is not written; allowed are .sqlite, .xlsx, .html and, for a folder of CSV files, a name without an ending or with \
         a / behind it",
        quoted(&format!(".{ending}"))
    );
    Refusal::new(Kind::BadValue, message).flag(flag).given(ending).allowed(&[".sqlite", ".xlsx", ".html"])
}
