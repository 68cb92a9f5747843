//! Types of the standard whose values are text to a question, and forms of text: whether a text is one, and which of two
//! is the larger.

mod moment;

use serde_json::Value;

use crate::package::{Date, Decimal};
use moment::{day, duration, of_day};

/// What a text is to be.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum TextType {
    Email,
    Uri,
    Uuid,
    Binary,
    Datetime,
    Time,
    /// One that a pattern has, which may say more.
    TimeByPattern,
    Yearmonth,
    Duration,
    Object,
    Array,
    Geopoint,
    GeopointArray,
    GeopointObject,
    Geojson,
    Topojson,
}

/// The formats of the types that have some, the usual one first. Dates and times have patterns besides.
pub(super) const FORMATS: [(&str, &[&str]); 3] = [
    ("string", &["default", "email", "uri", "binary", "uuid"]),
    ("geopoint", &["default", "array", "object"]),
    ("geojson", &["default", "topojson"]),
];

impl TextType {
    /// What the standard asks of a column, or of the items of a list; nothing where any text will do.
    pub(super) fn of(described: &Value) -> Option<Self> {
        let is_list = described["type"] == "list";
        let kind = described[if is_list { "itemType" } else { "type" }].as_str()?;
        let format = described["format"].as_str().filter(|_| !is_list).unwrap_or("default");
        Some(match (kind, format) {
            ("string", "email") => Self::Email,
            ("string", "uri") => Self::Uri,
            ("string", "uuid") => Self::Uuid,
            ("string", "binary") => Self::Binary,
            ("datetime", _) => Self::Datetime,
            ("time", "default") => Self::Time,
            ("time", _) => Self::TimeByPattern,
            ("yearmonth", _) => Self::Yearmonth,
            ("duration", _) => Self::Duration,
            ("object", _) => Self::Object,
            ("array", _) => Self::Array,
            ("geopoint", "array") => Self::GeopointArray,
            ("geopoint", "object") => Self::GeopointObject,
            ("geopoint", _) => Self::Geopoint,
            ("geojson", "topojson") => Self::Topojson,
            ("geojson", _) => Self::Geojson,
            _ => return None,
        })
    }

    /// Its name, which is that of the standard's type or format, and a value as an example.
    pub(super) fn example(self) -> (&'static str, &'static str) {
        match self {
            Self::Email => ("email", "anna@example.org"),
            Self::Uri => ("uri", "https://example.org/a%20b"),
            Self::Uuid => ("uuid", "95ecc380-afe9-11e4-9b6c-751b66dd541e"),
            Self::Binary => ("binary", "aXRrb21tdW4="),
            Self::Datetime => ("datetime", "2009-11-17T12:30:00Z"),
            Self::Time | Self::TimeByPattern => ("time", "12:30:00"),
            Self::Yearmonth => ("yearmonth", "2009-11"),
            Self::Duration => ("duration", "P1Y2M3DT4H5M6S"),
            Self::Object => ("object", "{\"a\": 1}"),
            Self::Array => ("array", "[1, 2]"),
            Self::Geopoint => ("geopoint", "12.49, 56.90"),
            Self::GeopointArray => ("geopoint", "[12.49, 56.90]"),
            Self::GeopointObject => ("geopoint", "{\"lon\": 12.49, \"lat\": 56.90}"),
            Self::Geojson => ("geojson", "{\"type\": \"Point\", \"coordinates\": [12.49, 56.90]}"),
            Self::Topojson => ("topojson", "{\"type\": \"Topology\", \"objects\": {}, \"arcs\": []}"),
        }
    }

    /// Whether a text is one.
    pub(super) fn is_met_by(self, text: &str) -> bool {
        let json = || serde_json::from_slice::<Value>(text.as_bytes()).ok();
        match self {
            Self::Email => is_email(text),
            Self::Uri => is_uri(text),
            Self::Uuid => is_uuid(text),
            Self::Binary => is_base64(text),
            Self::Time => text.len() == "hh:mm:ss".len() && !text.starts_with("24") && self.size(text).is_some(),
            Self::Datetime | Self::TimeByPattern | Self::Yearmonth | Self::Duration => self.size(text).is_some(),
            Self::Object => json().is_some_and(|value| value.is_object()),
            Self::Array => json().is_some_and(|value| value.is_array()),
            Self::Geopoint => {
                let number =
                    |text: &str| Decimal::parse(text.trim())?.special_name().map_or(text.trim().parse().ok(), |_| None);
                text.split_once(',').is_some_and(|(lon, lat)| is_place(number(lon), number(lat)))
            }
            Self::GeopointArray => json().is_some_and(|value| match value.as_array().map(Vec::as_slice) {
                Some([lon, lat]) => is_place(lon.as_f64(), lat.as_f64()),
                _ => false,
            }),
            Self::GeopointObject => json().is_some_and(|value| {
                value.as_object().is_some_and(|object| object.len() == 2)
                    && is_place(value["lon"].as_f64(), value["lat"].as_f64())
            }),
            Self::Geojson => json().is_some_and(|value| is_geojson(&value)),
            Self::Topojson => json().is_some_and(|value| {
                value["type"] == "Topology" && value["objects"].is_object() && value["arcs"].is_array()
            }),
        }
    }

