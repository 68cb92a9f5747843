//! What help tells, and the manual where it says the same: much is made from the package's description.

mod examples;
mod fit;
mod page;

use std::fmt::Write as _;

use clap::{Arg, ArgAction, Command};
use textwrap::core::display_width;

use fit::{cut, filled_from};
pub(super) use fit::{fitted, width};
pub(super) use page::{FILTERS, OUTPUT, Page, spelled, title_of, usage};

use super::commands::{COMMANDS, Command as Described};
use super::scope::Scope;
use super::{Subject, flags};
use crate::package::{Column, FieldType, Package, Place, Table};
use crate::text::escape_control;
use crate::words::{LANGUAGES, Placeholders, Surroundings, Text, words};

/// What the program reads of its environment.
pub(super) const ENVIRONMENT: [(&str, Text); 12] = [
    ("ITKOMMUN_LANG", Surroundings::environment_own_language),
    ("LC_ALL, LC_MESSAGES, LANG", Surroundings::environment_locale),
    ("LANGUAGE", Surroundings::environment_languages),
    ("ITKOMMUN_PAGER", Surroundings::environment_own_pager),
    ("PAGER", Surroundings::environment_pager),
    ("NO_COLOR", Surroundings::environment_no_color),
    ("CLICOLOR_FORCE", Surroundings::environment_color_force),
    ("COLUMNS", Surroundings::environment_columns),
    ("ITKOMMUN_THREADS", Surroundings::environment_threads),
    ("TERM", Surroundings::environment_term),
    ("LESS", Surroundings::environment_less),
    ("LESSCHARSET", Surroundings::environment_less_charset),
];

/// The features that this build may have, and whether it has them.
const FEATURES: [(&str, bool); 2] = [("sql", cfg!(feature = "sql")), ("xlsx", cfg!(feature = "xlsx"))];

/// The top of the command line, without tables and commands.
pub(super) fn top(package: &Package) -> Command {
    let features: Vec<&str> = FEATURES.iter().filter(|(_, is_built)| *is_built).map(|(name, _)| *name).collect();
    let version = version(package);
    Command::new("itkommun")
        .long_version(format!("{version}\n{}", words().features(&features)))
        .version(version)
        .about(package.title().to_owned())
        .long_about(package.description().to_owned())
        .override_usage(words().usage_of_table(None))
        .max_term_width(100)
        .disable_help_subcommand(true)
        .infer_long_args(false)
}

/// The command line with flags for help and version that are told of in our words, below every command, too.
pub(super) fn with_own_flags(top: Command) -> Command {
    let flag = |id: &'static str, letter, action| Arg::new(id).long(id).short(letter).action(action);
    let version = flag("version", 'V', ArgAction::Version).help(words().versions());
    let help = move |about: &'static str| flag("help", 'h', ArgAction::Help).help(about);
    let with_help = move |command: Command| command.disable_help_flag(true).arg(help(words().all_about_it()));
    let surroundings = [flags::own_package(&Scope::all()), flags::language(&Scope::all())];
    with_help(top.args(surroundings.map(|flag| flag.help_heading(None::<&str>))))
        .mut_arg("help", |help| help.help(words().what_to_ask()))
        .disable_version_flag(true)
        .arg(version)
        .mut_subcommands(move |command| with_help(command).mut_subcommands(with_help))
}

/// The version of the program, and that of the data with its date.
fn version(package: &Package) -> String {
    let program = env!("CARGO_PKG_VERSION");
    let of_data = [package.version(), package.date()].into_iter().filter(|part| !part.is_empty());
    let of_data = of_data.collect::<Vec<_>>().join(", ");
    if of_data.is_empty() { program.to_owned() } else { words().program_version(program, &escape_control(&of_data)) }
}

