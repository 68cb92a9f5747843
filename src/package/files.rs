//! Where a package's files lie: compiled into the program, or in a folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use flate2::read::DeflateDecoder;

// The bundled descriptor is written in them, and need not have all of them.
use super::Problem;
#[allow(unused_imports)]
use super::descriptor::{
    Bibliography, Category, Comparable, Comparison, Constraints, Contributor, Coverage, Descriptor, Field, FieldType,
    Fixed, ForeignKey, KindNames, Lazy, License, Marks, OtherFile, Outlined, Profile, QuantityColumns, Reference,
    Resources, Schema, StatusColumn, Table, Timeline, Titles,
};
use super::unpacked;
use super::watch::Watch;
use crate::words::words;

/// A bundled file.
enum File {
    Plain(&'static str),
    /// Large, and read by few questions.
    Deflated(&'static [u8]),
}

/// Each bundled file by its name, listed by `build.rs`.
static BUNDLED: &[(&str, File)] = &include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// One of the descriptor's texts. There are over a thousand, and a call of this is a third of what it is inlined.
#[inline(never)]
fn text<T: From<&'static str>>(text: &'static str) -> T {
    text.into()
}

/// A map. The standard library's conversion is compiled for each number of entries, and sorts them first.
#[inline(never)]
fn map<V>(entries: Vec<(String, V)>) -> BTreeMap<String, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}

/// The bundled descriptor, as `build.rs` has read it.
#[allow(clippy::default_trait_access, clippy::redundant_closure)]
pub(super) fn bundled_descriptor() -> Descriptor {
    include!(concat!(env!("OUT_DIR"), "/descriptor.rs"))
}

/// The file that describes all others.
pub(super) const DESCRIPTOR: &str = "datapackage.json";

/// A longer description is not read: a byte of it can take a hundred in memory. One of 200 000 columns has half as many.
const LONGEST_DESCRIPTION: u64 = 16 << 20;

/// The bytes of a file.
pub enum Input<'p> {
    /// All of them.
    Held(Cow<'p, [u8]>),
    /// As they are read.
    Read(Box<dyn Read + Send + 'p>),
}

impl<'p> Input<'p> {
    /// As they are read.
    pub(super) fn into_read(self) -> Box<dyn Read + Send + 'p> {
        match self {
            Self::Held(bytes) => Box::new(io::Cursor::new(bytes)),
            Self::Read(read) => read,
        }
    }
}

/// The files of one package.
pub(super) enum Files {
    /// Those of `data/`, compiled into the program.
    Bundled,
    /// Those of a folder, and who is told how far their reading is.
    Folder(PathBuf, Option<Arc<dyn Watch>>),
}

impl Files {
    /// The bytes of one file, unpacked where it is packed.
    pub(super) fn open(&self, path: &str) -> Result<Input<'static>> {
        match self {
            Self::Bundled => bundled(path),
            Self::Folder(folder, watch) => {
                let file = fs::File::open(regular(folder, path)?).with_context(|| path.to_owned())?;
                Ok(Input::Read(unpacked::reader(file, path, watch.as_ref())?))
            }
        }
    }

    /// A file as it is, its size and when it was written; nothing where it is packed or compiled in.
    pub(super) fn open_as_written(&self, path: &str) -> Result<Option<(fs::File, (u64, SystemTime))>> {
        let (Self::Folder(folder, _), Some(state)) = (self, self.state(path)) else { return Ok(None) };
        let mut file = fs::File::open(regular(folder, path)?).with_context(|| path.to_owned())?;
        Ok(if unpacked::is_packed(&mut file)? { None } else { Some((file, state)) })
    }

    /// How many bytes a file has that is not compiled in.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        let Self::Folder(folder, _) = self else { return None };
        folder.join(path).metadata().ok().map(|metadata| metadata.len())
    }

    /// What is another when such a file has changed: its size and when it was written.
    pub(super) fn state(&self, path: &str) -> Option<(u64, SystemTime)> {
        let Self::Folder(folder, _) = self else { return None };
        let metadata = folder.join(path).metadata().ok()?;
        Some((metadata.len(), metadata.modified().ok()?))
    }

    /// All the bytes of a file that describes others, or of a part of it.
    pub(super) fn read_description(&self, path: &str) -> Result<Vec<u8>> {
        let Input::Read(read) = self.open(path)? else { return self.read(path) };
        let mut bytes = Vec::new();
        let length = read.take(LONGEST_DESCRIPTION + 1).read_to_end(&mut bytes)?;
        if length as u64 > LONGEST_DESCRIPTION {
            return Err(Problem::behind(path, "", words().description_too_long(LONGEST_DESCRIPTION >> 20)).into());
        }
        // Some editors begin every file with a mark of the order of its bytes; in JSON it is nothing.
        if bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        Ok(bytes)
    }

    /// All the bytes of one file, as it is.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>> {
        match self {
            Self::Bundled => Ok(bundled_bytes(path)?.into_owned()),
            Self::Folder(folder, _) => fs::read(regular(folder, path)?).with_context(|| path.to_owned()),
        }
    }
}

