//! Refusals of what was typed: `flag: what is wrong; what is allowed; did you mean …?`, then how to find out more.

use super::{Kind, Refusal};
use crate::text::suggest;
use crate::words::words;

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
    #[must_use]
    pub fn meant(self, meant: &[String]) -> Self {
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
    if names.is_empty() { String::new() } else { words().did_you_mean(names) }
}

/// The first word names neither a table nor a command; `others` are what these are called besides.
pub fn unknown_command(given: &str, names: &[&str], others: &[&str]) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownCommand, words().no_command(given)).given(given).allowed(names);
    let refusal = refusal.near(given, &[names, others].concat());
    refusal.more(words().commands_are_listed())
}

/// The first words name neither a table nor a command, but a thing that can be shown.
pub fn shown_thing(given: &str, name: &str) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownCommand, words().no_command(given)).given(given);
    refusal.meant(&[format!("itkommun show {name}")])
}

/// A flag that another program has, and what does the same here; `<COLUMN>` in it stands for any column.
pub fn flag_of_others(command: &str, given: &str, flags: &[&str], meant: &[&str]) -> Refusal {
    let told: Vec<String> = meant.iter().map(|meant| meant.replace("<COLUMN>", words().for_a_column())).collect();
    let refusal = no_flag(command, given, flags).meant(&told);
    Refusal { nearest: meant.iter().map(ToString::to_string).collect(), ..refusal }
}

/// A flag by which another program filters; here each column has one.
pub fn filter_of_others(command: &str, given: &str, flags: &[&str]) -> Refusal {
    let refusal = no_flag(command, given, flags).meant(&[words().a_flag_each_column().to_owned()]);
    Refusal { nearest: vec!["--<COLUMN> VALUE".to_owned()], ..refusal }
}

fn no_flag(command: &str, given: &str, flags: &[&str]) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownFlag, words().no_flag(command, given)).given(given).allowed(flags);
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
    let refusal = no_flag(command, given, flags);
    // The dashes, which all flags have, are not what makes one like another.
    let bare: Vec<&str> = flags.iter().map(|flag| flag.trim_start_matches('-')).collect();
    let nearest = suggest(given.trim_start_matches('-'), [&bare, others].concat());
    if nearest.is_empty() {
        return refusal.more(&words().flags_are(flags));
    }
    refusal.meant(&nearest.into_iter().map(|name| format!("--{name}")).collect::<Vec<_>>())
}

/// More was typed than the command takes.
pub fn unexpected_argument(command: &str, given: &str) -> Refusal {
    let refusal = Refusal::new(Kind::BadValue, words().no_argument(command, given)).given(given);
    refusal.more(&words().help_tells_arguments(command))
}

/// A flag of the command that stands where no flags are read.
pub fn behind_dashes(command: &str, given: &str) -> Refusal {
    Refusal::new(Kind::BadValue, words().no_argument_behind_dashes(command, given)).given(given)
}

/// More was typed than the command takes, and it is what flags take.
pub fn unexpected_value(command: &str, given: &str, meant: &[String]) -> Refusal {
    Refusal::new(Kind::BadValue, words().no_argument(command, given)).given(given).meant(meant)
}

/// There is no table of this name.
pub fn unknown_table(given: &str, tables: &[&str]) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownName, words().no_table(given)).given(given).allowed(tables);
    refusal.near(given, tables).more(&words().tables_are(tables))
}

/// A table has no column of this name.
pub fn unknown_column(flag: &str, table: &str, given: &str, columns: &[&str]) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownName, words().no_column(table, given)).flag(flag).given(given);
    refusal.allowed(columns).near(given, columns).more(&words().columns_are(columns))
}

/// No row of a table is called so.
pub fn unknown_row(flag: Option<&str>, table: &str, given: &str, names: &[&str]) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownName, words().no_row_called(table, given)).given(given);
    let refusal = if let Some(flag) = flag { refusal.flag(flag) } else { refusal };
    refusal.near(given, names).more(&words().table_lists_all(table))
}

