//! What is said where `datapackage.json` does not describe what there is, in Swedish.

use super::{Swedish, json, quoted};
use crate::words::descriptions::Descriptions;

impl Descriptions for Swedish {
    fn no_description(&self, reason: &str) -> String {
        json::translated(reason).unwrap_or_else(|| "ingen JSON från och med här".to_owned())
    }

    fn wrong_kind(&self, property: &str, kind: &str, value: &str) -> String {
        let kind = match kind {
            "text" => "en text",
            "texts" => "en lista med texter",
            "names" => "en text eller en lista med texter",
            "flag" => "true eller false",
            "count" => "ett heltal",
            "plain" => "en text eller ett tal",
            "list" => "en lista",
            "objects" => "en lista med objekt",
            "rows" => "en lista med rader, var och en en lista eller ett objekt",
            _ => "ett objekt",
        };
        format!("{property} ska vara {kind}, inte {}", quoted(value))
    }

    fn property_missing(&self, property: &str, of: &str) -> String {
        let of = match of {
            "package" => "paketet",
            "resource" => "resursen",
            "data" => "resursen vars data är en text",
            "schema" => "schemat",
            "field" => "kolumnen",
            "source" => "källan",
            "contributor" => "uppgiften om medverkande",
            _ => "nyckeln",
        };
        format!("egenskapen {property} saknas i {of}")
    }

    fn no_type(&self, property: &str, given: &str, types: &[&str]) -> String {
        let of = if property == "itemType" { "poster i en lista" } else { "kolumner" };
        format!("{} är ingen typ för {of}; typerna är {}", quoted(given), types.join(", "))
    }

    fn no_format(&self, format: &str, column: &str, formats: &[&str]) -> String {
        format!("{} är inget format för kolumnen {column}; dess typ har {}", quoted(format), formats.join(", "))
    }

    fn no_algorithm(&self, hash: &str, algorithms: &[&str]) -> String {
        format!(
            "kontrollsumman {} läses inte; den börjar med någon av {} och ett kolon",
            quoted(hash),
            algorithms.join(", ")
        )
    }

    fn other_size(&self, file: &str, bytes: u64, promised: u64) -> String {
        format!("{file} har {bytes} byte, men {promised} utlovas")
    }

    fn other_hash(&self, file: &str, hash: &str, algorithm: Option<&str>) -> String {
        let meant = algorithm.map(|name| format!("; en så lång är av {name}, vilket {name}: före den säger"));
        format!("{file} har kontrollsumman {hash}, men en annan utlovas{}", meant.unwrap_or_default())
    }

    fn path_and_data(&self) -> &'static str {
        "en resurs har sina rader i path eller i data, inte i båda"
    }

    fn description_is_no_object(&self) -> &'static str {
        "en beskrivning är ett objekt, som {\"resources\": […]}"
    }

    fn description_too_long(&self, most: u64) -> String {
        format!("en beskrivning på mer än {most} MB; rader står bättre i egna filer")
    }

    fn property_twice(&self, property: &str) -> String {
        format!("{} beskrivs två gånger, och en av dem läses", quoted(property))
    }

    fn table_described_twice(&self, table: &str) -> String {
        format!("tabellen {} beskrivs två gånger", quoted(table))
    }

    fn not_read(&self, property: &str, value: &str, column: Option<&str>) -> String {
        let whose = column.map_or(String::new(), |column| format!(" i kolumnen {column}"));
        format!("{property} {value}{whose} hör inte till det som programmet läser")
    }

    fn no_name(&self, of: &str, name: &str) -> String {
        let of = if of == "table" { "en tabells" } else { "ett pakets" };
        format!(
            "{of} namn har bokstäverna a till z, siffror, `.`, `-`, `_` och `/`, och {} har andra tecken",
            quoted(name)
        )
    }

    fn license_without_name(&self) -> &'static str {
        "en licens har ett namn eller en path"
    }

    fn opened_name_is_taken(&self, column: &str) -> String {
        format!("en nyckel öppnar {}, och en annan kolumn heter redan så", quoted(column))
    }

    fn uneven_key(&self, columns: &str, own: usize, repeated: usize) -> String {
        format!("nyckeln {columns} har {own} kolumner och upprepar {repeated}")
    }

    fn column_described_twice(&self, table: &str, column: &str) -> String {
        format!("{table} har kolumnen {} två gånger", quoted(column))
    }

    fn delimiter_not_ascii(&self, delimiter: char, column: &str) -> String {
        format!("avgränsaren `{delimiter}` i {column} är inget ASCII-tecken")
    }

    fn no_expression(&self, pattern: &str) -> String {
        format!("{} är inget reguljärt uttryck som kan läsas här", quoted(pattern))
    }

    fn no_address(&self, text: &str) -> String {
        format!("{} är ingen webbadress, som https://example.org/a%20b", quoted(text))
    }

    fn no_address_of_values(&self, template: &str, column: &str) -> String {
        format!(
            "valueUrl {} för kolumnen {column} läses inte; det är en webbadress där kolumnens namn står en gång inom \
             klammerparenteser, som https://example.org/{{{column}}}",
            quoted(template)
        )
    }

    fn bound_without_order(&self, column: &str, bound: &str, field_type: &str) -> String {
        format!("{column} har ett {bound}, men värden av typen {field_type} har ingen ordning")
    }

    fn category_twice(&self, column: &str, category: &str) -> String {
        format!("{column} har kategorin {} två gånger", quoted(category))
    }

    fn wrong_in_constraint(&self, constraint: &str, column: &str, wrong: &str) -> String {
        format!("{constraint} för {column}: {wrong}")
    }

    fn no_key_column(&self, column: &str) -> String {
        format!("{} är ingen nyckel till en annan tabell", quoted(column))
    }

    fn no_fixed_set(&self, column: &str) -> String {
        format!("{} har ingen fast uppsättning värden", quoted(column))
    }

    fn no_member(&self, value: &str, column: &str) -> String {
        format!("{} är inget värde i {column}", quoted(value))
    }

    fn scale_does_not_rise(&self, low: f64, high: f64) -> String {
        format!("skalan {low} till {high} stiger inte")
    }

    fn list_in_primary_key(&self, column: &str) -> String {
        format!("{} är en lista, och en sådan får inte ingå i en primärnyckel", quoted(column))
    }

    fn list_in_foreign_key(&self, column: &str) -> String {
        format!("{} är en lista; nycklar för dess poster anges i listKeys", quoted(column))
    }

    fn locator_no_list(&self, locator: &str, sources: &str) -> String {
        format!("{} är ingen lista, men {sources} är det", quoted(locator))
    }

    fn no_list(&self, column: &str) -> String {
        format!("{} är ingen lista", quoted(column))
    }
}
