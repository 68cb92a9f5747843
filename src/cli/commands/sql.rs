//! `sql`: a SELECT over the tables of the package.

use anyhow::Result;

use super::Command;
use crate::answer::Answer;
use crate::cli::context::Context;
use crate::cli::flags;
use crate::output::Format;
use crate::words::{Commands, words};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "sql",
    swedish: "",
    told: Commands::command_sql,
    examples: &[],
    formats: Format::WITHOUT_SOURCES,
    usual_format: super::USUAL,
    arguments: |command, _, scope| {
        let statement = clap::Arg::new("STATEMENT").required(true).allow_hyphen_values(true);
        let statement = statement.value_hint(clap::ValueHint::Other);
        let statement = scope.told(statement, |statement, words| {
            statement.value_name(words.a_statement()).help(words.argument_statement())
        });
        let attach = clap::Arg::new("ATTACH").long("attach").action(clap::ArgAction::Append);
        // By the sign in it, completions know that a name stands before the file.
        let attach = attach.value_name(words().a_named_file()).value_hint(clap::ValueHint::FilePath);
        let attach = scope.told(attach, |attach, words| attach.help(words.flag_attach()));
        flags::with_exit_status(command.arg(statement).arg(attach), scope)
    },
    answer,
};

/// What is wrong with the statement, a refused one included, is an error of usage.
#[cfg(feature = "sql")]
fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    let statement = flags::one::<String>(context.matches, "STATEMENT").map_or("", String::as_str);
    let attached = flags::several(context.matches, "ATTACH");
    selected::answer(context.package, &attached, statement, context.style.format)
}

#[cfg(not(feature = "sql"))]
fn answer<'p>(_: &Context<'_, 'p>) -> Result<Answer<'p>> {
    Err(crate::error::built_without("sql").into())
}

#[cfg(feature = "sql")]
mod selected {
    use std::borrow::Cow;
    use std::fmt::Write as _;
    use std::io::Read;
    use std::path::Path;

    use anyhow::{Context as _, Result};
    use rusqlite::types::Value as Selected;

    use crate::answer::{Answer, Heading, ResultSet, Row};
    use crate::database::{Attachment, Limits, Selection, select};
    use crate::error::{self, Refusal};
    use crate::output::Format;
    use crate::package::{Column, FieldType, Package, Value};
    use crate::words::words;

    /// The longest statement, in bytes.
    const LONGEST: u64 = 1 << 20;

    /// The rows that a statement selects; where it is `-`, the one on standard input.
    pub(super) fn answer(
        package: &Package,
        attached: &[String],
        statement: &str,
        format: Format,
    ) -> Result<Answer<'static>> {
        let attachments = attached.iter().map(|typed| attachment(typed)).collect::<Result<Vec<_>, _>>()?;
        let statement = if statement == "-" { from_stdin()? } else { Cow::Borrowed(statement) };
        if statement.len() as u64 > LONGEST || statement.contains('\0') {
            return Err(error::refused(words().statement_too_long(LONGEST >> 10)).into());
        }
        let Selection { columns, rows, notices } = select(package, &attachments, &statement, Limits::default())?;
        let mut headings = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let origin = column.origin.as_ref().and_then(|(table, column)| {
                package.columns(package.table(table)?).find(|own| own.field.name == *column)
            });
            headings.push(heading(&column.name, origin, rows.iter().map(|row| &row[index])).named());
        }
        one_name_each(&headings, format)?;
        let rows = rows.into_iter().map(|row| {
            Row::new(headings.iter().zip(row).map(|(heading, selected)| value(selected, heading.field_type)).collect())
        });
        let rows = rows.collect();
        Ok(Answer { notices, ..ResultSet::held(headings, rows).into() })
    }

    /// The file and the name of its table that `NAME=FILE` says.
    fn attachment(typed: &str) -> Result<Attachment, Refusal> {
        if let Some((name, file)) = typed.split_once('=').filter(|(_, file)| !file.is_empty()) {
            return Ok(Attachment { name: name.to_owned(), path: file.into() });
        }
        let stem = Path::new(typed).file_stem().filter(|_| !typed.contains('='));
        let meant = stem.map(|stem| format!("--attach {}={typed}", stem.to_string_lossy()));
        Err(error::attached_without_name(typed, meant.as_slice()))
    }

    fn from_stdin() -> Result<Cow<'static, str>> {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes).with_context(|| words().standard_input())?;
        let text = String::from_utf8(bytes);
        Ok(Cow::Owned(text.map_err(|_| error::refused(words().stdin_not_utf8().to_owned()))?))
    }

    /// A column is what all its values are; where they differ, text, and each value still what it is.
    fn heading<'v>(name: &str, origin: Option<Column>, values: impl Iterator<Item = &'v Selected>) -> Heading {
        let values: Vec<&Selected> = values.filter(|value| **value != Selected::Null).collect();
        let is_number = |value: &&Selected| matches!(value, Selected::Integer(_) | Selected::Real(_));
        let all_numbers = !values.is_empty() && values.iter().all(is_number);
        let origin = origin.filter(|column| column.field_type() == FieldType::List);
        match origin {
            _ if all_numbers => Heading::of_type(name, FieldType::Number),
            // Lists come out as the table has them, unless the column holds something else, too.
            Some(column) if values.iter().all(|value| items(value).is_some()) => {
                Heading { delimiter: column.delimiter(), ..Heading::of_type(name, FieldType::List) }
            }
            _ => Heading::text(name),
        }
    }

    /// In an object of JSON, the second of two keys alike would hide the first, and a table has no two columns alike,
    /// in whatever case of their ASCII letters.
    fn one_name_each(headings: &[Heading], format: Format) -> Result<()> {
        let is_one: fn(&str, &str) -> bool = match format {
            Format::Sqlite => str::eq_ignore_ascii_case,
            format if format.is_json() => |one, other| one == other,
            _ => return Ok(()),
        };
        let twice = headings.iter().enumerate().find_map(|(at, heading)| {
            let first = headings[..at].iter().find(|first| is_one(&first.name, &heading.name))?;
            Some((first, heading))
        });
        twice.map_or(Ok(()), |(first, second)| Err(error::selected_twice(&first.name, &second.name).into()))
    }

    /// The items of a JSON array of texts.
    fn items(value: &Selected) -> Option<Vec<String>> {
        let Selected::Text(text) = value else { return None };
        serde_json::from_str(text).ok()
    }

    fn value(selected: Selected, field_type: FieldType) -> Value<'static> {
        match field_type {
            FieldType::List => {
                let items = items(&selected).unwrap_or_default().into_iter();
                Value::List(items.map(|item| Value::Text(item.into())).collect())
            }
            _ if selected == Selected::Null => Value::Missing,
            _ if matches!(selected, Selected::Integer(_) | Selected::Real(_)) => Value::Number(text(selected).into()),
            _ => Value::Text(text(selected).into()),
        }
    }

    fn text(selected: Selected) -> String {
        match selected {
            Selected::Null => String::new(),
            Selected::Integer(number) => number.to_string(),
            // A whole number without a decimal point, as it would be written; one of twenty digits in powers of ten.
            Selected::Real(number) if number.abs() < 1e15 => number.to_string(),
            Selected::Real(number) if number.is_infinite() => if number > 0.0 { "INF" } else { "-INF" }.to_owned(),
            Selected::Real(number) => format!("{number:?}"),
            Selected::Text(text) => text,
            Selected::Blob(bytes) => bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            }),
        }
    }
}
