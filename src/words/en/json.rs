//! What the JSON reader, `serde_json`, has against a text, in words that ask for no knowledge of it.

/// A reason of the reader's in ours; nothing where it is one that is seldom met.
pub(super) fn told(reason: &str) -> Option<String> {
    for (given, told) in [("missing field ", "is missing"), ("duplicate field ", "stands twice")] {
        if let Some(property) = reason.strip_prefix(given) {
            return Some(format!("the property {property} {told}"));
        }
    }
    if let Some((given, expected)) = reason.strip_prefix("invalid type: ").and_then(|it| it.split_once(", expected ")) {
        return Some(format!("{} where {} is expected", found(given)?, awaited(expected)?));
    }
    if let Some((given, known)) = reason.strip_prefix("unknown variant ").and_then(|it| it.split_once(", expected ")) {
        return Some(format!("{given} is not allowed; allowed are {}", known.trim_start_matches("one of ")));
    }
    if reason.starts_with("invalid length") {
        let is_list = reason.contains("expected struct");
        return Some(if is_list { "a list where an object is expected" } else { "a name is missing" }.to_owned());
    }
    Some(match reason {
        "trailing comma" => "a comma too many".to_owned(),
        "trailing characters" => "more text behind the end of the description".to_owned(),
        "key must be a string" => "a name in quotation marks is expected".to_owned(),
        "expected value" => "a value is expected".to_owned(),
        "invalid number" => "not a number".to_owned(),
        "number out of range" => "a number too large".to_owned(),
        "invalid unicode code point" => "not UTF-8".to_owned(),
        "recursion limit exceeded" => "lists and objects too deep within each other".to_owned(),
        "invalid escape" => "no escape that JSON has".to_owned(),
        _ if reason.starts_with("control character") => "a control character in a text, unescaped".to_owned(),
        _ if reason.ends_with("hex escape") => "an escape of half a character".to_owned(),
        _ if reason.starts_with("EOF") => "the text ends too early".to_owned(),
        _ => format!("{} is expected", reason.strip_prefix("expected ").filter(|signs| signs.starts_with('`'))?),
    })
}

/// What the reader has found: a kind of value, and of a plain one the value itself.
fn found(given: &str) -> Option<String> {
    let kinds = [
        ("integer", "the number"),
        ("floating point", "the number"),
        ("string", "the text"),
        ("boolean", "the value"),
        ("sequence", "a list"),
        ("map", "an object"),
        ("null", "null"),
    ];
    kinds.iter().find_map(|(kind, ours)| Some(format!("{ours}{}", given.strip_prefix(kind)?)))
}

/// What it would have read.
fn awaited(expected: &str) -> Option<&str> {
    Some(match expected {
        "a string" => "a text",
        "a character" => "a single character",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        "u64" | "usize" => "a whole number",
        "f64" => "a number",
        _ if expected.starts_with("struct ") => "an object",
        _ if expected.starts_with("the name") => expected,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn what_the_reader_says_most_is_said_in_our_words() {
        let reason = |text: &str| {
            let error = serde_json::from_str::<std::collections::BTreeMap<String, Vec<bool>>>(text).expect_err(text);
            told(error.to_string().split(" at line").next().unwrap_or_default())
        };
        for (text, said) in [
            ("{\"a\": [true", "the text ends too early"),
            ("{\"a\": [true,]}", "a comma too many"),
            ("{\"a\": [true}", "`,` or `]` is expected"),
            ("{\"a\": }", "a value is expected"),
            ("{a: []}", "a name in quotation marks is expected"),
            ("{} {}", "more text behind the end of the description"),
            ("{\"a\": 3}", "the number `3` where a list is expected"),
            ("{\"a\": [\"x\"]}", "the text \"x\" where true or false is expected"),
            ("{\"a\": null}", "null where a list is expected"),
            ("[]", "a list where an object is expected"),
            ("{\"\u{1}\": []}", "a control character in a text, unescaped"),
            ("{\"\\q\": []}", "no escape that JSON has"),
            ("{\"\\ud800\": []}", "an escape of half a character"),
        ] {
            assert_eq!(reason(text).as_deref(), Some(said), "{text}");
        }
        let deep = serde_json::from_str::<serde_json::Value>(&"[".repeat(200)).expect_err("too deep").to_string();
        let deep = deep.split(" at line").next().unwrap_or_default();
        assert_eq!(told(deep).as_deref(), Some("lists and objects too deep within each other"));
        assert_eq!(told("missing field `path`").as_deref(), Some("the property `path` is missing"));
        assert_eq!(told("duplicate field `path`").as_deref(), Some("the property `path` stands twice"));
        let unknown = "unknown variant `text`, expected one of `string`, `list`";
        assert_eq!(told(unknown).as_deref(), Some("`text` is not allowed; allowed are `string`, `list`"));
    }
}
