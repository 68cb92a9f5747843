//! How the program ends: its exit status, and what it tells of a failure.

use std::borrow::Cow;
use std::error::Error;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use textwrap::{Options, WordSplitter};

use super::Sink;
use crate::answer::Body;
use crate::error::{Kind, Refusal};
use crate::output::{Color, Terminal};
use crate::package::Problem;
use crate::text::{escape_control, escape_in_json, escape_lines};
use crate::words::words;

/// The exit status, a promise to scripts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExitStatus {
    /// Done, also with no rows.
    Done,
    /// No rows, where that was asked to be told apart.
    NoRows,
    /// Wrong usage: a name, a value or a flag that is not allowed.
    Usage,
    /// The data could not be read or the answer could not be written.
    Failed,
    /// Interrupted from the keyboard.
    Interrupted,
}

impl ExitStatus {
    /// Every status.
    pub(super) const ALL: [Self; 5] = [Self::Done, Self::NoRows, Self::Usage, Self::Failed, Self::Interrupted];

    /// The number that a shell sees.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::NoRows => 1,
            Self::Usage => 2,
            Self::Failed => 3,
            Self::Interrupted => 130,
        }
    }

    /// What it means, in the words of the manual.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Done => words().status_done(),
            Self::NoRows => words().status_no_rows(),
            Self::Usage => words().status_usage(),
            Self::Failed => words().status_failed(),
            Self::Interrupted => words().status_interrupted(),
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status.code())
    }
}

/// Tells of a failure, in words or as an object of JSON, and returns the status that goes with it. A reader that has
/// gone away is no failure.
pub(super) fn report(error: &anyhow::Error, as_json: bool, err: &mut Sink) -> ExitStatus {
    let is_closed = |cause: &(dyn Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(is_closed) {
        return ExitStatus::Done;
    }
    let refusal = error.downcast_ref::<Refusal>();
    // Names of files and what libraries say may hold anything; line ends of our own remain.
    let message = refusal.map_or_else(|| causes(error), ToString::to_string);
    let message = escape_lines(&message);
    let text = if as_json {
        let is_data = error.chain().any(<dyn Error>::is::<Problem>);
        let kind = refusal.map_or(if is_data { Kind::Data } else { Kind::Io }, |refusal| refusal.kind);
        let list = |list: fn(&Refusal) -> &[String]| refusal.map(list).unwrap_or_default();
        let text = json!({"error": {
            "kind": kind,
            "message": message,
            "flag": refusal.and_then(|refusal| refusal.flag.as_ref()),
            "given": refusal.and_then(|refusal| refusal.given.as_ref()),
            "allowed": list(|refusal| &refusal.allowed),
            "nearest": list(|refusal| &refusal.nearest),
        }});
        escape_in_json(&text.to_string())
    } else {
        words().error(&message)
    };
    tell_line(&text, err);
    if refusal.is_some() { ExitStatus::Usage } else { ExitStatus::Failed }
}

/// What an error says, and each that it comes of.
fn causes(error: &anyhow::Error) -> String {
    let told = error.chain().map(|cause| match cause.downcast_ref::<io::Error>() {
        Some(of_machine) => words().of_machine(of_machine),
        None => cause.to_string(),
    });
    told.collect::<Vec<_>>().join(": ")
}

/// Tells the user something that is no part of the answer.
pub(super) fn tell(notice: &str, err: &mut Sink) {
    tell_line(&words().note(&escape_control(notice)), err);
}

/// Tells a person of the file that an answer went to.
pub(super) fn tell_written(body: &Body, rows: usize, file: &Path, err: &mut Sink) {
    let file = file.to_string_lossy();
    let line = match body {
        Body::Text(_) | Body::Lines(_) => words().wrote(&file),
        _ => words().wrote_rows(rows, &file),
    };
    tell_line(&escape_control(&line), err);
}

/// In one write, so that no other stream's text comes between a line and its end. Where even this cannot be written
/// there is nobody to tell; the exit status still does. On a terminal words stay whole, and lines that go on are indented.
fn tell_line(line: &str, err: &mut Sink) {
    let width = Terminal::of_stdout(Color::Never, true).width.filter(|_| err.is_terminal).map(usize::from);
    let told = width.map_or(Cow::Borrowed(line), |width| {
        let options = Options::new(width).subsequent_indent("  ").break_words(false);
        let options = options.word_splitter(WordSplitter::NoHyphenation);
        // Each by itself: of a text of several lines the indent of the second is not counted.
        let lines = line
            .split('\n')
            .enumerate()
            .map(|(at, line)| textwrap::fill(line, options.clone().initial_indent(if at == 0 { "" } else { "  " })));
        Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
    });
    let _ = err.writer.write_all(format!("{told}\n").as_bytes());
}

/// Whether the arguments ask for JSON, read before anything is known to be right with them.
pub(super) fn wants_json(arguments: &[OsString]) -> bool {
    let arguments: Vec<Cow<str>> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let is_json = |format: &str| format == "json" || format == "jsonl";
    let behind = |pair: &[Cow<str>]| matches!(&*pair[0], "--format" | "-f") && is_json(&pair[1]);
    let joined = |argument: &Cow<str>| {
        let format = argument.strip_prefix("--format=").or_else(|| argument.strip_prefix("-f"));
        format.is_some_and(|format| is_json(format.trim_start_matches('='))) || argument == "--json"
    };
    arguments.windows(2).any(behind) || arguments.iter().any(joined)
}
