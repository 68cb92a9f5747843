//! Other text: a part of it, folded as the text is.

use std::sync::Mutex;

use anyhow::Result;

use super::Flag;
use crate::error;
use crate::text::fold;
use crate::words::words;

/// Folded texts, one of which must be part of the cell.
pub(super) struct Parts {
    flag: String,
    sought: Vec<String>,
    /// The last cell and its verdict: folding is most of the work, and a sorted column repeats itself.
    last: Mutex<(Vec<u8>, bool)>,
}

impl Parts {
    /// Folds what was typed; an empty value is refused, since it would be part of everything.
    pub(super) fn parse(typed: &[String], flag: Flag) -> Result<Self> {
        let parts: Vec<String> = typed.iter().map(|typed| fold(typed).into_owned()).collect();
        if let Some(empty) = typed.iter().zip(&parts).find_map(|(typed, part)| part.is_empty().then_some(typed)) {
            return Err(error::bad_value(&flag.name(), empty, words().is_in_every_text()).into());
        }
        Ok(Self { flag: flag.name(), sought: parts, last: Mutex::default() })
    }

    /// What to tell where nothing was found: a comma parts the values of other columns, and here it is one of the text.
    pub(super) fn hint(&self) -> Option<String> {
        let with_comma = self.sought.iter().any(|part| part.contains(','));
        with_comma.then(|| words().comma_is_text(&self.flag))
    }

    /// Whether one of the parts is in the cell.
    pub(super) fn found_in(&self, raw: &[u8]) -> Result<bool, &'static str> {
        // Where another thread has it, to wait would take longer than to fold.
        let Ok(mut last) = self.last.try_lock() else { return self.found_in_text(raw) };
        if last.0 != raw {
            last.1 = self.found_in_text(raw)?;
            last.0.clear();
            last.0.extend_from_slice(raw);
        }
        Ok(last.1)
    }

    fn found_in_text(&self, raw: &[u8]) -> Result<bool, &'static str> {
        let text = fold(std::str::from_utf8(raw).map_err(|_| words().cell_is_not_utf8())?);
        Ok(self.sought.iter().any(|part| text.contains(part.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::Parts;
    use crate::query::filter::{Flag, test_field};

    #[test]
    fn a_part_is_found_without_regard_to_case_and_diacritics() {
        let parts = Parts::parse(&["GOTEBORG".to_owned(), "örebro".to_owned()], Flag::of(&test_field("string")))
            .expect("parts");
        assert_eq!(parts.found_in("Göteborgs universitet".as_bytes()), Ok(true));
        assert_eq!(parts.found_in("Orebro universitet".as_bytes()), Ok(true));
        assert_eq!(parts.found_in("Microsoft".as_bytes()), Ok(false));
        assert!(parts.found_in(b"\xff").is_err());
        assert!(Parts::parse(&[" ".to_owned()], Flag::of(&test_field("string"))).is_err());
        assert_eq!(parts.hint(), None);
        let listed = Parts::parse(&["skåne,halland".to_owned()], Flag::of(&test_field("string"))).expect("parts");
        assert!(listed.hint().is_some_and(|hint| hint.contains("give --q again")));
    }
}
