//! What is said of statements in SQL, in Swedish.

use super::{Swedish, cells, quoted};
use crate::text::shortened;
use crate::words::statements::Statements;

impl Statements for Swedish {
    fn of_sqlite(&self, message: &str) -> String {
        // What is met most often; the rest stays in the words of the library.
        let begun = [
            ("no such table: ", "det finns ingen tabell "),
            ("no such column: ", "det finns ingen kolumn "),
            ("no such function: ", "det finns ingen funktion "),
            ("ambiguous column name: ", "kolumnen finns i flera tabeller: "),
            ("unrecognized token: ", "går inte att tolka: "),
            ("wrong number of arguments to function ", "fel antal argument till "),
            ("misuse of aggregate function ", "en aggregatfunktion kan inte stå här: "),
            ("misuse of aggregate: ", "en aggregatfunktion kan inte stå här: "),
        ];
        if let Some((rest, swedish)) = begun.iter().find_map(|(begun, sv)| Some((message.strip_prefix(begun)?, sv))) {
            let rest =
                rest.replace(" - should this be a string literal in single-quotes?", "; en text skrivs inom '…'");
            return shortened(&format!("{swedish}{rest}"), "tecken").into_owned();
        }
        match message.strip_suffix(": syntax error").and_then(|place| place.strip_prefix("near ")) {
            Some(place) => shortened(&format!("syntaxfel vid {place}"), "tecken").into_owned(),
            None if message == "incomplete input" => "satsen är inte fullständig".to_owned(),
            None if message == "not authorized" => "inte tillåtet".to_owned(),
            None if message == "integer overflow" => "ett heltal blev för stort".to_owned(),
            None if message == "malformed JSON" => "texten är inte giltig JSON".to_owned(),
            None if message == "SQL is empty or comment only" => "satsen är tom".to_owned(),
            None if message.starts_with("SELECTs to the left and right of ") => {
                "SELECT-satserna före och efter ska ge lika många kolumner".to_owned()
            }
            None if message.starts_with("aggregate functions are not allowed in ") => {
                "en aggregatfunktion kan inte stå här".to_owned()
            }
            None if message == "no tables specified" => "en tabell saknas; den anges med FROM".to_owned(),
            None => shortened(message, "tecken").into_owned(),
        }
    }

