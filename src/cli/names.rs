//! What is typed for the name of a command or a flag, made the name that is meant.
//!
//! A letter may come composed or decomposed, and `_` and `-` are one. It is done before clap reads the arguments, so
//! that flags have one name each and nothing is paid for spellings that nobody typed.

use std::ffi::{OsStr, OsString};

use icu_normalizer::ComposingNormalizerBorrowed;

use super::Subject;
use crate::package::Package;

/// The table or the command of this name.
pub(super) fn subject<'p>(package: &'p Package, typed: &str) -> Option<Subject<'p>> {
    Subject::named(package, typed).or_else(|| {
        let meant = plain(typed);
        let tables = package.tables().iter().map(|table| table.name.as_str());
        let found = tables.chain(super::commands::COMMANDS.iter().map(|command| command.name));
        let mut found = found.filter(|name| plain(name) == meant);
        Subject::named(package, found.next()?)
    })
}

/// The arguments with the names of flags in one spelling, with `-`. After `--` nothing is a flag.
pub(super) fn flags(arguments: &[OsString]) -> Vec<OsString> {
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let (flags, words) = arguments.split_at(end);
    flags.iter().map(|argument| flag(argument)).chain(words.iter().cloned()).collect()
}

fn flag(argument: &OsStr) -> OsString {
    let Some(typed) = argument.to_str().and_then(|argument| argument.strip_prefix("--")) else {
        return argument.to_owned();
    };
    let (name, value) = typed.split_once('=').map_or((typed, None), |(name, value)| (name, Some(value)));
    // A text that begins with two dashes, such as a comment in SQL, is no flag.
    if name.contains(char::is_whitespace) {
        return argument.to_owned();
    }
    let name = plain(name);
    value.map_or_else(|| format!("--{name}"), |value| format!("--{name}={value}")).into()
}

/// A name in one spelling.
pub(super) fn plain(name: &str) -> String {
    let name = name.replace('_', "-");
    if name.is_ascii() { name } else { ComposingNormalizerBorrowed::new_nfc().normalize(&name).into_owned() }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::flags;

    #[test]
    fn a_flag_has_one_spelling_and_a_value_its_own() {
        let typed = ["--ceremony_date", "2009_1", "--a_b=c_d", "-e", "-- a_b", "--o\u{308}rt", "--", "--x_y"];
        let typed: Vec<OsString> = typed.map(OsString::from).into();
        assert_eq!(flags(&typed), ["--ceremony-date", "2009_1", "--a-b=c_d", "-e", "-- a_b", "--ört", "--", "--x_y"]);
    }
}
