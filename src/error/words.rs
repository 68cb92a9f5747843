//! The words of refusals: `flag: what is wrong; what is allowed; did you mean …?`, then how to find out more.

use super::{Kind, Refusal};
use crate::text::{quoted, suggest};

/// What is longer, in bytes, is not repeated as a command to type.
const LONGEST_REPEATED: usize = 120;

impl Refusal {
    pub(super) fn new(kind: Kind, message: String) -> Self {
        Self { kind, flag: None, given: None, allowed: Vec::new(), nearest: Vec::new(), message }
    }

    pub(super) fn flag(self, flag: &str) -> Self {
        Self { flag: Some(flag.into()), message: format!("{flag}: {}", self.message), ..self }
    }

    pub(super) fn given(self, given: &str) -> Self {
        Self { given: Some(given.into()), ..self }
    }

    pub(super) fn allowed(self, allowed: &[&str]) -> Self {
        Self { allowed: allowed.iter().map(|&name| name.to_owned()).collect(), ..self }
    }

    pub(super) fn near(self, given: &str, names: &[&str]) -> Self {
        let nearest = suggest(given, names.to_vec());
        let message = self.message + &hint(&nearest);
        Self { nearest: nearest.into_iter().map(str::to_owned).collect(), message, ..self }
    }

    /// What was meant, where that is known and not only near.
    pub(super) fn meant(self, meant: &[String]) -> Self {
        let message = self.message + &hint(&meant.iter().map(String::as_str).collect::<Vec<_>>());
        Self { nearest: meant.to_vec(), message, ..self }
    }

    pub(super) fn more(self, line: &str) -> Self {
        Self { message: format!("{}\n{line}", self.message), ..self }
    }
}

/// `; did you mean A or B?`, or nothing where no name is near what was typed.
pub fn did_you_mean<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    hint(&suggest(typed, names.into_iter().collect()))
}

fn hint(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [name] => format!("; did you mean {name}?"),
        [others @ .., last] => format!("; did you mean {} or {last}?", others.join(", ")),
    }
}

