//! Titles as they stand within a sentence.

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
