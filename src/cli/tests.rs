//! Claims about the command line as a whole.

use std::collections::HashSet;

use super::command;
use crate::package::Package;

#[test]
fn clap_finds_no_fault_with_it() {
    let package = Package::bundled().expect("the package");
    command(&package, |_| true).debug_assert();
}

/// A command and all below it.
fn all(command: &clap::Command) -> Vec<&clap::Command> {
    command.get_subcommands().flat_map(all).chain([command]).collect()
}

#[test]
fn no_column_has_the_name_of_another_flag_or_of_another_column() {
    let package = Package::bundled().expect("the package");
    let command = command(&package, |_| true);
    for command in all(&command) {
        let mut names = HashSet::new();
        let flags = command.get_arguments().filter_map(|flag| flag.get_long());
        for name in flags.map(|name| name.replace('_', "-")) {
            assert!(names.insert(name.clone()), "{}: {name}", command.get_name());
        }
    }
    for table in package.tables() {
        let mut names = HashSet::new();
        for column in package.columns(table) {
            assert!(names.insert(&column.field.name), "{}: {}", table.name, column.field.name);
        }
    }
}

#[test]
fn every_flag_says_what_it_is() {
    let package = Package::bundled().expect("the package");
    let command = command(&package, |_| true);
    for subcommand in all(&command) {
        assert!(subcommand.get_about().is_some(), "{}", subcommand.get_name());
        for flag in subcommand.get_arguments() {
            assert!(flag.get_help().is_some(), "{} {}", subcommand.get_name(), flag.get_id());
        }
    }
}
