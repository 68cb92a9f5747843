//! What is said of maps and of the outlines that they are drawn from, in Swedish.

use super::{Swedish, json, quoted};
use crate::words::maps::Maps;

impl Maps for Swedish {
    fn map(&self, places: &[String]) -> String {
        format!("En karta. {}.", places.join("; "))
    }

    fn no_figure_here(&self) -> &'static str {
        "ingen uppgift här"
    }

    fn none(&self) -> &'static str {
        "ingen rad här"
    }

    fn more(&self, count: usize) -> String {
        format!("och {count} till")
    }

    fn not_on_map(&self, rows: usize) -> String {
        if rows == 1 {
            return "1 rad finns inte på kartan: den anger inget som finns på den".to_owned();
        }
        format!("{rows} rader finns inte på kartan: de anger inget som finns på den")
    }

    fn outlines_from(&self, source: &str) -> String {
        format!("Gränser efter {source}")
    }

    fn joint_on_map(&self) -> &'static str {
        "ett gemensamt bidrag räknas en gång för varje plats"
    }

    fn no_map_in(&self, format: &str) -> String {
        format!("{format} har ingen karta; det har en bild och en webbsida: -o karta.svg eller -o karta.html")
    }

    fn map_has_all(&self) -> &'static str {
        "en karta har alla platser och listar de största värdena först"
    }

    fn several_figures(&self, place: &str) -> String {
        format!(
            "{place} har flera värden, och en karta visar ett per plats; ett filter, till exempel på år, väljer ett"
        )
    }

    fn one_row_each(&self, table: &str, drawable: &[&str]) -> String {
        format!("varje plats har en rad; --y ritar {} i {table}", drawable.join(", "))
    }

    fn map_of_one_column(&self) -> &'static str {
        "en karta placerar rader efter en kolumn"
    }

    fn not_on_maps(&self, table: &str, can: &[&str]) -> String {
        format!(
            "{table} har ingen kolumn som placerar raderna på en karta; tabeller med en sådan är {}",
            can.join(", ")
        )
    }

    fn places_nothing(&self, column: &str, table: &str, can: &[&str]) -> String {
        format!("{column} placerar inga rader på en karta; kolumner i {table} som gör det: {}", can.join(", "))
    }

    fn several_place(&self, table: &str, can: &[&str]) -> String {
        format!("ange vilken kolumn som placerar raderna i {table} på kartan: {}", can.join(", "))
    }

    fn has_no_outlines(&self, table: &str) -> String {
        format!("{table} har inga gränser att rita")
    }

    fn no_outlines(&self, reason: &str) -> String {
        format!("inga gränser: {}", json::translated(reason).unwrap_or_else(|| reason.to_owned()))
    }

    fn no_arcs(&self, furthest: f64) -> String {
        format!("bågar är listor av talpar, inget längre ut än {furthest}")
    }

    fn no_outline(&self, id: &str) -> String {
        format!("{id} är ingen gräns: en sådan är en Polygon eller MultiPolygon vars `id` är text")
    }

    fn outline_without_arc(&self, number: i64) -> String {
        format!("en gräns anger båge {number}, som inte finns i filen")
    }

    fn outline_open(&self) -> &'static str {
        "en gräns sluts inte: varje båge ska börja där den förra slutar"
    }

    fn outline_without_ring(&self) -> &'static str {
        "en gräns är ingen ring: dess bågar ska vara listor av listor av tal"
    }

    fn outlines_too_long(&self, most: usize) -> String {
        format!("gränserna har fler än {most} punkter")
    }

    fn outline_twice(&self, id: &str) -> String {
        format!("gränsen {} finns två gånger", quoted(id))
    }

    fn no_file_of_outlines(&self, name: &str) -> String {
        format!("det finns ingen resurs {} som är en fil med gränser", quoted(name))
    }

    fn table_without_schema(&self, name: &str) -> String {
        format!("{name} säger sig vara en tabell men har inget schema")
    }
}
