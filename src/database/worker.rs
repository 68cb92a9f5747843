//! Work with a database in a thread of its own, which can be left behind.
//!
//! SQLite looks at the time between its steps only, and one step can take minutes: a comparison of long texts, a merge
//! of JSON objects. And where SQLite has no memory left to hand over a value, rusqlite panics, in a program that ends
//! when anything does.

use std::cell::RefCell;
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use std::{io, panic, thread};

use rusqlite::Connection;

use crate::words::words;

/// The stack of the thread, as large as a main thread's: SQLite descends into nested expressions.
const STACK: usize = 8 << 20;

/// Why work did not end.
#[derive(Debug)]
pub(super) enum Stopped {
    /// It took longer than it may.
    Time,
    /// SQLite had no memory left, and no way to say so.
    Memory,
    /// There is no thread for it, or none any more.
    Thread(io::Error),
}

/// Does something with a connection, and gives it back with what came of it. Where it is stopped, the thread is left
/// behind and ends when SQLite next looks up.
pub(super) fn within<T: Send + 'static>(
    time: Duration,
    connection: Connection,
    job: impl FnOnce(&Connection) -> T + Send + 'static,
) -> Result<(Connection, T), Stopped> {
    let interrupt = connection.get_interrupt_handle();
    let (sender, receiver) = channel();
    let no_memory = sender.clone();
    let work = move || {
        tell_without_memory(move || _ = no_memory.send(Err(Stopped::Memory)));
        let done = job(&connection);
        // Nobody listens where the time was over.
        let _ = sender.send(Ok((connection, done)));
    };
    thread::Builder::new().stack_size(STACK).spawn(work).map_err(Stopped::Thread)?;
    receiver.recv_timeout(time).unwrap_or_else(|error| match error {
        RecvTimeoutError::Timeout => {
            interrupt.interrupt();
            Err(Stopped::Time)
        }
        RecvTimeoutError::Disconnected => Err(Stopped::Thread(io::Error::other(words().worker_failed()))),
    })
}

thread_local! {
    /// What this thread does where rusqlite panics for lack of memory.
    static WITHOUT_MEMORY: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Keeps a panic of rusqlite for lack of memory from ending the program: this thread tells of it, and no more is heard
/// of it.
fn tell_without_memory(tell: impl Fn() + 'static) {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let otherwise = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            // It asserts that what SQLite returned is not null.
            let message = info.payload().downcast_ref::<&str>().unwrap_or(&"");
            let lacks_memory = message.contains("NULL data") || message.contains("Out of memory");
            let told = lacks_memory && WITHOUT_MEMORY.with_borrow(|tell| tell.as_ref().map(|tell| tell()).is_some());
            if !told {
                otherwise(info);
            }
            // Where a panic does not unwind, the program would end on returning.
            if told && cfg!(panic = "abort") {
                loop {
                    thread::park();
                }
            }
        }));
    });
    WITHOUT_MEMORY.set(Some(Box::new(tell)));
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use rusqlite::Connection;

    use super::{Stopped, within};

    fn stopped(job: impl FnOnce(&Connection) + Send + 'static) -> Stopped {
        within(Duration::from_secs(10), Connection::open_in_memory().unwrap(), job).err().unwrap()
    }

    #[test]
    fn a_panic_for_lack_of_memory_is_no_other() {
        // The words of rusqlite; what makes it say them depends on the last bytes of memory.
        assert!(matches!(stopped(|_| panic!("unexpected SQLITE_TEXT column type with NULL data")), Stopped::Memory));
        assert!(matches!(stopped(|_| panic!("something else")), Stopped::Thread(_)));
    }
}
