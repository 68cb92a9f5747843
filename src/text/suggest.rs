//! The names that were probably meant when none matched.

use std::collections::HashSet;

use super::fold;
use crate::text::sort_by;

/// At most this many suggestions: more is a list to read, not a hint.
const MOST: usize = 3;

/// A text longer than this, in bytes, is no name misspelt; comparing it would take its length times every name's.
const LONGEST: usize = 256;

/// Below this likeness (Jaro–Winkler, 0 to 1) a name is no suggestion.
const LIKE_ENOUGH: f64 = 0.8;

/// Up to three of `names` that are most like `typed`, the likest first; none where none is near.
///
/// ```
/// use itkommun::text::suggest;
///
/// assert_eq!(suggest("jarfala", vec!["Falun", "Järfälla", "Lund"]), ["Järfälla"]);
/// // A part of a name is near, too; anything else is better not guessed.
/// assert_eq!(suggest("väsby", vec!["Upplands Väsby", "Täby"]), ["Upplands Väsby"]);
/// assert!(suggest("xyz", vec!["Falun", "Järfälla", "Lund"]).is_empty());
/// ```
pub fn suggest<'n>(typed: &str, names: Vec<&'n str>) -> Vec<&'n str> {
    if typed.len() > LONGEST {
        return Vec::new();
    }
    let typed = fold(typed);
    let mut seen = HashSet::new();
    let mut ranked: Vec<(f64, &str)> = names
        .into_iter()
        .filter(|name| name.len() <= LONGEST && seen.insert(*name))
        .map(|name| (likeness(&typed, &fold(name)), name))
        .filter(|(likeness, _)| *likeness >= LIKE_ENOUGH)
        .collect();
    sort_by(&mut ranked, &|(a, _), (b, _)| b.total_cmp(a));
    ranked.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// A name that begins with what was typed, or has it as a word, is as near as one misspelt letter.
fn likeness(typed: &str, name: &str) -> f64 {
    let contained = typed.chars().count() >= 3 && name.split([' ', '-', '_']).any(|word| word.starts_with(typed));
    let whole = strsim::jaro_winkler(typed, name);
    if contained { whole.max(0.9) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn the_likest_name_comes_first() {
        let names = ["Järfälla", "Lund", "Upplands Väsby", "Härjedalen"];
        assert_eq!(suggest("Jarfala", names.to_vec())[0], "Järfälla");
        assert_eq!(suggest("vasby", names.to_vec()), ["Upplands Väsby"]);
        assert!(suggest("qqq", names.to_vec()).is_empty());
        // As near as a name can be, but too long to be compared.
        assert!(suggest(&"a".repeat(257), vec![&"a".repeat(257), "a"]).is_empty());
    }
}
