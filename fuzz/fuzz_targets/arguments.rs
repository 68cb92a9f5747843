//! The whole command line: whatever is typed, the program ends in one of its ways, and what it prints is fit to print.
//!
//! The first byte of an input chooses the package and what is a terminal; each line after it is an argument. What writes
//! files is left out.
#![no_main]

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

use itkommun::cli::{self, ExitStatus, Sink};
use itkommun::package::Package;
use libfuzzer_sys::fuzz_target;

thread_local! {
    static PACKAGES: [Package; 2] = {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/other/lighthouses");
        [Package::bundled(), Package::in_folder(&folder).expect("a package")]
    };
}

/// Whether an argument may have a file written, or one read that never ends.
fn is_left_out(argument: &[u8]) -> bool {
    let text = String::from_utf8_lossy(argument).to_lowercase();
    let is_short = text.starts_with('-') && !text.starts_with("--");
    text.contains("export") || text.contains("output") || is_short && (text.contains('o') || text == "-")
}

/// What makes a terminal show text in another order than it is read.
const TURNING: [std::ops::RangeInclusive<char>; 2] = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];

fuzz_target!(|bytes: &[u8]| {
    let Some((&flags, typed)) = bytes.split_first() else { return };
    let typed: Vec<&[u8]> = typed.split(|&byte| byte == b'\n').collect();
    if typed.iter().any(|argument| is_left_out(argument) || argument.contains(&0)) {
        return;
    }
    let arguments = typed.iter().map(|argument| OsString::from_vec(argument.to_vec()));
    let arguments = [OsString::from("itkommun")].into_iter().chain(arguments);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let is_terminal = |bit: u8| flags >> bit & 1 == 1;
    let status = PACKAGES.with(|packages| {
        let out = Sink { writer: &mut out, is_terminal: is_terminal(1), is_own: false };
        let err = Sink { writer: &mut err, is_terminal: is_terminal(2), is_own: false };
        cli::run(&packages[usize::from(flags & 1)], arguments, out, err)
    });
    let out = String::from_utf8(out).expect("answers are UTF-8");
    let err = String::from_utf8(err).expect("what is told is UTF-8");
    match status {
        ExitStatus::Done | ExitStatus::NoRows => assert!(!err.contains("error: "), "{err}"),
        ExitStatus::Usage => assert!(out.is_empty() && !err.is_empty(), "{out}{err}"),
        // `check` fails with what it prints, and what fails while rows stream has begun to.
        ExitStatus::Failed => assert!(!out.is_empty() || !err.is_empty()),
        ExitStatus::Interrupted => panic!("nobody interrupts it"),
    }
    assert!(err.is_empty() || err.ends_with('\n'), "{err:?}");
    for line in err.lines() {
        // An object of JSON gives what was typed as it is, for programs.
        let object = line.starts_with("{\"error\":").then(|| serde_json::from_str::<serde_json::Value>(line));
        match object {
            Some(object) => assert!(object.expect("JSON")["error"]["message"].is_string(), "{line}"),
            None => assert!(
                !line.contains(|it: char| it.is_control() || TURNING.iter().any(|range| range.contains(&it))),
                "{line:?}"
            ),
        }
    }
});
