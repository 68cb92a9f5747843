//! Colour: where it is, and that it is nothing but colour.

use crate::pty::{On, Terminal, plain};
use crate::support::{program, stdout};

const ANSWERS: [&[&str]; 6] = [
    &["nominees", "--year", "2009"],
    &["winners", "--columns", "all"],
    &["show", "kalix"],
    &["search", "kalix"],
    &["profile", "täby"],
    &["chart", "winners", "--x", "county"],
];

#[test]
fn a_terminal_is_coloured_unless_it_or_its_user_wants_none() {
    for (variables, flag, is_coloured) in [
        (&[("TERM", "xterm-256color")][..], "auto", true),
        (&[], "auto", true),
        (&[("TERM", "dumb")], "auto", false),
        (&[("TERM", "xterm"), ("NO_COLOR", "1")], "auto", false),
        (&[("TERM", "xterm"), ("NO_COLOR", "")], "auto", true),
        (&[("TERM", "xterm"), ("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], "auto", false),
        (&[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], "auto", true),
        (&[("TERM", "dumb"), ("NO_COLOR", "1")], "always", true),
        (&[("TERM", "xterm"), ("CLICOLOR_FORCE", "1")], "never", false),
    ] {
        let terminal = Terminal { variables, ..Terminal::default() };
        for answer in ANSWERS {
            let screen = terminal.screen(&[answer, &["--color", flag]].concat());
            assert_eq!(screen.contains('\u{1b}'), is_coloured, "{variables:?} --color {flag}: {answer:?}");
        }
    }
}

#[test]
fn a_pipe_is_not_coloured_unless_that_is_forced() {
    for (variables, flag, is_coloured) in [
        (&[("TERM", "xterm-256color")][..], "auto", false),
        (&[("CLICOLOR_FORCE", "1")], "auto", true),
        (&[("CLICOLOR_FORCE", "0")], "auto", false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], "auto", false),
        (&[("NO_COLOR", "1")], "always", true),
        (&[("CLICOLOR_FORCE", "1")], "never", false),
    ] {
        for answer in ANSWERS {
            let mut command = program();
            command.args(answer).args(["--format", "table", "--color", flag]).envs(variables.iter().copied());
            let output = command.output().expect("the program runs");
            assert_eq!(output.stdout.contains(&0x1b), is_coloured, "{variables:?} --color {flag}: {answer:?}");
        }
    }
    // Whether errors are on a terminal is not asked.
    assert!(!Terminal::default().run(On::Stderr, ANSWERS[0]).piped.contains('\u{1b}'));
}

#[test]
fn colour_adds_nothing_but_colour() {
    for answer in ANSWERS {
        let coloured = Terminal::default().screen(&[answer, &["--color", "always"]].concat());
        let uncoloured = Terminal::default().screen(&[answer, &["--color", "never"]].concat());
        assert_eq!(plain(&coloured), uncoloured, "{answer:?}");
    }
}

#[test]
fn what_programs_read_is_never_coloured() {
    for format in ["json", "jsonl", "csv", "tsv", "markdown"] {
        for answer in [&["search", "0"][..], &["nominees"], &["show", "kalix"], &["chart", "winners", "--x", "year"]] {
            let coloured = stdout(&[answer, &["--format", format, "--color", "always"]].concat());
            assert!(!coloured.contains('\u{1b}'), "{format}: {answer:?}");
        }
    }
}

#[test]
fn a_colour_says_what_a_word_or_a_sign_says_too() {
    for (asked, coloured) in [
        (&["nominees", "--year", "2009"][..], "\u{1b}[1;38;5;29mWinner\u{1b}[0m"),
        (&["metrics", "--year", "2012", "--status", "target"], "\u{1b}[3;38;5;98mtarget"),
        (&["metrics", "--municipality", "järfälla", "--indicator", "e_services"], "≠\u{1b}[0m"),
        (&["metrics", "--municipality", "järfälla", "--year", "2009"], "\u{1b}[38;5;63m≈"),
    ] {
        let run = |colour| stdout(&[asked, &["--format", "table", "--color", colour]].concat());
        let (always, never) = (run("always"), run("never"));
        assert!(always.contains(coloured), "{asked:?}: {always:?}");
        // Colour takes no room, and nothing else changes.
        assert_eq!(plain(&always), never, "{asked:?}");
    }
}

#[test]
fn what_is_coloured_for_a_pager_is_as_wide_as_its_terminal() {
    let asked = ["nominees", "--year", "2009", "--format", "table", "--color", "always"];
    let seen = Terminal::of_columns(60).run(On::Stderr, &asked);
    let piped = plain(&seen.piped);
    assert!(piped.lines().all(|line| line.chars().count() <= 60), "{piped}");
    assert!(piped.lines().count() > 6, "wrapped: {piped}");
}
