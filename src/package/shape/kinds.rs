//! Which property is of which kind.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::whole;
use crate::error::did_you_mean;
use crate::package::descriptor::{
    Bibliography, Comparison, Coverage, Marks, Outlined, Profile, QuantityColumns, Timeline, Titles,
};
use crate::words::words;

/// What a property holds.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    /// A text that is one of a few, of which none is a number.
    Word,
    Texts,
    /// One text or several.
    Names,
    Flag,
    Count,
    /// A text, a number, true or false.
    Plain,
    List,
    Object,
    Objects,
    /// The name of a type.
    Type,
    /// The name of one that the items of a list may be of.
    ItemType,
    /// What this program reads there. It is no property of the standard: of another kind, it is someone else's.
    Own(fn(&[u8]) -> bool),
}

use Kind::{Count, Flag, ItemType, List, Names, Object, Objects, Own, Plain, Text, Texts, Type, Word};

fn reads<T: DeserializeOwned>(text: &[u8]) -> bool {
    serde_json::from_slice::<T>(text).is_ok()
}

pub(super) type Kinds = &'static [(&'static str, Kind)];

const TEXTS: Kind = Own(reads::<Vec<String>>);
const TEXT: Kind = Own(reads::<String>);
const FLAG: Kind = Own(reads::<bool>);
const LISTS: Kind = Own(reads::<BTreeMap<String, Vec<String>>>);
const TITLES: Kind = Own(reads::<Titles>);

pub(super) const PACKAGE: Kinds = &[
    ("name", Text),
    ("id", Text),
    ("title", Text),
    ("description", Text),
    ("homepage", Text),
    ("version", Text),
    ("created", Text),
    ("keywords", Texts),
    ("contributors", Objects),
    ("licenses", Objects),
    ("sources", Objects),
    ("titles", TITLES),
    ("descriptions", TITLES),
    ("languages", TEXTS),
    ("translatedKeywords", LISTS),
    ("themes", TEXTS),
    ("spatial", TEXT),
    ("examples", LISTS),
];

pub(super) const CONTRIBUTOR: Kinds = &[("title", Text), ("path", Text), ("role", Text), ("roles", Texts)];

pub(super) const LICENSE: Kinds = &[("name", Text), ("title", Text), ("path", Text)];

pub(super) const RESOURCE: Kinds = &[
    ("name", Text),
    ("title", Text),
    ("description", Text),
    ("path", Names),
    ("url", Text),
    ("format", Word),
    ("mediatype", Word),
    ("encoding", Word),
    ("bytes", Count),
    ("hash", Text),
    ("licenses", Objects),
    ("sources", Objects),
    ("titles", TITLES),
    ("descriptions", TITLES),
    ("aliases", TEXTS),
    ("columns", TEXTS),
    ("names", TEXTS),
    ("nameSuffixes", TEXTS),
    ("nameParts", FLAG),
    ("citation", Own(reads::<Bibliography>)),
    ("citedSource", TEXT),
    ("marks", Own(reads::<Marks>)),
    ("joint", TEXT),
    ("comparison", Own(reads::<Comparison>)),
    ("scoreProfile", Own(reads::<Profile>)),
    ("timeline", Own(reads::<Timeline>)),
    ("outlines", Own(reads::<Outlined>)),
];

pub(super) const DIALECT: Kinds = &[("commentChar", Text), ("nullSequence", Text), ("skipInitialSpace", Flag)];

pub(super) const SCHEMA: Kinds = &[
    ("fields", Objects),
    ("missingValues", List),
    ("primaryKey", Names),
    ("foreignKeys", Objects),
    ("uniqueKeys", List),
    ("fieldsMatch", Names),
    ("listKeys", Objects),
];

pub(super) const KEY: Kinds = &[
    ("fields", Names),
    ("reference", Object),
    ("opens", TEXTS),
    ("shows", TEXT),
    ("unsaid", TEXTS),
    ("locator", TEXT),
    ("coverage", Own(reads::<Coverage>)),
];

pub(super) const REFERENCE: Kinds = &[("resource", Text), ("fields", Names)];

pub(super) const FIELD: Kinds = &[
    ("name", Text),
    ("type", Type),
    ("format", Word),
    ("title", Text),
    ("description", Text),
    ("rdfType", Text),
    ("constraints", Object),
    ("categories", List),
    ("missingValues", List),
    ("itemType", ItemType),
    ("delimiter", Own(reads::<char>)),
    ("decimalChar", Text),
    ("groupChar", Text),
    ("bareNumber", Flag),
    ("trueValues", Texts),
    ("falseValues", Texts),
    ("titles", TITLES),
    ("descriptions", TITLES),
    ("aliases", TEXTS),
    ("language", TEXT),
    ("subject", TEXT),
    ("spellingOf", TEXT),
    ("citedSource", TEXT),
    ("elseShows", TEXT),
    ("details", TEXTS),
    ("dates", FLAG),
    ("valueUrl", TEXT),
    ("propertyUrl", TEXT),
    ("quantity", Own(reads::<QuantityColumns>)),
];

