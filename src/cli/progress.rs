//! A bar that shows a person how far a long question is.
//!
//! It stands on standard error, from the first second on, and gives way to whatever else is written where it can be seen.

use std::io::{self, Write};
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::package::{Package, Watch};
use crate::words::words;

/// For so long nobody asks whether a program does something.
const PATIENCE: Duration = Duration::from_secs(1);

/// The bar of one question.
pub(super) struct Progress {
    begun: Instant,
    bar: OnceLock<ProgressBar>,
    rows: AtomicUsize,
    /// Whether there is nothing to show any more, or nobody to show it to.
    is_over: AtomicBool,
}

impl Progress {
    /// One that is shown, if anybody can see it.
    pub(super) fn new(is_seen: bool) -> Arc<Self> {
        let (bar, rows) = (OnceLock::new(), AtomicUsize::default());
        Arc::new(Self { begun: Instant::now(), bar, rows, is_over: AtomicBool::new(!is_seen) })
    }

    /// Shows how far the reading of a package is.
    pub(super) fn watch(self: &Arc<Self>, package: &mut Package) {
        if !self.is_over.load(Relaxed) {
            package.watch(Arc::clone(self) as _);
        }
    }

    /// Takes the bar away for good.
    pub(super) fn end(&self) {
        self.is_over.store(true, Relaxed);
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

impl Watch for Progress {
    fn read(&self, bytes: u64, of: u64) {
        if self.is_over.load(Relaxed) || self.begun.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_init(|| {
            let bar = ProgressBar::with_draw_target(Some(of), ProgressDrawTarget::stderr());
            let style = ProgressStyle::with_template(words().progress());
            style.map_or(bar.clone(), |style| bar.with_style(style))
        });
        bar.set_length(of);
        // What finds no rows, such as a check, does not tell that there are none.
        let rows = self.rows.load(Relaxed);
        bar.set_message(if rows == 0 { String::new() } else { format!(", {}", words().rows(rows)) });
        bar.set_position(bytes);
    }

    fn found(&self, rows: usize) {
        self.rows.store(rows, Relaxed);
    }
}

/// A stream that a person sees, before which the bar gives way.
pub(super) struct Shown<'w> {
    pub(super) writer: &'w mut dyn Write,
    pub(super) progress: &'w Progress,
}

impl Write for Shown<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.progress.end();
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{PATIENCE, Progress};
    use crate::package::Watch as _;
    use std::sync::Arc;
    use std::time::Instant;

    /// One whose question was asked so long ago that somebody waits for it.
    fn late(is_seen: bool) -> Progress {
        let progress = Arc::into_inner(Progress::new(is_seen)).expect("the only one");
        Progress { begun: Instant::now().checked_sub(PATIENCE).expect("a time"), ..progress }
    }

    #[test]
    fn the_bar_tells_how_much_is_read_and_found() {
        let progress = late(true);
        progress.read(3, 10);
        let bar = progress.bar.get().expect("a bar");
        assert_eq!((bar.position(), bar.length(), bar.message()), (3, Some(10), String::new()));
        progress.found(256);
        progress.read(5, 10);
        assert_eq!((bar.position(), &*bar.message()), (5, ", 256 rows"));
        progress.end();
        assert!(bar.is_finished());
        progress.read(7, 10);
        assert_ne!(bar.position(), 7, "what is over is not shown again");
    }

    #[test]
    fn there_is_no_bar_for_short_questions_nor_where_nobody_sees_it() {
        for progress in [Progress::new(true), Arc::new(late(false))] {
            progress.read(3, 10);
            assert!(progress.bar.get().is_none());
        }
    }
}
