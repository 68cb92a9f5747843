//! A pager for what people read on a terminal.
//!
//! It is started when the answer's first lines are there, so that an error is never shown in one, and is handed the rest
//! as it comes. Whether the answer is longer than the screen is the pager's own business: `less -F` ends at once where
//! it is not.

use std::env;
use std::io::{self, BufWriter, Write};
use std::process::{Child, Command, Stdio};

use anyhow::{Result, bail};

/// When answers go to a pager, as `--pager` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum When {
    /// Where people read them on a terminal.
    Auto,
    /// Nowhere.
    Never,
}

impl When {
    /// Every choice.
    pub(super) const ALL: &'static [Self] = &[Self::Auto, Self::Never];

    /// The name that is typed.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Never => "never",
        }
    }
}

/// The pager that is usual, and its flags: it ends where all fits, shows colours, and leaves the text on the screen.
const USUAL: &str = "less";
const USUAL_FLAGS: &str = "-FRX";

/// The first version of it that keeps a table's headings on the screen.
const KEEPS_HEADINGS: u32 = 600;

/// Has an answer written to the pager, or to `out` where there is none or it does not start. A reader who ends it early
/// ends the writing, too, as a closed pipe does.
pub(super) fn write(out: &mut dyn Write, write: &mut dyn FnMut(&mut dyn Write) -> Result<()>) -> Result<()> {
    let Some(words) = words(|name| env::var(name).ok()) else { return write(out) };
    let mut pager = Pager { words, is_started: false, child: None, out };
    let mut buffered = BufWriter::new(&mut pager);
    let written = write(&mut buffered).and_then(|()| Ok(buffered.flush()?));
    // What was not handed over when something went wrong is no answer.
    let _ = buffered.into_parts();
    pager.end()?;
    written
}

/// The command that starts the pager; nothing where none is wanted, or the terminal can do no more than print.
fn words(variable: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    variable("TERM").filter(|term| term != "dumb")?;
    let asked = ["ITKOMMUN_PAGER", "PAGER"].into_iter().find_map(variable).unwrap_or_else(|| USUAL.to_owned());
    let words: Vec<String> = asked.split_whitespace().map(str::to_owned).collect();
    (!words.is_empty() && words != ["cat"]).then_some(words)
}

struct Pager<'o> {
    words: Vec<String>,
    is_started: bool,
    child: Option<Child>,
    out: &'o mut dyn Write,
}

impl Pager<'_> {
    /// The pager, running; nothing where it does not start.
    fn start(&self, beginning: &[u8]) -> Option<Child> {
        let (program, flags) = self.words.split_first()?;
        let mut command = Command::new(program);
        command.args(flags).stdin(Stdio::piped());
        if *program == USUAL && flags.is_empty() {
            command.arg(USUAL_FLAGS);
            if let Some(lines) = header(beginning).filter(|_| keeps_headings(program)) {
                command.arg(format!("--header={lines}"));
            }
        }
        if env::var_os("LESS").is_none() {
            // Without flags of the user's own, `less` by any other path or name shows codes instead of colours.
            command.env("LESS", USUAL_FLAGS.trim_start_matches('-'));
        }
        if env::var_os("LESSCHARSET").is_none() {
            // What is written is UTF-8 whatever the locale says, and `less` shows codes for what it takes for bytes.
            command.env("LESSCHARSET", "utf-8");
        }
        let child = command.spawn().ok()?;
        // An interruption is the pager's to act on: were this program gone, two would read the keyboard.
        #[cfg(unix)]
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default());
        Some(child)
    }

    /// Waits until the reader has done with it.
    fn end(&mut self) -> Result<()> {
        let Some(mut child) = self.child.take() else { return Ok(()) };
        drop(child.stdin.take());
        match child.wait()?.code() {
            // A shell around it ends so where the reader interrupts.
            None | Some(0 | 130) => Ok(()),
            Some(code) => {
                bail!(crate::words::words().pager_failed(&self.words.join(" "), code))
            }
        }
    }
}

impl Write for Pager<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_started {
            self.is_started = true;
            self.child = self.start(bytes);
        }
        match self.child.as_mut().and_then(|child| child.stdin.as_mut()) {
            Some(stdin) => stdin.write(bytes),
            None => self.out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How many lines a table's headings take, the line under them included; nothing where the text does not begin with
/// them.
fn header(beginning: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(beginning);
    let mut lines = text.lines();
    let rule = lines.position(|line| line.starts_with('─'))?;
    text.lines().take(rule).all(|line| !line.is_empty()).then_some(rule + 1)
}

/// Whether this `less` is new enough to keep headings.
fn keeps_headings(program: &str) -> bool {
    let version = Command::new(program).arg("--version").stderr(Stdio::null()).output();
    let text = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let number = text.split_whitespace().nth(1).unwrap_or_default().split('.').next().unwrap_or_default();
    number.parse::<u32>().is_ok_and(|number| number >= KEEPS_HEADINGS)
}

#[cfg(test)]
mod tests {
    use super::{header, words};

    #[test]
    fn the_program_s_own_variable_comes_before_the_usual_one_and_that_before_less() {
        for (variables, pager) in [
            ("TERM=xterm", "less"),
            ("TERM=xterm PAGER=more", "more"),
            ("TERM=xterm PAGER=more ITKOMMUN_PAGER=bat", "bat"),
            ("TERM=xterm PAGER=more ITKOMMUN_PAGER=", ""),
            ("TERM=xterm PAGER=cat", ""),
            ("TERM=xterm PAGER=", ""),
            ("TERM=dumb PAGER=more", ""),
            ("PAGER=more", ""),
        ] {
            let variable = |name: &str| {
                let mut pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
            };
            assert_eq!(words(variable).unwrap_or_default().join(" "), pager, "{variables}");
        }
    }

    #[test]
    fn headings_are_what_stands_above_the_first_rule() {
        for (text, lines) in [
            ("year  name\n──────────\n2009  Ale\n", Some(2)),
            ("ceremony_  name\ndate\n──────────\n", Some(3)),
            ("Winners\n\nyear\n────\n", None),
            ("year  2009\nname  Ale\n", None),
        ] {
            assert_eq!(header(text.as_bytes()), lines, "{text}");
        }
    }
}
