//! What the commands that draw have in common: their flags, and the heading that is typed.

use anyhow::Result;
use clap::{Arg, Command, ValueHint};

use super::context::Context;
use super::flags;
use super::help;
use super::scope::Scope;
use crate::answer::{Answer, Drawing};
use crate::error;
use crate::words::words;

const HEADING: &str = "HEADING";

/// A heading has no more characters than this: it is read at a glance.
const LONGEST_HEADING: usize = 200;

/// Adds the flags of what is drawn.
pub(super) fn with_flags(command: Command, scope: &Scope) -> Command {
    let command = flags::with_cite(command, scope);
    // A column of this name keeps its filter.
    let is_taken = command.get_arguments().any(|argument| argument.get_long() == Some("heading"));
    if is_taken || !scope.has_flag("heading") {
        return command;
    }
    let heading = Arg::new(HEADING).long("heading").value_hint(ValueHint::Other).help_heading(help::OUTPUT);
    command.arg(scope.told(heading, |heading, words| heading.value_name(words.a_text()).help(words.flag_heading())))
}

/// The heading that was typed, or else this one.
pub(super) fn heading(context: &Context, own: String) -> Result<String> {
    let Some(typed) = flags::one::<String>(context.matches, HEADING) else { return Ok(own) };
    let problem = if typed.trim().is_empty() {
        words().blank_title().to_owned()
    } else if typed.chars().count() > LONGEST_HEADING {
        words().long_title(LONGEST_HEADING)
    } else {
        return Ok(typed.clone());
    };
    Err(error::bad_value("--heading", typed, &problem).into())
}

/// Hands on whether an answer is drawn; an error where it is not, and a heading was typed for it.
pub(super) fn drawn(context: &Context, is_drawn: bool) -> Result<bool> {
    if !is_drawn && flags::is_given(context.matches, HEADING) {
        return Err(error::conflict("--heading", &words().untitled(context.style.format.name())).into());
    }
    Ok(is_drawn)
}

/// What is told where there is nothing to draw. A file is then left as it is: what it shows may be good.
pub(super) fn nothing(context: &Context) -> String {
    let file = context.file.as_ref().filter(|_| !context.style.format.is_page());
    words().nothing_drawn(file.map(|file| file.to_string_lossy()).as_deref())
}

/// Whether an answer leaves the file as it is that it was to go to. A page of nothing says why there is nothing.
pub(super) fn leaves_file(context: &Context, answer: &Answer) -> bool {
    let is_empty = answer.drawing.as_ref().is_some_and(Drawing::is_empty);
    is_empty && context.file.is_some() && !context.style.format.is_page()
}
