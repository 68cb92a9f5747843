//! What a description asks of the cells of a column that no question has a need of: types and formats of text, and bounds
//! that are out themselves.

use std::cmp::Ordering;

use serde_json::Value as Json;

use super::places::Places;
use super::text_type::{FORMATS, TextType};
use super::value::{self, Kind, Value};
use crate::error::did_you_mean;
use crate::package::{Field, FieldType};
use crate::words::words;

/// For so many members of a set it is told what they may be.
const FEW: usize = 10;

/// What is asked of the cells of a column.
#[derive(Default)]
pub(super) struct Declared {
    text_type: Option<TextType>,
    /// The members of the set that its categories are, and what some of them are called.
    pub(super) categories: Vec<String>,
    labels: Vec<String>,
    /// The bounds that are out themselves.
    above: Option<String>,
    below: Option<String>,
    /// The format, where the type has no such one.
    unknown_format: Option<String>,
    /// Whether an empty cell is a value, and none that is missing.
    pub(super) has_empty_values: bool,
}

impl Declared {
    /// Of each column of a table.
    pub(super) fn of_table(resource: &Json) -> Vec<Self> {
        let schema = &resource["schema"];
        let described = schema["fields"].as_array().into_iter().flatten();
        described.map(|described| Self::new(described, &schema["missingValues"])).collect()
    }

    /// Of one that is described so, in a table with these values for what is missing.
    fn new(described: &Json, of_table: &Json) -> Self {
        let own = &described["missingValues"];
        let missing = if own.is_null() { of_table } else { own };
        let text = |value: &Json| match value {
            Json::Null => None,
            Json::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        let bound = |name: &str| text(&described["constraints"][name]);
        let (mut categories, mut labels) = (Vec::new(), Vec::new());
        for category in described["categories"].as_array().into_iter().flatten() {
            categories.extend(text(category.get("value").unwrap_or(category)));
            labels.extend(category["label"].as_str().map(str::to_owned));
        }
        let (kind, format) = (described["type"].as_str(), described["format"].as_str());
        let is_moment = matches!(kind, Some("date" | "time" | "datetime"));
        let known =
            FORMATS.iter().find(|(name, _)| Some(*name) == kind.or(Some("any"))).map_or(&["default"][..], |it| it.1);
        let is_empty = |missing: &Json| missing.get("value").unwrap_or(missing) == "";
        Self {
            has_empty_values: missing.as_array().is_some_and(|missing| !missing.iter().any(is_empty)),
            text_type: TextType::of(described),
            categories,
            labels,
            above: bound("exclusiveMinimum"),
            below: bound("exclusiveMaximum"),
            unknown_format: format.filter(|format| !is_moment && !known.contains(format)).map(str::to_owned),
        }
    }

    /// What is wrong with the description of the column itself.
    pub(super) fn wrong_description(&self, field: &Field) -> Vec<String> {
        let mut wrong = Vec::new();
        if let Some(format) = &self.unknown_format {
            let kind = self.type_name(field);
            let known = FORMATS.iter().find(|(name, _)| *name == kind).map_or(&["default"][..], |it| it.1);
            wrong.push(words().no_format(format, &field.name, known));
        }
        let constraints = &field.constraints;
        for (name, bound) in [
            ("minimum", &constraints.minimum),
            ("maximum", &constraints.maximum),
            ("exclusiveMinimum", &self.above),
            ("exclusiveMaximum", &self.below),
        ] {
            let Some(bound) = bound else { continue };
            if !self.is_ordered(field) {
                wrong.push(words().bound_without_order(&field.name, name, self.type_name(field)));
            } else if let Some(why) = value::wrong_type(field.value_type(), bound).or_else(|| self.wrong_type(bound)) {
                wrong.push(words().wrong_in_constraint(name, &field.name, &why));
            }
        }
        // Each category is one by its value and by its label.
        let (mut values, mut labels) = (Places::default(), Places::default());
        let of_value = |text: &str| [Value::new(self.kind(field), text.as_bytes())];
        let twice = self.categories.iter().filter(|text| values.add(&of_value(text), 0).is_some());
        wrong.extend(twice.map(|text| words().category_twice(&field.name, text)));
        let twice = self.labels.iter().filter(|text| labels.add(&[Value::Text(text.as_bytes().to_vec())], 0).is_some());
        wrong.extend(twice.map(|text| words().category_twice(&field.name, text)));
        let others =
            field.choices().iter().filter(|member| !self.categories.is_empty() && !values.has(&of_value(member)));
        wrong.extend(others.enumerate().map(|(at, member)| {
            // To look among many for what each of many may be would not end.
            let hint =
                if at < FEW { did_you_mean(member, self.categories.iter().map(String::as_str)) } else { String::new() };
            let why = words().none_of_set(member, &self.categories) + &hint;
            words().wrong_in_constraint("enum", &field.name, &why)
        }));
        wrong
    }

    /// The name of its type in the standard, or of the format that it has.
    fn type_name(&self, field: &Field) -> &'static str {
        let own = self.text_type.filter(|_| field.field_type != FieldType::List);
        own.map_or(field.field_type.name(), |kind| kind.example().0)
    }

    fn is_ordered(&self, field: &Field) -> bool {
        field.field_type != FieldType::List && value::is_ordered(self.kind(field))
    }

    /// As what its values are told apart, or the items of its lists.
    pub(super) fn kind(&self, field: &Field) -> Kind {
        Kind { field_type: field.value_type(), text_type: self.text_type }
    }

    /// How a text is none of the column's type.
    pub(super) fn wrong_type(&self, text: &str) -> Option<String> {
        let kind = self.text_type.filter(|kind| !kind.is_met_by(text))?;
        let (name, example) = kind.example();
        Some(words().no_text_of_type(text, name, example))
    }

    /// The type and the length of a value that has items or members.
    pub(super) fn length(&self, text: &str) -> Option<(&'static str, usize)> {
        self.text_type?.length(text)
    }

    /// What is wrong with the place of a value in the order of its type.
    pub(super) fn out_of_bounds(&self, field: &Field, text: &str) -> Option<String> {
        let kind = self.kind(field);
        if field.field_type == FieldType::List {
            return None;
        }
        if let Some(wrong) = value::out_of_bounds(field, kind, text) {
            return Some(wrong);
        }
        let is_out =
            |bound: &&String, order: Ordering| value::compared(kind, text, bound).is_some_and(|found| found != order);
        if let Some(low) = self.above.as_ref().filter(|low| is_out(low, Ordering::Greater)) {
            return Some(words().not_above(text, low));
        }
        let high = self.below.as_ref().filter(|high| is_out(high, Ordering::Less))?;
        Some(words().not_below(text, high))
    }
}
