//! What is said where rows are not what their description says, in Swedish.

use super::{Swedish, cells, quoted_value as quoted, set};
use crate::words::problems::Problems;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

impl Problems for Swedish {
    fn cannot_be_read(&self, reason: &str) -> String {
        format!("går inte att läsa: {reason}")
    }

    fn no_headings(&self) -> &'static str {
        "ingen rubrikrad"
    }

    fn other_headings(&self, described: &str) -> String {
        format!("rubrikraden har andra kolumner än beskrivningen, som har {described}")
    }

    fn heading_twice(&self, heading: &str) -> String {
        format!("kolumnen {} står två gånger", quoted(heading))
    }

    fn not_of_its_form(&self, text: &str) -> String {
        format!("{} är inte skrivet så som beskrivningen säger", quoted(text))
    }

    fn one_heading(&self, heading: &str) -> String {
        format!("en enda rubrik, {}", quoted(heading))
    }

    fn parted_by(&self, delimiter: &str) -> String {
        format!("; filen ser ut att ha {} mellan cellerna: det anges med dialect/delimiter", quoted(delimiter))
    }

    fn looks_like(&self, encoding: &str) -> String {
        format!("inte UTF-8; filen ser ut att vara {encoding}: det anges med encoding")
    }

    fn written_so(&self, property: &str) -> String {
        format!("; att kolumnens tal skrivs så anges med {property}")
    }

    fn is_no_utf_16(&self) -> &'static str {
        "inte UTF-16, som encoding anger"
    }

    fn heading_not_described(&self, heading: &str) -> String {
        format!("kolumnen {} finns inte i beskrivningen", quoted(heading))
    }

    fn heading_with_blanks(&self, heading: &str, column: &str) -> String {
        format!(
            "kolumnen {} och beskrivningens {} skiljer sig i blanksteg i början eller slutet",
            quoted(heading),
            quoted(column)
        )
    }

    fn heading_out_of_order(&self, heading: &str) -> String {
        format!("kolumnen {} står i en annan ordning än i beskrivningen", quoted(heading))
    }

    fn heading_missing(&self, column: &str) -> String {
        format!("kolumnen {} saknas", quoted(column))
    }

    fn empty_line(&self) -> &'static str {
        "en tom rad"
    }

    fn never_closed(&self) -> &'static str {
        "ett inledande citattecken utan avslutande"
    }

    fn row_too_long(&self, most: usize) -> String {
        format!("en rad på mer än {most} byte; är ett citattecken i den aldrig avslutat?")
    }

    fn file_changed(&self) -> &'static str {
        "filen ändrades medan den lästes"
    }

    fn cells_of_described(&self, count: usize, described: usize) -> String {
        format!("{} där beskrivningen har {described}", cells(count))
    }

    fn value_required(&self, column: &str) -> String {
        format!("{column} måste ha ett värde")
    }

    fn empty_item(&self, list: &str) -> String {
        format!("{} är en lista med en tom post", quoted(list))
    }

    fn wrong_type(&self, text: &str, field_type: &str) -> String {
        let expected = match field_type {
            "integer" => "inget heltal",
            "year" => "inget år med fyra siffror",
            "date" => "inget datum som 2009-11-17",
            "boolean" => "varken true eller false",
            _ => "inget tal",
        };
        format!("{} är {expected}", quoted(text))
    }

    fn no_text_of_type(&self, text: &str, name: &str, example: &str) -> String {
        let name = match name {
            "email" => "ingen e-postadress",
            "uri" => "ingen URI",
            "uuid" => "ingen UUID",
            "binary" => "inte base64",
            "datetime" => "inget datum med klockslag",
            "time" => "inget klockslag",
            "yearmonth" => "ingen månad med år",
            "duration" => "ingen tidslängd",
            "object" => "inget JSON-objekt",
            "array" => "ingen JSON-lista",
            "geopoint" => "inte longitud och latitud",
            "geojson" => "inte GeoJSON",
            _ => "inte TopoJSON",
        };
        format!("{} är {name} (exempel: {example})", quoted(text))
    }

    fn not_above(&self, text: &str, bound: &str) -> String {
        format!("{} är inte över {bound}", quoted(text))
    }

    fn not_below(&self, text: &str, bound: &str) -> String {
        format!("{} är inte under {bound}", quoted(text))
    }

    fn no_date(&self, text: &str, why: &str) -> String {
        format!("{} är inget datum: {why}", quoted(text))
    }

    fn date_form(&self) -> &'static str {
        "ett datum skrivs som 2009-11-17"
    }

    fn no_month(&self, month: u8) -> String {
        format!("det finns ingen månad {month}")
    }

    fn days_of_month(&self, year: u16, month: u8, days: u8) -> String {
        let name = MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"");
        format!("{name} {year:04} har {days} dagar")
    }

    fn below(&self, text: &str, least: &str, is_date: bool) -> String {
        format!("{} är {} {least}", quoted(text), if is_date { "före" } else { "mindre än" })
    }

    fn above(&self, text: &str, most: &str, is_date: bool) -> String {
        format!("{} är {} {most}", quoted(text), if is_date { "efter" } else { "mer än" })
    }

    fn none_of_set(&self, text: &str, allowed: &[String]) -> String {
        format!("{} är inget av värdena {}", quoted(text), set(allowed))
    }

    fn wrong_length(&self, text: &str, (of, length): (&str, usize), bound: usize, is_least: bool) -> String {
        let (most, asked) = if is_least { ("minst", "krävs") } else { ("högst", "tillåts") };
        format!("{} har {length} {}; {most} {bound} {asked}", quoted(text), parts(of, length))
    }

    fn no_match(&self, text: &str, pattern: &str) -> String {
        format!("{} stämmer inte med mönstret {pattern}", quoted(text))
    }

    fn stands_already(&self, text: &str, line: u64) -> String {
        format!("{} står redan på rad {line}", quoted(text))
    }

    fn primary_key_missing(&self) -> &'static str {
        "primärnyckeln saknas"
    }

    fn primary_key_stands_already(&self, key: &str, line: u64) -> String {
        format!("primärnyckeln {} står redan på rad {line}", quoted(key))
    }

    fn no_row_with(&self, table: &str, column: &str, value: &str) -> String {
        format!("ingen rad i {table} har {} i kolumnen {column}", quoted(value))
    }

    fn uneven(&self, locator: &str, locators: usize, list: &str, items: usize) -> String {
        let many = |count: usize| if count == 1 { "1 post".to_owned() } else { format!("{count} poster") };
        format!("{locator} har {} där {list} har {}", many(locators), many(items))
    }

    fn no_qualifier(&self, text: &str, allowed: &[&str]) -> String {
        format!("{} är ingen känd precision; tillåtna är {}", quoted(text), allowed.join(", "))
    }

    fn without_upper_end(&self) -> &'static str {
        "ett intervall utan övre gräns"
    }

    fn without_lower_end(&self) -> &'static str {
        "ett intervall utan nedre gräns"
    }

    fn range_does_not_rise(&self, lower: &str, upper: &str) -> String {
        format!("intervallet {lower} till {upper} stiger inte")
    }

    fn upper_end_without_range(&self, qualifier: &str) -> String {
        format!("en övre gräns där precisionen är {qualifier}, inte range")
    }

    fn problems_untold(&self, file: &str, count: usize) -> String {
        format!("{file} har {count} problem till; --all visar alla")
    }

    fn no_problems(&self) -> &'static str {
        "inga problem"
    }

    fn problems_without_headings(&self) -> &'static str {
        "rader med problem har inga rubriker; lägg till --format"
    }
}

