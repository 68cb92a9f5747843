//! What the manual tells of each format and of each variable of the environment, in Swedish.

use super::Swedish;
use crate::words::surroundings::Surroundings;

impl Surroundings for Swedish {
    fn environment_own_language(&self) -> &'static str {
        "språket, `en` eller `sv`; `--lang` går före"
    }

    fn environment_locale(&self) -> &'static str {
        "språkmiljön, den första som är satt, om `ITKOMMUN_LANG` inte är det: svenska för svenska, engelska för alla andra"
    }

    fn environment_languages(&self) -> &'static str {
        "språk åtskilda av kolon: det första som är `en` eller `sv` går före språkmiljöns, om den inte är C"
    }

    fn environment_own_pager(&self) -> &'static str {
        "sidvisaren (pager) för det som är längre än skärmen, med dess flaggor; tom eller `cat` för ingen"
    }

    fn environment_pager(&self) -> &'static str {
        "detsamma, om `ITKOMMUN_PAGER` inte är satt; om ingen är det är sidvisaren `less`"
    }

    fn environment_no_color(&self) -> &'static str {
        "ingen färg, om den är satt och inte tom; `--color` går före"
    }

    fn environment_color_force(&self) -> &'static str {
        "färg även i rör och filer, om den varken är tom eller `0`; `NO_COLOR` går före"
    }

    fn environment_columns(&self) -> &'static str {
        "bredden i tecken som tabeller och hjälp anpassas till, även i rör och filer"
    }

    fn environment_threads(&self) -> &'static str {
        "hur många trådar som går igenom en lång tabell, 1 till 4; annars så många som det finns processorer till"
    }

    fn environment_term(&self) -> &'static str {
        "terminalens slag: `dumb` får ingen sidvisare, och ingen färg om den inte tvingas fram"
    }

    fn environment_less(&self) -> &'static str {
        "flaggorna till `less`; `FRX` om den inte är satt"
    }

    fn environment_less_charset(&self) -> &'static str {
        "teckenkodningen som `less` räknar med; UTF-8 om den inte är satt"
    }

    fn format_table(&self) -> &'static str {
        "en tabell anpassad till terminalen; staplar, om svaret ritas"
    }

    fn format_record(&self) -> &'static str {
        "varje rad som en lista med dess celler"
    }

    fn format_tsv(&self) -> &'static str {
        "tabbseparerade värden, en post alltid på en rad: tabb, radslut och omvänt snedstreck skyddas med ett omvänt snedstreck"
    }

    fn format_csv(&self) -> &'static str {
        "kommaseparerade värden"
    }

    fn format_json(&self) -> &'static str {
        "ett JSON-dokument, med typade värden"
    }

    fn format_jsonl(&self) -> &'static str {
        "ett JSON-objekt på varje rad"
    }

    fn format_markdown(&self) -> &'static str {
        "en tabell i Markdown"
    }

    fn format_html(&self) -> &'static str {
        "en sida för webbläsare, allt i en fil"
    }

    fn format_xlsx(&self) -> &'static str {
        "en arbetsbok för kalkylprogram"
    }

    fn format_sqlite(&self) -> &'static str {
        "en SQLite-databas"
    }

    fn format_bibtex(&self) -> &'static str {
        "radernas källor för BibTeX, i stället för raderna"
    }

    fn format_csl_json(&self) -> &'static str {
        "radernas källor för Zotero och pandoc, i stället för raderna"
    }

    fn format_svg(&self) -> &'static str {
        "ett diagram"
    }
}
