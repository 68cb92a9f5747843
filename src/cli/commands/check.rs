//! `check`: every problem of a package, a line each.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Arg, ValueHint, value_parser};

use super::Command;
use crate::answer::{Answer, Body, Heading, ResultSet, Row};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::error;
use crate::output::Format;
use crate::package::{Package, Problem, Value, check};
use crate::text::escape_control;
use crate::words::{Commands, words};

/// The command.
pub(super) const COMMAND: Command = Command {
    name: "check",
    swedish: "kontrollera",
    told: Commands::command_check,
    examples: &["check", "check --format json", "check -o problems.csv"],
    formats: Format::WITHOUT_SOURCES,
    usual_format: Commands::usual_of_problems,
    arguments: |command, _: &Package, scope| {
        let folder = Arg::new("FOLDER").value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath);
        command
            .arg(scope.told(folder, |folder, words| folder.value_name(words.a_folder()).help(words.argument_check())))
    },
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    if !context.format_is_chosen && !context.style.header {
        return Err(error::conflict("--no-header", words().problems_without_headings()).into());
    }
    let problems = match flags::one::<PathBuf>(context.matches, "FOLDER") {
        None => check(context.package)?,
        Some(folder) => match Package::at(folder) {
            Ok(package) => check(&package)?,
            Err(error) => vec![error.downcast::<Problem>()?],
        },
    };
    let unsound = !problems.is_empty();
    let body = if context.format_is_chosen { rows(problems) } else { lines(&problems, context.style.terminal.shown) };
    Ok(Answer { unsound, ..body.into() })
}

fn rows(problems: Vec<Problem>) -> Body<'static> {
    let headings =
        vec![Heading::text("file"), Heading::number("line"), Heading::number("column"), Heading::text("message")];
    let rows = problems.into_iter().map(|problem| {
        let Problem { file, line, column, message } = problem;
        let number = |number: u64| Value::Number(number.to_string().into());
        Row::new(vec![Value::Text(file.into()), number(line), number(column), Value::Text(message.into())])
    });
    Body::from(ResultSet::held(headings, rows.collect()))
}

/// Where there is no problem, a person is told so, and nothing is written elsewhere.
fn lines(problems: &[Problem], is_shown: bool) -> Body<'static> {
    if problems.is_empty() && is_shown {
        return Body::Text(words().no_problems().to_owned() + "\n");
    }
    let lines = problems.iter().map(|problem| escape_control(&problem.to_string()).into_owned() + "\n");
    Body::Text(lines.collect())
}
