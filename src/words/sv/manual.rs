//! What the manual says besides what help does, in Swedish.

use super::Swedish;
use crate::words::manual::Manual;

impl Manual for Swedish {
    fn section_name(&self) -> &'static str {
        "NAMN"
    }

    fn section_synopsis(&self) -> &'static str {
        "SYNOPSIS"
    }

    fn section_description(&self) -> &'static str {
        "BESKRIVNING"
    }

    fn section_tables(&self) -> &'static str {
        "TABELLER"
    }

    fn section_commands(&self) -> &'static str {
        "KOMMANDON"
    }

    fn section_options(&self) -> &'static str {
        "FLAGGOR"
    }

    fn section_values(&self) -> &'static str {
        "FILTERVÄRDEN"
    }

    fn section_formats(&self) -> &'static str {
        "FORMAT"
    }

    fn section_status(&self) -> &'static str {
        "SLUTSTATUS"
    }

    fn section_environment(&self) -> &'static str {
        "MILJÖVARIABLER"
    }

    fn section_files(&self) -> &'static str {
        "FILER"
    }

    fn section_examples(&self) -> &'static str {
        "EXEMPEL"
    }

    fn section_licence(&self) -> &'static str {
        "LICENS"
    }

    fn section_citing(&self) -> &'static str {
        "KÄLLHÄNVISNING"
    }

    fn section_see_also(&self) -> &'static str {
        "SE ÄVEN"
    }

    fn one_rule(&self) -> &'static str {
        "Varje tabell är ett kommando, och varje kolumn i den är ett filter, en kolumn i svaret och en \
         sorteringsnyckel, med samma namn överallt: flagga, tabellrubrik, CSV, JSON och SQL. Tabeller, \
         kolumner och fasta värden kan också skrivas med sina titlar på båda språken."
    }

    fn where_answers_go(&self) -> &'static str {
        "På en terminal är svaret en tabell som anpassas till dess bredd, och visas i en sidvisare (pager) \
         om den är längre än skärmen. I ett rör eller en fil är det tabbseparerade värden med en rubrikrad, \
         aldrig avkortade och aldrig i färg. Standardutmatningen innehåller svaret och inget annat; \
         anmärkningar och fel går till felutmatningen."
    }

    fn values_depend(&self) -> &'static str {
        "Vad ett filter godtar beror på kolumnen; vilket det är står efter flaggan:"
    }

    fn ranges(&self) -> &'static str {
        "Ett intervall kan vara öppet i båda ändar, och jämförelser är <, <=, > och >=. `latest` är det \
         största bland de fakta som övriga filter ger. Decimaltal skrivs med punkt och kan inte räknas upp med komma. \
         Ett värde tas med om allt det kan vara ligger inom det som efterfrågas; med `--possibly`, om något \
         av det gör det."
    }

    fn emptiness(&self) -> &'static str {
        "`--missing` och `--present` anger kolumner, åtskilda av komma, som alla saknar värde eller alla \
         har ett."
    }

    fn usual_format(&self, usual: &str) -> String {
        format!("Förvalt är {usual}.")
    }

    fn usual_format_of_all(&self, usual: &str) -> String {
        format!("Förvalt är {usual}; alla kommandon har inte alla format.")
    }

    fn filters_elsewhere(&self) -> &'static str {
        "Vad de godtar, och hur flera verkar tillsammans: FILTERVÄRDEN i `itkommun`(1)."
    }

    fn help_flag(&self) -> &'static str {
        "Hjälp: -h ger en som ryms på skärmen, --help allt."
    }

    fn possible_values(&self, names: &str) -> String {
        format!("möjliga värden: {names}")
    }

    fn alias(&self, names: &str) -> String {
        format!("även: {names}")
    }

    fn in_files_named(&self, about: &str, endings: &str) -> String {
        format!("{about}; i filer med ändelsen {endings}")
    }

    fn no_files(&self) -> &'static str {
        "Inga: data är en del av programmet, det finns ingen konfigurationsfil, och inget annat skrivs än \
         de filer som begärs."
    }

    fn no_folder_for_pages(&self) -> &'static str {
        "det är ingen mapp; en enda sida skrivs till en fil med `itkommun man <KOMMANDO> --output FIL`"
    }

    fn licence_of_program(&self) -> &'static str {
        "Programmet: MIT eller Apache-2.0, efter eget val."
    }

    fn licence_of_data(&self, names: &str) -> String {
        format!("Data: {names}.")
    }

    fn status_done(&self) -> &'static str {
        "utfört, även utan rader"
    }

    fn status_no_rows(&self) -> &'static str {
        "inga rader, endast med `--exit-status`"
    }

    fn status_usage(&self) -> &'static str {
        "felaktig användning, även ett okänt namn"
    }

    fn status_failed(&self) -> &'static str {
        "data gick inte att läsa, `check` hittade problem eller svaret gick inte att skriva"
    }

    fn status_interrupted(&self) -> &'static str {
        "avbrutet från tangentbordet; inget halvskrivet lämnas kvar"
    }
}
