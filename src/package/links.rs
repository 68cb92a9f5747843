//! Addresses for what cells name, by the terms of CSV on the Web (<https://www.w3.org/TR/tabular-metadata/>).
//!
//! Of URI templates only the simplest is read: an address in which the column's own name stands once, in braces. A value
//! cannot choose the host then, nor anything but a part of the path.

use std::fmt::Write;

use super::Field;
use crate::text::is_address;

impl Field {
    /// The address that a value of this column stands for, if such stand for any.
    pub fn address(&self, value: &str) -> Option<String> {
        self.address_with(value, &|_| true)
    }

    /// The same with letters beyond ASCII as they are: an IRI (RFC 3987).
    pub fn iri(&self, value: &str) -> Option<String> {
        self.address_with(value, &|letter: char| letter.is_ascii() || !letter.is_alphabetic())
    }

    /// The address with the value in it, its letters but for some kinds of them as they are.
    fn address_with(&self, value: &str, is_encoded: &dyn Fn(char) -> bool) -> Option<String> {
        let (before, behind) = self.address_parts().filter(|_| !value.is_empty())?;
        let mut address = before.to_owned();
        for letter in value.chars() {
            match letter {
                'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '.' | '_' | '~' => address.push(letter),
                _ if !is_encoded(letter) => address.push(letter),
                _ => {
                    let mut bytes = [0; 4];
                    for byte in letter.encode_utf8(&mut bytes).bytes() {
                        let _ = write!(address, "%{byte:02X}");
                    }
                }
            }
        }
        address.push_str(behind);
        Some(address)
    }

    /// Whether its values stand for addresses.
    pub fn has_addresses(&self) -> bool {
        self.address_parts().is_some()
    }

    /// What of the addresses stands before a value and what behind it; nothing where the template is none that is read.
    fn address_parts(&self) -> Option<(&str, &str)> {
        let (before, rest) = self.value_url.as_ref()?.split_once('{')?;
        let behind = rest.strip_prefix(self.name.as_str())?.strip_prefix('}')?;
        let has_host = before.matches('/').count() > 2 && is_address(before);
        (has_host && is_address(&format!("{before}x{behind}"))).then_some((before, behind))
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    fn field(template: &str) -> Field {
        serde_json::from_value(serde_json::json!({"name": "id", "valueUrl": template})).expect("a column")
    }

    #[test]
    fn a_value_is_a_part_of_its_address_and_nothing_else() {
        let of_wikidata = field("http://www.wikidata.org/entity/{id}");
        for (value, address) in [
            ("Q499425", Some("http://www.wikidata.org/entity/Q499425")),
            ("å/../?a#\"><b>", Some("http://www.wikidata.org/entity/%C3%A5%2F..%2F%3Fa%23%22%3E%3Cb%3E")),
            ("", None),
        ] {
            assert_eq!(of_wikidata.address(value).as_deref(), address);
        }
        assert_eq!(field("https://a.se/?q={id}&b").address("1 2").as_deref(), Some("https://a.se/?q=1%202&b"));
    }

    #[test]
    fn other_templates_are_not_read() {
        for template in [
            "",
            "https://a.se/",
            "https://a.se/{name}",
            "https://a.se/{id}{id}",
            "https://a.se/{+id}",
            "https://a.se/{id,b}",
            "https://{id}",
            "https://a{id}.se/",
            "https://a.se/{id",
            "https://a.se/id}",
            "{id}",
            "javascript:{id}",
            "https://a.se/ {id}",
            "https://a.se/{id}\"",
            "//a.se/{id}",
        ] {
            assert!(!field(template).has_addresses() && field(template).address("a").is_none(), "{template}");
        }
    }
}
