//! What is said where a file or a folder cannot be read or written, in Swedish.

use std::io::{self, ErrorKind};

use super::{Swedish, quoted};
use crate::words::files::Files;

impl Files for Swedish {
    fn of_machine(&self, error: &io::Error) -> String {
        // What is met most often; the rest stays in the words of the system, and what is no system's error in its own.
        match error.kind() {
            _ if error.get_ref().is_some() => return error.to_string(),
            ErrorKind::NotFound => "filen eller mappen finns inte",
            ErrorKind::PermissionDenied => "behörighet saknas",
            ErrorKind::IsADirectory => "det är en mapp",
            ErrorKind::NotADirectory => "det är ingen mapp",
            ErrorKind::StorageFull => "utrymmet är slut",
            ErrorKind::QuotaExceeded => "tilldelat utrymme är slut",
            ErrorKind::FileTooLarge => "filen är för stor",
            ErrorKind::ReadOnlyFilesystem => "filsystemet kan bara läsas",
            _ => return error.to_string(),
        }
        .to_owned()
    }

    fn not_written(&self, target: &str) -> String {
        format!("{} har inte skrivits", quoted(target))
    }

    fn is_there_already(&self, target: &str) -> String {
        format!("{} finns redan; ersätts med --force", quoted(target))
    }

    fn name_is_a_folders(&self) -> &'static str {
        "namnet är ett mappnamn"
    }

    fn it_is_a_folder(&self) -> &'static str {
        "det är en mapp"
    }

    fn it_is_no_file(&self) -> &'static str {
        "det är ingen fil"
    }

    fn it_is_no_folder(&self) -> &'static str {
        "det är ingen mapp"
    }

    fn it_names_nothing(&self) -> &'static str {
        "sökvägen slutar inte med ett namn"
    }

    fn no_folder(&self, folder: &str) -> String {
        format!("det finns ingen mapp {}", quoted(folder))
    }

    fn too_many_links(&self) -> &'static str {
        "för många länkar"
    }

    fn others_write(&self) -> &'static str {
        "andra skriver också dit"
    }

    fn left_in(&self, folder: &str) -> String {
        format!("det som fanns där tidigare ligger kvar i {}", quoted(folder))
    }

    fn holds_more_than_a_package(&self) -> &'static str {
        "mappen innehåller mer än ett datapaket; --force skulle radera också det"
    }

    fn names_nothing_to_make(&self) -> &'static str {
        "är inget namn på en fil eller mapp att skapa"
    }

    fn not_in_the_package(&self, path: &str) -> String {
        format!("{path}: filen finns inte i paketet")
    }

    fn is_an_address(&self, path: &str) -> String {
        format!("{path} är en adress; ett paket läses så som det ligger på disken")
    }

    fn outside_the_package(&self, path: &str) -> String {
        format!("{path}: ett pakets filer ska ligga i paketets egen mapp")
    }

    fn link_out_of_the_package(&self, path: &str) -> String {
        format!("{path}: en länk ut ur paketets mapp; ett pakets filer ska ligga i paketets egen mapp")
    }

    fn not_a_file(&self, path: &str) -> String {
        format!("{path}: ingen fil")
    }

    fn is_packed(&self, form: &str) -> String {
        let what =
            if form == "zip" { "filen är en zip-fil, som arbetsböcker också är" } else { "filen är packad" };
        let form = if form == "zip" { String::new() } else { format!(" med {form}") };
        format!("{what}{form}: packa upp den, eller spara tabellen som CSV; packade filer läses bara om de är gzip")
    }

    fn gzip_ends_too_early(&self) -> &'static str {
        "gzip-filen slutar för tidigt, som om den inte hade kopierats färdigt"
    }

    fn gzip_is_damaged(&self) -> &'static str {
        "gzip-filen är skadad; `gzip --test` visar detsamma"
    }

    fn unpacks_to_too_much(&self, most: u64) -> String {
        format!(
            "mer än {most} byte är packade i den, många gånger dess egen storlek, som i filer gjorda för att ställa till \
             skada; om det inte är en sådan, packa upp den och ange det som låg i den"
        )
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::Swedish;
    use crate::words::files::Files;

    #[test]
    fn what_the_system_says_most_is_said_in_swedish() {
        let not_found = std::fs::File::open("nowhere/none").expect_err("no file");
        assert_eq!(Swedish.of_machine(&not_found), "filen eller mappen finns inte");
        assert_eq!(Swedish.of_machine(&ErrorKind::PermissionDenied.into()), "behörighet saknas");
        // What has words of its own keeps them.
        assert_eq!(Swedish.of_machine(&Error::new(ErrorKind::NotFound, "inget alls")), "inget alls");
    }
}
