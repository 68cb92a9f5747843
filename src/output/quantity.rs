//! Figures as people read them: one cell that says the number, how sure it is and what it counts.

use std::io;

use super::{Heading, RowWriter};
use crate::package::Qualifier;

/// Where the parts of a figure stand in a row of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The upper end of a range.
    pub upper: usize,
    /// The qualifier.
    pub qualifier: usize,
    /// What it counts.
    pub unit: usize,
}

/// Writes rows in another format, each figure as one cell, and the cells that only its parts needed left out.
pub struct OneCell<'w> {
    parts: Vec<Option<Parts>>,
    inner: Box<dyn RowWriter + 'w>,
}

impl<'w> OneCell<'w> {
    /// For an answer whose first columns have these headings; cells after them are parts.
    pub fn new(headings: &[Heading], inner: Box<dyn RowWriter + 'w>) -> Self {
        Self { parts: headings.iter().map(|heading| heading.quantity).collect(), inner }
    }
}

impl RowWriter for OneCell<'_> {
    fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        let shown: Vec<String> = self
            .parts
            .iter()
            .zip(cells)
            .map(|(parts, cell)| match parts {
                Some(Parts { upper, qualifier, unit }) => figure(cell, cells[*upper], cells[*qualifier], cells[*unit]),
                None => (*cell).to_owned(),
            })
            .collect();
        self.inner.row(&shown.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn end(&mut self) -> io::Result<()> {
        self.inner.end()
    }
}

/// `≈ 70 e-services`, `> 30 000`, `2.5–2.8`; nothing for a missing figure.
pub fn figure(value: &str, upper: &str, qualifier: &str, unit: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    let sign = match Qualifier::named(qualifier) {
        Some(Qualifier::Exact | Qualifier::Range) => "",
        Some(Qualifier::About) => "≈ ",
        Some(Qualifier::JustOver) => "≳ ",
        Some(Qualifier::Over) => "> ",
        Some(Qualifier::AtLeast) => "≥ ",
        Some(Qualifier::Under) => "< ",
        Some(Qualifier::AtMost) => "≤ ",
        None => "? ",
    };
    let to = if upper.is_empty() { String::new() } else { format!("–{}", grouped(upper)) };
    let space = if unit.is_empty() { "" } else { " " };
    format!("{sign}{}{to}{space}{unit}", grouped(value))
}

/// Digits in groups of three where there are more than four, as Swedish writes them.
fn grouped(number: &str) -> String {
    let (whole, decimals) = number.split_at(number.find('.').unwrap_or(number.len()));
    if whole.len() < 5 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut text = String::with_capacity(number.len() + 4);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text + decimals
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_read_as_their_sources_mean_them() {
        for (value, upper, qualifier, unit, shown) in [
            ("70", "", "about", "e-services", "≈ 70 e-services"),
            ("70", "", "just_over", "e-services", "≳ 70 e-services"),
            ("30000", "", "over", "", "> 30 000"),
            ("3.0", "", "at_least", "", "≥ 3.0"),
            ("28000", "", "under", "inhabitants", "< 28 000 inhabitants"),
            ("5", "", "at_most", "", "≤ 5"),
            ("2.5", "2.8", "range", "", "2.5–2.8"),
            ("650000000", "", "exact", "SEK", "650 000 000 SEK"),
            ("1300", "", "exact", "", "1300"),
            ("", "", "exact", "SEK", ""),
        ] {
            assert_eq!(figure(value, upper, qualifier, unit), shown);
        }
    }
}
