//! What stands on a page of the manual.

use anyhow::Result;
use clap::Arg;

use super::roff::Page;
use crate::answer::Reference;
use crate::cli::commands::COMMANDS;
use crate::cli::exit::ExitStatus;
use crate::cli::rows::USUAL_FORMAT;
use crate::cli::scope::Scope;
use crate::cli::{Subject, help, subject_names};
use crate::output::Format;
use crate::package::{Package, Table};

/// The name of the program's page.
pub(super) const PROGRAM: &str = "itkommun";

/// The name of the page of a table or a command.
pub(super) fn page_name(subject: &str) -> String {
    format!("{PROGRAM}-{subject}")
}

/// The page of the program: what holds for every command stands here.
pub(super) fn of_program(package: &Package) -> Result<String> {
    let mut page = begin(package, PROGRAM, package.title());
    page.section("SYNOPSIS");
    page.lines(&[help::USAGE.to_owned(), "itkommun <COMMAND> [OPTIONS] [ARGUMENT]...".to_owned()]);
    page.section("DESCRIPTION");
    page.paragraph(package.description());
    page.paragraph(
        "Every table is a command, and every column of it is a filter, an output column and a sort key, under the same \
         name everywhere: flag, heading of a table, CSV, JSON and SQL. Tables, columns and members of sets also answer \
         to their titles in either language.",
    );
    page.paragraph(
        "On a terminal the answer is a table fitted to its width, and goes to a pager where it is longer than the \
         screen. In a pipe or a file it is tab-separated values with a line of headings, never cut and never coloured. \
         Standard output holds the answer and nothing else; notes and errors go to standard error.",
    );
    page.section("TABLES");
    for table in package.tables() {
        page.entry(&table.name, table.summary());
    }
    page.section("COMMANDS");
    for command in COMMANDS {
        page.entry(command.name, command.about);
    }
    page.section("OPTIONS");
    options(&mut page, &mut help::top(package));
    page.section("FILTER VALUES");
    page.paragraph("What a filter accepts depends on the column, and stands behind its flag:");
    for (name, accepted) in help::VALUES {
        page.entry(name, accepted);
    }
    page.paragraph(
        "A range is open at either end, and comparisons are <, <=, > and >=. `latest` is the greatest among the facts \
         that the other filters take. Decimal numbers have a point, and no comma parts them. A figure is taken where \
         every value that it may have is asked for; with `--possibly`, where any is.",
    );
    page.paragraph(help::OF_SEVERAL);
    page.paragraph(help::OF_EXCLUSION);
    page.paragraph("`--missing` and `--present` name columns, by comma, that all have no value or all have one.");
    formats(&mut page, Format::ALL, &format!("The answer is {USUAL_FORMAT}; not every command has every format."));
    end(&mut page, package, &[], "");
    see_also(&mut page, &subject_names(package).map(page_name).collect::<Vec<_>>());
    page.finish()
}

/// The page of a table or a command.
pub(super) fn of(package: &Package, subject: Subject) -> Result<String> {
    let name = subject.name();
    let mut command = subject.build(package, &Scope::all()).bin_name(format!("itkommun {name}"));
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = begin(package, &page_name(name), &about);
    page.section("SYNOPSIS");
    let usage = command.render_usage().to_string();
    page.lines(&usage.trim_start_matches("Usage: ").lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>());
    page.section("DESCRIPTION");
    match subject {
        Subject::Table(table) => page.paragraph(table.description()),
        Subject::Command(command) => {
            page.paragraph(&format!("{}.", command.about));
            // Lines that are indented are a list.
            let (prose, list): (Vec<&str>, Vec<&str>) = command.notes.lines().partition(|line| !line.starts_with(' '));
            page.paragraph(&prose.join(" "));
            for (name, meaning) in list.iter().filter_map(|line| line.trim().split_once("  ")) {
                page.entry(name, meaning.trim());
            }
        }
    }
    page.section("OPTIONS");
    options(&mut page, &mut command);
    if !subject.formats().is_empty() {
        let usual = match subject {
            Subject::Table(_) => USUAL_FORMAT,
            Subject::Command(command) => command.usual_format,
        };
        formats(&mut page, subject.formats(), &format!("The answer is {usual}."));
    }
    let own = match subject {
        Subject::Table(_) => &[][..],
        Subject::Command(command) => command.examples,
    };
    end(&mut page, package, own, name);
    let mut others = vec![PROGRAM.to_owned()];
    if let Subject::Table(table) = subject {
        others.extend(tables_named(package, table).into_iter().map(page_name));
    }
    see_also(&mut page, &others);
    page.finish()
}

