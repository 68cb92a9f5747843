//! Texts that are of a type and that are not, by the standard.

use serde_json::json;

use super::TextType;

#[test]
fn a_text_is_of_its_type_or_not() {
    for (kind, format, sound, unsound) in [
        (
            "string",
            "email",
            &["a@b.se", "åsa.o'hara+x@sub.example.org", "\"a b\"@c.se"][..],
            &["foo", "a@b", "a b@c.se", "@b.se", "a..b@c.se", "a@-b.se"][..],
        ),
        (
            "string",
            "uri",
            &["https://example.org/a%20b?c=d#e", "mailto:a@b.se", "urn:isbn:978"],
            &["example.org", "https://example.org/a b", "https://example.org/å", "http:", "1:a", "a:%2"],
        ),
        (
            "string",
            "uuid",
            &["95ecc380-afe9-11e4-9b6c-751b66dd541e", "95ECC380-AFE9-11E4-9B6C-751B66DD541E"],
            &["95ecc380afe911e49b6c751b66dd541e", "x5ecc380-afe9-11e4-9b6c-751b66dd541e"],
        ),
        ("string", "binary", &["aXRrb21tdW4=", "AAAA", "AA=="], &["AAA", "å===", "A===", "AA=A"]),
        ("string", "default", &["anything"], &[]),
        ("any", "default", &["anything"], &[]),
        (
            "datetime",
            "default",
            &["2020-01-01T12:30:00Z", "2020-01-01T12:30:00", "2024-02-29T00:00:00.300-05:00", "2020-01-01T24:00:00"],
            &[
                "2020-01-01",
                "2020-01-01 12:30:00",
                "2020-01-01T12:30",
                "2023-02-29T00:00:00",
                "2020-01-01T25:00:00",
                "2020-01-01T12:30:00.",
                "2020-01-01T12:30:00+5",
                "x",
            ],
        ),
        (
            "time",
            "default",
            &["15:00:00", "00:00:00", "23:59:59"],
            // What a date and a time may have, a time alone has not.
            &["15:00", "24:00:00", "15:60:00", "3:00:00", "15:00:00 PM", "15:00:00Z", "15:00:00.5"],
        ),
        ("time", "%H:%M:%S.%f%z", &["15:00:00", "15:00:00.5", "15:00:00+01:00"], &["15:00", "24:00:01"]),
        ("yearmonth", "default", &["2009-11"], &["2009", "2009-13", "2009-1", "2009-11-17"]),
        (
            "duration",
            "default",
            &["P1Y", "PT5M", "-P1Y2M3DT4H5M6.7S", "P0D"],
            &["P", "PT", "1Y", "P1S", "P1M1Y", "P1.5D", "P2W", "PT1"],
        ),
        ("object", "default", &["{}", "{\"a\": 1}"], &["[]", "1", "{a: 1}"]),
        ("array", "default", &["[]", "[1, \"a\"]"], &["{}", "1, 2"]),
        ("geopoint", "default", &["90.50, 45.50", "-1,2"], &["91", "181,0", "0,91", "a,b", "1,2,3", "NaN,1"]),
        ("geopoint", "array", &["[90.50, 45.50]"], &["[1]", "[\"1\", 2]", "1,2"]),
        (
            "geopoint",
            "object",
            &["{\"lon\": 90.50, \"lat\": 45.50}"],
            &["{\"lon\": 1}", "{\"lon\": 1, \"lat\": 2, \"x\": 3}", "[1, 2]"],
        ),
        (
            "geojson",
            "default",
            &[
                "{\"type\": \"Point\", \"coordinates\": [1, 2]}",
                "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {}}",
            ],
            &["{\"type\": \"Circle\"}", "{\"coordinates\": [1, 2]}", "{\"type\": \"Point\"}"],
        ),
        (
            "geojson",
            "topojson",
            &["{\"type\": \"Topology\", \"objects\": {}, \"arcs\": []}"],
            &["{\"type\": \"Point\", \"coordinates\": [1, 2]}"],
        ),
    ] {
        let found = TextType::of(&json!({"type": kind, "format": format}));
        let is_met = |text: &str| found.is_none_or(|it| it.is_met_by(text));
        for text in sound {
            assert!(is_met(text), "{kind} {format}: {text}");
        }
        for text in unsound {
            assert!(!is_met(text), "{kind} {format}: {text}");
        }
        assert!(found.is_none_or(|it| it.is_met_by(it.example().1)), "{kind} {format}: its own example");
    }
}

#[test]
fn values_are_ordered_by_what_they_mean() {
    for (kind, rising) in [
        (
            "datetime",
            &[
                "2000-01-01T00:30:00+01:00",
                "1999-12-31T23:59:59Z",
                "2000-01-01T00:00:00Z",
                "2000-02-29T00:00:00",
                "2000-03-01T00:00:00.5",
            ][..],
        ),
        ("time", &["00:00:00", "09:59:59.5", "10:00:00", "23:00:00"]),
        ("yearmonth", &["0999-12", "2009-09", "2009-10"]),
        ("duration", &["-P1Y", "PT59M", "PT1H", "P29D", "P1M", "P1Y"]),
    ] {
        let kind_of = TextType::of(&json!({"type": kind})).expect(kind);
        let sizes: Vec<_> = rising.iter().map(|text| kind_of.size(text).expect(text)).collect();
        assert!(sizes.is_sorted_by(|one, other| one < other), "{kind}");
        assert!(kind_of.is_ordered());
    }
}
