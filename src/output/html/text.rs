//! Data as a part of a page: text, whatever characters it holds, and never markup, script or style.

use std::borrow::Cow;
use std::fmt::Write;

use crate::text::escape_control;

/// A text for an element or for an attribute in double quotes. What would act on a reader's screen is written out, as in
/// every format of people, and so are the code points that no page may have.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    let shown = escape_control(text);
    if !shown.contains(|character| matches!(character, '&' | '<' | '>' | '"' | '\'') || is_no_character(character)) {
        return shown;
    }
    let mut escaped = String::with_capacity(shown.len() + 16);
    for character in shown.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other if is_no_character(other) => escaped.extend(other.escape_unicode()),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

/// The same of several lines.
pub(super) fn lines(several: &str) -> String {
    several.lines().map(text).collect::<Vec<_>>().join("<br/>")
}

/// A string of a style sheet, its quotation marks included. It stands in an element whose end no string may hold.
pub(super) fn style_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in escape_control(text).chars() {
        if character.is_alphanumeric() || matches!(character, ' ' | '-' | ',' | '.' | '(' | ')') {
            quoted.push(character);
        } else {
            let _ = write!(quoted, "\\{:x} ", u32::from(character));
        }
    }
    quoted.push('"');
    quoted
}

/// The name of a place within the page: `nominees/2009/upplands-bro`. Letters keep their diacritics, since Håbo is not
/// Habo; what else an address cannot have is a hyphen.
pub(super) fn anchor<'k>(of: &str, key: impl Iterator<Item = Cow<'k, str>>) -> String {
    let mut anchor = slug(of);
    for part in key {
        anchor.push('/');
        anchor.push_str(&slug(&part));
    }
    anchor
}

fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() || matches!(letter, '_' | '.') {
            slug.push(letter);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug
}

/// The text, if it is an address on the web, which alone is linked: `javascript:` is none.
pub(super) fn address(text: &str) -> Option<&str> {
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    let is_whole = !text.contains(|it: char| it.is_whitespace() || crate::text::acts_on_terminal(it));
    (is_address && is_whole).then_some(text)
}

/// Whether a code point is none of a character, and an error in a page.
pub(super) fn is_no_character(character: char) -> bool {
    matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::{address, anchor, lines, style_string, text};

    #[test]
    fn data_is_text_in_elements_and_attributes() {
        for (data, written) in [
            ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
            ("</script><script>", "&lt;/script&gt;&lt;script&gt;"),
            ("\" onclick='x'", "&quot; onclick=&#39;x&#39;"),
            ("a\u{0}\u{1b}[31m\u{202e}b\u{fffe}\u{10ffff}", "a\\u{0}\\u{1b}[31m\\u{202e}b\\u{fffe}\\u{10ffff}"),
            ("Järfälla – ≈ 70", "Järfälla – ≈ 70"),
        ] {
            assert_eq!(text(data), written, "{data:?}");
        }
        assert_eq!(lines("a\r\n<b>\nc"), "a<br/>&lt;b&gt;<br/>c");
    }

    #[test]
    fn a_string_of_a_style_sheet_ends_neither_itself_nor_its_element() {
        assert_eq!(style_string("Received by"), "\"Received by\"");
        assert_eq!(style_string("a\"}\\</style>"), "\"a\\22 \\7d \\5c \\3c \\2f style\\3e \"");
    }

    #[test]
    fn a_place_has_a_name_that_an_address_can_have() {
        let of = |key: [&'static str; 2]| anchor("nominees", key.into_iter().map(Into::into));
        assert_eq!(of(["2009", "Upplands Väsby"]), "nominees/2009/upplands-väsby");
        assert_ne!(of(["2009", "Håbo"]), of(["2009", "Habo"]));
        assert_eq!(of(["a/b", "\"><script>\u{0}"]), "nominees/a-b/-script-");
    }

    #[test]
    fn only_addresses_on_the_web_are_linked() {
        let of_the_web = ["https://example.org/a?b=c&d", "http://example.org"];
        assert!(of_the_web.iter().all(|it| address(it).is_some()));
        let others = ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " https://example.org", "//x"];
        assert!(others.iter().chain(&["https://a b", "https://a\u{202e}b", ""]).all(|it| address(it).is_none()));
    }
}
