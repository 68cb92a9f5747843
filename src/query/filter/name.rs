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
use crate::text::{fold_name, sort_by};

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
pub(super) fn named(package: &Package, key: Key, name: &str) -> Result<Option<HashSet<Vec<u8>>>> {
    Ok(Names::read(package, key)?.called(name))
}

/// What is longer, in bytes, is no part of a name and has no other forms: trying them would take its time.
const LONGEST: usize = 256;

/// A name less its suffixes and genitives has few forms; what has more is no name.
const MOST_FORMS: usize = 16;

/// A name as it is written, and the key of the row that it calls.
struct Called {
    written: String,
    key: Vec<u8>,
}

/// What the rows of a table are called, folded, and their keys.
pub(in crate::query) struct Names<'p> {
    /// Words that may follow a name.
    suffixes: &'p [String],
    /// Whether a part of a name is enough.
    in_part: bool,
    keys: HashMap<String, Vec<Called>>,
}

/// How much of a name was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// All of it, but for what may follow.
    Whole,
    /// Words of it.
    Words,
    /// Letters of it.
    Parts,
}

impl<'p> Names<'p> {
    /// None yet, which these words may follow.
    pub(in crate::query) fn none(suffixes: &'p [String]) -> Self {
        Self { suffixes, in_part: false, keys: HashMap::new() }
    }

    /// Those of the rows that a key leads to.
    pub(in crate::query) fn read(package: &Package, key: Key<'p>) -> Result<Self> {
        let mut columns: Vec<usize> = key.table.names.iter().filter_map(|name| key.table.index_of(name)).collect();
        if columns.is_empty() {
            columns.push(key.target);
        }
        let mut names = Self { in_part: key.table.name_parts, ..Self::none(&key.table.name_suffixes) };
        let last = columns.iter().copied().fold(key.target, usize::max);
        let mut rows = package.rows_up_to(key.table, last)?;
        while let Some(record) = rows.next_record()? {
            for &column in &columns {
                let value = record.value(column, &key.table.schema().fields[column])?;
                for written in value.items().iter().map(|name| name.plain("")).filter(|name| !name.is_empty()) {
                    names.add(&written, record.raw(key.target));
                }
            }
        }
        Ok(names)
    }

    /// Takes in a name.
    pub(in crate::query) fn add(&mut self, written: &str, key: &[u8]) {
        let called = Called { written: written.to_owned(), key: key.to_vec() };
        self.keys.entry(fold_name(written)).or_default().push(called);
    }

    /// The keys of what has a name, each as often as it has names.
    pub(in crate::query) fn keys(&self) -> impl Iterator<Item = &[u8]> {
        self.keys.values().flatten().map(|called| called.key.as_slice())
    }

    /// The keys of what is called so, if so much of a name as this is enough, each with the name that has it.
    pub(in crate::query) fn meant(&self, typed: &str, extent: Extent) -> HashMap<Vec<u8>, String> {
        let folded = fold_name(typed);
        let is_same = |word: &str, of_name: &str| {
            word == of_name || word.strip_suffix('s') == Some(of_name) || of_name.strip_suffix('s') == Some(word)
        };
        match extent {
            Extent::Whole => {
                let keys = self.called(typed).unwrap_or_default().into_iter();
                keys.map(|key| (key, typed.to_owned())).collect()
            }
            _ if folded.is_empty() || folded.len() > LONGEST => HashMap::new(),
            Extent::Words => self
                .keys_where(|name| folded.split(' ').all(|word| name.split(' ').any(|of_name| is_same(word, of_name)))),
            Extent::Parts => self.keys_where(|name| name.contains(&folded)),
        }
    }

    fn keys_where(&self, is_meant: impl Fn(&str) -> bool) -> HashMap<Vec<u8>, String> {
        let called = self.keys.iter().filter(|(name, _)| is_meant(name)).flat_map(|(_, called)| called);
        // Of several names of one thing the least, so that an answer does not change from run to run.
        called.fold(HashMap::new(), |mut keys: HashMap<_, String>, Called { written, key }| {
            let known = keys.entry(key.clone()).or_insert_with(|| written.clone());
            if written < known {
                known.clone_from(written);
            }
            keys
        })
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
            if form.len() > LONGEST {
                break;
            }
            let mut shorter: Vec<String> = self
                .suffixes
                .iter()
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
        if !self.in_part || typed.is_empty() {
            return None;
        }
        let keys: HashSet<Vec<u8>> = self.keys_where(|name| name.contains(&typed)).into_keys().collect();
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
        let is_meant = |name: &&str| is_number(name) && name.trim_start_matches('0') == typed;
        if is_number(typed) { self.all().into_iter().filter(is_meant).map(str::to_owned).collect() } else { Vec::new() }
    }

    /// The names as they are written.
    pub(in crate::query) fn all(&self) -> Vec<&str> {
        let mut written: Vec<&str> = self.keys.values().flatten().map(|called| called.written.as_str()).collect();
        sort_by(&mut written, &Ord::cmp);
        written
    }
}

/// In lower case, composed and decomposed alike, and a hyphen a space.
fn letters(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(&text.to_lowercase()).replace('-', " ")
}
