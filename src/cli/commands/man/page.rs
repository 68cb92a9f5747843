//! What stands on a page of the manual.

use anyhow::Result;
use clap::Arg;
use clap::builder::PossibleValue;

use super::roff::Page;
use crate::answer::Reference;
use crate::cli::commands::COMMANDS;
use crate::cli::exit::ExitStatus;
use crate::cli::rows::USUAL_FORMAT;
use crate::cli::scope::Scope;
use crate::cli::{Subject, help, subjects};
use crate::output::Format;
use crate::package::{Package, Table};
use crate::words::{Told, words};

/// The name of the program's page.
pub(super) const PROGRAM: &str = "itkommun";

/// The name of the page of a table or a command.
pub(super) fn page_name(subject: &str) -> String {
    format!("{PROGRAM}-{subject}")
}

/// The page of the program: what holds for every command stands here.
pub(super) fn of_program(package: &Package) -> Result<String> {
    let words = words();
    let mut page = begin(package, PROGRAM, package.title());
    page.section(words.section_synopsis());
    page.lines(&[words.usage_of_table(None), words.usage_of_command().to_owned()]);
    page.section(words.section_description());
    page.paragraph(package.description());
    page.paragraph(words.one_rule());
    page.paragraph(words.where_answers_go());
    page.section(words.section_tables());
    for table in package.tables() {
        page.entry(&table.name, &table.summary());
    }
    page.section(words.section_commands());
    for command in COMMANDS {
        page.entry(command.name, command.told().about);
    }
    page.section(words.section_options());
    options(&mut page, &mut help::with_own_flags(help::top(package)));
    page.section(words.section_values());
    page.paragraph(words.values_depend());
    for (name, accepted) in help::values() {
        page.entry(&name, accepted);
    }
    for paragraph in [words.ranges(), words.several_flags(), words.exclusion(), words.emptiness()] {
        page.paragraph(paragraph);
    }
    formats(&mut page, Format::ALL, &words.usual_format_of_all(USUAL_FORMAT(words)));
    end(&mut page, package, &[], "");
    see_also(&mut page, &subjects(package).map(|subject| page_name(subject.name())).collect::<Vec<_>>());
    page.finish()
}

/// The page of a table or a command.
pub(super) fn of(package: &Package, subject: Subject) -> Result<String> {
    let (words, name) = (words(), subject.name());
    let mut command = subject.build(package, &Scope::all()).bin_name(format!("itkommun {name}"));
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = begin(package, &page_name(name), &about);
    page.section(words.section_synopsis());
    page.lines(&help::usage(&mut command).lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>());
    page.section(words.section_description());
    match subject {
        Subject::Table(table) => page.paragraph(table.description()),
        Subject::Command(command) => {
            let Told { about, notes } = command.told();
            page.paragraph(&format!("{about}."));
            let (prose, list): (Vec<&str>, Vec<&str>) = notes.lines().partition(|line| !line.starts_with(' '));
            page.paragraph(&prose.join(" "));
            for (name, meaning) in list.iter().filter_map(|line| line.trim().split_once("  ")) {
                page.entry(name, meaning.trim());
            }
        }
    }
    page.section(words.section_options());
    options(&mut page, &mut command);
    if subject.formats().len() > 1 {
        let usual = match subject {
            Subject::Table(_) => USUAL_FORMAT,
            Subject::Command(command) => command.usual_format,
        };
        formats(&mut page, subject.formats(), &words.usual_format(usual(words)));
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
            page.part(help::title_of(heading));
        }
        if heading == Some(help::FILTERS) {
            page.paragraph(words().filters_elsewhere());
        }
        let own = arguments.iter().filter(|arg| arg.get_help_heading() == heading && arg.get_id() != "help");
        for arg in own {
            page.entry(&help::spelled(arg), &meaning(arg));
        }
    }
    page.entry("-h, --help", words().help_flag());
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
    let mut add = |told: String| text = format!("{text} [{told}]");
    let values = arg.get_possible_values();
    if !arg.is_hide_possible_values_set() && !values.is_empty() {
        let values: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        add(words().possible_values(&values.join(", ")));
    }
    if let Some(aliases) = arg.get_visible_aliases().filter(|aliases| !aliases.is_empty()) {
        add(words().alias(&aliases.iter().map(|alias| format!("--{alias}")).collect::<Vec<_>>().join(", ")));
    }
    text
}

fn formats(page: &mut Page, formats: &[Format], usual: &str) {
    page.section(words().section_formats());
    page.paragraph(usual);
    for format in formats {
        let endings: Vec<String> = format.endings().iter().map(|ending| format!(".{ending}")).collect();
        if endings.is_empty() {
            page.entry(format.name(), format.about());
        } else {
            page.entry(format.name(), &words().in_files_named(format.about(), &endings.join(", ")));
        }
    }
}

/// What every page has, from the exit status to how the data is cited.
fn end(page: &mut Page, package: &Package, own: &[&str], subject: &str) {
    let words = words();
    page.section(words.section_status());
    for status in ExitStatus::ALL {
        page.entry(&status.code().to_string(), status.meaning());
    }
    page.section(words.section_environment());
    for (name, meaning) in help::ENVIRONMENT {
        page.entry(name, meaning(words));
    }
    page.section(words.section_files());
    page.paragraph(words.no_files());
    let of_package = package.examples(subject).iter().map(String::as_str);
    let examples: Vec<String> = own.iter().copied().chain(of_package).map(|it| format!("itkommun {it}")).collect();
    if !examples.is_empty() {
        page.section(words.section_examples());
        page.lines(&examples);
    }
    page.section(words.section_licence());
    page.paragraph(words.licence_of_program());
    let of_data = package.license_names();
    if !of_data.is_empty() {
        page.paragraph(&words.licence_of_data(&of_data));
    }
    page.section(words.section_citing());
    page.paragraph(&Reference::of_package(package).of_data());
}

fn see_also(page: &mut Page, others: &[String]) {
    page.section(words().section_see_also());
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
