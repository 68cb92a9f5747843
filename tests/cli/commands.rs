//! Help, schema and errors as they stand on the screen, to be read by a reviewer.
//!
//! After a change, `TRYCMD=overwrite cargo test --test cli` writes them anew; read them before committing.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
fn the_screen_is_as_reviewed() {
    trycmd::TestCases::new().env("COLUMNS", "90").case("tests/cli/screens/*.trycmd");
}

#[test]
fn the_examples_of_the_help_are_run() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let mut examples = 0;
    for command in ["", "show", "search", "compare", "profile", "chart", "sql", "export", "schema", "check", "man"] {
        let help = sh(&format!("itkommun {command} --help"), &folder);
        let before = examples;
        for example in help.lines().filter_map(|line| line.strip_prefix("  ")?.strip_prefix("itkommun ")) {
            sh(&format!("itkommun {example}"), &folder);
            examples += 1;
        }
        assert!(examples > before, "{command} has an example");
    }
    assert!(examples > 20);
}

/// The output of a command line that must succeed.
fn sh(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_itkommun")).parent().expect("a folder");
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap_or_default());
    let output =
        Command::new("sh").args(["-c", command]).env("PATH", path).current_dir(folder).output().expect("sh runs");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}
