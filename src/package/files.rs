//! Where a package's files lie: compiled into the program, or in a folder.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Each bundled file's name and text, listed by `build.rs`.
static BUNDLED: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// The bundled descriptor, each schema in it but its place in [`SCHEMAS`].
pub const OUTLINE: &str = include_str!(concat!(env!("OUT_DIR"), "/outline.json"));

/// The schemas of the bundled descriptor.
static SCHEMAS: &[&str] = &include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

/// The schema at a place in the bundled descriptor's list.
pub fn schema(place: &str) -> Option<&'static str> {
    SCHEMAS.get(place.parse::<usize>().ok()?).copied()
}

/// The file that describes all others.
pub const DESCRIPTOR: &str = "datapackage.json";

/// The files of one package.
pub enum Files {
    /// Those of `data/`, compiled into the program.
    Bundled,
    /// Those of a folder.
    Folder(PathBuf),
}

impl Files {
    /// A reader of one file.
    pub fn open(&self, path: &str) -> Result<Box<dyn BufRead>> {
        match self {
            Self::Bundled => Ok(Box::new(bundled(path)?.as_bytes())),
            Self::Folder(folder) => {
                let file = File::open(regular(folder, path)?).with_context(|| path.to_owned())?;
                Ok(Box::new(BufReader::new(file)))
            }
        }
    }

    /// All the bytes of one file.
    pub fn read(&self, path: &str) -> Result<Vec<u8>> {
        match self {
            Self::Bundled => Ok(bundled(path)?.as_bytes().to_vec()),
            Self::Folder(folder) => fs::read(regular(folder, path)?).with_context(|| path.to_owned()),
        }
    }
}

/// The text of one bundled file.
pub fn bundled(path: &str) -> Result<&'static str> {
    let file = BUNDLED.iter().find(|(name, _)| *name == path);
    file.map(|&(_, text)| text).with_context(|| format!("{path}: no such file in the package"))
}

/// A file of the folder that is one: a pipe would keep the program waiting.
fn regular(folder: &Path, path: &str) -> Result<PathBuf> {
    let path = within(folder, path)?;
    let metadata = path.metadata().with_context(|| path.display().to_string())?;
    if metadata.is_file() { Ok(path) } else { bail!("{}: not a file", path.display()) }
}

/// A package may name files of its own folder only: the standard forbids absolute paths and steps upwards.
fn within(folder: &Path, path: &str) -> Result<PathBuf> {
    if Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        Ok(folder.join(path))
    } else {
        bail!("{path}: a package's files lie in its own folder")
    }
}
