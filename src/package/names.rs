//! What tables, columns and members of fixed sets are called besides their names: titles and labels in either language,
//! and aliases.
//!
//! All of them are understood where they are typed, and a name counts before all else, so that no title hides one. People
//! are shown those of the language that is spoken; where the package has none in it, its own stand.

use std::borrow::Cow;

use super::descriptor::{Coverage, Titles};
use super::{Category, Column, Field, Package, Profile, Table, Timeline};
use crate::text::{fold_name, may_fold_to, stated_or, within_sentence};
use crate::words::{Language, language};

/// The spelling in which what things are called is compared: folded, with a space for `-` and `_`.
pub fn spelt(name: &str) -> String {
    fold_name(name).replace('_', " ")
}

/// Whether a name is, as it is compared, the one that is wanted, which is spelt so already.
pub fn is_spelt(name: &str, wanted: &str) -> bool {
    may_fold_to(name, wanted) && spelt(name) == wanted
}

impl Package {
    /// The tables that their names mean: of several of one name the first.
    pub fn meant_tables(&self) -> impl Iterator<Item = &Table> {
        let is_meant = |table: &&Table| self.table(&table.name).is_some_and(|meant| std::ptr::eq(meant, *table));
        self.tables().iter().filter(is_meant)
    }

    /// The table of this name or, where there is none, that is called so.
    pub fn table_named(&self, typed: &str) -> Option<&Table> {
        let wanted = spelt(typed);
        self.table(typed).or_else(|| self.tables().iter().find(|table| is_one_of(&wanted, table.called())))
    }

    /// The column by which a table can be asked that is called so, or whose name is written so in other letters.
    pub fn column_called<'p>(&'p self, table: &'p Table, typed: &str) -> Option<Column<'p>> {
        let wanted = spelt(typed);
        let own = || self.columns(table).find(|column| is_spelt(&column.field.name, &wanted));
        self.columns(table).find(|column| is_one_of(&wanted, column.field.called())).or_else(own)
    }
}

impl Titles {
    /// The one in the language that is spoken, or else the package's own.
    pub(super) fn or<'t>(&'t self, own: &'t str) -> &'t str {
        if language() == Language::Swedish && !self.sv.is_empty() { &self.sv } else { own }
    }
}

impl Table {
    /// The heading for people, in the language that is spoken; empty where it has none.
    pub fn title(&self) -> &str {
        self.titles.or(&self.title)
    }

    /// What people call it: its title, or else its name.
    pub fn title_or_name(&self) -> &str {
        stated_or(self.title(), &self.name)
    }

    /// What it is called within a text for people.
    pub fn name_in_text(&self) -> Cow<'_, str> {
        name_in_text(&self.name, self.title())
    }

    /// The column by which people call its rows: of those by which they are called, one that people are shown.
    pub fn calling(&self) -> Option<&String> {
        self.names.iter().find(|name| self.columns.contains(name))
    }

    /// What it holds, in the language that is spoken.
    pub fn description(&self) -> &str {
        self.descriptions.or(&self.description)
    }

    /// What it holds, as a phrase: its description up to a colon or the full stop, else its title, else its columns.
    pub fn summary(&self) -> Cow<'_, str> {
        let first = self.description().split('.').next().unwrap_or_default();
        // A colon stands within words, too, as in SCB:s.
        let first = first.split(": ").next().unwrap_or_default();
        match stated_or(first, self.title()) {
            "" => self.schema().fields.iter().map(|field| &*field.name).collect::<Vec<_>>().join(", ").into(),
            summary => summary.into(),
        }
    }

    /// Where the column stands that says in a language what the one of this name says, as `note_sv` does of `note`.
    pub fn in_language(&self, name: &str, language: Language) -> Option<usize> {
        self.index_of(&format!("{name}_{}", language.code()))
    }

    /// Whether the column of this name says in one of the languages what another column says.
    pub fn is_translation(&self, name: &str) -> bool {
        let mut of = Language::ALL.into_iter().filter_map(|language| untranslated(name, language));
        of.any(|of| self.index_of(of).is_some())
    }

    /// What it is called besides its name.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        called(&self.title, &self.titles.sv, self.aliases())
    }
}

impl Field {
    /// The name of the column's flag, without the dashes before it: `-` where the column has `_` or what no flag may have;
    /// behind `column-` where a flag that is no filter is called so.
    pub fn flag(&self) -> String {
        flag(&self.name)
    }

