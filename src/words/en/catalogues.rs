//! What is said of descriptions for data portals, and in them, in English.

use super::English;
use crate::words::catalogues::Catalogues;

impl Catalogues for English {
    fn catalogue(&self, publisher: &str, title: &str) -> [String; 2] {
        [format!("Data from {publisher}"), format!("Catalogue of one data set: {title}.")]
    }

    fn needs_publisher(&self) -> &'static str {
        "a description for data portals says who publishes the data, such as --publisher \"Umeå kommun\""
    }

    fn needs_address(&self) -> &'static str {
        "a description for data portals says where the data is, such as --address https://example.org/register/"
    }

    fn not_described(&self, property: &str) -> String {
        format!("a description for data portals needs `{property}`, which datapackage.json does not tell")
    }

    fn only_in_descriptions(&self) -> &'static str {
        "stands in a description for data portals alone, --to FILE.ttl"
    }

    fn describes_all(&self) -> &'static str {
        "a description for data portals is of the whole package; name no tables with --to FILE.ttl"
    }

    fn is_no_address(&self) -> &'static str {
        "is not an address on the web, such as https://example.org/a%20b, in which spaces and the like are written as %20"
    }

    fn is_no_name(&self) -> &'static str {
        "is not a name in one line, without signs that control a screen"
    }

    fn has_no_address(&self) -> &'static str {
        "has no address on the web between < and >, such as <http://dataportal.se/organisation/SE2120002627>"
    }
}
