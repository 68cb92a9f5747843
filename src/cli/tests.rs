//! Claims about the command line as a whole.

use std::collections::HashSet;

use super::command;
use crate::package::Package;

#[test]
fn clap_finds_no_fault_with_it() {
    let package = Package::bundled().expect("the package");
    command(&package, |_| true).debug_assert();
}

#[test]
fn no_column_has_the_name_of_another_flag_or_of_another_column() {
    let package = Package::bundled().expect("the package");
    for table in package.tables() {
        let mut names: HashSet<String> = [
            "columns",
            "sort",
            "limit",
            "count",
            "exit-status",
            "cite",
            "possibly",
            "format",
            "no-header",
            "color",
            "help",
        ]
        .map(str::to_owned)
        .into();
        for column in package.columns(table) {
            assert!(names.insert(column.field.name.replace('_', "-")), "{}: {}", table.name, column.field.name);
        }
    }
}

#[test]
fn every_flag_says_what_it_is() {
    let package = Package::bundled().expect("the package");
    let command = command(&package, |_| true);
    for subcommand in command.get_subcommands() {
        assert!(subcommand.get_about().is_some(), "{}", subcommand.get_name());
        for flag in subcommand.get_arguments() {
            assert!(flag.get_help().is_some(), "{} {}", subcommand.get_name(), flag.get_id());
        }
    }
}
