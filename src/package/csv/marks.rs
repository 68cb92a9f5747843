//! Where in a file the bytes are that mean something: separators, line ends, quotes.

// What is done once a cell or a block is a call less, in a program that is built small.
#![allow(clippy::inline_always)]

use wide::u8x16;

/// How many bytes are looked at together, one a bit.
const BLOCK: usize = u64::BITS as usize;
const LANES: usize = 16;

/// Why no more cells were taken, and where.
pub(super) enum Stopped {
    /// The line ends.
    Line(usize),
    /// The next cell has quotes, or no place.
    Before(usize),
    /// The bytes end within the cell that begins here.
    Cut(usize),
}

/// The marks in one block of bytes.
pub(super) struct Marks {
    /// The separator, sixteen times, and the others.
    delimiter: u8x16,
    line_feed: u8x16,
    carriage_return: u8x16,
    quote: u8x16,
    /// Where it begins and ends.
    begin: usize,
    end: usize,
    /// What ends a cell without quotes, a separator or the end of a line, and is not taken yet.
    ends: u64,
    /// The ends of lines, and quotes.
    stops: u64,
}

impl Marks {
    /// Of a file with this separator, at its first byte.
    pub(super) fn new(delimiter: u8) -> Self {
        let of = u8x16::splat;
        let (delimiter, line_feed, carriage_return, quote) = (of(delimiter), of(b'\n'), of(b'\r'), of(b'"'));
        Self { delimiter, line_feed, carriage_return, quote, begin: 0, end: 0, ends: 0, stops: 0 }
    }

    /// Goes to this byte; what is known of bytes is forgotten where these may be others.
    pub(super) fn forget(&mut self, at: usize) {
        (self.begin, self.end, self.ends) = (at, at, 0);
    }

    /// Goes on to this byte.
    pub(super) fn pass_to(&mut self, at: usize) {
        if at < self.end {
            self.ends &= u64::MAX << ((at - self.begin) % BLOCK);
        } else {
            self.forget(at);
        }
    }

    /// Takes cells without quotes from this byte on, as many as there are places for, and returns how many and why no more.
    pub(super) fn plain(&mut self, bytes: &[u8], mut at: usize, places: &mut [(usize, usize)]) -> (usize, Stopped) {
        let is_quote = |at: usize| bytes.get(at) == Some(&b'"');
        let mut count = 0;
        if is_quote(at) {
            return (0, Stopped::Before(at));
        }
        // In registers: from cell to cell, to wait for what was just put into memory would be half of the time.
        let (mut ends, mut begin, mut stops) = (self.ends, self.begin, self.stops);
        let stopped = loop {
            let Some(place) = places.get_mut(count) else { break Stopped::Before(at) };
            if ends == 0 {
                self.ends = 0;
                if !self.look_on(bytes) {
                    break Stopped::Cut(at);
                }
                (ends, begin, stops) = (self.ends, self.begin, self.stops);
            }
            let bit = ends.trailing_zeros();
            ends &= ends - 1;
            let end = begin + bit as usize;
            *place = (at, end);
            count += 1;
            at = end + 1;
            // Whether the cell ends the line, or what follows it is a quote or a line end, in one test; behind the last byte
            // of a block nothing is known.
            let around = stops >> bit;
            if around & 0b11 != 0 || bit == u64::BITS - 1 {
                if around & 1 == 1 {
                    break Stopped::Line(end);
                }
                if is_quote(at) {
                    break Stopped::Before(at);
                }
            }
        };
        self.ends = ends;
        (count, stopped)
    }

    /// Takes the next end of a cell without quotes, and whether it is that of a line.
    pub(super) fn cell_end(&mut self, bytes: &[u8]) -> Option<(usize, bool)> {
        if self.ends == 0 && !self.look_on(bytes) {
            return None;
        }
        let bit = self.ends.trailing_zeros();
        self.ends &= self.ends - 1;
        Some((self.begin + bit as usize, self.stops >> bit & 1 == 1))
    }

    /// Looks at bytes until there is an end of a cell among them; false where there is none.
    fn look_on(&mut self, bytes: &[u8]) -> bool {
        while self.ends == 0 && self.end < bytes.len() {
            self.look_at(bytes, self.end);
        }
        self.ends != 0
    }

    /// Goes on to the next end of a line or quote, and returns how many separators are before it.
    pub(super) fn stop(&mut self, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
        let (mut unseen, mut separators) = (u64::MAX << ((at - self.begin) % BLOCK), 0);
        if at >= self.end {
            self.look_at(bytes, at);
            unseen = u64::MAX;
        }
        loop {
            let found = self.stops & unseen;
            // All lower bits than the lowest that is set; all where none is.
            let before = found.wrapping_sub(1) & !found;
            separators += (self.ends & !self.stops & before).count_ones() as usize;
            if found != 0 {
                let bit = found.trailing_zeros();
                self.ends &= u64::MAX << bit;
                return Some((self.begin + bit as usize, separators));
            }
            if self.end >= bytes.len() {
                return None;
            }
            self.look_at(bytes, self.end);
            unseen = u64::MAX;
        }
    }

    fn look_at(&mut self, bytes: &[u8], begin: usize) {
        (self.begin, self.end) = (begin, begin + BLOCK);
        if let Some(block) = bytes.get(begin..begin + BLOCK) {
            return self.look(block);
        }
        // The last bytes are followed by such as mean nothing.
        let (mut block, rest) = ([0; BLOCK], bytes.get(begin..).unwrap_or_default());
        block[..rest.len()].copy_from_slice(rest);
        self.end = begin + rest.len();
        self.look(&block);
    }

    #[inline(always)]
    fn look(&mut self, block: &[u8]) {
        let Self { delimiter, line_feed, carriage_return, quote, .. } = *self;
        let (mut ends, mut stops) = (0, 0);
        for lanes in block.as_chunks::<LANES>().0.iter().rev() {
            let lanes = u8x16::new(*lanes);
            let line_end = lanes.simd_eq(line_feed) | lanes.simd_eq(carriage_return);
            ends = ends << LANES | u64::from((line_end | lanes.simd_eq(delimiter)).to_bitmask());
            stops = stops << LANES | u64::from((line_end | lanes.simd_eq(quote)).to_bitmask());
        }
        (self.ends, self.stops) = (ends, stops);
    }
}
