//! Claims about the data itself, read from the files and not through the program.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

mod award;
mod figures;
mod form;
mod municipalities;
mod quoted;
mod statements;
mod swedish;
mod things;
mod words;

type Row = BTreeMap<String, String>;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn table(name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(data().join(name).with_extension("csv")).expect("the file");
    reader.deserialize().collect::<Result<_, _>>().expect("rows")
}

fn descriptor() -> serde_json::Value {
    let text = std::fs::read_to_string(data().join("datapackage.json")).expect("the descriptor");
    serde_json::from_str(&text).expect("JSON")
}

/// The tables; what else there is has no schema.
fn resources() -> Vec<serde_json::Value> {
    let mut resources = descriptor()["resources"].as_array().expect("resources").clone();
    resources.retain(|resource| !resource["schema"].is_null());
    resources
}

fn fields(resource: &serde_json::Value) -> Vec<serde_json::Value> {
    resource["schema"]["fields"].as_array().expect("fields").clone()
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The items of a cell that is a list.
fn items(cell: &str, delimiter: char) -> impl Iterator<Item = &str> {
    cell.split(delimiter).filter(|item| !item.is_empty())
}

/// The texts of the sources, by the name of the file.
///
/// They are not ours to pass on. They are looked for beside the checkout, or where `SOURCES` says; where they are not, a
/// note says that what the test wanted was not done.
fn texts_of_sources(wanted: &str) -> BTreeMap<String, String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    let folder = std::env::var_os("SOURCES").map_or_else(beside, PathBuf::from);
    let Ok(files) = std::fs::read_dir(&folder) else {
        // Past the harness, which keeps to itself what a test prints that passes.
        let _ = writeln!(stderr(), "note: {wanted}: there is no folder {}", folder.display());
        return BTreeMap::new();
    };
    let paths = files.map(|file| file.expect("a file").path());
    let texts: BTreeMap<_, _> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, String::from_utf8_lossy(&std::fs::read(path).expect("a text")).into_owned())
        })
        .collect();
    assert!(!texts.is_empty(), "no texts in {}", folder.display());
    texts
}
