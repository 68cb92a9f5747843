//! A file that appears whole or not at all.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use tempfile::NamedTempFile;

use super::part::{self, Listed, hold_interruptions};
use super::{Existing, folder_of, is_there, names_a_folder, not_written, resolve, sync_folder};
use crate::words::words;

/// A file that is written under a hidden name and takes its own when it is complete; dropped before that, it is gone.
pub struct StagedFile {
    staged: Staged,
    // After the part, which must be gone or in its place before it is forgotten.
    listed: Listed,
}

struct Staged {
    /// The target as the user names it.
    named: PathBuf,
    /// The file that this name leads to.
    target: PathBuf,
    existing: Existing,
    part: NamedTempFile,
}

impl StagedFile {
    /// Begins a file beside the target, with the permissions of the one that it replaces or of any new file.
    pub fn create(target: &Path, existing: Existing) -> Result<Self> {
        Self::beside(target, existing).map_err(|error| not_written(target, error))
    }

    fn beside(named: &Path, existing: Existing) -> Result<Self> {
        if names_a_folder(named) {
            bail!(words().name_is_a_folders());
        }
        // Not `exists`: a link that leads nowhere is there, too.
        if existing == Existing::Keep && named.symlink_metadata().is_ok() {
            return Err(is_there(named));
        }
        let target = resolve(named)?;
        let folder = folder_of(&target)?;
        let replaced = target.metadata().ok();
        if let Some(found) = &replaced {
            if !found.is_file() {
                bail!(if found.is_dir() { words().it_is_a_folder() } else { words().it_is_no_file() });
            }
            // What is protected against writing is not replaced, either.
            File::options().write(true).open(&target)?;
        }
        let (part, listed) = part::create(|builder| {
            // Like any file when it is made, these are cut by the umask.
            if let Some(permissions) = replaced.as_ref().map(Metadata::permissions).or_else(of_new_file) {
                builder.permissions(permissions);
            }
            builder.tempfile_in(folder)
        })?;
        if let Some(replaced) = &replaced {
            keep_owner(part.as_file(), replaced);
            part.as_file().set_permissions(replaced.permissions())?;
        }
        Ok(Self { staged: Staged { named: named.to_owned(), target, existing, part }, listed })
    }

    /// The hidden name, for a writer that opens files itself. It must open this one and never make it anew.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.staged.part.path()
    }

    /// Gives the file its name.
    pub fn publish(self) -> Result<()> {
        publish_all(vec![self])
    }
}

impl Write for StagedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.staged.part.as_file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Gives files their names, all of them or, where one fails, none. An interruption waits.
pub fn publish_all(files: Vec<StagedFile>) -> Result<()> {
    for StagedFile { staged, .. } in &files {
        staged.part.as_file().sync_all().map_err(|error| not_written(&staged.named, error.into()))?;
    }
    // Dropped in the other order: interruptions are let through before the listings end, which needs the same lock.
    let (files, _listings): (Vec<_>, Vec<_>) = files.into_iter().map(|file| (file.staged, file.listed)).unzip();
    let _held = hold_interruptions();
    let mut published: Vec<Published> = Vec::new();
    let last = files.len().saturating_sub(1);
    for (at, file) in files.into_iter().enumerate() {
        let named = file.named.clone();
        match file.publish(at < last) {
            Ok(done) => published.push(done),
            Err(error) => {
                published.into_iter().for_each(Published::undo);
                return Err(not_written(&named, error));
            }
        }
    }
    published.into_iter().for_each(Published::settle);
    Ok(())
}

impl Staged {
    fn publish(self, may_be_undone: bool) -> Result<Published> {
        let Self { named, target, existing, part } = self;
        let before = if target.symlink_metadata().is_err() {
            Before::Nothing
        } else {
            let mut second_name = part.path().as_os_str().to_owned();
            second_name.push(".old");
            let kept = may_be_undone && fs::hard_link(&target, &second_name).is_ok();
            Before::File(kept.then(|| second_name.into()))
        };
        let published = Published { target, before };
        let outcome = match existing {
            Existing::Replace => part.persist(&published.target),
            Existing::Keep => part.persist_noclobber(&published.target).or_else(|error| {
                // Not every filesystem can do this in one step.
                let is_there = published.target.symlink_metadata().is_ok();
                if is_there { Err(error) } else { error.file.persist(&published.target) }
            }),
        };
        match outcome {
            Ok(_) => Ok(published),
            Err(error) => {
                let is_kept = existing == Existing::Keep && published.target.symlink_metadata().is_ok();
                published.settle();
                Err(if is_kept { is_there(&named) } else { error.error.into() })
            }
        }
    }
}

/// A file that has its name, and what was there before.
struct Published {
    target: PathBuf,
    before: Before,
}

enum Before {
    Nothing,
    /// A file, and the second name under which it is kept, if it is.
    File(Option<PathBuf>),
}

impl Published {
    /// Puts back what was there before, where that is possible.
    fn undo(self) {
        let _ = match self.before {
            Before::Nothing => fs::remove_file(self.target),
            Before::File(Some(kept)) => fs::rename(kept, self.target),
            Before::File(None) => Ok(()),
        };
    }

    /// Lets go of what was there before.
    fn settle(self) {
        if let Before::File(Some(kept)) = self.before {
            let _ = fs::remove_file(kept);
        }
        if let Ok(folder) = folder_of(&self.target) {
            sync_folder(folder);
        }
    }
}

/// The permissions of a new file; the part would else be for its owner alone.
#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)]
fn of_new_file() -> Option<Permissions> {
    Some(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

#[cfg(not(unix))]
fn of_new_file() -> Option<Permissions> {
    None
}

/// Gives a part the owner and the group of the file that it replaces, as far as this user may.
#[cfg(unix)]
fn keep_owner(part: &File, replaced: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(part, None, Some(replaced.gid()));
    let _ = fchown(part, Some(replaced.uid()), None);
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}
