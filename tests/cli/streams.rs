//! Standard output that is full, or that nobody reads.

use std::process::Stdio;

use crate::support::program;

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    for arguments in [&["municipalities"][..], &["winners"], &["--help"], &["municipalities", "--format", "csv"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let output = program().args(arguments).stdout(full).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("No space left"), "{arguments:?}");
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    for format in ["tsv", "csv", "json", "jsonl", "markdown", "table"] {
        let mut command = program();
        command.args(["municipalities", "--format", format]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert!(output.stderr.is_empty(), "{format}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
