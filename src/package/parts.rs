//! The rows of a long table in parts, of which several are gone through at once.
//!
//! Where a part of a file begins, nobody knows whether a line end is one of a row or within quotes. Each part is taken to
//! have its first row behind its first line feed, and is gone through as if that were so. Whoever puts the parts together
//! again reads what is between them, and sees whether a row does begin there; where none does, that part is gone through
//! anew. So the answer is right whatever was guessed, and the same for every number of threads. The file is read from its
//! begin to its end, so that it may be one that is unpacked or decoded as it is read, and not mapped into memory: what is
//! cut while it is read would stop the program.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::ops::RangeInclusive;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::Result;
use memchr::memchr;

use super::csv::{How, Reached, Row};
use super::form::{Form, Made};
use super::lines::of_reading;
use super::matching::Order;
use super::rows::too_long;
use super::{Record, Rows};

/// How many bytes a part has: few enough to stay near the processor; in the tests so few that rows lie over its end.
const PART: usize = if cfg!(test) { 24 } else { 512 << 10 };

/// What one thread does with the rows of each part that it is given.
pub type Work<'w, T> = Box<dyn FnMut(&mut Rows) -> Result<T> + 'w>;

/// What all rows of a table have in common.
pub(super) struct Kind<'p> {
    pub(super) file: String,
    cells: RangeInclusive<usize>,
    form: Option<(&'p Form, Option<Arc<Order>>)>,
    how: How,
}

/// A part of the file.
struct Part<T> {
    bytes: Vec<u8>,
    /// Where its first row is taken to begin, what was made of it from there on, and how far that reaches; nothing where
    /// there is no line feed, or something is wrong.
    done: Option<(usize, T, Reached)>,
}

/// What is read in turn.
struct Source<'p> {
    input: Box<dyn Read + Send + 'p>,
    /// Room for parts, which comes back when they are put together: so much is in memory and no more.
    room: Receiver<Vec<u8>>,
    number: usize,
    position: u64,
    is_at_end: bool,
}

impl Rows<'_> {
    /// Has so many threads go through the rows, with cells up to this one, and hands to `merge` what they made of each part,
    /// in the order of the file, with its rows. It is nothing where the rows are to be gone through there. Ends where
    /// `merge` returns false.
    pub fn in_parts<'w, T: Send>(
        self,
        threads: usize,
        last: usize,
        worker: &(dyn Fn() -> Result<Work<'w, T>> + Sync),
        merge: &mut dyn FnMut(Option<T>, &mut Rows) -> Result<bool>,
    ) -> Result<()> {
        let reached = self.row.reached();
        let (kind, input) = Kind::of(self);
        let (give_back, room) = sync_channel(2 * threads + 1);
        let source = Source { input: Box::new(input), room, number: 0, position: reached.position, is_at_end: false };
        let source = Mutex::new(source);
        for _ in 0..=2 * threads {
            // There is room for all of them.
            let _ = give_back.try_send(Vec::new());
        }
        let (send, parts) = sync_channel(2 * threads + 1);
        thread::scope(|scope| {
            for _ in 0..threads {
                let (send, kind, source) = (send.clone(), &kind, &source);
                scope.spawn(move || kind.work(source, last, worker, &send));
            }
            drop(send);
            let together = Together { kind: &kind, reached, carried: Vec::new(), tried: 0, give_back, merge };
            // Threads that wait for room end when there is nobody to give it back.
            together.put(parts)
        })
    }

    /// The row that was found there in the part that these are the rows of.
    pub fn again(&mut self, spot: Spot) -> Result<Option<Record<'_>>> {
        self.row.go_to(spot.position, spot.line);
        self.next_record()
    }
}

/// Where a row begins that a thread found in its part: at which byte of the file, and on which line of the part, since on
/// which of the file is not known there.
#[derive(Clone, Copy)]
pub struct Spot {
    position: u64,
    line: u64,
}

impl Spot {
    /// Of this row.
    pub fn of(record: Record) -> Self {
        Self { position: record.position(), line: record.line() }
    }
}

impl<'p> Kind<'p> {
    /// That of these rows, and what of their file is behind the one read last.
    pub(super) fn of(rows: Rows<'p>) -> (Self, impl Read + Send + 'p) {
        let input = io::Cursor::new(rows.row.rest().to_vec()).chain(rows.input);
        let form = rows.form.map(|(form, made)| (form, made.order().cloned()));
        (Self { cells: rows.cells, form, how: rows.row.how(), file: rows.file }, input)
    }

