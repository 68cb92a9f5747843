//! What is said of descriptions for data portals, and in them, in Swedish.

use super::Swedish;
use crate::words::catalogues::Catalogues;

impl Catalogues for Swedish {
    fn catalogue(&self, publisher: &str, title: &str) -> [String; 2] {
        [format!("Data från {publisher}"), format!("Katalog med en datamängd: {title}.")]
    }

    fn needs_publisher(&self) -> &'static str {
        "en beskrivning för dataportaler anger vem som publicerar data, till exempel --publisher \"Umeå kommun\""
    }

    fn needs_address(&self) -> &'static str {
        "en beskrivning för dataportaler anger var data finns, till exempel --address https://example.org/register/"
    }

    fn not_described(&self, property: &str) -> String {
        format!("en beskrivning för dataportaler behöver `{property}`, som datapackage.json inte anger")
    }

    fn only_in_descriptions(&self) -> &'static str {
        "anges bara i en beskrivning för dataportaler, --to FIL.ttl"
    }

    fn describes_all(&self) -> &'static str {
        "en beskrivning för dataportaler gäller hela paketet; ange inga tabeller med --to FIL.ttl"
    }

    fn is_no_address(&self) -> &'static str {
        "är ingen webbadress, som https://example.org/a%20b, där mellanslag och liknande skrivs som %20"
    }

    fn is_no_name(&self) -> &'static str {
        "är inget namn på en rad, utan styrtecken"
    }

    fn has_no_address(&self) -> &'static str {
        "har ingen webbadress mellan < och >, som <http://dataportal.se/organisation/SE2120002627>"
    }
}
