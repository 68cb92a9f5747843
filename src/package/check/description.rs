//! Checking a descriptor: that the names in it name something.

use std::collections::HashSet;

use serde_json::Value;

use super::declared::Declared;
use super::written::Written;
use super::{Problem, no_column, no_column_of, other_files, unique, unread, value};
use crate::error::did_you_mean;
use crate::package::descriptor::Bibliography;
use crate::package::files::DESCRIPTOR;
use crate::package::{Field, FieldType, Package, Table, place};
use crate::text::is_address;
use crate::words::words;

/// What is wrong with a package's description, with its text and what is written there.
pub(super) fn check(package: &Package, (text, written): (&str, &Value)) -> Vec<Problem> {
    let as_text = text;
    let text = Written::new(text);
    let (mut problems, mut earlier) = (Vec::new(), HashSet::new());
    problems.extend(text.twice());
    if let Some(own) = &package.own {
        problems.extend_from_slice(&own.problems);
    }
    if let Some(name) = written["name"].as_str().filter(|name| !is_name(written, name)) {
        problems.push(place::problem((DESCRIPTOR, as_text), "/name", words().no_name("package", name)));
    }
    let described = written["resources"].as_array().into_iter().flatten();
    let described = described.enumerate();
    let (of_tables, of_files): (Vec<_>, Vec<_>) = described.partition(|(_, resource)| !resource["schema"].is_null());
    let of_files: Vec<&Value> = of_files.into_iter().map(|(_, resource)| resource).collect();
    for (index, (table, (at, described))) in package.tables().iter().zip(of_tables).enumerate() {
        let mut description = Description { text: &text, table, problems: &mut problems };
        if index == 0 {
            description.package(package);
        }
        if !is_name(written, &table.name) {
            description.add(&table.name, words().no_name("table", &table.name));
        }
        if !earlier.insert(&table.name) {
            description.add(&table.name, words().table_described_twice(&table.name));
        }
        for (pointer, message) in unread::of(described) {
            let (place, message) = (format!("/resources/{at}{pointer}"), format!("{}: {message}", table.name));
            description.problems.push(place::problem((DESCRIPTOR, as_text), &place, message));
        }
        description.fields(&Declared::of_table(described));
        description.columns(package);
        description.keys(package);
        description.lists();
        description.unique_keys(described);
        description.views(package);
    }
    if package.licenses().any(|license| license.name.is_empty() && license.path.is_empty()) {
        problems.push(text.problem("licenses", ("licenses", 0), words().license_without_name().to_owned()));
    }
    problems.extend(other_files::check(package, &of_files, &text));
    for problem in problems.iter_mut().filter(|problem| problem.file == DESCRIPTOR) {
        package.descriptor_file().clone_into(&mut problem.file);
    }
    problems
}

/// Whether a package or a table may be called so. The first version of the standard restricts names, and a description is of
/// that unless it says of which it is; the second recommends the same and asks for any name.
fn is_name(written: &Value, name: &str) -> bool {
    let is_later = written["$schema"].as_str().is_some_and(|schema| schema.contains("/profiles/2."));
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._/".contains(&byte);
    !name.is_empty() && (is_later || name.bytes().all(is_plain))
}

/// One table's description, and where its problems go.
struct Description<'d> {
    text: &'d Written<'d>,
    table: &'d Table,
    problems: &'d mut Vec<Problem>,
}

