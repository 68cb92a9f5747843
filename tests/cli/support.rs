//! Running the program as its users do.

use std::process::{Command, Output};

/// Runs the program with a clean environment, its output not a terminal.
pub fn itkommun(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_itkommun"));
    command.args(arguments).env_clear().output().expect("the program runs")
}

/// The answer of a run that succeeds and has nothing to remark.
pub fn stdout(arguments: &[&str]) -> String {
    let output = itkommun(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The lines of an answer, without its header.
pub fn lines(arguments: &[&str]) -> Vec<String> {
    let arguments = [arguments, &["--no-header", "--format", "tsv"]].concat();
    stdout(&arguments).lines().map(str::to_owned).collect()
}

/// The status and the message of a refusal, after making sure that nothing went to standard output.
pub fn refusal(arguments: &[&str]) -> (Option<i32>, String) {
    let output = itkommun(arguments);
    assert!(output.stdout.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

/// An answer in JSON.
pub fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&stdout(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}
