//! How far the reading of a package's files is, for whoever waits for it.

use std::io::{self, Read};
use std::sync::Arc;

use super::Package;
use super::files::Files;

/// Who is told how far the reading of a file is.
pub trait Watch: Send + Sync {
    /// So many bytes of all of a file are read.
    fn read(&self, bytes: u64, of: u64);

    /// So many rows that were asked for are found.
    fn found(&self, rows: usize);
}

impl Package {
    /// Has somebody told how far the reading of its files is, from now on; of what is compiled in there is nothing to wait
    /// for.
    pub fn watch(&mut self, watch: Arc<dyn Watch>) {
        if let Files::Folder(_, told) = &mut self.files {
            *told = Some(watch);
        }
    }

    /// Tells who waits that so many rows are found.
    pub fn tell_found(&self, rows: usize) {
        if let Files::Folder(_, Some(watch)) = &self.files {
            watch.found(rows);
        }
    }
}

/// A file whose reading is watched.
pub(super) struct Watched<R> {
    file: R,
    read: u64,
    of: u64,
    watch: Arc<dyn Watch>,
}

impl<R> Watched<R> {
    /// A file of so many bytes.
    pub(super) fn new(file: R, of: u64, watch: &Arc<dyn Watch>) -> Self {
        Self { file, read: 0, of, watch: Arc::clone(watch) }
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.read += read as u64;
        self.watch.read(self.read, self.of);
        Ok(read)
    }
}