/// One screen: what this is, the tables with a line each, three examples; `--help` tells of the other commands, too.
pub(super) fn arranged(package: &Package, columns: usize, is_short: bool) -> Command {
    let words = words();
    let names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    let width = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let line = |Described { name, told, .. }: &Described| format!("  {name:width$}  {}\n", told(words).about);
    let commands: String = COMMANDS.iter().map(|command| line(command)).collect();
    let typed = |table| Subject::Table(table).typed();
    let indent = package.tables().iter().map(|table| display_width(&typed(table))).max().unwrap_or(0) + 4;
    let room = if is_short { columns.saturating_sub(indent) } else { usize::MAX };
    let tables = package.meant_tables();
    let tables = tables.map(|table| Command::new(typed(table).into_owned()).about(cut(&table.summary(), room)));
    let examples = package.examples("").iter();
    let heading =
        if package.examples("").is_empty() { String::new() } else { format!("{}:\n", words.heading_examples()) };
    let examples = examples.fold(heading, |lines, example| lines + "  itkommun " + example + "\n");
    let tables_heading = filled_from(words.tables_whose_columns_are_filters(), columns, 0, "");
    // clap breaks no usage.
    let heading = format!("{}: ", words.heading_usage());
    let indent = display_width(&heading);
    let usage = filled_from(&words.usage_of_table(None), columns, indent, &" ".repeat(indent));
    let (others, versions) = (words.other_commands(), words.where_versions_are());
    let own = words.where_own_packages_are();
    top(package)
        .term_width(columns)
        .subcommands(tables)
        .help_template(format!("{{about}}\n{heading}{usage}\n{tables_heading}:\n{{subcommands}}{{after-help}}"))
        .after_help(format!("{others}: {}\n{examples}\n{LANGUAGES}", names.join(", ")))
        .after_long_help(format!("{others}:\n{commands}\n{examples}\n{own}\n{versions}\n{LANGUAGES}"))
}

/// What a text says first: up to a colon, a semicolon or the full stop.
pub(super) fn summary(text: &str) -> &str {
    let parts = [": ", "; ", ". "];
    parts.iter().fold(text, |text, end| text.split(end).next().unwrap_or_default()).trim_end_matches('.')
}

/// What stands for the value of a filter in the help.
pub(super) fn value_name(package: &Package, table: &Table, column: Column) -> Text {
    let field = column.field;
    match field.field_type {
        FieldType::Integer | FieldType::Number => Placeholders::a_number,
        FieldType::Year => Placeholders::a_year,
        FieldType::Date => Placeholders::a_date,
        FieldType::String if field.dates => Placeholders::a_date,
        FieldType::Boolean => Placeholders::a_bool,
        FieldType::String if !field.choices().is_empty() => Placeholders::a_choice,
        FieldType::String | FieldType::List if named_table(package, table, column).is_some() => Placeholders::a_name,
        FieldType::String | FieldType::List => Placeholders::a_text,
    }
}

/// What a column means, and where it is found if that is another table.
pub(super) fn of_column(package: &Package, table: &Table, column: Column) -> String {
    let mut text = column.field.description().to_owned();
    match column.place {
        Place::Joined { key, .. } => {
            let _ = write!(text, " [{}]", words().through(&key.columns().join(", ")));
        }
        Place::Own(_) => {
            if let Some(named) = named_table(package, table, column) {
                let _ = write!(text, " [{}]", words().a_row_of(&named.name));
            } else if !column.field.choices().is_empty() {
                let _ = write!(text, " [{}]", column.field.choices().join(", "));
            }
        }
    }
    text
}

/// What the values of filters may be, by what stands for them in the help: numbers first, those that are true or false
/// last.
pub(super) fn values() -> [(String, &'static str); 5] {
    let words = words();
    let numbers = [words.a_number(), words.a_year(), words.a_date()].join(", ");
    [
        (numbers, words.accepted_numbers()),
        (words.a_choice().to_owned(), words.accepted_choices()),
        (words.a_name().to_owned(), words.accepted_names()),
        (words.a_text().to_owned(), words.accepted_texts()),
        (words.a_bool().to_owned(), words.accepted_bools()),
    ]
}

/// What the values of a table's filters may be.
pub(super) fn of_values(package: &Package, table: &Table) -> String {
    let (has, words) = (|wanted| package.columns(table).any(|it| it.field.field_type == wanted), words());
    let [numbers, choices, names, texts, bools] = values();
    let decimals = has(FieldType::Number).then(|| (String::new(), words.accepted_decimals()));
    let bools = Some(bools).filter(|_| has(FieldType::Boolean));
    let width = display_width(&numbers.0);
    let listed = [numbers].into_iter().chain(decimals).chain([choices, names, texts]).chain(bools);
    let mut text = format!("{}:\n", words.heading_values());
    for (name, accepted) in listed {
        let _ = writeln!(text, "  {name:width$}  {accepted}");
    }
    let _ = write!(text, "{}\n{}\n\n{}", words.several_flags(), words.exclusion(), words.more_of_table(&table.name));
    text
}

/// The table whose rows a filter names, if it is such a filter: a key of numbers is asked for by number.
fn named_table<'p>(package: &'p Package, table: &'p Table, column: Column) -> Option<&'p Table> {
    let asked_by_name = matches!(column.place, Place::Own(_)) && !column.field.field_type.is_numeric();
    if asked_by_name { package.key(table, column.field).map(|key| key.table) } else { None }
}