/// The first word names neither a table nor a command; `others` are what these are called besides.
pub fn unknown_command(given: &str, names: &[&str], others: &[&str]) -> Refusal {
    let message = format!("there is no table or command {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownCommand, message).given(given).allowed(names);
    let refusal = refusal.near(given, &[names, others].concat());
    refusal.more("`itkommun` alone lists them")
}

/// The first words name neither a table nor a command, but a thing that can be shown.
pub fn shown_thing(given: &str, name: &str) -> Refusal {
    let message = format!("there is no table or command {}", quoted(given));
    Refusal::new(Kind::UnknownCommand, message).given(given).meant(&[format!("itkommun show {name}")])
}

/// A flag that another program has, and what does the same here.
pub fn flag_of_others(command: &str, given: &str, flags: &[&str], meant: String) -> Refusal {
    let message = format!("{command} has no flag {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownFlag, message).given(given).allowed(flags).meant(&[meant]);
    Refusal { flag: Some(given.into()), ..refusal }
}

/// A flag and its value as a shell takes them.
pub fn as_typed(flag: &str, value: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "-_.,:/".contains(character);
    let value = value.trim();
    match () {
        () if !value.is_empty() && value.chars().all(is_plain) => format!("{flag} {value}"),
        () if value.chars().all(|character| is_plain(character) || character == ' ') => format!("{flag} \"{value}\""),
        // Whoever pastes it must not run what was only a name.
        () => format!("{flag} '{}'", value.replace('\'', "'\\''")),
    }
}

/// The command has no such flag. Where none is near, all of them are listed; `others` are what they are called besides,
/// without dashes.
pub fn unknown_flag(command: &str, given: &str, flags: &[&str], others: &[&str]) -> Refusal {
    let message = format!("{command} has no flag {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownFlag, message).given(given).allowed(flags);
    let refusal = Refusal { flag: Some(given.into()), ..refusal };
    // The dashes, which all flags have, are not what makes one like another.
    let bare: Vec<&str> = flags.iter().map(|flag| flag.trim_start_matches('-')).collect();
    let nearest = suggest(given.trim_start_matches('-'), [&bare, others].concat());
    if nearest.is_empty() {
        return refusal.more(&format!("its flags are {}", flags.join(", ")));
    }
    let nearest: Vec<String> = nearest.into_iter().map(|name| format!("--{name}")).collect();
    let message = refusal.message + &hint(&nearest.iter().map(String::as_str).collect::<Vec<_>>());
    Refusal { nearest, message, ..refusal }
}

/// More was typed than the command takes.
pub fn unexpected_argument(command: &str, given: &str) -> Refusal {
    let message = format!("{command} takes no argument {}", quoted(given));
    Refusal::new(Kind::BadValue, message).given(given).more(&format!("`itkommun {command} --help` tells what it takes"))
}

/// A flag of the command that stands where no flags are read.
pub fn behind_dashes(command: &str, given: &str) -> Refusal {
    let message = format!("{command} takes no argument {}: behind `--` nothing is read as a flag", quoted(given));
    Refusal::new(Kind::BadValue, message).given(given)
}

/// More was typed than the command takes, and it is what flags take.
pub fn unexpected_value(command: &str, given: &str, meant: &[String]) -> Refusal {
    let message = format!("{command} takes no argument {}", quoted(given));
    Refusal::new(Kind::BadValue, message).given(given).meant(meant)
}

/// There is no table of this name.
pub fn unknown_table(given: &str, tables: &[&str]) -> Refusal {
    let message = format!("there is no table {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownName, message).given(given).allowed(tables).near(given, tables);
    refusal.more(&format!("the tables are {}", tables.join(", ")))
}

/// A table has no column of this name.
pub fn unknown_column(flag: &str, table: &str, given: &str, columns: &[&str]) -> Refusal {
    let message = format!("{table} has no column {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownName, message).flag(flag).given(given).allowed(columns);
    refusal.near(given, columns).more(&format!("its columns are {}", columns.join(", ")))
}

/// No row of a table is called so.
pub fn unknown_row(flag: Option<&str>, table: &str, given: &str, names: &[&str]) -> Refusal {
    let message = format!("nothing in {table} is called {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownName, message).given(given);
    let refusal = if let Some(flag) = flag { refusal.flag(flag) } else { refusal };
    refusal.near(given, names).more(&format!("`itkommun {table}` lists them all"))
}

/// No row of a table is called so, but what was typed is known elsewhere, or in another form.
pub fn unknown_row_meant(flag: &str, table: &str, given: &str, meant: &[String]) -> Refusal {
    let message = format!("nothing in {table} is called {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownName, message).flag(flag).given(given);
    refusal.meant(&meant.iter().take(3).cloned().collect::<Vec<_>>())
}

/// A value of a column of text is the code of what it stands for.
pub fn is_code(flag: &str, given: &str, column: &str, name: &str) -> Refusal {
    let message = format!("{} is a {column}", quoted(given));
    Refusal::new(Kind::BadValue, message).flag(flag).given(given).meant(&[as_typed(flag, name)])
}

/// A number with a comma, which may be a decimal one or part two numbers.
pub fn with_comma(flag: &str, given: &str, meant: &[String]) -> Refusal {
    let refusal = Refusal::new(Kind::BadValue, format!("{} has a comma", quoted(given))).flag(flag).given(given);
    refusal.meant(meant).more(&format!("a decimal has a point, and each of several numbers its own {flag}"))
}

/// Nothing of these kinds is called so.
pub fn unknown_thing(kinds: &str, given: &str, names: &[&str]) -> Refusal {
    let message = format!("no {kinds} is called {}", quoted(given));
    let refusal = Refusal::new(Kind::UnknownName, message).given(given).near(given, names);
    let words = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() || words.len() > LONGEST_REPEATED {
        return refusal;
    }
    refusal.more(&format!("`{}` looks for it in all rows", as_typed("itkommun search", &words)))
}

/// A value is none of a fixed set.
pub fn not_one_of(flag: &str, given: &str, allowed: &[&str]) -> Refusal {
    // A longer list would stand between what is wrong and what was meant.
    const FEW: usize = 16;
    let refused = |message| Refusal::new(Kind::BadValue, message).flag(flag).given(given).allowed(allowed);
    let list = allowed.join(", ");
    if allowed.len() <= FEW {
        return refused(format!("{} is not one of {list}", quoted(given))).near(given, allowed);
    }
    let message = format!("{} is none of its {} values", quoted(given), allowed.len());
    refused(message).near(given, allowed).more(&format!("they are {list}"))
}

/// A column is named twice where it can stand once.
pub fn named_twice(flag: &str, given: &str) -> Refusal {
    let message = format!("{} is named twice; a column stands once in an answer", quoted(given));
    Refusal::new(Kind::BadValue, message).flag(flag).given(given)
}

/// A value is not of the kind that the flag takes: `given problem`.
pub fn bad_value(flag: &str, given: &str, problem: &str) -> Refusal {
    Refusal::new(Kind::BadValue, format!("{} {problem}", quoted(given))).flag(flag).given(given)
}

/// A range whose ends stand the wrong way round.
pub fn backwards(flag: &str, given: &str, meant: &str) -> Refusal {
    let message = format!("the range {} runs backwards; did you mean {meant}?", quoted(given));
    let refusal = Refusal::new(Kind::BadValue, message).flag(flag).given(given);
    Refusal { nearest: vec![meant.to_owned()], ..refusal }
}

/// A statement, a word or a path is refused for what it says.
pub fn refused(message: String) -> Refusal {
    Refusal::new(Kind::BadValue, message)
}

/// A statement names what there is not; `excerpt` shows where.
pub fn unknown_in_statement(problem: String, given: &str, names: &[&str], excerpt: &str) -> Refusal {
    Refusal::new(Kind::UnknownName, problem).given(given).allowed(names).near(given, names).more(excerpt)
}

/// A file is attached without the name of its table.
pub fn attached_without_name(given: &str, meant: &[String]) -> Refusal {
    let refusal = Refusal::new(Kind::BadValue, format!("{} is not NAME=FILE", quoted(given)));
    refusal.flag("--attach").given(given).meant(meant)
}

/// A flag has no place beside what else is asked for.
pub fn conflict(flag: &str, problem: &str) -> Refusal {
    Refusal::new(Kind::Conflict, problem.to_owned()).flag(flag)
}

/// Two flags that cannot be used together.
pub fn not_together(flag: &str, other: &str) -> Refusal {
    conflict(flag, &format!("it cannot be used with {other}"))
}

/// What must be given is not.
pub fn missing(command: &str, names: &[&str]) -> Refusal {
    let message = format!("{command} needs {}", names.join(" and "));
    let refusal = Refusal::new(Kind::MissingArgument, message).more(&format!("`itkommun {command} --help` tells more"));
    Refusal { flag: names.first().map(|&name| name.into()), ..refusal }
}

/// A flag stands without the value that it takes.
pub fn without_value(flag: &str, name: &str, allowed: &[&str]) -> Refusal {
    let allowed_list = if allowed.is_empty() { String::new() } else { format!("; allowed are {}", allowed.join(", ")) };
    Refusal::new(Kind::MissingArgument, format!("a value is required, {name}{allowed_list}"))
        .flag(flag)
        .allowed(allowed)
}
