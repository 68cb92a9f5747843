//! The pager: when it is started, and what becomes of the answer where it is none.

use std::fs;
use std::process::Command;

use crate::pty::{On, Seen, Terminal};
use crate::support::{folder, program};

const USUAL: [(&str, &str); 2] = [("TERM", "xterm"), ("PATH", "/usr/bin:/bin")];

/// What is seen where these variables are set besides.
fn seen(variables: &[(&str, &str)], asked: &[&str]) -> Seen {
    let variables = [&USUAL[..], variables].concat();
    Terminal { variables: &variables, ..Terminal::default() }.run(On::All, asked)
}

/// A pager that shows by which of its lines it has passed on, and one that does not start.
const MARKS: (&str, &str) = ("PAGER", "sed s/^/|/");
const NONE: (&str, &str) = ("PAGER", "/no/such/pager");

#[test]
fn rows_on_a_terminal_are_read_in_the_pager_that_the_environment_names() {
    for asked in [&["winners"][..], &["winners", "--format", "record"], &["show", "kalix"], &["sql", "SELECT 1"]] {
        if asked[0] == "sql" && cfg!(not(feature = "sql")) {
            continue;
        }
        let lines = |seen: Seen| {
            seen.screen.lines().filter(|line| !line.starts_with("note:")).map(str::to_owned).collect::<Vec<_>>()
        };
        let alone = lines(seen(&[], asked));
        let paged = lines(seen(&[MARKS], asked));
        assert!(paged.iter().all(|line| line.starts_with('|')), "{asked:?}: {paged:?}");
        assert_eq!(paged.iter().map(|line| line[1..].to_owned()).collect::<Vec<_>>(), alone, "{asked:?}");
        let own = lines(seen(&[("PAGER", "false"), ("ITKOMMUN_PAGER", MARKS.1)], asked));
        assert_eq!(own, paged, "the program's own variable comes first");
    }
}

#[test]
fn what_is_no_rows_or_goes_elsewhere_is_not_paged() {
    for asked in [
        &["winners", "--pager", "never"][..],
        &["winners", "--count"],
        &["winners", "--format", "json"],
        &["winners", "--help"],
        &["winners", "--municipality", "nowhere"],
        &["completions", "bash"],
    ] {
        assert_eq!(seen(&[MARKS], asked), seen(&[], asked), "{asked:?}");
    }
    for none in ["", "cat"] {
        assert_eq!(seen(&[("PAGER", none)], &["winners"]), seen(&[], &["winners"]));
    }
    assert!(!seen(&[MARKS, ("TERM", "dumb")], &["winners"]).screen.contains('|'), "a terminal that only prints");
    let piped = program().arg("winners").envs([MARKS]).envs(USUAL).output().expect("it runs");
    assert!(piped.stdout.starts_with(b"year\t"));
}

#[test]
fn a_pager_that_does_not_start_is_done_without() {
    assert_eq!(seen(&[NONE], &["winners"]), seen(&[], &["winners"]));
}

#[test]
fn a_pager_that_is_ended_early_ends_the_program_quietly() {
    let seen = seen(&[("PAGER", "head -n 1")], &["initiatives", "--color", "never"]);
    assert_eq!((seen.screen.trim_end(), seen.status), ("name                  kind         description", Some(0)));
}

#[test]
fn a_pager_that_fails_is_told() {
    let seen = seen(&[("PAGER", "false")], &["winners"]);
    assert_eq!(seen.screen, "error: the pager `false` ended with status 1; --pager never does without\n");
    assert_eq!(seen.status, Some(3));
}

#[test]
fn a_less_that_knows_how_keeps_the_headings_of_a_table_on_the_screen() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("less");
    let path = format!("{}:/usr/bin:/bin", folder.display());
    for (version, asked, flags) in [
        ("less 608 (GNU regular expressions)", &["editions"][..], "-FRX --header=2"),
        ("less 608 (GNU regular expressions)", &["winners", "--format", "record"], "-FRX"),
        ("less 608 (GNU regular expressions)", &["show", "kalix", "--color", "never"], "-FRX"),
        ("less 590 (GNU regular expressions)", &["editions"], "-FRX"),
        ("BusyBox", &["editions"], "-FRX"),
    ] {
        let script =
            format!("#!/bin/sh\ncase $1 in --version) echo '{version}';; *) cat >/dev/null; echo \"$@\";; esac\n");
        let program = folder.join("less");
        fs::write(&program, script).expect("a script");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it can be run");
        let seen = seen(&[("PATH", &path), ("PAGER", "less")], asked);
        assert_eq!(seen.screen.lines().next(), Some(flags), "{version}: {asked:?}");
    }
}

#[test]
fn less_is_usual_and_shows_as_it_is_what_fits_on_the_screen() {
    if Command::new("less").arg("--version").output().is_err() {
        return;
    }
    let asked = ["winners", "--year", "2009..2011", "--color", "never"];
    let paged = seen(&[("PAGER", "less")], &asked);
    assert_eq!(paged.status, Some(0), "it ends by itself");
    for line in seen(&[], &asked).screen.lines() {
        assert!(paged.screen.contains(line), "{line} in {}", paged.screen);
    }
}
