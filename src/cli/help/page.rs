//! The help of one command: in short on a screen, or in full.
//!
//! clap knows what there is; its own pages put every flag of a table with its whole meaning before the first example,
//! two screens down. Here what one came for stands first, and flags that all tables share are only named in short.

use std::fmt::Write as _;

use clap::{Arg, Command};
use textwrap::core::display_width;

use super::examples::examples;
use super::fit::{cut, filled_from, fitted, width};
use super::{of_values, summary};
use crate::cli::Subject;
use crate::cli::figures;
use crate::cli::filters::NOT;
use crate::output::Terminal;
use crate::package::Package;
use crate::text::sort_by_key;
use crate::words::{LANGUAGES, words};

/// What is shown of a command.
pub(in crate::cli) struct Page<'a> {
    pub package: &'a Package,
    /// The table or the command that was named.
    pub subject: Subject<'a>,
    /// How clap knows it, or the one of its subcommands that is asked about.
    pub command: &'a Command,
    /// What is typed for it.
    pub name: String,
    /// Where it is shown.
    pub terminal: Terminal,
}

/// What holds a letter and a name together until lines are made: a no-break space.
const JOINED: &str = "\u{a0}";

/// Flags and arguments longer than this have their meaning in the lines below.
const LONGEST_NAME: usize = 24;

impl Page<'_> {
    /// The page of one screen: no meaning takes more than a line.
    pub(in crate::cli) fn in_short(&self) -> String {
        let mut text = String::new();
        self.beginning(&mut text, self.command.get_about());
        self.arguments(&mut text, true);
        let is_shown = |flag: &&Arg| self.shows(flag.get_id().as_str());
        let (first, others): (Vec<&Arg>, Vec<&Arg>) = self.flags(FILTERS).into_iter().partition(is_shown);
        self.list(&mut text, title_of(FILTERS), &first, true);
        let mut others: Vec<String> = others.into_iter().map(|flag| letter_and_name(flag, JOINED)).collect();
        if self.table().is_some() {
            others.push(format!("--{NOT}<{}>", words().a_column()));
            self.names(&mut text, &format!("  {} ", words().also()), &others);
        }
        let of_output: Vec<String> = self.flags(OUTPUT).into_iter().map(|flag| letter_and_name(flag, JOINED)).collect();
        if !of_output.is_empty() {
            text.push('\n');
            self.names(&mut text, &format!("{}: ", title_of(OUTPUT)), &of_output);
        }
        let _ = writeln!(text, "\n{}", self.filled(words().more_than_a_screen(), ""));
        fitted(text)
    }

    /// The whole page.
    pub(in crate::cli) fn in_full(&self) -> String {
        let mut text = String::new();
        self.beginning(&mut text, self.command.get_long_about().or(self.command.get_about()));
        self.arguments(&mut text, false);
        self.list(&mut text, title_of(FILTERS), &self.flags(FILTERS), false);
        let mut output: Vec<(String, String)> = items_of(&self.flags(OUTPUT));
        output.push(("-h, --help".to_owned(), words().this_page().to_owned()));
        self.items(&mut text, title_of(OUTPUT), &output, false);
        // Whatever has filters says what they accept.
        let compared = || figures::compared(self.package).ok().map(|(table, _)| table);
        let filtered = self.table().or_else(|| compared().filter(|_| !self.flags(FILTERS).is_empty()));
        if let Some(table) = filtered {
            text.push('\n');
            for line in of_values(self.package, table).lines() {
                let gap = line.rfind("  ").filter(|_| line.starts_with(' '));
                let meaning = gap.map_or(0, |gap| display_width(&line[..gap]) + 2);
                let _ = writeln!(text, "{}", self.filled(line, &" ".repeat(meaning)));
            }
        }
        if let Subject::Command(command) = self.subject
            && let notes = command.told().notes
            && !notes.is_empty()
        {
            let _ = writeln!(text, "\n{}", self.filled(notes, ""));
        }
        let _ = writeln!(text, "\n{}", self.filled(LANGUAGES, ""));
        text
    }

    /// What it is, how it is typed, and examples.
    fn beginning(&self, text: &mut String, about: Option<&clap::builder::StyledStr>) {
        let about = about.map(ToString::to_string).unwrap_or_default();
        let usage = usage(&mut self.command.clone());
        let heading = words().heading_usage();
        let indent = display_width(heading) + 2;
        let _ = writeln!(text, "{}", self.filled(about.trim(), ""));
        let _ = writeln!(text, "{} {}", self.heading(heading), self.filled_from(&usage, indent, &" ".repeat(indent)));
        let examples = examples(self.package, self.subject, &self.name, self.table());
        if !examples.is_empty() {
            let _ = writeln!(text, "\n{}", self.heading(words().heading_examples()));
            for example in examples {
                let _ = writeln!(text, "  itkommun {example}");
            }
        }
    }

    fn table(&self) -> Option<&crate::package::Table> {
        match self.subject {
            Subject::Table(table) => Some(table),
            Subject::Command(_) => self.package.table(self.command.get_name()),
        }
    }

    /// Whether a filter has a line of its own: one on a column that people are shown, or on any where none are chosen.
    fn shows(&self, filter: &str) -> bool {
        self.table().is_none_or(|table| {
            let is_own = || table.columns.is_empty() && table.index_of(filter).is_some();
            is_own() || table.columns.iter().any(|column| column == filter)
        })
    }

    /// The flags below a heading.
    fn flags(&self, heading: &str) -> Vec<&Arg> {
        let flags = self.command.get_opts().chain(self.command.get_arguments().filter(|arg| is_switch(arg)));
        let mut flags: Vec<&Arg> =
            flags.filter(|flag| flag.get_help_heading() == Some(heading) && !flag.is_hide_set()).collect();
        let order = |flag: &Arg| self.command.get_arguments().position(|other| other.get_id() == flag.get_id());
        sort_by_key(&mut flags, |flag| order(flag));
        flags.dedup_by_key(|flag| flag.get_id());
        flags
    }

    /// The arguments, the subcommands, and the flags of this command alone.
    fn arguments(&self, text: &mut String, is_short: bool) {
        let arguments: Vec<&Arg> = self.command.get_positionals().collect();
        self.list(text, words().heading_arguments(), &arguments, false);
        let subcommands: Vec<(String, String)> = self
            .command
            .get_subcommands()
            .map(|it| (it.get_name().to_owned(), it.get_about().map(ToString::to_string).unwrap_or_default()))
            .collect();
        self.items(
            text,
            self.command.get_subcommand_help_heading().unwrap_or(words().heading_commands()),
            &subcommands,
            is_short,
        );
        let own = self.command.get_arguments();
        let own = own.filter(|arg| !arg.is_positional() && arg.get_help_heading().is_none() && !arg.is_hide_set());
        let own: Vec<&Arg> = own.filter(|arg| arg.get_id() != "help").collect();
        // There are few of them, and they are this command's own.
        self.list(text, words().heading_options(), &own, false);
    }

    fn list(&self, text: &mut String, heading: &str, flags: &[&Arg], is_short: bool) {
        self.items(text, heading, &items_of(flags), is_short);
    }

    fn items(&self, text: &mut String, heading: &str, items: &[(String, String)], is_short: bool) {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(text, "\n{}", self.heading(heading));
        let widths = items.iter().map(|(name, _)| display_width(name));
        let column = widths.filter(|width| *width <= LONGEST_NAME).max().unwrap_or(LONGEST_NAME);
        for (name, meaning) in items {
            let padded = display_width(name).max(column);
            if is_short {
                let room = self.width().saturating_sub(padded + 4);
                let _ = writeln!(text, "  {name:column$}  {}", cut(summary(meaning), room));
                continue;
            }
            let below = " ".repeat(column + 4);
            if padded > column {
                let _ = writeln!(text, "  {name}\n{below}{}", self.filled_from(meaning, column + 4, &below));
            } else {
                let _ = writeln!(text, "  {name:column$}  {}", self.filled_from(meaning, column + 4, &below));
            }
        }
    }

    /// The names of flags in wrapped lines, behind a word.
    fn names(&self, text: &mut String, word: &str, names: &[String]) {
        let width = display_width(word);
        let lines = self.filled_from(&names.join(", "), width, &" ".repeat(width)).replace(JOINED, " ");
        let word = if word.starts_with(' ') { word.into() } else { self.terminal.bold(word) };
        let _ = writeln!(text, "{word}{lines}");
    }

    fn heading(&self, heading: &str) -> String {
        self.terminal.bold(&format!("{heading}:")).into_owned()
    }

    fn width(&self) -> usize {
        width(self.terminal)
    }

    /// The text in lines, those after the first indented.
    fn filled(&self, text: &str, indent: &str) -> String {
        self.filled_from(text, 0, indent)
    }

    /// The same where the first line begins at this column.
    fn filled_from(&self, text: &str, column: usize, indent: &str) -> String {
        filled_from(text, self.width(), column, indent)
    }
}

