//! Checking what a description promises of its files as they lie there: how large they are, and their hash.

use std::fmt::Write as _;
use std::io::Read as _;

use anyhow::Result;
use md5::Md5;
use md5::digest::DynDigest;
use serde_json::Value;
use sha1::Sha1;
use sha2::{Sha256, Sha512};

use super::Problem;
use crate::package::{Package, place};
use crate::words::words;

/// The algorithms, by the names that stand before a hash, and how many digits their hashes have. The first needs no name.
const ALGORITHMS: [(&str, usize); 4] = [("md5", 32), ("sha1", 40), ("sha256", 64), ("sha512", 128)];

/// What of a resource is otherwise than promised. That a file cannot be read is told of it elsewhere.
pub(super) fn check(package: &Package, described: &Value, at: usize, text: &str) -> Vec<Problem> {
    let (bytes, hash) = (described["bytes"].as_u64(), described["hash"].as_str());
    // Of several files nothing is said of which it is promised.
    let path = described["path"].as_str().filter(|_| described["paths"].is_null());
    let (Some(path), true) = (path, bytes.is_some() || hash.is_some()) else { return Vec::new() };
    let place = |property: &str, message: String| {
        place::problem((package.descriptor_file(), text), &format!("/resources/{at}/{property}"), message)
    };
    let mut problems = Vec::new();
    let promised = hash.map(|hash| hash.rsplit_once(':').unwrap_or(("md5", hash)));
    let known = promised.filter(|(name, _)| ALGORITHMS.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)));
    if let (Some(hash), None) = (hash, known) {
        let names = ALGORITHMS.map(|(name, _)| name);
        problems.push(place("hash", words().no_algorithm(hash, &names)));
    }
    let Ok((size, found)) = read(package, path, known.map(|(name, _)| name)) else { return problems };
    if let Some(bytes) = bytes.filter(|bytes| *bytes != size) {
        problems.push(place("bytes", words().other_size(path, size, bytes)));
    }
    if let Some((name, hash)) = known.filter(|(_, hash)| !hash.eq_ignore_ascii_case(&found)) {
        // Without a name before it, another hash is taken for one by which nobody has made it.
        let meant =
            ALGORITHMS.iter().find(|(other, digits)| *digits == hash.len() && !other.eq_ignore_ascii_case(name));
        problems
            .push(place("hash", words().other_hash(path, &format!("{name}:{found}"), meant.map(|(meant, _)| *meant))));
    }
    problems
}

/// The size of a file, and its hash by this algorithm.
fn read(package: &Package, path: &str, algorithm: Option<&str>) -> Result<(u64, String)> {
    let mut hasher = algorithm.map(|name| -> Box<dyn DynDigest> {
        match &*name.to_ascii_lowercase() {
            "sha1" => Box::new(Sha1::default()),
            "sha256" => Box::new(Sha256::default()),
            "sha512" => Box::new(Sha512::default()),
            _ => Box::new(Md5::default()),
        }
    });
    let (mut input, mut size, mut buffer) = (package.files.open(path)?.into_read(), 0, vec![0; 1 << 16]);
    loop {
        let read = input.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        size += read as u64;
        if let Some(hasher) = &mut hasher {
            hasher.update(&buffer[..read]);
        }
    }
    let mut found = String::new();
    for byte in hasher.map(DynDigest::finalize).unwrap_or_default() {
        let _ = write!(found, "{byte:02x}");
    }
    Ok((size, found))
}