fn begin(package: &Package, name: &str, about: &str) -> Page {
    let source = concat!("itkommun ", env!("CARGO_PKG_VERSION"));
    Page::new(name, about, package.date(), source, package.title())
}

/// The arguments of a command and its subcommands, under the headings that they have in its help. The filters of
/// subcommands are those of the tables that they are about, and stand on the pages of these.
fn options(page: &mut Page, command: &mut clap::Command) {
    command.build();
    let mut arguments: Vec<&Arg> = command.get_positionals().collect();
    let flags = command.get_arguments();
    let of_subcommands = command.get_subcommands().flat_map(clap::Command::get_arguments);
    for arg in flags.chain(of_subcommands.filter(|arg| arg.get_help_heading() != Some(help::FILTERS))) {
        if !arg.is_hide_set() && !arguments.iter().any(|known| known.get_id() == arg.get_id()) {
            arguments.push(arg);
        }
    }
    let mut headings = vec![None];
    for heading in arguments.iter().map(|arg| arg.get_help_heading()) {
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    for heading in headings {
        if let Some(heading) = heading {
            page.part(heading);
        }
        if heading == Some(help::FILTERS) {
            page.paragraph("What they accept, and how several go together: FILTER VALUES in `itkommun`(1).");
        }
        let own = arguments.iter().filter(|arg| arg.get_help_heading() == heading && arg.get_id() != "help");
        for arg in own {
            page.entry(&help::spelled(arg), &meaning(arg));
        }
    }
    page.entry("-h, --help", "The same as help: -h is one screen, --help all of it.");
    if let Some(heading) = command.get_subcommand_help_heading() {
        page.part(heading);
        for subcommand in command.get_subcommands() {
            page.entry(subcommand.get_name(), &subcommand.get_about().map(ToString::to_string).unwrap_or_default());
        }
    }
}

/// What help says of an argument, with the values that it takes and its other names.
fn meaning(arg: &Arg) -> String {
    let mut text = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let mut add = |what: &str, names: Vec<String>| {
        if !names.is_empty() {
            text = format!("{text} [{what}: {}]", names.join(", "));
        }
    };
    if !arg.is_hide_possible_values_set() {
        add("possible values", arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect());
    }
    let aliases = arg.get_visible_aliases().unwrap_or_default();
    add("alias", aliases.iter().map(|alias| format!("--{alias}")).collect());
    text
}

fn formats(page: &mut Page, formats: &[Format], usual: &str) {
    page.section("FORMATS");
    page.paragraph(usual);
    for format in formats {
        let endings: Vec<String> = format.endings().iter().map(|ending| format!(".{ending}")).collect();
        let of_files =
            if endings.is_empty() { String::new() } else { format!("; in files named {}", endings.join(", ")) };
        page.entry(format.name(), &format!("{}{of_files}", format.about()));
    }
}

/// What every page has, from the exit status to how the data is cited.
fn end(page: &mut Page, package: &Package, own: &[&str], subject: &str) {
    page.section("EXIT STATUS");
    for status in ExitStatus::ALL {
        page.entry(&status.code().to_string(), status.meaning());
    }
    page.section("ENVIRONMENT");
    for (name, meaning) in help::ENVIRONMENT {
        page.entry(name, meaning);
    }
    page.section("FILES");
    page.paragraph(
        "None: the data is part of the program, there is no configuration file, and nothing is written but the files \
         that are asked for.",
    );
    let of_package = package.examples(subject).iter().map(String::as_str);
    let examples: Vec<String> = own.iter().copied().chain(of_package).map(|it| format!("itkommun {it}")).collect();
    if !examples.is_empty() {
        page.section("EXAMPLES");
        page.lines(&examples);
    }
    page.section("LICENCE");
    page.paragraph(&format!("The program: {}.", help::LICENCE));
    let of_data = package.license_names();
    if !of_data.is_empty() {
        page.paragraph(&format!("The data: {of_data}."));
    }
    page.section("HOW TO CITE");
    page.paragraph(&Reference::of_package(package).of_data());
}

fn see_also(page: &mut Page, others: &[String]) {
    page.section("SEE ALSO");
    page.paragraph(&others.iter().map(|name| format!("`{name}`(1)")).collect::<Vec<_>>().join(", "));
}

/// The tables that the keys of a table lead to.
fn tables_named<'p>(package: &'p Package, table: &'p Table) -> Vec<&'p str> {
    let mut names: Vec<&str> = Vec::new();
    for key in table.schema().fields.iter().filter_map(|field| package.key(table, field)) {
        if key.table.name != table.name && !names.contains(&key.table.name.as_str()) {
            names.push(&key.table.name);
        }
    }
    names
}
