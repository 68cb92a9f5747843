//! Texts for people as they stand where they are read: within a sentence, alone, or in place of others.

/// A text, or what stands for it where there is none.
pub fn stated_or<'t>(text: &'t str, other: &'t str) -> &'t str {
    if text.is_empty() { other } else { text }
}

/// A text that begins with a capital, as what stands alone does.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A title as it stands within a sentence: it begins small, unless it begins with an abbreviation.
pub fn within_sentence(title: &str) -> String {
    let mut letters = title.chars();
    match letters.next() {
        Some(first) if letters.as_str().starts_with(char::is_lowercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::within_sentence;

    #[test]
    fn an_abbreviation_stays_in_capitals() {
        for (title, within) in [("Ägare", "ägare"), ("IT-plattform", "IT-plattform"), ("E", "E"), ("", ""), ("å", "å")]
        {
            assert_eq!(within_sentence(title), within);
        }
    }
}
