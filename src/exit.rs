//! How the program ends: its exit status, and the message that goes with a failure.

use std::fmt::{Display, Write as _};
use std::io;
use std::process::ExitCode;

use crate::text::{escape_control, suggest};

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
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(match status {
            ExitStatus::Done => 0,
            ExitStatus::NoRows => 1,
            ExitStatus::Usage => 2,
            ExitStatus::Failed => 3,
        })
    }
}

/// An error in what was typed, as against one in the data or the machine.
#[derive(Debug)]
struct Usage(String);

impl Display for Usage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// An error of usage with this message.
pub fn usage(message: String) -> anyhow::Error {
    Usage(message).into()
}

/// Whether it is an error of usage.
pub fn is_usage(error: &anyhow::Error) -> bool {
    error.is::<Usage>()
}

/// `; did you mean A or B?`, or nothing where no name is near what was typed.
pub fn did_you_mean<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    suggestion(&suggest(typed, names.into_iter().collect()))
}

fn suggestion(names: &[&str]) -> String {
    let Some((last, others)) = names.split_last() else { return String::new() };
    let mut hint = String::from("; did you mean ");
    if !others.is_empty() {
        let _ = write!(hint, "{} or ", others.join(", "));
    }
    let _ = write!(hint, "{last}?");
    hint
}

/// The exit status of a failure, and what to tell of it; a reader that has gone away is no failure.
pub fn status_of(error: &anyhow::Error) -> (ExitStatus, Option<String>) {
    // Names of files and what libraries say may hold anything; line ends of our own remain.
    let told = |message: String| Some(message.lines().map(escape_control).collect::<Vec<_>>().join("\n"));
    if is_usage(error) {
        return (ExitStatus::Usage, told(error.to_string()));
    }
    let closed = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(closed) {
        return (ExitStatus::Done, None);
    }
    (ExitStatus::Failed, told(format!("{error:#}")))
}

/// What was typed or read, quoted for a message and with nothing in it that a terminal would act on.
pub fn quoted(text: &str) -> String {
    if text.trim().is_empty() { "an empty value".to_owned() } else { format!("`{}`", escape_control(text)) }
}