/// What clap knows the groups of flags by, those that take rows and those that say how the answer comes.
pub(in crate::cli) const FILTERS: &str = "FILTERS";
pub(in crate::cli) const OUTPUT: &str = "OUTPUT";

/// The heading of a group of flags.
pub(in crate::cli) fn title_of(group: &str) -> &'static str {
    if group == FILTERS { words().heading_filters() } else { words().heading_output() }
}

/// How a command is typed.
pub(in crate::cli) fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    usage.trim().replace("[OPTIONS]", words().any_flags())
}

fn is_switch(arg: &Arg) -> bool {
    !arg.is_positional() && !arg.get_action().takes_values()
}

/// An argument or a flag as it is typed, with what stands for its value.
pub(in crate::cli) fn spelled(arg: &Arg) -> String {
    let values = arg.get_value_names().unwrap_or_default().iter().map(|name| format!("<{name}>")).collect::<Vec<_>>();
    if arg.is_positional() {
        return arg.to_string();
    }
    let takes = arg.get_action().takes_values() && !values.is_empty();
    let value = if takes { format!(" {}", values.join(" ")) } else { String::new() };
    format!("{}{value}", letter_and_name(arg, ", "))
}

fn letter_and_name(arg: &Arg, between: &str) -> String {
    let letter = arg.get_short().map(|letter| format!("-{letter}{between}")).unwrap_or_default();
    format!("{letter}--{}", arg.get_long().unwrap_or_default())
}

/// Flags as they are typed, with what they mean.
fn items_of(flags: &[&Arg]) -> Vec<(String, String)> {
    flags.iter().map(|flag| (spelled(flag), meaning(flag))).collect()
}

fn meaning(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}
