//! A file or folder that is written under another name and then takes its own.

use std::ffi::OsString;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::{fs, io, process};

use anyhow::{Context, Result, bail};

use crate::exit::{quoted, usage};
use crate::package::Package;

/// What is being written; gone again where it is dropped before it is published.
pub struct Staging {
    target: PathBuf,
    path: PathBuf,
    force: bool,
}

impl Staging {
    /// A place beside the target. Where the target is there already, an error of usage, unless `force` is set and the
    /// target is a file, or a folder that holds a data package and nothing else.
    pub fn beside(target: &Path, force: bool) -> Result<Self> {
        let shown = quoted(&target.to_string_lossy());
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        if let Some(parent) = parent.filter(|parent| !parent.is_dir()) {
            bail!("there is no folder {}", quoted(&parent.to_string_lossy()));
        }
        // Not `exists`: a link that leads nowhere is there, too.
        if let Ok(found) = target.symlink_metadata() {
            if !force {
                return Err(is_there(target));
            }
            if !found.is_dir() && !target.is_file() {
                bail!("{shown} is neither a file nor a folder");
            }
            if found.is_dir() && !is_only_a_package(target) {
                bail!("{shown} holds more than a data package; --force would delete that, too");
            }
        }
        let mut name = OsString::from(".");
        name.push(target.file_name().context("no name")?);
        // Not the process's number: two containers may share a folder, and not their numbers.
        name.push(format!(".{:016x}.part", RandomState::new().hash_one(process::id())));
        Ok(Self { path: target.with_file_name(name), target: target.to_owned(), force })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives what was written the target's name.
    pub fn publish(self) -> Result<()> {
        let target = &self.target;
        if !self.force && !self.path.is_dir() {
            // A link, unlike a renaming, fails where another has meanwhile made the target.
            match fs::hard_link(&self.path, target) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(is_there(target)),
                Err(_) => {}
                Ok(()) => return Ok(()),
            }
        }
        if !self.force && target.symlink_metadata().is_ok() {
            return Err(is_there(target));
        }
        if target.is_dir() && !target.is_symlink() {
            // A folder cannot be renamed over another.
            let mut aside = self.path.clone().into_os_string();
            aside.push(".old");
            fs::rename(target, &aside)?;
            if let Err(error) = fs::rename(&self.path, target) {
                fs::rename(&aside, target)?;
                return Err(error.into());
            }
            Ok(fs::remove_dir_all(aside)?)
        } else {
            Ok(fs::rename(&self.path, target)?)
        }
    }
}

fn is_there(target: &Path) -> anyhow::Error {
    usage(format!("{} is there already; --force replaces it", quoted(&target.to_string_lossy())))
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After publishing nothing is there; what cannot be removed is no worse than what went before.
        let _ = if self.path.is_dir() { fs::remove_dir_all(&self.path) } else { fs::remove_file(&self.path) };
    }
}

/// Whether a folder holds a descriptor and the files that it names, and nothing else.
fn is_only_a_package(folder: &Path) -> bool {
    let Ok(package) = Package::in_folder(folder) else { return false };
    let Ok(mut entries) = fs::read_dir(folder) else { return false };
    entries.all(|entry| {
        entry.is_ok_and(|entry| {
            let name = entry.file_name();
            let is_known = name == "datapackage.json" || package.tables().iter().any(|table| name == *table.path);
            is_known && entry.file_type().is_ok_and(|kind| kind.is_file())
        })
    })
}
