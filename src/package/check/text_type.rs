//! Types of the standard whose values are text to a question, and forms of text: whether a text is one, and which of two
//! is the larger.

use serde_json::Value;

use crate::package::{Date, Decimal};

/// What a text is to be.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum TextType {
    Email,
    Uri,
    Uuid,
    Binary,
    Datetime,
    Time,
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
            ("time", _) => Self::Time,
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
            Self::Time => ("time", "12:30:00"),
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
            Self::Datetime | Self::Time | Self::Yearmonth | Self::Duration => self.size(text).is_some(),
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
            Self::Time => of_day(text).and_then(|(seconds, fraction)| Decimal::parse(&format!("{seconds}.{fraction}"))),
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
        matches!(self, Self::Datetime | Self::Time | Self::Yearmonth | Self::Duration)
    }
}

/// So many days lie before a date, and a number that is the same for all.
fn day(date: Date) -> i64 {
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    // Of years that begin in March the leap day is the last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day
}

/// The seconds of a time of the day, `hh:mm:ss`, less its offset from Greenwich, and the digits behind them.
fn of_day(text: &str) -> Option<(i64, &str)> {
    let (clock, rest) = text.split_at_checked("hh:mm:ss".len())?;
    let seconds = clock_of(clock)?;
    let digits = rest.strip_prefix('.').map_or(0, |fraction| fraction.bytes().take_while(u8::is_ascii_digit).count());
    (digits > 0 || !rest.starts_with('.')).then_some(())?;
    let (fraction, zone) = rest.split_at(if digits > 0 { digits + 1 } else { 0 });
    let fraction = fraction.strip_prefix('.').unwrap_or("0");
    let offset = match zone.split_at_checked(1) {
        None | Some(("Z", "")) => 0,
        Some((sign @ ("+" | "-"), offset)) => {
            let offset = (offset.len() == "hh:mm".len()).then(|| clock_of(&format!("{offset}:00")))??;
            if sign == "+" { offset } else { -offset }
        }
        Some(_) => return None,
    };
    Some((seconds - offset, fraction))
}

fn clock_of(text: &str) -> Option<i64> {
    let mut parts = text.split(':').map(|part| {
        let is_two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i64>().ok().filter(|_| is_two)
    });
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    // Midnight is also the end of the day before.
    let is_time = hour < 24 && minute < 60 && second < 60 || (hour, minute, second) == (24, 0, 0);
    (parts.next().is_none() && is_time).then_some(hour * 3600 + minute * 60 + second)
}

/// The seconds of a duration, its months and years as long as they are in the mean.
fn duration(text: &str) -> Option<Decimal> {
    const MONTH: f64 = 2_629_746.0;
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (date, time) = unsigned
        .strip_prefix('P')?
        .split_once('T')
        .map_or_else(|| (unsigned.strip_prefix('P').unwrap_or_default(), None), |(date, time)| (date, Some(time)));
    let mut seconds = summed(date, &[('Y', 12.0 * MONTH), ('M', MONTH), ('D', 86_400.0)])?;
    if let Some(time) = time {
        (!time.is_empty()).then_some(())?;
        seconds += summed(time, &[('H', 3600.0), ('M', 60.0), ('S', 1.0)])?;
    }
    let is_stated = !date.is_empty() || time.is_some();
    let sign = if unsigned.len() < text.len() { -1.0 } else { 1.0 };
    is_stated.then(|| Decimal::parse(&(sign * seconds).to_string()))?
}

/// What parts such as `1Y2M` come to, each at most once and in this order.
fn summed(mut text: &str, units: &[(char, f64)]) -> Option<f64> {
    let mut sum = 0.0;
    for (unit, size) in units {
        let Some((number, rest)) = text.split_once(*unit) else { continue };
        let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
        let is_decimal = *unit == 'S'
            && number.split_once('.').is_some_and(|(whole, decimals)| {
                [whole, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            });
        if number.is_empty() || !(is_whole || is_decimal) {
            // The same letter behind another unit.
            return None;
        }
        sum += number.parse::<f64>().ok()? * size;
        text = rest;
    }
    text.is_empty().then_some(sum)
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
