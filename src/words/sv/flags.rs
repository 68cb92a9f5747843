//! What help tells of each flag and argument, in Swedish.

use super::Swedish;
use crate::words::flags::Flags;

impl Flags for Swedish {
    fn flag_sort(&self) -> &'static str {
        "Sortera efter dessa kolumner, åtskilda av komma; `-` före en ger det största först"
    }

    fn flag_limit(&self) -> &'static str {
        "Högst så många rader"
    }

    fn flag_limit_each(&self) -> &'static str {
        "Högst så många rader ur varje tabell"
    }

    fn flag_tables(&self) -> &'static str {
        "Bara dessa tabeller, åtskilda av komma"
    }

    fn flag_columns(&self) -> &'static str {
        "Kolumnerna som visas, i den ordningen, åtskilda av komma; `all` ger samtliga"
    }

    fn flag_count(&self) -> &'static str {
        "Bara antalet rader"
    }

    fn flag_count_by(&self) -> &'static str {
        "Antalet rader för varje värde i dessa kolumner, flest först; varje post i en lista räknas"
    }

    fn flag_possibly(&self) -> &'static str {
        "Även värden som kan, men inte måste, ligga inom det som anges"
    }

    fn flag_cite(&self) -> &'static str {
        "Numrera varje rads källa och lista källorna under svaret (table, markdown, json)"
    }

    fn flag_exit_status(&self) -> &'static str {
        "Avsluta med status 1 om det inte finns några rader"
    }

    fn flag_output(&self) -> &'static str {
        "En fil för svaret, som ersätts om den finns; ändelsen (.csv, .xlsx …) anger formatet"
    }

    fn flag_text_file(&self) -> &'static str {
        "En fil för texten, som ersätts om den finns"
    }

    fn flag_no_header(&self) -> &'static str {
        "Ingen rad med kolumnnamn"
    }

    fn flag_color(&self) -> &'static str {
        "auto, always eller never"
    }

    fn flag_pager(&self) -> &'static str {
        "auto eller never; ITKOMMUN_PAGER eller PAGER anger en annan än less"
    }

    fn flag_format(&self, formats: &[&str], usual: &str) -> String {
        let (last, others) = formats.split_last().map_or(("", &[][..]), |(last, others)| (*last, others));
        format!("{} eller {last}; förvalt är {usual}", others.join(", "))
    }

    fn flag_same_as_format(&self, format: &str) -> String {
        format!("Samma som --format {format}")
    }

    fn flag_package(&self) -> &'static str {
        "En mapp med ett Data Package, eller dess datapackage.json, att använda i stället för registret"
    }

    fn flag_language(&self) -> &'static str {
        "en eller sv; förvalt är det som ITKOMMUN_LANG eller språkmiljön anger"
    }

    fn flag_missing(&self) -> &'static str {
        "Rader där samtliga dessa kolumner, åtskilda av komma, saknar värde"
    }

    fn flag_present(&self) -> &'static str {
        "Rader där samtliga dessa kolumner, åtskilda av komma, har ett värde"
    }

    fn flag_heading(&self) -> &'static str {
        "Diagrammets rubrik, i stället för dess egen"
    }

    fn flag_years(&self) -> &'static str {
        "Rader för dessa år: 2009 · 2009,2013 · 2009..2013 · latest"
    }

    fn flag_profile_year(&self) -> &'static str {
        "Året; förvalt är det senaste med värden"
    }

    fn flag_differing(&self) -> &'static str {
        "Bara det som anges för minst två och skiljer sig åt"
    }

    fn flag_incomparable(&self) -> &'static str {
        "Även värden som inte går att jämföra"
    }

    fn flag_x(&self) -> &'static str {
        "Kolumnerna som namnger staplarna, åtskilda av komma"
    }

    fn flag_y(&self) -> &'static str {
        "Kolumnen vars tal ritas; utan den antalet rader"
    }

    fn flag_map(&self) -> &'static str {
        "En karta i stället för staplar, efter kolumnen som anger platser: -o karta.svg"
    }

    fn flag_attach(&self) -> &'static str {
        "En egen CSV-fil som blir en tabell med detta namn, bredvid de andra"
    }

    fn flag_export_to(&self) -> &'static str {
        "FIL.sqlite, FIL.xlsx, FIL.html, FIL.ttl eller en mapp för CSV-filer och deras datapackage.json"
    }

    fn flag_publisher(&self) -> &'static str {
        "I FIL.ttl, vem som publicerar data: NAMN, eller \"NAMN <ADRESS>\""
    }

    fn flag_publisher_type(&self, usual: &str) -> String {
        format!("I FIL.ttl, vad utgivaren är; förvalt är {usual}")
    }

    fn flag_address(&self) -> &'static str {
        "I FIL.ttl, var data publiceras"
    }

    fn flag_force(&self) -> &'static str {
        "Ersätt det som redan finns där"
    }

    fn flag_man_to(&self) -> &'static str {
        "Skriv alla sidor till denna mapp; sidor som finns där ersätts"
    }

    fn argument_search(&self) -> &'static str {
        "Ord eller delar av ord, med små eller stora bokstäver, med eller utan å, ä, ö"
    }

    fn argument_thing(&self, kinds: &str) -> String {
        format!("Ett namn eller en kod ({kinds}); flera ord är ett namn")
    }

    fn argument_drawn(&self, table: Option<&str>) -> String {
        table.map_or_else(|| "Namn eller kod".to_owned(), |table| format!("Namn eller kod i {table}"))
    }

    fn argument_compared(&self, table: Option<&str>) -> String {
        format!("{}; ett ensamt jämförs med genomsnittet", self.argument_drawn(table))
    }

    fn argument_statement(&self) -> &'static str {
        "En SELECT-sats, eller - för att läsa den från standardinmatningen"
    }

    fn argument_schema(&self) -> &'static str {
        "En tabell; alla om ingen anges"
    }

    fn argument_export(&self) -> &'static str {
        "Tabeller; alla om inga anges"
    }

    fn argument_describe(&self) -> &'static str {
        "CSV-filer, i beskrivningens mapp eller under den"
    }

    fn flag_all_problems(&self) -> &'static str {
        "Visa alla problem, inte bara de första 1000 i varje fil"
    }

    fn argument_check(&self) -> &'static str {
        "En mapp med en datapackage.json; det inbyggda paketet om ingen anges"
    }

    fn argument_shell(&self) -> &'static str {
        "Skalet som skriptet är till för"
    }

    fn argument_man(&self) -> &'static str {
        "En tabell eller ett kommando; programmets sida om inget anges"
    }
}