impl Description<'_> {
    /// Adds a problem at the place where the description of the table first mentions a name.
    fn add(&mut self, name: &str, message: String) {
        self.add_at(0, name, message);
    }

    /// The same at a later mention, after so many.
    fn add_at(&mut self, mentions: usize, name: &str, message: String) {
        self.problems.push(self.text.problem(&self.table.name, (name, mentions), message));
    }

    /// The addresses that the package itself names.
    fn package(&mut self, package: &Package) {
        let place = Some(package.place()).filter(|place| !place.is_empty());
        for address in package.themes().iter().map(String::as_str).chain(place).filter(|address| !is_address(address)) {
            self.add(address, words().no_address(address));
        }
    }

    fn fields(&mut self, declared: &[Declared]) {
        let fields = &self.table.schema().fields;
        let mut earlier = HashSet::new();
        for (index, field) in fields.iter().enumerate() {
            if !earlier.insert(&field.name) {
                self.add_at(1, &field.name, words().column_described_twice(&self.table.name, &field.name));
            }
            if field.field_type == FieldType::List && !field.delimiter.is_ascii() {
                self.add(&field.name, words().delimiter_not_ascii(field.delimiter, &field.name));
            }
            if let Some(pattern) =
                field.constraints.pattern.as_ref().filter(|pattern| value::expression(pattern).is_none())
            {
                self.add(pattern, words().no_expression(pattern));
            }
            if let Some(template) = field.value_url.as_ref().filter(|_| !field.has_addresses()) {
                self.add(template, words().no_address_of_values(template, &field.name));
            }
            let wrong = declared.get(index).map(|declared| declared.wrong_description(field)).unwrap_or_default();
            for message in wrong.into_iter().chain(wrong_members(field, declared.get(index))) {
                self.add(&field.name, message);
            }
        }
    }

    fn columns(&mut self, package: &Package) {
        let own: HashSet<&str> = self.table.schema().fields.iter().map(|field| &*field.name).collect();
        for name in columns_named(self.table).filter(|name| !own.contains(name)) {
            self.add(name, no_column(self.table, name));
        }
        // What people are shown and what is told of a figure may stand in columns that keys open, too.
        let all = || package.columns(self.table).map(|column| column.field);
        let names: HashSet<&str> = all().map(|field| &*field.name).collect();
        for name in joined_columns_named(self.table).filter(|name| !names.contains(name.as_str())) {
            self.add(name, no_column_of(self.table, all(), name));
        }
    }

    /// What comparisons, profiles, timelines and figures ask of the columns that they name.
    fn views(&mut self, package: &Package) {
        let table = self.table;
        let field = |name: &String| table.index_of(name).map(|index| &table.schema().fields[index]);
        let comparison = table.comparison.as_ref().map(|comparison| &comparison.of);
        let timeline = table.timeline.as_ref().map(|timeline| &timeline.key);
        for name in comparison.into_iter().chain(timeline) {
            if field(name).is_some_and(|field| package.key(table, field).is_none()) {
                self.add(name, words().no_key_column(name));
            }
        }
        for (name, members) in sets(table) {
            let Some(column) = package.columns(table).find(|column| column.field.name == *name) else { continue };
            let allowed = &column.field.constraints.allowed;
            if allowed.is_empty() {
                self.add(name, words().no_fixed_set(name));
            }
            for member in members.into_iter().filter(|member| !allowed.contains(member)) {
                self.add(member, words().no_member(member, name));
            }
        }
        if let Some(outlined) = table.outlines.as_ref().filter(|_| package.outlines_file(table).is_none()) {
            self.add(&outlined.resource, words().no_file_of_outlines(&outlined.resource));
        }
        if let Some((low, high)) = table.profile.as_ref().map(|profile| profile.scale).filter(|(low, high)| low >= high)
        {
            self.add("scale", words().scale_does_not_rise(low, high));
        }
    }

    fn keys(&mut self, package: &Package) {
        for key in self.table.schema().all_keys() {
            let Some(far) = package.far_table(self.table, key) else {
                let names = package.tables().iter().map(|table| table.name.as_str());
                let hint = did_you_mean(&key.reference.table, names);
                self.add(&key.reference.table, words().no_table(&key.reference.table) + &hint);
                continue;
            };
            let coverage = key.coverage.as_ref().map(|coverage| &coverage.column);
            for name in key.opens.iter().chain(&key.reference.columns).chain(coverage).chain(&key.shows) {
                if far.index_of(name).is_none() {
                    self.add(name, no_column(far, name));
                }
            }
            for (at, name) in key.opens.iter().enumerate() {
                if !self.table.is_opened_by(key, name) || key.opens[..at].contains(name) {
                    self.add(name, words().opened_name_is_taken(name));
                }
            }
            let [own, repeated] = [&key.columns, &key.reference.columns].map(Vec::len);
            if own != repeated {
                self.add(key.column(), words().uneven_key(&key.columns.join(", "), own, repeated));
            }
        }
    }

    fn unique_keys(&mut self, described: &Value) {
        for name in unique::keys(described).flatten().filter_map(Value::as_str) {
            if self.table.index_of(name).is_none() {
                self.add(name, no_column(self.table, name));
            }
        }
    }

    /// Which columns must be lists, and which must not.
    fn lists(&mut self) {
        let table = self.table;
        let is_list = |name: &String| {
            let index = table.index_of(name)?;
            Some(table.schema().fields[index].field_type == FieldType::List)
        };
        for name in table.schema().primary_key.iter().filter(|name| is_list(name) == Some(true)) {
            self.add(name, words().list_in_primary_key(name));
        }
        for name in
            table.schema().foreign_keys().flat_map(|key| &key.columns).filter(|name| is_list(name) == Some(true))
        {
            self.add(name, words().list_in_foreign_key(name));
        }
        for key in table.schema().keys() {
            let Some(locator) = key.locator.as_ref() else { continue };
            if let (Some(true), Some(false)) = (is_list(key.column()), is_list(locator)) {
                self.add(locator, words().locator_no_list(locator, key.column()));
            }
        }
        for name in table.marks.columns().filter(|name| is_list(name) == Some(false)) {
            self.add(name, words().no_list(name));
        }
    }
}

