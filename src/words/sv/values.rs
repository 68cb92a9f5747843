//! What is said where a value is refused, or a form that an answer cannot have, in Swedish.

use super::{Swedish, quoted};
use crate::words::values::Values;

/// The forms in which dates are typed.
macro_rules! with_dates {
    ($problem:literal) => {
        concat!(
            $problem,
            "; tillåtna är 2009-11-17 eller 2009-11 eller 2009, listor, intervall som 2009..2013-06, '>=2009' eller latest"
        )
    };
}

impl Values for Swedish {
    fn value_refused(&self, given: &str, problem: &str) -> String {
        format!("{} {problem}", quoted(given))
    }

    fn with_examples(&self, problem: &str, examples: &[&str]) -> String {
        format!("{problem}; tillåtna är {}", examples.join(" eller "))
    }

    fn is_no_year(&self) -> &'static str {
        "är varken ett årtal med fyra siffror, en lista med sådana eller ett intervall"
    }

    fn is_no_integer(&self) -> &'static str {
        "är varken ett heltal, en lista med sådana eller ett intervall"
    }

    fn is_no_number(&self) -> &'static str {
        "är varken ett tal eller ett intervall"
    }

    fn is_no_limit(&self) -> &'static str {
        "är inget heltal från 0 och uppåt"
    }

    fn is_no_date(&self) -> &'static str {
        with_dates!("är inget datum")
    }

    fn is_no_day(&self, reason: &str) -> String {
        format!(with_dates!("är inget datum: {}"), reason)
    }

    fn has_no_date(&self) -> &'static str {
        with_dates!("har ingen gräns")
    }

    fn has_no_end(&self) -> &'static str {
        "har ingen gräns"
    }

    fn backwards(&self, given: &str, meant: &str) -> String {
        format!("intervallet {} går baklänges; menade du {meant}?", quoted(given))
    }

    fn has_comma(&self) -> &'static str {
        "har ett kommatecken"
    }

    fn how_numbers_are_typed(&self, flag: &str) -> String {
        format!("decimaltal skrivs med punkt, och vart och ett av flera tal anges med sitt eget {flag}")
    }

    fn is_in_every_text(&self) -> &'static str {
        "träffar inget särskilt; ange en del av texten"
    }

    fn is_code(&self, column: &str) -> String {
        format!("står i kolumnen {column}")
    }

    fn is_none_of(&self, allowed: &[&str]) -> String {
        format!("är inget av {}", allowed.join(", "))
    }

    fn is_none_of_many(&self, count: usize) -> String {
        format!("är inget av de {count} värdena")
    }

    fn members_are(&self, allowed: &[&str]) -> String {
        format!("de är {}", allowed.join(", "))
    }

    fn is_not_expected(&self) -> &'static str {
        "hör inte hit; flaggan tar inget värde"
    }

    fn stands_alone(&self) -> &'static str {
        "står ensamt; det betyder samtliga kolumner"
    }

    fn names_no_file(&self, ending: &str) -> String {
        format!("är inget filnamn; menade du NAMN.{ending}?")
    }

    fn widens_filters(&self, flags: &[String]) -> String {
        format!("vidgar ett filter med {}", flags.join(" eller "))
    }

    fn is_no_text(&self, format: &str) -> String {
        format!("{format} är inte text; lägg till -o FIL")
    }

    fn keeps_headings(&self, format: &str) -> String {
        format!("{format} behåller sina rubriker")
    }

    fn has_no_headings(&self, format: &str) -> String {
        format!("{format} har ingen rad med rubriker")
    }

    fn has_no_place_for_sources(&self, format: &str) -> String {
        format!("{format} har ingen plats för en källförteckning; lägg till --format table, markdown eller json")
    }

    fn holds_sources_alone(&self, format: &str) -> String {
        format!("{format} rymmer enbart källor, i egna fält")
    }

    fn built_without(&self, feature: &str) -> String {
        format!("denna itkommun är byggd utan `{feature}`; den byggs med `cargo build --features {feature}`")
    }

    fn format_for_file(&self, format: &str) -> String {
        format!("en fil väntas, och {} är ett format", quoted(format))
    }

    fn no_such_picture(&self, ending: &str) -> String {
        format!("{} kan inte skrivas: bilder skrivs som SVG", quoted(ending))
    }

    fn pictures_are_converted(&self) -> &'static str {
        "skriv en .svg och omvandla den, med rsvg-convert eller inkscape"
    }

    fn ending_of_no_format(&self, file: &str) -> String {
        format!("filändelsen i {} är inget format för detta svar", quoted(file))
    }

    fn endings_are(&self, endings: &[&str]) -> String {
        format!("ändelsen kan vara {}; formatet kan också anges med --format", endings.join(", "))
    }

    fn ending_of_no_export(&self, ending: &str) -> String {
        format!(
            "{} kan inte skrivas; tillåtna är .sqlite, .xlsx, .html, .ttl och, för en mapp med CSV-filer, ett namn utan \
             ändelse eller med / sist",
            quoted(ending)
        )
    }

    fn not_drawable(&self, column: &str, table: &str, can: &[&str]) -> String {
        let those = match can {
            [] => format!("{table} har ingen sådan"),
            _ => format!("i {table} finns {}", can.join(", ")),
        };
        format!("{column} innehåller inte tal, och ett diagram ritar en kolumn med tal: {those}")
    }

    fn several_units(&self, units: &[&str]) -> String {
        format!("värden i flera enheter kan inte dela skala ({}); filtrera raderna", units.join(", "))
    }

    fn too_many_bars(&self, count: usize, most: usize) -> String {
        format!("{count} staplar är för många för en bild, som har högst {most}")
    }

    fn fewer_bars(&self) -> &'static str {
        "ett filter eller --limit ritar några av dem; --format table ritar samtliga"
    }

    fn selected_twice(&self, first: &str, second: &str) -> String {
        let names = match (quoted(first), quoted(second)) {
            (first, second) if first == second => first,
            (first, second) => format!("{first} och {second}, för SQL samma namn"),
        };
        format!("sql: två kolumner heter {names}; ge den ena ett annat namn med AS")
    }

    fn past_sheet(&self, what: &str, room: &str) -> String {
        format!("{what}, men en arbetsbok rymmer {room}")
    }

    fn past_sheet_otherwise(&self) -> &'static str {
        "andra format saknar den gränsen, till exempel .csv eller .sqlite"
    }

    fn cell_is_no_qualifier(&self) -> &'static str {
        "ingen känd precision"
    }

    fn cell_is_no_figure(&self) -> &'static str {
        "inget tal, eller ett intervall utan övre gräns"
    }

    fn cell_is_no_number(&self) -> &'static str {
        "inget tal"
    }

    fn cell_of_another_form(&self) -> &'static str {
        "inte skrivet så som beskrivningen säger"
    }

    fn cell_is_no_date(&self) -> &'static str {
        "inget datum som 2009-11-17"
    }

    fn cell_is_no_boolean(&self) -> &'static str {
        "varken true eller false"
    }

    fn cell_is_not_utf8(&self) -> &'static str {
        "inte UTF-8; teckenkodningen anges med encoding"
    }
}

#[cfg(test)]
mod tests {
    use super::Swedish;
    use crate::words::values::Values;

    #[test]
    fn a_value_stands_before_what_is_wrong_and_that_before_what_is_allowed() {
        let problem = Swedish.with_examples(Swedish.is_no_number(), &["70", "3.5"]);
        let said = "`3,5x` är varken ett tal eller ett intervall; tillåtna är 70 eller 3.5";
        assert_eq!(Swedish.value_refused("3,5x", &problem), said);
        assert!(Swedish.is_no_day("februari 2009 har 28 dagar").starts_with("är inget datum: februari"));
        assert_eq!(Swedish.not_drawable("name", "x", &[]).split(": ").last(), Some("x har ingen sådan"));
    }
}
