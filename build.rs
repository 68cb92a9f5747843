//! Compiles the files of `data/` into the program, so that a new table needs no code.
//!
//! The descriptor is read here, by the types that the program has for it, and written as the Rust that makes them: a
//! question should not pay for reading JSON, and a descriptor that is none should not become a program.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::DeflateEncoder;

// The build reads a descriptor with them, and has no use for the rest.
#[allow(dead_code, unreachable_pub, unused_imports, clippy::struct_field_names)]
#[path = "src/package/descriptor/mod.rs"]
mod descriptor;
#[path = "build/literal.rs"]
mod literal;

fn main() -> io::Result<()> {
    link_small();
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("data");
    println!("cargo::rerun-if-changed={}", data.display());
    let mut files = fs::read_dir(&data)?.collect::<io::Result<Vec<_>>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut list = String::from("[\n");
    for file in files {
        let (name, path) = (file.file_name().into_string(), file.path().into_os_string().into_string());
        let (Ok(name), Ok(path)) = (name, path) else { continue };
        let text = fs::read_to_string(&path)?;
        let _ = if is_kept_deflated(&name, &text) {
            let deflated = format!("{out}/{name}.deflated");
            fs::write(&deflated, self::deflated(&text)?)?;
            writeln!(list, "    ({name:?}, File::Deflated(include_bytes!({deflated:?}))),")
        } else {
            writeln!(list, "    ({name:?}, File::Plain(include_str!({path:?}))),")
        };
    }
    list.push(']');
    let described = fs::read_to_string(data.join("datapackage.json"))?;
    let described: descriptor::Descriptor = serde_json::from_str(&described)?;
    let described = literal::literal(&described).map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("bundled.rs"), list)?;
    fs::write(Path::new(&out).join("descriptor.rs"), described)
}

/// Has the linker write the program's own addresses as a bitmap, a fiftieth of the room of a list: glibc reads it from
/// 2.36 on, of 2022. A linker that does not know it says so, and links as ever. And has it leave out the index of how the
/// stack is unwound, since the program ends where it panics.
fn link_small() {
    let is = |property: &str, value: &str| env::var(property).is_ok_and(|it| it == value);
    // Elsewhere the linker is another, or the C library may not read it.
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("CARGO_CFG_TARGET_ARCH", "x86_64")
    {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
    }
}

/// Whether a file takes less room in the program than it has bytes: one that small questions do not read, which are to
/// cost nothing for it. Those read tables of less than these bytes.
fn is_kept_deflated(name: &str, text: &str) -> bool {
    const LARGE: usize = 200_000;
    Path::new(name).extension() != Some("csv".as_ref()) || text.len() >= LARGE
}

fn deflated(text: &str) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()
}