pub(super) const CONSTRAINTS: Kinds = &[
    ("required", Flag),
    ("unique", Flag),
    ("pattern", Text),
    ("enum", List),
    ("minLength", Count),
    ("maxLength", Count),
    ("minimum", Plain),
    ("maximum", Plain),
    ("exclusiveMinimum", Plain),
    ("exclusiveMaximum", Plain),
];

/// The types of the standard.
const TYPES: [&str; 16] = [
    "string",
    "number",
    "integer",
    "boolean",
    "date",
    "time",
    "datetime",
    "year",
    "yearmonth",
    "duration",
    "object",
    "array",
    "list",
    "geopoint",
    "geojson",
    "any",
];

/// Those that the items of a list may be of.
const ITEM_TYPES: [&str; 7] = ["string", "integer", "boolean", "number", "datetime", "date", "time"];

/// What other programs call some of them.
const ELSEWHERE: [(&str, &str); 7] = [
    ("text", "string"),
    ("float", "number"),
    ("double", "number"),
    ("decimal", "number"),
    ("numeric", "number"),
    ("timestamp", "datetime"),
    ("json", "object"),
];

impl Kind {
    /// Whether a value is of this kind.
    pub(super) fn fits(self, value: &Value) -> bool {
        let are = |is: fn(&Value) -> bool| value.as_array().is_some_and(|list| list.iter().all(is));
        match self {
            Text | Word => value.is_string(),
            Texts => are(Value::is_string),
            Names => value.is_string() || are(Value::is_string),
            Flag => value.is_boolean(),
            Count => value.is_u64(),
            Plain => !value.is_object() && !value.is_array() && !value.is_null(),
            List => value.is_array(),
            Object => value.is_object(),
            Objects => are(Value::is_object),
            Type | ItemType => value.as_str().is_some_and(|name| self.types().contains(&name)),
            Own(reads) => serde_json::to_vec(value).is_ok_and(|text| reads(&text)),
        }
    }

    /// The types, of which it names one.
    fn types(self) -> &'static [&'static str] {
        if matches!(self, ItemType) { &ITEM_TYPES } else { &TYPES }
    }

    /// What each item of a list is to be.
    pub(super) fn item(self) -> Option<Self> {
        match self {
            Texts | Names => Some(Text),
            Objects => Some(Object),
            _ => None,
        }
    }

    /// The first of some values that is of another kind, and which it is.
    pub(super) fn misfit(self, list: &[Value]) -> Option<(usize, &Value)> {
        list.iter().enumerate().find(|(_, value)| !self.fits(value))
    }

    /// What is said of a value of another kind, if it is the standard that gives one.
    pub(super) fn wrong(self, name: &str, value: &Value) -> Option<String> {
        let kind = match self {
            Text | Word => "text",
            Texts => "texts",
            Names => "names",
            Flag => "flag",
            Count => "count",
            Plain => "plain",
            List => "list",
            Object => "object",
            Objects => "objects",
            Type | ItemType => {
                let types = self.types();
                let given = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let meant = ELSEWHERE
                    .iter()
                    .find(|(other, meant)| *other == given && types.contains(meant))
                    .map(|(_, meant)| words().did_you_mean(&[meant]));
                let hint = meant.unwrap_or_else(|| did_you_mean(&given, types.iter().copied()));
                return Some(words().no_type(name, &given, types) + &hint);
            }
            Own(_) => return None,
        };
        if matches!(self, Count) && count(value).is_some() {
            return None;
        }
        Some(words().wrong_kind(name, kind, &value.to_string()))
    }

    /// What can be read of a value of another kind: of a number its digits, where that may be a name, of texts in several
    /// languages the first, and of `1.0` the count.
    pub(super) fn mend(self, object: &mut Map<String, Value>, name: &str) {
        let made = match (self, object.remove(name)) {
            (Text, Some(Value::Number(number))) => Some(number.to_string().into()),
            (Text, Some(Value::Object(languages))) => {
                languages.values().next().and_then(Value::as_str).map(Value::from)
            }
            (Count, Some(number)) => count(&number),
            _ => None,
        };
        if let Some(made) = made {
            object.insert(name.to_owned(), made);
        }
    }
}

/// So many of something, where that is written with a point.
fn count(value: &Value) -> Option<Value> {
    whole(value).filter(|count| *count >= 0).map(Value::from)
}
