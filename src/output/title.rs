//! What people call a column.

use std::borrow::Cow;

use crate::answer::Heading;
use crate::package::name_in_text;
use crate::text::capitalised;

/// What stands over a column where text is written for people.
pub(super) fn over_column(heading: &Heading) -> Cow<'_, str> {
    name_in_text(&heading.name, &heading.title)
}

/// What people call a column: its title, or else its name without what names have instead of blanks.
pub(super) fn title(heading: &Heading) -> String {
    if !heading.title.is_empty() {
        return heading.title.clone();
    }
    capitalised(&heading.name.replace('_', " "))
}
