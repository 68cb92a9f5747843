//! The encoding of a file, by all of its bytes.
//!
//! A guess by how frequent letters are was rejected: it is sometimes wrong, and nobody sees when. What is told here can be
//! seen: UTF-8 hardly comes about by chance, UTF-16 shows itself in its first unit, and of all else only windows-1252 is
//! taken for granted, since that is what spreadsheets write; bytes that it does not have are refused.

use std::io::{self, BufRead};

/// What a file is written in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Guess {
    /// UTF-8, which need not be said.
    Utf8,
    /// Another encoding, by its name.
    Named(&'static str),
    /// No text: it has a byte 0, here.
    NoText(Place),
    /// UTF-8 that is damaged, here.
    Damaged(Place),
    /// None of those that are guessed; this byte speaks against all of them.
    Unknown(Place, u8),
}

/// A line and the character on it, from 1.
pub(super) type Place = (u64, u64);

/// What is known of a file up to some byte.
struct Survey {
    place: Place,
    /// How many characters of UTF-8 of more than one byte there are.
    wide: u64,
    /// How many bytes are of none, where the first stands, and where one that windows-1252 does not have.
    wrong: u64,
    first_wrong: Option<Place>,
    first_undefined: Option<(Place, u8)>,
}

/// What a file seems to be written in.
pub(super) fn of(input: &mut dyn BufRead) -> io::Result<Guess> {
    let mut survey = Survey { place: (1, 1), wide: 0, wrong: 0, first_wrong: None, first_undefined: None };
    // What of a chunk is the beginning of a character, before the chunk that has the rest of it.
    let mut bytes: Vec<u8> = Vec::new();
    let mut is_begun = false;
    loop {
        let chunk = input.fill_buf()?;
        let (count, is_last) = (chunk.len(), chunk.is_empty());
        bytes.extend_from_slice(chunk);
        input.consume(count);
        if !is_begun {
            if bytes.len() < 2 && !is_last {
                continue;
            }
            is_begun = true;
            if let Some(name) = utf_16(&bytes) {
                return Ok(Guess::Named(name));
            }
        }
        let taken = survey.take(&bytes, is_last);
        let Some(taken) = taken else { return Ok(Guess::NoText(survey.place)) };
        bytes.drain(..taken);
        if is_last {
            return Ok(survey.guess());
        }
    }
}

/// The name of the UTF-16 in which a text that begins so is written.
fn utf_16(beginning: &[u8]) -> Option<&'static str> {
    match beginning {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("utf-16"),
        [first, 0, ..] if *first > 0 => Some("utf-16le"),
        [0, second, ..] if *second > 0 => Some("utf-16be"),
        _ => None,
    }
}

impl Survey {
    /// Takes in bytes up to a character that is not all there, and returns how many; nothing where one of them is 0.
    fn take(&mut self, bytes: &[u8], is_last: bool) -> Option<usize> {
        let mut taken = 0;
        while taken < bytes.len() {
            let rest = &bytes[taken..];
            let (valid, wrong) = match std::str::from_utf8(rest) {
                Ok(text) => (text, 0),
                Err(error) => {
                    let valid = std::str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or_default();
                    match error.error_len() {
                        None if !is_last => {
                            self.pass(valid)?;
                            return Some(taken + valid.len());
                        }
                        wrong => (valid, wrong.unwrap_or(rest.len() - valid.len())),
                    }
                }
            };
            self.pass(valid)?;
            for &byte in &rest[valid.len()..valid.len() + wrong] {
                self.wrong += 1;
                self.first_wrong.get_or_insert(self.place);
                if matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d) {
                    self.first_undefined.get_or_insert((self.place, byte));
                }
                self.place.1 += 1;
            }
            taken += valid.len() + wrong;
        }
        Some(taken)
    }

    /// Passes over text; nothing where a character of it is 0.
    fn pass(&mut self, text: &str) -> Option<()> {
        let zero = memchr::memchr(0, text.as_bytes());
        let before = &text[..zero.unwrap_or(text.len())];
        self.wide += before.bytes().filter(|byte| *byte >= 0xc0).count() as u64;
        let last_line = memchr::memrchr(b'\n', before.as_bytes()).map(|at| &before[at + 1..]);
        if last_line.is_some() {
            self.place = (self.place.0 + memchr::memchr_iter(b'\n', before.as_bytes()).count() as u64, 1);
        }
        self.place.1 += last_line.unwrap_or(before).chars().count() as u64;
        zero.is_none().then_some(())
    }

    fn guess(&self) -> Guess {
        match (self.first_wrong, self.first_undefined) {
            (None, _) => Guess::Utf8,
            // Letters of windows-1252 hardly ever make characters of UTF-8.
            (Some(place), _) if self.wide > self.wrong => Guess::Damaged(place),
            (_, Some((place, byte))) => Guess::Unknown(place, byte),
            _ => Guess::Named("windows-1252"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::{Guess, of};

    #[test]
    fn an_encoding_is_told_by_all_bytes() {
        let units = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for (bytes, guess) in [
            (&b""[..], Guess::Utf8),
            (b"a", Guess::Utf8),
            ("\u{feff}år;kommun\r\n2009;Järfälla 😀\n".as_bytes(), Guess::Utf8),
            (b"kommun\nJ\xe4rf\xe4lla\n", Guess::Named("windows-1252")),
            (b"kommun\nMalm\xf6", Guess::Named("windows-1252")),
            (b"kommun\nMalm\xc3", Guess::Named("windows-1252")),
            (&units("\u{feff}år", u16::to_le_bytes), Guess::Named("utf-16")),
            (&units("\u{feff}år", u16::to_be_bytes), Guess::Named("utf-16")),
            (&units("ab", u16::to_le_bytes), Guess::Named("utf-16le")),
            (&units("ab", u16::to_be_bytes), Guess::Named("utf-16be")),
            ("kommun\nÅre\nab\0c".as_bytes(), Guess::NoText((3, 3))),
            // Cut in the middle of a letter, or with one letter of another file in it.
            (b"\xc3\xa5r\n\xc3\xa5\xc3\xa4\xc3", Guess::Damaged((2, 3))),
            (b"\xc3\xa5r\n\xc3\xa5\xe4\n\xc3\xa4", Guess::Damaged((2, 2))),
            // What a Macintosh once wrote for an å has no letter in windows-1252.
            (b"Kommun\nM\x8clm\x9a \x81", Guess::Unknown((2, 7), 0x81)),
        ] {
            for size in [1, 2, 3, 4096] {
                let found = of(&mut BufReader::with_capacity(size, bytes)).expect("bytes");
                assert_eq!(found, guess, "{} by {size}", String::from_utf8_lossy(bytes));
            }
        }
    }
}
