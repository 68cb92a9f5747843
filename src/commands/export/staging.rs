//! A file or folder that is written under another name and then takes its own.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, process};

use anyhow::{Context, Result, bail};

use crate::exit::{quoted, usage};
use crate::package::Package;

/// What is being written; gone again where it is dropped before it is published.
pub struct Staging {
    target: PathBuf,
    path: PathBuf,
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
                return Err(usage(format!("{shown} is there already; --force replaces it")));
            }
            if found.is_dir() && !is_only_a_package(target) {
                bail!("{shown} holds more than a data package; --force would delete that, too");
            }
        }
        let mut name = OsString::from(".");
        name.push(target.file_name().context("no name")?);
        name.push(format!(".{}.part", process::id()));
        Ok(Self { path: target.with_file_name(name), target: target.to_owned() })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives what was written the target's name.
    pub fn publish(self) -> Result<()> {
        let target = &self.target;
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

impl Drop for Staging {
    fn drop(&mut self) {
        // After publishing nothing is there; what cannot be removed is no worse than what went before.
        let _ = if self.path.is_dir() { fs::remove_dir_all(&self.path) } else { fs::remove_file(&self.path) };
    }
}

/// Whether a folder holds a descriptor and the files that it names, and nothing else.
fn is_only_a_package(folder: &Path) -> bool {
    let Ok(package) = Package::in_folder(folder) else { return false };
    let Ok(entries) = fs::read_dir(folder) else { return false };
    let mut names = entries.map(|entry| entry.map(|entry| entry.file_name()));
    names.all(|name| {
        name.is_ok_and(|name| name == "datapackage.json" || package.tables().iter().any(|table| name == *table.path))
    })
}
