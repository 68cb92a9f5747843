//! Text of other encodings as UTF-8, read as it is asked for.
//!
//! Two encodings are read besides UTF-8: they are what spreadsheets write. `encoding_rs`, which knows all of the Web's, was
//! rejected for its tables: they would make the program 166 kB larger, a thirtieth of it, and half of what it may still
//! grow by. The tests hold this against it.

use std::io::{self, BufRead, Read};

use super::form::Encoding;
use super::lines::Lines;
use crate::words::words;

/// A reader of UTF-8 over one of another encoding.
pub(super) struct Decoded<R> {
    source: R,
    encoding: Encoding,
    /// Whether the bytes of a unit of UTF-16 stand with the larger first.
    is_big_endian: bool,
    is_begun: bool,
    file: String,
    lines: Lines,
    /// What of the source is read and not yet text: a byte, or the first half of a character of two units.
    rest: Vec<u8>,
    text: String,
    taken: usize,
}

/// What windows-1252 has where ISO 8859-1 has control characters; five are none.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

impl<R: BufRead> Decoded<R> {
    /// Of a source in this encoding.
    pub(super) fn new(source: R, encoding: Encoding, file: &str) -> Self {
        let (rest, text, file, lines) = (Vec::new(), String::new(), file.to_owned(), Lines::default());
        Self { source, encoding, is_big_endian: false, is_begun: false, file, lines, rest, text, taken: 0 }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.lines.pass(self.text.as_bytes());
        self.text.clear();
        self.taken = 0;
        while self.text.is_empty() {
            let read = self.source.fill_buf()?;
            let (count, is_end) = (read.len(), read.is_empty());
            self.rest.extend_from_slice(read);
            self.source.consume(count);
            if self.encoding == Encoding::Windows1252 {
                let letter = |byte: u8| match byte {
                    0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
                    _ => char::from(byte),
                };
                self.text.extend(self.rest.drain(..).map(letter));
            } else {
                self.take_units(is_end)?;
            }
            if is_end {
                break;
            }
        }
        Ok(())
    }

    /// That what follows is none of the encoding.
    fn is_none(&mut self) -> io::Error {
        self.lines.pass(self.text.as_bytes());
        self.lines.problem(&self.file, words().is_no_utf_16().to_owned())
    }

    fn take_units(&mut self, is_end: bool) -> io::Result<()> {
        if !self.is_begun && self.rest.len() >= 2 {
            self.is_begun = true;
            let mark = [[0xff, 0xfe], [0xfe, 0xff]].iter().position(|mark| self.rest.starts_with(mark));
            self.is_big_endian = match (mark, self.encoding) {
                (Some(mark), _) => mark == 1,
                (None, Encoding::Utf16Be) => true,
                (None, Encoding::Utf16Le) => false,
                // Headings begin with a letter of ASCII more often than not.
                (None, _) => self.rest[0] == 0,
            };
            self.rest.drain(..if mark.is_some() { 2 } else { 0 });
        }
        let is_big_endian = self.is_big_endian;
        let unit = |pair: &[u8]| {
            let pair = [pair[0], pair[1]];
            if is_big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        };
        let mut units: Vec<u16> = self.rest.chunks_exact(2).map(unit).collect();
        // The second half of a character may not be read yet.
        if !is_end && units.last().is_some_and(|last| (0xd800..0xdc00).contains(last)) {
            units.pop();
        }
        self.rest.drain(..units.len() * 2);
        for letter in char::decode_utf16(units) {
            let Ok(letter) = letter else { return Err(self.is_none()) };
            self.text.push(letter);
        }
        if is_end && !self.rest.is_empty() { Err(self.is_none()) } else { Ok(()) }
    }
}

impl<R: BufRead> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Decoded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken == self.text.len() {
            self.fill()?;
        }
        Ok(&self.text.as_bytes()[self.taken..])
    }

    fn consume(&mut self, count: usize) {
        self.taken += count;
    }
}

#[cfg(test)]
mod tests {
    use super::Decoded;
    use crate::package::form::Encoding;
    use std::io::{BufReader, Read as _};

    fn decoded(bytes: &[u8], encoding: Encoding, chunk: usize) -> Option<String> {
        let mut text = String::new();
        let mut decoded = Decoded::new(BufReader::with_capacity(chunk, bytes), encoding, "f.csv");
        decoded.read_to_string(&mut text).ok().map(|_| text)
    }

    #[test]
    fn bytes_are_decoded_as_the_web_decodes_them() {
        let all: Vec<u8> = (0..=255).collect();
        let (judged, ..) = encoding_rs::WINDOWS_1252.decode(&all);
        for chunk in [1, 7, 4096] {
            assert_eq!(decoded(&all, Encoding::Windows1252, chunk).as_deref(), Some(&*judged));
        }
        let text = "år;kommun\r\n2009;Järfälla 😀\n";
        let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        for chunk in [1, 3, 4096] {
            let marked = [[&[0xff, 0xfe], &little[..]].concat(), [&[0xfe, 0xff], &big[..]].concat()];
            for (bytes, encoding) in [(&little, Encoding::Utf16Le), (&big, Encoding::Utf16Be)] {
                assert_eq!(decoded(bytes, encoding, chunk).as_deref(), Some(text));
                assert_eq!(decoded(&bytes[2..], Encoding::Utf16, chunk).as_deref(), Some(&text[2..]));
                // A mark says more than the description.
                for bytes in &marked {
                    assert_eq!(decoded(bytes, encoding, chunk).as_deref(), Some(text));
                }
            }
            assert_eq!(decoded(&little[..little.len() - 1], Encoding::Utf16, chunk), None, "half a unit");
            assert_eq!(decoded(&[0x41, 0, 0, 0xd8, 0x42, 0], Encoding::Utf16, chunk), None, "half a character");
        }
    }
}
