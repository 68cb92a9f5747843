//! Claims about the command line as a whole.

use std::collections::{HashMap, HashSet};

use super::commands::COMMANDS;
use super::scope::Scope;
use super::{Subject, names, whole};
use crate::package::{Package, spelt};

#[test]
fn clap_finds_no_fault_with_it() {
    let package = Package::bundled();
    whole(&package).debug_assert();
}

/// A command and all below it.
fn all(command: &clap::Command) -> Vec<&clap::Command> {
    command.get_subcommands().flat_map(all).chain([command]).collect()
}

#[test]
fn every_name_has_one_meaning() {
    let package = Package::bundled();
    let command = whole(&package);
    for command in all(&command) {
        let mut found = HashSet::new();
        let flags = command.get_arguments().filter_map(|flag| flag.get_long()).map(names::plain);
        let subcommands = command.get_subcommands().map(|command| names::plain(command.get_name()));
        for name in flags.chain(subcommands) {
            assert!(found.insert(name.clone()), "{}: {name}", command.get_name());
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
fn no_title_and_no_alias_means_two_things() {
    let package = Package::bundled();
    let mut tables: HashMap<String, &str> = HashMap::new();
    let commands = COMMANDS.iter().map(|command| (spelt(command.name), command.name));
    let own = package.tables().iter().map(|table| (spelt(&table.name), table.name.as_str()));
    let called =
        package.tables().iter().flat_map(|table| table.called().map(|name| (spelt(name), table.name.as_str())));
    for (name, table) in commands.chain(own).chain(called) {
        let other = *tables.entry(name.clone()).or_insert(table);
        assert_eq!(other, table, "{name}");
    }
    for table in package.tables() {
        let built = Subject::Table(table).build(&package, &Scope::all());
        let flags = built.get_arguments().filter_map(|flag| flag.get_long()).map(|long| (spelt(long), long.to_owned()));
        let called = package
            .columns(table)
            .flat_map(|column| column.field.called().map(move |name| (spelt(name), column.field.flag())));
        let mut meanings: HashMap<String, String> = HashMap::new();
        for (name, flag) in flags.chain(called) {
            let other = meanings.entry(name.clone()).or_insert_with(|| flag.clone());
            assert_eq!(*other, flag, "{}: {name}", table.name);
        }
        for column in package.columns(table) {
            let mut members: HashMap<String, &str> = HashMap::new();
            let allowed = column.field.constraints.allowed.iter().map(|member| (spelt(member), member.as_str()));
            let called = column.field.categories().iter();
            let called = called.flat_map(|it| it.called().map(|name| (spelt(name), it.value.as_str())));
            for (name, member) in allowed.chain(called) {
                assert_eq!(*members.entry(name.clone()).or_insert(member), member, "{}: {name}", column.field.name);
            }
        }
    }
}

#[test]
fn every_flag_says_what_it_is() {
    let package = Package::bundled();
    let command = whole(&package);
    for subcommand in all(&command) {
        assert!(subcommand.get_about().is_some(), "{}", subcommand.get_name());
        for flag in subcommand.get_arguments() {
            assert!(flag.get_help().is_some(), "{} {}", subcommand.get_name(), flag.get_id());
        }
    }
}

#[test]
fn every_command_has_a_file_of_its_name_and_says_how_it_is_used() {
    let package = Package::bundled();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/commands");
    for command in COMMANDS {
        let name = command.name;
        assert!(folder.join(format!("{name}.rs")).exists() || folder.join(name).join("mod.rs").exists(), "{name}");
        assert!(!command.examples.is_empty() || !package.examples(name).is_empty(), "{name}");
    }
    for file in std::fs::read_dir(&folder).expect("the folder") {
        let path = file.expect("a file").path();
        let path = if path.is_dir() { path.join("mod.rs") } else { path };
        let text = std::fs::read_to_string(&path).expect("a text");
        let defines = text.contains("const COMMAND: Command");
        let name = COMMANDS.iter().find(|command| text.contains(&format!("\n    name: \"{}\",", command.name)));
        assert_eq!(defines, name.is_some(), "{} is in the list of commands", path.display());
    }
}