    /// The heading for people, in the language that is spoken; empty where it has none.
    pub fn title(&self) -> &str {
        self.titles.or(&self.title)
    }

    /// What people call it: its title, or else its name.
    pub fn title_or_name(&self) -> &str {
        stated_or(self.title(), &self.name)
    }

    /// What it is called within a text for people.
    pub fn name_in_text(&self) -> Cow<'_, str> {
        name_in_text(&self.name, self.title())
    }

    /// What it means, in the language that is spoken.
    pub fn description(&self) -> &str {
        self.descriptions.or(&self.description)
    }

    /// What it is called besides its name.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        called(&self.title, &self.titles.sv, self.aliases())
    }

    /// What people are shown for a member of the column's fixed set.
    pub fn member_label<'m>(&'m self, member: &'m str) -> &'m str {
        let category = self.categories().iter().find(|category| category.value == member);
        category.map_or(member, |category| stated_or(category.label(), member))
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

impl Coverage {
    /// What people are told where the column says this, in the language that is spoken; nothing where there is no gap.
    pub fn note(&self, value: &str) -> Option<&str> {
        let spoken = self.translations.get(language().code()).and_then(|notes| notes.get(value));
        spoken.or_else(|| self.notes.get(value)).map(AsRef::as_ref)
    }
}

impl Profile {
    /// The title for people, in the language that is spoken.
    pub fn title(&self) -> &str {
        self.titles.or(&self.title)
    }
}

impl Timeline {
    /// The title for people, in the language that is spoken.
    pub fn title(&self) -> &str {
        self.titles.or(&self.title)
    }
}

impl Category {
    /// What people are shown, in the language that is spoken.
    pub fn label(&self) -> &str {
        self.labels.or(&self.label)
    }

    /// What it is called besides its name.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        called(&self.label, &self.labels.sv, &self.aliases)
    }
}

/// The name of the column of which the one of this name says the same in a language, by what it is called.
pub fn untranslated(name: &str, language: Language) -> Option<&str> {
    name.strip_suffix(language.code())?.strip_suffix('_')
}

/// What is called so within a text for people: its name, which can be typed, in the language that names are in; in another
/// its title, which can be typed as well.
pub fn name_in_text<'t>(name: &'t str, title: &str) -> Cow<'t, str> {
    if language() == Language::English || title.is_empty() { name.into() } else { within_sentence(title).into() }
}

fn called<'t>(title: &'t str, swedish: &'t str, aliases: &'t [String]) -> impl Iterator<Item = &'t str> {
    [title, swedish].into_iter().chain(aliases.iter().map(String::as_str)).filter(|name| !name.is_empty())
}

fn is_one_of<'n>(wanted: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
    names.any(|name| is_spelt(name, wanted))
}

/// The name of the flag of a column of this name.
pub fn flag(column: &str) -> String {
    let flag = column.replace(|letter: char| letter == '_' || letter == '=' || letter.is_whitespace(), "-");
    let flag = flag.trim_start_matches('-');
    if is_taken(flag) { format!("column-{flag}") } else { flag.to_owned() }
}

/// Whether a flag that is no filter has this name.
fn is_taken(flag: &str) -> bool {
    matches!(
        flag,
        "" | "all"
            | "cite"
            | "color"
            | "columns"
            | "count"
            | "count-by"
            | "csv"
            | "differing"
            | "exit-status"
            | "format"
            | "heading"
            | "help"
            | "json"
            | "lang"
            | "limit"
            | "map"
            | "missing"
            | "no-header"
            | "output"
            | "package"
            | "pager"
            | "possibly"
            | "present"
            | "sort"
            | "table"
            | "version"
            | "x"
            | "y"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_spelt, spelt};

    proptest! {
        #[test]
        fn the_short_cut_by_the_first_letters_changes_nothing(name in "[ a-zA-ZÅåÄö_-]{0,4}", other in "[ a-zA-ZÅåÄö_-]{0,4}") {
            let wanted = spelt(&other);
            prop_assert_eq!(is_spelt(&name, &wanted), spelt(&name) == wanted);
        }

        #[test]
        fn whatever_the_letters(name in any::<String>()) {
            prop_assert!(is_spelt(&name, &spelt(&name)));
        }
    }
}
