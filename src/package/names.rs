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

impl Package {
    /// The table of this name or, where there is none, that is called so.
    pub fn table_named(&self, typed: &str) -> Option<&Table> {
        let wanted = spelt(typed);
        self.table(typed).or_else(|| self.tables().iter().find(|table| table.spellings().any(|it| it == wanted)))
    }

    /// The column by which a table can be asked that is called so, whatever its name.
    pub fn column_called<'p>(&'p self, table: &'p Table, typed: &str) -> Option<Column<'p>> {
        let wanted = spelt(typed);
        self.columns(table).find(|column| column.field.spellings().any(|it| it == wanted))
    }
}

impl Table {
    /// What it is called besides its name, as that is compared.
    pub fn spellings(&self) -> impl Iterator<Item = String> {
        spellings(&self.title, &self.titles.sv, self.aliases())
    }
}

impl Field {
    /// What it is called besides its name, as that is compared.
    pub fn spellings(&self) -> impl Iterator<Item = String> {
        spellings(&self.title, &self.titles.sv, self.aliases())
    }

    /// The member of the column's fixed set that is called so.
    pub fn member_called(&self, typed: &str) -> Option<&str> {
        let wanted = spelt(typed);
        let category = self.categories().iter().find(|category| category.spellings().any(|it| it == wanted));
        category.map(|category| category.value.as_str())
    }
}

impl Category {
    /// What it is called besides its name, as that is compared.
    pub fn spellings(&self) -> impl Iterator<Item = String> {
        spellings(&self.label, &self.labels.sv, &self.aliases)
    }
}

fn spellings<'t>(title: &'t String, swedish: &'t String, aliases: &'t [String]) -> impl Iterator<Item = String> + 't {
    let all = [title, swedish].into_iter().chain(aliases);
    all.map(|name| spelt(name)).filter(|spelt| !spelt.is_empty())
}
