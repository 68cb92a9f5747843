//! What people call a column.

use crate::answer::Heading;

/// What people call a column: its title, or else its name without what names have instead of blanks.
pub(super) fn title(heading: &Heading) -> String {
    if !heading.title.is_empty() {
        return heading.title.clone();
    }
    let name = heading.name.replace('_', " ");
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
