//! The command line, built from the package's own description and the list of commands.
//!
//! One definition makes the parsing, the help, the completions and the manual. Of it only so much is built as the
//! arguments name: a question about one table pays neither for the others nor for flags that nobody typed. Where that
//! part does not do, for help or because something is wrong, all of it is built.

mod beforehand;
mod commands;
mod complete;
mod context;
mod drawings;
mod empty;
mod exit;
mod figures;
mod filters;
mod flags;
mod help;
mod language;
mod names;
mod output_file;
mod own_package;
mod pager;
mod progress;
mod refusal;
mod rows;
mod scope;
mod subject;

use std::ffi::OsString;
use std::io::Write;
use std::sync::Arc;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{ArgMatches, Command};

use crate::answer::{Answer, Body};
use crate::error;
use crate::files;
use crate::output::{self, Color, Terminal};
use crate::package::Package;
use crate::query::called;
use crate::text::escape_lines;
use crate::words;

use context::Context;
pub use exit::ExitStatus;
use progress::{Progress, Shown};
use scope::Scope;
use subject::{Subject, subject_names, subjects};

/// A stream that is written to, and whether a person sees it at once.
pub struct Sink<'s> {
    /// Where it is written.
    pub writer: &'s mut dyn Write,
    /// Whether it is a terminal.
    pub is_terminal: bool,
    /// Whether it is the process's own, so that a pager may write to it instead.
    pub is_own: bool,
}

impl<'s> Sink<'s> {
    /// A stream that is not a terminal.
    pub fn new(writer: &'s mut dyn Write) -> Self {
        Self { writer, is_terminal: false, is_own: false }
    }
}

/// Answers a command line, its first argument the program's name, over the package that `--package` names in it, or else
/// over this one.
///
/// The answer goes to `out`, notices and errors to `err`; nothing is written elsewhere, but for files that are asked
/// for.
///
/// ```
/// use itkommun::cli::{self, ExitStatus, Sink};
/// use itkommun::package::Package;
///
/// let package = Package::bundled();
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// let arguments = ["itkommun", "winners", "--year", "2009", "--columns", "year,municipality"];
/// let status = cli::run(&package, arguments, Sink::new(&mut out), Sink::new(&mut err));
/// assert_eq!(status, ExitStatus::Done);
/// assert_eq!(out, b"year\tmunicipality\n2009\tFalkenberg\n");
/// ```
pub fn run<A: Into<OsString>>(
    otherwise: &Package,
    arguments: impl IntoIterator<Item = A>,
    mut out: Sink,
    mut err: Sink,
) -> ExitStatus {
    let mut arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
    let language = language::take(&mut arguments);
    let asked = language.map_err(Into::into).and_then(|language| {
        words::speak(language);
        let (mut own, progress) = (own_package::take(&mut arguments)?, Progress::new(err.is_terminal));
        if let Some(own) = &mut own {
            progress.watch(own);
        }
        let package = own.as_ref().unwrap_or(otherwise);
        let asked = ask(package, &arguments, &progress, &mut out, &mut err).map_err(|error| package.placed(error));
        progress.end();
        asked
    });
    match asked.and_then(|status| Ok(out.writer.flush().map(|()| status)?)) {
        Ok(status) => status,
        Err(error) => exit::report(&error, exit::wants_json(&arguments) && !err.is_terminal, &mut err),
    }
}

fn ask(
    package: &Package,
    arguments: &[OsString],
    progress: &Arc<Progress>,
    out: &mut Sink,
    err: &mut Sink,
) -> Result<ExitStatus> {
    let parsed = match parse(package, arguments, out.is_terminal)? {
        Parsed::Text(text) => {
            out.writer.write_all(text.as_bytes())?;
            return Ok(ExitStatus::Done);
        }
        Parsed::Asked(asked) => asked,
    };
    let context = Context::new(package, &parsed, progress, [out.is_terminal, err.is_terminal])?;
    let answer = match parsed.subject {
        Subject::Table(table) => rows::answer(&context, table)?,
        Subject::Command(command) => (command.answer)(&context)?,
    };
    // A drawing of nothing takes no file's place: what is there may be good.
    let leaves_file = drawings::leaves_file(&context, &answer);
    let count = if leaves_file { 0 } else { write(&context, &answer, out)? };
    out.writer.flush()?;
    progress.end();
    let written = context.file.as_ref().filter(|_| !leaves_file).or(answer.made.as_ref());
    if let Some(file) = written.filter(|_| err.is_terminal) {
        exit::tell_written(&answer.body, count, file, err);
    }
    let why_empty = answer.of_table.filter(|_| count == 0).map(|table| empty::explain(&context, table)).transpose()?;
    // A page has its notices in itself.
    let notices = if context.style.format.is_page() { &[][..] } else { &answer.notices };
    let afterwards = answer.afterwards.notices.borrow();
    for notice in notices.iter().chain(why_empty.iter().flatten()).chain(afterwards.iter()) {
        exit::tell(notice, err);
    }
    Ok(match () {
        () if answer.afterwards.unsound.get() => ExitStatus::Failed,
        () if count == 0 && flags::is_set(context.matches, flags::EXIT_STATUS) => ExitStatus::NoRows,
        () => ExitStatus::Done,
    })
}

