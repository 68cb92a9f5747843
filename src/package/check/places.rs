//! Where values stand, without the values: of millions of rows there is no room for them.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

use super::value::Value;

/// For each value, or several that are one key, the last line that has it. It takes 20 to 40 bytes a value, however long
/// the value is.
#[derive(Default)]
pub(super) struct Places {
    secrets: [RandomState; 2],
    /// In parts, since one that grows is there twice for a while.
    parts: [HashMap<Print, Line, BuildHasherDefault<Begin>>; 32],
}

/// 88 bits of two hashes whose secrets no file knows: among a thousand million values, two that differ have one in common
/// less often than once in a hundred million files, and nobody can write a file in which they do. So a value is never
/// looked at again, and what is told is the same each time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Print([u8; 11]);

/// A line of a file, of which there are not more than 40 bits can count: with the print it fills 16 bytes.
struct Line([u8; 5]);

impl Places {
    /// What stands for the values of a key.
    pub(super) fn print(&self, key: &[Value]) -> Print {
        let [one, other] = self.secrets.each_ref().map(|secret| secret.hash_one(key).to_le_bytes());
        let mut print = [0; 11];
        print[..8].copy_from_slice(&one);
        print[8..].copy_from_slice(&other[..3]);
        Print(print)
    }

    /// Adds a line that has these values, and returns the one that had them before.
    pub(super) fn add(&mut self, key: &[Value], line: u64) -> Option<u64> {
        let [bytes @ .., _, _, _] = line.min((1 << 40) - 1).to_le_bytes();
        let print = self.print(key);
        let earlier = self.parts[print.part()].insert(print, Line(bytes))?;
        let mut bytes = [0; 8];
        bytes[..5].copy_from_slice(&earlier.0);
        Some(u64::from_le_bytes(bytes))
    }

    /// Whether any line has these values.
    pub(super) fn has(&self, key: &[Value]) -> bool {
        let print = self.print(key);
        self.parts[print.part()].contains_key(&print)
    }
}

impl Print {
    /// The part in which it is kept. Its last byte has no part in where it stands there.
    fn part(self) -> usize {
        usize::from(self.0[10]) % 32
    }
}

impl Hash for Print {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(&self.0);
    }
}

/// The begin of a print, which is a hash already.
#[derive(Default)]
struct Begin(u64);

impl Hasher for Begin {
    fn write(&mut self, print: &[u8]) {
        self.0 = print.first_chunk().map_or(0, |begin| u64::from_le_bytes(*begin));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, Value};
    use crate::package::FieldType;

    fn key(kind: FieldType, texts: &[&str]) -> Vec<Value> {
        texts.iter().map(|text| Value::new(kind.into(), text.as_bytes())).collect()
    }

    #[test]
    fn a_value_stands_where_it_stood_last() {
        let mut places = Places::default();
        assert_eq!(places.add(&key(FieldType::Integer, &["01"]), 2), None);
        assert_eq!(places.add(&key(FieldType::Integer, &["1"]), (1 << 40) - 2), Some(2));
        assert_eq!(places.add(&key(FieldType::Integer, &["+1"]), u64::MAX), Some((1 << 40) - 2));
        assert_eq!(places.add(&key(FieldType::Integer, &["1"]), 0), Some((1 << 40) - 1), "no line is as late");
        assert!(places.has(&key(FieldType::Integer, &["001"])) && !places.has(&key(FieldType::Integer, &["10"])));
    }

    #[test]
    fn what_stands_in_two_cells_is_not_what_stands_in_one() {
        let mut places = Places::default();
        assert_eq!(places.add(&key(FieldType::String, &["ab", "c"]), 2), None);
        for other in [&["a", "bc"][..], &["abc"], &["abc", ""], &["ab", "c", ""], &["c", "ab"]] {
            assert!(!places.has(&key(FieldType::String, other)), "{other:?}");
        }
    }

    #[test]
    fn a_place_takes_seventeen_bytes() {
        // A byte more is the table's own.
        assert_eq!(size_of::<(super::Print, super::Line)>(), 16);
    }
}
