//! Where in a block of bytes those are that mean something: separators, line ends, quotes.

// A block is what most of the time goes to; to call for it would be half as much again, in a program that is built small.
#![allow(clippy::inline_always)]

use wide::u8x16;

/// How many bytes are looked at together, one a bit.
pub(super) const BLOCK: usize = u64::BITS as usize;
const LANES: usize = 16;

/// What the bytes are that mean something, sixteen times each.
pub(super) struct Signs {
    delimiter: u8x16,
    line_feed: u8x16,
    carriage_return: u8x16,
    quote: u8x16,
}

/// The marks in one block of bytes, the first in the lowest bit.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// What ends a cell without quotes: a separator or the end of a line.
    pub ends: u64,
    /// The ends of lines.
    pub lines: u64,
    pub quotes: u64,
}

impl Signs {
    /// Those of a file with this separator.
    pub(super) fn new(delimiter: u8) -> Self {
        let of = u8x16::splat;
        Self { delimiter: of(delimiter), line_feed: of(b'\n'), carriage_return: of(b'\r'), quote: of(b'"') }
    }

    /// The marks among the first bytes of these.
    #[inline(always)]
    pub(super) fn of(&self, bytes: &[u8]) -> Marks {
        let (mut last, mut known) = ([0; BLOCK], u64::MAX);
        let block = bytes.first_chunk().unwrap_or_else(|| {
            last[..bytes.len()].copy_from_slice(bytes);
            known = !(u64::MAX << bytes.len());
            &last
        });
        let (a, b, c, d) =
            (self.of_lanes(block, 0), self.of_lanes(block, 1), self.of_lanes(block, 2), self.of_lanes(block, 3));
        let ends = known & (a.0 | b.0 << LANES | c.0 << (2 * LANES) | d.0 << (3 * LANES));
        let stops = known & (a.1 | b.1 << LANES | c.1 << (2 * LANES) | d.1 << (3 * LANES));
        Marks { ends, lines: ends & stops, quotes: stops & !ends }
    }

    #[inline(always)]
    fn of_lanes(&self, block: &[u8; BLOCK], number: usize) -> (u64, u64) {
        let lanes = u8x16::new(block.as_chunks::<LANES>().0[number]);
        let line_end = lanes.simd_eq(self.line_feed) | lanes.simd_eq(self.carriage_return);
        // With the quotes in one, since to make bits of lanes takes longer than to compare them.
        let stops = line_end | lanes.simd_eq(self.quote);
        ((line_end | lanes.simd_eq(self.delimiter)).to_bitmask().into(), stops.to_bitmask().into())
    }
}
