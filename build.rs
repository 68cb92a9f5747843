//! Compiles the files of `data/` into the program, so that a new table needs no code.
//!
//! The descriptor is read here, by the types that the program has for it, and written as the Rust that makes them: a
//! question should not pay for reading JSON, and a descriptor that is none should not become a program.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

// The build reads a descriptor with them, and has no use for the rest.
#[allow(dead_code, unreachable_pub, unused_imports, clippy::struct_field_names)]
#[path = "src/package/descriptor/mod.rs"]
mod descriptor;
#[path = "build/literal.rs"]
mod literal;

fn main() -> io::Result<()> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("data");
    println!("cargo::rerun-if-changed={}", data.display());
    let mut files = fs::read_dir(&data)?.collect::<io::Result<Vec<_>>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut list = String::from("[\n");
    for file in files {
        let (name, path) = (file.file_name().into_string(), file.path().into_os_string().into_string());
        let (Ok(name), Ok(path)) = (name, path) else { continue };
        let _ = writeln!(list, "    ({name:?}, include_str!({path:?})),");
    }
    list.push(']');
    let described = fs::read_to_string(data.join("datapackage.json"))?;
    let described: descriptor::Descriptor = serde_json::from_str(&described)?;
    let described = literal::literal(&described).map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("bundled.rs"), list)?;
    fs::write(Path::new(&out).join("descriptor.rs"), described)
}
