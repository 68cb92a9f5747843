//! What stands at the cursor: a command, a flag, or the value of one.

use std::ffi::OsString;
use std::mem;

use anyhow::Result;
use clap::{Arg, ArgAction, Command, ValueHint};

use super::line::Line;
use super::matching::after;
use super::values::Words;
use super::{Candidate, Offer};
use crate::cli::scope::Scope;
use crate::cli::{Subject, figures, flags, names};
use crate::package::{Package, Table};

/// What can come at the cursor; nothing where the words before it lead nowhere.
pub(super) fn offer(package: &Package, line: &Line) -> Result<Option<Offer>> {
    let current = line.current.as_str();
    if line.is_stream {
        return Ok(Some(Offer::Files(0)));
    }
    let is_help = line.words.first().is_some_and(|word| word == "help");
    let words = if is_help { &line.words[1..] } else { &line.words[..] };
    let mut found = Words::begun(current);
    // The flags for the language and the package may stand before all else.
    let mut words = words;
    loop {
        words = match words {
            [flag] if flag == "--lang" => {
                found.values(package, None, &flags::language(&Scope::typed(&[])), &[])?;
                return Ok(fitting(found, current, 0));
            }
            [flag] if flag == "--package" => return Ok(Some(Offer::Folders(0))),
            [flag, _, rest @ ..] if ["--lang", "--package"].contains(&flag.as_str()) => rest,
            [flag, rest @ ..] if ["--lang=", "--package="].iter().any(|joined| flag.starts_with(joined)) => rest,
            _ => break,
        };
    }
    let begun: Vec<OsString> = words.iter().take(2).map(OsString::from).collect();
    let Some((first, rest)) = words.split_first() else {
        if current.starts_with('-') {
            found.top_flags();
        } else {
            found.subjects(package);
        }
        return Ok(fitting(found, current, 0));
    };
    if rest.is_empty() && names::is_table_word(first) {
        found.tables(package, &[]);
        return Ok(fitting(found, current, 0));
    }
    let Some((subject, taken)) = names::beginning(package, &begun).filter(|_| !is_help) else { return Ok(None) };
    let rest = &words[taken..];
    let bare = subject.build(package, &Scope::typed(&[]));
    let has_tables = bare.has_subcommands();
    if has_tables && rest.is_empty() && !current.starts_with('-') {
        found.subcommands(package, &bare);
        return Ok(fitting(found, current, 0));
    }
    // A flag to which a value is being joined is one of those that are typed.
    let joined = match current.strip_prefix("--") {
        Some(flag) => flag.contains('='),
        // A single letter has nothing joined to it, and a digit is a number below zero.
        None => {
            current.starts_with('-') && current.len() > 2 && current.chars().nth(1).is_some_and(char::is_alphabetic)
        }
    };
    let typed: Vec<OsString> =
        rest.iter().map(String::as_str).chain(joined.then_some(current)).map(OsString::from).collect();
    let typed = names::documented(package, subject, &bare, names::flags(&typed));
    // So much of the command line is built as was typed: what has only begun is no flag yet.
    let command = subject.build(package, &Scope::typed(&typed));
    let below = typed.first().and_then(|word| word.to_str()).filter(|_| has_tables && !rest.is_empty());
    let Some(own) = below.map_or(Some(&command), |name| command.find_subcommand(name)) else { return Ok(None) };
    let table = match subject {
        Subject::Table(table) => Some(table),
        Subject::Command(_) if has_tables => below.and_then(|name| package.table(name)),
        // What other commands take of columns, they take of the figures that are compared.
        Subject::Command(_) => figures::compared(package).ok().map(|(table, _)| table),
    };
    let words = typed.iter().skip(usize::from(below.is_some())).map(|word| word.to_string_lossy().into_owned());
    let mut words: Vec<String> = words.collect();
    let joined = if joined { words.pop() } else { None };
    Place { package, subject, typed: &typed, below, table, command: own, current }.offer(&words, joined.as_deref())
}

/// The words that begin as was typed, behind so many bytes of it. Other names than the documented ones come where none of
/// these does.
fn fitting(words: Words, current: &str, kept: usize) -> Option<Offer> {
    let typed = &current[kept..];
    // A name may have a comma itself; else it parts the items of a list, and what is among them is not needed again.
    let item = if words.is_list { words.item } else { 0 };
    let named: Vec<&str> = typed[..item].split(',').map(|item| item.trim_start_matches('-')).collect();
    let fits = |it: &Candidate, at| after(&it.text, &typed[at..]).is_some() && (at == 0 || !named.contains(&&*it.text));
    let Words { mut names, mut others, .. } = words;
    for at in [0, item] {
        for list in [&mut names, &mut others] {
            if list.iter().any(|candidate| fits(candidate, at)) {
                list.retain(|candidate| fits(candidate, at));
                return Some(Offer::Words(kept + at, mem::take(list)));
            }
        }
    }
    None
}

/// A command, and the word that is typed for it.
struct Place<'a> {
    package: &'a Package,
    subject: Subject<'a>,
    typed: &'a [OsString],
    /// The table below the command.
    below: Option<&'a str>,
    /// The table whose columns the command has as flags.
    table: Option<&'a Table>,
    /// The command with the flags that were typed.
    command: &'a Command,
    current: &'a str,
}

