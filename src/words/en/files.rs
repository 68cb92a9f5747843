//! What is said where a file or a folder cannot be read or written, in English.

use std::io::{self, ErrorKind};

use super::English;
use crate::text::quoted;
use crate::words::files::Files;

impl Files for English {
    fn of_machine(&self, error: &io::Error) -> String {
        // What is met most often; the rest stays in the words of the system, with its number.
        match error.kind() {
            ErrorKind::NotFound if error.get_ref().is_none() => "there is no such file or folder".to_owned(),
            _ => error.to_string(),
        }
    }

    fn not_written(&self, target: &str) -> String {
        format!("{} is not written", quoted(target))
    }

    fn is_there_already(&self, target: &str) -> String {
        format!("{} is there already; --force replaces it", quoted(target))
    }

    fn name_is_a_folders(&self) -> &'static str {
        "its name is a folder's"
    }

    fn it_is_a_folder(&self) -> &'static str {
        "it is a folder"
    }

    fn it_is_no_file(&self) -> &'static str {
        "it is no file"
    }

    fn it_is_no_folder(&self) -> &'static str {
        "it is no folder"
    }

    fn it_names_nothing(&self) -> &'static str {
        "it names nothing"
    }

    fn no_folder(&self, folder: &str) -> String {
        format!("there is no folder {}", quoted(folder))
    }

    fn too_many_links(&self) -> &'static str {
        "too many links"
    }

    fn others_write(&self) -> &'static str {
        "others write there, too"
    }

    fn left_in(&self, folder: &str) -> String {
        format!("what was there before is left in {}", quoted(folder))
    }

    fn holds_more_than_a_package(&self) -> &'static str {
        "the folder holds more than a data package; --force would delete that, too"
    }

    fn names_nothing_to_make(&self) -> &'static str {
        "names no file or folder to make"
    }

    fn not_in_the_package(&self, path: &str) -> String {
        format!("{path}: no such file in the package")
    }

    fn is_an_address(&self, path: &str) -> String {
        format!("{path} is an address; a package is asked as it lies on the disk")
    }

    fn outside_the_package(&self, path: &str) -> String {
        format!("{path}: a package's files lie in its own folder")
    }

    fn link_out_of_the_package(&self, path: &str) -> String {
        format!("{path}: a link that leads out of the package's folder; a package's files lie in its own folder")
    }

    fn not_a_file(&self, path: &str) -> String {
        format!("{path}: not a file")
    }

    fn is_packed(&self, form: &str) -> String {
        let what = if form == "zip" { "it is a zip file, as workbooks are, too" } else { "it is packed" };
        let form = if form == "zip" { String::new() } else { format!(" as {form}") };
        format!("{what}{form}: unpack it, or save its table as CSV; of what is packed, gzip alone is read")
    }

    fn gzip_ends_too_early(&self) -> &'static str {
        "the gzip file ends too early, as if it had not been copied to its end"
    }

    fn gzip_is_damaged(&self) -> &'static str {
        "the gzip file is damaged; `gzip --test` says the same"
    }

    fn unpacks_to_too_much(&self, most: u64) -> String {
        format!(
            "more than {most} bytes are packed in it, many times its own size, as in files that are made to do harm; if it is \
             none, unpack it, and name what was in it"
        )
    }
}
