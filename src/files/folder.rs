//! A folder that appears whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::part::{self, Listed, hold_interruptions};
use super::{Existing, folder_of, is_there, not_written, resolve, sync_folder};
use crate::text::quoted;

/// A folder that is written under a hidden name and takes its own when it is complete; dropped before that, it is gone.
pub struct StagedFolder {
    /// The target as the user names it, and the folder that this name leads to.
    named: PathBuf,
    target: PathBuf,
    existing: Existing,
    part: TempDir,
    // After the part, which must be gone or in its place before it is forgotten.
    listed: Listed,
}

impl StagedFolder {
    /// Begins a folder beside the target.
    pub fn create(target: &Path, existing: Existing) -> Result<Self> {
        Self::beside(target, existing).map_err(|error| not_written(target, error))
    }

    fn beside(named: &Path, existing: Existing) -> Result<Self> {
        // Without the separators at its end, behind which a link would be what it points to.
        let bare = named.components().as_path();
        if existing == Existing::Keep && bare.symlink_metadata().is_ok() {
            return Err(is_there(named));
        }
        let target = resolve(bare)?;
        let folder = folder_of(&target)?;
        if target.metadata().is_ok_and(|found| !found.is_dir()) {
            bail!("it is no folder");
        }
        let (part, listed) = part::create(|builder| {
            of_new_folder(builder);
            builder.tempdir_in(folder)
        })?;
        Ok(Self { named: named.to_owned(), target, existing, part, listed })
    }

    /// Writes a file of this name into the folder.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let write = || {
            let mut file = File::create_new(self.part.path().join(name))?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().with_context(|| name.to_owned()).map_err(|error| not_written(&self.named, error))
    }

    /// Gives the folder its name. One that it replaces is deleted, unless `may_delete` has something against it, which
    /// is asked at the last moment, when nobody finds that folder under its name any more.
    pub fn publish(self, may_delete: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
        // What is left of them at the end is dropped in the other order, the part before its listing.
        let Self { named, target, existing, listed: _listed, part } = self;
        let replaced = {
            let _held = hold_interruptions();
            swap(&part, &target, &named, existing, may_delete).map_err(|error| not_written(&named, error))?
        };
        sync_folder(folder_of(&target)?);
        let Some(replaced) = replaced else { return Ok(()) };
        let left = || format!("what was there before is left in {}", quoted(&replaced.to_string_lossy()));
        fs::remove_dir_all(&replaced).with_context(left)
    }
}

/// Renames the part to the target, and returns where a folder is now that was there before.
fn swap(
    part: &TempDir,
    target: &Path,
    named: &Path,
    existing: Existing,
    may_delete: impl FnOnce(&Path) -> Result<()>,
) -> Result<Option<PathBuf>> {
    sync_folder(part.path());
    if existing == Existing::Keep && target.symlink_metadata().is_ok() {
        return Err(is_there(named));
    }
    if !target.is_dir() {
        fs::rename(part.path(), target)?;
        return Ok(None);
    }
    // A folder cannot be renamed over another that is not empty.
    let mut aside = part.path().as_os_str().to_owned();
    aside.push(".old");
    let aside = PathBuf::from(aside);
    fs::rename(target, &aside)?;
    let renamed = may_delete(&aside).and_then(|()| Ok(fs::rename(part.path(), target)?));
    if renamed.is_err() {
        fs::rename(&aside, target)?;
    }
    renamed.map(|()| Some(aside))
}

/// Lets a new folder have the permissions that the umask leaves; it would else be for its owner alone.
#[cfg(unix)]
fn of_new_folder(builder: &mut tempfile::Builder) {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
}

#[cfg(not(unix))]
fn of_new_folder(_: &mut tempfile::Builder) {}
