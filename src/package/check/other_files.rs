//! Checking the files of a package that are no tables: that they are there, and go by names of their own.

use serde_json::Value;

use super::written::Written;
use super::{Problem, cannot_be_read};
use crate::package::Package;
use crate::words::words;

/// What is wrong with how they are described; `described` is what the descriptor says of each, and `text` the whole of it.
pub(super) fn check(package: &Package, described: &[&Value], text: &Written) -> Vec<Problem> {
    let mut problems = Vec::new();
    let tables = package.tables().iter().map(|table| &*table.name);
    let mut names: Vec<&str> = tables.collect();
    for (file, described) in package.other_files().iter().zip(described) {
        let mut add = |name: &str, message| problems.push(text.problem(&file.name, (name, 0), message));
        if names.contains(&&*file.name) {
            add(&file.name, words().table_described_twice(&file.name));
        }
        names.push(&file.name);
        if described["type"] == "table" {
            add(&file.name, words().table_without_schema(&file.name));
        }
    }
    problems
}

/// Those of them that cannot be read.
pub(super) fn unread(package: &Package) -> impl Iterator<Item = Problem> {
    let begin = format!("{}#", package.descriptor_file());
    // What stands in the description is there.
    let files = package.other_files().iter().filter(move |file| !file.path.starts_with(&begin));
    files.filter_map(|file| {
        let error = package.file(&file.path).err()?;
        Some(Problem::behind(&file.path, "", cannot_be_read(&error)))
    })
}
