//! What is said where `datapackage.json` does not describe what there is, in Swedish.

use super::{Swedish, json, quoted};
use crate::words::descriptions::Descriptions;

impl Descriptions for Swedish {
    fn no_description(&self, reason: &str) -> String {
        json::translated(reason).unwrap_or_else(|| format!("går inte att läsa: {reason}"))
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

    fn no_table_name(&self, name: &str) -> String {
        format!(
            "en tabells namn har bokstäverna a till z, siffror, `.`, `-` och `_`, och {} har andra tecken",
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
