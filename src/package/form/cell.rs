//! How the cells of one column are written, and what that is where all packages write alike.

use std::borrow::Cow;

use serde_json::Value;

use crate::package::{Date, Field, FieldType};

/// The form of a column's cells.
#[derive(Debug)]
pub(super) struct CellForm {
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
    /// A date with its parts in this order.
    Date(Vec<Part>),
}

/// A part of a date's form.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    Year,
    Month,
    Day,
    Letter(char),
}

impl CellForm {
    /// What the description of a field says, and that of all cells of the table where it says nothing.
    pub(super) fn of(field: &Field, described: &Value, of_table: &Value) -> Self {
        let missing = if described["missingValues"].is_null() { of_table } else { &described["missingValues"] };
        let mut missing = texts(missing);
        missing.retain(|text| !text.is_empty());
        let text = |property: &str, usual: &str| described[property].as_str().unwrap_or(usual).to_owned();
        let kind = match field.value_type() {
            FieldType::Integer | FieldType::Number => {
                let (decimal, group) = (text("decimalChar", "."), text("groupChar", ""));
                let is_bare = described["bareNumber"] != false;
                if decimal == "." && group.is_empty() && is_bare {
                    Kind::Usual
                } else {
                    Kind::Number { decimal, group, is_bare }
                }
            }
            FieldType::Boolean => {
                let (yes, no) = (texts(&described["trueValues"]), texts(&described["falseValues"]));
                if yes.is_empty() && no.is_empty() { Kind::Usual } else { Kind::Boolean { yes, no } }
            }
            FieldType::Date => described["format"].as_str().and_then(parts).map_or(Kind::Usual, Kind::Date),
            _ => Kind::Usual,
        };
        Self { missing, kind }
    }

    /// Whether cells are as they are.
    pub(super) fn is_usual(&self) -> bool {
        self.missing.is_empty() && matches!(self.kind, Kind::Usual)
    }

    /// Whether the format of a field is one that is read.
    pub(super) fn is_read(described: &Value) -> bool {
        let Some(format) = described["format"].as_str() else { return described["format"].is_null() };
        let is_date = described["type"] == "date";
        matches!(format, "default" | "any") || is_date && parts(format).is_some() || described["type"] != "date"
    }

    /// The cell as all packages write it; an error where it is not written as the column says.
    pub(super) fn read<'c>(&self, raw: &'c [u8]) -> Result<Cow<'c, [u8]>, ()> {
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
            Kind::Date(parts) => date(text, parts).ok_or(())?,
        };
        Ok(made.into_bytes().into())
    }
}

/// A number with a point and without groups.
fn number(text: &str, decimal: &str, group: &str, is_bare: bool) -> Result<String, ()> {
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

/// The parts of a format of strptime, as far as a date has them.
fn parts(format: &str) -> Option<Vec<Part>> {
    let (mut parts, mut letters) = (Vec::new(), format.chars());
    while let Some(letter) = letters.next() {
        parts.push(match letter {
            '%' => match letters.next()? {
                'Y' => Part::Year,
                'm' => Part::Month,
                'd' => Part::Day,
                '%' => Part::Letter('%'),
                _ => return None,
            },
            other => Part::Letter(other),
        });
    }
    let has = |part: Part| parts.iter().filter(|other| **other == part).count() == 1;
    (has(Part::Year) && has(Part::Month) && has(Part::Day)).then_some(parts)
}

/// The date, as the standard's own form has it.
fn date(text: &str, parts: &[Part]) -> Option<String> {
    let (mut rest, mut found) = (text, [""; 3]);
    for part in parts {
        let (most, at) = match part {
            Part::Year => (4, 0),
            Part::Month => (2, 1),
            Part::Day => (2, 2),
            Part::Letter(letter) => {
                rest = rest.strip_prefix(*letter)?;
                continue;
            }
        };
        let digits = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        (found[at], rest) = rest.split_at(digits);
    }
    let [year, month, day] = found;
    let made = format!("{year:0>4}-{month:0>2}-{day:0>2}");
    (rest.is_empty() && year.len() == 4 && !month.is_empty() && !day.is_empty()).then_some(())?;
    Date::parse(&made).ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::CellForm;
    use serde_json::{Value, json};

    fn read(field: &Value, text: &str) -> Option<String> {
        let typed = serde_json::from_value(field.clone()).expect("a field");
        let cell = CellForm::of(&typed, field, &Value::Null).read(text.as_bytes()).ok()?.into_owned();
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
