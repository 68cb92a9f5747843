//! What is said of maps and of the outlines that they are drawn from, in English.

use super::English;
use crate::text::quoted;
use crate::words::maps::Maps;

impl Maps for English {
    fn map(&self, places: &[String]) -> String {
        format!("A map. {}.", places.join("; "))
    }

    fn no_figure_here(&self) -> &'static str {
        "no figure here"
    }

    fn none(&self) -> &'static str {
        "no row here"
    }

    fn more(&self, count: usize) -> String {
        format!("and {count} more")
    }

    fn not_on_map(&self, rows: usize) -> String {
        if rows == 1 {
            return "1 row is not on the map: it names nothing that is on it".to_owned();
        }
        format!("{rows} rows are not on the map: they name nothing that is on it")
    }

    fn outlines_from(&self, source: &str) -> String {
        format!("Outlines after {source}")
    }

    fn joint_on_map(&self) -> &'static str {
        "a joint entry counts once in a place"
    }

    fn no_map_in(&self, format: &str) -> String {
        format!("{format} has no map; a drawing and a page have one: -o map.svg or -o map.html")
    }

    fn map_has_all(&self) -> &'static str {
        "a map has every place on it, and lists the largest figures first"
    }

    fn several_figures(&self, place: &str) -> String {
        format!("{place} has several figures, and a map shows one a place; a filter, such as that of a year, takes one")
    }

    fn one_row_each(&self, table: &str, drawable: &[&str]) -> String {
        format!("each place has one row; of {table}, --y draws {}", drawable.join(", "))
    }

    fn map_of_one_column(&self) -> &'static str {
        "a map places rows by one column"
    }

    fn not_on_maps(&self, table: &str, can: &[&str]) -> String {
        format!("{table} has no column that places its rows on a map; tables with one are {}", can.join(", "))
    }

    fn places_nothing(&self, column: &str, table: &str, can: &[&str]) -> String {
        format!("{column} places no rows on a map; columns of {table} that do: {}", can.join(", "))
    }

    fn several_place(&self, table: &str, can: &[&str]) -> String {
        format!("name the column that places the rows of {table} on the map: {}", can.join(", "))
    }

    fn has_no_outlines(&self, table: &str) -> String {
        format!("{table} has no outlines")
    }

    fn no_outlines(&self, reason: &str) -> String {
        format!("no outlines: {reason}")
    }

    fn no_arcs(&self, furthest: f64) -> String {
        format!("arcs are lists of pairs of numbers, none further out than {furthest}")
    }

    fn no_outline(&self, id: &str) -> String {
        format!("{id} is no outline: it is a Polygon or MultiPolygon with an `id` of text")
    }

    fn outline_without_arc(&self, number: i64) -> String {
        format!("an outline names arc {number}, which is none of the file")
    }

    fn outline_open(&self) -> &'static str {
        "an outline does not close: each of its arcs begins where the one before it ends"
    }

    fn outline_without_ring(&self) -> &'static str {
        "an outline is no ring: its arcs are lists of lists of numbers"
    }

    fn outlines_too_long(&self, most: usize) -> String {
        format!("the outlines have more than {most} points")
    }

    fn outline_twice(&self, id: &str) -> String {
        format!("the outline {} is there twice", quoted(id))
    }

    fn no_file_of_outlines(&self, name: &str) -> String {
        format!("there is no resource {} that is a file of outlines", quoted(name))
    }

    fn table_without_schema(&self, name: &str) -> String {
        format!("{name} says that it is a table, and has no schema")
    }
}