/// What is wrong with the members of a column's fixed set: they must be such as its cells may hold.
fn wrong_members(field: &Field, declared: Option<&Declared>) -> Vec<String> {
    let mut wrong = Vec::new();
    for member in &field.constraints.allowed {
        for item in value::items(field, member) {
            let of_item = value::wrong_type(field.value_type(), item);
            if let Some(why) = of_item.or_else(|| declared?.wrong_type(item)) {
                wrong.push(words().wrong_in_constraint("enum", &field.name, &why));
            }
        }
    }
    wrong
}

/// The columns that must have a fixed set of values, and of these the ones that the description names.
fn sets(table: &Table) -> Vec<(&String, Vec<&String>)> {
    let mut sets = Vec::new();
    sets.extend(table.timeline.iter().map(|timeline| (&timeline.part, Vec::new())));
    sets.extend(table.profile.iter().map(|profile| (&profile.axis, vec![&profile.all])));
    let comparable = table.comparison.as_ref().and_then(|comparison| comparison.comparable.as_ref());
    sets.extend(comparable.map(|it| (&it.column, it.values.iter().chain(&it.with_care).collect())));
    let quantities = table.schema().fields.iter().filter_map(|field| field.quantity.as_ref());
    let statuses = quantities.filter_map(|quantity| quantity.status.as_ref());
    sets.extend(statuses.map(|status| (&status.column, [&status.plain].into_iter().chain(&status.facts).collect())));
    sets
}

/// The columns of the table that its own description names.
fn columns_named(table: &Table) -> impl Iterator<Item = &str> {
    let schema = table.schema();
    let quantities = schema.fields.iter().filter_map(|field| field.quantity.as_ref());
    let quantities = quantities.flat_map(|it| {
        let status = it.status.as_ref().map(|status| &status.column);
        [&it.upper, &it.qualifier, &it.unit].into_iter().chain(&it.words).chain(status)
    });
    let keys = schema.all_keys().flat_map(|key| key.columns.iter().chain(&key.locator));
    let citation = table.citation.iter().flat_map(Bibliography::columns);
    let comparison = table.comparison.iter();
    let comparison = comparison.flat_map(|it| [&it.of, &it.mean.column].into_iter().chain(&it.by).chain(&it.subject));
    let profile = table.profile.iter().flat_map(|profile| [&profile.figures.column, &profile.year, &profile.axis]);
    let timeline = table.timeline.iter().flat_map(|timeline| [&timeline.key, &timeline.who, &timeline.part]);
    let spellings =
        schema.fields.iter().flat_map(|field| field.spelling_of.iter().chain(&field.else_shows).chain(&field.details));
    let listed = table.names.iter().chain(schema.primary_key.as_slice()).chain(quantities).chain(spellings);
    let listed =
        listed.chain(table.marks.columns()).chain(&table.joint).chain(table.outlines.iter().map(|it| &it.column));
    listed.chain(keys).chain(citation).chain(comparison).chain(profile).chain(timeline).map(String::as_str)
}

/// The columns of the table, or of those that its keys lead to, that its description names.
fn joined_columns_named(table: &Table) -> impl Iterator<Item = &String> {
    let quantities = table.schema().fields.iter().filter_map(|field| field.quantity.as_ref());
    let comparable = table.comparison.as_ref().and_then(|comparison| comparison.comparable.as_ref());
    let units = quantities.filter_map(|quantity| quantity.unit_one.as_ref());
    table.columns.iter().chain(units).chain(comparable.map(|comparable| &comparable.column))
}
