//! Strings of Turtle (<https://www.w3.org/TR/turtle/>), a syntax of RDF. An address stands in it as it is, between `<`
//! and `>`, where it is one by [`is_address`](super::is_address).

use std::fmt::Write;

use super::escape::acts_on_terminal;

/// A text as a string: in one line, and with nothing in it that a terminal would act on.
pub fn literal(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            other if acts_on_terminal(other) => _ = write!(quoted, "\\u{:04X}", u32::from(other)),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// A text in a language of this code, which is told where it is that of a language.
pub fn literal_in(code: &str, text: &str) -> String {
    let language = code.split('-').next().unwrap_or_default();
    let is_language = matches!(language.len(), 2 | 3) && language.bytes().all(|it| it.is_ascii_alphabetic());
    let tag = if is_language { format!("@{}", language.to_lowercase()) } else { String::new() };
    literal(text) + &tag
}

#[cfg(test)]
mod tests {
    use oxrdf::{Literal, Term};
    use oxttl::TurtleParser;
    use proptest::prelude::*;

    use super::{literal, literal_in};
    use crate::text::is_address;

    /// What a parser of RDF reads where this is what is said.
    fn read(object: &str) -> Term {
        let triple = format!("<https://a.se/> <https://a.se/> {object} .");
        let triples: Vec<_> = TurtleParser::new().for_slice(&triple).collect::<Result<_, _>>().expect(&triple);
        assert_eq!(triples.len(), 1, "{triple}");
        triples[0].object.clone()
    }

    #[test]
    fn a_string_ends_where_its_text_does() {
        assert_eq!(literal("a \"b\" \\ c\n\u{202e}"), r#""a \"b\" \\ c\u000A\u202E""#);
        for text in
            ["", "\"\"\"", "\\", "\\\"", "' .\n<a> <b> <c>", "\u{0}\u{7f}\u{1b}[2J", "\u{fffe}\u{10ffff}", "Umeå 🏆"]
        {
            assert_eq!(read(&literal(text)), Literal::new_simple_literal(text).into(), "{text:?}");
        }
    }

    #[test]
    fn a_language_is_told_where_it_is_one() {
        assert_eq!(literal_in("sv", "Å"), "\"Å\"@sv");
        assert_eq!(literal_in("EN-gb", "a"), "\"a\"@en");
        for none in ["", "\"><b>", "e", "svenska", "s v", "åä"] {
            assert_eq!(literal_in(none, "a"), "\"a\"");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_text(text in any::<String>(), hostile in "[\"\\\\\n\r'<>@^. \u{0}-\u{1f}\u{2028}]{0,12}") {
            for text in [text, hostile] {
                let expected: Term = Literal::new_language_tagged_literal_unchecked(text.clone(), "sv").into();
                prop_assert_eq!(read(&literal_in("sv", &text)), expected);
            }
        }

        #[test]
        fn what_is_an_address_is_read_as_it_is(text in "https?://[a-zåÅ0-9.:@\\[\\]/?#%<>\"{}|\\\\^` \u{80}-\u{2ff}\u{e000}\u{202e}]{0,12}") {
            if is_address(&text) {
                prop_assert_eq!(read(&format!("<{text}>")).to_string(), format!("<{text}>"));
            }
        }
    }
}