    fn one_statement(&self) -> &'static str {
        "sql: mer än en sats; ange en åt gången"
    }

    fn may_only_read(&self, message: &str, action: &str) -> String {
        format!("sql: {}: {action}; satsen får bara läsa", self.of_sqlite(message))
    }

    fn statement_without_answer(&self) -> &'static str {
        "sql: satsen ger inget svar; skriv en SELECT"
    }

    fn statement_with_parameter(&self) -> &'static str {
        "sql: satsen har en parameter; skriv värdet i stället"
    }

    fn statement_would_write(&self) -> &'static str {
        "sql: satsen skulle skriva; skriv en SELECT"
    }

    fn statement_too_long(&self, kilobytes: u64) -> String {
        format!("sql: en sats är text på högst {kilobytes} kB, utan NUL")
    }

    fn stdin_not_utf8(&self) -> &'static str {
        "sql: standardinmatningen är inte UTF-8"
    }

    fn standard_input(&self) -> &'static str {
        "standardinmatning"
    }

    fn past_time(&self, seconds: f32) -> String {
        past_limit(&format!("{} s", seconds.to_string().replace('.', ",")))
    }

    fn past_memory(&self, megabytes: usize) -> String {
        past_limit(&format!("{megabytes} MB minne"))
    }

    fn worker_failed(&self) -> &'static str {
        "satsen avbröts av ett fel i programmet"
    }

    fn answer_not_utf8(&self) -> &'static str {
        "sql: en text som inte är UTF-8"
    }

    fn function_not_utf8(&self, function: &str) -> String {
        format!("{function}: en text som inte är UTF-8")
    }

    fn escape_of_one_character(&self, given: &str) -> String {
        format!("like: ESCAPE anges med ett tecken, inte {}", quoted(given))
    }

    fn expression_refused(&self, pattern: &str, _: &str) -> String {
        format!("regexp: {} är inget reguljärt uttryck som kan läsas här", quoted(pattern))
    }

    fn a_blob(&self) -> &'static str {
        "en blob"
    }

    fn median_of_no_number(&self, value: &str) -> String {
        format!("median: {value} är inget tal")
    }

    fn not_stored(&self, text: &str, is_whole: bool) -> String {
        let what = if is_whole { "heltal" } else { "tal" };
        format!("`{text}` är inget {what}; `itkommun check` visar var det står")
    }

    fn read_as_numbers(&self, table: &str, columns: &[(&str, bool, bool)]) -> String {
        let columns = columns.iter().map(|(column, has_spaces, has_commas)| match (has_spaces, has_commas) {
            (true, false) => format!("{column} med mellanslag mellan tusental"),
            (true, true) => format!("{column} med mellanslag mellan tusental och decimalkomma"),
            (false, _) => format!("{column} med decimalkomma"),
        });
        format!("i {table} har lästs som tal: {}", columns.collect::<Vec<_>>().join(", "))
    }

    fn read_as_text(&self, table: &str, column: &str, cell: &str, why: &str) -> String {
        format!("{table}.{column} är text: {cell} {why}")
    }

    fn is_not_numeric(&self) -> &'static str {
        "är inget tal"
    }

    fn has_too_many_digits(&self) -> &'static str {
        "har fler siffror än ett tal rymmer"
    }

    fn has_too_many_digits_beside_decimals(&self) -> &'static str {
        "har fler siffror än ett tal rymmer i en kolumn med decimaler"
    }

    fn has_comma_of_cells(&self) -> &'static str {
        "har ett kommatecken, som i den här filen skiljer celler åt"
    }

    fn has_comma_beside_points(&self) -> &'static str {
        "har decimalkomma, andra decimalpunkt"
    }

    fn has_space_beside_points(&self) -> &'static str {
        "har mellanslag mellan tusental, andra decimalpunkt"
    }

    fn has_open_comma(&self) -> &'static str {
        "kan vara tusendelar eller tusental"
    }

    fn is_no_table_name(&self) -> &'static str {
        "är inget tabellnamn; det består av bokstäver, siffror och _, med en bokstav först"
    }

    fn is_sqlites_name(&self) -> &'static str {
        "är inget tabellnamn; namn som börjar med sqlite_ är SQLites egna"
    }

    fn is_a_table_of_the_package(&self) -> &'static str {
        "är en tabell i registret; ange ett annat namn"
    }

    fn is_a_word_of_sql(&self) -> &'static str {
        "är ett ord i SQL; ange ett annat namn"
    }

    fn is_a_table_already(&self) -> &'static str {
        "är redan en tabell; ange ett annat namn"
    }

    fn is_no_csv_file(&self, is_folder: bool) -> &'static str {
        if is_folder { "är en mapp; ange en CSV-fil" } else { "är ingen vanlig fil; ange en CSV-fil" }
    }

    fn two_separators(&self) -> &'static str {
        "första raden har både , och ; mellan namnen; namn med något av dem ska stå inom citattecken"
    }

    fn file_is_empty(&self) -> &'static str {
        "filen är tom; första raden ska ange kolumnernas namn"
    }

    fn column_without_name(&self) -> &'static str {
        "en kolumn utan namn"
    }

    fn second_column(&self, name: &str) -> String {
        format!("ännu en kolumn {}; i SQL är stora och små bokstäver detsamma", quoted(name))
    }

    fn too_many_columns(&self, most: i32) -> String {
        format!("fler än {most} kolumner")
    }

    fn cells_of_header(&self, count: usize, columns: usize, separator: &str) -> String {
        format!("{} där rubrikraden har {columns}, åtskilda av `{separator}`", cells(count))
    }

    fn quote_never_closed(&self) -> &'static str {
        "ett inledande citattecken utan avslutande"
    }

    fn goes_on_behind_quote(&self) -> &'static str {
        "en cell som fortsätter efter sitt avslutande citattecken; ett citattecken inom citattecken skrivs dubbelt"
    }

    fn file_not_utf8(&self) -> &'static str {
        "inte text i UTF-8; spara filen som CSV i UTF-8"
    }
}

fn past_limit(limit: &str) -> String {
    format!(
        "sql: satsen tar mer än {limit}; för större frågor skriver `itkommun export --to FIL.sqlite` en databas, som kan \
         frågas med `sqlite3 FIL.sqlite` utan den gränsen"
    )
}

#[cfg(test)]
mod tests {
    use super::Swedish;
    use crate::words::statements::Statements;

    #[test]
    fn what_sqlite_says_most_is_said_in_swedish() {
        for (message, told) in [
            ("no such table: winers", "det finns ingen tabell winers"),
            (
                "no such column: \"yeer\" - should this be a string literal in single-quotes?",
                "det finns ingen kolumn \"yeer\"; en text skrivs inom '…'",
            ),
            ("near \"SELEC\": syntax error", "syntaxfel vid \"SELEC\""),
            ("incomplete input", "satsen är inte fullständig"),
            ("integer overflow", "ett heltal blev för stort"),
            ("row value misused", "row value misused"),
        ] {
            assert_eq!(Swedish.of_sqlite(message), told);
        }
    }

    #[test]
    fn columns_read_as_numbers_are_named_with_how_they_are_written() {
        assert_eq!(
            Swedish.read_as_numbers("f", &[("a", true, false), ("b", false, true), ("c", true, true)]),
            "i f har lästs som tal: a med mellanslag mellan tusental, b med decimalkomma, c med mellanslag mellan tusental \
             och decimalkomma"
        );
    }
}
