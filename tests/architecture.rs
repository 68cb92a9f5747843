//! The house as the design has it: which module may import which, read from the sources.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[path = "architecture/imports.rs"]
mod imports;

/// Each module and what it may import, from the top of the house down, so that there is no circle. `main` and `lib` are
/// the files of that name.
const MAY_IMPORT: [(&str, &[&str]); 11] = [
    ("main", &["cli", "package"]),
    ("lib", &["cli", "output", "answer", "database", "query", "package", "files", "text", "words", "error"]),
    ("cli", &["output", "answer", "database", "query", "package", "files", "text", "words", "error"]),
    ("output", &["answer", "database", "package", "text", "words", "error"]),
    ("answer", &["query", "package", "text", "words", "error"]),
    ("database", &["query", "package", "text", "words", "error"]),
    ("query", &["package", "text", "words", "error"]),
    ("package", &["text", "words", "error"]),
    ("files", &["text", "words", "error"]),
    ("error", &["text", "words"]),
    ("words", &["text"]),
];

/// What is at the bottom, and imports none of ours.
const IMPORTS_NOTHING: &str = "text";

/// A file has one subject, and one that is longer has two.
const LONGEST: usize = 300;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A source file: where it is, the modules that lead to it, and its code without comments and tests.
struct Source {
    path: PathBuf,
    modules: Vec<String>,
    code: String,
}

impl Source {
    /// The module at the top of the house to which it belongs.
    fn top(&self) -> &str {
        self.modules.first().map_or("lib", String::as_str)
    }
}

/// The sources but for those that are tests.
fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let sources = files(&folder).into_iter().filter(|path| path.file_name().is_some_and(|name| name != "tests.rs"));
    let read = sources.map(|path| {
        let within = path.strip_prefix(&folder).expect("within it").with_extension("");
        let mut modules: Vec<String> = within.iter().map(|part| part.to_str().expect("UTF-8").to_owned()).collect();
        if matches!(modules.last().map(String::as_str), Some("mod" | "lib")) {
            modules.pop();
        }
        let code = imports::code(&std::fs::read_to_string(&path).expect("a source"));
        Source { path, modules, code }
    });
    let sources: Vec<Source> = read.collect();
    assert!(sources.len() > 30, "the sources are found");
    sources
}

#[test]
fn the_rules_let_arrows_go_down_only() {
    let order: Vec<&str> = MAY_IMPORT.iter().map(|(name, _)| *name).chain([IMPORTS_NOTHING]).collect();
    for (place, (name, below)) in MAY_IMPORT.iter().enumerate() {
        for module in *below {
            let other = order.iter().position(|other| other == module).expect("a module of the house");
            assert!(other > place, "{name} may import {module}, which is not below it");
        }
    }
}

#[test]
fn a_module_imports_only_what_is_below_it() {
    let mut wrong = BTreeSet::new();
    for source in sources() {
        let allowed = MAY_IMPORT.iter().find(|(name, _)| *name == source.top());
        let Some(allowed) = allowed.map(|(_, allowed)| *allowed).or((source.top() == IMPORTS_NOTHING).then_some(&[]))
        else {
            wrong.insert(format!("{}: the design has no module {}", source.path.display(), source.top()));
            continue;
        };
        for module in imports::of_the_house(&source.code, &source.modules) {
            if module != source.top() && !allowed.contains(&module.as_str()) {
                wrong.insert(format!("{}: {} imports {module}", source.path.display(), source.top()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} arrows go where none may:\n{}", wrong.len(), list(&wrong));
}

#[test]
fn queries_read_and_print_nothing() {
    let mut wrong = BTreeSet::new();
    for source in sources().iter().filter(|source| source.top() == "query") {
        let of_std = imports::paths(&source.code, "std").into_iter().map(|path| path.join("::"));
        let macros = ["print!", "println!", "eprint!", "eprintln!", "dbg!"].into_iter();
        let macros = macros.filter(|name| source.code.contains(name)).map(str::to_owned);
        for found in of_std.filter(|path| path.starts_with("io") || path.starts_with("fs")).chain(macros) {
            wrong.insert(format!("{}: {found}", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", list(&wrong));
}

#[test]
fn no_file_is_longer_than_its_subject() {
    let mut wrong = BTreeSet::new();
    for path in ["src", "tests"].iter().flat_map(|folder| files(&root().join(folder))) {
        let lines = std::fs::read_to_string(&path).expect("a source").lines().count();
        if lines > LONGEST {
            wrong.insert(format!("{}: {lines} lines", path.display()));
        }
    }
    assert!(wrong.is_empty(), "longer than {LONGEST} lines:\n{}", list(&wrong));
}

/// What a test that changes them would change for all others, and places outside the checkout.
const SHARED: [&str; 5] = ["set_var(", "remove_var(", "set_current_dir(", "temp_dir(", "\"/tmp"];

#[test]
fn tests_change_nothing_that_others_see() {
    let this = root().join(file!());
    for path in files(&root().join("tests")).into_iter().chain(files(&root().join("src"))) {
        let text = std::fs::read_to_string(&path).expect("a source");
        let found = SHARED.iter().find(|call| path != this && text.contains(**call));
        assert_eq!(found, None, "{}", path.display());
    }
}

fn list(wrong: &BTreeSet<String>) -> String {
    wrong.iter().map(|line| line.replace(root().to_str().expect("UTF-8"), "")).collect::<Vec<_>>().join("\n")
}
