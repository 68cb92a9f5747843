//! Compiles the files of `data/` into the program, so that a new table needs no code.
//!
//! Of the descriptor two forms are made: as it is, and with each table's schema taken out and put into a list of its
//! own. A question about one table needs three of eleven, and only passing over the others would be a sixth of its work.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

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
    let descriptor = fs::read_to_string(data.join("datapackage.json"))?;
    let (outline, schemas) = without_schemas(&descriptor);
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("bundled.rs"), list)?;
    fs::write(Path::new(&out).join("schemas.rs"), format!("{schemas:?}"))?;
    fs::write(Path::new(&out).join("outline.json"), outline)
}

/// The descriptor with the place of each schema in the list where the schema was, and that list.
fn without_schemas(descriptor: &str) -> (String, Vec<&str>) {
    const KEY: &str = "\"schema\": ";
    let (mut outline, mut schemas) = (String::new(), Vec::new());
    let mut rest = descriptor;
    while let Some(at) = rest.find(KEY) {
        let (before, from) = rest.split_at(at + KEY.len());
        let length = object_length(from);
        outline.push_str(before);
        let _ = write!(outline, "{}", schemas.len());
        schemas.push(&from[..length]);
        rest = &from[length..];
    }
    outline.push_str(rest);
    (outline, schemas)
}

/// How many bytes the JSON object takes with which the text begins.
fn object_length(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}