    /// The rows of some bytes of the file.
    pub(super) fn rows<'b>(&self, bytes: &'b [u8], reached: Reached, is_last: bool) -> Rows<'b>
    where
        'p: 'b,
    {
        let row = Row::of_part(bytes, self.how, reached, is_last);
        let form = self.form.as_ref().map(|(form, order)| (*form, Made::ordered(order.clone())));
        let (file, input) = (self.file.clone(), Box::new(io::empty()));
        Rows { file, input, row, cells: self.cells.clone(), form, begins: None, further: None }
    }

    /// Goes through parts until there are no more, or nobody wants them.
    fn work<'w, T>(
        &self,
        source: &Mutex<Source>,
        last: usize,
        worker: &(dyn Fn() -> Result<Work<'w, T>> + Sync),
        send: &SyncSender<(usize, io::Result<Part<T>>)>,
    ) {
        // Where it cannot be begun, nobody has begun it, and the rows are gone through where they are put together.
        let mut work = worker().ok();
        loop {
            let read = source.lock().unwrap_or_else(PoisonError::into_inner).read();
            let Some((number, read)) = read else { return };
            let part = read.map(|(position, bytes)| {
                let done = work.as_mut().and_then(|work| {
                    let begin = memchr(b'\n', &bytes)? + 1;
                    let mut rows =
                        self.rows(&bytes[begin..], Reached::at(position + begin as u64, 1), false).up_to(last);
                    let made = work(&mut rows).ok()?;
                    Some((begin, made, rows.row.reached()))
                });
                Part { bytes, done }
            });
            if send.send((number, part)).is_err() {
                return;
            }
        }
    }
}

/// A part by its number: where it begins, and its bytes.
type Numbered = (usize, io::Result<(u64, Vec<u8>)>);

impl Source<'_> {
    /// The next part; nothing at the end, or where nobody gives room for one.
    fn read(&mut self) -> Option<Numbered> {
        if self.is_at_end {
            return None;
        }
        let mut bytes = self.room.recv().ok()?;
        bytes.clear();
        let read = self.input.by_ref().take(PART as u64).read_to_end(&mut bytes);
        self.is_at_end = read.as_ref().map_or(true, |read| *read < PART);
        let (number, position) = (self.number, self.position);
        self.number += 1;
        self.position += bytes.len() as u64;
        Some((number, read.map(|_| (position, bytes))))
    }
}

/// Parts that are put together.
struct Together<'t, 'p, T> {
    kind: &'t Kind<'p>,
    /// How far the rows were gone through, and what of the file is read from there on.
    reached: Reached,
    carried: Vec<u8>,
    /// How much of it was found to end within a row.
    tried: usize,
    give_back: SyncSender<Vec<u8>>,
    merge: &'t mut dyn FnMut(Option<T>, &mut Rows) -> Result<bool>,
}

impl<T> Together<'_, '_, T> {
    fn put(mut self, parts: Receiver<(usize, io::Result<Part<T>>)>) -> Result<()> {
        let (mut waiting, mut next) = (BTreeMap::new(), 0);
        for (number, part) in parts {
            waiting.insert(number, part);
            while let Some(part) = waiting.remove(&next) {
                let part = part.map_err(|error| of_reading(&self.kind.file, error))?;
                let bytes = part.bytes;
                if !self.part(&bytes, part.done)? {
                    return Ok(());
                }
                next += 1;
                let _ = self.give_back.try_send(bytes);
            }
        }
        self.carried(true)?;
        Ok(())
    }

    /// Puts a part behind the others.
    fn part(&mut self, bytes: &[u8], done: Option<(usize, T, Reached)>) -> Result<bool> {
        let Some((begin, made, end)) = done else { return self.carry(bytes) };
        if !self.carry(&bytes[..begin])? {
            return Ok(false);
        }
        if !self.carried.is_empty() {
            return self.carry(&bytes[begin..]);
        }
        let goes_on = (self.merge)(Some(made), &mut self.kind.rows(&bytes[begin..], self.reached, false))?;
        let length = usize::try_from(end.position - self.reached.position).unwrap_or(usize::MAX);
        self.carried.extend(bytes[begin..].iter().skip(length));
        self.reached = end.on_line(self.reached.line + end.line - 1);
        Ok(goes_on)
    }

    /// Goes through bytes that follow here. Those of a long row are looked through again when they are twice as many.
    fn carry(&mut self, bytes: &[u8]) -> Result<bool> {
        self.carried.extend_from_slice(bytes);
        if self.carried.len() < 2 * self.tried { Ok(true) } else { self.carried(false) }
    }

    fn carried(&mut self, is_last: bool) -> Result<bool> {
        let mut rows = self.kind.rows(&self.carried, self.reached, is_last);
        let goes_on = (self.merge)(None, &mut rows)?;
        let (reached, rest) = (rows.row.reached(), rows.row.rest().len());
        drop(rows);
        self.reached = reached;
        self.carried.drain(..self.carried.len() - rest);
        self.tried = if rest > PART { rest } else { 0 };
        // Who wants no more rows may have left some.
        if goes_on && rest > self.kind.how.longest {
            return Err(too_long(&self.kind.file, self.reached.line, self.kind.how.longest).into());
        }
        Ok(goes_on)
    }
}

#[cfg(test)]
mod tests;
