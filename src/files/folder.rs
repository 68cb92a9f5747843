//! A folder that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::part::{self, Listed, hold_interruptions};
use super::{Existing, folder_of, is_there, not_written, resolve, sync_folder};
use crate::words::words;

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
        let target = whole(&resolve(bare)?)?;
        let folder = folder_of(&target)?;
        if target.metadata().is_ok_and(|found| !found.is_dir()) {
            bail!(words().it_is_no_folder());
        }
        let (part, listed) = part::create(|builder| {
            // What replaces a folder is for its owner alone until it has that one's permissions.
            if !target.is_dir() {
                of_new_folder(builder);
            }
            builder.tempdir_in(folder)
        })?;
        Ok(Self { named: named.to_owned(), target, existing, part, listed })
    }

    /// Writes a file of this name into the folder.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let write = || {
            let mut file = File::create_new(self.part.path().join(name))?;
            file.write_all(bytes)?;
            if let Ok(replaced) = self.target.join(name).metadata() {
                file.set_permissions(replaced.permissions())?;
            }
            file.sync_all()
        };
        write().with_context(|| name.to_owned()).map_err(|error| not_written(&self.named, error))
    }

    /// Gives the folder its name. One that it replaces is deleted, unless `may_delete` has something against it, which
    /// is asked at the last moment, when nobody finds that folder under its name any more.
    pub fn publish(self, may_delete: impl FnMut(&Path) -> Result<()>) -> Result<()> {
        // What is left of them at the end is dropped in the other order, the part before its listing.
        let Self { named, target, existing, listed: _listed, part } = self;
        let replaced = {
            let mut parts = hold_interruptions();
            let replaced =
                swap(&part, &target, &named, existing, may_delete).map_err(|error| not_written(&named, error))?;
            replaced.map(|replaced| Listed::new(replaced, &mut parts))
        };
        sync_folder(folder_of(&target)?);
        let Some(replaced) = replaced else { return Ok(()) };
        fs::remove_dir_all(replaced.path()).with_context(|| left(replaced.path()))
    }
}

/// The path from the root, so that it leads to the same place whatever is renamed on the way that the user's goes.
fn whole(target: &Path) -> Result<PathBuf> {
    if let Ok(whole) = target.canonicalize() {
        return Ok(whole);
    }
    let name = target.file_name().context(words().it_names_nothing())?;
    Ok(folder_of(target)?.canonicalize()?.join(name))
}

/// Renames the part to the target, and returns where a folder is now that was there before.
fn swap(
    part: &TempDir,
    target: &Path,
    named: &Path,
    existing: Existing,
    mut may_delete: impl FnMut(&Path) -> Result<()>,
) -> Result<Option<PathBuf>> {
    sync_folder(part.path());
    if existing == Existing::Keep && target.symlink_metadata().is_ok() {
        return Err(is_there(named));
    }
    // A folder cannot be renamed over another that is not empty.
    let mut aside = part.path().as_os_str().to_owned();
    aside.push(".old");
    let aside = PathBuf::from(aside);
    if let Ok(replaced) = target.metadata() {
        fs::set_permissions(part.path(), replaced.permissions())?;
    }
    // Another run of the program may replace the same folder between any two of these steps: begin anew then.
    for _ in 0..MOST_RIVALS {
        if !target.is_dir() {
            match fs::rename(part.path(), target) {
                Err(error) if is_rival(&error) => continue,
                renamed => return Ok(renamed.map(|()| None)?),
            }
        }
        match fs::rename(target, &aside) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            renamed => renamed?,
        }
        let renamed = may_delete(&aside).and_then(|()| Ok(fs::rename(part.path(), target)?));
        match renamed {
            Ok(()) => return Ok(Some(aside)),
            Err(error) if error.downcast_ref().is_some_and(is_rival) => {
                fs::remove_dir_all(&aside).with_context(|| left(&aside))?;
            }
            Err(error) => {
                fs::rename(&aside, target).with_context(|| left(&aside))?;
                return Err(error);
            }
        }
    }
    bail!(words().others_write())
}

/// As often as this a folder may be replaced by others before a run of the program gives up.
const MOST_RIVALS: usize = 100;

/// Whether there is a folder now where there was none a moment ago.
fn is_rival(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists)
}

fn left(aside: &Path) -> String {
    words().left_in(&aside.to_string_lossy())
}

/// Lets a new folder have the permissions that the umask leaves; it would else be for its owner alone.
#[cfg(unix)]
fn of_new_folder(builder: &mut tempfile::Builder) {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
}

#[cfg(not(unix))]
fn of_new_folder(_: &mut tempfile::Builder) {}
