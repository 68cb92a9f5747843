//! What SQL has here beyond SQLite: a Swedish order, letters beyond a to z, folding, regular expressions and a median.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use regex_lite::{Regex, RegexBuilder};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error};

use super::heap::Heap;
use super::like::like;
use super::median::Median;
use crate::text::{fold, swedish_order};
use crate::words::{quoted, words};

/// How large a regular expression may be, in bytes: the time of a search grows with it.
const LARGEST_EXPRESSION: usize = 100_000;

/// How many regular expressions are kept, so that each is read once and not for each row.
const MOST_EXPRESSIONS: usize = 16;

/// Gives them to a connection; what they hold is taken from the heap.
pub(super) fn add(connection: &Connection, heap: Arc<Mutex<Heap>>) -> Result<(), Error> {
    // No two texts are equal to it that differ, so that comparing and grouping stay exact where it is a column's own.
    connection.create_collation("sv", swedish_order)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    let of_text = |name: &'static str, function: fn(&str) -> String| {
        connection.create_scalar_function(name, 1, flags, move |context| {
            Ok(text(context, 0, name)?.map(|text| function(&text)))
        })
    };
    of_text("fold", |text| fold(text).into_owned())?;
    of_text("lower", str::to_lowercase)?;
    of_text("upper", str::to_uppercase)?;
    for arguments in [2, 3] {
        connection.create_scalar_function("like", arguments, flags, |context| is_like(context))?;
    }
    let expressions = Mutex::new(HashMap::new());
    connection.create_scalar_function("regexp", 2, flags, move |context| {
        let (Some(pattern), Some(text)) = (text(context, 0, "regexp")?, text(context, 1, "regexp")?) else {
            return Ok(None);
        };
        let mut expressions = expressions.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Some(expression(&mut expressions, &pattern)?.is_match(&text)))
    })?;
    connection.create_aggregate_function("median", 1, flags, Median(heap))
}

/// `text LIKE pattern ESCAPE escape`, whose arguments come with the pattern first.
fn is_like(context: &Context) -> Result<Option<bool>, Error> {
    let mut escape = None;
    if context.len() == 3 {
        let Some(given) = text(context, 2, "like")? else { return Ok(None) };
        let mut characters = given.chars();
        escape = characters.next();
        if escape.is_none() || characters.next().is_some() {
            return Err(refusal(words().escape_of_one_character(&given)));
        }
    }
    let (pattern, text) = (text(context, 0, "like")?, text(context, 1, "like")?);
    Ok(pattern.zip(text).map(|(pattern, text)| like(&pattern, &text, escape)))
}

fn expression<'e>(known: &'e mut HashMap<String, Regex>, pattern: &str) -> Result<&'e Regex, Error> {
    if !known.contains_key(pattern) {
        if known.len() == MOST_EXPRESSIONS {
            known.clear();
        }
        let read = RegexBuilder::new(pattern).size_limit(LARGEST_EXPRESSION).build();
        let read = read.map_err(|error| refusal(words().expression_refused(pattern, &error.to_string())))?;
        known.insert(pattern.to_owned(), read);
    }
    Ok(&known[pattern])
}

/// An argument as text, as SQLite reads any value; nothing where it is NULL.
fn text<'c>(context: &'c Context, index: usize, function: &str) -> Result<Option<Cow<'c, str>>, Error> {
    Ok(match context.get_raw(index) {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string().into()),
        ValueRef::Real(number) => Some(format!("{number:?}").into()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            let text = str::from_utf8(bytes).map_err(|_| refusal(words().function_not_utf8(function)))?;
            Some(text.into())
        }
    })
}

/// A value as a message shows it.
pub(super) fn shown(value: ValueRef) -> String {
    match value {
        ValueRef::Text(bytes) => quoted(&String::from_utf8_lossy(bytes)),
        ValueRef::Blob(_) => words().a_blob().to_owned(),
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
    }
}

/// The error of a function that is given what it does not take.
pub(super) fn refusal(message: String) -> Error {
    Error::UserFunctionError(message.into())
}
