//! What a column of an answer is.

use crate::package::{Column, FieldType};

/// A column of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// The column's name.
    pub name: String,
    /// Its title for people; empty where it has none.
    pub title: String,
    /// The language of its values, as a code; empty where that is not said.
    pub language: String,
    /// What its values are.
    pub field_type: FieldType,
    /// The separator of a list's items, where a format has none of its own.
    pub delimiter: char,
    /// Whether it was asked for by name, so that it is shown though it be empty.
    pub is_named: bool,
    /// The value that goes without saying: a column that says nothing else is not shown in a table.
    pub unsaid: Option<String>,
    /// The values, as people are shown them, that a reader looks for first.
    pub emphasised: Vec<String>,
}

impl Heading {
    /// A column of text.
    pub fn text(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            title: String::new(),
            language: String::new(),
            field_type: FieldType::String,
            delimiter: ';',
            is_named: false,
            unsaid: None,
            emphasised: Vec::new(),
        }
    }

    /// A column of this type.
    pub fn of_type(name: &str, field_type: FieldType) -> Self {
        Self { field_type, ..Self::text(name) }
    }

    /// A column of whole numbers.
    pub fn number(name: &str) -> Self {
        Self::of_type(name, FieldType::Integer)
    }

    /// The same column, with a title for people.
    #[must_use]
    pub fn titled(self, title: &str) -> Self {
        Self { title: title.to_owned(), ..self }
    }

    /// The same column, asked for by name.
    #[must_use]
    pub fn named(self) -> Self {
        Self { is_named: true, ..self }
    }

    /// A column for single items of the values, where these are lists.
    pub fn of_item(column: &Column) -> Self {
        let heading = Self::from(column);
        if heading.field_type == FieldType::List {
            Self { title: heading.title, language: heading.language, ..Self::text(&heading.name) }
        } else {
            heading
        }
    }
}

impl From<&Column<'_>> for Heading {
    fn from(column: &Column) -> Self {
        let (field_type, delimiter) = (column.field_type(), column.delimiter());
        let (title, language) = (column.field.title().to_owned(), column.field.language.clone());
        Self { title, language, delimiter, ..Self::of_type(&column.field.name, field_type) }
    }
}
