//! What is said where `datapackage.json` does not describe what there is, in English.

use super::{English, json};
use crate::text::quoted;
use crate::words::descriptions::Descriptions;

impl Descriptions for English {
    fn no_description(&self, reason: &str) -> String {
        json::told(reason).unwrap_or_else(|| "not JSON from here on".to_owned())
    }

    fn description_is_no_object(&self) -> &'static str {
        "a description is an object, as {\"resources\": […]}"
    }

    fn description_too_long(&self, most: u64) -> String {
        format!("a description of more than {most} MB; rows stand better in files of their own")
    }

    fn property_twice(&self, property: &str) -> String {
        format!("{} is described twice, of which one is read", quoted(property))
    }

    fn wrong_kind(&self, property: &str, kind: &str, value: &str) -> String {
        let kind = match kind {
            "text" => "a text",
            "texts" => "a list of texts",
            "names" => "a text or a list of texts",
            "flag" => "true or false",
            "count" => "a whole number",
            "plain" => "a text or a number",
            "list" => "a list",
            "objects" => "a list of objects",
            "rows" => "a list of rows, each a list or an object",
            _ => "an object",
        };
        format!("{property} must be {kind}, and is {}", quoted(value))
    }

    fn property_missing(&self, property: &str, of: &str) -> String {
        let of = match of {
            "package" => "a package",
            "resource" => "a resource",
            "data" => "data that is a text",
            "schema" => "a schema",
            "field" => "a column",
            "source" => "a source",
            "contributor" => "a contributor",
            _ => "a key",
        };
        format!("{of} must have the property {property}")
    }

    fn no_type(&self, property: &str, given: &str, types: &[&str]) -> String {
        let of = if property == "itemType" { "the items of a list" } else { "a column" };
        format!("{} is no type of {of}; those are {}", quoted(given), types.join(", "))
    }

    fn no_format(&self, format: &str, column: &str, formats: &[&str]) -> String {
        format!("{} is no format of the column {column}; its type has {}", quoted(format), formats.join(", "))
    }

    fn no_algorithm(&self, hash: &str, algorithms: &[&str]) -> String {
        format!("the hash {} is not read; it begins with one of {} and a colon", quoted(hash), algorithms.join(", "))
    }

    fn other_size(&self, file: &str, bytes: u64, promised: u64) -> String {
        format!("{file} has {bytes} bytes, and {promised} are promised")
    }

    fn other_hash(&self, file: &str, hash: &str, algorithm: Option<&str>) -> String {
        let meant = algorithm.map(|name| format!("; one of this length is by {name}: {name}: before it says so"));
        format!("{file} has the hash {hash}, and another is promised{}", meant.unwrap_or_default())
    }

    fn path_and_data(&self) -> &'static str {
        "a resource has its rows in path or in data, and not in both"
    }

    fn table_described_twice(&self, table: &str) -> String {
        format!("the table {} is described twice", quoted(table))
    }

    fn not_read(&self, property: &str, value: &str, column: Option<&str>) -> String {
        let whose = column.map_or(String::new(), |column| format!(" of the column {column}"));
        format!("{property} {value}{whose} is not among what this program reads")
    }

    fn no_name(&self, of: &str, name: &str) -> String {
        format!("the name of a {of} has letters a to z, digits, `.`, `-`, `_` and `/`, and {} has others", quoted(name))
    }

    fn license_without_name(&self) -> &'static str {
        "a licence has a name or a path"
    }

    fn opened_name_is_taken(&self, column: &str) -> String {
        format!("a key opens {}, and another column is called so already", quoted(column))
    }

    fn uneven_key(&self, columns: &str, own: usize, repeated: usize) -> String {
        format!("the key {columns} has {own} columns and repeats {repeated}")
    }

    fn column_described_twice(&self, table: &str, column: &str) -> String {
        format!("{table} has the column {} twice", quoted(column))
    }

    fn delimiter_not_ascii(&self, delimiter: char, column: &str) -> String {
        format!("the delimiter `{delimiter}` of {column} is not an ASCII character")
    }

    fn no_expression(&self, pattern: &str) -> String {
        format!("{} is not a regular expression that is read here", quoted(pattern))
    }

    fn no_address(&self, text: &str) -> String {
        format!("{} is not an address on the web, such as https://example.org/a%20b", quoted(text))
    }

    fn no_address_of_values(&self, template: &str, column: &str) -> String {
        format!(
            "valueUrl {} of the column {column} is not read; it is an address with the column in braces once, such as \
             https://example.org/{{{column}}}",
            quoted(template)
        )
    }

    fn bound_without_order(&self, column: &str, bound: &str, field_type: &str) -> String {
        format!("{column} has a {bound}, but values of type {field_type} have no order")
    }

    fn category_twice(&self, column: &str, category: &str) -> String {
        format!("{column} has the category {} twice", quoted(category))
    }

    fn wrong_in_constraint(&self, constraint: &str, column: &str, wrong: &str) -> String {
        format!("in the {constraint} of {column}, {wrong}")
    }

    fn no_key_column(&self, column: &str) -> String {
        format!("{} is no key to another table", quoted(column))
    }

    fn no_fixed_set(&self, column: &str) -> String {
        format!("{} has no fixed set of values", quoted(column))
    }

    fn no_member(&self, value: &str, column: &str) -> String {
        format!("{} is no value of {column}", quoted(value))
    }

    fn scale_does_not_rise(&self, low: f64, high: f64) -> String {
        format!("the scale {low} to {high} does not rise")
    }

    fn list_in_primary_key(&self, column: &str) -> String {
        format!("{} is a list, which no primary key can have", quoted(column))
    }

    fn list_in_foreign_key(&self, column: &str) -> String {
        format!("{} is a list; keys of its items stand in listKeys", quoted(column))
    }

    fn locator_no_list(&self, locator: &str, sources: &str) -> String {
        format!("{} is no list, but {sources} is one", quoted(locator))
    }

    fn no_list(&self, column: &str) -> String {
        format!("{} is no list", quoted(column))
    }
}
