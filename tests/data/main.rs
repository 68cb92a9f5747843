//! Claims about the data itself, read from the files and not through the program.

// The lint knows test functions, but not the functions that they share.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

mod award;
mod figures;
mod form;
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

fn resources() -> Vec<serde_json::Value> {
    descriptor()["resources"].as_array().expect("resources").clone()
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}
