//! Values as people read them; a figure is one text that says the number, how sure it is and what it counts.
//!
//! What belongs together is held together by no-break spaces: signs, digits and the unit are on one line wherever a text
//! is wrapped, also where it is pasted.

use std::borrow::Cow;

use crate::package::{Qualifier, Quantity, Value};
use crate::words::words;

/// What holds the parts of a figure together.
const NO_BREAK: char = '\u{a0}';

/// Behind a value that no source states, but that follows from what sources state.
pub(super) const INFERRED: &str = "?";

/// Behind a value on which statements of sources differ.
pub(super) const DISPUTED: &str = "≠";

/// A value for people: of a figure all its parts, a list with commas, or with semicolons where its items have commas.
pub fn shown<'v>(value: &'v Value) -> Cow<'v, str> {
    match value {
        Value::Quantity(quantity) => Cow::Owned(figure(quantity)),
        Value::List(items) => {
            let items: Vec<Cow<str>> = items.iter().map(shown).collect();
            Cow::Owned(items.join(between(&items)))
        }
        Value::Number(text) if text.len() > 4 => {
            Cow::Owned(grouped(text).replace(' ', NO_BREAK.encode_utf8(&mut [0; 2])))
        }
        Value::Number(text) => number(text),
        Value::Marked(marked) => {
            let signs = [(marked.inferred, INFERRED), (marked.disputed, DISPUTED)];
            let signs = signs.into_iter().filter_map(|(is_so, sign)| is_so.then_some(sign));
            let value = shown(&marked.value).into_owned();
            let parts = [value.as_str()].into_iter().chain(signs).filter(|it| !it.is_empty());
            Cow::Owned(parts.collect::<Vec<_>>().join(NO_BREAK.encode_utf8(&mut [0; 2])))
        }
        other => other.plain(", "),
    }
}

/// What stands between the items of a list: a comma, or a semicolon where an item has commas or may be a number with one.
pub fn between<'s>(items: &[impl AsRef<str>]) -> &'s str {
    let comma = if words().decimal_sign() == ',' { "," } else { ", " };
    if items.iter().any(|item| item.as_ref().contains(comma)) { "; " } else { ", " }
}

/// A number as people write it in the language that is spoken.
pub fn number(text: &str) -> Cow<'_, str> {
    let (sign, is_decimal) = (words().decimal_sign(), text.contains('.'));
    if sign == '.' || !is_decimal {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('.', sign.encode_utf8(&mut [0; 4])))
}

/// What those signs mean that stand behind values: whether one is inferred, and whether one is disputed.
pub(super) fn legend(marks: [bool; 2]) -> Vec<String> {
    let words = words();
    let signs = [format!("{INFERRED} {}", words.inferred()), format!("{DISPUTED} {}", words.disputed())];
    signs.into_iter().zip(marks).filter_map(|(sign, is_so)| is_so.then_some(sign)).collect()
}

/// `≈ 70 e-services`, `> 30 000`, `2.5–2.8`.
pub fn figure(quantity: &Quantity) -> String {
    let Quantity { value, upper, qualifier, unit, unit_one, status, is_plain, .. } = quantity;
    let is_one = upper.is_empty() && value.parse() == Ok(1.0);
    let unit = if is_one && !unit_one.is_empty() { unit_one } else { unit };
    let status = if *is_plain { String::new() } else { format!("{} ", status.replace('_', " ")) };
    let sign = match qualifier {
        Qualifier::Exact | Qualifier::Range => "",
        Qualifier::About => "≈ ",
        Qualifier::JustOver => "≳ ",
        Qualifier::JustUnder => "≲ ",
        Qualifier::Over => "> ",
        Qualifier::AtLeast => "≥ ",
        Qualifier::Under => "< ",
        Qualifier::AtMost => "≤ ",
    };
    let to = if upper.is_empty() { String::new() } else { format!("–{}", grouped(upper)) };
    let space = if unit.is_empty() { "" } else { " " };
    let figure = format!("{sign}{}{to}{space}{unit}", grouped(value));
    status + &figure.replace(' ', NO_BREAK.encode_utf8(&mut [0; 2]))
}

/// Digits in groups of three where there are more than four, as Swedish writes them and English may.
fn grouped(number: &str) -> String {
    let (whole, decimals) = number.split_at(number.find('.').unwrap_or(number.len()));
    if whole.len() < 5 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return self::number(number).into_owned();
    }
    let mut text = String::with_capacity(number.len() + 4);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text + &self::number(decimals)
}

#[cfg(test)]
mod tests {
    use super::figure;
    use crate::package::{Qualifier, Quantity};

    #[test]
    fn figures_read_as_their_sources_mean_them() {
        for (value, upper, qualifier, unit, shown) in [
            ("70", "", "about", "e-services", "≈ 70 e-services"),
            ("70", "", "just_over", "e-services", "≳ 70 e-services"),
            ("28000", "", "just_under", "inhabitants", "≲ 28 000 inhabitants"),
            ("30000", "", "over", "", "> 30 000"),
            ("3.0", "", "at_least", "", "≥ 3.0"),
            ("28000", "", "under", "inhabitants", "< 28 000 inhabitants"),
            ("5", "", "at_most", "", "≤ 5"),
            ("2.5", "2.8", "range", "", "2.5–2.8"),
            ("650000000", "", "exact", "SEK", "650 000 000 SEK"),
            ("1300", "", "exact", "", "1300"),
        ] {
            let qualifier = Qualifier::named(qualifier).expect("a qualifier");
            let (unit_one, status, is_plain, is_fact) = ("".into(), "".into(), true, true);
            let (value, upper, unit) = (value.into(), upper.into(), unit.into());
            let quantity = Quantity { value, upper, qualifier, unit, unit_one, status, is_plain, is_fact };
            assert_eq!(figure(&quantity), shown.replace(' ', "\u{a0}"));
        }
        let qualifier = Qualifier::Exact;
        let (value, upper, unit, unit_one) = ("1".into(), "".into(), "weeks".into(), "week".into());
        let (status, is_plain, is_fact) = ("target".into(), false, false);
        let one = Quantity { value, upper, qualifier, unit, unit_one, status, is_plain, is_fact };
        assert_eq!(figure(&one), "target 1\u{a0}week", "the status may stand on a line of its own");
    }
}
