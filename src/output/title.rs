//! What people call a column.

use std::borrow::Cow;

use crate::answer::Heading;
use crate::text::within_sentence;
use crate::words::{Language, language};

/// What stands over a column where text is written for people: its name, which can be typed, in the language that names
/// are in; in another the title, which can be typed as well.
pub(super) fn over_column(heading: &Heading) -> Cow<'_, str> {
    if language() == Language::English || heading.title.is_empty() {
        Cow::Borrowed(&heading.name)
    } else {
        Cow::Owned(within_sentence(&heading.title))
    }
}

/// What people call a column: its title, or else its name without what names have instead of blanks.
pub(super) fn title(heading: &Heading) -> String {
    if !heading.title.is_empty() {
        return heading.title.clone();
    }
    let name = heading.name.replace('_', " ");
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