impl Place<'_> {
    /// What can come behind these words; `joined` is the one at the cursor where it has a flag and its value, the flag in
    /// its documented spelling.
    fn offer(&self, words: &[String], joined: Option<&str>) -> Result<Option<Offer>> {
        let before = self.read(words);
        let current = self.current;
        if let Some(flag) = before.awaits.filter(|flag| !is_optional(flag) || !current.starts_with('-')) {
            return self.value(flag, 0, &[]);
        }
        if current.starts_with('-') && !before.are_words {
            return match self.joined(joined) {
                Some((flag, kept)) => self.value(flag, kept, &[]),
                None => Ok(self.flags(&before)),
            };
        }
        let arguments: Vec<&Arg> = self.command.get_positionals().collect();
        let takes_more = |argument: &&&Arg| argument.get_num_args().is_some_and(|number| number.max_values() > 1);
        match arguments.get(before.words.len()).or(arguments.last().filter(takes_more)) {
            Some(argument) => self.value(argument, 0, &before.words),
            None if before.are_words => Ok(None),
            None => Ok(self.flags(&before)),
        }
    }

    /// The flags that have not been typed, or can be more than once.
    fn flags(&self, before: &Before) -> Option<Offer> {
        let whole = self.subject.build(self.package, &Scope::below(self.typed));
        let command = self.below.map_or(Some(&whole), |name| whole.find_subcommand(name))?;
        let mut words = Words::begun(self.current);
        words.flags(command, &before.flags);
        if let Some(table) = self.table {
            words.column_flags(self.package, table, command);
        }
        fitting(words, self.current, 0)
    }

    /// What can come for a flag or an argument, behind so many bytes of the word.
    fn value(&self, argument: &Arg, kept: usize, words: &[String]) -> Result<Option<Offer>> {
        let is_named = argument.get_value_names().is_some_and(|names| names.iter().any(|name| name.contains('=')));
        Ok(match argument.get_value_hint() {
            // The name before the sign is the user's to find.
            ValueHint::FilePath if is_named => self.current[kept..].find('=').map(|sign| Offer::Files(kept + sign + 1)),
            ValueHint::FilePath | ValueHint::AnyPath => Some(Offer::Files(kept)),
            ValueHint::DirPath => Some(Offer::Folders(kept)),
            _ => {
                let mut found = Words::begun(&self.current[kept..]);
                found.values(self.package, self.table, argument, words)?;
                fitting(found, self.current, kept)
            }
        })
    }

    /// The flag to which a value is joined, and where that begins: `--county=Skåne`, `-n5`.
    fn joined(&self, joined: Option<&str>) -> Option<(&Arg, usize)> {
        let (flag, kept) = if let Some(long) = joined?.strip_prefix("--") {
            (self.long(long.split_once('=')?.0)?, self.current.find('=')? + 1)
        } else {
            let letter = self.current.chars().nth(1)?;
            (self.short(letter)?, 1 + letter.len_utf8())
        };
        takes_value(flag).then_some((flag, kept))
    }

    fn long(&self, name: &str) -> Option<&Arg> {
        let is_called = |flag: &&Arg| {
            let others = flag.get_visible_aliases().unwrap_or_default();
            flag.get_long() == Some(name) || others.contains(&name)
        };
        self.command.get_arguments().find(is_called)
    }

    fn short(&self, letter: char) -> Option<&Arg> {
        self.command.get_arguments().find(|flag| flag.get_short() == Some(letter))
    }

    /// What the words before the cursor are.
    fn read(&self, typed: &[String]) -> Before<'_> {
        let mut before = Before::default();
        for word in typed {
            let awaited = before.awaits.take();
            if awaited.is_some_and(|flag| !is_optional(flag) || !word.starts_with('-')) {
                continue;
            }
            match word.strip_prefix("--") {
                _ if before.are_words || !word.starts_with('-') || word == "-" => before.words.push(word.clone()),
                Some("") => before.are_words = true,
                Some(long) => {
                    let name = long.split_once('=').map_or(long, |(name, _)| name);
                    let flag = self.long(name);
                    before.flags.extend(flag);
                    before.awaits = flag.filter(|flag| takes_value(flag) && name == long);
                }
                None => {
                    let mut letters = word[1..].chars();
                    while let Some(flag) = letters.next().and_then(|letter| self.short(letter)) {
                        before.flags.push(flag);
                        if takes_value(flag) {
                            before.awaits = Some(flag).filter(|_| letters.as_str().is_empty());
                            break;
                        }
                    }
                }
            }
        }
        before
    }
}

/// What the words before the cursor are.
#[derive(Default)]
struct Before<'a> {
    /// Those that are no flags and no values of such.
    words: Vec<String>,
    flags: Vec<&'a Arg>,
    /// The flag whose value comes next.
    awaits: Option<&'a Arg>,
    /// Whether no flag can come any more: `--` was typed.
    are_words: bool,
}

fn takes_value(flag: &Arg) -> bool {
    matches!(flag.get_action(), ArgAction::Set | ArgAction::Append)
}

/// Whether a flag may also stand without its value.
fn is_optional(flag: &Arg) -> bool {
    flag.get_num_args().is_some_and(|number| number.min_values() == 0)
}
