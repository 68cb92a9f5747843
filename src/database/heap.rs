//! SQLite's memory in this process, and what others hold for a statement.

use rusqlite::{Connection, Error};

use super::select::Limits;

/// How many bytes are held more before SQLite is told.
const STEP: usize = 1 << 20;

/// The memory that a statement may take: SQLite's part is lowered as others hold more, for the whole process and for
/// good. A program asks one statement.
pub(super) struct Heap {
    /// A connection of its own, since that of the statement may do nothing but read.
    connection: Connection,
    limit: usize,
    /// What others hold now.
    held: usize,
    /// What SQLite was told that they hold: as much as they ever did.
    told: usize,
}

impl Heap {
    /// Limits the memory.
    pub(super) fn limited(limits: Limits) -> Result<Self, Error> {
        let heap = Self { connection: Connection::open_in_memory()?, limit: limits.memory, held: 0, told: 0 };
        heap.lower()?;
        Ok(heap)
    }

    /// Holds so many bytes more.
    pub(super) fn hold(&mut self, bytes: usize) -> Result<(), Error> {
        self.held += bytes;
        if self.held > self.told + STEP {
            self.told = self.held;
            self.lower()?;
        }
        Ok(())
    }

    /// Holds so many bytes less.
    pub(super) fn release(&mut self, bytes: usize) {
        self.held = self.held.saturating_sub(bytes);
    }

    fn lower(&self) -> Result<(), Error> {
        // Nought would be no limit.
        let limit = self.limit.saturating_sub(self.told).max(1);
        self.connection.query_row(&format!("PRAGMA hard_heap_limit = {limit}"), [], |_| Ok(()))?;
        // A lower limit fails only what asks for memory from now on; the statement may have all that it needs.
        self.connection.query_row("SELECT hex(zeroblob(10000))", [], |_| Ok(()))
    }
}
