//! The hidden parts that are being written, and their removal when the program is interrupted.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::Builder;

/// The parts that are there.
static PARTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Keeps an interruption waiting while the guard lives.
pub(super) fn hold_interruptions() -> MutexGuard<'static, Vec<PathBuf>> {
    PARTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The listing of a part, which ends when it is dropped.
///
/// Where an interruption is under way, dropping waits for the program's end: an error that comes of the removal of a
/// part is never told.
pub(super) struct Listed(PathBuf);

impl Listed {
    /// Lists what is to be gone when the program ends.
    pub(super) fn new(path: PathBuf, parts: &mut Vec<PathBuf>) -> Self {
        parts.push(path.clone());
        Self(path)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        hold_interruptions().retain(|part| *part != self.0);
    }
}

/// Makes a part and lists it.
pub(super) fn create<T: AsRef<Path>>(
    make: impl FnOnce(&mut Builder<'_, '_>) -> io::Result<T>,
) -> io::Result<(T, Listed)> {
    #[cfg(unix)]
    signals::watch()?;
    let mut parts = hold_interruptions();
    let mut builder = Builder::new();
    builder.prefix(concat!(".", env!("CARGO_PKG_NAME"), "-")).suffix(".part");
    // The kind alone: the rest names the part, of which the user knows nothing.
    let part = make(&mut builder).map_err(|error| error.kind())?;
    let listed = Listed::new(part.as_ref().to_owned(), &mut parts);
    Ok((part, listed))
}

/// Signals that would end the program. Elsewhere than on Unix an interruption leaves the parts where they are.
#[cfg(unix)]
mod signals {
    use std::path::Path;
    use std::sync::{Arc, Mutex, PoisonError};
    use std::time::Duration;
    use std::{fs, io, thread};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// Lets the signals remove the parts before they end the program; the second call and later ones do nothing.
    pub(super) fn watch() -> io::Result<()> {
        static WATCHING: Mutex<bool> = Mutex::new(false);
        let mut watching = WATCHING.lock().unwrap_or_else(PoisonError::into_inner);
        if !*watching {
            // A file that is larger than is allowed is then an error of the one who writes it, and no sudden end.
            flag::register(SIGXFSZ, Arc::default())?;
            let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
            thread::Builder::new().spawn(move || signals.forever().for_each(end))?;
            *watching = true;
        }
        Ok(())
    }

    /// Removes the parts and ends the program as the signal would have: a shell sees that it was interrupted, and
    /// interrupts the script, too.
    fn end(signal: i32) {
        let parts = super::hold_interruptions();
        parts.iter().for_each(|part| remove(part));
        let _ = emulate_default_handler(signal);
    }

    fn remove(part: &Path) {
        // Into a folder another thread may be writing at this very moment; then not all of it goes at once.
        for _ in 0..100 {
            let removed = if part.is_dir() { fs::remove_dir_all(part) } else { fs::remove_file(part) };
            match removed {
                Err(error) if error.kind() != io::ErrorKind::NotFound => thread::sleep(Duration::from_millis(1)),
                _ => return,
            }
        }
    }
}
