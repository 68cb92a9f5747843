//! Swedish order: … z å ä ö, by the Unicode collation algorithm with CLDR's Swedish rules.

use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;

/// A comparison of two texts in Swedish order.
///
/// Building it is work, so it is built for a question that sorts text and for no other.
///
/// # Panics
/// Never: the Swedish rules are compiled into the program, and asking for them cannot fail.
#[allow(clippy::expect_used)]
pub fn swedish_order() -> CollatorBorrowed<'static> {
    CollatorBorrowed::try_new(locale!("sv").into(), CollatorOptions::default())
        .expect("the collation rules are compiled in")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_swedish_letters_come_last() {
        let order = super::swedish_order();
        let mut names = ["Örebro", "Ängelholm", "Åre", "Ystad", "Alingsås", "Ånge", "Zinkgruvan", "Öckerö"];
        names.sort_by(|a, b| order.compare(a, b));
        assert_eq!(names, ["Alingsås", "Ystad", "Zinkgruvan", "Ånge", "Åre", "Ängelholm", "Öckerö", "Örebro"]);
    }
}
