//! The descriptor as it is written: where each text of it stands, and which properties stand twice.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::Problem;
use crate::package::files::DESCRIPTOR;
use crate::words::words;

/// The text of a descriptor, which is JSON, read through once: a name in it is looked for for every problem.
pub(super) struct Written<'t> {
    text: &'t str,
    /// Where each text of it stands, in quotes as it is written.
    places: HashMap<&'t str, Vec<usize>>,
    twice: Vec<(usize, &'t str)>,
    /// A place, and its line and the character on it: what is wrong is mostly found in the order of the file.
    counted: Cell<(usize, u64, u64)>,
}

impl<'t> Written<'t> {
    /// Reads it through.
    pub(super) fn new(text: &'t str) -> Self {
        let (mut places, mut twice) = (HashMap::<&str, Vec<usize>>::new(), Vec::new());
        // The properties of each object that is open, and nothing of a list.
        let mut open: Vec<Option<HashSet<&str>>> = Vec::new();
        let (bytes, mut at, mut is_name) = (text.as_bytes(), 0, false);
        while at < bytes.len() {
            let begin = at;
            at += 1;
            match bytes[begin] {
                b'{' | b'[' => {
                    is_name = bytes[begin] == b'{';
                    open.push(is_name.then(HashSet::new));
                }
                b'}' | b']' => {
                    open.pop();
                }
                b',' => is_name = matches!(open.last(), Some(Some(_))),
                b':' => is_name = false,
                b'"' => {
                    at = end_of_text(bytes, at);
                    let quoted = &text[begin..at];
                    places.entry(quoted).or_default().push(begin);
                    if let Some(Some(names)) = open.last_mut().filter(|_| is_name)
                        && !names.insert(quoted)
                    {
                        twice.push((begin, quoted));
                    }
                }
                _ => {}
            }
        }
        Self { text, places, twice, counted: Cell::new((0, 1, 1)) }
    }

    /// A problem at the place where the description of a resource mentions a name, after so many mentions.
    pub(super) fn problem(&self, resource: &str, (name, mentions): (&str, usize), message: String) -> Problem {
        let [name, own] = [name, resource].map(|name| {
            let quoted = Value::from(name).to_string();
            self.places.get(&*quoted).map_or(&[][..], Vec::as_slice)
        });
        let start = own.first().copied().unwrap_or(0);
        let behind = &name[name.partition_point(|&at| at < start)..];
        let at = behind.get(mentions).or(name.first()).copied().unwrap_or(0);
        self.problem_at(at, message)
    }

    /// The properties that stand twice in one object, of which JSON says nothing and a reader takes either.
    pub(super) fn twice(&self) -> impl Iterator<Item = Problem> {
        self.twice.iter().map(|(at, name)| self.problem_at(*at, words().property_twice(name.trim_matches('"'))))
    }

    fn problem_at(&self, at: usize, message: String) -> Problem {
        let (from, line, column) = Some(self.counted.get()).filter(|(from, ..)| *from <= at).unwrap_or((0, 1, 1));
        let between = &self.text[from..at];
        let (line, column) = match between.rfind('\n') {
            Some(end) => (line + between.matches('\n').count() as u64, 1 + between[end + 1..].chars().count() as u64),
            None => (line, column + between.chars().count() as u64),
        };
        self.counted.set((at, line, column));
        Problem { file: DESCRIPTOR.to_owned(), line, column, message }
    }
}

/// Where a text ends behind its opening quote, its closing one included.
fn end_of_text(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::Written;

    #[test]
    fn a_name_is_found_where_it_stands() {
        let text = "{\"a\": [\"one\", {\"b\": \"två\", \"c\": \"x\\\"y\"}],\n \"två\": [\"b\"],\n \"b\": \"b\"}";
        let written = Written::new(text);
        let place = |resource: &str, name: (&str, usize)| {
            let problem = written.problem(resource, name, String::new());
            (problem.line, problem.column)
        };
        assert_eq!(place("one", ("b", 0)), (1, 16));
        assert_eq!(place("one", ("b", 3)), (3, 7));
        assert_eq!(place("två", ("b", 0)), (2, 10));
        assert_eq!(place("nothing", ("x\"y", 0)), (1, 33));
        // Not behind its resource, and nowhere.
        assert_eq!(place("två", ("one", 0)), (1, 8));
        assert_eq!(place("två", ("none", 0)), (1, 1));
    }

    #[test]
    fn a_property_that_stands_twice_in_one_object_is_told() {
        let text = "{\"a\": 1, \"b\": [\"a\", \"a\", {\"a\": \"a\"}, {\"a\": 2,\n\"a\": {}}], \"b\": 1}";
        let written = Written::new(text);
        let told: Vec<String> = written.twice().map(|problem| problem.to_string()).collect();
        let said = "is described twice, of which one is read";
        let expected = [format!("datapackage.json:2:1: `a` {said}"), format!("datapackage.json:2:12: `b` {said}")];
        assert_eq!(told, expected);
    }
}
