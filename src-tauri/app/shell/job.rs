//! Long pieces of work: how far they have come, and whether they should stop.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use records::Progress;
use tauri::{AppHandle, Emitter};

use crate::ipc::status::JobProgress;

/// The jobs of this window.
pub(crate) struct Jobs {
    app: AppHandle,
    cancelled: Mutex<BTreeSet<u32>>,
    running: Arc<AtomicUsize>,
    stopping: AtomicBool,
}

/// Counts as a piece of work that runs, until it is dropped.
pub(crate) struct Running(Arc<AtomicUsize>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Jobs {
    /// None runs.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            cancelled: Mutex::new(BTreeSet::new()),
            running: Arc::new(AtomicUsize::new(0)),
            stopping: AtomicBool::new(false),
        }
    }

    /// Counts one more piece of work, for as long as the answer lives.
    pub(crate) fn begin(&self) -> Running {
        self.running.fetch_add(1, Ordering::SeqCst);
        Running(Arc::clone(&self.running))
    }

    /// Whether any runs.
    pub(crate) fn run(&self) -> bool {
        self.running.load(Ordering::SeqCst) > 0
    }

    /// Has every job stop at its next safe point, until something is done.
    pub(crate) fn stop_while(&self, done: impl FnOnce()) {
        self.stopping.store(true, Ordering::SeqCst);
        done();
        self.stopping.store(false, Ordering::SeqCst);
    }

    /// Asks a job to stop.
    pub(crate) fn cancel(&self, job: u32) {
        self.cancelled().insert(job);
    }

    fn cancelled(&self) -> MutexGuard<'_, BTreeSet<u32>> {
        self.cancelled
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Progress for Jobs {
    fn report(&self, job: u32, done: u32, total: u32) -> ControlFlow<()> {
        if self.cancelled().remove(&job) || self.stopping.load(Ordering::SeqCst) {
            return ControlFlow::Break(());
        }
        // A page that is gone needs no telling.
        self.app
            .emit("progress", JobProgress { job, done, total })
            .unwrap_or_default();
        ControlFlow::Continue(())
    }
}
