//! Running the program on a pseudo-terminal.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::process::Stdio;
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{OptionalActions, Winsize, tcgetattr, tcsetattr, tcsetwinsize};

use crate::support::program;

/// A terminal of a size, and what is set where the program runs on it.
#[derive(Clone, Copy)]
pub(crate) struct Terminal<'e> {
    pub columns: u16,
    pub rows: u16,
    pub variables: &'e [(&'e str, &'e str)],
}

/// Which streams of the program are the terminal; those that are not are pipes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    All,
    Stdout,
    Stderr,
}

/// What a run shows.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Seen {
    /// What the terminal was sent, its escape sequences included.
    pub screen: String,
    /// What went through the pipe: the stream that was not the terminal.
    pub piped: String,
    pub status: Option<i32>,
}

impl Default for Terminal<'_> {
    fn default() -> Self {
        Self { columns: 80, rows: 24, variables: &[("TERM", "xterm-256color")] }
    }
}

impl Terminal<'_> {
    /// A usual terminal that is so wide.
    pub(crate) fn of_columns(columns: u16) -> Self {
        Self { columns, ..Self::default() }
    }

    /// What a person sees who types this.
    pub(crate) fn screen(&self, arguments: &[&str]) -> String {
        let seen = self.run(On::All, arguments);
        assert_eq!(seen.status, Some(0), "{arguments:?}: {}", seen.screen);
        seen.screen
    }

    /// Runs the program with these of its streams on the terminal.
    pub(crate) fn run(&self, on: On, arguments: &[&str]) -> Seen {
        let (master, slave) = self.open();
        let stream = |is_terminal| {
            if is_terminal { Stdio::from(slave.try_clone().expect("a descriptor")) } else { Stdio::piped() }
        };
        let mut command = program();
        // A pager would wait for keys that nobody presses.
        command.args(arguments).env("PAGER", "cat").envs(self.variables.iter().copied());
        command.stdin(if on == On::All { stream(true) } else { Stdio::null() });
        command.stdout(stream(on != On::Stderr)).stderr(stream(on != On::Stdout));
        let child = command.spawn().expect("the program runs");
        // The terminal ends when nobody has it open.
        drop((command, slave));
        let screen = thread::spawn(move || read_to_end(master));
        let output = child.wait_with_output().expect("it ends");
        Seen {
            screen: screen.join().expect("the terminal is read"),
            piped: String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8"),
            status: output.status.code(),
        }
    }

    /// Both ends of a new terminal, which passes on each byte as it is written.
    pub(crate) fn open(&self) -> (File, File) {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&master).expect("a terminal of ours");
        unlockpt(&master).expect("a terminal to open");
        let name = ptsname(&master, Vec::new()).expect("its name").into_string().expect("UTF-8");
        let no_controlling = OpenptFlags::NOCTTY.bits().cast_signed();
        let slave = OpenOptions::new().read(true).write(true).custom_flags(no_controlling).open(name);
        let slave = slave.expect("the other end");
        let size = Winsize { ws_row: self.rows, ws_col: self.columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&slave, size).expect("a size");
        let mut attributes = tcgetattr(&slave).expect("attributes");
        attributes.make_raw();
        tcsetattr(&slave, OptionalActions::Now, &attributes).expect("attributes");
        (master.into(), slave)
    }
}

/// All that is written to the terminal. That its other end is closed is an error here on Linux.
fn read_to_end(mut master: File) -> String {
    let mut bytes = Vec::new();
    let _ = master.read_to_end(&mut bytes);
    String::from_utf8(bytes).expect("UTF-8")
}

/// The text without what colours and styles it.
pub(crate) fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().expect("a part").to_owned();
    for part in parts {
        let end = part.find('m').expect("only styles are escape sequences");
        assert!(part[..end].chars().all(|c| c.is_ascii_digit() || c == ';'), "a style: {part}");
        plain.push_str(&part[end + 1..]);
    }
    plain
}
