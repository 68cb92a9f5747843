//! How the cells of one column are written, and what that is where all packages write alike.

use std::borrow::Cow;

use serde_json::Value;

use super::moment::{Pattern, any};
use crate::package::{Date, Decimal};

/// The form of a column's cells.
#[derive(Debug)]
pub(in crate::package) struct CellForm {
    /// The texts that stand for no value.
    missing: Vec<String>,
    kind: Kind,
}

/// What a cell is made.
#[derive(Debug)]
enum Kind {
    /// It is as it is.
    Usual,
    /// A number with other signs, or with a unit around it where it is not bare.
    Number { decimal: String, group: String, is_bare: bool },
    /// True or false in other words.
    Boolean { yes: Vec<String>, no: Vec<String> },
    /// A date, a time or both, written by a pattern, or in any way where there is none.
    Moment(Option<Pattern>, Says),
}

/// Which parts of a moment a cell says.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Says {
    Date,
    Time,
    Both,
}

impl CellForm {
    /// What the description of a field says, and that of all cells of the table where it says nothing.
    pub(in crate::package) fn of(described: &Value, of_table: &Value) -> Self {
        let missing = if described["missingValues"].is_null() { of_table } else { &described["missingValues"] };
        let mut missing = texts(missing);
        missing.retain(|text| !text.is_empty());
        let text = |property: &str, usual: &str| described[property].as_str().unwrap_or(usual).to_owned();
        let is_list = described["type"] == "list";
        let kind = match described[if is_list { "itemType" } else { "type" }].as_str() {
            Some("integer" | "number") => {
                let (decimal, group) = (text("decimalChar", "."), text("groupChar", ""));
                let is_bare = described["bareNumber"] != false;
                if decimal == "." && group.is_empty() && is_bare {
                    Kind::Usual
                } else {
                    Kind::Number { decimal, group, is_bare }
                }
            }
            Some("boolean") => {
                let (yes, no) = (texts(&described["trueValues"]), texts(&described["falseValues"]));
                if yes.is_empty() && no.is_empty() { Kind::Usual } else { Kind::Boolean { yes, no } }
            }
            _ => moment(described).unwrap_or(Kind::Usual),
        };
        Self { missing, kind }
    }

    /// The same, where this stands for no value, too.
    pub(super) fn without(mut self, sequence: &str) -> Self {
        if !sequence.is_empty() {
            self.missing.push(sequence.to_owned());
        }
        self
    }

    /// Whether cells are as they are.
    pub(in crate::package) fn is_usual(&self) -> bool {
        self.missing.is_empty() && matches!(self.kind, Kind::Usual)
    }

    /// Whether the format of a field is one that is read.
    pub(super) fn is_read(described: &Value) -> bool {
        said(described).is_none() || moment(described).is_some()
    }

    /// The cell as all packages write it; an error where it is not written as the column says.
    pub(in crate::package) fn read<'c>(&self, raw: &'c [u8]) -> Result<Cow<'c, [u8]>, ()> {
        if self.missing.iter().any(|missing| missing.as_bytes() == raw) {
            return Ok(Cow::default());
        }
        if raw.is_empty() || matches!(self.kind, Kind::Usual) {
            return Ok(raw.into());
        }
        let text = std::str::from_utf8(raw).map_err(|_| ())?;
        let made = match &self.kind {
            Kind::Usual => return Ok(raw.into()),
            Kind::Number { decimal, group, is_bare } => number(text, decimal, group, *is_bare)?,
            Kind::Boolean { yes, no } => {
                let (yes, no) = (named(yes, "true", text), named(no, "false", text));
                if yes || no { yes.to_string() } else { return Err(()) }
            }
            Kind::Moment(pattern, says) => said_by(text, pattern.as_ref(), *says).ok_or(())?,
        };
        Ok(made.into_bytes().into())
    }
}