/// The bytes of one bundled file.
fn bundled(path: &str) -> Result<Input<'static>> {
    let file = BUNDLED.iter().find(|(name, _)| *name == path);
    let (_, file) = file.with_context(|| words().not_in_the_package(path))?;
    Ok(match file {
        File::Plain(text) => Input::Held(text.as_bytes().into()),
        File::Deflated(bytes) => Input::Read(Box::new(DeflateDecoder::new(*bytes))),
    })
}

/// The same at once.
pub(super) fn bundled_bytes(path: &str) -> Result<Cow<'static, [u8]>> {
    Ok(match bundled(path)? {
        Input::Held(bytes) => bytes,
        Input::Read(mut read) => {
            let mut bytes = Vec::new();
            read.read_to_end(&mut bytes)?;
            bytes.into()
        }
    })
}

/// A file of the folder that is one: a pipe would keep the program waiting.
fn regular(folder: &Path, path: &str) -> Result<PathBuf> {
    let named = within(folder, path)?;
    let real = |path: &Path| path.canonicalize().with_context(|| path.display().to_string());
    let real_path = real(&named)?;
    if !real_path.starts_with(real(folder)?) {
        bail!(words().link_out_of_the_package(path));
    }
    let metadata = real_path.metadata().with_context(|| named.display().to_string())?;
    if metadata.is_file() { Ok(real_path) } else { bail!(words().not_a_file(&named.to_string_lossy())) }
}

/// A package may name files of its own folder only: the standard forbids absolute paths and steps upwards.
fn within(folder: &Path, path: &str) -> Result<PathBuf> {
    if path.contains("://") {
        bail!(words().is_an_address(path));
    }
    if Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        Ok(folder.join(path))
    } else {
        bail!(words().outside_the_package(path))
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::{DESCRIPTOR, Files};
    use std::fs;
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    /// A folder with a secret, and in it the folder of a package; gone at the end of the test.
    struct Folder(TempDir);

    impl Folder {
        fn new() -> Self {
            let folder =
                TempDir::new_in(std::env::current_exe().expect("a test").with_file_name("")).expect("a folder");
            let path = |name: &str| folder.path().join(name);
            fs::create_dir_all(path("package/inner")).expect("a folder");
            fs::write(path("secret.csv"), "secret").expect("a file");
            fs::write(path("package/inner/own.csv"), "own").expect("a file");
            Self(folder)
        }

        fn link(&self, to: &str, path: &str) {
            symlink(to, self.0.path().join("package").join(path)).expect("a link");
        }

        fn read(&self, package: &str, path: &str) -> Result<Vec<u8>, String> {
            let files = Files::Folder(self.0.path().join(package), None);
            assert_eq!(files.open(path).is_ok(), files.read(path).is_ok(), "{path}");
            files.read(path).map_err(|error| error.root_cause().to_string())
        }
    }

    #[test]
    fn a_link_out_of_the_folder_is_refused() {
        let folder = Folder::new();
        let secret = folder.0.path().join("secret.csv");
        folder.link("../secret.csv", "up.csv");
        folder.link(secret.to_str().expect("text"), DESCRIPTOR);
        folder.link("..", "inner/back");
        folder.link("../..", "inner/out");
        for path in ["up.csv", DESCRIPTOR, "inner/out/secret.csv", "inner/back/up.csv"] {
            let refusal = format!(
                "{path}: a link that leads out of the package's folder; a package's files lie in its own folder"
            );
            assert_eq!(folder.read("package", path), Err(refusal));
        }
        for path in ["../secret.csv", secret.to_str().expect("text"), "inner/../../secret.csv"] {
            assert_eq!(folder.read("package", path), Err(format!("{path}: a package's files lie in its own folder")));
        }
    }

    #[test]
    fn a_link_within_the_folder_is_followed() {
        let folder = Folder::new();
        folder.link("inner/own.csv", "own.csv");
        folder.link("..", "inner/back");
        symlink("package", folder.0.path().join("linked")).expect("a link");
        for path in ["own.csv", "inner/own.csv", "./inner/back/own.csv"] {
            assert_eq!(folder.read("package", path), Ok(b"own".to_vec()), "{path}");
            assert_eq!(folder.read("linked", path), Ok(b"own".to_vec()), "{path}");
        }
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let folder = Folder::new();
        let refusal = folder.read("package", "inner").expect_err("a folder");
        assert!(refusal.ends_with("inner: not a file"), "{refusal}");
        assert!(folder.read("package", "none.csv").is_err());
    }
}
