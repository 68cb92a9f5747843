//! Files that are packed, as what is in them.
//!
//! What a file is, its first bytes say, whatever it is called: no text begins as packed files do. Of them gzip is read, which
//! is one file in one stream; what is an archive, or packed in a form that few tables are, is refused with what to do.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Seek as _};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use flate2::bufread::MultiGzDecoder;

use super::lines::Lines;
use super::watch::{Watch, Watched};
use crate::words::words;

/// How a file in the form of gzip begins.
const GZIP: &[u8] = b"\x1f\x8b";

/// How files begin that are packed otherwise, and in which form that is.
const OTHERS: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "zip"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh91AY", "bzip2"),
    (b"7z\xbc\xaf", "7z"),
];

/// Up to this size a file may grow in any case: reading so much takes seconds.
const HARMLESS: u64 = 1 << 30;

/// Beyond it, to so many times its own size. Rows become 3 to 20 times as much, rows that all but repeat each other 100
/// times; 1,032 times is what the form itself allows, and what files have that are made to keep a machine busy.
const MOST_TIMES: u64 = 256;

/// A reader of a file, or of what is packed in it; who waits for it is told how much of the file is read.
pub(super) fn reader(mut file: File, path: &str, watch: Option<&Arc<dyn Watch>>) -> Result<Box<dyn Read + Send>> {
    let begun = beginning(&mut file).and_then(|beginning| Ok((beginning, file.metadata()?.len())));
    let (beginning, size) = begun.with_context(|| path.to_owned())?;
    if let Some((_, form)) = OTHERS.iter().find(|(sign, _)| beginning.starts_with(sign)) {
        bail!("{path}: {}", words().is_packed(form));
    }
    let file: Box<dyn Read + Send> = match watch {
        Some(watch) => Box::new(Watched::new(file, size, watch)),
        None => Box::new(file),
    };
    if !beginning.starts_with(GZIP) {
        return Ok(file);
    }
    let most = HARMLESS.max(size.saturating_mul(MOST_TIMES));
    Ok(Box::new(Unpacked::new(BufReader::new(file), path, most)))
}

/// Whether a file, of which nothing is read yet, is one that is unpacked as it is read.
pub(super) fn is_packed(file: &mut File) -> io::Result<bool> {
    Ok(beginning(file)?.starts_with(GZIP))
}

/// The first bytes of a file, which is then as before.
fn beginning(file: &mut File) -> io::Result<Vec<u8>> {
    let mut beginning = Vec::new();
    file.by_ref().take(8).read_to_end(&mut beginning)?;
    file.rewind()?;
    Ok(beginning)
}

/// The name that a file has once it is unpacked, which tells what it is.
pub(super) fn name(path: &str) -> &str {
    let is_packed = |ending: &str| ending.eq_ignore_ascii_case("gz");
    path.rsplit_once('.').filter(|(_, ending)| is_packed(ending)).map_or(path, |(name, _)| name)
}

/// What is packed in a source, which may be of several pieces behind each other.
struct Unpacked<R> {
    source: MultiGzDecoder<R>,
    file: String,
    lines: Lines,
    /// How much may be in it, and how much of that is not read yet.
    most: u64,
    left: u64,
}

impl<R: BufRead> Unpacked<R> {
    fn new(source: R, file: &str, most: u64) -> Self {
        let source = MultiGzDecoder::new(source);
        Self { source, file: file.to_owned(), lines: Lines::default(), most, left: most }
    }
}

impl<R: BufRead> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wrong = |message| self.lines.problem(&self.file, message);
        let count = self.source.read(buffer).map_err(|error| match error.kind() {
            // What the system says is its own.
            _ if error.raw_os_error().is_some() => error,
            ErrorKind::UnexpectedEof => wrong(words().gzip_ends_too_early().to_owned()),
            _ => wrong(words().gzip_is_damaged().to_owned()),
        })?;
        let left = self.left.checked_sub(count as u64);
        self.left = left.ok_or_else(|| wrong(words().unpacks_to_too_much(self.most)))?;
        self.lines.pass(&buffer[..count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::Unpacked;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(text).expect("written");
        packed.finish().expect("written")
    }

    fn unpacked(bytes: &[u8], most: u64) -> Result<String, String> {
        let mut text = String::new();
        let mut reader = Unpacked::new(bytes, "f.csv.gz", most);
        reader.read_to_string(&mut text).map_err(|error| error.to_string())?;
        Ok(text)
    }

    #[test]
    fn pieces_behind_each_other_are_one_file() {
        let pieces = [packed(b"a,b\n"), packed(b""), packed(b"1,2\n")].concat();
        assert_eq!(unpacked(&pieces, 8), Ok("a,b\n1,2\n".to_owned()));
    }

    #[test]
    fn what_grows_too_large_is_not_read_to_its_end() {
        let told = unpacked(&packed(&vec![0; 1 << 20]), 2000).expect_err("too large");
        assert!(told.starts_with("f.csv.gz:1:1: more than 2000 bytes are packed in it"), "{told}");
    }

    #[test]
    fn what_is_cut_or_damaged_is_told_of() {
        let whole = packed(&b"a,b\n1,2\n".repeat(1000));
        for length in [2, 9, 12, whole.len() / 2, whole.len() - 1] {
            let told = unpacked(&whole[..length], 10_000).expect_err("cut");
            assert!(told.contains("ends too early"), "{length}: {told}");
        }
        let mut damaged = whole.clone();
        let sum = damaged.len() - 6;
        damaged[sum] ^= 1;
        for bytes in [damaged, [&whole[..], b"rest of it"].concat()] {
            let told = unpacked(&bytes, 10_000).expect_err("damaged");
            assert!(told.contains("damaged"), "{told}");
        }
    }
}
