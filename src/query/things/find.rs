//! Finding things by what they are called.

use std::collections::{BTreeMap, HashSet};

use anyhow::Result;

use super::{Found, Naming, Thing, Things};
use crate::package::FieldType;
use crate::query::filter::{Extent, Names};
use crate::text::{fold_name, sort_by};

impl<'p> Things<'p> {
    /// What goes by a name: by all of it, or else by words of it, or else by letters of it. Where nothing does, the names
    /// that there are.
    pub fn find(&self, typed: &str) -> Result<Result<Found<'p>, Vec<String>>> {
        // Most often it is all of a name, and the others are not needed.
        let mut names = self.all_names(Some(typed))?;
        for extent in [Extent::Whole, Extent::Words, Extent::Parts] {
            if extent == Extent::Words {
                names = self.all_names(None)?;
            }
            let mut things = Vec::new();
            for (kind, names) in &names {
                let values = if let Some(names) = names {
                    names.meant(typed, extent)
                } else {
                    let number = self.numbered(kind, typed).filter(|_| extent == Extent::Whole);
                    number.map(|number| (number, typed.to_owned())).into_iter().collect()
                };
                let mut of_kind = Vec::new();
                for (value, written) in values {
                    of_kind.push(Thing { kind, value: String::from_utf8(value)?, written });
                }
                sort_by(&mut of_kind, &|one: &Thing, other| one.value.cmp(&other.value));
                things.extend(of_kind);
            }
            // A code of digits is a number, too; one that no row has is not meant.
            let is_code = things.iter().any(|thing| !self.is_numeric(thing.kind));
            for at in (0..things.len()).rev() {
                if is_code && self.is_numeric(things[at].kind) && !self.is_named(&things[at])? {
                    things.remove(at);
                }
            }
            if extent == Extent::Whole {
                things.extend(self.members_called(&things)?);
            }
            if !things.is_empty() {
                return Ok(Ok(Found { things, extent }));
            }
        }
        let names = names.iter().filter_map(|(_, names)| names.as_ref()).flat_map(Names::all);
        Ok(Err(names.map(str::to_owned).collect()))
    }

    /// The names of the things of each kind that is not numbered.
    fn all_names(&self, typed: Option<&str>) -> Result<Vec<(&'p str, Option<Names<'p>>)>> {
        let mut names = Vec::new();
        for kind in self.kinds() {
            names.push((kind, if self.is_numeric(kind) { None } else { Some(self.names(kind, typed)?) }));
        }
        Ok(names)
    }

    /// The words of all names, each once, however it is written.
    pub fn words(&self) -> Result<Vec<String>> {
        let mut words: BTreeMap<String, String> = BTreeMap::new();
        for kind in self.kinds().into_iter().filter(|kind| !self.is_numeric(kind)) {
            let names = self.names(kind, None)?;
            for word in
                names.all().into_iter().flat_map(|name| name.split(|it: char| !it.is_alphanumeric() && it != '-'))
            {
                if word.starts_with(char::is_alphabetic) {
                    let known = words.entry(fold_name(word)).or_insert_with(|| word.to_owned());
                    // Stokab rather than STOKAB.
                    if word.starts_with(char::is_uppercase) && word > known.as_str() {
                        word.clone_into(known);
                    }
                }
            }
        }
        Ok(words.into_values().collect())
    }

    /// Members of fixed sets, such as counties, that go by the same names as these things. Where one of the things has a
    /// row of its own, it alone is meant.
    fn members_called(&self, found: &[Thing]) -> Result<Vec<Thing<'p>>> {
        let mut members: Vec<Thing> = Vec::new();
        for thing in found {
            let rows = self.key(thing.kind).map(|key| self.package.held(key.table, key.target)).transpose()?;
            if rows.is_some_and(|rows| rows.contains(&thing.value)) {
                return Ok(Vec::new());
            }
            for Naming { column, kind, .. } in &self.columns {
                let Some(member) = column.field.member_called(&thing.value) else { continue };
                if !found.iter().chain(&members).any(|it| it.kind == *kind && it.value == member) {
                    members.push(Thing { kind, value: member.to_owned(), written: thing.written.clone() });
                }
            }
        }
        Ok(members)
    }

    /// The number that was typed, if things of this kind are numbered so: a year has four digits.
    fn numbered(&self, kind: &str, typed: &str) -> Option<Vec<u8>> {
        let typed = typed.trim();
        let is_year = self.of_kind(kind).any(|naming| naming.column.field.field_type == FieldType::Year);
        let is_number = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && (!is_year || typed.len() == 4)).then(|| typed.as_bytes().to_vec())
    }

    /// The names of the things of a kind: those of the rows that keys lead to, and what columns hold that are no keys. Only
    /// those that may be what was typed, if that is said.
    fn names(&self, kind: &str, typed: Option<&str>) -> Result<Names<'p>> {
        let key = self.key(kind);
        let read = |typed: Option<&str>| {
            key.map_or_else(|| Ok(Names::none(&[], typed)), |key| Names::read(self.package, key, typed))
        };
        let mut names = read(typed)?;
        let mut known = None;
        for naming in self.of_kind(kind).filter(|naming| naming.key(self.package).is_none()) {
            let Some(cell) = naming.own() else { continue };
            let home = key.filter(|key| key.table.name == naming.table.name);
            if home.is_some_and(|key| key.target == cell && Names::columns(key).contains(&cell)) {
                // All that it holds is a name already.
                continue;
            }
            // The row itself and the usual spelling are what other tables know it by.
            let usual = naming.column.field.spelling_of.as_ref().and_then(|usual| naming.table.index_of(usual));
            let leads = home.map(|key| key.target).or(usual).filter(|leads| *leads != cell);
            let mut rows = names.rows(self.package, naming.table, leads.unwrap_or(cell).max(cell))?;
            while let Some(record) = rows.next_record()? {
                for item in record.value(cell, naming.column.field)?.items() {
                    let item = item.plain("");
                    if item.is_empty() || !names.holds(&item) {
                        continue;
                    }
                    if let Some(leads) = leads {
                        names.add(&item, record.raw(leads));
                        continue;
                    }
                    let known = match &mut known {
                        Some(known) => known,
                        None => known.insert(read(None)?.keys().map(<[u8]>::to_vec).collect::<HashSet<_>>()),
                    };
                    if known.insert(item.as_bytes().to_vec()) {
                        names.add(&item, item.as_bytes());
                    }
                }
            }
        }
        Ok(names)
    }
}
