//! The examples of a command: the package's and its own, or what can be asked of every table.

use crate::cli::Subject;
use crate::package::{Package, Table};

/// A command has at most so many; one below another, whose help has the flags of both, fewer.
const MOST: usize = 3;
const MOST_BELOW: usize = 2;

/// The examples of what is typed as `name`: a table, a command, or a command below one that is about a table.
pub(super) fn examples(package: &Package, subject: Subject, name: &str, table: Option<&Table>) -> Vec<String> {
    let of_package = |name| package.examples(name).iter().cloned();
    let begins = format!("{name} ");
    let (mut examples, of_every_table): (Vec<String>, &[&str]) = match subject {
        Subject::Table(table) => {
            (of_package(&table.name).collect(), &["--columns FIRST", "--sort -FIRST --limit 3", "--count-by FIRST"])
        }
        Subject::Command(command) => {
            let all = of_package(command.name).chain(command.examples.iter().map(|&example| example.to_owned()));
            let is_of_it = |example: &String| name == command.name || example.starts_with(&begins);
            (all.filter(is_of_it).collect(), &["--x FIRST", "--x FIRST -o chart.svg"])
        }
    };
    if let Some(first) = table.and_then(|table| table.schema().fields.first()) {
        examples.extend(of_every_table.iter().map(|flags| begins.clone() + &flags.replace("FIRST", &first.name)));
    }
    let is_below = name.contains(' ') && matches!(subject, Subject::Command(_));
    examples.truncate(if is_below { MOST_BELOW } else { MOST });
    examples
}
