//! Help, schema and errors as they stand on the screen, to be read by a reviewer.

use std::fs;
use std::path::Path;

use crate::session::play;
use crate::support::folder;

#[test]
fn the_screens_are_as_reviewed() {
    let folder = folder("screens");
    let mut commands = 0;
    for screen in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/screens")).expect("screens") {
        commands += play(&screen.expect("a screen").path(), &folder, true);
    }
    assert!(commands >= 12, "{commands}");
}
