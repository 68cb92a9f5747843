//! Which language is spoken: what was typed, or else what the environment asks for.
//!
//! It is known before the arguments are parsed, since what is wrong with them is told in it. The variables are those of
//! gettext, read as it reads them; `setlocale` is never called, since the locale need not be installed.

use std::env;
use std::ffi::OsString;

use super::beforehand;
use crate::error::{self, Refusal};
use crate::words::{self, Language};

/// The flag's long name.
pub(super) const LANG: &str = "lang";

/// Takes the flag out of the arguments, and returns the language that it or else the environment asks for.
pub(super) fn take(arguments: &mut Vec<OsString>) -> Result<Language, Refusal> {
    let language = of_environment(&|name| env::var(name).ok());
    // What is wrong with the flag is told in the language of the environment.
    words::speak(language);
    let missing = || error::without_value("--lang", words::words().a_language(), &codes());
    let typed = beforehand::take(arguments, "--lang", &missing)?;
    typed.map_or(Ok(language), |code| of_code(&code.to_string_lossy()))
}

/// A language by its code.
fn of_code(code: &str) -> Result<Language, Refusal> {
    let found = Language::ALL.into_iter().find(|language| language.code() == code);
    found.ok_or_else(|| error::not_one_of("--lang", code, &codes(), &[]))
}

/// The codes of the languages.
pub(super) fn codes() -> [&'static str; 2] {
    Language::ALL.map(Language::code)
}

/// The language of the first of these variables that is set and not empty. `LANGUAGE` is a list of which the first that is
/// ours counts, unless the locale is C or POSIX, which ask for no language at all.
fn of_environment(variable: &dyn Fn(&str) -> Option<String>) -> Language {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let Some(language) = set("ITKOMMUN_LANG").and_then(|value| Language::named(&value)) {
        return language;
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    let Some(locale) = locale.filter(|locale| !is_plain(locale)) else { return Language::English };
    let list = set("LANGUAGE").unwrap_or_default();
    let listed = list.split(':').find_map(Language::named);
    listed.or_else(|| Language::named(&locale)).unwrap_or(Language::English)
}

/// Whether a locale is C or POSIX, with whatever encoding.
fn is_plain(locale: &str) -> bool {
    ["C", "POSIX"].contains(&locale.split(['.', '@']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::ffi::{OsStr, OsString};

    use super::{of_environment, take};
    use crate::words;
    use crate::words::Language::{English, Swedish};

    #[test]
    fn the_environment_is_read_as_gettext_reads_it() {
        let many = "xx:".repeat(100) + "sv:en";
        for (set, language) in [
            (&[][..], English),
            (&[("LANG", "sv_SE.UTF-8")], Swedish),
            (&[("LANG", "sv_SE.ISO-8859-1")], Swedish),
            (&[("LANG", "sv")], Swedish),
            (&[("LANG", "SV_se")], Swedish),
            (&[("LANG", "svx")], English),
            (&[("LANG", "de_DE.UTF-8")], English),
            (&[("LANG", "sv_SE"), ("LC_MESSAGES", "en_GB")], English),
            (&[("LANG", "en_GB"), ("LC_MESSAGES", "sv_SE")], Swedish),
            (&[("LC_ALL", "en_GB"), ("LC_MESSAGES", "sv_SE")], English),
            (&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "sv_SE")], Swedish),
            (&[("LANG", "de_DE"), ("LANGUAGE", "de:sv:en")], Swedish),
            (&[("LANG", "sv_SE"), ("LANGUAGE", "de:en")], English),
            (&[("LANG", "sv_SE"), ("LANGUAGE", "de:nn")], Swedish),
            (&[("LANG", "sv_SE"), ("LANGUAGE", ":::")], Swedish),
            (&[("LANG", "en_US"), ("LANGUAGE", &many)], Swedish),
            (&[("LANG", "C.UTF-8"), ("LANGUAGE", "sv")], English),
            (&[("LC_ALL", "C@x"), ("LANGUAGE", "sv")], English),
            (&[("LC_ALL", "POSIX"), ("LANG", "sv_SE"), ("LANGUAGE", "sv")], English),
            (&[("LANGUAGE", "sv")], English),
            (&[("ITKOMMUN_LANG", "sv"), ("LC_ALL", "C")], Swedish),
            (&[("ITKOMMUN_LANG", "en"), ("LC_ALL", "sv_SE")], English),
            (&[("ITKOMMUN_LANG", "xx"), ("LC_ALL", "sv_SE")], Swedish),
            (&[("ITKOMMUN_LANG", ""), ("LC_ALL", "sv_SE")], Swedish),
        ] {
            let value = |name: &str| set.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(of_environment(&value), language, "{set:?}");
        }
    }

    #[test]
    fn the_flag_stands_anywhere_before_the_dashes_and_the_last_counts() {
        for (line, left, language) in [
            ("itkommun winners --lang sv", "itkommun winners", Some(Swedish)),
            ("itkommun --lang=sv winners --lang en --year 2009", "itkommun winners --year 2009", Some(English)),
            ("itkommun show -- --lang sv", "itkommun show -- --lang sv", Some(English)),
            ("itkommun winners --language sv", "itkommun winners --language sv", Some(English)),
            ("itkommun winners --lang", "itkommun winners", None),
            ("itkommun winners --lang xx", "itkommun winners", None),
            ("itkommun winners --lang=", "itkommun winners", None),
        ] {
            let mut arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            // The environment of a test may ask for either.
            let taken = take(&mut arguments).ok();
            if line.contains("--lang ") || line.contains("--lang=") {
                assert!(line.contains(" -- ") || taken == language, "{line}");
            }
            assert_eq!(arguments.join(OsStr::new(" ")), *left, "{line}");
        }
        words::speak(English);
    }
}
