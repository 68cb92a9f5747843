//! `completions`, and what the program tells the scripts that ask.

use std::ffi::OsString;
#[cfg(unix)]
use std::os::unix::ffi::OsStringExt;

use crate::support::{firsts, program, refusal, stdout, tables};

/// The shells whose scripts ask.
const ASKING: [&str; 3] = ["bash", "zsh", "fish"];

/// What a script is told; whatever it asks, the program ends well and says nothing else.
fn told(shell: &str, line: impl Into<OsString>) -> String {
    let output = program().args(["__complete", shell]).arg(line.into()).output().expect("the program runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{shell}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The words that can come.
fn words(shell: &str, line: &str) -> Vec<String> {
    let told = told(shell, line);
    told.lines().skip(1).map(|line| line.split('\t').next().expect("a word").to_owned()).collect()
}

#[test]
fn every_command_and_every_column_is_offered() {
    let help = stdout(&["--help"]);
    for shell in ASKING {
        let commands = words(shell, "itkommun ");
        for table in tables() {
            assert!(commands.contains(&table), "{shell}: {table}");
            let flags = words(shell, &format!("itkommun {table} --"));
            for column in firsts(&["schema", &table]) {
                assert!(flags.contains(&format!("--{}", column.replace('_', "-"))), "{shell}: {table} {column}");
            }
            let columns = words(shell, &format!("itkommun {table} --columns "));
            assert_eq!(columns.len(), firsts(&["schema", &table]).len() + 1, "{shell}: {table}, and all");
        }
        for command in commands.iter().filter(|command| !tables().contains(command)) {
            assert!(help.contains(&format!("\n  {command} ")), "{shell}: {command}");
        }
    }
}

#[test]
fn scripts_are_small_and_the_same_everywhere() {
    let here = env!("CARGO_MANIFEST_DIR");
    for shell in ASKING {
        let script = stdout(&["completions", shell]);
        assert!(script.len() < 4096 && !script.contains(here) && !script.contains("eval"), "{shell}: {script}");
    }
    assert!(refusal(&["completions", "foosh"]).1.contains("bash, elvish, fish, powershell, zsh"));
    assert!(stdout(&["completions", "--help"]).contains("~/.config/fish/completions/itkommun.fish"));
    for text in [stdout(&["--help"]), stdout(&["man"])] {
        assert!(!text.contains("__complete"), "{text}");
    }
}

#[test]
fn a_line_that_is_none_is_answered_with_nothing() {
    for line in ["itkommun", "itkommun no-command ", "itkommun winners --no-flag=", "itkommun show \"'x"] {
        assert_eq!(told("bash", line), "", "{line}");
    }
    told("fish", format!("itkommun winners --columns {}", "year,".repeat(20_000)));
    #[cfg(unix)]
    assert_eq!(told("zsh", OsString::from_vec(b"itkommun winners --county \xff".to_vec())), "");
    let output = program().arg("__complete").output().expect("the program runs");
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty());
}