/// What the cells of a column say of a moment, where its description has them in another form than the standard's own.
fn said(described: &Value) -> Option<(&str, Says)> {
    let format = described["format"].as_str().filter(|format| *format != "default")?;
    let says = match described["type"].as_str()? {
        "date" => Says::Date,
        "time" => Says::Time,
        "datetime" => Says::Both,
        _ => return None,
    };
    Some((format, says))
}

/// How they are written; nothing where that is not read.
fn moment(described: &Value) -> Option<Kind> {
    let (format, says) = said(described)?;
    let pattern = if format == "any" { None } else { Some(Pattern::parse(format)?) };
    Some(Kind::Moment(pattern, says))
}

/// What a cell says of it, as the standard's own form has it.
fn said_by(text: &str, pattern: Option<&Pattern>, says: Says) -> Option<String> {
    let (date, time) = match pattern {
        Some(pattern) => pattern.read(text).map(|moment| (moment.as_date(), moment.as_time()))?,
        // Most are written in the standard's own form, and need no trying.
        None if says == Says::Date && Date::parse(text).is_ok() => return Some(text.to_owned()),
        None => any(text)?,
    };
    Some(match says {
        Says::Date => date,
        Says::Time => time,
        Says::Both => format!("{date}T{time}"),
    })
}

/// A number with a point and without groups.
fn number(text: &str, decimal: &str, group: &str, is_bare: bool) -> Result<String, ()> {
    if Decimal::parse(text).is_some_and(|number| number.special_name().is_some()) {
        return Ok(text.to_owned());
    }
    let mut text = text.to_owned();
    if !is_bare {
        let is_of_it = |letter: char| letter.is_ascii_digit() || "+-".contains(letter) || decimal.contains(letter);
        text = text.trim_matches(|letter| !is_of_it(letter)).to_owned();
    }
    if !group.is_empty() {
        text = text.replace(group, "");
    }
    if decimal != "." {
        // A point that is no decimal sign would become one.
        if text.contains('.') {
            return Err(());
        }
        text = text.replacen(decimal, ".", 1);
    }
    Ok(text)
}

fn named(own: &[String], usual: &str, text: &str) -> bool {
    if own.is_empty() {
        crate::package::boolean(text) == Some(usual == "true")
    } else {
        own.iter().any(|own| own == text)
    }
}

fn texts(list: &Value) -> Vec<String> {
    let text = |item: &Value| item.as_str().or_else(|| item["value"].as_str()).map(str::to_owned);
    list.as_array().into_iter().flatten().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::CellForm;
    use serde_json::{Value, json};

    fn read(field: &Value, text: &str) -> Option<String> {
        let cell = CellForm::of(field, &Value::Null).read(text.as_bytes()).ok()?.into_owned();
        Some(String::from_utf8(cell).expect("text"))
    }

    #[test]
    fn cells_are_made_what_all_packages_write() {
        let number = json!({"name": "n", "type": "number", "decimalChar": ",", "groupChar": " ", "bareNumber": false});
        for (text, made) in [("1 234,5", "1234.5"), ("95 %", "95"), ("€ 1,5", "1.5"), ("-2", "-2")] {
            assert_eq!(read(&number, text).as_deref(), Some(made), "{text}");
        }
        assert_eq!(read(&number, "1.5"), None, "a point is no decimal sign there");
        let date = json!({"name": "d", "type": "date", "format": "%d/%m/%Y"});
        assert_eq!(read(&date, "17/11/2009").as_deref(), Some("2009-11-17"));
        assert_eq!([read(&date, "2009-11-17"), read(&date, "31/02/2009")], [None, None]);
        let boolean = json!({"name": "b", "type": "boolean", "trueValues": ["ja"], "falseValues": ["nej"]});
        assert_eq!(read(&boolean, "ja").as_deref(), Some("true"));
        assert_eq!(read(&boolean, "true"), None);
        let missing = json!({"name": "s", "missingValues": ["-", {"value": "n/a", "label": "none"}]});
        assert_eq!(
            [read(&missing, "-"), read(&missing, "n/a"), read(&missing, "x")].map(Option::unwrap),
            ["", "", "x"]
        );
    }
}
