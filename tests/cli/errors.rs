//! What is wrong with a command line, and what was meant.

use crate::support::{program, refusal};

#[test]
fn wrong_usage_is_refused_and_says_what_was_meant() {
    for (arguments, said) in [
        (&["winer"][..], "did you mean winners?"),
        (&["winners", "--contty", "x"], "'--county'"),
        (&["nominees", "--municipality", "Jarfala"], "did you mean Järfälla?"),
        (&["nominees", "--outcome", "finallist"], "winner, finalist, nominated; did you mean finalist?"),
        (&["winners", "--year", "2013..2009"], "did you mean 2009..2013?"),
        (&["winners", "--year", "x"], "`x` is not a year"),
        (&["winners", "--year", ""], "an empty value is not a year"),
        (&["winners", "--year", ".."], "has no end"),
        (&["winners", "--limit", "-1"], "`-1` is not a whole number"),
        (&["winners", "--limit", "1.5"], "`1.5` is not a whole number"),
        (&["winners", "--columns", "year,yeer"], "did you mean year?"),
        (&["winners", "--columns", "year,year"], "named twice"),
        (&["winners", "--columns", ""], "has no column an empty value"),
        (&["winners", "--sort", "-nme"], "has no column `nme`"),
        (&["winners", "--format", "jsn"], "did you mean json"),
        (&["winners", "--municipality", ""], "an empty value"),
        (&["municipalities", "--name", " "], "an empty value"),
        (&["editions", "--ceremony-date", "2009-13"], "is not a date"),
        (&["schema", "winnerz"], "did you mean winners?"),
        (&["jurors", "--name"], "a value is required"),
    ] {
        let (status, message) = refusal(arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {message}");
        assert!(message.starts_with("error: ") && message.contains(said), "{arguments:?}: {message}");
    }
}

#[test]
fn control_characters_that_were_typed_are_shown_not_acted_on() {
    for arguments in [
        &["\u{1b}[2J"][..],
        &["winners", "--municipality", "\u{1b}]0;x\u{7}"],
        &["winners", "--\u{202e}x"],
        &["export", "--to", "\u{1b}[2J/x"],
        &["export", "--to", "x.\u{1b}[2J"],
        &["chart", "timeline", "-o", "\u{1b}[2J/x.svg"],
        &["check", "\u{1b}[2J"],
    ] {
        let (_, message) = refusal(arguments);
        assert!(!message.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{message:?}");
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf_8_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    for arguments in [&[&b"\xff"[..]][..], &[b"winners", b"--municipality", b"\xff"], &[b"winners", b"--\xff"]] {
        let arguments = arguments.iter().map(|bytes| OsStr::from_bytes(bytes));
        let output = program().args(arguments.clone()).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{:?}", arguments.collect::<Vec<_>>());
    }
}
