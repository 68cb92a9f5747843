//! The files of `data/`, compiled into the program.

use anyhow::{Context, Result};

/// Each file's name and text, listed by `build.rs`.
static FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// The file that describes all others.
pub const DESCRIPTOR: &str = "datapackage.json";

/// The text of one file of the bundled package.
pub fn text(path: &str) -> Result<&'static str> {
    let file = FILES.iter().find(|(name, _)| *name == path);
    file.map(|&(_, text)| text).with_context(|| format!("{path}: no such file in the package"))
}