/// Writes an answer where it is to go, and returns how many rows it has.
fn write(context: &Context, answer: &Answer, out: &mut Sink) -> Result<usize> {
    let mut rows = 0;
    let mut written = |out: &mut dyn Write| {
        let mut shown = Shown { writer: out, progress: context.progress };
        let out = if context.style.terminal.shown { &mut shown as &mut dyn Write } else { shown.writer };
        rows = output::write(context.package, answer, context.style, out)?;
        Ok(())
    };
    match &context.file {
        Some(path) => files::write_file(path, out.writer, &mut written)?,
        None if out.is_own && context.has_pager() && matches!(answer.body, Body::Rows(_) | Body::Sections(_)) => {
            pager::write(out.writer, &mut written)?;
        }
        None => written(out.writer)?,
    }
    Ok(rows)
}

/// A command line that was understood.
enum Parsed<'p> {
    /// Help, the version or the like: an answer that is text.
    Text(String),
    /// A table or a command, and what was typed for it.
    Asked(Asked<'p>),
}

/// A table or a command, and what was typed for it.
struct Asked<'p> {
    subject: Subject<'p>,
    matches: ArgMatches,
}

fn parse<'p>(package: &'p Package, arguments: &[OsString], is_terminal: bool) -> Result<Parsed<'p>> {
    let first = arguments.get(1).map(|first| first.to_string_lossy().into_owned());
    if first.as_deref() == Some(complete::NAME) {
        return Ok(Parsed::Text(complete::answer(package, &arguments[2..])));
    }
    let Some((subject, taken)) = names::beginning(package, arguments.get(1..).unwrap_or_default()) else {
        if first.as_deref().is_some_and(|first| ["help", "hjälp"].contains(&&*names::plain(first))) {
            // `help winners` is `winners --help`.
            let asked = arguments.iter().take(1).chain(&arguments[2..]).cloned();
            return parse(package, &asked.chain(["--help".into()]).collect::<Vec<_>>(), is_terminal);
        }
        return top(package, arguments, first.as_deref(), is_terminal);
    };
    let rest = names::flags(&arguments[1 + taken..]);
    let build = |scope: &Scope| {
        let name = format!("itkommun {}", subject.typed());
        subject.build(package, scope).bin_name(&name).display_name(name).no_binary_name(true)
    };
    if let Ok(matches) = build(&Scope::typed(&rest)).try_get_matches_from(&rest) {
        return Ok(Parsed::Asked(Asked { subject, matches }));
    }
    // Other names than the documented ones cost nothing where they are not typed. And in part the command line may not
    // know what is wrong, and has little to tell of itself.
    let mut whole = build(&Scope::all());
    let rest = names::documented(package, subject, &whole, rest);
    match whole.try_get_matches_from_mut(&rest) {
        Ok(matches) => Ok(Parsed::Asked(Asked { subject, matches })),
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            whole.build();
            let words = rest.first().and_then(|word| whole.find_subcommand(word)).map(|it| (it, it.get_name()));
            let (command, name) = match words {
                Some((command, word)) => (command, format!("{} {word}", subject.typed())),
                None => (&whole, subject.typed().into_owned()),
            };
            let terminal = Terminal::of_stdout(Color::Auto, is_terminal);
            let page = help::Page { package, subject, command, name, terminal };
            let is_short = !rest.iter().any(|argument| argument == "--help");
            // The names and sentences in it are the package's, and may hold anything.
            Ok(Parsed::Text(escape_lines(&if is_short { page.in_short() } else { page.in_full() })))
        }
        Err(error) => Err(refusal::of_clap(package, &whole, &subject.typed(), &rest, &error)?.into()),
    }
}

/// The command line that names neither a table nor a command.
fn top<'p>(package: &Package, arguments: &[OsString], first: Option<&str>, is_terminal: bool) -> Result<Parsed<'p>> {
    if let Some(word) = first.filter(|first| names::is_table_word(first)) {
        let tables: Vec<&str> = package.tables().iter().map(|table| &*table.name).collect();
        let given = arguments.get(2).map(|given| given.to_string_lossy()).filter(|given| !given.starts_with('-'));
        return Err(given
            .map_or_else(|| error::missing_table(word), |given| error::unknown_table(&given, &tables))
            .into());
    }
    let terminal = Terminal::of_stdout(Color::Auto, is_terminal);
    let is_short = !arguments.iter().any(|argument| argument == "--help");
    let mut top = help::arranged(package, help::width(terminal), is_short);
    if let Some(first) = first.filter(|first| !first.starts_with('-')) {
        let words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
        let words = words.take_while(|word| !word.starts_with('-')).collect::<Vec<_>>().join(" ");
        for given in [words.as_str(), first] {
            if let Some(name) = called(package, given)? {
                return Err(error::shown_thing(given, &name).into());
            }
        }
        return Err(refusal::unknown_command(package, first).into());
    }
    match top.try_get_matches_from_mut(arguments) {
        Ok(_) => Ok(Parsed::Text(escape_lines(&help::fitted(top.render_help().to_string())))),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let text = escape_lines(&error.render().to_string());
            Ok(Parsed::Text(if is_short { help::fitted(text) } else { text }))
        }
        Err(error) => Err(refusal::of_clap(package, &top, "itkommun", arguments, &error)?.into()),
    }
}

/// The whole command line, for completions.
fn whole(package: &Package) -> Command {
    let subjects = subjects(package).filter(|subject| subject.typed() == subject.name());
    let subjects = subjects.map(|subject| subject.build(package, &Scope::all()));
    help::with_own_flags(help::top(package).subcommands(subjects))
}

#[cfg(test)]
mod tests;
