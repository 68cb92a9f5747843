//! Sessions: texts whose commands are run, and whose outputs are compared with what the commands print.
//!
//! In a block marked `console` a line that starts with `$ ` is a command for `sh`; the lines after it are its output,
//! standard error included, and `? 2` where its exit status is shown and not 0.
//!
//! After a change, `BLESS=1 cargo test --test cli` writes the outputs anew; read them before committing.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

/// Commands that set the project up or call this very test.
const NOT_RUN: [&str; 1] = ["cargo "];

/// Whether what is written is to be replaced by what is printed.
pub(crate) fn is_blessed() -> bool {
    env::var_os("BLESS").is_some_and(|wish| wish == "1")
}

/// Runs a file's commands in a folder, holds their outputs against the file, and returns how many were run.
pub(crate) fn play(path: &Path, folder: &Path, shows_status: bool) -> usize {
    let written = fs::read_to_string(path).expect("a session");
    // A Swedish text shows what Swedish readers see.
    let language = if path.to_string_lossy().ends_with(".sv.md") { "LANG=sv_SE.UTF-8; export LANG; " } else { "" };
    let (printed, commands) = anew(&written, |command| run(command, language, folder, shows_status));
    if is_blessed() {
        fs::write(path, &printed).expect("the session is written");
    } else if let Some((line, written, printed)) = difference(&written, &printed) {
        panic!("{}:{line} says\n{written}\nand the program\n{printed}", path.display());
    }
    commands
}

/// The text with the outputs that its commands have now, and how many commands were run.
fn anew(written: &str, mut run: impl FnMut(&str) -> Option<String>) -> (String, usize) {
    let mut text = String::new();
    let mut lines = written.lines().peekable();
    let (mut in_session, mut commands) = (false, 0);
    while let Some(line) = lines.next() {
        let _ = writeln!(text, "{line}");
        if line.starts_with("```") {
            in_session = !in_session && line == "```console";
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| in_session) else { continue };
        let mut output = String::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ") && !line.starts_with("```")) {
            let _ = writeln!(output, "{line}");
        }
        if let Some(now) = run(command) {
            commands += 1;
            output = now;
        }
        text.push_str(&output);
    }
    (text, commands)
}

/// The first line, counted from one, in which two texts differ, and what it is in each.
fn difference<'t>(written: &'t str, printed: &'t str) -> Option<(usize, &'t str, &'t str)> {
    let (mut written, mut printed) = (written.split('\n'), printed.split('\n'));
    for line in 1.. {
        match (written.next(), printed.next()) {
            (None, None) => break,
            (written, printed) if written == printed => {}
            (written, printed) => return Some((line, written.unwrap_or("nothing"), printed.unwrap_or("nothing"))),
        }
    }
    None
}

/// What a command prints; nothing where it is not to be run, or cannot be.
fn run(command: &str, language: &str, folder: &Path, shows_status: bool) -> Option<String> {
    if NOT_RUN.iter().any(|name| command.starts_with(name)) || command.contains("jq ") && !jq_is_installed() {
        return None;
    }
    let shell = sh(&format!("{language}{{ {command}\n}} 2>&1"), folder);
    let mut output = String::from_utf8(shell.stdout).expect("UTF-8");
    if shows_status && !shell.status.success() {
        let _ = writeln!(output, "? {}", shell.status.code().expect("it ends by itself"));
    }
    Some(output)
}

/// Where the tests are the gate, a missing tool must not let a recipe through unread.
fn jq_is_installed() -> bool {
    env::var_os("CI").is_some() || Command::new("jq").arg("--version").output().is_ok()
}

/// A command line as a user's shell runs it, on a screen of 90 columns.
pub(crate) fn sh(command: &str, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_itkommun")).parent().expect("a folder");
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).env_clear().env("PATH", path).env("COLUMNS", "90").current_dir(folder);
    shell.output().expect("sh runs")
}

#[test]
fn a_session_keeps_its_prose_and_tells_where_an_output_differs() {
    let written = "Prose\n$ no command\n```console\n$ a\nold\n$ b\nkept\n```\n```\n$ no session\n```\n";
    let (printed, commands) = anew(written, |command| (command == "a").then(|| "new\nand more\n".to_owned()));
    assert_eq!(printed, written.replace("old", "new\nand more"));
    assert_eq!(commands, 1);
    assert_eq!(difference(written, &printed), Some((5, "old", "new")));
    assert_eq!(difference("a\nb", "a"), Some((2, "b", "nothing")));
    assert_eq!(difference(written, written), None);
}

#[test]
fn a_session_shows_both_streams_and_a_status_that_is_not_0() {
    let folder = crate::support::folder("session");
    assert_eq!(run("echo out; echo err >&2; exit 2", "", &folder, true).as_deref(), Some("out\nerr\n? 2\n"));
    assert_eq!(run("echo out; false", "", &folder, false).as_deref(), Some("out\n"));
    assert_eq!(run("cargo test", "", &folder, true), None);
}
