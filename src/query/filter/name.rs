//! Keys: a row of another table, called by any of its names.
//!
//! People call one municipality `Falkenberg`, `falkenbergs kommun` and `1382`. What a row is called, and which
//! words may follow, the other table's description says; the genitive s is Swedish grammar and known here.

use std::collections::{HashMap, HashSet};

use anyhow::Result;
use icu_normalizer::DecomposingNormalizerBorrowed;

use super::{Flag, elsewhere};
use crate::error::{self, Refusal};
use crate::package::{Key, Package, Table};
use crate::text::fold_name;

/// The keys of the rows that were named. A comma parts names, unless a name has one itself.
pub fn find(package: &Package, key: Key, typed: &[String]) -> Result<HashSet<Vec<u8>>> {
    let names = Names::read(package, key)?;
    names.find(typed, &|part| Ok(error::unknown_row(None, &key.table.name, part, &names.all())))
}

/// The keys of the rows that were named for a column of a table. Where nothing is called so, the error tells where else
/// in the table something is.
pub(super) fn found(
    package: &Package,
    table: &Table,
    key: Key,
    typed: &[String],
    flag: Flag,
) -> Result<HashSet<Vec<u8>>> {
    let names = Names::read(package, key)?;
    names.find(typed, &|part| {
        let of = &key.table.name;
        let meant = names.with_leading_zeros(part);
        let columns = if meant.is_empty() { elsewhere::columns_with(package, table, part)? } else { Vec::new() };
        let elsewhere = columns.into_iter().map(|field| error::as_typed(&flag.for_column(field).name(), part));
        let meant: Vec<String> = meant.into_iter().chain(elsewhere).collect();
        Ok(if meant.is_empty() {
            error::unknown_row(Some(&flag.name()), of, part, &names.all())
        } else {
            error::unknown_row_meant(&flag.name(), of, part, &meant)
        })
    })
}

/// The keys of the rows that are called so; nothing where none is.
pub fn named(package: &Package, key: Key, name: &str) -> Result<Option<HashSet<Vec<u8>>>> {
    Ok(Names::read(package, key)?.called(name))
}

/// A name less its suffixes and genitives has few forms; what has more is no name.
const MOST_FORMS: usize = 16;

/// A name as it is written, and the key of the row that it calls.
struct Called {
    written: String,
    key: Vec<u8>,
}

/// What the rows of a table are called, folded, and their keys.
struct Names<'p> {
    key: Key<'p>,
    keys: HashMap<String, Vec<Called>>,
    /// The names as they are written, to suggest.
    written: Vec<String>,
}

impl<'p> Names<'p> {
    fn read(package: &Package, key: Key<'p>) -> Result<Self> {
        let mut columns: Vec<usize> = key.table.names.iter().filter_map(|name| key.table.index_of(name)).collect();
        if columns.is_empty() {
            columns.push(key.target);
        }
        let mut names = Self { key, keys: HashMap::new(), written: Vec::new() };
        let mut rows = package.rows(key.table)?;
        while let Some(record) = rows.next_record()? {
            for &column in &columns {
                let value = record.value(column, &key.table.schema().fields[column])?;
                for written in value.items().iter().map(|name| name.plain("")).filter(|name| !name.is_empty()) {
                    let called = Called { written: written.to_string(), key: record.raw(key.target).to_vec() };
                    names.keys.entry(fold_name(&written)).or_default().push(called);
                    names.written.push(written.into_owned());
                }
            }
        }
        Ok(names)
    }

    /// The keys of the rows that are called so: the name itself before the name less what may follow it.
    fn called(&self, typed: &str) -> Option<HashSet<Vec<u8>>> {
        let mut forms = vec![fold_name(typed)];
        let mut next = 0;
        while let Some(form) = forms.get(next).filter(|_| next < MOST_FORMS) {
            if let Some(called) = self.keys.get(form) {
                // Of names that differ only in diacritics, Habo and Håbo, one spelt out is the one that is meant.
                let spelt = letters(typed);
                let is_spelt = |called: &&Called| spelt.starts_with(&letters(&called.written));
                let any_spelt = called.len() > 1 && called.iter().any(|called| is_spelt(&called));
                let meant = called.iter().filter(|called| !any_spelt || is_spelt(called));
                return Some(meant.map(|called| called.key.clone()).collect());
            }
            let suffixes = self.key.table.name_suffixes.iter();
            let mut shorter: Vec<String> = suffixes
                .filter_map(|suffix| form.strip_suffix(suffix.as_str())?.strip_suffix(' '))
                .map(str::to_owned)
                .collect();
            shorter.extend(form.strip_suffix('s').map(str::to_owned));
            forms.extend(shorter);
            next += 1;
        }
        None
    }

    /// The keys of the rows that have what was typed in their names, if the table lets rows be called so.
    fn called_in_part(&self, typed: &str) -> Option<HashSet<Vec<u8>>> {
        let typed = fold_name(typed);
        if !self.key.table.name_parts || typed.is_empty() {
            return None;
        }
        let called = self.keys.iter().filter(|(name, _)| name.contains(&typed)).flat_map(|(_, called)| called);
        let keys: HashSet<Vec<u8>> = called.map(|called| called.key.clone()).collect();
        (!keys.is_empty()).then_some(keys)
    }

    /// The keys of the rows that were named; a part that names none is refused.
    fn find(&self, typed: &[String], refuse: &dyn Fn(&str) -> Result<Refusal>) -> Result<HashSet<Vec<u8>>> {
        let mut found = HashSet::new();
        for typed in typed {
            if let Some(keys) = self.called(typed) {
                found.extend(keys);
                continue;
            }
            for part in typed.split(',') {
                match self.called(part).or_else(|| self.called_in_part(part)) {
                    Some(keys) => found.extend(keys),
                    None => return Err(refuse(part)?.into()),
                }
            }
        }
        Ok(found)
    }

    /// The codes that a number is, but for the zeros before it.
    fn with_leading_zeros(&self, typed: &str) -> Vec<String> {
        let typed = typed.trim();
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_meant = |name: &&String| is_number(name) && name.trim_start_matches('0') == typed;
        if is_number(typed) { self.written.iter().filter(is_meant).cloned().collect() } else { Vec::new() }
    }

    fn all(&self) -> Vec<&str> {
        self.written.iter().map(String::as_str).collect()
    }
}

/// In lower case, composed and decomposed alike, and a hyphen a space.
fn letters(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(&text.to_lowercase()).replace('-', " ")
}
