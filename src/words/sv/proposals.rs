//! What is said where a description is proposed for files that have none, in Swedish.

use super::{Swedish, cells, quoted};
use crate::words::proposals::Proposals;

impl Proposals for Swedish {
    fn lies_elsewhere(&self, path: &str) -> String {
        format!(
            "{path} ligger inte hos beskrivningen, som bara kan ange filer i sin egen mapp och under den: kör kommandot i en \
             mapp ovanför filerna, eller lägg beskrivningen där med -o MAPP/datapackage.json"
        )
    }

    fn is_no_path_of_a_package(&self, path: &str) -> String {
        format!(
            "{path}: en beskrivning kan inte ange en sökväg som börjar med . eller ~ eller innehåller \\; byt namn på den"
        )
    }

    fn has_a_byte_0(&self) -> &'static str {
        "en nollbyte, som ingen text har; en arbetsbok eller en databas ska först sparas som CSV"
    }

    fn is_damaged_utf_8(&self) -> &'static str {
        "inte UTF-8, som resten av filen; spara om den, eller rätta det här stället"
    }

    fn is_of_no_encoding(&self, byte: u8) -> String {
        format!(
            "varken UTF-8, UTF-16 eller windows-1252, som inte har något tecken {byte:#04x}; spara filen som CSV i UTF-8"
        )
    }

    fn headings_are_not_first(&self, count: usize, delimiter: &str, headings: usize) -> String {
        format!(
            "{}, åtskilda av `{delimiter}`, men {headings} på första raden, som ska vara rubrikraden; ta bort det som står \
             ovanför den",
            cells(count)
        )
    }

    fn heading_is_empty(&self) -> &'static str {
        "en kolumn utan namn; skriv ett i filen"
    }

    fn heading_has_blanks(&self, heading: &str) -> String {
        format!(
            "rubriken {} börjar eller slutar med ett mellanslag, som andra program kanske inte väntar sig",
            quoted(heading)
        )
    }

    fn headings_are_mended_in_the_file(&self) -> &'static str {
        "; skriv ett annat namn i filen"
    }

    fn rows_of_other_widths(&self, count: usize, columns: usize, rows: u64) -> String {
        let of_others = if rows > 1 { format!(", den första av {rows} sådana rader") } else { String::new() };
        format!("{} där det finns {columns} rubriker{of_others}; `check` visar dem alla", cells(count))
    }
}
