//! What is wrong with what was typed, in parts: which flag, what was given, what is allowed, and what is near.
//!
//! One function for each thing that can be wrong; its words are those of the language that is spoken. What is wrong with
//! data is a [`Problem`](crate::package::Problem), with its place; what fails on the machine is an [`std::io::Error`].

mod answers;
mod arguments;

use std::fmt::{self, Display};

use serde::Serialize;

pub use answers::*;
pub use arguments::*;

/// What kind of thing is wrong, under the name that errors in JSON have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A table or command that there is not.
    UnknownCommand,
    /// A flag that the command has not.
    UnknownFlag,
    /// A name of a row, a column or a table that there is not.
    UnknownName,
    /// A value that a flag or an argument does not take.
    BadValue,
    /// Flags that do not go together.
    Conflict,
    /// A flag or an argument that is not given, or that has no value.
    MissingArgument,
    /// Data that is not what its description says.
    Data,
    /// A file, a stream or another thing of the machine that fails.
    Io,
}

/// A command line that is refused.
///
/// ```
/// use itkommun::error::{Kind, unknown_column};
///
/// let refusal = unknown_column("--sort", "winners", "yeer", &["year", "municipality"]);
/// assert_eq!((refusal.kind, refusal.nearest.as_slice()), (Kind::UnknownName, ["year".to_owned()].as_slice()));
/// assert_eq!(
///     refusal.to_string(),
///     "--sort: winners has no column `yeer`; did you mean year?\nits columns are year, municipality"
/// );
/// ```
#[derive(Debug)]
pub struct Refusal {
    /// What kind of thing is wrong.
    pub kind: Kind,
    /// The flag or the argument that is at fault, as it is typed.
    pub flag: Option<Box<str>>,
    /// What was given for it.
    pub given: Option<Box<str>>,
    /// What is allowed, where that is a list.
    pub allowed: Vec<String>,
    /// What was probably meant, the nearest first.
    pub nearest: Vec<String>,
    /// All of this in words.
    message: String,
}

impl Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
