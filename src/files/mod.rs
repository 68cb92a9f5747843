//! Files and folders that appear whole or not at all.
//!
//! What is written stands beside its target under a hidden name, and takes the target's name when it is complete and on
//! the disk. A failure or an interruption leaves what was there before, and nothing half written.

mod file;
mod folder;
mod part;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf, is_separator};

use anyhow::{Error, Result, bail};

use crate::error::{Refusal, refused};
use crate::words::words;
pub use file::{StagedFile, publish_all};
pub use folder::StagedFolder;

/// What happens to a target that is there already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Existing {
    /// It stays, and to write there is an error of usage.
    Keep,
    /// It is replaced once its successor is complete.
    Replace,
}

/// Writes a file as a shell's `>` does, but whole or not at all; `-` is `out`.
///
/// A file that is there is replaced, and its successor has its permissions. A link stays one. A pipe or a device is
/// written to.
///
/// ```
/// use itkommun::files::write_file;
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("answer.csv");
/// std::fs::write(&path, "before")?;
/// let failed = write_file(&path, &mut std::io::sink(), |out| {
///     out.write_all(b"half of it")?;
///     anyhow::bail!("there is no more")
/// });
/// assert!(failed.is_err());
/// // What was there is there still, and nothing beside it.
/// assert_eq!(std::fs::read(&path)?, b"before");
/// assert_eq!(std::fs::read_dir(folder.path())?.count(), 1);
/// # Ok::<(), anyhow::Error>(())
/// ```
pub fn write_file(path: &Path, out: &mut dyn Write, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    if path == Path::new("-") {
        return write(out);
    }
    let to_file = || {
        if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            let mut stream = BufWriter::new(File::options().write(true).open(path)?);
            write(&mut stream)?;
            return Ok(stream.flush()?);
        }
        let mut file = StagedFile::create(path, Existing::Replace)?;
        {
            let mut buffer = BufWriter::new(&mut file);
            write(&mut buffer)?;
            buffer.flush()?;
        }
        file.publish()
    };
    to_file().map_err(|error| not_written(path, error))
}

/// What a path leads to, itself where it is no link: a link stays one, and what it points to is replaced.
fn resolve(path: &Path) -> Result<PathBuf> {
    let mut path = path.to_owned();
    // As many links as Linux follows. `canonicalize` would refuse one whose file is yet to be made.
    for _ in 0..40 {
        let Ok(next) = path.read_link() else { return Ok(path) };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    bail!(words().too_many_links())
}

/// The folder in which a target stands.
fn folder_of(target: &Path) -> Result<&Path> {
    match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Ok(Path::new(".")),
        Some(folder) if folder.is_dir() => Ok(folder),
        Some(folder) => bail!(words().no_folder(&folder.to_string_lossy())),
        None => bail!(words().it_names_nothing()),
    }
}

/// Makes sure that a new name in a folder outlives a power failure.
fn sync_folder(folder: &Path) {
    // All is written and in its place: that a folder cannot be opened or synced is no reason to say otherwise. Windows
    // has no such call.
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

fn names_a_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(is_separator)
}

fn is_there(target: &Path) -> Error {
    refused(words().is_there_already(&target.to_string_lossy())).into()
}

/// The error of a target that could not be written; one that says so already, or is of usage, stays as it is.
#[must_use]
pub fn not_written(target: &Path, error: Error) -> Error {
    let message = words().not_written(&target.to_string_lossy());
    if error.is::<Refusal>() || error.to_string() == message { error } else { error.context(message) }
}
