//! The help, the manual page and the completions.

use std::path::Path;

use crate::session::sh;
use crate::support::{firsts, folder, program, stdout, tables};

/// The commands that are not tables, as the help lists them.
fn others() -> Vec<String> {
    let help = stdout(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Other commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    listed.map(str::to_owned).collect()
}

#[test]
fn alone_it_shows_one_screen() {
    assert_eq!(stdout(&[]), stdout(&["-h"]));
    for columns in [60, 80, 100, 120] {
        let output = program().env("COLUMNS", columns.to_string()).output().expect("the program runs");
        let screen = String::from_utf8(output.stdout).expect("UTF-8");
        let lines: Vec<&str> = screen.lines().collect();
        assert!(columns < 80 || lines.len() <= 24, "{columns}: {}", lines.len());
        let widest = lines.iter().map(|line| line.chars().count()).max().expect("lines");
        assert!(widest <= columns, "{columns}: {widest}\n{screen}");
        for table in ["winners", "nominees", "jurors", "metrics"] {
            assert!(lines.iter().any(|line| line.trim_start().starts_with(table)), "{columns}: {table}");
        }
        assert_eq!(lines.iter().filter(|line| line.starts_with("  itkommun ")).count(), 3, "three examples");
    }
}

#[test]
fn the_help_of_every_command_fits_a_screen_of_80_columns() {
    for command in tables().iter().chain(&others()) {
        let output = program().args([command, "--help"]).env("COLUMNS", "80").output().expect("the program runs");
        for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn the_help_of_a_table_lists_every_column_of_its_schema() {
    for table in tables() {
        let help = stdout(&[&table, "--help"]);
        for column in firsts(&["schema", &table]) {
            assert!(help.contains(&format!("--{} <", column.replace('_', "-"))), "{table}: {column}");
        }
    }
}

#[test]
fn the_help_of_a_command_has_examples_and_they_run() {
    let folder = folder("examples");
    for command in others() {
        let examples = examples(&stdout(&[&command, "--help"]), &folder);
        // What completions are for is said where a shell is named.
        assert!(examples > 0 || command == "completions", "{command} has no example");
    }
    assert_eq!(examples(&stdout(&[]), &folder), 3);
}

/// Runs the examples of a help text, and returns how many it has.
fn examples(help: &str, folder: &Path) -> usize {
    let examples = help.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| line.starts_with("itkommun "));
    let needs_sql = |example: &str| example.starts_with("itkommun sql ") || example.contains(".sqlite");
    let is_left_out = |example: &str| {
        cfg!(not(feature = "sql")) && needs_sql(example) || cfg!(not(feature = "xlsx")) && example.contains(".xlsx")
    };
    let mut count = 0;
    for example in examples {
        count += 1;
        if !is_left_out(example) {
            let output = sh(example, folder);
            assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    count
}

#[test]
fn the_man_page_and_the_completions_know_every_command_and_column() {
    let (tables, others) = (tables(), others());
    assert!(tables.len() > 5 && others.len() > 5, "{tables:?} {others:?}");
    for asked in [&["man"][..], &["completions", "bash"], &["completions", "fish"], &["completions", "zsh"]] {
        let text = stdout(asked);
        for command in tables.iter().chain(&others) {
            assert!(text.contains(command.as_str()), "{asked:?}: {command}");
        }
        if asked != ["man"] {
            for column in tables.iter().flat_map(|table| firsts(&["schema", table])) {
                assert!(text.contains(&column), "{asked:?}: {column}");
            }
        }
    }
}
