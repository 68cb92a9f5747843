//! How much of the command line is built.

use std::ffi::OsString;

use clap::Arg;

use crate::words::{Words, words};

/// The names of which the command line is built; what is not among them is left out.
pub(super) struct Scope<'a> {
    /// The arguments among which a flag must be; none where every flag is meant.
    flags: Option<&'a [OsString]>,
    /// The same of words.
    words: Option<&'a [OsString]>,
}

impl<'a> Scope<'a> {
    /// Everything, with what help and completions tell of it.
    pub(super) fn all() -> Self {
        Self { flags: None, words: None }
    }

    /// Every flag, below those words that were typed.
    pub(super) fn below(words: &'a [OsString]) -> Self {
        Self { flags: None, words: Some(words) }
    }

    /// What these arguments can mean.
    pub(super) fn typed(arguments: &'a [OsString]) -> Self {
        Self { flags: Some(arguments), words: Some(arguments) }
    }

    /// Whether every flag is built, so that what only help and completions need is worth its while.
    pub(super) fn is_all(&self) -> bool {
        self.flags.is_none()
    }

    /// An argument with what is told of it, where anything is: to be parsed, it needs no words.
    pub(super) fn told(&self, arg: Arg, tell: impl FnOnce(Arg, &'static dyn Words) -> Arg) -> Arg {
        if self.is_all() { tell(arg, words()) } else { arg }
    }

    /// Whether a flag of this long name may have been typed.
    pub(super) fn has_flag(&self, long: &str) -> bool {
        has(self.flags, |argument| {
            let name = argument.strip_prefix("--").map(|flag| flag.split_once('=').map_or(flag, |(name, _)| name));
            // `-e` may stand among other short flags.
            name.map_or_else(|| argument.starts_with('-'), |name| name == long)
        })
    }

    /// Whether a flag may have been typed whose long name begins so.
    pub(super) fn has_flag_after(&self, beginning: &str) -> bool {
        has(self.flags, |argument| argument.strip_prefix("--").is_some_and(|flag| flag.starts_with(beginning)))
    }

    /// Whether a word was typed.
    pub(super) fn has_word(&self, word: &str) -> bool {
        has(self.words, |argument| argument == word)
    }
}

fn has(typed: Option<&[OsString]>, is_meant: impl Fn(&str) -> bool) -> bool {
    typed.is_none_or(|arguments| arguments.iter().filter_map(|argument| argument.to_str()).any(is_meant))
}