/// No row of a table is called so, but what was typed is known elsewhere, or in another form.
pub fn unknown_row_meant(flag: &str, table: &str, given: &str, meant: &[String]) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownName, words().no_row_called(table, given)).flag(flag).given(given);
    refusal.meant(&meant.iter().take(3).cloned().collect::<Vec<_>>())
}

/// A value of a column of text is the code of what it stands for.
pub fn is_code(flag: &str, given: &str, column: &str, name: &str) -> Refusal {
    bad_value(flag, given, &words().is_code(column)).meant(&[as_typed(flag, name)])
}

/// A number with a comma, which may be a decimal one or part two numbers.
pub fn with_comma(flag: &str, given: &str, meant: &[String]) -> Refusal {
    bad_value(flag, given, words().has_comma()).meant(meant).more(&words().how_numbers_are_typed(flag))
}

/// Nothing of these kinds is called so.
pub fn unknown_thing(kinds: &str, given: &str, names: &[&str]) -> Refusal {
    let refusal = Refusal::new(Kind::UnknownName, words().nothing_called(kinds, given)).given(given);
    let refusal = refusal.near(given, names);
    let sought = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if sought.is_empty() || sought.len() > LONGEST_REPEATED {
        return refusal;
    }
    refusal.more(&words().search_looks(&as_typed("itkommun search", &sought)))
}

/// A value is none of a fixed set, whose members are called so, too.
pub fn not_one_of(flag: &str, given: &str, allowed: &[&str], called: &[&str]) -> Refusal {
    // A longer list would stand between what is wrong and what was meant.
    const FEW: usize = 16;
    let refused =
        |problem: &str| bad_value(flag, given, problem).allowed(allowed).near(given, &[allowed, called].concat());
    if allowed.len() <= FEW {
        return refused(&words().is_none_of(allowed));
    }
    refused(&words().is_none_of_many(allowed.len())).more(&words().members_are(allowed))
}

/// A column is named twice where it can stand once.
pub fn named_twice(flag: &str, given: &str) -> Refusal {
    Refusal::new(Kind::BadValue, words().column_twice(given)).flag(flag).given(given)
}

/// A value is not of the kind that the flag takes: `given problem`.
pub fn bad_value(flag: &str, given: &str, problem: &str) -> Refusal {
    Refusal::new(Kind::BadValue, words().value_refused(given, problem)).flag(flag).given(given)
}

/// A range whose ends stand the wrong way round.
pub fn backwards(flag: &str, given: &str, meant: &str) -> Refusal {
    let refusal = Refusal::new(Kind::BadValue, words().backwards(given, meant)).flag(flag).given(given);
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
    let refusal = Refusal::new(Kind::BadValue, words().not_name_and_file(given));
    refusal.flag("--attach").given(given).meant(meant)
}

/// A flag has no place beside what else is asked for.
pub fn conflict(flag: &str, problem: &str) -> Refusal {
    Refusal::new(Kind::Conflict, problem.to_owned()).flag(flag)
}

/// Two flags that cannot be used together.
pub fn not_together(flag: &str, other: &str) -> Refusal {
    conflict(flag, &words().not_with(other))
}

/// What must be given is not.
pub fn missing(command: &str, names: &[&str]) -> Refusal {
    let refusal = Refusal::new(Kind::MissingArgument, words().needs(command, names));
    let refusal = refusal.more(&words().help_tells_more(command));
    Refusal { flag: names.first().map(|&name| name.into()), ..refusal }
}

/// A command is given no table, and does nothing without.
pub fn missing_table(command: &str) -> Refusal {
    let refusal = Refusal::new(Kind::MissingArgument, words().needs_table(command));
    Refusal { flag: Some("<TABLE>".into()), ..refusal.more(&words().help_tells_more(command)) }
}

/// A flag stands without the value that it takes.
pub fn without_value(flag: &str, name: &str, allowed: &[&str]) -> Refusal {
    Refusal::new(Kind::MissingArgument, words().needs_value(name, allowed)).flag(flag).allowed(allowed)
}
