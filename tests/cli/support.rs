//! Running the program as its users do.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;

/// The program in a clean environment: what a test finds depends on nothing that its machine has set.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
    command.env_clear();
    command
}

/// What a run gives, its output not a terminal.
pub(crate) fn itkommun(arguments: &[&str]) -> Output {
    program().args(arguments).output().expect("the program runs")
}

/// The answer of a run that succeeds and has nothing to remark.
pub(crate) fn stdout(arguments: &[&str]) -> String {
    let output = itkommun(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The text with the no-break spaces of figures as the blanks that people type.
pub(crate) fn breaking(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// An answer without rows, and what is told of that.
pub(crate) fn empty(arguments: &[&str]) -> (String, String) {
    let output = itkommun(arguments);
    assert!(output.status.success(), "{arguments:?}");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr))
}

/// The lines of an answer, without its header.
pub(crate) fn lines(arguments: &[&str]) -> Vec<String> {
    let arguments = [arguments, &["--no-header", "--format", "tsv"]].concat();
    stdout(&arguments).lines().map(str::to_owned).collect()
}

/// The status and the message of a refusal, after making sure that nothing went to standard output.
pub(crate) fn refusal(arguments: &[&str]) -> (Option<i32>, String) {
    let output = itkommun(arguments);
    assert!(output.stdout.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

/// An answer in JSON.
pub(crate) fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&stdout(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}

/// The tables of the package, by name.
pub(crate) fn tables() -> Vec<String> {
    firsts(&["schema"])
}

/// The first cell of each line of an answer.
pub(crate) fn firsts(arguments: &[&str]) -> Vec<String> {
    lines(arguments).iter().map(|line| line.split('\t').next().expect("a cell").to_owned()).collect()
}

/// A folder of the test's own, empty at the start.
pub(crate) fn folder(name: &str) -> PathBuf {
    static TAKEN: Mutex<Option<HashSet<String>>> = Mutex::new(None);
    let mut taken = TAKEN.lock().expect("no test has failed here");
    assert!(taken.get_or_insert_default().insert(name.to_owned()), "two tests share the folder {name}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}