/// What the length of a value of this type counts.
fn parts(of: &str, count: usize) -> &'static str {
    match (of, count) {
        ("string", _) => "tecken",
        ("object", 1) => "egenskap",
        ("object", _) => "egenskaper",
        (_, 1) => "post",
        _ => "poster",
    }
}

#[cfg(test)]
mod tests {
    use super::Swedish;
    use crate::words::problems::Problems;

    #[test]
    fn one_and_several_are_told_apart() {
        assert_eq!(Swedish.cells_of_described(1, 2), "1 cell där beskrivningen har 2");
        assert_eq!(Swedish.cells_of_described(3, 2), "3 celler där beskrivningen har 2");
        assert_eq!(Swedish.uneven("plats", 1, "källa", 2), "plats har 1 post där källa har 2 poster");
        assert_eq!(Swedish.wrong_length("a", ("list", 1), 2, true), "`a` har 1 post; minst 2 krävs");
        assert_eq!(Swedish.wrong_length("{}", ("object", 2), 1, false), "`{}` har 2 egenskaper; högst 1 tillåts");
    }

    #[test]
    fn months_and_what_is_no_value_have_swedish_names() {
        let why = Swedish.days_of_month(2009, 2, 28);
        assert_eq!(Swedish.no_date("2009-02-31", &why), "`2009-02-31` är inget datum: februari 2009 har 28 dagar");
        assert_eq!(Swedish.wrong_type("ja", "boolean"), "`ja` är varken true eller false");
        assert_eq!(Swedish.wrong_type(" ", "integer"), "ett tomt värde är inget heltal");
        let long = Swedish.stands_already(&"å".repeat(200), 7);
        assert_eq!(long, format!("`{}…` (200 tecken) står redan på rad 7", "å".repeat(60)));
    }
}
