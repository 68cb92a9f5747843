//! A package of one's own, which `--package` names, in the place of the one that is compiled in.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;

use super::{beforehand, complete};
use crate::error;
use crate::package::Package;
use crate::words::words;

/// The flag's long name.
pub(super) const PACKAGE: &str = "package";

/// Takes the flag out of the arguments and reads the package that it names, if it was typed; that of the line which a shell
/// asks to complete, where it does so.
pub(super) fn take(arguments: &mut Vec<OsString>) -> Result<Option<Package>> {
    let missing = || error::without_value("--package", words().a_package(), &[]);
    let named = match arguments.get(1) {
        Some(first) if first == complete::NAME => complete::package_named(&arguments[2..]),
        _ => beforehand::take(arguments, "--package", &missing)?.map(PathBuf::from),
    };
    named.map(|path| Package::at(&path)).transpose()
}
