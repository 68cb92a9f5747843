//! Addresses on the web.

/// Whether a text is an address on the web that may stand wherever one is asked for: `http://` or `https://`, a host, and
/// nothing that RFC 3987 has written in another way, so that it ends no string, tag or line.
///
/// Users and hosts in brackets, which it would allow, are in no address under which something is published.
pub fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_name = name.starts_with(char::is_alphanumeric) && name.chars().all(|it| is_letter(it) || "-._".contains(it));
    let has_codes = path.split('%').skip(1).all(|code| {
        let mut digits = code.bytes();
        [digits.next(), digits.next()].iter().all(|digit| digit.is_some_and(|it| it.is_ascii_hexdigit()))
    });
    is_name
        && port.bytes().all(|it| it.is_ascii_digit())
        && path.chars().all(|it| is_letter(it) || "-._~:/?#@!$&'()*+,;=%".contains(it))
        && has_codes
        && path.matches('#').count() < 2
}

/// Whether it is a letter or a digit. The letters of Unicode are all among those of RFC 3987.
fn is_letter(character: char) -> bool {
    character.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_is_one_on_the_web_and_whole() {
        for address in [
            "https://example.org",
            "http://www.wikidata.org/entity/Q499425",
            "https://umeå.se:8080/öppna%20data/?a=b&c#d",
            "https://example.org/it's_(so)",
        ] {
            assert!(is_address(address), "{address}");
        }
        for other in [
            "",
            "example.org",
            "//example.org",
            "https://",
            "https:///a",
            "https://?a",
            "ftp://example.org",
            "HTTPS://example.org",
            "javascript:alert(1)",
            "https://a b",
            "https://a/ b",
            "https://a/>",
            "https://a/\"",
            "https://a/<b",
            "https://a/{b}",
            "https://a/\\",
            "https://a/^",
            "https://a/`",
            "https://a/|",
            "https://a\n",
            "https://a/\u{202e}b",
            "https://a/%",
            "https://a/%2",
            "https://a/%zz",
            "https://a:b",
            "https://me@a",
            "https://[::1]/",
            "https://a/#b#c",
            "https://a/\u{e000}",
        ] {
            assert!(!is_address(other), "{other}");
        }
    }
}
