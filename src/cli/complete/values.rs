//! The words themselves: commands, flags, and what a flag or an argument takes, from the definition of the command line
//! and from the package.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use clap::{Arg, ArgAction, Command};

use super::Candidate;
use super::matching::{after, in_words, items};
use crate::cli::commands::{THING, is_drawable};
use crate::cli::{Subject, filters, flags, subject_names, subjects};
use crate::package::{Column, Field, FieldType, Key, Package, Place, Table};
use crate::words::words;

/// Words that can come where something was typed.
pub(super) struct Words<'t> {
    typed: &'t str,
    /// Where its last item begins, the `-` of an order not counted.
    pub item: usize,
    /// Those that are documented.
    pub names: Vec<Candidate>,
    /// What else is understood, once it is begun.
    pub others: Vec<Candidate>,
    /// Whether several may be typed, by comma.
    pub is_list: bool,
}

/// A text longer than this, in characters, is read and not typed.
const LONGEST: usize = 60;

/// Cells of columns: the table, where in its rows they stand, and what they are.
type Cells<'p> = (&'p Table, usize, &'p Field);

impl<'t> Words<'t> {
    /// None yet.
    pub(super) fn begun(typed: &'t str) -> Self {
        let item = typed.rfind(',').map_or(0, |comma| comma + 1);
        let item = item + usize::from(typed[item..].starts_with('-'));
        Self { typed, item, names: Vec::new(), others: Vec::new(), is_list: false }
    }

    /// Whether it may be meant. There are many words, and nothing should be made of those that are not.
    fn may_be(&self, text: &str) -> bool {
        after(text, self.typed).is_some() || self.item > 0 && after(text, &self.typed[self.item..]).is_some()
    }

    fn name(&mut self, text: &str, help: &str) {
        if self.may_be(text) {
            self.names.push(Candidate { text: text.to_owned(), help: help.to_owned() });
        }
    }

    fn other(&mut self, text: &str, name: &str) {
        if !self.typed.is_empty() && self.may_be(text) {
            self.others.push(Candidate { text: text.to_owned(), help: name.to_owned() });
        }
    }

    /// The flags that stand alone.
    pub(super) fn top_flags(&mut self) {
        self.name("--help", words().what_to_ask());
        self.name("--lang", words().flag_language());
        self.name("--package", words().flag_package());
        self.name("--version", words().versions());
    }

    /// Tables and commands.
    pub(super) fn subjects(&mut self, package: &Package) {
        for subject in subjects(package) {
            match subject {
                Subject::Table(table) if subject.typed() == table.name => self.table(table),
                Subject::Table(_) => self.name("table", words().before_a_table()),
                Subject::Command(command) => self.name(command.name, command.told().about),
            }
        }
        self.other("help", "");
    }

    /// The tables but for those of these names.
    pub(super) fn tables(&mut self, package: &Package, but: &[String]) {
        package.tables().iter().filter(|table| !but.contains(&table.name)).for_each(|table| self.table(table));
    }

    fn table(&mut self, table: &Table) {
        self.name(&table.name, &table.summary());
        table.called().for_each(|name| self.other(&in_words(name, "_"), &table.name));
    }

    /// What stands below a command: tables, and what it has besides.
    pub(super) fn subcommands(&mut self, package: &Package, command: &Command) {
        self.tables(package, &[]);
        for below in command.get_subcommands() {
            self.name(below.get_name(), &below.get_about().map(ToString::to_string).unwrap_or_default());
        }
    }

    /// The flags of a command but for those that were typed and cannot be again.
    pub(super) fn flags(&mut self, command: &Command, typed: &[&Arg]) {
        let is_left = |flag: &&Arg| {
            let is_typed = || typed.iter().any(|typed| typed.get_id() == flag.get_id());
            matches!(flag.get_action(), ArgAction::Append) || !is_typed()
        };
        for flag in command.get_arguments().filter(is_left) {
            let Some(long) = flag.get_long() else { continue };
            let help = flag.get_help().map(ToString::to_string).unwrap_or_default();
            let add = if flag.is_hide_set() { Self::other } else { Self::name };
            add(self, &format!("--{long}"), &help);
        }
        self.name("--help", words().all_about_it());
    }

    /// What the flags of a table's columns are called besides, as far as the command has them.
    pub(super) fn column_flags(&mut self, package: &Package, table: &Table, command: &Command) {
        for Column { field, .. } in package.columns(table) {
            let own = field.flag();
            if command.get_arguments().any(|flag| flag.get_long() == Some(&own)) {
                for name in field.called().map(|name| in_words(name, "-")).filter(|name| *name != own) {
                    self.other(&format!("--{name}"), &format!("--{own}"));
                    self.other(&format!("--{}{name}", filters::NOT), &format!("--{}{own}", filters::NOT));
                }
            }
        }
    }

    /// What a flag or an argument takes, behind the words that were typed for the same argument.
    pub(super) fn values(
        &mut self,
        package: &Package,
        table: Option<&Table>,
        argument: &Arg,
        before: &[String],
    ) -> Result<()> {
        match (argument.get_id().as_str(), table) {
            ("TABLE", _) => self.tables(package, before),
            ("COMMAND", _) => subject_names(package).for_each(|name| self.name(&name, "")),
            (flags::TABLES, _) => {
                self.tables(package, &[]);
                self.is_list = true;
            }
            (THING, _) => self.things(package, &before.join(" "))?,
            (flags::COLUMNS, Some(table)) => {
                self.columns(package.columns(table));
                self.name("all", words().every_column());
            }
            (flags::SORT | flags::COUNT_BY | filters::MISSING | filters::PRESENT | "X", Some(table)) => {
                self.columns(package.columns(table));
            }
            ("Y", Some(table)) => {
                self.columns(package.columns(table).filter(is_drawable));
                self.is_list = false;
            }
            (id, table) => {
                for value in argument.get_possible_values() {
                    self.name(value.get_name(), "");
                }
                let Some(table) = table else { return Ok(()) };
                let name = match id {
                    "NAME" => table.comparison.as_ref().map(|comparison| comparison.of.as_str()),
                    "YEAR" => table.profile.as_ref().map(|profile| profile.year.as_str()),
                    id => Some(filters::column_of(id)),
                };
                if let Some(column) = package.columns(table).find(|column| Some(&*column.field.name) == name) {
                    self.column_values(package, table, column)?;
                }
            }
        }
        Ok(())
    }

