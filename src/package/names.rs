//! What tables, columns and members of fixed sets are called besides their names: titles and labels in either language,
//! and aliases.
//!
//! They are for typing alone; what is printed is the name. A name counts before all else, so that no title hides one.

use super::{Category, Column, Field, Package, Table};
use crate::text::fold_name;

/// The spelling in which what things are called is compared: folded, with a space for `-` and `_`.
pub fn spelt(name: &str) -> String {
    fold_name(name).replace('_', " ")
}

/// Whether a name is, as it is compared, the one that is wanted, which is spelt so already.
pub fn is_spelt(name: &str, wanted: &str) -> bool {
    // Of many names all but a few differ in the first letter, and folding costs a hundred times what that does.
    let [first, other] = [name, wanted].map(|text| text.bytes().next().unwrap_or_default());
    let differs = first.is_ascii_alphanumeric() && other.is_ascii() && first.to_ascii_lowercase() != other;
    !differs && spelt(name) == wanted
}

impl Package {
    /// The table of this name or, where there is none, that is called so.
    pub fn table_named(&self, typed: &str) -> Option<&Table> {
        let wanted = spelt(typed);
        self.table(typed).or_else(|| self.tables().iter().find(|table| is_one_of(&wanted, table.called())))
    }

    /// The column by which a table can be asked that is called so, whatever its name.
    pub fn column_called<'p>(&'p self, table: &'p Table, typed: &str) -> Option<Column<'p>> {
        let wanted = spelt(typed);
        self.columns(table).find(|column| is_one_of(&wanted, column.field.called()))
    }
}

impl Table {
    /// What it is called besides its name.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        called(&self.title, &self.titles.sv, self.aliases())
    }
}

impl Field {
    /// What it is called besides its name.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        called(&self.title, &self.titles.sv, self.aliases())
    }

    /// The member of the column's fixed set that is called so.
    pub fn member_called(&self, typed: &str) -> Option<&str> {
        let called = |wanted: &str| self.categories().iter().find(|category| is_one_of(wanted, category.called()));
        let wanted = spelt(typed);
        // A genitive, as Hallands is of Halland.
        let category = called(&wanted).or_else(|| wanted.strip_suffix('s').and_then(called));
        category.map(|category| category.value.as_str())
    }
}

impl Category {
    /// What it is called besides its name.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        called(&self.label, &self.labels.sv, &self.aliases)
    }
}

fn called<'t>(title: &'t String, swedish: &'t String, aliases: &'t [String]) -> impl Iterator<Item = &'t str> {
    [title, swedish].into_iter().chain(aliases).map(String::as_str).filter(|name| !name.is_empty())
}

fn is_one_of<'n>(wanted: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
    names.any(|name| is_spelt(name, wanted))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_spelt, spelt};

    proptest! {
        #[test]
        fn the_short_cut_by_the_first_letter_changes_nothing(name in "[ a-zA-ZÅåÄö_-]{0,4}", other in "[ a-zA-ZÅåÄö_-]{0,4}") {
            let wanted = spelt(&other);
            prop_assert_eq!(is_spelt(&name, &wanted), spelt(&name) == wanted);
        }

        #[test]
        fn whatever_the_letters(name in any::<String>()) {
            prop_assert!(is_spelt(&name, &spelt(&name)));
        }
    }
}