    /// Its name and how many items or members a value has; nothing where it has none, or is none.
    pub(super) fn length(self, text: &str) -> Option<(&'static str, usize)> {
        let json: Value = serde_json::from_slice(text.as_bytes()).ok()?;
        match self {
            Self::Object => Some(("object", json.as_object()?.len())),
            Self::Array => Some(("array", json.as_array()?.len())),
            _ => None,
        }
    }

    /// The place of a value among others of its type; nothing where it is none, or the type has no order.
    pub(super) fn size(self, text: &str) -> Option<Decimal> {
        match self {
            Self::Datetime => {
                let (date, time) = text.split_once('T')?;
                let (seconds, fraction) = of_day(time)?;
                Decimal::parse(&format!("{}.{fraction}", day(Date::parse(date).ok()?) * 86_400 + seconds))
            }
            Self::Time | Self::TimeByPattern => {
                of_day(text).and_then(|(seconds, fraction)| Decimal::parse(&format!("{seconds}.{fraction}")))
            }
            Self::Yearmonth => {
                let is_month = text.len() == "2009-11".len() && Date::span(text).is_ok();
                is_month.then(|| Decimal::parse(&text.replace('-', "")))?
            }
            Self::Duration => duration(text),
            _ => None,
        }
    }

    /// Whether its values are JSON.
    pub(super) fn is_json(self) -> bool {
        use TextType::{Array, Geojson, GeopointArray, GeopointObject, Object, Topojson};
        matches!(self, Object | Array | GeopointArray | GeopointObject | Geojson | Topojson)
    }

    /// Whether a value is a date and a time without its offset from Greenwich.
    pub(super) fn is_anywhere(self, text: &str) -> bool {
        let time = text.split_once('T').filter(|_| self == Self::Datetime);
        time.is_some_and(|(_, time)| !time.contains(['Z', '+', '-']))
    }

    /// Whether its values have an order.
    pub(super) fn is_ordered(self) -> bool {
        matches!(self, Self::Datetime | Self::Time | Self::TimeByPattern | Self::Yearmonth | Self::Duration)
    }
}

fn is_place(lon: Option<f64>, lat: Option<f64>) -> bool {
    lon.is_some_and(|lon| lon.abs() <= 180.0) && lat.is_some_and(|lat| lat.abs() <= 90.0)
}

/// One before the sign and a domain behind it, as mail is sent to on the internet.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let is_atom = |atom: &str| {
        !atom.is_empty() && atom.chars().all(|it| it.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(it))
    };
    let is_quoted = local.len() > 2 && local.starts_with('"') && local.ends_with('"');
    let is_label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|it| it.is_alphanumeric() || it == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_domain = domain.contains('.') && domain.split('.').all(is_label);
    (is_quoted || local.split('.').all(is_atom)) && (is_domain || domain.starts_with('[') && domain.ends_with(']'))
}

/// RFC 3986: a scheme, and behind it nothing that must be written as `%20` and the like.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|it: char| it.is_ascii_alphabetic())
        && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    let has_codes = rest.split('%').skip(1).all(|code| code.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2);
    let is_sound = rest.chars().all(|it| it.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(it));
    is_scheme && !rest.is_empty() && is_sound && has_codes && rest.matches('#').count() < 2
}

fn is_uuid(text: &str) -> bool {
    let parts = text.split('-').map(|part| Some(part.len()).filter(|_| part.bytes().all(|it| it.is_ascii_hexdigit())));
    parts.eq([8, 4, 4, 4, 12].map(Some))
}

fn is_base64(text: &str) -> bool {
    let bare = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - bare.len() <= 2
        && bare.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'+' || it == b'/')
}

/// The members of an object of `GeoJSON` that its type asks for.
fn is_geojson(value: &Value) -> bool {
    let member = match value["type"].as_str() {
        Some("FeatureCollection") => return value["features"].as_array().is_some_and(|all| all.iter().all(is_geojson)),
        Some("GeometryCollection") => {
            return value["geometries"].as_array().is_some_and(|all| all.iter().all(is_geojson));
        }
        Some("Feature") => {
            let geometry = &value["geometry"];
            return geometry.is_null() || is_geojson(geometry);
        }
        Some("Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon") => "coordinates",
        _ => return false,
    };
    value[member].is_array()
}

#[cfg(test)]
mod tests;
