//! Every command that the README and the pages in docs/ show is run, and what it prints is compared with what they say.

use std::fs;
use std::path::Path;

use crate::session::{is_blessed, play};
use crate::support::folder;

#[test]
fn the_readme_the_manual_and_the_gallery_show_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder("readme");
    let made = folder.join("gallery");
    fs::create_dir(&made).expect("a folder");
    // The user's own file, which the manual attaches.
    fs::copy(root.join("tests/cli/kolada.csv"), folder.join("kolada.csv")).expect("a copy");
    assert!(play(&root.join("README.md"), &folder, false) > 10, "the README shows its examples");
    assert!(play(&root.join("README.sv.md"), &folder, false) > 10, "and so does the Swedish one");
    assert!(play(&root.join("docs/manual.md"), &folder, false) > 50, "the manual shows its examples");
    assert!(play(&root.join("docs/beyond.md"), &folder, false) > 4, "and the page on DuckDB and Spark shows ours");
    // The drawings that the commands have just made are those that are shown.
    let shown = root.join("gallery");
    for drawing in fs::read_dir(&shown).expect("the gallery") {
        let name = drawing.expect("a drawing").file_name();
        let drawing = fs::read(made.join(&name)).unwrap_or_else(|_| panic!("no command makes {}", name.display()));
        if is_blessed() {
            fs::write(shown.join(&name), drawing).expect("the drawing is written");
        } else {
            let alike = drawing == fs::read(shown.join(&name)).expect("a drawing");
            assert!(alike, "gallery/{} is not what its command makes", name.display());
        }
    }
}
