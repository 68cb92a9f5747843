//! Keys: a row of another table, called by any of its names.
//!
//! People call one municipality `Falkenberg`, `falkenbergs kommun` and `1382`. What a row is called, and which
//! words may follow, the other table's description says; the genitive s is Swedish grammar and known here.

use std::collections::{HashMap, HashSet};

use anyhow::Result;
use icu_normalizer::DecomposingNormalizerBorrowed;
use memchr::memmem::Finder;

use super::{Flag, elsewhere};
use crate::error::{self, Refusal};
use crate::package::{Key, Package, Rows, Table};
use crate::text::{fold_name, is_folded_name, may_fold_to, push_sought, sort_by};

/// The keys of the rows that were named. A comma parts names, unless a name has one itself.
pub fn find(package: &Package, key: Key, typed: &[String]) -> Result<HashSet<Vec<u8>>> {
    let names = Names::read(package, key, None)?;
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
    // Of one name that is all of it, the others need not be held.
    if let [typed] = typed
        && let Some(named) = named(package, key, typed)?
    {
        return Ok(named);
    }
    let names = Names::read(package, key, None)?;
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
    Ok(Names::read(package, key, Some(name))?.called(name))
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

/// What rows are called, and their keys. They stand in a list, since one or a few of them are looked for, and
/// to fold and hash all others takes longer than to look at their letters.
pub(in crate::query) struct Names<'p> {
    /// Words that may follow a name.
    suffixes: &'p [String],
    /// Whether a part of a name is enough.
    in_part: bool,
    /// What is looked for, folded and without what may follow, where names are held for nothing else.
    only: Option<Vec<String>>,
    called: Vec<Called>,
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
    /// None yet, which these words may follow; only those are held that may be what was `typed`, if that is said.
    pub(in crate::query) fn none(suffixes: &'p [String], typed: Option<&str>) -> Self {
        let only = typed.map(|typed| forms(suffixes, typed));
        Self { suffixes, in_part: false, only, called: Vec::new() }
    }

    /// Those of the rows that a key leads to.
    pub(in crate::query) fn read(package: &Package, key: Key<'p>, typed: Option<&str>) -> Result<Self> {
        let columns = Self::columns(key);
        let mut names = Self { in_part: key.table.name_parts, ..Self::none(&key.table.name_suffixes, typed) };
        let last = columns.iter().copied().fold(key.target, usize::max);
        let mut rows = names.rows(package, key.table, last)?;
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

    /// The columns with the names of the rows that a key leads to.
    pub(in crate::query) fn columns(key: Key) -> Vec<usize> {
        let named: Vec<usize> = key.table.names.iter().filter_map(|name| key.table.index_of(name)).collect();
        if named.is_empty() { vec![key.target] } else { named }
    }

    /// The rows of a table, of which cells up to this one are read; less such as are seen to have no name that is held before
    /// they are read.
    pub(in crate::query) fn rows<'r>(&self, package: &'r Package, table: &Table, last: usize) -> Result<Rows<'r>> {
        // All begin as the shortest does, and no hyphen is within its first word.
        let shortest = self.only.iter().flatten().min_by_key(|form| form.len());
        let word = shortest.and_then(|form| form.split(' ').next()).unwrap_or_default();
        // A quote is written as two.
        if word.is_empty() || word.contains('"') {
            return package.rows_up_to(table, last);
        }
        let (finder, mut sought) = (Finder::new(word), Vec::new());
        package.rows_where_up_to(table, last, &mut |line| {
            sought.clear();
            push_sought(&mut sought, line).is_err() || finder.find(&sought).is_some()
        })
    }

    /// Takes in a name.
    pub(in crate::query) fn add(&mut self, written: &str, key: &[u8]) {
        if !self.holds(written) {
            return;
        }
        self.called.push(Called { written: written.to_owned(), key: key.to_vec() });
    }

    /// Whether such a name is held.
    pub(in crate::query) fn holds(&self, written: &str) -> bool {
        self.only.as_ref().is_none_or(|forms| forms.iter().any(|form| may_fold_to(written, form)))
    }

    /// The keys of what has a name, each as often as it has names.
    pub(in crate::query) fn keys(&self) -> impl Iterator<Item = &[u8]> {
        self.called.iter().map(|called| called.key.as_slice())
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
        let called = self.called.iter().filter(|called| is_meant(&fold_name(&called.written)));
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
        forms(self.suffixes, typed).into_iter().find_map(|form| {
            let called: Vec<&Called> = self.called.iter().filter(|it| is_folded_name(&it.written, &form)).collect();
            if called.is_empty() {
                return None;
            }
            // Of names that differ only in diacritics, Habo and Håbo, one spelt out is the one that is meant.
            let spelt = letters(typed);
            let is_spelt = |called: &&Called| spelt.starts_with(&letters(&called.written));
            let any_spelt = called.len() > 1 && called.iter().any(is_spelt);
            let meant = called.into_iter().filter(|called| !any_spelt || is_spelt(called));
            Some(meant.map(|called| called.key.clone()).collect())
        })
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
        let mut written: Vec<&str> = self.called.iter().map(|called| called.written.as_str()).collect();
        sort_by(&mut written, &Ord::cmp);
        written
    }
}

/// What a row may be called that was typed, folded: that, and it less what may follow a name.
fn forms(suffixes: &[String], typed: &str) -> Vec<String> {
    let mut forms = vec![fold_name(typed)];
    let mut next = 0;
    while let Some(form) = forms.get(next).filter(|form| next < MOST_FORMS && form.len() <= LONGEST) {
        let less_suffix = suffixes.iter().filter_map(|suffix| form.strip_suffix(suffix.as_str())?.strip_suffix(' '));
        let shorter: Vec<String> = less_suffix.chain(form.strip_suffix('s')).map(str::to_owned).collect();
        forms.extend(shorter);
        next += 1;
    }
    forms.truncate(MOST_FORMS);
    forms
}

/// In lower case, composed and decomposed alike, and a hyphen a space.
fn letters(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(&text.to_lowercase()).replace('-', " ")
}
