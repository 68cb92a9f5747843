//! `check`: every problem of a package, a line each.

use std::path::PathBuf;
use std::rc::Rc;

use anyhow::Result;
use clap::{Arg, ArgAction, ValueHint, value_parser};

use super::Command;
use crate::answer::{Afterwards, Answer, Body, Heading, ResultSet};
use crate::cli::context::Context;
use crate::cli::flags;
use crate::error;
use crate::output::Format;
use crate::package::{MOST_PROBLEMS, Package, Problem, Tell, Untold, Value, check};
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
        let folder = scope.told(folder, |it, words| it.value_name(words.a_folder()).help(words.argument_check()));
        let all = Arg::new("ALL").long("all").action(ArgAction::SetTrue);
        command.arg(folder).arg(scope.told(all, |all, words| all.help(words.flag_all_problems())))
    },
    answer,
};

fn answer<'p>(context: &Context<'_, 'p>) -> Result<Answer<'p>> {
    if !context.format_is_chosen && !context.style.header {
        return Err(error::conflict("--no-header", words().problems_without_headings()).into());
    }
    let checked = match flags::one::<PathBuf>(context.matches, "FOLDER") {
        None => Checked::This(context.package),
        Some(folder) => match Package::at(folder) {
            Ok(mut package) => {
                context.progress.watch(&mut package);
                Checked::Other(Box::new(package))
            }
            Err(error) => Checked::None(error.downcast()?),
        },
    };
    let most = if flags::is_set(context.matches, "ALL") { usize::MAX } else { MOST_PROBLEMS };
    let afterwards = Rc::<Afterwards>::default();
    let check = Check { checked, most, afterwards: Rc::clone(&afterwards) };
    let body = if context.format_is_chosen { rows(check) } else { lines(check, context.style.terminal.shown) };
    Ok(Answer { afterwards, ..body.into() })
}

/// What is checked.
enum Checked<'p> {
    This(&'p Package),
    Other(Box<Package>),
    /// No package, and why not.
    None(Problem),
}

/// A check to come.
struct Check<'p> {
    checked: Checked<'p>,
    /// So many problems of a file are told.
    most: usize,
    afterwards: Rc<Afterwards>,
}

impl Check<'_> {
    /// Hands on each problem as it is found, and returns how many these were.
    fn run(&self, tell: &mut Tell) -> Result<usize> {
        let mut count = 0;
        let mut tell = |problem| {
            count += 1;
            tell(problem)
        };
        let untold = match &self.checked {
            Checked::This(package) => check(package, self.most, &mut tell)?,
            Checked::Other(package) => check(package, self.most, &mut tell)?,
            Checked::None(problem) => tell(problem.clone()).map(|()| Vec::new())?,
        };
        self.afterwards.unsound.set(count > 0);
        let notices = untold.iter().map(|Untold { file, problems }| words().problems_untold(file, *problems));
        self.afterwards.notices.replace(notices.collect());
        Ok(count)
    }
}

fn rows(check: Check) -> Body {
    let headings =
        vec![Heading::text("file"), Heading::number("line"), Heading::number("column"), Heading::text("message")];
    let rows = move |emit: &mut dyn FnMut(&[Value]) -> Result<()>| {
        check.run(&mut |Problem { file, line, column, message }| {
            let number = |number: u64| Value::Number(number.to_string().into());
            emit(&[Value::Text(file.into()), number(line), number(column), Value::Text(message.into())])
        })
    };
    ResultSet::made(headings, Box::new(rows)).into()
}

/// Where there is no problem, a person is told so, and nothing is written elsewhere.
fn lines(check: Check, is_shown: bool) -> Body {
    Body::Lines(Box::new(move |write| {
        let count = check.run(&mut |problem| write(&problem.to_string()))?;
        if count == 0 && is_shown { write(words().no_problems()) } else { Ok(()) }
    }))
}
