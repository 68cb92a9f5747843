//! What is said where a file or a folder cannot be read or written.

use std::io;

/// What is said where a file or a folder cannot be read or written.
pub(crate) trait Files {
    /// What the system has against reading or writing.
    fn of_machine(&self, error: &io::Error) -> String;

    /// A target could not be written; the reason follows behind a colon.
    fn not_written(&self, target: &str) -> String;

    /// A target is there, and may not be replaced.
    fn is_there_already(&self, target: &str) -> String;

    /// The path of a file ends as those of folders do.
    fn name_is_a_folders(&self) -> &'static str;

    /// What is to be a file is a folder.
    fn it_is_a_folder(&self) -> &'static str;

    /// What is to be a file is neither a file nor a folder.
    fn it_is_no_file(&self) -> &'static str;

    /// What is to be a folder is something else.
    fn it_is_no_folder(&self) -> &'static str;

    /// A path ends without a name.
    fn it_names_nothing(&self) -> &'static str;

    /// The folder of a target is not there.
    fn no_folder(&self, folder: &str) -> String;

    /// Links lead to links without end.
    fn too_many_links(&self) -> &'static str;

    /// Other runs of the program replace the folder again and again.
    fn others_write(&self) -> &'static str;

    /// A folder that was to be replaced or put back is still there, under this name.
    fn left_in(&self, folder: &str) -> String;

    /// A folder that was to be replaced holds other things than a data package.
    fn holds_more_than_a_package(&self) -> &'static str;

    /// Said behind a path: it has no name that a file or a folder could get.
    fn names_nothing_to_make(&self) -> &'static str;

    /// A package has no file of this path.
    fn not_in_the_package(&self, path: &str) -> String;

    /// The path of a file of a package is an address on the web.
    fn is_an_address(&self, path: &str) -> String;

    /// A file of a package lies elsewhere than in the package's folder.
    fn outside_the_package(&self, path: &str) -> String;

    /// The same of a link.
    fn link_out_of_the_package(&self, path: &str) -> String;

    /// What a package names as a file is none.
    fn not_a_file(&self, path: &str) -> String;

    /// A file is packed in this form, of which nothing is read.
    fn is_packed(&self, form: &str) -> String;

    /// A file that is packed by gzip is not all there.
    fn gzip_ends_too_early(&self) -> &'static str;

    /// What stands in a file is not as gzip would write it.
    fn gzip_is_damaged(&self) -> &'static str;

    /// More is packed in a file than so many bytes, which are the most.
    fn unpacks_to_too_much(&self, most: u64) -> String;
}
