//! What the name of an answer's file says of its format.

use std::path::{Path, is_separator};

use crate::error::{self, Refusal};
use crate::output::Format;
use crate::words::words;

/// Formats of pictures that are made from a drawing by other programs.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "pdf", "webp"];

/// The format of an answer that goes to a file: the one that was typed or, where none was, that of the file's ending.
/// Nothing where the answer has no formats to choose from.
pub(super) fn format(file: &Path, typed: Option<Format>, formats: &[Format]) -> Result<Option<Format>, Refusal> {
    let shown = file.to_string_lossy();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if let Some(format) = Format::ALL.iter().find(|format| shown == format.name()) {
        return Err(error::format_as_file(format.name()));
    }
    // `.csv` would be a hidden file of that name, and no ending.
    if let Some(ending) = name.strip_prefix('.').filter(|ending| Format::by_ending(ending).is_some()) {
        return Err(error::bad_value("--output", &shown, &words().names_no_file(ending)));
    }
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    if PICTURES.iter().any(|picture| ending.eq_ignore_ascii_case(picture)) {
        return Err(error::picture(&shown, &ending));
    }
    if formats.is_empty() && Format::by_ending(&ending).is_some_and(|format| format != Format::Table) {
        return Err(error::no_format_of_file(&shown, &[".txt".to_owned()]));
    }
    if typed.is_some() || formats.is_empty() || shown.ends_with(is_separator) || file.is_dir() {
        // What is a folder is told of where it is to be written.
        return Ok(typed);
    }
    let found = Format::by_ending(&ending).filter(|format| formats.contains(format));
    let allowed = || formats.iter().filter_map(|format| format.endings().first()).map(|ending| format!(".{ending}"));
    found.map(Some).ok_or_else(|| error::no_format_of_file(&shown, &allowed().collect::<Vec<_>>()))
}
