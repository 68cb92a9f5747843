//! What the JSON reader, `serde_json`, has against a text, in Swedish.

/// A reason of the reader's, as it words it in English, in Swedish; nothing where it is one that is seldom met.
pub(super) fn translated(reason: &str) -> Option<String> {
    for (given, told) in [("missing field ", "saknas"), ("duplicate field ", "står två gånger")] {
        if let Some(property) = reason.strip_prefix(given) {
            return Some(format!("egenskapen {property} {told}"));
        }
    }
    if let Some((given, expected)) = reason.strip_prefix("invalid type: ").and_then(|it| it.split_once(", expected ")) {
        return Some(format!("{}, men {} väntades", found(given)?, awaited(expected)?));
    }
    if let Some((given, known)) = reason.strip_prefix("unknown variant ").and_then(|it| it.split_once(", expected ")) {
        return Some(format!("{given} är inte tillåtet; tillåtna är {}", known.trim_start_matches("one of ")));
    }
    if reason.starts_with("invalid length") {
        let is_list = reason.contains("expected struct");
        return Some(if is_list { "en lista, men ett objekt väntades" } else { "ett namn saknas" }.to_owned());
    }
    Some(match reason {
        "trailing comma" => "ett kommatecken för mycket".to_owned(),
        "trailing characters" => "mer text efter beskrivningens slut".to_owned(),
        "key must be a string" => "ett namn inom citattecken väntades".to_owned(),
        "expected value" => "ett värde väntades".to_owned(),
        "invalid number" => "inget giltigt tal".to_owned(),
        "number out of range" => "ett för stort tal".to_owned(),
        "invalid unicode code point" => "inte UTF-8".to_owned(),
        "recursion limit exceeded" => "listor och objekt för djupt i varandra".to_owned(),
        "invalid escape" => "ingen av JSON:s teckenkoder".to_owned(),
        _ if reason.starts_with("control character") => "ett styrtecken i en text, utan teckenkod".to_owned(),
        _ if reason.ends_with("hex escape") => "en teckenkod för ett halvt tecken".to_owned(),
        _ if reason.starts_with("EOF") => "texten slutar för tidigt".to_owned(),
        _ => {
            let sign = reason.strip_prefix("expected ").filter(|signs| signs.starts_with('`'))?;
            format!("{} väntades", sign.replace(" or ", " eller "))
        }
    })
}

/// What the reader has found: a kind of value, and of a plain one the value itself.
fn found(given: &str) -> Option<String> {
    let kinds = [
        ("integer", "heltalet"),
        ("floating point", "talet"),
        ("string", "texten"),
        ("boolean", "värdet"),
        ("sequence", "en lista"),
        ("map", "ett objekt"),
        ("null", "null"),
    ];
    kinds.iter().find_map(|(kind, swedish)| Some(format!("{swedish}{}", given.strip_prefix(kind)?)))
}

/// What it would have read.
fn awaited(expected: &str) -> Option<&'static str> {
    Some(match expected {
        "a string" => "en text",
        "a character" => "ett tecken",
        "a boolean" => "true eller false",
        "a sequence" => "en lista",
        "a map" => "ett objekt",
        "u64" | "usize" => "ett heltal",
        "f64" => "ett tal",
        "the name of a column or a list of names" => "namnet på en kolumn eller en lista med namn",
        _ if expected.starts_with("struct ") => "ett objekt",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::translated;

    #[test]
    fn what_the_reader_says_most_is_said_in_swedish() {
        let reason = |text: &str| {
            let error = serde_json::from_str::<std::collections::BTreeMap<String, Vec<bool>>>(text).expect_err(text);
            let error = error.to_string();
            translated(error.split(" at line").next().unwrap_or_default())
        };
        for (text, told) in [
            ("{\"a\": [true", "texten slutar för tidigt"),
            ("{\"a\": [true,]}", "ett kommatecken för mycket"),
            ("{\"a\": [true}", "`,` eller `]` väntades"),
            ("{\"a\": }", "ett värde väntades"),
            ("{a: []}", "ett namn inom citattecken väntades"),
            ("{} {}", "mer text efter beskrivningens slut"),
            ("{\"a\": 3}", "heltalet `3`, men en lista väntades"),
            ("{\"a\": [\"x\"]}", "texten \"x\", men true eller false väntades"),
            ("[]", "en lista, men ett objekt väntades"),
        ] {
            assert_eq!(reason(text).as_deref(), Some(told), "{text}");
        }
        assert_eq!(translated("missing field `path`").as_deref(), Some("egenskapen `path` saknas"));
        let unknown = "unknown variant `text`, expected one of `string`, `list`";
        assert_eq!(translated(unknown).as_deref(), Some("`text` är inte tillåtet; tillåtna är `string`, `list`"));
        assert_eq!(translated("duplicate field `path`").as_deref(), Some("egenskapen `path` står två gånger"));
        assert_eq!(translated("recursion limit exceeded").as_deref(), Some("listor och objekt för djupt i varandra"));
        assert_eq!(translated("what is never said"), None);
    }
}
