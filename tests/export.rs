//! `export`: what is written, and what is left alone.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{refusal, stdout};

/// A folder of the test's own, empty at the start.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

#[test]
fn a_folder_is_the_package_as_it_is() {
    let to = folder("whole").join("register");
    assert_eq!(stdout(&["export", "--to", name(&to)]), "");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    assert_eq!(names(&to), names(&data));
    for file in names(&data) {
        assert!(fs::read(to.join(&file)).expect("a copy") == fs::read(data.join(&file)).expect("a file"), "{file}");
    }
}

#[test]
fn some_tables_are_a_sound_package_of_their_own() {
    let to = folder("some").join("register");
    stdout(&["export", "--to", name(&to), "nominees", "municipalities"]);
    assert_eq!(names(&to), ["datapackage.json", "municipalities.csv", "nominees.csv"]);
    assert_eq!(stdout(&["check", name(&to)]), "");
    let text = fs::read_to_string(to.join("datapackage.json")).expect("the descriptor");
    let descriptor: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let keys = descriptor["resources"][0]["schema"]["foreignKeys"].as_array().expect("keys");
    assert_eq!(keys.len(), 1, "those to editions and sources are gone");
}

#[test]
fn what_is_there_is_replaced_only_by_force() {
    let folder = folder("force");
    for file in ["register.sqlite", "register.xlsx", "register"] {
        if file.ends_with("sqlite") && cfg!(not(feature = "sql"))
            || file.ends_with("xlsx") && cfg!(not(feature = "xlsx"))
        {
            continue;
        }
        let to = folder.join(file);
        stdout(&["export", "--to", name(&to), "winners"]);
        let (status, message) = refusal(&["export", "--to", name(&to), "winners"]);
        assert_eq!(status, Some(2), "{message}");
        assert!(message.contains("--force replaces it"), "{message}");
        stdout(&["export", "--to", name(&to), "--force", "winners"]);
    }
    // A folder with anything else in it is never replaced.
    let to = folder.join("register");
    fs::write(to.join("mine.txt"), "mine").expect("written");
    let (status, message) = refusal(&["export", "--to", name(&to), "--force"]);
    assert_eq!(status, Some(3));
    assert!(message.contains("holds more than a data package"), "{message}");
    assert_eq!(fs::read_to_string(to.join("mine.txt")).expect("the file"), "mine");
    assert!(names(&folder).iter().all(|name| !name.starts_with('.')), "nothing half done is left");
}

#[test]
fn a_failure_leaves_nothing() {
    let folder = folder("failure");
    for (to, status) in [
        ("no-such-folder/register.sqlite", 3),
        ("no-such-folder/register", 3),
        ("register.csv", 2),
        ("register.ods", 2),
    ] {
        let to = folder.join(to);
        let (found, message) = refusal(&["export", "--to", name(&to)]);
        let left_out = message.contains("was built without");
        assert!(found == Some(status) || left_out, "{to:?}: {message}");
    }
    for to in ["/", ".", ".."] {
        assert_eq!(refusal(&["export", "--to", to]).0, Some(2), "{to}");
    }
    assert_eq!(refusal(&["export", "--to", name(&folder.join("x")), "winerz"]).0, Some(2));
    assert_eq!(names(&folder), [""; 0]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_takes_no_files_is_a_failure() {
    for to in ["/proc/register", "/proc/register.sqlite", "/proc/register.xlsx"] {
        let (status, message) = refusal(&["export", "--to", to]);
        assert!(status == Some(3) || message.contains("was built without"), "{to}: {message}");
        assert!(message.contains(to) || message.contains("was built without"), "{message}");
    }
}

#[cfg(feature = "sql")]
#[test]
fn the_descriptions_of_a_database_lie_beside_it() {
    let to = folder("database").join("register.sqlite");
    stdout(&["export", "--to", name(&to)]);
    assert_eq!(fs::read(&to).expect("the file")[..15], *b"SQLite format 3");
    let text = fs::read_to_string(to.with_extension("metadata.json")).expect("the descriptions");
    let metadata: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let columns = &metadata["databases"]["register"]["tables"]["metrics"]["columns"];
    assert_eq!(columns["upper"], "The upper end of a range.");
}