    /// The names of columns.
    fn columns<'p>(&mut self, columns: impl Iterator<Item = Column<'p>>) {
        self.is_list = true;
        for Column { field, .. } in columns {
            self.name(&field.name, field.title());
            field.called().for_each(|name| self.other(&in_words(name, "_"), &field.name));
        }
    }

    /// What the filter of a column takes: members of its set, rows of the table that it points to, or what its cells hold.
    fn column_values(&mut self, package: &Package, table: &Table, column: Column) -> Result<()> {
        let field = column.field;
        let (table, cell) = match column.place {
            Place::Own(cell) => (table, cell),
            Place::Joined { key, cell } => (key.table, cell),
        };
        self.is_list = true;
        match field.field_type {
            _ if !field.choices().is_empty() => self.members(field),
            FieldType::Boolean => ["true", "false"].map(|value| self.name(value, "")).into_iter().collect(),
            // Of figures each is its own, and what is asked for is a range.
            FieldType::Number => {}
            FieldType::String | FieldType::List if !field.dates => {
                if let Some(key) = package.key(table, field) {
                    self.rows(package, key, true)?;
                } else {
                    // A comma in a text is one of its characters.
                    self.is_list = false;
                    self.held(package, [(table, cell, field)])?;
                }
            }
            _ => {
                self.held(package, [(table, cell, field)])?;
                self.name("latest", words().the_greatest());
            }
        }
        Ok(())
    }

    fn members(&mut self, field: &Field) {
        for member in field.choices() {
            let category = field.categories().iter().find(|category| category.value == *member);
            self.name(member, category.map_or("", |category| category.label()));
            category.iter().flat_map(|it| it.called()).for_each(|name| self.other(name, member));
        }
    }

    /// The rows that a key may name: by the key, and if wanted by what else they are called.
    fn rows(&mut self, package: &Package, key: Key, has_others: bool) -> Result<()> {
        let cells = key.table.names.iter().filter_map(|name| key.table.index_of(name));
        let others: Vec<usize> = cells.filter(|cell| *cell != key.target && has_others).collect();
        let mut rows = package.rows(key.table)?;
        while let Some(record) = rows.next_record()? {
            let name = record.text(key.target)?;
            let may_be = self.may_be(name);
            let mut help = "";
            for &cell in &others {
                for other in items(record.text(cell)?, &key.table.schema().fields[cell]) {
                    // Another name tells what an id is of; a code tells nobody anything.
                    if may_be && help.is_empty() && other.contains(char::is_alphabetic) {
                        help = other;
                    }
                    self.other(other, name);
                }
            }
            self.name(name, help);
        }
        Ok(())
    }

    /// What cells hold, each text once, but for what is long.
    fn held<'p>(&mut self, package: &Package, cells: impl IntoIterator<Item = Cells<'p>>) -> Result<()> {
        let mut texts = BTreeSet::new();
        for (table, cell, field) in cells {
            let mut rows = package.rows(table)?;
            while let Some(record) = rows.next_record()? {
                for item in items(record.text(cell)?, field) {
                    if self.may_be(item) && !texts.contains(item) && item.chars().nth(LONGEST).is_none() {
                        texts.insert(item.to_owned());
                    }
                }
            }
        }
        for text in &texts {
            self.name(text, "");
        }
        Ok(())
    }

    /// Everything that has a name, less the words of it that stand before.
    fn things(&mut self, package: &Package, before: &str) -> Result<()> {
        let mut kinds: BTreeMap<&str, (Option<Key>, Vec<Cells>)> = BTreeMap::new();
        for table in package.tables() {
            for (cell, field) in table.schema().fields.iter().enumerate() {
                let Some(kind) = &field.subject else { continue };
                let (key, cells) = kinds.entry(kind).or_default();
                *key = key.or_else(|| package.key(table, field));
                // How one source spells it is not what it is called.
                cells.extend(field.spelling_of.is_none().then_some((table, cell, field)));
            }
        }
        let whole = if before.is_empty() { self.typed.to_owned() } else { format!("{before} {}", self.typed) };
        let mut things = Words::begun(&whole);
        let is_word = whole.starts_with(char::is_alphabetic);
        for (key, cells) in kinds.into_values() {
            match key {
                // What has a number for its name is not looked for by a word.
                Some(key) if is_word && key.field.field_type.is_numeric() => {}
                Some(key) => things.rows(package, key, !whole.is_empty())?,
                // For a letter the things that have rows of their own are more than enough to read.
                None if whole.chars().nth(1).is_none() => {}
                None => things.held(package, cells)?,
            }
        }
        let Words { names, others, .. } = things;
        let typed_before = whole.len() - self.typed.len();
        for (list, things) in [(&mut self.names, names), (&mut self.others, others)] {
            let rest = |thing: Candidate| {
                let text = after(&thing.text, &whole[..typed_before])?.to_owned();
                Some(Candidate { text, ..thing })
            };
            list.extend(things.into_iter().filter_map(rest));
        }
        Ok(())
    }
}
